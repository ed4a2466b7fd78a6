/**
 * An employer's roster: opened, confirmed by whoever has the mail address, answered by each of those on it, followed until it
 * ends. Mails name nobody: what there is to read stands behind the link.
 */

import type { Mistake, Typed } from '../../casework/person/typed-text.ts';
import { readRoster, rosterEnds } from '../../casework/register/roster.ts';
import { toBase64url } from '../../kernel/bytes/bytes.ts';
import { type CivilDate, inWords } from '../../kernel/dates/civil-date.ts';
import { allTried } from '../../kernel/result/all-tried.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { hashOfLink } from '../apply/ask-supervisors.ts';
import type { Upload } from '../apply/store-upload.ts';
import { tableCells } from '../apply/table-cells.ts';
import { copyAt, type FoundCopy } from '../certify/registry-record.ts';
import type { AskedOfMe, RosterHead, RosterLineShown, ToFollow } from '../ports/look-up-records.ts';
import type { World } from '../ports/ports.ts';

type RosterWorld = Pick<World, 'records' | 'clock' | 'chance' | 'origin'>;
const NOBODY = { rights: 'public', person: undefined } as const;
const WORKER = { rights: 'worker', person: undefined } as const;
const TOKEN_BYTES = 32;
const MOST_BYTES = 1_000_000;

type Opened = { readonly ok: true } | { readonly ok: false; readonly mistakes: readonly Mistake[] };

export async function openRoster(
  world: RosterWorld & Pick<World, 'sheets'>,
  asked: {
    readonly typed: Typed;
    readonly upload: Upload | undefined;
    /** Programs by the words that name each, in small letters. */
    readonly programs: ReadonlyMap<string, string>;
  },
): Promise<Opened> {
  const { upload, typed, programs } = asked;
  const cells =
    upload === undefined || upload.bytes.length === 0
      ? refuse('not-a-table', 'Table: choose the file.')
      : upload.tooLarge || upload.bytes.length > MOST_BYTES
        ? refuse('not-a-table', 'Table: it is larger than a list of 500 people would be.')
        : await tableCells(world, upload.bytes);
  const read = readRoster(typed, cells.ok ? cells.value : [], programs);
  if (!cells.ok || !read.ok) {
    const others = read.ok ? [] : read.mistakes.filter(({ field }) => field !== 'table');
    return {
      ok: false,
      mistakes: cells.ok
        ? read.ok
          ? []
          : read.mistakes
        : [...others, { field: 'table', message: cells.refusal.because }],
    };
  }
  const token = toBase64url(world.chance.bytes(TOKEN_BYTES));
  const endsOn = rosterEnds(world.clock.today());
  await world.records.as(NOBODY, async ({ lookUps, mail }) => {
    await lookUps.openRoster({
      ...{ ...read.value, id: world.chance.uuid(), tokenHash: hashOfLink(token), endsOn },
    });
    await mail.send({
      ...{ id: world.chance.uuid(), toPerson: undefined, to: read.value.email },
      subject: 'Confirm your roster',
      body: `Somebody, most likely you, asked about credentials for ${read.value.organization}. Confirm that this is your address, and those on the list are asked whether you may be told:\n${world.origin}/register/roster/${token}\n\nThe link is yours alone. The roster is erased on ${inWords(endsOn)}, and earlier whenever you like. If you did not ask, do nothing: unconfirmed, it is erased within seven days.\n`,
    });
  });
  return { ok: true };
}

export interface RosterShown extends RosterHead {
  readonly lines: readonly (RosterLineShown & { readonly found: FoundCopy | undefined })[];
}

/** Undefined where there is no such roster, or no more. */
export async function rosterBehind(
  world: Pick<World, 'records' | 'clock'>,
  token: string,
): Promise<RosterShown | undefined> {
  const hash = hashOfLink(token);
  const on = world.clock.today();
  const { head, lines } = await world.records.as(NOBODY, async ({ lookUps }) => ({
    head: await lookUps.roster(hash, on),
    lines: await lookUps.rosterLines(hash, on),
  }));
  if (head === undefined) {
    return undefined;
  }
  const shown = [];
  for (const line of lines) {
    shown.push({
      ...line,
      found: line.copy === undefined ? undefined : await copyAt(world, line.copy),
    });
  }
  return { ...head, lines: shown };
}

/** Confirmed once; a second press changes nothing. Those concerned are asked by mail, each once. */
export async function confirmRoster(
  world: RosterWorld,
  token: string,
): Promise<Result<true, 'no-such-roster'>> {
  const hash = hashOfLink(token);
  const on = world.clock.today();
  return await world.records.as(WORKER, async ({ lookUps, people, mail }) => {
    const asked = await lookUps.confirmRoster(hash, on);
    const who = new Map(
      (await people.byIds(asked.map(({ person }) => person))).map((one) => [one.id, one]),
    );
    for (const { person, organization } of asked) {
      const to = who.get(person)?.email;
      if (to !== undefined) {
        await mail.send({
          ...{ id: world.chance.uuid(), toPerson: person, to },
          subject: 'An employer asks about your credential',
          body: `${organization} asks to be told how your credential stands, now and when that changes. They are told nothing unless you agree, and do not learn whether you hold one. Agree or refuse, and change your mind at any time: ${world.origin}/my/register\n`,
        });
      }
    }
    return success(true);
  });
}

export const endRoster = (world: Pick<World, 'records'>, token: string): Promise<boolean> =>
  world.records.as(NOBODY, ({ lookUps }) => lookUps.endRoster(hashOfLink(token)));

export const rostersAskingMe = (
  world: Pick<World, 'records'>,
  person: string,
): Promise<readonly AskedOfMe[]> =>
  world.records.as({ rights: 'candidate', person }, ({ lookUps }) => lookUps.askedOfMe());

export async function answerRoster(
  world: Pick<World, 'records' | 'clock'>,
  asked: {
    readonly person: string;
    readonly roster: string;
    readonly line: number;
    readonly answer: 'agreed' | 'refused';
  },
): Promise<Result<true, 'nobody-asks'>> {
  const { person, roster, line, answer } = asked;
  return await world.records.as({ rights: 'candidate', person }, async ({ lookUps }) =>
    (await lookUps.answerRoster(roster, line, answer, world.clock.today()))
      ? success(true)
      : refuse('nobody-asks', 'nobody asks you this, or the roster has ended'),
  );
}

/** What an employer was told of a copy, in a word that changes when what it says changes. */
const wordOf = ({ standing, facts }: FoundCopy): string =>
  [standing.word, standing.until ?? '', facts.validUntil].join(' ');

/** Tells each employer once where anything on their roster stands otherwise than they were told; erases what is over. */
export async function keepRosters(world: RosterWorld): Promise<number> {
  const on: CivilDate = world.clock.today();
  const all = await world.records.as(WORKER, ({ lookUps }) => lookUps.rostersToFollow(on));
  const changed = new Map<
    string,
    { readonly row: ToFollow; readonly word: string | undefined }[]
  >();
  for (const row of all) {
    const copy = row.copy === undefined ? undefined : await copyAt(world, row.copy);
    const word = copy === undefined ? undefined : wordOf(copy);
    // Nothing is told any more: said once, in the words of every other change.
    if (word !== row.told && (word !== undefined || row.copy === undefined)) {
      changed.set(row.roster, [...(changed.get(row.roster) ?? []), { row, word }]);
    }
  }
  await allTried(
    [...changed].map(([roster, rows]) => async () => {
      await world.records.as(WORKER, async ({ lookUps, mail }) => {
        for (const { row, word } of rows) {
          await lookUps.toldRoster(roster, row.line, word);
        }
        await mail.send({
          ...{ id: world.chance.uuid(), toPerson: undefined, to: rows[0]?.row.email ?? '' },
          subject: 'Something on your roster changed',
          body: `What you are told of somebody on the roster of ${rows[0]?.row.organization ?? ''} changed: they agreed, or agree no more, or a credential stands otherwise than before. It stands behind the link that we sent you when you asked.\n`,
        });
      });
    }),
  );
  return changed.size;
}
