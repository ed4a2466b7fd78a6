/**
 * Outreach: the board goes to people whom the certification does not reach, by a stated means and for a stated time. Each
 * outreach has a code of its own; whoever applies by a link that carries it is counted, sealed, as having come that way,
 * so that it can be told what the outreach brought. The code says where a person heard of it and so may say something
 * about them: nobody who decides ever sees it.
 */
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { readTypedDate } from '../application/typed-values.ts';
import {
  type Mistake,
  readLine,
  readParagraphs,
  type Typed,
  textIn,
} from '../person/typed-text.ts';
import { typedDate } from './answer-form.ts';

export const MEANS = ['fee-waiver', 'visit', 'partner', 'other'] as const;
export type Means = (typeof MEANS)[number];

export interface Outreach {
  readonly program: string;
  /** The group or region, in words. */
  readonly target: string;
  readonly means: Means;
  /** What exactly is done: which fee, where, with whom. */
  readonly how: string;
  readonly code: string;
  readonly from: CivilDate;
  readonly until: CivilDate;
}

export type ReadOutreach =
  | { readonly ok: true; readonly value: Outreach }
  | { readonly ok: false; readonly mistakes: readonly Mistake[] };

const TARGET = { label: 'Whom it is for', atLeast: 3, atMost: 200 };
const HOW = { label: 'What is done', atLeast: 10, atMost: 2000 };
const CODE = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const SHORTEST_CODE = 4;
const LONGEST_CODE = 24;

/** Reads `program`, `target`, `means`, `how`, `code`, `from` and `until`. All mistakes come at once. */
export function readOutreach(raw: Typed, programs: readonly string[], on: CivilDate): ReadOutreach {
  const program = programs.find((id) => id === textIn(raw, 'program'));
  const means = MEANS.find((known) => known === textIn(raw, 'means'));
  const target = readLine(textIn(raw, 'target'), TARGET);
  const how = readParagraphs(textIn(raw, 'how'), HOW);
  const code = readCode(textIn(raw, 'code'));
  const from = readTypedDate('From', typedDate(raw, 'from'), on);
  const until = readUntil(raw, from.ok ? from.value : undefined, on);
  if (program !== undefined && means !== undefined && target.ok && how.ok && code.ok) {
    if (from.ok && until.ok) {
      const { value } = target;
      return {
        ok: true,
        value: {
          ...{ program, means, target: value, how: how.value, code: code.value },
          ...{ from: from.value, until: until.value },
        },
      };
    }
  }
  return {
    ok: false,
    mistakes: [
      ...(program === undefined ? [{ field: 'program', message: 'Choose the program.' }] : []),
      ...wrong('target', target),
      ...(means === undefined ? [{ field: 'means', message: 'Choose the means.' }] : []),
      ...wrong('how', how),
      ...wrong('code', code),
      ...wrong('from', from),
      ...wrong('until', until),
    ],
  };
}

/** The one spelling of a code: small letters, digits, single hyphens; 4 to 24 signs. Typed by hand in any case. */
export function readCode(typed: string): Result<string, 'not-a-code'> {
  const code = typed.normalize('NFKC').trim().toLowerCase();
  const fits = code.length >= SHORTEST_CODE && code.length <= LONGEST_CODE && CODE.test(code);
  return fits
    ? success(code)
    : refuse(
        'not-a-code',
        `Code: use ${SHORTEST_CODE} to ${LONGEST_CODE} letters, digits and single hyphens, such as valley-visit.`,
      );
}

function readUntil(
  raw: Typed,
  from: CivilDate | undefined,
  on: CivilDate,
): Result<CivilDate, string> {
  const read = readTypedDate('Until', typedDate(raw, 'until'), on);
  if (!read.ok) {
    return read;
  }
  if (read.value < on) {
    return refuse('date-past', 'Until: this day has passed. Choose a later one.');
  }
  return from !== undefined && read.value < from
    ? refuse('ends-before-start', 'Until: this day is before the first. Choose a later one.')
    : read;
}

const wrong = (field: string, read: Result<unknown, string>): readonly Mistake[] =>
  read.ok ? [] : [{ field, message: read.refusal.because }];
