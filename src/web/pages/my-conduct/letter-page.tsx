/** A letter to the respondent as a page, in the words that went out; beside it the same on paper. */
import type { ReactElement } from 'react';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { myConduct as words } from '../../words/my-conduct.ts';

export interface LetterPageProps {
  readonly frame: Frame;
  readonly matter: { readonly id: string; readonly label: string };
  readonly letter: {
    readonly id: string;
    readonly subject: string;
    readonly words: string;
    readonly when: string;
    readonly printed: boolean;
  };
}

export function LetterPage({ frame, matter, letter }: LetterPageProps): ReactElement {
  const at = `/my/conduct/${matter.id}`;
  return (
    <PageFrame
      frame={frame}
      title={letter.subject}
      trail={{ above: [{ href: at, label: words.title(matter.label) }] }}
      unlisted
    >
      <h1>{letter.subject}</h1>
      <p className="soft">{letter.when}</p>
      {letter.printed ? (
        <p>
          <a href={`${at}/letters/${letter.id}/pdf`}>{words.letterPdf}</a>
        </p>
      ) : null}
      <div className="letter-words typed-text" dir="auto">
        {letter.words}
      </div>
    </PageFrame>
  );
}
