/**
 * Appeals against refusals of the invented body: lodged on stated grounds within the published days, heard by a reviewer
 * without an earlier part, upheld more often where the facts had met the rules; and what an upheld appeal does.
 */
import { criteriaOf, effectOf, expressionOf } from '../../casework/appeal/appeal.ts';
import { attest, decide, sendToReview, setAside, take } from '../../casework/matter/decide.ts';
import { labelFrom } from '../../casework/matter/label.ts';
import { addDays, type CivilDate } from '../../kernel/dates/civil-date.ts';
import { answerDay } from '../../program/calendar/answer-day.ts';
import { defaultsOf } from '../../program/catalog/operator-defaults.ts';
import { between, happens, oneOf } from '../people/draw.ts';
import { dayAlong, instantOn, minutesLater } from './desk-days.ts';
import type { PlannedApplication } from './lives.ts';
import { add, type MatterRecord, openedRecord, stateIn, type Writing } from './matter-record.ts';
import { workday } from './seasons.ts';
import { offered } from './write-application.ts';

const APPEALS = 0.09;
const UPHELD = { 'facts-met': 0.7, 'facts-short': 0.06 } as const;
const LATEST_TO_LODGE_DAYS = 27;

const STATEMENTS = {
  'evidence-misread': 'The months of work that were confirmed were not counted in full.',
  'rule-misapplied': 'More was asked for than the published rule says.',
  'process-not-followed': 'The answer of the second supervisor was not waited for.',
} as const;
const GROUNDS: readonly (keyof typeof STATEMENTS)[] = [
  'evidence-misread',
  'evidence-misread',
  'rule-misapplied',
  'process-not-followed',
];

/** An appeal against a refusal, now and then; carried out on the refused matter itself where it is upheld. */
export function writeAppeal(
  writing: Writing,
  refused: MatterRecord,
  plan: PlannedApplication,
): MatterRecord | undefined {
  const { chance, last } = writing;
  const appeals = happens(chance, APPEALS);
  const lodgedOn = addDays(plan.endsOn, between(chance, 2, LATEST_TO_LODGE_DAYS));
  if (!appeals || lodgedOn > last) {
    return undefined;
  }
  const ground = oneOf(chance, GROUNDS);
  const record = lodged(writing, refused, ground, lodgedOn);
  const decidedOn = workday(addDays(lodgedOn, between(chance, 14, 42)));
  const recordedOn = dayAlong(lodgedOn, decidedOn, 5);
  if (recordedOn > last) {
    return record;
  }
  const clerk = oneOf(chance, othersThan(writing.desk.clerks, refused));
  const recordedAt = instantOn(chance, recordedOn, 'attested');
  const statement = STATEMENTS[ground];
  const words = { clerk, on: recordedOn, facts: [], statement, names: [] };
  add(record, attest(stateIn(record), words), recordedAt, clerk);
  const sent = sendToReview(stateIn(record), { clerk, on: recordedOn });
  add(record, sent, minutesLater(recordedAt, 3), clerk);
  const takenOn = dayAlong(lodgedOn, decidedOn, 12);
  if (takenOn > last) {
    return record;
  }
  const decider = oneOf(chance, othersThan(writing.desk.reviewers, refused));
  const taken = take(stateIn(record), { decider, on: takenOn, excluded: false });
  add(record, taken, instantOn(chance, takenOn, 'taken'), decider);
  if (decidedOn <= last) {
    const upheld = happens(chance, UPHELD[plan.meets ? 'facts-met' : 'facts-short']);
    hear(writing, { record, refused, ground, decider, upheld, on: decidedOn });
  }
  return record;
}

/** Whoever had a part in the refused matter has none in its appeal. */
function othersThan(people: readonly string[], { events }: MatterRecord): readonly string[] {
  const involved = new Set(events.map(({ actor }) => actor));
  return people.filter((person) => !involved.has(person));
}

function lodged(
  { chance, ids }: Writing,
  refused: MatterRecord,
  ground: keyof typeof STATEMENTS,
  on: CivilDate,
): MatterRecord {
  const program = offered(refused.row.program);
  const criteria = criteriaOf(['eligibility'], [ground]);
  return openedRecord({
    row: {
      id: ids.uuid(),
      label: labelFrom('P', ids.bytes(7)),
      kind: 'appeal',
      program: program.id,
      rules: refused.row.rules,
      openedOn: on,
      promisedBy: answerDay(
        defaultsOf(program).decideAppealWithin,
        on,
        defaultsOf(program).holidays,
      ),
      appealOf: refused.row.id,
    },
    subject: refused.subject,
    claim: { grounds: [ground], statement: STATEMENTS[ground] },
    program,
    criteria,
    expression: expressionOf(criteria),
    at: instantOn(chance, on, 'filed'),
  });
}

interface Hearing {
  readonly record: MatterRecord;
  readonly refused: MatterRecord;
  readonly ground: keyof typeof STATEMENTS;
  readonly decider: string;
  readonly upheld: boolean;
  readonly on: CivilDate;
}

function hear(writing: Writing, hearing: Hearing): void {
  const { record, refused, ground, decider, upheld, on } = hearing;
  const reason = upheld
    ? 'The record, read again, bears this out.'
    : 'The record was read as it stands, by the published rule.';
  const findings = [{ criterion: ground, met: upheld, reason }];
  const instant = instantOn(writing.chance, on, 'decided');
  const { outcome } = add(
    record,
    decide(stateIn(record), { decider, on, findings }),
    instant,
    decider,
  );
  const effect = effectOf(outcome, criteriaOf(['eligibility'], [ground]), upheld ? [ground] : []);
  if (effect === undefined) {
    return;
  }
  const aside = setAside(stateIn(refused), { on, appeal: record.row.id, effect });
  add(refused, aside, minutesLater(instant, 1), decider);
  if (effect === 'decide-again') {
    decideAgain(writing, refused, on);
  }
}

/** Other people decide again; with the missing step done, the criteria are found to be met. */
function decideAgain(writing: Writing, refused: MatterRecord, from: CivilDate): void {
  const { chance, desk, last } = writing;
  const on = workday(addDays(from, between(chance, 5, 20)));
  const state = stateIn(refused);
  if (on > last || state.status === 'not-opened') {
    return;
  }
  const decider = oneOf(chance, othersThan(desk.reviewers, refused));
  const instant = instantOn(chance, on, 'taken');
  add(refused, take(state, { decider, on, excluded: false }), instant, decider);
  const relied = new Set(state.facts.map(({ criterion }) => criterion));
  const findings = state.opening.criteria.map(({ id }) => ({
    criterion: id,
    met: relied.has(id),
    reason: relied.has(id) ? '' : 'No evidence was offered.',
  }));
  const decided = decide(stateIn(refused), { decider, on, findings });
  add(refused, decided, instantOn(chance, on, 'decided'), decider);
}
