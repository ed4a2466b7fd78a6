/**
 * `/desk/findings/:id`: one finding in a plain sentence, its figure with the interval, each time it was measured, what
 * happened, and the form that the reader may fill in, if any: the board's answer, what was carried out, or the response
 * of the reviewer whom it is about. Works without a script.
 */
import type { ReactElement, ReactNode } from 'react';
import { lastMeasured, owedBy } from '../../../casework/finding/finding.ts';
import { daysBetween, inWords } from '../../../kernel/dates/civil-date.ts';
import { divisionBy } from '../../../workflow/measure/division.ts';
import {
  type Description,
  DescriptionList,
} from '../../parts/description-list/description-list.tsx';
import { ErrorSummary } from '../../parts/error-summary/error-summary.tsx';
import { Notice } from '../../parts/notice/notice.tsx';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { Verdict } from '../../parts/verdict/verdict.tsx';
import { board, outreach as outreachWords, finding as words } from '../../words/board.ts';
import { PromisedDate } from '../queue/promised-date.tsx';
import type { FindingPageProps } from './finding-view.ts';
import { AnswerForm, DoneForm, RespondForm } from './forms.tsx';
import { Happened } from './happened.tsx';
import { History } from './history.tsx';
import { figureText, findingSentence, programLabel, verdictKind } from './sentence.ts';

export function FindingPage(props: FindingPageProps): ReactElement {
  const { frame, shown, mistakes, news } = props;
  const { finding, label } = shown;
  const above = props.aboutReader
    ? { href: '/desk/findings', label: words.aboutYouTitle }
    : { href: '/desk/board', label: board.overseersTitle };
  const title = words.title(label);
  return (
    <PageFrame
      frame={frame}
      title={title}
      mistakes={mistakes.length}
      trail={{ above: [above] }}
      unlisted
    >
      <ErrorSummary mistakes={mistakes} />
      <h1>{title}</h1>
      <p className="lead">{`${sentenceFor(props)}.`}</p>
      {news === undefined ? null : (
        <Notice news>
          <p>{news}</p>
        </Notice>
      )}
      {finding.rater === undefined ? null : (
        <Notice>
          <p>{props.aboutReader ? words.aboutYou : words.aboutAPerson}</p>
        </Notice>
      )}
      <DescriptionList items={facts(props)} />
      {formFor(props)}
      <h2>{words.history}</h2>
      <History finding={finding} />
      <h2>{words.happened}</h2>
      <Happened shown={shown} names={props.names} />
      {finding.rater === undefined ? <OutreachOfFinding {...props} /> : null}
    </PageFrame>
  );
}

function sentenceFor({ shown: { finding }, names, aboutReader }: FindingPageProps): string {
  const who = finding.rater === undefined ? undefined : names.get(finding.rater);
  return findingSentence(finding.measurements[0], aboutReader ? words.you : who);
}

function facts({ shown, today }: FindingPageProps): readonly Description[] {
  const { finding } = shown;
  const [first] = finding.measurements;
  const last = lastMeasured(finding);
  const owed = owedBy(finding);
  const late = owed === undefined ? 0 : Math.max(0, daysBetween(owed, today));
  const answered = finding.answered !== undefined;
  return [
    { term: words.program, value: programLabel(last.program) },
    ...(finding.rater === undefined
      ? [{ term: words.comparedBy, value: divisionBy(last.dimension).title }]
      : []),
    {
      term: words.asFound,
      value: `${words.measures[first.figure.measure]}: ${figureText(first)}`,
    },
    ...(last === first
      ? []
      : [
          {
            term: words.asMeasuredLast,
            value: (
              <>
                {`${figureText(last)} `}
                <Verdict kind={verdictKind[last.state]} />
              </>
            ),
          },
        ]),
    {
      term: finding.rater === undefined ? words.opened : words.openedAboutAPerson,
      value: inWords(finding.openedOn),
    },
    {
      term: words.promised,
      value: <PromisedDate promised={inWords(finding.promisedBy)} daysLate={answered ? 0 : late} />,
    },
    ...(answered && owed !== undefined
      ? [
          {
            term: words.events.actionAhead,
            value: <PromisedDate promised={inWords(owed)} daysLate={late} />,
          },
        ]
      : []),
    { term: words.stands, value: board.standings[shown.standing] },
  ];
}

function formFor(props: FindingPageProps): ReactNode {
  const { told, answered } = props.shown.finding;
  switch (props.may) {
    case 'answer':
      return <AnswerForm {...props} />;
    case 'carry-out':
      return <DoneForm {...props} />;
    case 'respond':
      return <RespondForm {...props} />;
    default:
      return props.shown.standing === 'with-the-rater' &&
        told !== undefined &&
        answered === undefined &&
        !props.aboutReader ? (
        <p>{words.waitsForRater(inWords(told.respondUntil))}</p>
      ) : null;
  }
}

function OutreachOfFinding({ shown, outreach, plans }: FindingPageProps): ReactElement {
  return (
    <>
      <h2>{words.outreachTitle}</h2>
      {outreach.length === 0 ? (
        <p>{words.outreachNone}</p>
      ) : (
        <ul>
          {outreach.map(({ id, target, means, from, until }) => (
            <li key={id}>
              <a href={`/desk/outreach#${id}`}>{target}</a>
              {`: ${outreachWords.means[means]}, ${outreachWords.fromTo(inWords(from), inWords(until))}`}
            </li>
          ))}
        </ul>
      )}
      {plans ? (
        <p>
          <a href={`/desk/outreach?finding=${shown.id}`}>{words.planOutreach}</a>
        </p>
      ) : null}
    </>
  );
}
