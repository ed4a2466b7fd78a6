/**
 * Awards a credential on a pass, inside the transaction of the result: the rule decides, the badge is signed, the register
 * and the log keep it, and the holder is told where it is. Where the rule refuses, the result stands and nothing is issued.
 */
import { notGranted } from '../../casework/award/award.ts';
import { decideAward } from '../../casework/award/decide.ts';
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import { programOf } from '../../program/catalog/catalog.ts';
import { rulesInForce } from '../../program/definition/offered-program.ts';
import { validUntil } from '../../program/maintenance/validity.ts';
import type { AwardOnPass } from '../exam/award-on-pass.ts';
import type { World } from '../ports/ports.ts';
import { badgeFor } from './badge-for.ts';
import { signAsIssuer } from './issuer.ts';
import { logIssue } from './log-issue.ts';
import { newAddress, nextPlace } from './new-place.ts';

type AwardWorld = Pick<World, 'clock' | 'chance' | 'keys' | 'issuing' | 'origin'>;

export function awardOnPass(world: AwardWorld): AwardOnPass {
  return async (records, passed) => {
    const program = programOf(passed.program);
    if (program === undefined) {
      return;
    }
    const until = validUntil(rulesInForce(program, passed.on), passed.on);
    const authorized = (await records.settings.authorized()).has(passed.program);
    if (!until.ok) {
      return;
    }
    const granted = decideAward(notGranted, {
      program: passed.program,
      sitting: passed.sitting,
      formKind: passed.formKind,
      outcome: 'passed',
      inGoodStanding: true,
      realMark: program.realMark,
      authorized,
      on: passed.on,
      validUntil: until.value,
    });
    // Whoever holds one already has renewed it by this exam, or can: it awards no second.
    if ((await records.register.activeOf(passed.person, passed.program, passed.on)) !== undefined) {
      return;
    }
    const [person] = await records.people.byIds([passed.person]);
    if (!granted.ok || person === undefined) {
      return;
    }
    const id = newAddress(world);
    const place = await nextPlace(world, records);
    const document = await signAsIssuer(
      world,
      badgeFor(world, {
        id,
        program,
        passed,
        holderName: person.fullName,
        place,
        until: until.value,
        demonstration: granted.value.demonstration,
      }),
    );
    await records.register.issue({
      id,
      person: passed.person,
      sitting: passed.sitting,
      program: passed.program,
      document: document as Json,
      statusList: place.list,
      statusIndex: place.index,
      validUntil: until.value,
      demonstration: granted.value.demonstration,
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
      body: `It is at ${world.origin}/c/${id}\n\nAnybody who has this address can check that it is genuine and current. Nobody can find it without the address.`,
    });
  };
}
