/** `/programs/:program/opinions/:opinion`: one opinion; whether it still holds is said before anything else. */
import type { ReactElement } from 'react';
import type { PublishedOpinion } from '../../../casework/opinion/opinion.ts';
import { inWords } from '../../../kernel/dates/civil-date.ts';
import { Notice } from '../../parts/notice/notice.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { opinions as words } from '../../words/opinions.ts';
import { placesAbove } from './opinions-page.tsx';

export interface CitedProvision {
  readonly number: string;
  readonly title: string;
  readonly href: string;
}

export interface OpinionPageProps {
  readonly frame: Frame;
  readonly program: { readonly id: string; readonly name: string; readonly notice: string };
  readonly opinion: PublishedOpinion;
  readonly cites: readonly CitedProvision[];
  /** "2026" of "navigator-code/2026". */
  readonly version: string;
}

export function OpinionPage(props: OpinionPageProps): ReactElement {
  const { frame, program, opinion, cites, version } = props;
  const at = `/programs/${program.id}/opinions`;
  return (
    <PageFrame
      frame={frame}
      title={`${opinion.title}: ${words.label(opinion.label)}`}
      trail={{ above: [...placesAbove(program), { href: at, label: words.title }] }}
    >
      <h1>{opinion.title}</h1>
      <p className="lead">
        {`${words.label(opinion.label)}. ${program.name}. ${words.published(inWords(opinion.publishedOn))}`}
      </p>
      <Ended opinion={opinion} at={at} />
      <h2>{words.situation}</h2>
      <p className="typed-text" dir="auto">
        {opinion.situation}
      </p>
      <h2>{words.answer}</h2>
      <p className="typed-text" dir="auto">
        {opinion.answer}
      </p>
      <h2>{words.cites}</h2>
      <p>{words.citedOf(version)}</p>
      <ul className="plain-list">
        {cites.map(({ number, title, href }) => (
          <li key={number}>
            <a href={href}>{`${number} ${title}`.trim()}</a>
          </li>
        ))}
      </ul>
      <Notice title={words.what}>
        <p>{words.whatText}</p>
        <p>{words.goodFaith}</p>
      </Notice>
      <p className="soft small">{program.notice}</p>
    </PageFrame>
  );
}

function Ended(props: {
  readonly opinion: PublishedOpinion;
  readonly at: string;
}): ReactElement | null {
  const { standing, endedOn, reason, later } = props.opinion;
  return standing === 'published' || endedOn === undefined ? null : (
    <Notice title={words.ended.tag[standing]}>
      <p>{words.ended[standing](inWords(endedOn))}</p>
      {reason === undefined ? null : <p dir="auto">{words.ended.why(reason)}</p>}
      {later === undefined ? null : (
        <p>
          <a href={`${props.at}/${later}`}>{words.ended.later(later)}</a>
        </p>
      )}
    </Notice>
  );
}
