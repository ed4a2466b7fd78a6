/** One page of a long list: the lines that stand on it, and the way to the pages before and after. */
import type { PaginationProps } from '../../web/parts/pagination/pagination.tsx';
import { paging as words } from '../../web/words/paging.ts';
import { type Fields, one } from './visit.ts';

export interface PagedLines<Line> {
  readonly shown: readonly Line[];
  /** Undefined where all lines stand on one page. */
  readonly pages: PaginationProps | undefined;
}

/** The page that the address asks for by `page`, the first where it asks for none there is. */
export function pageOfLines<Line>(
  lines: readonly Line[],
  asked: {
    readonly path: string;
    readonly query: Fields;
    readonly size: number;
    /** What was searched for; the pages before and after are of the same search. */
    readonly search?: string;
  },
): PagedLines<Line> {
  const { path, query, size, search = '' } = asked;
  const last = Math.max(1, Math.ceil(lines.length / size));
  const number = Number(one(query, 'page'));
  const page = Number.isInteger(number) && number >= 1 && number <= last ? number : 1;
  const from = (page - 1) * size;
  const shown = lines.slice(from, from + size);
  const at = (other: number): string | undefined => {
    const fields = new URLSearchParams({
      ...(search === '' ? {} : { search }),
      ...(other === 1 ? {} : { page: String(other) }),
    }).toString();
    return other < 1 || other > last ? undefined : fields === '' ? path : `${path}?${fields}`;
  };
  return {
    shown,
    pages:
      last === 1
        ? undefined
        : {
            here: words.here(from + 1, from + shown.length, lines.length),
            previous: at(page - 1),
            next: at(page + 1),
          },
  };
}
