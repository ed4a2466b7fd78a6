/** What the page of a finding shows: the finding, who reads it, what they may do now, and what was typed. */
import type { CivilDate } from '../../../kernel/dates/civil-date.ts';
import type { FindingShown } from '../../../workflow/board/read-findings.ts';
import type { OutreachRow } from '../../../workflow/ports/finding-records.ts';
import type { TypedDate } from '../../parts/date-field/date-field.tsx';
import type { FieldMistake } from '../../parts/field/field.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';

export interface TypedAnswer {
  readonly kind: string;
  readonly what: string;
  readonly byWhen: TypedDate;
  readonly reasons: string;
  readonly done: string;
  readonly words: string;
}

export interface FindingPageProps {
  readonly frame: Frame;
  readonly today: CivilDate;
  readonly shown: FindingShown;
  /** Names of whoever acted, and of the rater where the reader may know it. */
  readonly names: ReadonlyMap<string, string>;
  /** The reader is the person it is about. */
  readonly aboutReader: boolean;
  /** What the reader may do now; undefined: read. */
  readonly may: 'answer' | 'carry-out' | 'respond' | undefined;
  readonly outreach: readonly OutreachRow[];
  /** May plan outreach for it. */
  readonly plans: boolean;
  readonly typed: TypedAnswer;
  readonly mistakes: readonly FieldMistake[];
  readonly news: string | undefined;
}
