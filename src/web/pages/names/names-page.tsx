/** `/names`: how a name is changed, by which criteria, and what stays of an earlier one. Public, so that it can be read before. */
import type { ReactElement } from 'react';
import { LinkButton } from '../../parts/link-button/link-button.tsx';
import { Notice } from '../../parts/notice/notice.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { names } from '../../words/names.ts';
import { type CriteriaShown, NameCriteria } from './name-criteria.tsx';

const words = names.page;

export function NamesPage(props: {
  readonly frame: Frame;
  readonly criteria: CriteriaShown;
  /** Business days within which an answer is promised. */
  readonly days: number;
  readonly news?: string | undefined;
}): ReactElement {
  return (
    <PageFrame frame={props.frame} title={words.title}>
      <h1>{words.title}</h1>
      {props.news === undefined ? null : (
        <Notice news>
          <p>{props.news}</p>
        </Notice>
      )}
      <p className="lead">{words.lead}</p>
      <h2>{words.how}</h2>
      <p>{words.howText}</p>
      <div className="buttons">
        <LinkButton href="/my/name" label={words.howLink} />
      </div>
      <h2>{words.criteria}</h2>
      <p>{words.criteriaText(props.days)}</p>
      <NameCriteria criteria={props.criteria} />
      <h2>{names.my.who}</h2>
      <p>{names.my.whoText}</p>
      <h2>{words.after}</h2>
      <List lines={names.my.afterText} />
      <h2>{words.stays}</h2>
      <List lines={words.staysText} />
      <h2 id="erasure">{words.erasure}</h2>
      <List lines={words.erasureText} />
      <p>
        <a href="/my/close">{words.closeLink}</a>
      </p>
    </PageFrame>
  );
}

const List = ({ lines }: { readonly lines: readonly string[] }): ReactElement => (
  <ul>
    {lines.map((line) => (
      <li key={line}>{line}</li>
    ))}
  </ul>
);
