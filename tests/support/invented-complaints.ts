/**
 * What measuring would read of invented complaints about conduct, straight from their events and without a database; a test
 * holds it to what the database reads of the same events.
 */
import type { ConductEvent, Event } from '../../src/casework/conduct/conduct-event.ts';
import type { Life } from '../../src/demonstration/simulator/lives.ts';
import {
  type ConductWritten,
  writeConduct,
} from '../../src/demonstration/simulator/write-conduct.ts';
import { addYears, type CivilDate } from '../../src/kernel/dates/civil-date.ts';
import type { ConductSide, MeasuredConduct } from '../../src/workflow/measure/measured-conduct.ts';
import type { Measurements } from '../../src/workflow/measure/measurements.ts';
import type { ConductToLoad } from '../../src/workflow/ports/body-to-load.ts';
import { seededIds } from './seeded-ids.ts';

type Told = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

/** By the person or the concern. */
export const complaintsAmong =
  (conduct: readonly ConductToLoad[], told: Told) =>
  async (dimension: string, side: ConductSide): Promise<readonly MeasuredConduct[]> =>
    conduct.map((matter) => {
      const party = matter.parties.find(({ role }) => role === side);
      const key = party?.person ?? (side === 'complainant' ? party?.concern : undefined);
      return {
        ...measured(matter),
        groups: key === undefined ? undefined : told.get(key)?.get(dimension),
      };
    });

/** Complaints about people who live these lives. */
export function complaintsOf(seed: string, lives: readonly Life[], last: CivilDate) {
  const people = lives.flatMap(({ traits, applications }, place) =>
    applications.slice(0, 1).map(({ program, filedOn }) => ({
      id: `person ${place}`,
      fullName: 'Somebody',
      traits,
      program,
      since: filedOn,
    })),
  );
  const { conduct, answers }: ConductWritten = writeConduct({
    ...{ seed, people, last },
    ids: seededIds(seed),
    desk: {
      coordinators: ['coordinator one', 'coordinator two'],
      ombuds: ['ombud one', 'ombud two'],
      pool: Array.from({ length: 12 }, (_, place) => ({
        person: `member ${place}`,
        isPublic: place % 3 === 0,
        trainedUntil: addYears(last, 2),
        termEnds: addYears(last, 2),
        interests: '',
      })),
    },
  });
  const own = lives.flatMap(({ told }, place) =>
    told === undefined ? [] : [[`person ${place}`, told] as const],
  );
  return complaintsAmong(
    conduct,
    new Map([...own, ...answers.map(({ person, answers: told }) => [person, told] as const)]),
  );
}

function measured({ row, events }: ConductToLoad): Omit<MeasuredConduct, 'groups'> {
  const all = <Type extends ConductEvent['type']>(type: Type) =>
    events.flatMap(({ event, at }) =>
      event.type === type ? [{ event: event as Event<Type>, at }] : [],
    );
  const [screened] = all('screened');
  const reviewed = all('reviewed').at(-1);
  const [decided] = all('decided');
  const [told] = all('closing-told');
  const [answered] = all('appeal-decided');
  const isBreach = (findings: readonly { readonly breach: boolean }[]): boolean =>
    findings.some(({ breach }) => breach);
  const noCause =
    reviewed !== undefined && !isBreach(reviewed.event.findings) ? reviewed.at : undefined;
  const concludedAt = decided?.at ?? noCause;
  const breached = (decided?.event.findings ?? []).filter(({ breach }) => breach);
  const provisions = [...all('received'), ...all('joined')]
    .flatMap(({ event }) => event.allegations)
    .filter(({ id }) => breached.some(({ allegation }) => allegation === id))
    .map(({ provision }) => ({ number: provision.number, on: provision.conductOn }));
  return {
    about: row.about,
    program: row.program,
    grounds: row.grounds,
    setting: row.setting,
    openedOn: row.openedOn,
    screenedAt: screened?.at,
    takenUp:
      screened === undefined
        ? undefined
        : Object.values(screened.event.answers).every(({ met }) => met) ||
          all('screening-appeal-decided').some(({ event }) => event.upheld),
    noticedAt: all('notice-given')[0]?.at,
    concludedAt,
    breach: concludedAt === undefined ? undefined : breached.length > 0,
    provisions,
    sanction: decided?.event.sanction?.kind,
    appealedAt: all('appealed')[0]?.at,
    appealDecidedAt: answered?.at,
    appealEffect: answered?.event.effect,
    leftAt: [...all('dropped'), ...all('ended')].map(({ at }) => at).toSorted((a, b) => a - b)[0],
    toldAt: told?.at,
    achieved: told?.event.achieved,
    rests: all('stayed').map(({ event, at }) => ({
      from: event.on,
      until: all('stay-lifted').find((lifted) => lifted.at > at)?.event.on,
    })),
  };
}

const nothing = async () => [];
/** Measurements of complaints and of nothing else. */
export const onlyComplaints = (complaints: Measurements['complaints']): Measurements => ({
  ...{ complaints, decisions: nothing, results: nothing, ways: nothing, responses: nothing },
  ...{ judgments: nothing, journeys: nothing, terms: nothing, auditChances: nothing },
  ...{ service: nothing, seatChances: nothing, choices: nothing, ideas: nothing },
});
