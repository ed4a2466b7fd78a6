/**
 * An accommodation that was refused, and granted on appeal after the exam had been taken without it: whoever did not pass
 * may have that result set aside and take the exam again with it, for no fee. They ask; nobody decides anew, because the
 * rule says it. The worker writes it, whom no candidate can be, and the database looks once more whether it is so.
 */
import { mayTakeAgain } from '../../casework/accommodation/take-again.ts';
import { turnedIn } from '../../casework/matter/turned.ts';
import { clockOf } from '../../casework/sitting/clock.ts';
import { addDays, type CivilDate, civilDateAt } from '../../kernel/dates/civil-date.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { appealDaysUnder } from '../../program/catalog/appeal-days.ts';
import { defaultsOf } from '../../program/catalog/operator-defaults.ts';
import { resultsSetAside } from '../apply/result-appeals.ts';
import type { World } from '../ports/ports.ts';
import type { Records } from '../ports/records.ts';
import { recordInLog } from '../publish/record-in-log.ts';
import { programInCatalog, storedResultOf } from './score.ts';

/** What entitles somebody to have this result set aside, and until when they can ask. */
export interface MayTakeAgain {
  readonly matter: string;
  readonly label: string;
  readonly until: CivilDate;
}

/** Read under the candidate's own rights; undefined where nothing entitles to it, or no longer. */
export async function takeAgainOffer(
  records: Records,
  sitting: string,
  today: CivilDate,
): Promise<MayTakeAgain | undefined> {
  const row = await records.exam.sitting(sitting);
  const result = await records.exam.result(sitting);
  if (row === undefined || result === undefined || (await resultsSetAside(records)).has(sitting)) {
    return undefined;
  }
  const program = programInCatalog(row.program);
  const clock = clockOf(await records.exam.clock(sitting));
  const takenOn = civilDateAt(clock.startedAt ?? row.createdAt, defaultsOf(program).zone);
  for (const { id, label, kind, program: of, rules } of await records.matters.mine()) {
    const turned =
      kind === 'accommodation' && of === row.program
        ? turnedIn((await records.matters.read(id))?.events ?? [])
        : undefined;
    if (turned === undefined) {
      continue;
    }
    const until = addDays(turned.inFavorOn, appealDaysUnder(program, rules, 'exam-irregularity'));
    if (mayTakeAgain(turned, { takenOn, passed: result.passed, today, until })) {
      return { matter: id, label, until };
    }
  }
  return undefined;
}

/** The person's exams that a granted accommodation entitles them to take again, each with its day. */
export async function examsToTakeAgain(
  world: Pick<World, 'records' | 'clock'>,
  asked: { readonly person: string; readonly matter: string },
): Promise<readonly { readonly sitting: string; readonly takenOn: CivilDate }[]> {
  return await world.records.as({ rights: 'candidate', person: asked.person }, async (records) => {
    const found: { sitting: string; takenOn: CivilDate }[] = [];
    for (const { id, program, createdAt } of await records.exam.mySittings()) {
      const offer = await takeAgainOffer(records, id, world.clock.today());
      if (offer?.matter === asked.matter) {
        const { zone } = defaultsOf(programInCatalog(program));
        found.push({ sitting: id, takenOn: civilDateAt(createdAt, zone) });
      }
    }
    return found;
  });
}

export type TakeAgainRefusal = 'no-such-sitting' | 'nothing-to-set-aside';

/** Asked twice, it is done once. */
export async function takeAgain(
  world: Pick<World, 'records' | 'clock' | 'chance'>,
  asked: { readonly person: string; readonly sitting: string },
): Promise<Result<'set-aside', TakeAgainRefusal>> {
  const { person, sitting } = asked;
  const on = world.clock.today();
  const found = await world.records.as({ rights: 'candidate', person }, async (records) => ({
    result: await records.exam.result(sitting),
    program: (await records.exam.sitting(sitting))?.program,
    // In this order: a press at the same moment may set it aside between the two.
    offer: await takeAgainOffer(records, sitting, on),
    asideBefore: (await resultsSetAside(records)).has(sitting),
  }));
  const { result, program, offer } = found;
  if (result === undefined || program === undefined) {
    return refuse('no-such-sitting', 'there is no such result in your account');
  }
  if (found.asideBefore) {
    return success('set-aside');
  }
  if (offer === undefined) {
    return nothing;
  }
  return await world.records.as({ rights: 'worker', person: undefined }, async (records) => {
    const written = await records.exam.setResultAside({ sitting, matter: offer.matter, on });
    if (written === 'refused') {
      return nothing;
    }
    if (written === 'written') {
      const { rules } = storedResultOf(result.report);
      const { label, matter } = offer;
      const outcome = { effect: 'exam-again', result: sitting };
      const line = { kind: 'set-aside', program, rules, decidedOn: on, label, outcome };
      await recordInLog(records, world.chance, line, { matter });
    }
    return success('set-aside');
  });
}

const nothing = refuse(
  'nothing-to-set-aside',
  'nothing entitles to having this result set aside, or the time to ask for it is over',
);
