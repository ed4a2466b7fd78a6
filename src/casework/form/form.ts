/**
 * An exam form: which questions, in which order, in how many minutes, and the score that passes each part.
 *
 * A demonstration form may hold questions nobody has reviewed and a passing score nobody has judged, and says so.
 * An operational form, one that decides about real people, may not: each question must carry the signatures of two
 * human experts, and each passing score must have been set by a panel.
 *
 * A form holds question ids, versions and hashes; it holds no key and no text.
 */
import { canonicalJson } from '../../kernel/bytes/canonical-json.ts';
import { sha256Hex } from '../../kernel/bytes/sha256.ts';

export type FormKind = 'demonstration' | 'operational';

/** The raw score that passes a part, and how it came to be. */
export interface StoredCut {
  readonly raw: number;
  readonly setBy: 'panel' | 'nobody';
  /** How it was set, in words a candidate may read. */
  readonly how: string;
}

export const demonstrationCut = (raw: number): StoredCut => ({
  raw,
  setBy: 'nobody',
  how: 'A number chosen so that the demonstration can be walked through. No panel of experts judged it.',
});

export interface FormItem {
  readonly item: string;
  readonly version: number;
  readonly hash: string;
  readonly domain: string;
}

interface FormDomain {
  readonly id: string;
  readonly title: string;
  readonly items: number;
  /** Whether the program's owner published this share, or it is an even share of what was left. */
  readonly basis: 'published' | 'even-share';
}

export interface FormPart {
  readonly id: string;
  readonly title: string;
  readonly minutes: number;
  readonly cut: StoredCut;
  readonly domains: readonly FormDomain[];
  readonly items: readonly FormItem[];
}

export interface FormContent {
  readonly id: string;
  /** The program whose rules this form follows, such as "larkspur-care". */
  readonly program: string;
  /** The edition of the exam outline it was built to, such as "2025-08". */
  readonly outline: string;
  readonly kind: FormKind;
  readonly parts: readonly FormPart[];
}

export interface Form extends FormContent {
  /** SHA-256 of everything above: what a sitting and a score say they rest on. */
  readonly hash: string;
}

export function formFrom(content: FormContent): Form {
  return { ...content, hash: formHash(content) };
}

export function formHash({ id, program, outline, kind, parts }: FormContent): string {
  return sha256Hex(
    canonicalJson({
      id,
      program,
      outline,
      kind,
      parts: parts.map((part) => ({
        id: part.id,
        title: part.title,
        minutes: part.minutes,
        cut: { raw: part.cut.raw, setBy: part.cut.setBy, how: part.cut.how },
        domains: part.domains.map((domain) => ({ ...domain })),
        items: part.items.map((item) => ({ ...item })),
      })),
    }),
  );
}

export const formItems = (form: FormContent): readonly FormItem[] =>
  form.parts.flatMap((part) => part.items);

export const formMinutes = (form: FormContent): number =>
  form.parts.reduce((sum, part) => sum + part.minutes, 0);
