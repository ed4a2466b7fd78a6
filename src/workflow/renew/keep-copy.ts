/**
 * The signed copy of a credential that counts now. A new term, a name that was decided, and holding it again after a suspension
 * or an end, each lead to a copy of its own: a new address and a new place on a list, with the day of the first award kept. The
 * copy before counts no more; the database sets its bit when the new one is there. A copy with another name has another number
 * too, so that nothing printed on the old one finds the new one. Run again it changes nothing.
 */
import type { CredentialLife } from '../../casework/renewal/credential-life.ts';
import { termsOf } from '../../casework/renewal/credential-life.ts';
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import { listed, member, textMember } from '../../kernel/bytes/json-members.ts';
import { addDays, type CivilDate, civilDateAt } from '../../kernel/dates/civil-date.ts';
import { defaultsOf } from '../../program/catalog/operator-defaults.ts';
import { badgeFor } from '../certify/badge-for.ts';
import { signAsIssuer } from '../certify/issuer.ts';
import { logIssue } from '../certify/log-issue.ts';
import { newAddress, nextPlace } from '../certify/new-place.ts';
import type { CopyRow, WhyCopied } from '../ports/copy-records.ts';
import type { CalledRow, Records } from '../ports/records.ts';
import type { Held, KeepWorld } from './held.ts';

/** Signs a copy where the newest one says another term than the credential has, or counts no more although it is held. */
export async function keepCopy(world: KeepWorld, records: Records, held: Held): Promise<void> {
  const newest = await records.register.newestCopy(held.credential.id);
  if (newest !== undefined && newest.endedOn === undefined && isOverEarly(held, newest)) {
    return await records.register.endDue(held.credential.id, held.days.today);
  }
  const why = newest === undefined ? undefined : await whyDue(records, held, newest);
  if (newest !== undefined && why !== undefined) {
    await signCopy(world, records, held, newest, why);
  }
}

/** The term was ended, and the day came: nothing in the copy says so, and its bit must. */
function isOverEarly({ state, program, days }: Held, newest: CopyRow): boolean {
  const { lastDay } = state.newest;
  const said = dayIn(newest.document, 'validUntil', defaultsOf(program).zone);
  return said !== undefined && lastDay < said && lastDay < days.today;
}

async function whyDue(
  records: Records,
  { state, credential, program, days }: Held,
  newest: CopyRow,
): Promise<WhyCopied | undefined> {
  const until = state.newest.lastDay;
  const { zone } = defaultsOf(program);
  const said = dayIn(newest.document, 'validUntil', zone);
  const sameTerm =
    said === until && dayIn(newest.document, 'validFrom', zone) === heldWithoutGapFrom(state);
  if (state.newest.retired !== undefined || until < state.newest.term.from) {
    return undefined;
  }
  if (newest.nameDue !== undefined) {
    // Until it is held again, nothing is signed under any name.
    return (await records.register.isGood(credential.id, days.today)) ? 'name-change' : undefined;
  }
  // A term that was cut short is told by the status list: a copy that somebody holds cannot be called back.
  if (!sameTerm && (said === undefined || said <= until)) {
    return 'renewal';
  }
  return newest.endedOn !== undefined && (await records.register.isGood(credential.id, days.today))
    ? 'reinstatement'
    : undefined;
}

async function signCopy(
  world: KeepWorld,
  records: Records,
  { state, credential, program, days, version }: Held,
  newest: CopyRow,
  why: WhyCopied,
): Promise<void> {
  const [person] = await records.people.byIds([credential.person]);
  if (person === undefined) {
    return;
  }
  const until = state.newest.lastDay;
  const subject = member(newest.document, 'credentialSubject');
  // A name that was only typed somewhere is no name that was decided: the next copy bears the one before.
  const holderName = newest.nameDue ?? nameIn(newest.document) ?? person.fullName;
  const prints = await world.papers.namePrints(holderName);
  if (!prints.ok) {
    await tellHeldBack(world, records, { credential, newest, person }, prints.refusal.because);
    return;
  }
  const id = newAddress(world);
  const place = await nextPlace(world, records);
  const document = await signAsIssuer(
    world,
    badgeFor(world, {
      ...{ id, program, until, place },
      passed: { on: awardedOn(state) },
      heldFrom: heldWithoutGapFrom(state),
      holderName,
      licenseNumber: why === 'name-change' ? undefined : textMember(subject, 'licenseNumber'),
      awardedDate: textMember(newest.document, 'awardedDate'),
      demonstration: credential.demonstration,
    }),
  );
  const inWallets = (await records.register.walletCopies(credential.id)).some(
    ({ endedOn }) => endedOn === undefined,
  );
  await records.register.addCopy({
    ...{ id, credential: credential.id, number: newest.number + 1, why },
    ...{ document: document as Json, list: place.list, index: place.index },
    ...{ validUntil: until, issuedOn: days.today },
  });
  await logIssue(world, records, {
    ...{ document, program: program.id, rules: version.id, on: days.today },
    ...{ id, credential: credential.id, validUntil: until, isCopy: true },
  });
  await tellOfCopy(world, records, {
    id,
    person,
    credential: credential.id,
    why,
    inWallets,
    program,
  });
}

/** A renewal has its own letter; what it cannot say is that the copy in a wallet counts no more. */
async function tellOfCopy(
  world: KeepWorld,
  records: Records,
  copy: {
    readonly id: string;
    readonly person: CalledRow;
    readonly credential: string;
    readonly why: WhyCopied;
    readonly inWallets: boolean;
    readonly program: Held['program'];
  },
): Promise<void> {
  const { id, person, credential, why, inWallets, program } = copy;
  if (why === 'renewal' && !inWallets) {
    return;
  }
  const renamed =
    why === 'name-change'
      ? `It bears your name and has a number of its own. Destroy what you printed of the old one. Employers whose lists you agreed to are told nothing more until you agree again: ${world.origin}/my/register\n\n`
      : '';
  const wallet = inWallets
    ? `What lies in a wallet counts no more either. Put the new copy in: ${world.origin}/my/credential/${credential}\n\n`
    : '';
  await records.mail.send({
    ...{ id: world.chance.uuid(), toPerson: person.id, to: person.email },
    subject: 'There is a new copy of your credential',
    body: `It is at ${world.origin}/c/${id}\n\nThe copy you had counts no more, and nothing public leads from it to the new one. Give the new address to whoever checks your credential.\n\n${renamed}${wallet}${program.notice}\n`,
  });
}

/** Once for each copy that waits: nobody waits without knowing why. */
async function tellHeldBack(
  world: KeepWorld,
  records: Records,
  held: Pick<Held, 'credential'> & { readonly newest: CopyRow; readonly person: CalledRow },
  because: string,
): Promise<void> {
  const { credential, newest, person } = held;
  const about = { kind: 'name-not-printed', aboutDay: newest.issuedOn };
  const sent = await records.renewals.reminders(credential.id);
  if (sent.some(({ kind, aboutDay }) => kind === about.kind && aboutDay === about.aboutDay)) {
    return;
  }
  const mail = world.chance.uuid();
  await records.mail.send({
    ...{ id: mail, toPerson: credential.person, to: person.email },
    subject: 'The new copy of your credential waits for your name',
    body: `Everything is ready but for one thing: ${because}. Ask for a way to write it that can be printed: ${world.origin}/my/name\n`,
  });
  await records.renewals.remind({
    ...{ id: world.chance.uuid(), credential: credential.id, mail, ...about },
  });
}

/** The name that a document bears. */
function nameIn(document: Json): string | undefined {
  const [first] = listed(member(member(document, 'credentialSubject'), 'identifier'));
  return textMember(first, 'identityHash');
}

/** The day that a document says, in the body's zone. */
function dayIn(document: Json, name: string, zone: string): CivilDate | undefined {
  const moment = Date.parse(textMember(document, name) ?? '');
  return Number.isNaN(moment) ? undefined : civilDateAt(moment, zone);
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
