/**
 * Findings as their readers may see them: the board, those who oversee it, the rater, and anybody. What a reader may not
 * see the database does not hand out; the public list is refused once more here, finding by finding.
 */
import { publicView } from '../../casework/finding/decide.ts';
import {
  type Finding,
  type Standing,
  standingOf,
  stateOf,
} from '../../casework/finding/finding.ts';
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import type { FindingHistory, OutreachRow, PublicOutreach } from '../ports/finding-records.ts';
import type { World } from '../ports/ports.ts';

type ReadWorld = Pick<World, 'records' | 'clock'>;

export type FindingReader = {
  readonly rights: 'board' | 'director' | 'auditor' | 'reviewer';
  readonly person: string;
};

export interface FindingShown {
  readonly id: string;
  readonly label: string;
  /** The number of events, for whoever writes to it. */
  readonly version: number;
  readonly finding: Finding;
  readonly standing: Standing;
}

export interface BoardFindings {
  readonly findings: readonly FindingShown[];
  readonly outreach: readonly OutreachRow[];
  /** Who acted, by name; for the chair, also whom findings are about. */
  readonly names: ReadonlyMap<string, string>;
  readonly isChair: boolean;
}

/** Everything the reader may see, the latest opened first. */
export async function findingsForBoard(
  world: ReadWorld,
  reader: FindingReader,
): Promise<BoardFindings> {
  const today = world.clock.today();
  return await world.records.as(reader, async ({ findings, outreach }) => ({
    findings: (await findings.list()).flatMap((history) => shownOf(history, today)),
    outreach: reader.rights === 'reviewer' ? [] : await outreach.list(),
    names: await findings.named(),
    isChair: reader.rights === 'board' && (await findings.isChair()),
  }));
}

/** One finding with the names around it; undefined where there is none that this reader may see. */
export async function findingFor(
  world: ReadWorld,
  reader: FindingReader,
  id: string,
): Promise<(BoardFindings & { readonly shown: FindingShown }) | undefined> {
  const all = await findingsForBoard(world, reader);
  const shown = all.findings.find((one) => one.id === id);
  return shown === undefined ? undefined : { ...all, shown };
}

export interface PublicFindings {
  /** Whoever acted stands in them by name. */
  readonly findings: readonly Omit<FindingShown, 'version'>[];
  readonly outreach: readonly PublicOutreach[];
}

/** Findings about groups, what was answered and what came of it; none about a rater, and no outreach's code. */
export async function findingsForPublic(world: ReadWorld): Promise<PublicFindings> {
  const today = world.clock.today();
  const nobody = { rights: 'public', person: undefined } as const;
  return await world.records.as(nobody, async ({ findings, outreach }) => ({
    findings: (await findings.published()).flatMap((row) =>
      shownOf({ ...row, version: row.events.length }, today)
        .filter(({ finding }) => publicView(finding).ok)
        .map(({ version: _version, ...shown }) => shown),
    ),
    outreach: await outreach.published(),
  }));
}

function shownOf({ id, label, version, events }: FindingHistory, today: CivilDate) {
  const finding = stateOf(events);
  return finding === undefined
    ? []
    : [{ id, label, version, finding, standing: standingOf(finding, today) }];
}

/** Answers and actions of the board past their day, and since when; findings about raters are not counted. */
export async function overdueFindings(
  world: ReadWorld,
  reader: {
    readonly rights: 'clerk' | 'reviewer' | 'staff' | 'director' | 'auditor';
    readonly person: string;
  },
): Promise<{ readonly count: number; readonly since: CivilDate } | undefined> {
  return await world.records.as(reader, ({ findings }) => findings.overdue(world.clock.today()));
}
