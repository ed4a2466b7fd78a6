/**
 * One credential looked at anew: what a decision, a payment or time alone leads to is put on record, in order, until
 * nothing follows any more. Nothing is decided here: every answer that needs a person carries the name of the person who
 * gave it in its matter. Run again it changes nothing.
 */

import { stateOf } from '../../casework/matter/matter.ts';
import { auditable, decideAudit, drawForAudit, resumeAudit } from '../../casework/renewal/audit.ts';
import { finish } from '../../casework/renewal/finish.ts';
import { answerMoreTime, lapse } from '../../casework/renewal/leave.ts';
import { isReady, notAccept } from '../../casework/renewal/renew.ts';
import type { RenewalEvent, SetAsideOf } from '../../casework/renewal/renewal-event.ts';
import { allTried } from '../../kernel/result/all-tried.ts';
import type { MatterHistory, Records } from '../ports/records.ts';
import { openAudit } from './audit-opened.ts';
import { takeBackCharges } from './charges.ts';
import { type Held, heldIn, type KeepWorld, rulesOfTerm, rulesOnDay } from './held.ts';
import { issueTerm } from './issue-term.ts';
import { remind } from './remind.ts';
import { tellOf } from './tell.ts';

const WORKER = { rights: 'worker', person: undefined } as const;
/** More than can follow from one another; a fault stops here. */
const MOST_STEPS = 20;

/** How many events followed. */
export async function keepRenewal(world: KeepWorld, credential: string): Promise<number> {
  return await world.records.as(WORKER, async (records) => {
    await records.renewals.oneActAtATime(credential);
    let count = 0;
    for (; count < MOST_STEPS; count += 1) {
      const held = await heldIn(world, records, credential);
      if (!held.ok) {
        return count;
      }
      if (!(await step(world, records, held.value))) {
        await issueTerm(world, records, held.value);
        await openAudit(world, records, held.value);
        await remind(world, records, held.value);
        return count;
      }
    }
    return count;
  });
}

interface Follows {
  readonly event: RenewalEvent;
  readonly matter?: string;
}

async function step(world: KeepWorld, records: Records, held: Held): Promise<boolean> {
  const matters = await records.matters.aboutCredential(held.credential.id);
  const next = await nextEvent(records, held, matters);
  if (next === undefined) {
    return false;
  }
  const { id } = held.credential;
  const { event, matter } = next;
  const written = await records.renewals.append(id, held.history.version, [event], matter);
  if (written !== 'written') {
    throw new Error(`${event.type} of a credential was not written: ${written}`);
  }
  if (event.type === 'lapsed' || event.type === 'withdrawn') {
    await takeBackCharges(world, records, held);
  }
  await tellOf(world, records, held, event);
  return true;
}

async function nextEvent(
  records: Records,
  held: Held,
  matters: readonly MatterHistory[],
): Promise<Follows | undefined> {
  return (
    (await turnedByAppeal(records, held, matters)) ??
    takenBack(held, matters) ??
    answeredTime(held, matters) ??
    (await finished(records, held, matters)) ??
    decidedAudit(held, matters) ??
    (await resumed(records, held)) ??
    lapsed(held)
  );
}

const OF: Readonly<Record<string, SetAsideOf>> = {
  renewal: 'renewal',
  'more-time': 'more-time',
  audit: 'audit',
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

interface Answer {
  readonly met: boolean;
  readonly by: string;
  readonly on: RenewalEvent['on'];
  readonly reason: string;
  readonly appealDays: number;
  readonly history: MatterHistory;
}

/** What a person answered in a matter, as it stands. */
function answerIn(matters: readonly MatterHistory[], id: string | undefined): Answer | undefined {
  const history = matters.find(({ row }) => row.id === id);
  const state = stateOf(history?.events ?? []);
  if (history === undefined || state.status !== 'decided') {
    return undefined;
  }
  const { outcome, decider, decidedOn, findings } = state.decision;
  const told = findings.filter(({ met }) => met === (outcome === 'met'));
  return {
    met: outcome === 'met',
    by: decider,
    on: decidedOn,
    reason: told.map(({ reason }) => reason).find((reason) => reason !== '') ?? 'As found.',
    appealDays: state.opening.appealDays,
    history,
  };
}

/** Where an appeal turned the answer, whoever heard it signs for it. */
async function signer(records: Records, answer: Answer): Promise<string> {
  const turned = answer.history.events.findLast((event) => event.type === 'set-aside');
  return turned?.effect === 'reversed' && answer.met
    ? ((await records.matters.whoSetAside(answer.history.row.id)) ?? answer.by)
    : answer.by;
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

function decidedAudit(
  { state, claimed, program }: Held,
  matters: readonly MatterHistory[],
): Follows | undefined {
  const term = auditable(state);
  const rules = term === undefined ? undefined : rulesOfTerm(program, term.rules);
  const history = matters.findLast(({ row }) => row.kind === 'audit');
  const answer = answerIn(matters, history?.row.id);
  const matter = stateOf(history?.events ?? []);
  if (
    rules === undefined ||
    answer === undefined ||
    term?.audit === undefined ||
    term.audit.decided !== undefined ||
    matter.status !== 'decided'
  ) {
    return undefined;
  }
  const decided = decideAudit(state, rules, claimed, {
    ...{ on: answer.on, by: answer.by, appealDays: answer.appealDays },
    findings: matter.decision.findings.map(({ criterion, met, reason }) => ({
      activity: criterion,
      accepted: met,
      reason,
    })),
  });
  return decided.ok ? { event: decided.value, matter: answer.history.row.id } : undefined;
}

/** The clock of an audit runs again: everybody who was asked has answered, or the day that was named has come. */
async function resumed(records: Records, { state, credential, days }: Held) {
  const paused = auditable(state)?.audit?.paused;
  if (paused === undefined) {
    return undefined;
  }
  const asked = await records.renewals.confirmations(credential.id);
  const answered =
    paused.why === 'third-party' && asked.every(({ answeredAt }) => answeredAt !== undefined);
  if (!answered && days.today < paused.until) {
    return undefined;
  }
  const event = resumeAudit(state, days.today);
  return event.ok ? { event: event.value } : undefined;
}

function lapsed({ state, rules, days }: Held): Follows | undefined {
  const event = lapse(state, rules, days.earliest);
  return event.ok ? { event: event.value } : undefined;
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

/** Every credential that time may do something to, each by itself. Answers how many steps were taken. */
export async function keepRenewals(world: KeepWorld): Promise<number> {
  const today = world.clock.today();
  const credentials = await world.records.as(WORKER, ({ renewals }) => renewals.toLookAt(today));
  let count = 0;
  await allTried(
    credentials.map((credential) => async () => {
      count += await keepRenewal(world, credential);
    }),
  );
  return count;
}
