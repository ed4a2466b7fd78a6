/**
 * Awards a credential on a pass, inside the transaction of the result: the rule decides, the badge is signed, the register
 * and the log keep it, and the holder is told where it is. Where the rule refuses, the result stands and nothing is issued.
 */
import { notGranted } from '../../casework/award/award.ts';
import { type AwardRefusal, decideAward } from '../../casework/award/decide.ts';
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { programOf } from '../../program/catalog/catalog.ts';
import { rulesInForce } from '../../program/definition/offered-program.ts';
import { validUntil } from '../../program/maintenance/validity.ts';
import type { AwardOnPass, PassedSitting } from '../exam/award-on-pass.ts';
import type { World } from '../ports/ports.ts';
import type { Records } from '../ports/records.ts';
import { badgeFor } from './badge-for.ts';
import { signAsIssuer } from './issuer.ts';
import { logIssue } from './log-issue.ts';
import { newAddress, nextPlace } from './new-place.ts';

type AwardWorld = Pick<World, 'clock' | 'chance' | 'keys' | 'issuing' | 'origin' | 'papers'>;

export function awardOnPass(world: AwardWorld): AwardOnPass {
  return async (records, passed) => {
    const awarded = await award(world, records, passed);
    if (!awarded.ok && awarded.refusal.kind === 'name-not-printed') {
      await tellNameNotPrinted(world, records, passed.person, awarded.refusal.because);
    }
  };
}

/** Nobody waits for a credential without knowing why: it is issued as soon as the name can be printed. */
async function tellNameNotPrinted(
  world: AwardWorld,
  records: Records,
  id: string,
  because: string,
): Promise<void> {
  const [person] = await records.people.byIds([id]);
  if (person !== undefined) {
    await records.mail.send({
      ...{ id: world.chance.uuid(), toPerson: id, to: person.email },
      subject: 'Your credential waits for your name',
      body: `You passed, and your credential is ready but for one thing: ${because}. Say how your name can be put on paper: ${world.origin}/my/name\n`,
    });
  }
}

/** Whether a credential was awarded; where a rule stands in the way, which. */
export async function award(
  world: AwardWorld,
  records: Records,
  passed: PassedSitting,
): Promise<Result<string, AwardRefusal | 'not-offered' | 'held-already' | 'name-not-printed'>> {
  const program = programOf(passed.program);
  const until =
    program === undefined ? undefined : validUntil(rulesInForce(program, passed.on), passed.on);
  if (program === undefined || until?.ok !== true) {
    return refuse('not-offered', 'this program is not offered here');
  }
  const granted = decideAward(notGranted, {
    program: passed.program,
    sitting: passed.sitting,
    formKind: passed.formKind,
    outcome: 'passed',
    inGoodStanding: await records.register.inGoodStanding(passed.person, world.clock.today()),
    realMark: program.realMark,
    authorized: (await records.settings.authorized()).has(passed.program),
    on: passed.on,
    validUntil: until.value,
  });
  if (!granted.ok) {
    return granted;
  }
  // Whoever holds one already has renewed it by this exam, or can: it awards no second.
  const [person] = await records.people.byIds([passed.person]);
  const { activeOf } = records.register;
  const held = await activeOf(passed.person, passed.program, passed.on);
  if (held !== undefined || person === undefined) {
    return refuse('held-already', 'this person holds a credential of the program already');
  }
  // Before anything is signed: a credential that no paper can show is not issued.
  const prints = await world.papers.namePrints(person.fullName);
  if (!prints.ok) {
    return prints;
  }
  const id = newAddress(world);
  const place = await nextPlace(world, records);
  const { demonstration } = granted.value;
  const document = await signAsIssuer(
    world,
    badgeFor(world, {
      ...{ id, program, passed, holderName: person.fullName, place },
      ...{ until: until.value, demonstration },
    }),
  );
  await records.register.issue({
    ...{ id, person: passed.person, sitting: passed.sitting, program: passed.program },
    ...{ document: document as Json, statusList: place.list, statusIndex: place.index },
    ...{ validUntil: until.value, demonstration },
  });
  await logIssue(world, records, {
    ...{ document, id, credential: id, program: passed.program, on: passed.on },
    ...{ rules: rulesInForce(program, passed.on).id, validUntil: until.value },
  });
  await records.mail.send({
    id: world.chance.uuid(),
    toPerson: passed.person,
    to: person.email,
    subject: 'Your credential is ready',
    body: `It is at ${world.origin}/c/${id}\n\nAnybody who has this address can check that it is genuine and current. Nobody can find it without the address.\n\nFiles to send on, and a copy for a wallet: ${world.origin}/my/credential/${id}`,
  });
  return success(id);
}
