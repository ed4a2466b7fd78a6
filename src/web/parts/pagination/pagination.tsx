/** The way through a long list: where one is, and the pages before and after. */
import type { ReactElement } from 'react';
import { en } from '../../words/en.ts';

export interface PaginationProps {
  /** "Entries 51 to 100 of 3,204". */
  readonly here: string;
  readonly previous?: string | undefined;
  readonly next?: string | undefined;
  /** What the two directions are called, where "previous" and "next" could be taken either way. */
  readonly previousLabel?: string | undefined;
  readonly nextLabel?: string | undefined;
}

export function Pagination(props: PaginationProps): ReactElement {
  return (
    <nav className="pagination" aria-label={en.findings.pages}>
      {props.previous === undefined ? null : (
        <a rel="prev" href={props.previous}>
          {props.previousLabel ?? en.findings.previous}
        </a>
      )}
      <span>{props.here}</span>
      {props.next === undefined ? null : (
        <a rel="next" href={props.next}>
          {props.nextLabel ?? en.findings.next}
        </a>
      )}
    </nav>
  );
}
