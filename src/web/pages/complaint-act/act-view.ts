/** The form of one act on a complaint, as data: what is told first, and the fields that it asks for. */
import type { ActName } from '../../../casework/conduct/read-act.ts';
import type { TypedDate } from '../../parts/date-field/date-field.tsx';
import type { FieldMistake } from '../../parts/field/field.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';

interface Named {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
}

export interface ActChoice {
  readonly value: string;
  readonly label: string;
  readonly hint?: string | undefined;
}

export interface PoolRow {
  readonly person: string;
  readonly fullName: string;
  readonly isPublic: boolean;
  readonly trainedUntil: string;
  readonly termEnds: string;
  readonly interests: string;
  /** Why this person cannot be drawn, whatever is typed here. */
  readonly leftOut: string | undefined;
  /** That somebody concerned has the same name. */
  readonly warning: string | undefined;
  readonly tie: string;
}

export type ActField =
  | (Named & {
      readonly kind: 'words';
      readonly value: string;
      readonly rows: number;
      readonly optional: boolean;
    })
  | (Named & {
      readonly kind: 'one-of';
      readonly choices: readonly ActChoice[];
      readonly value: string;
      readonly inline?: boolean | undefined;
    })
  | (Named & {
      readonly kind: 'some-of';
      readonly choices: readonly ActChoice[];
      readonly values: readonly string[];
    })
  | (Named & { readonly kind: 'day'; readonly value: TypedDate })
  | (Named & { readonly kind: 'file' })
  | { readonly kind: 'unseen'; readonly name: string; readonly value: string }
  | {
      readonly kind: 'part';
      readonly name: string;
      readonly title: string;
      readonly text: readonly string[];
      readonly fields: readonly ActField[];
    }
  | { readonly kind: 'pool'; readonly name: string; readonly rows: readonly PoolRow[] };

/** What the page tells before it asks: a title and lines. */
export interface ActFacts {
  readonly title: string | undefined;
  readonly lines: readonly string[];
}

export interface ActPageProps {
  readonly frame: Frame;
  readonly act: ActName;
  readonly matter: { readonly id: string; readonly label: string };
  /** How many events the page has seen. */
  readonly version: number;
  readonly facts: readonly ActFacts[];
  readonly fields: readonly ActField[];
  readonly mistakes: readonly FieldMistake[];
}
