/** One page of a long list: the lines that stand on it, and the way to the pages before and after. */

import type { FoundPages } from '../../web/pages/complaints/desk-search.tsx';
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
  },
): PagedLines<Line> {
  const { path, query, size } = asked;
  const { page, last, shown, here } = placeIn(lines, one(query, 'page'), size);
  const at = (other: number): string | undefined => {
    return other < 1 || other > last ? undefined : other === 1 ? path : `${path}?page=${other}`;
  };
  return {
    shown,
    pages:
      last === 1
        ? undefined
        : {
            here,
            previous: at(page - 1),
            next: at(page + 1),
          },
  };
}

/** The same for what somebody searched for: its words are sent with each page, and stand in no address. */
export function pageOfFound<Line>(
  lines: readonly Line[],
  asked: { readonly form: Fields; readonly size: number; readonly search: string },
): { readonly shown: readonly Line[]; readonly foundPages: FoundPages | undefined } {
  const { form, size, search } = asked;
  const { page, last, shown, here } = placeIn(lines, one(form, 'page'), size);
  const at = (other: number): number | undefined => (other < 1 || other > last ? undefined : other);
  return {
    shown,
    foundPages:
      last === 1 ? undefined : { here, search, previous: at(page - 1), next: at(page + 1) },
  };
}

function placeIn<Line>(lines: readonly Line[], asked: string, size: number) {
  const last = Math.max(1, Math.ceil(lines.length / size));
  const number = Number(asked);
  const page = Number.isInteger(number) && number >= 1 && number <= last ? number : 1;
  const from = (page - 1) * size;
  const shown = lines.slice(from, from + size);
  return { page, last, shown, here: words.here(from + 1, from + shown.length, lines.length) };
}
