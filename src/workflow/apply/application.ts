/**
 * The application of one person to one program, as far as it has come: what is answered, which papers are there, and
 * whether an application may be filed now. A program with a real mark takes none until the owner of the mark has
 * agreed; and nobody files twice while a first application is open or an eligibility decision is still unused.
 */
import { draftFrom, withPage } from '../../casework/application/draft.ts';
import type { PageValues } from '../../casework/application/field.ts';
import type { Draft } from '../../casework/application/form-pages.ts';
import { clockOf } from '../../casework/sitting/clock.ts';
import { isOver } from '../../casework/sitting/tries.ts';
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { programOf } from '../../program/catalog/catalog.ts';
import { type OfferedProgram, rulesInForce } from '../../program/definition/offered-program.ts';
import type { RulesVersion } from '../../program/definition/rules.ts';
import type { World } from '../ports/ports.ts';
import type { DocumentRow, MatterSummary, PersonRow, Records } from '../ports/records.ts';
import { triesOf } from './tries.ts';

/** Whether an application may be filed now, and if not, what stands in its place. */
export type Standing =
  | { readonly kind: 'may-file' }
  | { readonly kind: 'filed'; readonly matter: MatterSummary }
  /** Eligible, and the exam not taken yet. */
  | { readonly kind: 'eligible'; readonly matter: string }
  /** An exam is booked or running. */
  | { readonly kind: 'sitting' };

export interface Application {
  readonly program: OfferedProgram;
  /** The rules in force today. */
  readonly rules: RulesVersion;
  readonly today: CivilDate;
  readonly draft: Draft;
  readonly savedAt: number | undefined;
  readonly documents: readonly DocumentRow[];
  readonly person: PersonRow;
  /** They go by a name that only a decision changes: what is typed here changes nothing. */
  readonly nameIsSettled: boolean;
  readonly standing: Standing;
}

export type ApplicationRefusal = 'no-such-program' | 'not-authorized';

export async function openApplication(
  world: Pick<World, 'records' | 'clock'>,
  asked: { readonly person: string; readonly program: string },
): Promise<Result<Application, ApplicationRefusal>> {
  return await world.records.as({ rights: 'candidate', person: asked.person }, (records) =>
    applicationIn(records, world.clock.today(), asked.program),
  );
}

/** Read inside a transaction of the person themselves. */
export async function applicationIn(
  records: Records,
  today: CivilDate,
  id: string,
): Promise<Result<Application, ApplicationRefusal>> {
  const program = programOf(id);
  if (program === undefined) {
    return refuse('no-such-program', 'there is no program at this address');
  }
  if (program.realMark && !(await records.settings.authorized()).has(program.id)) {
    return refuse(
      'not-authorized',
      `${program.designation} belongs to the ${program.owner.name}. Nobody can apply for it here, because its owner has not authorized this service`,
    );
  }
  const person = await records.people.me();
  if (person === undefined) {
    throw new Error('somebody without an account opened an application');
  }
  const saved = await records.drafts.read(id);
  return success({
    program,
    rules: rulesInForce(program, today),
    today,
    draft: withNames(draftFrom(saved?.answers), person),
    savedAt: saved?.updatedAt,
    documents: await records.documents.ofDraft(id),
    person,
    nameIsSettled: await records.people.nameIsSettled(),
    standing: await standingIn(records, program, today),
  });
}

/** The name page starts with the names of the account; nothing is saved by that. */
export const NAME_PAGE = 'your-name';
const withNames = (draft: Draft, { fullName, formerNames }: PersonRow): Draft =>
  answersOn(draft, NAME_PAGE) === undefined
    ? withPage(draft, NAME_PAGE, {
        'full-name': fullName,
        ...(formerNames.length === 0 ? {} : { 'former-names': formerNames.join('\n') }),
      })
    : draft;

/** What was answered on one page; undefined where it was never saved. */
export const answersOn = (draft: Draft, page: string): PageValues | undefined =>
  draft.answers[page];

async function standingIn(
  records: Records,
  program: OfferedProgram,
  today: CivilDate,
): Promise<Standing> {
  const open = (await records.matters.mine()).find(
    ({ program: of, kind, status }) =>
      of === program.id && kind === 'eligibility' && status !== 'decided' && status !== 'withdrawn',
  );
  if (open !== undefined) {
    return { kind: 'filed', matter: open };
  }
  const taken: { readonly id: string; readonly startedAt: number }[] = [];
  for (const { id, program: of } of await records.exam.mySittings()) {
    const clock = clockOf(of === program.id ? await records.exam.clock(id) : []);
    if (of === program.id && clock.status !== 'submitted') {
      return { kind: 'sitting' };
    }
    if (clock.status === 'submitted') {
      taken.push({ id, startedAt: clock.startedAt ?? clock.since });
    }
  }
  const tries = await triesOf(records, program, taken);
  const keepsDays = (await records.exam.formsOf(program.id)).some(
    ({ kind }) => kind === 'operational',
  );
  const left = tries.filter((one) => !keepsDays || !isOver(one, today)).at(-1);
  return left === undefined ? { kind: 'may-file' } : { kind: 'eligible', matter: left.matter };
}

export type StandingRefusal = 'already-filed' | 'already-eligible' | 'sitting-open';

/** Nothing is saved or filed while something else stands in its place. */
export function mayFile({ standing }: Application): Result<true, StandingRefusal> {
  switch (standing.kind) {
    case 'filed':
      return refuse(
        'already-filed',
        `you have applied already; ${standing.matter.label} is still open`,
      );
    case 'eligible':
      return refuse(
        'already-eligible',
        'you are eligible already, and you have not taken the exam yet',
      );
    case 'sitting':
      return refuse('sitting-open', 'your exam is open; finish it first');
    default:
      return success(true);
  }
}
