/**
 * `/my/conduct/:matter`: a matter about somebody's own conduct, for them. Whether anything has been decided comes first, then
 * what they can do and by when; the rest follows in the order in which it happened.
 */
import type { ReactElement, ReactNode } from 'react';
import { DescriptionList } from '../../parts/description-list/description-list.tsx';
import { LinkButton } from '../../parts/link-button/link-button.tsx';
import { Notice } from '../../parts/notice/notice.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { Timeline } from '../../parts/timeline/timeline.tsx';
import { myConduct as words } from '../../words/my-conduct.ts';
import { Typed } from '../panels/record-parts.tsx';
import { Decisions } from './decisions.tsx';
import { Disclosed } from './disclosed.tsx';
import type { OwnView } from './own-view.ts';

export interface OwnMatterPageProps {
  readonly frame: Frame;
  readonly own: OwnView;
  readonly lines: readonly { readonly place: number; readonly what: string }[];
  readonly news: string | undefined;
}

export function OwnMatterPage(props: OwnMatterPageProps): ReactElement {
  const { frame, own, news } = props;
  const title = words.title(own.label);
  return (
    <PageFrame
      frame={frame}
      title={title}
      trail={{ above: [{ href: '/my/conduct', label: words.listTitle }] }}
      unlisted
    >
      <h1>{title}</h1>
      {news === undefined ? null : (
        <Notice news>
          <p>{news}</p>
        </Notice>
      )}
      <p className="lead">{own.standing.title}</p>
      {own.standing.text === undefined ? null : <p>{own.standing.text}</p>}
      <WhatNext own={own} />
      <Decisions own={own} />
      <Disclosed own={own} />
      <Section title={words.yourAnswer}>
        {own.answers.length === 0 ? <p>{words.noAnswer}</p> : null}
        {own.answers.map((answer) => (
          <div key={`${answer.when} ${answer.words}`}>
            <p className="soft small">{answer.when}</p>
            <Typed>{answer.words}</Typed>
          </div>
        ))}
      </Section>
      <Letters own={own} />
      <Section title={words.history}>
        <Timeline events={own.history} />
      </Section>
      <Lines {...props} />
    </PageFrame>
  );
}

const Section = (props: { readonly title: string; readonly children: ReactNode }): ReactElement => (
  <section>
    <h2>{props.title}</h2>
    {props.children}
  </section>
);

function WhatNext({ own }: { readonly own: OwnView }): ReactElement {
  return (
    <>
      <Section title={words.whereItStands}>
        {own.suspended === undefined ? null : <p>{own.suspended}</p>}
        <p>{own.stayed ?? own.next}</p>
        {own.promises.length === 0 ? null : (
          <>
            <h3>{words.promises}</h3>
            {own.promises.map(({ text, extended, broken }) => (
              <div key={text}>
                <p>{text}</p>
                {[...extended, ...broken].map((line) => (
                  <p key={line} className="soft">
                    {line}
                  </p>
                ))}
              </div>
            ))}
          </>
        )}
        {own.hearing === undefined ? null : (
          <>
            <h3>{words.hearing}</h3>
            <DescriptionList
              items={[
                { term: words.hearingDay, value: own.hearing.day },
                { term: words.where, value: own.hearing.whereAndWhen },
                { term: words.bring, value: own.hearing.mayBring },
                {
                  term: words.arranged,
                  value: own.hearing.accommodations.join('; ') || words.arrangedNone,
                },
              ]}
            />
          </>
        )}
      </Section>
      <Section title={words.canDo}>
        {own.acts.length === 0 ? <p>{words.nothingToDo}</p> : null}
        {own.acts.map(({ act, until }, place) => (
          <p key={act}>
            <LinkButton
              href={`/my/conduct/${own.id}/${act}`}
              label={words.acts[act]}
              look={place === 0 ? 'primary' : 'secondary'}
            />
            {until === undefined ? null : <span className="act-until">{` ${until}`}</span>}
          </p>
        ))}
        <p className="soft">{words.reach}</p>
      </Section>
    </>
  );
}

function Letters({ own }: { readonly own: OwnView }): ReactElement {
  const at = `/my/conduct/${own.id}/letters`;
  return (
    <Section title={words.letters}>
      {own.letters.length === 0 ? <p>{words.lettersNone}</p> : null}
      <ul>
        {own.letters.map(({ id, subject, when }) => (
          <li key={id}>
            <a href={`${at}/${id}`}>{subject}</a>
            {`. ${when}.`}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Lines({ own, lines }: OwnMatterPageProps): ReactElement | null {
  return lines.length === 0 ? null : (
    <Section title={words.log}>
      <p>{words.logText}</p>
      <ul>
        {lines.map(({ place, what }) => (
          <li key={place}>
            {words.logLine(place.toLocaleString('en-US'), what)}
            {'. '}
            <a href={`/my/conduct/${own.id}/receipt/${place}`}>
              {words.receipt(place.toLocaleString('en-US'))}
            </a>
          </li>
        ))}
      </ul>
    </Section>
  );
}
