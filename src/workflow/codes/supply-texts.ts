/**
 * A director supplies the words of a code whose texts belong to somebody else. First every row's fate is seen and nothing is
 * kept; then the same rows are kept, with one line of the decision log, because new words of a code are a decision that
 * binds people. What stood there before stays readable.
 */
import { canonicalJson } from '../../kernel/bytes/canonical-json.ts';
import { sha256Hex } from '../../kernel/bytes/sha256.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { codeOf } from '../../program/catalog/codes.ts';
import { type Fates, fatesOf, type KeptText } from '../../program/conduct/kept-texts.ts';
import type { SuppliedRow } from '../../program/conduct/supplied-row.ts';
import type { CodeOfConduct, CodeVersion } from '../../program/definition/code-of-conduct.ts';
import { sheetAsText } from '../../psychometrics/responses/sheet.ts';
import { readCodeTexts } from '../conduct/read-code-texts.ts';
import type { World } from '../ports/ports.ts';
import type { Records } from '../ports/records.ts';
import { recordInLog } from '../publish/record-in-log.ts';
import { keptTexts } from './code-as-kept.ts';

export interface AskedTexts {
  readonly director: string;
  readonly program: string;
  /** The id of the version. */
  readonly version: string;
  readonly rows: readonly SuppliedRow[];
}

export interface Review {
  readonly code: CodeOfConduct;
  readonly version: CodeVersion;
  readonly fates: Fates;
  /** Names what was kept so far; whoever keeps the rows has seen it. */
  readonly seen: number;
}

type NoVersion = 'no-such-version';
const NOTHING_KEPT = -1;

/** The rows of a file: CSV, TSV, a spreadsheet, or JSON. */
export async function readSentTexts(
  { sheets }: Pick<World, 'sheets'>,
  file: Uint8Array,
): Promise<Result<readonly SuppliedRow[], 'not-a-table' | 'not-a-sheet'>> {
  if (!sheets.looksLikeOne(file)) {
    return readCodeTexts(file);
  }
  const rows = await sheets.rowsOf(file);
  return rows.ok ? readCodeTexts(sheetAsText(rows.value)) : rows;
}

/** What would become of each row. Keeps nothing. */
export async function reviewTexts(
  world: Pick<World, 'records' | 'clock'>,
  asked: AskedTexts,
): Promise<Result<Review, NoVersion>> {
  const found = versionAsked(asked);
  return found.ok
    ? await world.records.as({ rights: 'director', person: asked.director }, async (records) =>
        success(await reviewed(world, records, found.value, asked.rows)),
      )
    : found;
}

export type KeepRefusal = NoVersion | 'changed-since' | 'texts-to-mend' | 'nothing-new';

/** Keeps what is new or changed; answers how many provisions that were. */
export async function keepTexts(
  world: Pick<World, 'records' | 'clock' | 'chance'>,
  asked: AskedTexts & { readonly seen: number },
): Promise<Result<{ readonly provisions: number; readonly place: number }, KeepRefusal>> {
  const found = versionAsked(asked);
  if (!found.ok) {
    return found;
  }
  const { code, version } = found.value;
  const { director, program } = asked;
  return await world.records.as({ rights: 'director', person: director }, async (records) => {
    await records.codeTexts.oneSupplyAtATime();
    const { fates, seen } = await reviewed(world, records, found.value, asked.rows);
    if (seen !== asked.seen) {
      return refuse(
        'changed-since',
        'somebody supplied texts of this version since you looked; look at the rows again, then keep them',
      );
    }
    const { toKeep } = fates;
    if (fates.rows.some(({ fate }) => fate === 'fault')) {
      return refuse('texts-to-mend', 'some rows have to be mended first; nothing was kept');
    }
    if (toKeep.length === 0) {
      return refuse(
        'nothing-new',
        'every row says what is there already; there is nothing to keep',
      );
    }
    const texts = toKeep.map(({ part, group, number, title, text }) => ({
      ...{ part, group, number, title, text },
    }));
    const provisions = toKeep.map(({ number }) => number);
    const place = await recordInLog(
      records,
      world.chance,
      {
        ...{ kind: 'code-text', program, rules: version.id, decidedOn: world.clock.today() },
        label: `texts of ${version.id}`,
        outcome: { provisions, digest: sha256Hex(canonicalJson(texts)) },
      },
      {},
    );
    const rows = toKeep.map((text) => ({ ...text, place, version: version.id }));
    await records.codeTexts.supply(code.id, director, rows);
    return success({ provisions: rows.length, place });
  });
}

interface Found {
  readonly code: CodeOfConduct;
  readonly version: CodeVersion;
}

function versionAsked(asked: Pick<AskedTexts, 'program' | 'version'>): Result<Found, NoVersion> {
  const code = codeOf(asked.program);
  const version = code?.versions.find(({ id }) => id === asked.version);
  return code === undefined || version === undefined || code.texts === 'own-words'
    ? refuse('no-such-version', 'no version of a code that takes texts has this name')
    : success({ code, version });
}

async function reviewed(
  world: Pick<World, 'clock'>,
  records: Records,
  { code, version }: Found,
  rows: readonly SuppliedRow[],
): Promise<Review> {
  const kept = (await keptTexts(world, records, code.id)).get(version.id) ?? [];
  return { code, version, fates: fatesOf(version, kept, rows), seen: lastPlace(kept) };
}

const lastPlace = (kept: readonly KeptText[]): number =>
  kept.reduce((last, { place }) => Math.max(last, place), NOTHING_KEPT);
