import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { drawAudits } from '../../casework/renewal/audit-lottery.ts';
import { utf8 } from '../../kernel/bytes/bytes.ts';
import { sha256Hex } from '../../kernel/bytes/sha256.ts';
import { date } from '../../kernel/dates/civil-date.ts';
import { runAuditLottery } from './audit-lottery.ts';

const seed = 'a seed of thirty-two characters or more';
const drawn = drawAudits({
  plan: {
    ...{ id: 'audit-2027', publishedOn: date('2027-08-02'), commitment: sha256Hex(seed) },
    strata: [{ id: 'approved', title: 'All approved', percent: 10 }],
    publicNumber: { source: 'a beacon', on: date('2027-09-01') },
  },
  pool: {
    closedOn: date('2027-08-31'),
    entries: Array.from({ length: 50 }, (_, place) => ({
      ...{ label: `L-${place}`, stratum: 'approved' },
    })),
  },
  ...{ seed, publicNumber: '8f1c2a77' },
});
assert.ok(drawn.ok);
const record = drawn.value;

async function run(
  file: string | undefined,
): Promise<{ readonly code: number; readonly text: string }> {
  const lines: string[] = [];
  const say = (line: string): void => {
    lines.push(line);
  };
  const code = await runAuditLottery(['record.json'], {
    readFile: async () => (file === undefined ? undefined : utf8(file)),
    ...{ out: say, err: say },
  });
  return { code, text: lines.join('\n') };
}

describe('evenhand audit-lottery', () => {
  test('draws a published record again and says that the same people come up', async () => {
    const { code, text } = await run(JSON.stringify(record));
    assert.equal(code, 0);
    assert.match(text, /The same people: 5 drawn of 50, by the plan of 2027-08-02/);
  });
  test('says what is not as published: other people, another seed, a pool closed too late', async () => {
    const changed = async (change: object): Promise<string> => {
      const { code, text } = await run(JSON.stringify({ ...record, ...change }));
      assert.equal(code, 1);
      return text;
    };
    assert.match(await changed({ drawn: ['L-1'] }), /other people come up/);
    assert.match(await changed({ seed: `${seed}.` }), /not the one that was published/);
    const pool = { ...record.pool, closedOn: '2027-09-02' };
    assert.match(await changed({ pool }), /closed before September 1, 2027/);
  });
  test('no file, no record, a record without its parts: nothing can be said', async () => {
    assert.equal((await run(undefined)).code, 2);
    assert.equal((await run('no json')).code, 2);
    for (const part of ['plan', 'pool', 'seed', 'publicNumber', 'drawn'] as const) {
      const { [part]: _gone, ...rest } = record;
      assert.equal((await run(JSON.stringify(rest))).code, 2, part);
    }
  });
});
