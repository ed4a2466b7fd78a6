/**
 * Requests for accommodations in the invented body's exams, asked soon after filing and judged by the four-part test.
 * They are drawn apart from what people told about themselves, as the two are kept apart in a real body.
 */
import {
  ACCOMMODATIONS,
  type AccommodationKind,
  FOUR_PARTS,
  fourPartTest,
} from '../../casework/accommodation/accommodation.ts';
import { ACCOMMODATION_FACTS } from '../../casework/accommodation/facts.ts';
import { attest, decide, sendToReview, take } from '../../casework/matter/decide.ts';
import { labelFrom } from '../../casework/matter/label.ts';
import type { AttestedFact } from '../../casework/matter/matter.ts';
import { addDays, type CivilDate, parts } from '../../kernel/dates/civil-date.ts';
import { answerDay } from '../../program/calendar/answer-day.ts';
import { defaultsOf } from '../../program/catalog/operator-defaults.ts';
import { rulesInForce } from '../../program/definition/offered-program.ts';
import { between, happens, oneOf } from '../people/draw.ts';
import { dayAlong, instantOn, minutesLater } from './desk-days.ts';
import type { PlannedApplication } from './lives.ts';
import { add, type MatterRecord, openedRecord, stateIn, type Writing } from './matter-record.ts';
import { workday } from './seasons.ts';
import { offered } from './write-application.ts';

export interface WrittenRequest {
  readonly record: MatterRecord;
  readonly kind: AccommodationKind;
  /** Set where it was granted. */
  readonly grantedOn: CivilDate | undefined;
}

const ASKS = 0.06;
const DOCUMENTED = 0.88;
const NEEDS = [
  'I read with a screen reader, which takes longer.',
  'I need breaks to rest my eyes.',
  'Writing and reading take me more time than others.',
  'I must stand and move every half hour.',
];

export function writeRequest(
  writing: Writing,
  plan: PlannedApplication,
  subject: string,
): WrittenRequest | undefined {
  const { chance, last } = writing;
  const asks = happens(chance, ASKS);
  const askedOn = addDays(plan.filedOn, between(chance, 1, 6));
  if (!asks || askedOn > last || (plan.ends === 'withdrawn' && askedOn >= plan.endsOn)) {
    return undefined;
  }
  const kind = oneOf(chance, ACCOMMODATIONS).id;
  const record = asked(writing, plan, subject, kind, askedOn);
  const decidedOn = workday(addDays(askedOn, between(chance, 6, 24)));
  const documented = happens(chance, DOCUMENTED);
  return { record, kind, grantedOn: judge(writing, record, { askedOn, decidedOn, documented }) };
}

function asked(
  { chance, ids }: Writing,
  plan: PlannedApplication,
  subject: string,
  kind: AccommodationKind,
  on: CivilDate,
): MatterRecord {
  const program = offered(plan.program);
  return openedRecord({
    row: {
      id: ids.uuid(),
      label: labelFrom('N', ids.bytes(7)),
      kind: 'accommodation',
      program: program.id,
      rules: rulesInForce(program, on).id,
      openedOn: on,
      promisedBy: answerDay(
        defaultsOf(program).decideAccommodationWithin,
        on,
        defaultsOf(program).holidays,
      ),
      appealOf: undefined,
    },
    subject,
    claim: { kinds: [kind], need: oneOf(chance, NEEDS) },
    program,
    criteria: FOUR_PARTS,
    expression: fourPartTest,
    at: instantOn(chance, on, 'filed'),
  });
}

interface Course {
  readonly askedOn: CivilDate;
  readonly decidedOn: CivilDate;
  readonly documented: boolean;
}

/** The steps of a request as far as they have come; answers the day on which it was granted. */
function judge(
  { chance, desk, last }: Writing,
  record: MatterRecord,
  { askedOn, decidedOn, documented }: Course,
): CivilDate | undefined {
  const recordedOn = dayAlong(askedOn, decidedOn, 3);
  if (recordedOn > last) {
    return undefined;
  }
  const clerk = oneOf(chance, desk.clerks);
  const recordedAt = instantOn(chance, recordedOn, 'attested');
  const facts = factsOf(documented, recordedOn);
  const words = { clerk, on: recordedOn, facts, statement: '', names: [] };
  add(record, attest(stateIn(record), words), recordedAt, clerk);
  const sent = sendToReview(stateIn(record), { clerk, on: recordedOn });
  add(record, sent, minutesLater(recordedAt, 3), clerk);
  if (decidedOn > last) {
    return undefined;
  }
  const decider = oneOf(chance, desk.reviewers);
  const taken = take(stateIn(record), { decider, on: decidedOn, excluded: false });
  add(record, taken, instantOn(chance, decidedOn, 'taken'), decider);
  const findings = FOUR_PARTS.map(({ id }) => ({
    criterion: id,
    met: documented || id !== 'documented',
    reason: documented || id !== 'documented' ? '' : 'The document says who wrote it, not why.',
  }));
  const decided = decide(stateIn(record), { decider, on: decidedOn, findings });
  add(record, decided, instantOn(chance, decidedOn, 'decided'), decider);
  return documented ? decidedOn : undefined;
}

function factsOf(documented: boolean, on: CivilDate): readonly AttestedFact[] {
  const values: Readonly<Record<string, string>> = {
    author: documented ? 'physician' : 'person',
    year: String(parts(on).year),
    'given-before': documented ? 'yes' : 'no',
    recommended: documented ? 'yes' : 'no',
  };
  return ACCOMMODATION_FACTS.map(({ criterion, id, label }) => ({
    criterion,
    fact: id,
    label,
    value: values[id] ?? '',
    basis: documented ? ('document' as const) : ('stated' as const),
  })).filter(({ value }) => value !== '');
}
