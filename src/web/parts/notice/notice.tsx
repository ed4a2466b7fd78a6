/** A few sentences set apart by a rule, for what a reader must not miss: a mark that belongs to others, a date. */
import type { ReactElement, ReactNode } from 'react';

export interface NoticeProps {
  /** What the notice is about, as a short heading; also its name for a screen reader. */
  readonly title?: string | undefined;
  readonly children: ReactNode;
  /** Said at once when the page opens: "Saved", "Your application was withdrawn". */
  readonly news?: boolean | undefined;
}

export function Notice({ title, children, news }: NoticeProps): ReactElement {
  return (
    <div className="notice" role={news === true ? 'status' : undefined}>
      {title === undefined ? null : <p className="notice-title">{title}</p>}
      {children}
    </div>
  );
}
