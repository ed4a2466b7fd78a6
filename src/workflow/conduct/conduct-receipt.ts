/**
 * The lines of the decision log about somebody's own conduct matter, and the receipt of one: it holds what opens the two
 * sealed envelopes, and the proof that the line is in the log. It can be checked with no help from us.
 */
import { utf8 } from '../../kernel/bytes/bytes.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { readEntry } from '../../ledger/entry/entry.ts';
import type { World } from '../ports/ports.ts';
import type { PublishedLog } from '../publish/log-publisher.ts';
import { openedReceipt } from '../publish/opened-receipt.ts';

export interface ConductLine {
  readonly place: number;
  /** Which step it is about, such as "conduct-decided". */
  readonly kind: string;
}

const mineUnder = (respondent: string) => ({ rights: 'candidate', person: respondent }) as const;

export async function conductLines(
  world: Pick<World, 'records'>,
  asked: { readonly respondent: string; readonly label: string },
): Promise<readonly ConductLine[]> {
  return await world.records.as(mineUnder(asked.respondent), async ({ conduct, log }) => {
    const rows = await conduct.linesUnder(asked.label);
    const lines: ConductLine[] = [];
    for (const { place } of rows) {
      const [entry] = await log.entries(place, 1);
      lines.push({ place, kind: kindIn(entry?.commitment ?? '') });
    }
    return lines;
  });
}

/** What a line says openly of the step it records; empty where it cannot be read. */
function kindIn(commitment: string): string {
  const entry = readEntry(utf8(commitment));
  return entry.ok ? entry.value.kind : '';
}

export async function conductReceipt(
  world: Pick<World, 'records'> & { readonly log: PublishedLog },
  asked: { readonly respondent: string; readonly matter: string; readonly place: number },
): Promise<
  Result<{ readonly label: string; readonly text: string }, 'no-such-receipt' | 'not-published-yet'>
> {
  const { respondent, matter, place } = asked;
  const found = await world.records.as(mineUnder(respondent), async ({ conduct, log }) => {
    const row = (await conduct.mine()).find(({ id }) => id === matter);
    const lines = row === undefined ? [] : await conduct.linesUnder(row.label);
    const line = lines.find((one) => one.place === place);
    const [entry] = line === undefined ? [] : await log.entries(place, 1);
    if (row !== undefined && line !== undefined) {
      await conduct.noteReading('receipt', row.id);
    }
    return row === undefined || line === undefined || entry === undefined
      ? undefined
      : { ...line, commitment: entry.commitment, label: row.label };
  });
  if (found === undefined) {
    return refuse('no-such-receipt', 'there is no such receipt, or it is not yours to see');
  }
  const text = await openedReceipt(world.log, found);
  return text.ok ? success({ label: found.label, text: text.value }) : text;
}
