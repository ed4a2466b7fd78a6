/** The page on which a complaint is opened, ready to be shown: the concern, whom it is about, what is alleged, its like. */

import type { TypedDate } from '../../parts/date-field/date-field.tsx';
import type { FieldMistake } from '../../parts/field/field.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import type { ActChoice } from '../complaint-act/act-view.ts';

export interface BlockShown {
  /** "a1", "a2". */
  readonly name: string;
  readonly day: TypedDate;
  /** The version of the day; undefined while the day is not known. */
  readonly version: string | undefined;
  readonly number: string;
  readonly numbers: readonly ActChoice[];
  readonly cited: readonly string[];
  readonly citable: readonly ActChoice[];
  readonly words: string;
}

export interface SameShown {
  readonly id: string;
  readonly label: string;
  readonly version: number;
  readonly stands: string;
  readonly days: string;
  readonly sameDay: boolean;
  readonly alleged: readonly string[];
}

export interface OpeningPageProps {
  readonly frame: Frame;
  readonly about: 'person' | 'body';
  /** Where the reader may open both kinds. */
  readonly choosesAbout: boolean;
  readonly concern:
    | {
        readonly id: string;
        readonly label: string;
        readonly appears: string;
        readonly taken: readonly { readonly term: string; readonly value: string }[];
        readonly account: string;
      }
    | undefined;
  readonly programs: readonly ActChoice[];
  readonly program: string;
  readonly search: string;
  /** Undefined where nobody has searched yet. */
  readonly found: readonly ActChoice[] | undefined;
  readonly whom: string;
  readonly name: string;
  readonly former: string;
  /** That the code did not bind the one chosen on the day. */
  readonly outOfReach: string | undefined;
  /** Asked only where no concern brings them. */
  readonly grounds: { readonly choices: readonly ActChoice[]; readonly values: readonly string[] };
  readonly settings: { readonly choices: readonly ActChoice[]; readonly value: string };
  readonly blocks: readonly BlockShown[];
  readonly mayAddBlock: boolean;
  readonly same: readonly SameShown[];
  readonly join: string;
  readonly mistakes: readonly FieldMistake[];
}
