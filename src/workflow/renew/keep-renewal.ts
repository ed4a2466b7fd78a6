/**
 * One credential looked at anew: what a decision, a payment or time alone leads to is put on record, in order, until
 * nothing follows any more. Nothing is decided here: every answer that needs a person carries the name of the person who
 * gave it in its matter. Run again it changes nothing.
 */

import { ranOut, refusalStands } from '../../casework/renewal/attempts.ts';
import { drawForAudit } from '../../casework/renewal/audit.ts';
import { examGivenBack } from '../../casework/renewal/exam-given-back.ts';
import { examsOf, openByExam, passedFor } from '../../casework/renewal/exam-route.ts';
import { finish } from '../../casework/renewal/finish.ts';
import { answerMoreTime, lapse } from '../../casework/renewal/leave.ts';
import { attest, isReady, notAccept } from '../../casework/renewal/renew.ts';
import type { SetAsideOf } from '../../casework/renewal/renewal-event.ts';
import { allTried } from '../../kernel/result/all-tried.ts';
import type { MatterHistory } from '../ports/matter-history.ts';
import type { Records } from '../ports/records.ts';
import { answerIn, type Follows, signer } from './answer-in-matter.ts';
import { openAudit } from './audit-opened.ts';
import { takeBackCharges } from './charges.ts';
import { type Held, heldIn, type KeepWorld, rulesOnDay } from './held.ts';
import { decidedAudit, decidedEnd, endFollows, resumed } from './keep-audit.ts';
import { keepCopy } from './keep-copy.ts';
import { nothingFollows } from './look-ahead.ts';
import { remind } from './remind.ts';
import { tellOf } from './tell.ts';
import { openTermEnd } from './term-end-opened.ts';

const WORKER = { rights: 'worker', person: undefined } as const;
/** More than can follow from one another; a fault stops here. */
const MOST_STEPS = 20;
const AT_ONCE = 500;

/** How many events followed. */
export async function keepRenewal(world: KeepWorld, credential: string): Promise<number> {
  return await world.records.as(WORKER, async (records) => {
    await records.renewals.oneActAtATime(credential);
    return await follow(world, records, credential);
  });
}

async function follow(world: KeepWorld, records: Records, credential: string): Promise<number> {
  let count = 0;
  for (; count < MOST_STEPS; count += 1) {
    const held = await heldIn(world, records, credential);
    if (!held.ok) {
      return count;
    }
    // What an earlier attempt cost stands in the way of no payment for this one.
    if (await takeBackCharges(world, records, held.value)) {
      continue;
    }
    if (!(await step(world, records, held.value))) {
      await keepCopy(world, records, held.value);
      await openAudit(world, records, held.value);
      await openTermEnd(world, records, held.value, await aboutIt(records, held.value));
      await remind(world, records, held.value);
      return count;
    }
  }
  return count;
}

const aboutIt = (records: Records, { credential }: Held): Promise<readonly MatterHistory[]> =>
  records.matters.aboutCredential(credential.id);

async function step(world: KeepWorld, records: Records, held: Held): Promise<boolean> {
  const matters = await aboutIt(records, held);
  const next = await nextEvent(world, records, held, matters);
  if (next === undefined) {
    return false;
  }
  const { id } = held.credential;
  const { event, matter } = next;
  const written = await records.renewals.append(id, held.history.version, [event], matter);
  if (written !== 'written') {
    throw new Error(`${event.type} of a credential was not written: ${written}`);
  }
  await tellOf(world, records, held, event);
  return true;
}

async function nextEvent(
  world: KeepWorld,
  records: Records,
  held: Held,
  matters: readonly MatterHistory[],
): Promise<Follows | undefined> {
  return (
    (await turnedByAppeal(records, held, matters)) ??
    takenBack(held, matters) ??
    answeredTime(held, matters) ??
    (await examFollows(records, held)) ??
    (await finished(records, held, matters)) ??
    decidedAudit(held, matters) ??
    (await decidedEnd(records, held, matters)) ??
    (await endFollows(records, held)) ??
    (await resumed(world, records, held)) ??
    (await attemptOver(records, held, matters)) ??
    (await givenBack(records, held)) ??
    (await lapsed(records, held))
  );
}

const OF: Readonly<Record<string, SetAsideOf>> = {
  renewal: 'renewal',
  'more-time': 'more-time',
  audit: 'audit',
  'term-end': 'term-end',
};

/** An appeal that was carried out in a matter and has not been followed here. */
async function turnedByAppeal(
  records: Records,
  { history }: Held,
  matters: readonly MatterHistory[],
): Promise<Follows | undefined> {
  for (const { row, events } of matters) {
    const turns = events.filter((event) => event.type === 'set-aside');
    const followed = history.events.filter(
      (event) => event.type === 'set-aside' && event.matter === row.id,
    );
    const turn = turns[followed.length];
    const of = OF[row.kind];
    const by = turn === undefined ? undefined : await records.matters.whoSetAside(row.id);
    if (turn !== undefined && of !== undefined && by !== undefined) {
      const { on, effect } = turn;
      return { event: { type: 'set-aside', on, by, of, matter: row.id, effect } };
    }
  }
  return undefined;
}

function takenBack({ state, days }: Held, matters: readonly MatterHistory[]): Follows | undefined {
  const open = [
    ['renewal', state.open?.matter],
    ['more-time', state.moreTime?.matter],
  ] as const;
  for (const [of, matter] of open) {
    const found = matters.find(({ row }) => row.id === matter);
    if (matter !== undefined && found?.events.at(-1)?.type === 'withdrawn') {
      return { event: { type: 'withdrawn', on: days.today, of, matter } };
    }
  }
  return undefined;
}

function answeredTime(
  { state, history }: Held,
  matters: readonly MatterHistory[],
): Follows | undefined {
  const answer = answerIn(matters, state.moreTime?.matter);
  if (state.moreTime === undefined || answer === undefined) {
    return undefined;
  }
  const { met, on, reason, appealDays } = answer;
  const turned = history.events.findLast((event) => event.type === 'set-aside');
  const by =
    met && turned?.type === 'set-aside' && turned.of === 'more-time' ? turned.by : answer.by;
  const given = answerMoreTime(state, {
    ...{ on, by, reason },
    answer: met
      ? { kind: 'granted', until: state.moreTime.until }
      : { kind: 'refused', appealDays },
  });
  return given.ok ? { event: given.value, matter: answer.history.row.id } : undefined;
}

/** Finished where everything is there; not accepted where a person said so. */
async function finished(
  records: Records,
  held: Held,
  matters: readonly MatterHistory[],
): Promise<Follows | undefined> {
  const { state, rules, claimed, days, program } = held;
  const answer = answerIn(matters, state.open?.matter);
  if (answer !== undefined && !answer.met) {
    const { on, by, reason, appealDays } = answer;
    const refused = notAccept(state, rules, { on, by, reason, appealDays });
    return refused.ok ? { event: refused.value, matter: answer.history.row.id } : undefined;
  }
  if (!isReady(state, rules)) {
    return undefined;
  }
  const done = finish(state, rules, claimed, {
    on: days.today,
    by: answer === undefined ? null : await signer(records, answer),
    rulesOn: (day) => rulesOnDay(program, day),
  });
  return done.ok ? { event: done.value } : undefined;
}

/** A passed exam fulfills the renewal it was booked for; one that was not passed leaves the other way open. */
async function examFollows(records: Records, held: Held): Promise<Follows | undefined> {
  const { state, rules, claimed, days, history, credential } = held;
  const opened = openByExam(state, history.events);
  if (opened === undefined) {
    return undefined;
  }
  const exams = examsOf(await records.renewals.examsFor(credential.id), opened);
  const passedOn = passedFor(state, rules, exams);
  if (passedOn !== null) {
    const done = attest(state, rules, claimed, {
      ...{ on: passedOn, latest: days.latest, examPassedOn: passedOn },
    });
    return done.ok ? { event: done.value } : undefined;
  }
  return exams.some(({ passed }) => passed === false)
    ? { event: { type: 'attempt-over', on: days.today, why: 'exam-not-passed' } }
    : undefined;
}

/** Days for an exam whose result an appeal set aside; asked only where an exam of this term was not passed. */
async function givenBack(records: Records, held: Held): Promise<Follows | undefined> {
  const { state, history, version, credential, days } = held;
  const { events, begunAt } = history;
  const isFailed = events
    .slice(begunAt)
    .some((event) => event.type === 'attempt-over' && event.why === 'exam-not-passed');
  return isFailed
    ? examGivenBack(state, events, version, {
        exams: await records.renewals.examsFor(credential.id),
        setAside: await records.renewals.examsSetAside(credential.id),
        ...{ begunAt, today: days.today },
      })
    : undefined;
}

/** A late attempt whose time is over, or a refusal that stands: what it cost is taken back with it. */
async function attemptOver(
  records: Records,
  { state, rules, days }: Held,
  matters: readonly MatterHistory[],
): Promise<Follows | undefined> {
  const asked = { on: days.today, earliest: days.earliest };
  const { matter } = state.open ?? {};
  const answerOwed = matter !== undefined && answerIn(matters, matter) === undefined;
  const over = ranOut(state, rules, { ...asked, answerOwed });
  if (over.ok) {
    return { event: over.value };
  }
  const refused = state.refused?.matter;
  if (refused === undefined) {
    return undefined;
  }
  const { isOpen } = await records.renewals.appealsAgainst(refused);
  const stands = refusalStands(state, { ...asked, appealOpen: isOpen });
  return stands.ok ? { event: stands.value } : undefined;
}

/** Lapsed, unless an exam that was begun in time has no result yet. */
async function lapsed(records: Records, held: Held): Promise<Follows | undefined> {
  const { state, rules, days, history, credential } = held;
  const event = lapse(state, rules, days.earliest);
  if (!event.ok) {
    return undefined;
  }
  const opened = openByExam(state, history.events);
  const exams = opened === undefined ? [] : await records.renewals.examsFor(credential.id);
  return examsOf(exams, opened).some(({ passed }) => passed === undefined)
    ? undefined
    : { event: event.value };
}

/** Draws one credential for an audit, inside the transaction of the lottery that drew it. */
export async function drawOne(
  world: KeepWorld,
  records: Records,
  asked: { readonly credential: string; readonly lottery: string },
): Promise<boolean> {
  const held = await heldIn(world, records, asked.credential);
  if (!held.ok) {
    return false;
  }
  const { state, rules, history, days } = held.value;
  const drawn = drawForAudit(state, rules, { on: days.today, lottery: asked.lottery });
  if (!drawn.ok) {
    return false;
  }
  await records.renewals.append(asked.credential, history.version, [drawn.value]);
  await tellOf(world, records, held.value, drawn.value);
  return true;
}

/**
 * Every credential that time may do something to. Those for which nothing follows are found together and left alone; each
 * other one is followed by itself. Answers how many steps were taken.
 */
export async function keepRenewals(world: KeepWorld): Promise<number> {
  const today = world.clock.today();
  const credentials = await world.records.as(WORKER, ({ renewals }) => renewals.toLookAt(today));
  const toFollow: string[] = [];
  for (let place = 0; place < credentials.length; place += AT_ONCE) {
    toFollow.push(...(await someToFollow(world, credentials.slice(place, place + AT_ONCE))));
  }
  let count = 0;
  await allTried(
    toFollow.map((credential) => async () => {
      count += await keepRenewal(world, credential);
    }),
  );
  return count;
}

/** Of these, those for which anything may follow; whatever goes wrong in looking shows when it is followed. */
async function someToFollow(
  world: KeepWorld,
  credentials: readonly string[],
): Promise<readonly string[]> {
  const { ahead, providers } = await world.records.as(WORKER, async ({ renewals }) => ({
    ahead: await renewals.readAhead(credentials),
    providers: await renewals.providers(),
  }));
  const found: string[] = [];
  for (const read of ahead) {
    const { id } = read.history.credential;
    if (!(await nothingFollows(read, providers, (records) => follow(world, records, id)))) {
      found.push(id);
    }
  }
  return found;
}
