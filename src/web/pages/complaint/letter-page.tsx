/** `/desk/complaints/:matter/letters/:letter`: a letter of a complaint, word for word as it was written. */
import type { ReactElement } from 'react';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { complaint as words } from '../../words/complaints.ts';

export function LetterPage(props: {
  readonly frame: Frame;
  readonly matter: string;
  readonly subject: string;
  readonly words: string;
  /** Where it stands as it was printed. */
  readonly paper: string | undefined;
}): ReactElement {
  return (
    <PageFrame
      frame={props.frame}
      title={props.subject}
      trail={{
        above: [{ href: `/desk/complaints/${props.matter}`, label: words.backTo }],
      }}
      unlisted
    >
      <h1>{props.subject}</h1>
      {props.paper === undefined ? null : (
        <p>
          <a href={props.paper}>{words.paper}</a>
        </p>
      )}
      <div className="typed-text" dir="auto">
        {props.words}
      </div>
    </PageFrame>
  );
}
