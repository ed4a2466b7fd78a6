/**
 * Whoever handles a complaint takes the next step: one transaction with the events, the lines of the log, what is told to
 * those concerned, and the files that came with it.
 */
import type { EvidenceKind, PanelKind } from '../../casework/conduct/conduct-event.ts';
import {
  byHandler,
  type HandlerAct,
  type HandlerRefusal,
  nextEvidence,
} from '../../casework/conduct/handler-acts.ts';
import { toHex } from '../../kernel/bytes/bytes.ts';
import { sha256Hex } from '../../kernel/bytes/sha256.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { World } from '../ports/ports.ts';
import type { Records } from '../ports/records.ts';
import { changeComplaint, type SeenComplaint } from './change-complaint.ts';
import { logConduct } from './log-conduct.ts';
import { tellConcerned } from './tell-concerned.ts';
import { namesNobody, underLabels } from './words-without-names.ts';

export type HandleWorld = Pick<World, 'records' | 'clock' | 'chance' | 'origin'>;
export interface ByHandler extends SeenComplaint {
  readonly handler: string;
  readonly seen: number;
}

/** Draws need chance, and files need keeping: these have functions of their own below. */
export type PlainAct = Exclude<
  HandlerAct,
  {
    act:
      | 'announce-draw'
      | 'draw'
      | 'add-evidence'
      | 'add-copy'
      | 'reopen'
      | 'hand-on'
      | 'invite-witness'
      | 'take-in'
      | 'ask-for-records'
      | 'note-records';
  }
>;

export const handleComplaint = (world: HandleWorld, asked: ByHandler & { act: PlainAct }) =>
  acted(world, asked, () => Promise.resolve(success(asked.act)));

/** Announces a draw: its seed is made now, kept where nobody reads it, and its fingerprint stands in the log. */
export const announceDraw = (world: HandleWorld, asked: ByHandler & { panel: PanelKind }) =>
  acted(world, asked, async ({ conduct }) => {
    const { matter, panel } = asked;
    const seed = toHex(world.chance.bytes(32));
    const commitment = sha256Hex(seed);
    await conduct.commitDraw({ id: world.chance.uuid(), matter, panel, commitment, seed });
    return success({ act: 'announce-draw', panel, commitment });
  });

/** Makes the draw that was announced, without those who turn out to have a tie. */
export const makeDraw = (
  world: HandleWorld,
  asked: ByHandler & {
    readonly panel: PanelKind;
    /** People with a tie, each with what it is. */
    readonly ties: readonly { readonly person: string; readonly why: string }[];
  },
) =>
  acted(world, asked, async ({ conduct }) => {
    const { matter, panel } = asked;
    for (const { person, why } of asked.ties) {
      await conduct.bar(matter, person, why);
    }
    const seed = await conduct.revealDraw(matter, panel);
    return seed === undefined
      ? refuse('no-commitment', 'announce the draw first, before the pool is looked at')
      : success({ act: 'draw', panel, pool: await conduct.poolFor(matter), seed });
  });

export interface EvidenceFile {
  readonly sha256: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly originalName: string;
}

/** Adds a piece of evidence: as it came, and where somebody made one, the copy in which nobody is named. */
export const addEvidenceTo = (
  world: HandleWorld,
  asked: ByHandler & {
    readonly kind: EvidenceKind;
    readonly source: string;
    readonly original: EvidenceFile;
    readonly copy: EvidenceFile | undefined;
  },
) =>
  acted(
    world,
    asked,
    () => {
      const { kind, source, original } = asked;
      return Promise.resolve(
        success({ act: 'add-evidence', kind, source, sha256: original.sha256 } as const),
      );
    },
    (records, evidence) => keepFiles(records, asked, evidence),
  );

/** Puts a copy in which nobody is named beside a piece that came without one, such as a file of a witness. */
export const addCopyTo = (
  world: HandleWorld,
  asked: ByHandler & { readonly evidence: string; readonly copy: EvidenceFile },
) =>
  acted(
    world,
    asked,
    async ({ conduct }) => {
      const { matter, evidence: id, copy } = asked;
      const kept = (await conduct.files(matter))
        .filter(({ evidence }) => evidence === id)
        .map(({ which }) => which);
      if (!kept.includes('original')) {
        return refuse('unknown-evidence', `no file of "${id}" is kept here to be copied`);
      }
      return kept.includes('copy')
        ? refuse('copied-before', `a copy without names stands beside "${id}" already`)
        : success({ act: 'add-copy', id, sha256: copy.sha256 } as const);
    },
    async ({ conduct }) => {
      const { matter, evidence, copy } = asked;
      await conduct.addFile({ ...copy, matter, evidence, which: 'copy' });
    },
  );

/** Opens a closed matter again on a new piece of evidence. */
export const reopenComplaint = (
  world: HandleWorld,
  asked: ByHandler & {
    readonly reason: string;
    readonly original: EvidenceFile;
    readonly copy: EvidenceFile | undefined;
  },
) =>
  acted(
    world,
    asked,
    () => {
      const { reason, original } = asked;
      return Promise.resolve(success({ act: 'reopen', reason, sha256: original.sha256 } as const));
    },
    (records, evidence) => keepFiles(records, asked, evidence),
  );

/** Hands a piece on to a colleague on the list. Its bytes are read back and hashed anew: what has changed is not handed on. */
export const handOnEvidence = (
  world: HandleWorld & Pick<World, 'files'>,
  asked: ByHandler & { readonly evidence: string; readonly to: string },
) =>
  acted(world, asked, async ({ conduct }) => {
    const { matter, evidence: id, to } = asked;
    const colleagues = await conduct.colleagues(matter);
    if (!colleagues.some(({ person, isIn }) => person === to && isIn)) {
      return refuse('no-such-colleague', 'choose a colleague who handles this matter');
    }
    const row = (await conduct.files(matter)).find(
      ({ evidence, which }) => evidence === id && which === 'original',
    );
    const bytes = row === undefined ? undefined : await world.files.read(row.sha256);
    return success({
      ...({ act: 'hand-on', id, to } as const),
      sha256: bytes === undefined ? '' : sha256Hex(bytes),
    });
  });

/** A letter came back and was delivered another way: its time runs anew, and the letter is marked as returned. */
export const redeliverLetter = (
  world: HandleWorld,
  asked: ByHandler & {
    readonly what: 'notice' | 'decision';
    readonly reason: string;
    /** The letter that came back; undefined where none was kept here. */
    readonly letter: string | undefined;
  },
) =>
  acted(
    world,
    asked,
    async ({ conduct }) => {
      const { matter, letter, what, reason } = asked;
      const known =
        letter === undefined || (await conduct.letters(matter)).some(({ id }) => id === letter);
      return known
        ? success({ act: 'redeliver', what, reason } as const)
        : refuse('no-such-letter', 'choose the letter that came back');
    },
    async ({ conduct }) => {
      if (asked.letter !== undefined) {
        await conduct.noteReturned(asked.letter, world.clock.today());
      }
    },
  );

export async function keepFiles(
  { conduct }: Records,
  asked: {
    readonly matter: string;
    readonly original: EvidenceFile;
    readonly copy: EvidenceFile | undefined;
  },
  evidence: string,
): Promise<void> {
  const { matter, original, copy } = asked;
  await conduct.addFile({ ...original, matter, evidence, which: 'original' });
  if (copy !== undefined) {
    await conduct.addFile({ ...copy, matter, evidence, which: 'copy' });
  }
}

/** The step that all acts share: prepared, asked of its rule, written, logged and told. */
export async function acted<Kind extends string>(
  world: HandleWorld,
  asked: ByHandler,
  prepare: (records: Records) => Promise<Result<HandlerAct, Kind>>,
  besides?: (records: Records, evidence: string) => Promise<void>,
) {
  const { handler, matter } = asked;
  return await world.records.as({ rights: 'conduct', person: handler }, async (records) => {
    const act = await prepare(records);
    if (!act.ok) {
      return act;
    }
    const parties = await records.conduct.parties(matter);
    const changed = await changeComplaint<HandlerRefusal | 'names-somebody'>(
      records,
      asked,
      (state) => {
        const ruled = byHandler(state, { on: world.clock.today(), by: handler }, act.value);
        if (!ruled.ok) {
          return ruled;
        }
        // What the respondent wrote on paper is theirs: it is kept, and stands under labels.
        if (act.value.act === 'enter-response') {
          return success(ruled.value.map((event) => underLabels(event, parties)));
        }
        const nobody = namesNobody(ruled.value, parties);
        return nobody.ok ? ruled : nobody;
      },
    );
    if (!changed.ok) {
      return changed;
    }
    const { history, events, before, after } = changed.value;
    await besides?.(records, nextEvidence(before));
    if (act.value.act === 'enter-response') {
      const { words } = act.value;
      await records.conduct.say({ id: world.chance.uuid(), matter, key: 'respondent', words });
    }
    await logConduct(records, world.chance, history, events);
    await tellConcerned(
      world,
      records,
      history,
      events,
      after.complaints.map(({ id }) => id),
    );
    return success(after);
  });
}
