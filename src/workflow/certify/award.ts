/**
 * Awards a credential on a pass, inside the transaction of the result: the rule decides, the badge is signed, the register
 * and the log keep it, and the holder is told where it is. Where the rule refuses, the result stands and nothing is issued.
 */
import { notGranted } from '../../casework/award/award.ts';
import { decideAward } from '../../casework/award/decide.ts';
import { openBadge } from '../../credential/badge/open-badge.ts';
import { statusPlaces } from '../../credential/status-list/allocation.ts';
import { toBase64url } from '../../kernel/bytes/bytes.ts';
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import type { JsonObject } from '../../kernel/bytes/json-members.ts';
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import { endOfDayIn, startOfDayIn } from '../../kernel/dates/zone.ts';
import { programOf } from '../../program/catalog/catalog.ts';
import { defaultsOf } from '../../program/catalog/operator-defaults.ts';
import { type OfferedProgram, rulesInForce } from '../../program/definition/offered-program.ts';
import { validUntil } from '../../program/maintenance/validity.ts';
import type { AwardOnPass, PassedSitting } from '../exam/award-on-pass.ts';
import type { World } from '../ports/ports.ts';
import { recordInLog } from '../publish/record-in-log.ts';
import { issuerDid, signAsIssuer, statusListAddress } from './issuer.ts';

type AwardWorld = Pick<World, 'clock' | 'chance' | 'keys' | 'issuing' | 'origin'>;
const ID_BYTES = 16;

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
    const id = toBase64url(world.chance.bytes(ID_BYTES));
    const place = statusPlaces(world.issuing.statusKey)(
      await records.register.nextStatusSequence(),
    );
    const document = await signAsIssuer(
      world,
      badgeFor(world, {
        id,
        program,
        passed,
        holderName: person.fullName,
        index: place.index,
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
      statusIndex: place.index,
      validUntil: until.value,
      demonstration: granted.value.demonstration,
    });
    await recordInLog(
      records,
      world.chance,
      {
        kind: 'award',
        program: passed.program,
        rules: rulesInForce(program, passed.on).id,
        decidedOn: passed.on,
        label: id,
        outcome: { validUntil: until.value },
      },
      { credential: id },
    );
    await records.mail.send({
      id: world.chance.uuid(),
      toPerson: passed.person,
      to: person.email,
      subject: 'Your credential is ready',
      body: `It is at ${world.origin}/c/${id}\n\nAnybody who has this address can check that it is genuine and current. Nobody can find it without the address.`,
    });
  };
}

export interface BadgeFacts {
  readonly id: string;
  readonly program: OfferedProgram;
  readonly passed: Pick<PassedSitting, 'on'>;
  readonly holderName: string;
  readonly index: number;
  readonly until: CivilDate;
  readonly demonstration: boolean;
  /** Where it was renewed after a gap: the day from which it has been held again. */
  readonly heldFrom?: CivilDate;
}

/** The badge before it is signed. */
export function badgeFor(world: Pick<World, 'origin'>, facts: BadgeFacts): JsonObject {
  const { program, passed, until } = facts;
  const { zone } = defaultsOf(program);
  const rules = rulesInForce(program, passed.on);
  const badge = openBadge({
    id: `${world.origin}/c/${facts.id}`,
    holderName: facts.holderName,
    programName: `${program.name} (${program.designation})`,
    achievementId: `${world.origin}/programs/${program.id}#${rules.id.replaceAll('/', '-')}`,
    description: `Certification by the ${program.body.name}. ${program.notice}`,
    criteria: {
      id: `${world.origin}/programs/${program.id}`,
      narrative: 'Met the published eligibility criteria and passed the exam.',
    },
    issuer: { id: issuerDid(world), name: program.body.name, url: world.origin },
    awardedDate: startOfDayIn(zone, passed.on),
    validFrom: startOfDayIn(zone, facts.heldFrom ?? passed.on),
    validUntil: endOfDayIn(zone, until),
    licenseNumber: `${program.designation}-${facts.id.slice(0, 8).toUpperCase()}`,
    status: { list: statusListAddress(world), index: facts.index },
    demonstration: facts.demonstration || program.invented,
  });
  if (!badge.ok) {
    throw new Error(`a badge could not be made: ${badge.refusal.because}`);
  }
  return badge.value;
}
