import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
// biome-ignore lint/correctness/useImportExtensions: the module is meant, not the declaration beside it.
import { bundled } from '../../../scripts/bundle.mjs';
import { utf8 } from '../../kernel/bytes/bytes.ts';
import { type DrawPlan, drawOfFiles } from '../../workflow/audit/draw-of-files.ts';
import { drawApart } from './draw-apart.ts';
import { growingSolver } from './growing-solver.ts';

const rows = Array.from({ length: 60 }, (_, place) =>
  [
    `p${place}`,
    ['hospital', 'clinic', 'plan'][place % 3],
    ['north', 'south', 'east', 'west'][place % 7 > 3 ? 0 : place % 4],
  ].join(','),
);
const pool = { name: 'pool.csv', bytes: utf8(`id,setting,region\n${rows.join('\n')}\n`) };
const quotas = {
  name: 'quotas.csv',
  bytes: utf8(
    'category,value,min,max\nsetting,hospital,2,4\nsetting,clinic,2,4\nsetting,plan,2,4\nregion,north,1,4\nregion,south,1,4\nregion,east,1,4\nregion,west,1,4\n',
  ),
};
const plan: DrawPlan = {
  method: 'leximin',
  ...{ size: 9, seed: 'ab'.repeat(32), publicWords: '4 8 15 16 23 42' },
  ...{ id: 'id', household: [], staying: [], left: [] },
};

const apart = async () => drawApart(pathToFileURL(path.join(await bundled(), 'draw-worker.mjs')));

test('a draw in a thread of its own is the same draw, and others go on meanwhile', async () => {
  const here = drawOfFiles(await growingSolver(), pool, quotas, plan);
  assert.ok(here.ok, here.ok ? '' : here.refusal.because);
  let turns = 0;
  const draws = await apart();
  const others = setInterval(() => {
    turns += 1;
  }, 5);
  try {
    assert.deepEqual(await draws(pool, quotas, plan), here);
  } finally {
    clearInterval(others);
  }
  assert.ok(turns > 5, `${turns} turns`);
});

test('what cannot be drawn is refused in the same words', async () => {
  const wrong = { ...plan, size: 90 };
  const here = drawOfFiles(await growingSolver(), pool, quotas, wrong);
  assert.equal(here.ok, false);
  assert.deepEqual(await (await apart())(pool, quotas, wrong), here);
});
