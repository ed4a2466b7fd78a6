/** `/desk/findings`: what is found about the reviewer who reads it. */
import type { ReactElement } from 'react';
import { inWords } from '../../../kernel/dates/civil-date.ts';
import type { FindingShown } from '../../../workflow/board/read-findings.ts';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { board, finding as words } from '../../words/board.ts';
import { findingSentence } from './sentence.ts';

export function OwnFindingsPage(props: {
  readonly frame: Frame;
  readonly findings: readonly FindingShown[];
}): ReactElement {
  return (
    <PageFrame frame={props.frame} title={words.aboutYouTitle} unlisted>
      <h1>{words.aboutYouTitle}</h1>
      <p className="lead">{words.aboutYouIntro}</p>
      {props.findings.length === 0 ? (
        <p>{words.aboutYouNone}</p>
      ) : (
        <ul>
          {props.findings.map(({ id, label, finding, standing }) => (
            <li key={id}>
              <a href={`/desk/findings/${id}`}>{words.title(label)}</a>
              {`: ${findingSentence(finding.measurements[0], words.you)}. ${
                finding.told === undefined || standing !== 'with-the-rater'
                  ? board.standings[standing]
                  : board.respondUntil(inWords(finding.told.respondUntil))
              }.`}
            </li>
          ))}
        </ul>
      )}
    </PageFrame>
  );
}
