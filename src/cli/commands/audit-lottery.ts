/**
 * `evenhand audit-lottery RECORD.json`: an audit lottery drawn once more from its published record. Exit code 0: the same people
 * come up; 1: others do, or the record breaks a rule of the lottery; 2: nothing could be said.
 */
import {
  type AuditDraw,
  checkDraw,
  poolFingerprint,
} from '../../casework/renewal/audit-lottery.ts';
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import { isJsonObject, listed, member, textMember } from '../../kernel/bytes/json-members.ts';
import { printable, textOf } from './foreign-text.ts';

export interface AuditLotteryWorld {
  /** The bytes of a file, or nothing where there is no such file. */
  readonly readFile: (path: string) => Promise<Uint8Array | undefined>;
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
}

const [SAME, DIFFERS, UNKNOWN] = [0, 1, 2];

/** Answers the exit code. */
export async function runAuditLottery(
  args: readonly string[],
  world: AuditLotteryWorld,
): Promise<number> {
  const [file, ...rest] = args;
  if (file === undefined || rest.length > 0) {
    world.err('Name one record: evenhand audit-lottery RECORD.json');
    return UNKNOWN;
  }
  const text = textOf(await world.readFile(file));
  const record = text === undefined ? undefined : recordIn(text);
  if (record === undefined) {
    world.err(`${printable(file)} is not there, or is no record of an audit lottery.`);
    return UNKNOWN;
  }
  const checked = checkDraw(record);
  if (!checked.ok) {
    world.out(`NOT AS PUBLISHED: ${printable(checked.refusal.because)}.`);
    return DIFFERS;
  }
  world.out(
    `The same people: ${record.drawn.length} drawn of ${record.pool.entries.length}, by the plan of ${record.plan.publishedOn}.`,
  );
  world.out(`  SHA-256 of the seed  ${record.plan.commitment}`);
  world.out(`  SHA-256 of the pool  ${poolFingerprint(record.pool)}`);
  world.out(
    'Both stand in the decision log with their days: evenhand ledger verify DIR|URL says whether it holds.',
  );
  return SAME;
}

/** The record, where every member has the shape it needs; its rules are checked by the draw itself. */
function recordIn(text: string): AuditDraw | undefined {
  let whole: Json;
  try {
    whole = JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
  const plan = member(whole, 'plan');
  const pool = member(whole, 'pool');
  const isSound =
    isJsonObject(plan) &&
    ['id', 'publishedOn', 'commitment'].every((name) => textMember(plan, name) !== undefined) &&
    textMember(member(plan, 'publicNumber'), 'on') !== undefined &&
    listed(member(plan, 'strata')).every(
      (stratum) => typeof member(stratum, 'percent') === 'number',
    ) &&
    textMember(pool, 'closedOn') !== undefined &&
    listed(member(pool, 'entries')).every(
      (entry) =>
        textMember(entry, 'label') !== undefined && textMember(entry, 'stratum') !== undefined,
    ) &&
    Array.isArray(member(pool, 'entries')) &&
    Array.isArray(member(plan, 'strata')) &&
    Array.isArray(member(whole, 'drawn')) &&
    ['seed', 'publicNumber'].every((name) => textMember(whole, name) !== undefined);
  return isSound ? (whole as unknown as AuditDraw) : undefined;
}
