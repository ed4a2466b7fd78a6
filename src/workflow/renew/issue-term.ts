/**
 * The signed paper of a new term: it stands at the same address as the first and shares its place on the status lists, so
 * that whoever looks it up, or holds an older copy, learns how the credential stands now.
 */
import type { CredentialLife } from '../../casework/renewal/credential-life.ts';
import { termsOf } from '../../casework/renewal/credential-life.ts';
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import { textMember } from '../../kernel/bytes/json-members.ts';
import { addDays, type CivilDate } from '../../kernel/dates/civil-date.ts';
import { endOfDayIn, startOfDayIn } from '../../kernel/dates/zone.ts';
import { defaultsOf } from '../../program/catalog/operator-defaults.ts';
import { badgeFor } from '../certify/award.ts';
import { signAsIssuer } from '../certify/issuer.ts';
import type { Records } from '../ports/records.ts';
import type { Held, KeepWorld } from './held.ts';

/** Issues a paper where the newest one says another last day than the credential has. */
export async function issueTerm(world: KeepWorld, records: Records, held: Held): Promise<void> {
  const { state, credential, program } = held;
  const newest = (await records.renewals.paper(credential.id)) ?? credential.document;
  const from = heldWithoutGapFrom(state);
  const until = state.newest.lastDay;
  const { zone } = defaultsOf(program);
  const isSame =
    textMember(newest, 'validUntil') === endOfDayIn(zone, until) &&
    textMember(newest, 'validFrom') === startOfDayIn(zone, from);
  // A term that was cut short is told by the status list: a paper that somebody holds cannot be called back.
  if (isSame || state.newest.retired !== undefined || until < state.newest.term.from) {
    return;
  }
  if ((textMember(newest, 'validUntil') ?? '') > endOfDayIn(zone, until)) {
    return;
  }
  const [person] = await records.people.byIds([credential.person]);
  if (person === undefined) {
    return;
  }
  const document = await signAsIssuer(
    world,
    badgeFor(world, {
      ...{ id: credential.id, program, until, index: credential.statusIndex },
      passed: { on: awardedOn(state) },
      heldFrom: from,
      holderName: person.fullName,
      demonstration: credential.demonstration,
    }),
  );
  await records.renewals.addPaper({
    ...{ credential: credential.id, document: document as Json, validUntil: until },
  });
}

const awardedOn = (state: CredentialLife): CivilDate =>
  termsOf(state)[0]?.term.from ?? state.newest.term.from;

/** The first day of the terms that follow one another without a gap up to the newest. */
function heldWithoutGapFrom(state: CredentialLife): CivilDate {
  const terms = termsOf(state).toReversed();
  const gap = terms.findIndex(({ term }, place) => {
    const before = terms[place + 1];
    return before === undefined || addDays(before.lastDay, 1) < term.from;
  });
  return terms[Math.max(0, gap)]?.term.from ?? state.newest.term.from;
}
