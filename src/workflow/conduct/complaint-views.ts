/**
 * A complaint as each of those who may read it sees it. Whoever handles it reads everything; a panel reads the record under
 * labels; the respondent reads what was disclosed. Each reading is itself put on record.
 */
import { PANELS, type PanelKind } from '../../casework/conduct/conduct-event.ts';
import { type ConductMatter, suspendedMeanwhile } from '../../casework/conduct/conduct-matter.ts';
import { stateOf } from '../../casework/conduct/evolve.ts';
import { type LikeCases, likeCases } from '../../casework/conduct/like-cases.ts';
import type {
  ConductHistory,
  ConductLetterRow,
  EvidenceFileRow,
  PartyRow,
  PoolPerson,
  SaidRow,
  ShownEvent,
  UnmaskRequestRow,
} from '../ports/conduct-records.ts';
import type { World } from '../ports/ports.ts';

type ReadWorld = Pick<World, 'records' | 'clock'>;
const WORKER = { rights: 'worker', person: undefined } as const;

export interface ComplaintLine extends Pick<ConductHistory, 'row'> {
  readonly state: ConductMatter;
}

/** What the actor handles, or sits on; nothing else, and no count of anything else. */
export async function complaintList(
  world: ReadWorld,
  asked: { readonly person: string; readonly as: 'conduct' | 'panel' },
): Promise<readonly ComplaintLine[]> {
  const histories = await world.records.as(
    { rights: asked.as, person: asked.person },
    async ({ conduct }) => {
      await conduct.noteListRead(asked.as === 'conduct' ? 'complaint-list' : 'panel-list');
      return await conduct.list();
    },
  );
  return histories.flatMap(({ row, events }) => {
    const state = stateOf(events);
    return state === undefined ? [] : [{ row, state }];
  });
}

/** Those that somebody handles, found by a part of the label or of a name that anybody concerned in them bears or bore. */
export async function findComplaints(
  world: ReadWorld,
  asked: { readonly handler: string; readonly search: string },
): Promise<readonly ComplaintLine[]> {
  const all = await complaintList(world, { person: asked.handler, as: 'conduct' });
  const search = asked.search.replaceAll(/\p{Cc}/gu, ' ').trim();
  if (search === '') {
    return all;
  }
  const naming = await world.records.as(
    { rights: 'conduct', person: asked.handler },
    ({ conduct }) => conduct.naming(search),
  );
  return all.filter(
    ({ row }) => row.label.toLowerCase().includes(search.toLowerCase()) || naming.includes(row.id),
  );
}

export interface HandledComplaint extends ConductHistory {
  readonly state: ConductMatter;
  readonly parties: readonly PartyRow[];
  readonly said: readonly SaidRow[];
  readonly files: readonly EvidenceFileRow[];
  readonly letters: readonly ConductLetterRow[];
  readonly colleagues: readonly {
    readonly person: string;
    readonly fullName: string;
    readonly isIn: boolean;
  }[];
  readonly requests: readonly Omit<UnmaskRequestRow, 'label'>[];
  /** Who can be drawn, and who of them has a tie. */
  readonly pool: readonly PoolPerson[];
  readonly suspendedNow: boolean;
}

export async function handledComplaint(
  world: ReadWorld,
  asked: { readonly handler: string; readonly matter: string },
): Promise<HandledComplaint | undefined> {
  const { handler, matter } = asked;
  return await world.records.as({ rights: 'conduct', person: handler }, async ({ conduct }) => {
    const history = await conduct.read(matter);
    const state = history === undefined ? undefined : stateOf(history.events);
    if (history === undefined || state === undefined) {
      return undefined;
    }
    await conduct.noteReading('matter', matter);
    return {
      ...history,
      state,
      parties: await conduct.parties(matter),
      said: await conduct.said(matter),
      files: await conduct.files(matter),
      letters: await conduct.letters(matter),
      colleagues: await conduct.colleagues(matter),
      requests: await conduct.ownRequests(matter),
      pool: await conduct.poolFor(matter),
      suspendedNow: suspendedMeanwhile(state, world.clock.today()),
    };
  });
}

export interface JudgedComplaint extends ConductHistory {
  readonly state: ConductMatter;
  /** The panel on which the reader sits. */
  readonly panel: PanelKind;
  readonly files: readonly EvidenceFileRow[];
  /** How provisions that are alleged were sanctioned before, for those that a panel names. */
  likeFor(provisions: readonly string[]): LikeCases;
  readonly requests: readonly Omit<UnmaskRequestRow, 'label'>[];
}

export async function judgedComplaint(
  world: ReadWorld,
  asked: { readonly member: string; readonly matter: string },
): Promise<JudgedComplaint | undefined> {
  const { member, matter } = asked;
  return await world.records.as({ rights: 'panel', person: member }, async ({ conduct }) => {
    const history = await conduct.read(matter);
    const state = history === undefined ? undefined : stateOf(history.events);
    const panel = PANELS.find((kind) =>
      (state?.sitting[kind] ?? []).some(({ person }) => person === member),
    );
    if (history === undefined || state === undefined || panel === undefined) {
      return undefined;
    }
    await conduct.noteReading('matter', matter);
    const past = await conduct.pastSanctions(history.row.program);
    return {
      ...history,
      state,
      panel,
      files: await conduct.files(matter),
      likeFor: (provisions) => likeCases(past, provisions),
      requests: await conduct.ownRequests(matter),
    };
  });
}

/** What the respondent may do now, and by when. */
export interface OwnComplaint {
  readonly id: string;
  readonly label: string;
  readonly about: ConductHistory['row']['about'];
  readonly program: string;
  readonly shown: readonly ShownEvent[];
  /** Complainants who chose to be named to everybody. */
  readonly named: readonly string[];
  readonly files: readonly EvidenceFileRow[];
  readonly letters: readonly ConductLetterRow[];
  /** The whole state, for what may be done next; none of it is shown but through `shown`. */
  readonly state: ConductMatter;
  readonly version: number;
  readonly suspendedNow: boolean;
}

export async function ownComplaint(
  world: ReadWorld,
  asked: { readonly respondent: string; readonly matter: string },
): Promise<OwnComplaint | undefined> {
  const { respondent, matter } = asked;
  const own = await world.records.as(
    { rights: 'candidate', person: respondent },
    async ({ conduct }) => {
      const row = (await conduct.mine()).find(({ id }) => id === matter);
      if (row === undefined) {
        return undefined;
      }
      await conduct.noteReading('matter', matter);
      return {
        row,
        shown: await conduct.shownToRespondent(matter),
        named: await conduct.namedToMe(matter),
        files: await conduct.files(matter),
        letters: await conduct.ownLetters(matter),
      };
    },
  );
  if (own === undefined) {
    return undefined;
  }
  const history = await world.records.as(WORKER, ({ conduct }) => conduct.read(matter));
  const state = history === undefined ? undefined : stateOf(history.events);
  if (history === undefined || state === undefined) {
    return undefined;
  }
  const { row, ...rest } = own;
  return {
    ...rest,
    ...{ id: row.id, label: row.label, about: row.about, program: row.program },
    state,
    version: history.version,
    suspendedNow: suspendedMeanwhile(state, world.clock.today()),
  };
}

/** Complaints of which the actor is the respondent. */
export const ownComplaints = (world: ReadWorld, respondent: string) =>
  world.records.as({ rights: 'candidate', person: respondent }, async ({ conduct }) => {
    await conduct.noteListRead('own-list');
    return await conduct.mine();
  });

/** Whether there is one at all: what leads the respondent to the list. */
export const isRespondent = async (world: ReadWorld, person: string): Promise<boolean> => {
  const own = await world.records.as({ rights: 'candidate', person }, ({ conduct }) =>
    conduct.mine(),
  );
  return own.length > 0;
};
