/**
 * What the issuer says of one copy, beside it at /c/…/status.json: the program, the word of its standing and the days, signed
 * by the key of the lists, and no more. No name, no reason, and no way to another copy.
 */
import { mayBeReliedOn, type Standing, standingOf } from '../../casework/award/standing.ts';
import type { JsonObject } from '../../kernel/bytes/json-members.ts';
import { addDays } from '../../kernel/dates/civil-date.ts';
import { endOfDayIn } from '../../kernel/dates/zone.ts';
import { programOf } from '../../program/catalog/catalog.ts';
import type { CopyStanding } from '../ports/copy-records.ts';
import { type IssuerWorld, issuerDid, signRecord } from './issuer.ts';

const RECORD_DAYS = 7;
const NOBODY = { rights: 'public', person: undefined } as const;

export interface FoundCopy extends CopyStanding {
  readonly standing: Standing;
}

/** A copy by its address, and how it stands today. */
export async function copyAt(
  world: Pick<IssuerWorld, 'records' | 'clock'>,
  id: string,
): Promise<FoundCopy | undefined> {
  const today = world.clock.today();
  return await world.records.as(NOBODY, async ({ register }) => {
    const found = await register.standing(id, today);
    return found === undefined ? undefined : { ...found, standing: standingOf(found.facts, today) };
  });
}

/** The signed record of a copy; undefined where there is none at this address. */
export async function registryRecord(
  world: IssuerWorld,
  id: string,
): Promise<JsonObject | undefined> {
  const found = await copyAt(world, id);
  return found === undefined ? undefined : await signRecord(world, recordOf(world, id, found));
}

function recordOf(world: IssuerWorld, id: string, { standing, ...found }: FoundCopy): JsonObject {
  const program = programOf(found.program);
  const today = world.clock.today();
  return {
    id: `${world.origin}/c/${id}/status.json`,
    type: 'EvenhandRegistryRecord',
    issuer: issuerDid(world),
    credential: `${world.origin}/c/${id}`,
    program: program?.name ?? found.program,
    state: standing.word,
    mayBeReliedOn: mayBeReliedOn(standing),
    ...(standing.since === undefined ? {} : { since: standing.since }),
    ...(standing.until === undefined ? {} : { until: standing.until }),
    lastDay: found.facts.validUntil,
    asOf: today,
    validUntil: endOfDayIn('UTC', addDays(today, RECORD_DAYS)),
  };
}
