/**
 * Reminders before a term ends: when they were sent and whether they arrived is kept with the credential, so that nobody
 * has to be believed about it. Of several that are due at once only the latest is sent.
 */

import { hoursOn } from '../../casework/renewal/hours.ts';
import { inOneSentence, pictureOf } from '../../casework/renewal/picture.ts';
import { daysOf, standingOn } from '../../casework/renewal/standing.ts';
import { addDays, type CivilDate, inWordsShort } from '../../kernel/dates/civil-date.ts';
import type { Records } from '../ports/records.ts';
import type { Held, KeepWorld } from './held.ts';

/** Days before the last day. */
const BEFORE = [365, 182, 91, 60, 30, 14, 7, 1] as const;
/** Days before the last day for a late renewal. */
const BEFORE_LATE = 7;

export interface Due {
  readonly kind: string;
  readonly aboutDay: CivilDate;
}

/** The reminder that is due on a day; undefined where none is. */
function reminderDue(held: Pick<Held, 'state' | 'rules'>, today: CivilDate): Due | undefined {
  const { state, rules } = held;
  const standing = standingOn(state, rules, today);
  const { lastDay, lateUntil, opensOn } = daysOf(rules, state.newest);
  if (standing.kind === 'late' && lateUntil !== null) {
    return addDays(lateUntil, -BEFORE_LATE) <= today
      ? { kind: 'late', aboutDay: lateUntil }
      : undefined;
  }
  if (standing.kind !== 'held' || today < state.newest.term.from || today > lastDay) {
    return undefined;
  }
  const steps = [
    ...BEFORE.map((days) => [`${days}-days`, addDays(lastDay, -days)] as const),
    ...(opensOn === null ? [] : [['opens', opensOn] as const]),
  ].toSorted(([, one], [, other]) => (one < other ? -1 : 1));
  const due = steps.findLast(([, day]) => day <= today);
  return due === undefined ? undefined : { kind: due[0], aboutDay: lastDay };
}

export async function remind(world: KeepWorld, records: Records, held: Held): Promise<void> {
  const { credential, days, state } = held;
  const due = reminderDue(held, days.today);
  const sent = due === undefined ? [] : await records.renewals.reminders(credential.id);
  const before = sent.some(({ kind, aboutDay }) => kind === due?.kind && aboutDay === due.aboutDay);
  // Whoever has attested everything waits for us, and is not told to hurry.
  if (due === undefined || before || state.open?.attestedOn !== undefined) {
    return;
  }
  const [person] = await records.people.byIds([credential.person]);
  if (person === undefined) {
    return;
  }
  const mail = world.chance.uuid();
  await records.mail.send({
    ...{ id: mail, toPerson: credential.person, to: person.email },
    ...letter(world, held, due),
  });
  await records.renewals.remind({
    ...{ id: world.chance.uuid(), credential: credential.id, mail, ...due },
  });
}

function letter(
  world: KeepWorld,
  { state, rules, claimed, days, program, credential }: Held,
  { kind, aboutDay }: Due,
): { readonly subject: string; readonly body: string } {
  const hours = hoursOn(state, rules, claimed, { on: days.today, latest: days.latest });
  const needs = inOneSentence(pictureOf(hours, rules, days.today));
  const { lastDay, lateUntil } = daysOf(rules, state.newest);
  const after =
    kind === 'late'
      ? `Your ${program.designation} credential ended on ${inWordsShort(lastDay)}. You can still renew it late, until ${inWordsShort(aboutDay)}.`
      : `If you do nothing, you no longer hold it from ${inWordsShort(addDays(lastDay, 1))} on.${lateUntil === null ? '' : ` Until ${inWordsShort(lateUntil)} you could still renew it late, for a higher fee.`}`;
  return {
    subject:
      kind === 'late'
        ? `Renew your ${program.designation} by ${inWordsShort(aboutDay)}`
        : `Your ${program.designation} runs until ${inWordsShort(lastDay)}`,
    body: `${needs}\n\n${after}\n\nWhat counts, what is still needed, and every date: ${world.origin}/my/renewal/${credential.id}\n\n${program.notice}\n`,
  };
}
