/**
 * Three invented years as records, ready to be loaded: people and staff, what they told about themselves, applications,
 * appeals and accommodations with every event, fees, exams, awards and the lines of the decision log. The same seed, day
 * and ids give the same body; it ends the day before `today`.
 */
import { generatorFrom } from '../../kernel/chance/generator.ts';
import { addDays, addYears, type CivilDate, daysBetween } from '../../kernel/dates/civil-date.ts';
import { at } from '../../kernel/result/at.ts';
import { rulesInForce } from '../../program/definition/offered-program.ts';
import { validUntil } from '../../program/maintenance/validity.ts';
import type {
  AnswersToLoad,
  AwardToLoad,
  BodyToLoad,
  MatterToLoad,
  MoneyToLoad,
  PersonToLoad,
  PoolToLoad,
  SittingToLoad,
} from '../../workflow/ports/body-to-load.ts';
import { type ExamProgram, examPrograms } from '../items/demonstration-forms.ts';
import { between, happens, oneOf } from '../people/draw.ts';
import { inventedName, inventedNames } from '../people/names.ts';
import { staff } from '../people/staff.ts';
import type { Accused } from './conduct-parties.ts';
import { instantOn, minutesLater } from './desk-days.ts';
import { dimensionsRecorded } from './dimensions-recorded.ts';
import { guidedCandidates, overlookedCandidates } from './guided.ts';
import { inventedLives, type Life, PEOPLE, type PlannedApplication } from './lives.ts';
import { logLines } from './log-lines.ts';
import type { Desk, Ids, MatterRecord, Writing } from './matter-record.ts';
import { type WrittenRequest, writeRequest } from './write-accommodation.ts';
import { writeAppeal } from './write-appeal.ts';
import { type Applicant, offered, writeApplication } from './write-application.ts';
import { writeConduct } from './write-conduct.ts';
import { writeDocuments } from './write-documents.ts';
import { writeFees } from './write-fees.ts';
import { writeIdeas } from './write-ideas.ts';
import { writeOpinions } from './write-opinions.ts';
import { type Paper, paperOf, writeSitting } from './write-sitting.ts';

const FORMER_NAMES = 0.06;
const OVERLOOKED = 8;
const REVOKED = 0.012;
const REVOCATION_AFTER_DAYS = 30;
const REVOCATION_REASONS = [
  'The license it rests on was surrendered.',
  'It was obtained with a certificate that its school did not give.',
  'The holder asked for it, and gave it back.',
];

/** Members of the pool are trained, and in term, for so long after the three years. */
const IN_TERM_YEARS = 2;

interface Written {
  readonly people: PersonToLoad[];
  readonly matters: MatterToLoad[];
  readonly money: MoneyToLoad[];
  readonly sittings: SittingToLoad[];
  readonly awards: AwardToLoad[];
  readonly answers: AnswersToLoad[];
}

export interface Asked {
  readonly seed: string;
  readonly today: CivilDate;
  readonly ids: Ids;
  readonly people?: number;
}

export function inventedBody({ seed, today, ids, people = PEOPLE }: Asked): BodyToLoad {
  const last = addDays(today, -1);
  const written: Written = {
    people: [],
    matters: [],
    money: [],
    sittings: [],
    awards: [],
    answers: [],
  };
  const chance = generatorFrom(`${seed}, records`);
  const lives = inventedLives(seed, last, people);
  const opened = addDays(firstDay(lives, last), -60);
  const desk = hired(written, ids, instantOn(chance, opened, 'filed'));
  const writing: Writing = { chance, ids, desk, last };
  const papers = new Map(examPrograms.map((program) => [program, paperOf(program)]));
  const names = inventedNames(people, generatorFrom(`${seed}, names`));
  const accused: Accused[] = [];
  lives.forEach((life, place) => {
    const number = String(place + 1).padStart(4, '0');
    const email = `candidate-${number}@larkspur.example`;
    const person = joined(writing, { email, fullName: at(names, place), life });
    written.people.push(person);
    tell(writing, written, person, life);
    accused.push(...boundIn(life, person));
    for (const plan of life.applications) {
      const isLast = plan === life.applications.at(-1);
      follow(writing, written, { plan, person, papers, isLast });
    }
  });
  guide(writing, written, papers);
  const dimensions = dimensionsRecorded(instantOn(chance, opened, 'decided'));
  const documents = writeDocuments(ids, written.matters);
  const questions = writeOpinions(writing, written.people);
  const pool = poolOf(desk.panel, last);
  const { conduct, answers } = writeConduct({
    ...{ seed, ids, last, people: accused },
    desk: { coordinators: desk.conduct, ombuds: desk.ombuds, pool },
  });
  written.answers.push(...answers);
  const ideas = writeIdeas(writing, written.people);
  const lines = logLines({ ...written, conduct, ideas });
  return { ...written, documents, pool, conduct, lines, dimensions, questions, ideas };
}

/** Whoever has applied is bound by the code of the program from that day on. */
const boundIn = (
  { traits, applications }: Life,
  { id, fullName }: PersonToLoad,
): readonly Accused[] =>
  applications
    .slice(0, 1)
    .map(({ program, filedOn }) => ({ id, fullName, traits, program, since: filedOn }));

/** Every third of them is of the public. */
const poolOf = (members: readonly string[], last: CivilDate): readonly PoolToLoad[] =>
  members.map((person, place) => ({
    person,
    isPublic: place % 3 === 0,
    trainedUntil: addYears(last, IN_TERM_YEARS),
    termEnds: addYears(last, IN_TERM_YEARS),
    interests: '',
  }));

function firstDay(lives: readonly Life[], last: CivilDate): CivilDate {
  const days = lives.flatMap(({ applications }) => applications.map(({ filedOn }) => filedOn));
  return days.toSorted()[0] ?? last;
}

interface WholeDesk extends Desk {
  readonly conduct: readonly string[];
  readonly ombuds: readonly string[];
  readonly panel: readonly string[];
}

function hired(written: Written, ids: Ids, createdAt: number): WholeDesk {
  const idsOf = (office: (typeof staff)[number]['office']): readonly string[] =>
    staff
      .filter((member) => member.office === office)
      .map(({ email, fullName }, place) => {
        const id = ids.uuid();
        written.people.push({
          id,
          email,
          fullName: fullName.normalize('NFC'),
          formerNames: [],
          createdAt,
          offices: [office],
          isChair: office === 'board' && place === 0,
          signsIn: true,
        });
        return id;
      });
  const desk = {
    clerks: idsOf('clerk'),
    reviewers: idsOf('reviewer'),
    staff: idsOf('staff'),
    directors: idsOf('director'),
  };
  idsOf('auditor');
  idsOf('board');
  const conduct = idsOf('conduct');
  const ombuds = idsOf('ombud');
  idsOf('custodian');
  return { ...desk, conduct, ombuds, panel: idsOf('panel') };
}

function joined(
  { chance, ids, last }: Writing,
  {
    email,
    fullName,
    life,
  }: { readonly email: string; readonly fullName: string; readonly life: Life },
): PersonToLoad {
  const filedOn = life.applications[0]?.filedOn ?? last;
  const former = happens(chance, FORMER_NAMES) ? [inventedName(chance)] : [];
  return {
    id: ids.uuid(),
    email,
    fullName,
    formerNames: former.filter((name) => name !== fullName),
    createdAt: instantOn(chance, addDays(filedOn, -between(chance, 1, 20)), 'decided'),
    offices: [],
    signsIn: false,
  };
}

function tell(
  { chance }: Writing,
  { answers }: Written,
  { id: person }: PersonToLoad,
  { told, applications }: Life,
): void {
  const filedOn = applications[0]?.filedOn;
  if (told !== undefined && filedOn !== undefined) {
    answers.push({ person, at: instantOn(chance, filedOn, 'attested'), answers: told });
  }
}

interface Course {
  readonly plan: PlannedApplication;
  readonly person: PersonToLoad;
  readonly papers: ReadonlyMap<ExamProgram, Paper>;
  /** Nothing more was filed after it. */
  readonly isLast: boolean;
}

/** Everything that follows from one application. */
function follow(writing: Writing, written: Written, course: Course): void {
  const { plan, person, isLast } = course;
  const mayOwe = isLast && plan.sitting === undefined;
  const applicant: Applicant = person;
  const record = writeApplication(writing, plan, applicant);
  written.matters.push(record);
  written.money.push(...writeFees(writing, record, plan, mayOwe));
  const request = writeRequest(writing, plan, person.id);
  if (request !== undefined) {
    written.matters.push(request.record);
  }
  if (isLast && isRefused(record)) {
    const appeal = writeAppeal(writing, record, plan);
    written.matters.push(...(appeal === undefined ? [] : [appeal]));
  }
  sit(writing, written, course, request);
}

const isRefused = ({ events }: MatterRecord): boolean => {
  const event = events.at(-1)?.event;
  return event?.type === 'decided' && event.outcome === 'not-met';
};

function sit(
  writing: Writing,
  written: Written,
  { plan, person, papers }: Course,
  request: WrittenRequest | undefined,
): void {
  const paper = papers.get(plan.program);
  if (plan.sitting === undefined || paper === undefined) {
    return;
  }
  const sitting = writeSitting(writing, plan.sitting, person.id, paper, request);
  written.sittings.push(sitting);
  if (sitting.passed) {
    written.awards.push(awarded(writing, sitting, person, plan.sitting.on));
  }
}

function awarded(
  { chance, desk, last }: Writing,
  sitting: SittingToLoad,
  { id: person, fullName: holderName }: PersonToLoad,
  on: CivilDate,
): AwardToLoad {
  const rules = rulesInForce(offered(sitting.program), on);
  const until = validUntil(rules, on);
  if (!until.ok) {
    throw new Error(`${sitting.program}: ${until.refusal.because}`);
  }
  const held = daysBetween(on, last);
  const isRevoked = happens(chance, REVOKED) && held > REVOCATION_AFTER_DAYS;
  const revokedOn = addDays(
    on,
    between(chance, REVOCATION_AFTER_DAYS, Math.max(REVOCATION_AFTER_DAYS, held)),
  );
  return {
    sitting: sitting.id,
    person,
    holderName,
    program: sitting.program,
    rules: rules.id,
    on,
    validUntil: until.value,
    at: minutesLater(sitting.submittedAt, 1),
    revoked: isRevoked
      ? {
          reason: oneOf(chance, REVOCATION_REASONS),
          by: oneOf(chance, desk.directors),
          on: revokedOn,
          at: instantOn(chance, revokedOn, 'decided'),
        }
      : undefined,
  };
}

/** The candidates to try the demonstration with, and those who were overlooked. */
function guide(writing: Writing, written: Written, papers: ReadonlyMap<ExamProgram, Paper>): void {
  const questions = papers.get('larkspur-care')?.items.length ?? 0;
  const overlooked = inventedNames(OVERLOOKED, writing.chance);
  for (const { email, fullName, application, signsIn } of [
    ...guidedCandidates(writing.last, questions),
    ...overlookedCandidates(writing.last, overlooked),
  ]) {
    const life: Life = {
      traits: new Map(),
      told: undefined,
      applications: application === undefined ? [] : [application],
    };
    const person = {
      ...joined(writing, { email, fullName, life }),
      formerNames: [],
      signsIn,
    };
    written.people.push(person);
    if (application !== undefined) {
      const record = writeApplication(writing, application, person);
      written.matters.push(record);
      const plan = { ...application, sitting: application.sitting };
      written.money.push(...writeFees(writing, record, plan, false));
      sit(writing, written, { plan, person, papers, isLast: true }, undefined);
    }
  }
}
