/** The badge that an award or a later copy of it becomes, before it is signed. */
import { openBadge } from '../../credential/badge/open-badge.ts';
import type { StatusPlace } from '../../credential/status-list/allocation.ts';
import type { JsonObject } from '../../kernel/bytes/json-members.ts';
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import { endOfDayIn, startOfDayIn } from '../../kernel/dates/zone.ts';
import { defaultsOf } from '../../program/catalog/operator-defaults.ts';
import { type OfferedProgram, rulesInForce } from '../../program/definition/offered-program.ts';
import type { PassedSitting } from '../exam/award-on-pass.ts';
import type { World } from '../ports/ports.ts';
import { issuerDid, statusListAddress } from './issuer.ts';
import { newNumber } from './new-place.ts';

export interface BadgeFacts {
  readonly id: string;
  readonly program: OfferedProgram;
  readonly passed: Pick<PassedSitting, 'on'>;
  readonly holderName: string;
  readonly place: StatusPlace;
  /** Kept from copy to copy; a new one where there is none yet. */
  readonly licenseNumber?: string | undefined;
  readonly until: CivilDate;
  /** Of the copy before, which keeps it. */
  readonly awardedDate?: string | undefined;
  readonly demonstration: boolean;
  /** Where it was renewed after a gap: the day from which it has been held again. */
  readonly heldFrom?: CivilDate;
}

/** The badge before it is signed. */
export function badgeFor(world: Pick<World, 'origin' | 'chance'>, facts: BadgeFacts): JsonObject {
  const { program, passed, until } = facts;
  const { zone } = defaultsOf(program);
  const rules = rulesInForce(program, passed.on);
  const badge = openBadge({
    id: `${world.origin}/c/${facts.id}`,
    subjectId: `urn:uuid:${world.chance.uuid()}`,
    holderName: facts.holderName,
    programName: `${program.name} (${program.designation})`,
    programUrl: `${world.origin}/programs/${program.id}`,
    achievementId: `${world.origin}/programs/${program.id}#${rules.id.replaceAll('/', '-')}`,
    description: `Certification by the ${program.body.name}. ${program.notice}`,
    criteria: {
      id: `${world.origin}/programs/${program.id}`,
      narrative: 'Met the published eligibility criteria and passed the exam.',
    },
    issuer: { id: issuerDid(world), name: program.body.name, url: world.origin },
    awardedDate: facts.awardedDate ?? startOfDayIn(zone, passed.on),
    validFrom: startOfDayIn(zone, facts.heldFrom ?? passed.on),
    validUntil: endOfDayIn(zone, until),
    licenseNumber: facts.licenseNumber ?? newNumber(world, program.designation),
    status: { list: statusListAddress(world, facts.place.list), index: facts.place.index },
    demonstration: facts.demonstration || program.invented,
  });
  if (!badge.ok) {
    throw new Error(`a badge could not be made: ${badge.refusal.because}`);
  }
  return badge.value;
}
