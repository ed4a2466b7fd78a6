/** One complaint as whoever handles it reads it, ready to be shown: every day and every choice in words. */

import type { ActName } from '../../../casework/conduct/read-act.ts';
import type { FieldMistake } from '../../parts/field/field.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import type { RequestShown } from '../panels/records-asked.tsx';

export interface StageShown {
  readonly key: string;
  readonly name: string;
  readonly stands: 'done' | 'now' | 'ahead';
  readonly day: string | undefined;
}

export interface PromiseShown {
  readonly key: string;
  readonly by: string;
  readonly daysLate: number;
  readonly step: string;
  readonly to: string;
  readonly stands: 'running' | 'kept' | 'late';
  /** New promises and broken ones, a line each. */
  readonly notes: readonly string[];
  readonly doneOn: string | undefined;
}

export interface ActOffered {
  readonly act: ActName;
  readonly name: string;
}

export interface AllegationShown {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly version: string;
  readonly href: string;
  readonly words: string;
  readonly day: string;
  readonly cited: string | undefined;
  readonly found: string;
}

export interface PartyShown {
  readonly key: string;
  readonly label: string;
  readonly name: string | undefined;
  readonly former: string | undefined;
  readonly contact: string | undefined;
  readonly appears: readonly string[];
  readonly concern: string | undefined;
}

export interface SaidShown {
  readonly key: string;
  readonly who: string;
  readonly on: string;
  readonly own: string;
  readonly record: string | undefined;
}

export interface EvidenceShown {
  readonly id: string;
  readonly kind: string;
  readonly source: string;
  readonly sha256: string;
  readonly custody: readonly string[];
  readonly files: readonly {
    readonly which: 'original' | 'copy';
    readonly size: string | undefined;
  }[];
  readonly shown: boolean;
}

export interface PanelShown {
  readonly key: string;
  readonly name: string;
  readonly when: string;
  readonly members: readonly string[];
  readonly commitment: string;
  /** Undefined where the draw was announced and not made. */
  readonly made: { readonly seed: string; readonly pool: readonly string[] } | undefined;
}

export interface LetterShown {
  readonly id: string;
  readonly on: string;
  readonly to: string;
  readonly subject: string;
  readonly stands: string;
}

export interface HappenedShown {
  readonly key: string;
  readonly when: string;
  readonly what: string;
  readonly by: string | undefined;
  readonly details: readonly string[];
}

export interface ComplaintView {
  readonly id: string;
  readonly label: string;
  readonly version: number;
  readonly facts: readonly { readonly term: string; readonly value: string }[];
  /** That it rests, was withdrawn, or that a credential is suspended meanwhile. */
  readonly holds: readonly string[];
  readonly nearest:
    | { readonly by: string; readonly daysLate: number; readonly what: string }
    | undefined;
  readonly stages: readonly StageShown[];
  readonly acts: readonly ActOffered[];
  readonly waiting: readonly { readonly name: string; readonly because: string }[];
  /** Rare steps: they stand after the others. */
  readonly aside: readonly ActOffered[];
  readonly promises: readonly PromiseShown[];
  readonly alleged: readonly AllegationShown[];
  readonly parties: readonly PartyShown[];
  readonly said: readonly SaidShown[];
  readonly evidence: readonly EvidenceShown[];
  readonly requests: readonly RequestShown[];
  readonly disclosed: readonly { readonly title: string; readonly lines: readonly string[] }[];
  readonly panels: readonly PanelShown[];
  readonly decision: readonly { readonly term: string; readonly value: string }[];
  readonly letters: readonly LetterShown[];
  readonly happened: readonly HappenedShown[];
  readonly handlers: readonly { readonly name: string; readonly isYou: boolean }[];
  readonly colleagues: readonly { readonly person: string; readonly name: string }[];
}

export interface ComplaintPageProps {
  readonly frame: Frame;
  readonly complaint: ComplaintView;
  readonly news: string | undefined;
  readonly typed: { readonly why: string };
  readonly mistakes: readonly FieldMistake[];
}
