/**
 * Puts before the board what a release shows, and measures again what it was shown before. The worker runs it after each
 * release, in one transaction; run twice for one release, it changes nothing the second time. It answers nothing.
 */
import { measureAgain, open, standsFor, tell } from '../../casework/finding/decide.ts';
import { keyOf, raterIn, type ShownDisparity } from '../../casework/finding/disparity.ts';
import { type Finding, type FindingEvent, stateOf } from '../../casework/finding/finding.ts';
import { labelFrom } from '../../casework/matter/label.ts';
import { type CivilDate, inWords } from '../../kernel/dates/civil-date.ts';
import { FEDERAL_HOLIDAYS } from '../../program/calendar/federal-holidays.ts';
import type { FindingHistory } from '../ports/finding-records.ts';
import type { World } from '../ports/ports.ts';
import type { Records } from '../ports/records.ts';

type OpeningWorld = Pick<World, 'records' | 'clock' | 'chance' | 'origin'>;

export interface Release {
  readonly number: number;
  /** The last day that is counted in it. */
  readonly countedUntil: CivilDate;
}

export interface OpenedFindings {
  readonly opened: number;
  readonly measuredAgain: number;
}

/**
 * Answers how many findings were opened and how many measured again. A comparison whose last finding still stands (see
 * `standsFor`) opens no second one.
 */
export async function openFindings(
  world: OpeningWorld,
  release: Release,
  comparisons: readonly ShownDisparity[],
): Promise<OpenedFindings> {
  return await world.records.as({ rights: 'worker', person: undefined }, async (records) => {
    await records.findings.oneReleaseAtATime();
    const latest = latestByKey(await records.findings.list());
    const count = { opened: 0, measuredAgain: 0 };
    const each = new Map(
      comparisons.map((one) => [keyOf(one), { ...one, release: release.number }]),
    );
    for (const [key, shown] of each) {
      const last = latest.get(key);
      if (last !== undefined && (await keepMeasurement(world, records, last, shown))) {
        count.measuredAgain += 1;
      }
      const seen = last?.state.measurements.some((one) => one.release >= release.number) === true;
      const stands = last !== undefined && standsFor(last.state, release.countedUntil);
      if (shown.state === 'disparity-shown' && !stands && !seen) {
        const state = await openFinding(world, records, shown, key);
        latest.set(key, state);
        count.opened += 1;
      }
    }
    return count;
  });
}

interface Known {
  readonly history: FindingHistory;
  readonly state: Finding;
}

/** The finding opened last for each comparison. */
function latestByKey(histories: readonly FindingHistory[]): Map<string, Known> {
  const latest = new Map<string, Known>();
  for (const history of histories) {
    const state = stateOf(history.events);
    if (state !== undefined) {
      const key = keyOf(state.measurements[0]);
      const other = latest.get(key);
      if (other === undefined || firstRelease(other.state) < firstRelease(state)) {
        latest.set(key, { history, state });
      }
    }
  }
  return latest;
}

const firstRelease = ({ measurements }: Finding): number => measurements[0].release;

async function keepMeasurement(
  { clock }: OpeningWorld,
  { findings }: Records,
  { history, state }: Known,
  shown: ShownDisparity,
): Promise<boolean> {
  const event = measureAgain(state, { shown, on: clock.today() });
  if (!event.ok) {
    return false;
  }
  if ((await findings.append(history.id, history.version, [event.value])) !== 'written') {
    throw new Error(
      `somebody wrote to finding ${history.label} while a release was looked through`,
    );
  }
  return true;
}

async function openFinding(
  world: OpeningWorld,
  { findings }: Records,
  shown: ShownDisparity,
  key: string,
): Promise<Known> {
  const on = world.clock.today();
  const opened = open({ shown, on, holidays: FEDERAL_HOLIDAYS });
  if (!opened.ok) {
    throw new Error(opened.refusal.because);
  }
  const events: FindingEvent[] = [opened.value];
  const rater = raterIn(shown);
  const state = stateOf(events);
  if (state === undefined) {
    throw new Error('a finding that was opened is none');
  }
  const told = tell(state, { on, holidays: FEDERAL_HOLIDAYS });
  if (told.ok) {
    events.push(told.value);
  }
  const id = world.chance.uuid();
  const label = labelFrom('F', world.chance.bytes(7));
  const { promisedBy } = opened.value;
  await findings.open(
    { id, label, key, release: shown.release, rater, openedOn: on, promisedBy },
    events,
  );
  const letter = letterFor(
    world.origin,
    id,
    label,
    promisedBy,
    told.ok ? told.value.respondUntil : undefined,
  );
  await findings.tell(id, letter.subject, letter.body);
  const history = { id, label, events, version: events.length };
  return { history, state: stateOf(events) ?? state };
}

/** No figure stands in a mail: whoever it is for reads it signed in. */
function letterFor(
  origin: string,
  id: string,
  label: string,
  promisedBy: CivilDate,
  respondUntil: CivilDate | undefined,
): { readonly subject: string; readonly body: string } {
  const link = `${origin}/desk/findings/${id}`;
  return respondUntil === undefined
    ? {
        subject: `Finding ${label} is before the board`,
        body: `The figures of this month show a disparity. The board answers it by ${inWords(promisedBy)}: with a change, a study, or a refusal with reasons. Read what was found at ${link}`,
      }
    : {
        subject: `Finding ${label} is about a reviewer`,
        body: `The figures of this month show a difference in how one reviewer decides. It goes to that reviewer and to the chair first, and it is never published. The reviewer may respond until ${inWords(respondUntil)}; the chair answers after that, by ${inWords(promisedBy)}. Read it at ${link}`,
      };
}
