/**
 * Writes an application from its plan: filed with a form, documents recorded by a clerk, taken and decided by a reviewer
 * with a finding and a reason on every criterion, or withdrawn, or still on its way on the last day.
 */
import { attest, decide, sendToReview, take, withdraw } from '../../casework/matter/decide.ts';
import { labelFrom } from '../../casework/matter/label.ts';
import type { AttestedFact, Finding } from '../../casework/matter/matter.ts';
import { type NamedPerson, namesOf } from '../../casework/person/name.ts';
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import { type CivilDate, daysBetween } from '../../kernel/dates/civil-date.ts';
import { at } from '../../kernel/result/at.ts';
import { promisedDate } from '../../program/calendar/promise.ts';
import { programOf } from '../../program/catalog/catalog.ts';
import type { CriterionDefinition } from '../../program/definition/criterion.ts';
import { type OfferedProgram, rulesInForce } from '../../program/definition/offered-program.ts';
import type { RulesVersion } from '../../program/definition/rules.ts';
import { evaluate } from '../../program/pathway/evaluate.ts';
import { oneOf } from '../people/draw.ts';
import { filledForm } from './claim.ts';
import { dayAlong, instantOn, minutesLater } from './desk-days.ts';
import type { PlannedApplication } from './lives.ts';
import { add, type MatterRecord, openedRecord, stateIn, type Writing } from './matter-record.ts';
import { type Shown, shownFor } from './showing.ts';

export interface Applicant extends NamedPerson {
  readonly id: string;
}

/** How far along the wait the documents are recorded, and the matter is taken. */
const ATTESTED_AFTER = 0.4;
const TAKEN_AFTER = 0.8;

const UNMET = [
  'The record does not describe this in enough detail to be sure of it.',
  'What is recorded does not show what the rule asks for.',
  'The record leaves open whether this was the kind of work that the rule means.',
];

export function writeApplication(
  writing: Writing,
  plan: PlannedApplication,
  applicant: Applicant,
): MatterRecord {
  const program = offered(plan.program);
  const rules = rulesInForce(program, plan.filedOn);
  const shown = shownFor(writing.chance, rules, plan.meets, plan.filedOn);
  const record = filed(writing, { plan, applicant, program, rules, shown });
  keepRecords(writing, record, plan, attested(rules, shown), namesOf(applicant));
  if (plan.endsOn <= writing.last) {
    if (plan.ends === 'withdrawn') {
      const instant = instantOn(writing.chance, plan.endsOn, 'withdrawn');
      add(record, withdraw(stateIn(record), { on: plan.endsOn }), instant, applicant.id);
    } else {
      const decider = at(writing.desk.reviewers, plan.reviewer);
      const instant = instantOn(writing.chance, plan.endsOn, 'decided');
      const findings = findingsOf(writing, plan, rules, shown);
      const decided = decide(stateIn(record), { decider, on: plan.endsOn, findings });
      const { outcome } = add(record, decided, instant, decider);
      if ((outcome === 'met') !== plan.approved) {
        throw new Error(`${record.row.label} was planned otherwise than it was decided`);
      }
    }
  }
  return record;
}

export function offered(id: string): OfferedProgram {
  const program = programOf(id);
  if (program === undefined) {
    throw new Error(`the catalog has no program ${id}`);
  }
  return program;
}

interface Filing {
  readonly plan: PlannedApplication;
  readonly applicant: Applicant;
  readonly program: OfferedProgram;
  readonly rules: RulesVersion;
  readonly shown: Shown;
}

function filed({ chance, ids }: Writing, filing: Filing): MatterRecord {
  const { plan, applicant, program, rules, shown } = filing;
  const promise = promisedDate(program, rules, plan.filedOn);
  if (!promise.ok) {
    throw new Error(`${program.id}: ${promise.refusal.because}`);
  }
  const { fullName, formerNames } = applicant;
  const { answers } = filledForm(chance, rules, { fullName, formerNames, shown, on: plan.filedOn });
  return openedRecord({
    row: {
      id: ids.uuid(),
      label: labelFrom('E', ids.bytes(7)),
      kind: 'eligibility',
      program: program.id,
      rules: rules.id,
      openedOn: plan.filedOn,
      promisedBy: promise.value.by,
      appealOf: undefined,
    },
    subject: applicant.id,
    claim: { answers } satisfies Json,
    program,
    criteria: rules.criteria.map(({ id, title, rule }) => ({ id, title, rule })),
    expression: rules.pathway,
    at: instantOn(chance, plan.filedOn, 'filed'),
  });
}

/** The steps before a decision, as far as they have come by the last day or the day of withdrawal. */
function keepRecords(
  writing: Writing,
  record: MatterRecord,
  plan: {
    readonly filedOn: CivilDate;
    readonly endsOn: CivilDate;
    readonly ends: string;
    readonly reviewer: number;
  },
  facts: readonly AttestedFact[],
  names: readonly string[],
): void {
  const { chance, desk, last } = writing;
  const wait = daysBetween(plan.filedOn, plan.endsOn);
  const over = (day: CivilDate): boolean =>
    day > last || (plan.ends === 'withdrawn' && day >= plan.endsOn);
  const recordedOn = dayAlong(plan.filedOn, plan.endsOn, wait * ATTESTED_AFTER);
  if (over(recordedOn)) {
    return;
  }
  const clerk = oneOf(chance, desk.clerks);
  const recordedAt = instantOn(chance, recordedOn, 'attested');
  const words = { clerk, on: recordedOn, facts, statement: '', names };
  add(record, attest(stateIn(record), words), recordedAt, clerk);
  const sent = sendToReview(stateIn(record), { clerk, on: recordedOn });
  add(record, sent, minutesLater(recordedAt, 3), clerk);
  const takenOn = dayAlong(plan.filedOn, plan.endsOn, wait * TAKEN_AFTER);
  if (!over(takenOn)) {
    const decider = at(desk.reviewers, plan.reviewer);
    const taken = take(stateIn(record), { decider, on: takenOn, excluded: false });
    add(record, taken, instantOn(chance, takenOn, 'taken'), decider);
  }
}

function attested(
  { criteria }: Pick<RulesVersion, 'criteria'>,
  shown: Shown,
): readonly AttestedFact[] {
  return criteria.flatMap((criterion) =>
    criterion.facts.flatMap(({ id, label }) => {
      const value = shown.get(criterion.id)?.get(id);
      return value === undefined
        ? []
        : [{ criterion: criterion.id, fact: id, label, value, basis: basisOf(criterion) }];
    }),
  );
}

function basisOf({ evidence }: CriterionDefinition): AttestedFact['basis'] {
  switch (evidence) {
    case 'employment':
      return 'supervisor';
    case undefined:
    case 'own-word':
      return 'stated';
    default:
      return 'document';
  }
}

/**
 * A finding on every criterion. Whoever approves finds met what is relied on; whoever refuses what meets the rules finds
 * one kind of evidence wanting, without a fact that says so.
 */
function findingsOf(
  { chance }: Writing,
  plan: PlannedApplication,
  rules: RulesVersion,
  shown: Shown,
): readonly Finding[] {
  const reading = evaluate(rules, shown, plan.filedOn);
  const wanting = plan.approved || !plan.meets ? undefined : wantingCriteria(rules, shown);
  return reading.criteria.map(({ id, offered: relied, met, because }) => {
    if (!relied) {
      return { criterion: id, met: false, reason: because };
    }
    if (plan.approved) {
      return { criterion: id, met: true, reason: '' };
    }
    const found = met && wanting?.has(id) !== true;
    return { criterion: id, met: found, reason: found ? '' : met ? oneOf(chance, UNMET) : because };
  });
}

/** All evidence of work where there is any, else all evidence: without it no pathway is met. */
function wantingCriteria({ criteria }: RulesVersion, shown: Shown): ReadonlySet<string> {
  const relied = criteria.filter(({ id, evidence }) => shown.has(id) && evidence !== 'own-word');
  const work = relied.filter(({ evidence }) => evidence === 'employment');
  return new Set((work.length > 0 ? work : relied).map(({ id }) => id));
}
