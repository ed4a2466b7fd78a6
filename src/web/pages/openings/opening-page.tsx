/** `/openings/:opening`: one opening: what it asks and gives, how it is filled, and the draw in public. */
import type { ReactElement } from 'react';
import { inWords } from '../../../kernel/dates/civil-date.ts';
import { DescriptionList } from '../../parts/description-list/description-list.tsx';
import { LinkButton } from '../../parts/link-button/link-button.tsx';
import { Notice } from '../../parts/notice/notice.tsx';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { StatusTag } from '../../parts/status-tag/status-tag.tsx';
import { openings } from '../../words/openings.ts';
import { recognitions } from '../../words/recognitions.ts';
import { secondLook } from '../../words/second-look.ts';
import { Outcome } from '../recognitions/recognitions-page.tsx';
import { DrawSection } from './draw-section.tsx';
import type { OpeningPageProps } from './opening-view.ts';
import { STAGE_TONES } from './openings-page.tsx';

const words = openings.one;

export function OpeningPage(props: OpeningPageProps): ReactElement {
  const { frame, opening, stage } = props;
  const stageWords = openings.stages[stage];
  return (
    <PageFrame
      frame={frame}
      title={`${opening.title}: ${openings.title}`}
      trail={{
        above: [
          opening.seat === undefined
            ? { href: '/recognitions', label: recognitions.title }
            : { href: '/openings', label: openings.title },
        ],
      }}
    >
      <h1>{opening.title}</h1>
      <p className="lead">
        {opening.seat === undefined || opening.recognition !== undefined
          ? `${recognitions.line(opening.recognition ?? 'practice', opening.seats)}.`
          : `${openings.kinds[opening.seat.bodyRow.kind]}. ${openings.line(opening.seats, opening.how)}.`}
      </p>
      <p>
        <StatusTag tone={STAGE_TONES[stage]} label={stageWords} />{' '}
        {stage === 'open'
          ? openings.until(inWords(opening.closesOn))
          : openings.closed(inWords(opening.closesOn))}
      </p>
      {stage === 'open' ? (
        <>
          <p>
            <LinkButton href={`/openings/${opening.id}/nominate`} label={words.come} />
          </p>
          <p>
            {words.comeLead}{' '}
            <a href={`/openings/${opening.id}/nominate#suggest`}>{words.suggest}</a>
          </p>
        </>
      ) : null}
      {props.outcome === undefined ? null : (
        <>
          <h2>{recognitions.one.outcome}</h2>
          <Outcome one={props.outcome} />
        </>
      )}
      <h2>{opening.seat === undefined ? recognitions.one.title : words.facts}</h2>
      <Facts {...props} />
      <h2>{words.howTitle}</h2>
      <p>{words.how[opening.how]}</p>
      {opening.how === 'draw' ? <DrawSection {...props} /> : null}
      <h2 id="second-look">{secondLook.before.title}</h2>
      <p>
        {secondLook.before[opening.how]} <a href="/appeals#seats">{secondLook.before.link}</a>
      </p>
      <Notice title={words.complaintTitle}>
        <p>{words.complaint}</p>
      </Notice>
    </PageFrame>
  );
}

function Facts({ opening, program, standing }: OpeningPageProps): ReactElement {
  const { seat } = opening;
  return (
    <DescriptionList
      items={[
        { term: words.about, value: typed(opening.duties) },
        {
          term: words.who,
          value:
            seat === undefined
              ? recognitions.one.who(program)
              : opening.openTo === 'holders'
                ? words.whoIs.holders(program)
                : words.whoIs.public,
        },
        {
          term: words.criteria,
          value: (
            <>
              <ul>
                {opening.criteria.map((one) => (
                  <li key={one}>{one}</li>
                ))}
              </ul>
              {opening.how === 'draw' ? <p>{words.criteriaDraw}</p> : null}
            </>
          ),
        },
        ...(seat === undefined
          ? [
              { term: recognitions.one.most, value: recognitions.one.mostIs(opening.seats) },
              { term: recognitions.one.shown, value: recognitions.one.shownIs },
            ]
          : seatFacts(seat, standing)),
        { term: words.answerBy, value: inWords(opening.answerBy) },
      ]}
    />
  );
}

const typed = (text: string): ReactElement => (
  <div className="typed-text" dir="auto">
    {text}
  </div>
);

function seatFacts(
  seat: NonNullable<OpeningPageProps['opening']['seat']>,
  standing: OpeningPageProps['standing'],
) {
  const { bodyRow } = seat;
  return [
    { term: words.hours, value: seat.hours },
    { term: words.pay, value: seat.pay },
    { term: words.meetings, value: typed(seat.meetings) },
    {
      term: words.term,
      value: words.termIs(inWords(seat.termFrom), bodyRow.termMonths, bodyRow.mostTerms),
    },
    {
      term: words.body,
      value: [
        words.bodyIs(bodyRow.name, standing?.filled ?? 0, bodyRow.seats),
        ...(bodyRow.publicMembers === 0
          ? []
          : [words.publicIs(bodyRow.publicMembers, standing?.publicFilled ?? 0)]),
        ...(standing?.nextFree === undefined ? [] : [words.nextFree(inWords(standing.nextFree))]),
      ].join(' '),
    },
  ];
}
