/**
 * The desk of concerns: coordinators, ombuds and the chair see those on whose list they are, answer them or ask back.
 * Every opening is written down. The mail that follows an answer says only that there is one.
 */
import { isAnonymous, languageOf } from '../../casework/concern/concern.ts';
import { LONGEST_WORDS } from '../../casework/concern/read-concern.ts';
import { type TwinReason, twinsOf } from '../../casework/concern/twins.ts';
import { readParagraphs, type TextRefusal } from '../../casework/person/typed-text.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type {
  Colleague,
  ConcernLine,
  ConcernRecords,
  ConcernRow,
} from '../ports/concern-records.ts';
import type { World } from '../ports/ports.ts';
import { answerMail } from './concern-mail.ts';

/** Coordinators and ombuds act under one set of rights, the chair under those of the board. */
export interface ConcernHandler {
  readonly rights: 'conduct' | 'board';
  readonly person: string;
}

export interface Twin {
  readonly id: string;
  readonly label: string;
  readonly reason: TwinReason;
}

export interface ListedConcern extends ConcernLine {
  readonly twins: number;
}

export interface OpenedConcern {
  readonly row: ConcernRow;
  readonly fullName: string | undefined;
  readonly contact: string | undefined;
  /** No public sanction can rest on these words alone. */
  readonly isAnonymous: boolean;
  readonly twins: readonly Twin[];
  readonly list: readonly Colleague[];
  readonly mayBeLetSee: readonly Colleague[];
  /** Everybody with an office who is not known to be concerned. */
  readonly mayBeConcerned: readonly Colleague[];
}

async function concernsOnDesk(
  world: Pick<World, 'records'>,
  handler: ConcernHandler,
): Promise<readonly ListedConcern[]> {
  const lines = await world.records.as(handler, async ({ concerns, conduct }) => {
    await conduct.noteListRead('concern-list');
    return await concerns.list();
  });
  return lines.map((line) => ({ ...line, twins: twinsOf(line, lines).length }));
}

/** Those of the list, found by a part of the label, of whom it is about, or of the name it was raised under. */
export async function findConcerns(
  world: Pick<World, 'records'>,
  handler: ConcernHandler,
  asked: string,
): Promise<readonly ListedConcern[]> {
  const all = await concernsOnDesk(world, handler);
  const search = asked.replaceAll(/\p{Cc}/gu, ' ').trim();
  if (search === '') {
    return all;
  }
  const naming = await world.records.as(handler, ({ concerns }) => concerns.naming(search));
  return all.filter(
    ({ id, label }) => label.toLowerCase().includes(search.toLowerCase()) || naming.includes(id),
  );
}

export async function openConcern(
  world: Pick<World, 'records'>,
  handler: ConcernHandler,
  id: string,
): Promise<Result<OpenedConcern, 'no-such-concern'>> {
  return await world.records.as(handler, async ({ concerns }) => {
    const row = await concerns.read(id);
    if (row === undefined) {
      return refuse('no-such-concern', 'there is no such concern');
    }
    await concerns.noteReading(id);
    const lines = await concerns.list();
    const own = lines.find((line) => line.id === id);
    const colleagues = await concerns.colleagues(id);
    const { fullName, contact } = await concerns.complainant(id);
    return success({
      row,
      fullName,
      contact,
      isAnonymous: isAnonymous({ visibility: row.visibility, fullName }),
      twins:
        own === undefined
          ? []
          : twinsOf(own, lines).map(({ twin, reason }) => ({
              id: twin.id,
              label: twin.label,
              reason,
            })),
      list: await concerns.listOf(id),
      mayBeLetSee: colleagues.filter(({ maySee }) => maySee),
      mayBeConcerned: colleagues,
    });
  });
}

export async function fileOfConcern(
  world: Pick<World, 'records' | 'files'>,
  handler: ConcernHandler,
  asked: { readonly concern: string; readonly file: string },
): Promise<{ readonly bytes: Uint8Array; readonly mediaType: string } | undefined> {
  const row = await world.records.as(handler, async ({ concerns }) => {
    const found = await concerns.file(asked.concern, asked.file);
    if (found !== undefined) {
      await concerns.noteReading(asked.concern);
    }
    return found;
  });
  const bytes = row === undefined ? undefined : await world.files.read(row.sha256);
  return row === undefined || bytes === undefined ? undefined : { bytes, mediaType: row.mediaType };
}

export async function answerConcern(
  world: Pick<World, 'records' | 'origin'>,
  handler: ConcernHandler,
  asked: {
    readonly concern: string;
    readonly words: string;
    readonly asks: boolean;
    /** Names the form, so that sending it twice answers and mails once. */
    readonly reply: string;
  },
): Promise<Result<true, TextRefusal | 'no-such-concern'>> {
  const words = readParagraphs(asked.words, { label: 'Your answer', atMost: LONGEST_WORDS });
  if (!words.ok) {
    return words;
  }
  return await world.records.as(handler, async ({ concerns }) => {
    const row = await concerns.read(asked.concern);
    if (row === undefined) {
      return refuse('no-such-concern', 'there is no such concern');
    }
    await concerns.reply({
      id: asked.reply,
      concern: asked.concern,
      asks: asked.asks,
      words: words.value,
      author: handler.person,
    });
    await concerns.tellComplainant({
      id: asked.reply,
      concern: asked.concern,
      ...answerMail(languageOf(row.language), world.origin),
    });
    return success(true);
  });
}

type ListStep = 'no-such-concern' | 'not-for-them';

export async function letSee(
  world: Pick<World, 'records'>,
  handler: ConcernHandler,
  asked: { readonly concern: string; readonly person: string },
): Promise<Result<true, ListStep>> {
  return await changeList(world, handler, asked.concern, (concerns) =>
    concerns.letSee(asked.concern, asked.person),
  );
}

export async function nameConcerned(
  world: Pick<World, 'records'>,
  handler: ConcernHandler,
  asked: { readonly concern: string; readonly person: string },
): Promise<Result<true, ListStep>> {
  return await changeList(world, handler, asked.concern, (concerns) =>
    concerns.nameConcerned(asked.concern, asked.person),
  );
}

export async function stepAsideFromConcern(
  world: Pick<World, 'records'>,
  handler: ConcernHandler,
  concern: string,
): Promise<Result<true, ListStep>> {
  return await changeList(world, handler, concern, (concerns) => concerns.stepAside(concern));
}

async function changeList(
  world: Pick<World, 'records'>,
  handler: ConcernHandler,
  concern: string,
  change: (concerns: ConcernRecords) => Promise<boolean>,
): Promise<Result<true, ListStep>> {
  return await world.records.as(handler, async ({ concerns }) => {
    if ((await concerns.read(concern)) === undefined) {
      return refuse('no-such-concern', 'there is no such concern');
    }
    return (await change(concerns))
      ? success(true)
      : refuse('not-for-them', 'choose a colleague from the list');
  });
}
