/**
 * What a panel sends from its forms, read into one act of it. All mistakes come at once, each with its field. What the
 * rules say to the act is asked when it is recorded; here only what is missing or cannot be read is told.
 */
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import { never } from '../../kernel/result/result.ts';
import { readTypedDate } from '../application/typed-values.ts';
import { allIn, type Mistake, readParagraphs, type Typed, textIn } from '../person/typed-text.ts';
import type { AllegationFinding, AppealFinding, Sanction } from './conduct-event.ts';
import type { ConductMatter } from './conduct-matter.ts';
import { type AppealEffect, type AppealGround, SANCTIONS } from './conduct-rules.ts';
import type { JudgingAct, OpenAct } from './open-panel-acts.ts';
import type { PanelAct } from './panel-acts.ts';

export type ReadPanelAct =
  | { readonly ok: true; readonly value: PanelAct }
  | { readonly ok: false; readonly mistakes: readonly Mistake[] };

export const breachField = (id: string): string => `breach~${id}`;
export const reasonField = (id: string): string => `reason~${id}`;
export const evidenceField = (id: string): string => `evidence~${id}`;
export const foundField = (ground: string): string => `found~${ground}`;

const LONGEST_REASON = 10_000;
const LONGEST_TRANSCRIPT = 500_000;

/** The fields of a form, with the mistakes found on the way. */
function readerOf(raw: Typed) {
  const mistakes: Mistake[] = [];
  const text = (field: string, label: string, atMost = LONGEST_REASON): string => {
    const read = readParagraphs(textIn(raw, field), { label, atMost });
    if (!read.ok) {
      mistakes.push({ field, message: read.refusal.because });
    }
    return read.ok ? read.value : '';
  };
  /** May be left empty. */
  const optional = (field: string, label: string): string | undefined =>
    textIn(raw, field).trim() === '' ? undefined : text(field, label);
  return {
    mistakes,
    text,
    optional,
    /** One a line. */
    lines: (field: string, label: string): readonly string[] =>
      (optional(field, label) ?? '')
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    yes(field: string, message: string): boolean {
      const value = textIn(raw, field);
      if (value !== 'yes' && value !== 'no') {
        mistakes.push({ field, message });
      }
      return value === 'yes';
    },
    choice<Value extends string>(
      field: string,
      known: readonly Value[],
      message: string,
    ): Value | undefined {
      const value = known.find((one) => one === textIn(raw, field));
      if (value === undefined) {
        mistakes.push({ field, message });
      }
      return value;
    },
    day(field: string, label: string, on: CivilDate): CivilDate {
      const typed = {
        month: textIn(raw, `${field}-month`),
        day: textIn(raw, `${field}-day`),
        year: textIn(raw, `${field}-year`),
      };
      const read = readTypedDate(label, typed, on);
      if (!read.ok) {
        mistakes.push({ field, message: read.refusal.because });
      }
      return read.ok ? read.value : on;
    },
    ticked: (field: string): readonly string[] => allIn(raw, field),
  };
}
type Reader = ReturnType<typeof readerOf>;

/** Reads the form of one act. `on` is today. */
export function readPanelAct(
  state: ConductMatter,
  act: JudgingAct,
  raw: Typed,
  on: CivilDate,
): ReadPanelAct {
  const reader = readerOf(raw);
  const value = readAct(state, act, reader, on);
  const { mistakes } = reader;
  return mistakes.length > 0 ? { ok: false, mistakes } : { ok: true, value };
}

function readAct(state: ConductMatter, act: JudgingAct, reader: Reader, on: CivilDate): PanelAct {
  switch (act) {
    case 'review':
      return { act, findings: readFindings(state, reader, allegationsFor(state, act)) };
    case 'hear':
      return {
        act,
        transcript: reader.text('transcript', 'The transcript', LONGEST_TRANSCRIPT),
        represented: reader.yes('represented', 'Choose whether the respondent was represented.'),
      };
    case 'offer':
    case 'decide': {
      const findings = readFindings(state, reader, allegationsFor(state, act));
      const breached = findings.some(({ breach }) => breach);
      const isBody = state.about === 'body';
      const sanction = breached && !isBody ? readSanction(reader, on) : undefined;
      const remedy =
        breached && isBody
          ? reader.text('remedy', 'What the body does to put it right')
          : undefined;
      return { act, findings, sanction, remedy };
    }
    case 'decide-appeal':
      return readAppealDecision(state, reader, on);
    case 'decide-screening-appeal':
      return {
        act,
        upheld: reader.yes('upheld', 'Choose whether the complaint goes on.'),
        reason: reader.text('reason', 'The reason'),
      };
    case 'decide-interim-appeal':
      return {
        act,
        lifted: reader.yes('lifted', 'Choose whether the suspension is lifted.'),
        reason: reader.text('reason', 'The reason'),
      };
    case 'decide-reinstatement':
      return {
        act,
        granted: reader.yes('granted', 'Choose whether the credential is given back.'),
        reason: reader.text('reason', 'The reason'),
      };
    default:
      throw never(act);
  }
}

/** Which allegations are answered in an act: all in the review, after it those in which there was cause. */
export const allegationsFor = (state: ConductMatter, act: OpenAct): ConductMatter['allegations'] =>
  act === 'review'
    ? state.allegations
    : state.allegations.filter(({ id }) => state.cause.includes(id));

function readFindings(
  state: ConductMatter,
  reader: Reader,
  allegations: ConductMatter['allegations'],
): readonly AllegationFinding[] {
  const isReview = state.stage === 'review';
  return allegations.map(({ id }) => {
    const name = `Allegation ${id.slice(1)}`;
    const breach = reader.yes(
      breachField(id),
      `${name}: choose ${isReview ? 'whether there is cause to go on' : 'breach or no breach'}.`,
    );
    const reason = reader.text(reasonField(id), `${name}: the reason`);
    const evidence = reader
      .ticked(evidenceField(id))
      .filter((one) => state.disclosed.includes(one));
    if (breach && evidence.length === 0) {
      reader.mistakes.push({
        field: evidenceField(id),
        message: `${name}: tick the evidence on which this rests.`,
      });
    }
    return { allegation: id, breach, reason, evidence };
  });
}

function readSanction(reader: Reader, on: CivilDate): Sanction | undefined {
  const kind = reader.choice(
    'sanction',
    SANCTIONS.map((sanction) => sanction.kind),
    'A breach was found. Choose a sanction, a private reprimand at least.',
  );
  const sanction = {
    endsOn: reader.day('ends', 'The end of the sanction', on),
    conditions: reader.lines('conditions', 'The conditions'),
    aggravating: reader.lines('aggravating', 'What weighs against'),
    mitigating: reader.lines('mitigating', 'What weighs in favor'),
    reason: reader.text('reason', 'Why this sanction and no milder one'),
    departure: reader.optional('departure', 'Why it departs from like cases'),
  };
  return kind === undefined ? undefined : { kind, ...sanction };
}

const EFFECTS: readonly AppealEffect[] = ['stands', 'lessened', 'reversed', 'heard-again'];

function readAppealDecision(state: ConductMatter, reader: Reader, on: CivilDate): PanelAct {
  const findings = state.grounds.map((ground) => readGround(ground, reader));
  const effect = reader.choice('effect', EFFECTS, 'Choose what follows from your findings.');
  return {
    act: 'decide-appeal',
    findings,
    effect: effect ?? 'stands',
    sanction: effect === 'lessened' ? readSanction(reader, on) : undefined,
  };
}

const readGround = (ground: AppealGround, reader: Reader): AppealFinding => ({
  ground,
  found: reader.yes(foundField(ground), 'Choose whether this ground is found.'),
  reason: reader.text(reasonField(ground), 'The reason for this ground'),
});

/** To which field a refusal of the rules belongs; those that are missing here stand over the whole form. */
export const FIELD_OF: Readonly<Record<string, string>> = {
  'sanction-missing': 'sanction',
  'nothing-to-sanction': 'sanction',
  'anonymous-alone': 'sanction',
  'no-duty-breached': 'sanction',
  'not-milder': 'sanction',
  'end-not-ahead': 'ends',
  'condition-missing': 'conditions',
  'departure-unexplained': 'departure',
  'remedy-missing': 'remedy',
  'effect-does-not-follow': 'effect',
  'no-transcript': 'transcript',
};
