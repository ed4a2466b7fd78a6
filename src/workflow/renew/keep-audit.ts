/** What follows in an audit by itself: a person's decision taken over, the clock run again, an end announced and carried out. */
import { stateOf } from '../../casework/matter/matter.ts';
import { auditable, decideAudit, runAgain } from '../../casework/renewal/audit.ts';
import {
  announceEnd,
  closeAudit,
  endAfterAudit,
  endTakesEffect,
  keepAfterAudit,
} from '../../casework/renewal/term-end.ts';
import type { MatterHistory } from '../ports/matter-history.ts';
import type { World } from '../ports/ports.ts';
import type { Records } from '../ports/records.ts';
import { answerIn, type Follows, signer } from './answer-in-matter.ts';
import { type Held, rulesOfTerm } from './held.ts';

export function decidedAudit(
  { state, claimed, program }: Held,
  matters: readonly MatterHistory[],
): Follows | undefined {
  const term = auditable(state);
  const rules = term === undefined ? undefined : rulesOfTerm(program, term.rules);
  const audit = term?.audit;
  const history = matters.findLast(
    ({ row }) => row.kind === 'audit' && audit !== undefined && row.openedOn >= audit.drawnOn,
  );
  const answer = answerIn(matters, history?.row.id);
  const matter = stateOf(history?.events ?? []);
  if (
    rules === undefined ||
    answer === undefined ||
    audit === undefined ||
    audit.decided !== undefined ||
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

/** Of those whom a holder asked, somebody owes an answer by a link that still works. */
export async function somebodyOwes(
  world: Pick<World, 'clock'>,
  { renewals }: Pick<Records, 'renewals'>,
  credential: string,
): Promise<boolean> {
  const asked = await renewals.confirmations(credential);
  return asked.some(
    ({ answeredAt, expiresAt }) => answeredAt === undefined && expiresAt > world.clock.now(),
  );
}

/** The clock of an audit runs again: nobody who was asked owes an answer any more, and no leave lasts. */
export async function resumed(
  world: Pick<World, 'clock'>,
  records: Records,
  { state, credential, days }: Held,
): Promise<Follows | undefined> {
  if (auditable(state)?.audit?.paused === undefined) {
    return undefined;
  }
  const owes = await somebodyOwes(world, records, credential.id);
  const event = runAgain(state, { on: days.today, somebodyOwes: owes });
  return event === undefined ? undefined : { event };
}

/** The matter of an end that was announced for the audit that runs. */
export const endMatter = (
  { state }: Pick<Held, 'state'>,
  matters: readonly MatterHistory[],
): MatterHistory | undefined => {
  const end = auditable(state)?.audit?.end;
  return end === undefined
    ? undefined
    : matters.findLast(({ row }) => row.kind === 'term-end' && row.openedOn >= end.announcedOn);
};

/** What a person decided about the end of a term: it ends, once the appeal is over, or it is kept. */
export async function decidedEnd(
  records: Records,
  held: Held,
  matters: readonly MatterHistory[],
): Promise<Follows | undefined> {
  const answer = answerIn(matters, endMatter(held, matters)?.row.id);
  if (answer === undefined) {
    return undefined;
  }
  const { on, reason, appealDays, history } = answer;
  const asked = { on, reason, by: await signer(records, answer) };
  const event = answer.met
    ? keepAfterAudit(held.state, asked)
    : endAfterAudit(held.state, { ...asked, appealDays });
  return event.ok ? { event: event.value, matter: history.row.id } : undefined;
}

/** The next step towards the end of a term: its holder told, or the end carried out. */
export async function endFollows(records: Records, held: Held): Promise<Follows | undefined> {
  const { state, rules, days } = held;
  const audit = auditable(state)?.audit;
  if (audit?.decided?.outcome !== 'failed') {
    return undefined;
  }
  const matter = audit.end === undefined ? audit.matter : audit.end.matter;
  if (matter === undefined) {
    return undefined;
  }
  const { isOpen, dismissedOn } = await records.renewals.appealsAgainst(matter);
  const asked = { today: days.today, earliest: days.earliest, appealOpen: isOpen };
  const steps =
    audit.end === undefined
      ? [announceEnd(state, rules, asked), closeAudit(state, asked)]
      : [endTakesEffect(state, { ...asked, dismissedOn })];
  const event = steps.find(({ ok }) => ok);
  return event?.ok === true ? { event: event.value } : undefined;
}
