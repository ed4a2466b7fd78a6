import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import fc from 'fast-check';
import { toBase64, toHex, utf8 } from '../../kernel/bytes/bytes.ts';
import { appendLeaf, EMPTY_FRONTIER, rootOf } from './frontier.ts';
import { type Hash, leafHash } from './hash.ts';
import { checkInclusion, inclusionProof } from './inclusion.ts';
import { rootAt } from './subtree.ts';
import {
  bundleBytes,
  entriesOf,
  hashesOf,
  joinedInPairs,
  nodesFromTiles,
  tileBytes,
  tilePath,
  tilesAdded,
  tilesInRow,
} from './tile.ts';

test('paths are written as C2SP writes them', () => {
  // The example of tlog-tiles.md, and the edges around it.
  assert.equal(tilePath({ level: 0, place: 1234067, width: 256 }), 'tile/0/x001/x234/067');
  assert.equal(tilePath({ level: 1, place: 0, width: 1 }), 'tile/1/000.p/1');
  assert.equal(tilePath({ level: 'entries', place: 999, width: 256 }), 'tile/entries/999');
  assert.equal(
    tilePath({ level: 'entries', place: 1000, width: 255 }),
    'tile/entries/x001/000.p/255',
  );
});

test('a log of 70,000 entries consists of the files that C2SP lists for it', () => {
  // tlog-tiles.md gives this size as its example: 273 full tiles and one of 112 at level 0, then 1 + 17, then 1.
  const paths = tilesAdded(0, 70000).map(tilePath);
  const row = (level: string): string[] => paths.filter((path) => path.split('/')[1] === level);
  assert.equal(row('0').length, 274);
  assert.equal(row('0').at(-1), 'tile/0/273.p/112');
  assert.deepEqual(row('1'), ['tile/1/000', 'tile/1/001.p/17']);
  assert.deepEqual(row('2'), ['tile/2/000.p/1']);
  assert.equal(row('entries').length, 274);
});

test('what was added is what a longer log has and the shorter one had not', () => {
  fc.assert(
    fc.property(fc.nat(140000), fc.nat(3000), (older, growth) => {
      const before = new Set(tilesAdded(0, older).map(tilePath));
      const all = tilesAdded(0, older + growth).map(tilePath);
      assert.deepEqual(
        tilesAdded(older, older + growth).map(tilePath),
        all.filter((path) => !before.has(path)),
      );
    }),
    { numRuns: 30 },
  );
});

test('entries come back from a bundle, and a broken bundle says which entry it breaks in', () => {
  const entries = [utf8(''), utf8('one'), new Uint8Array(65535).fill(7)];
  const bundle = bundleBytes(entries);
  const read = entriesOf(bundle);
  assert.ok(read.ok);
  assert.deepEqual(read.value.map(toHex), entries.map(toHex));
  for (const cut of [1, 4, bundle.length - 1]) {
    assert.ok(!entriesOf(bundle.subarray(0, cut)).ok, `cut at ${cut}`);
  }
  assert.throws(() => bundleBytes([new Uint8Array(65536)]), /does not fit/);
});

test('proofs made from tile files alone lead to the root, across three levels of tiles', async () => {
  const size = 66000;
  const rows = new Map<string, Hash>();
  const leaves = Array.from({ length: size }, (_, number) => leafHash(utf8(String(number))));
  let head = EMPTY_FRONTIER;
  for (const leaf of leaves) {
    const { frontier, complete } = appendLeaf(head, leaf);
    head = frontier;
    for (const { height, index, hash } of complete) rows.set(`${height}/${index}`, hash);
  }
  const files = new Map<string, Uint8Array>();
  for (const tile of tilesAdded(0, size)) {
    const { level } = tile;
    if (level !== 'entries') {
      files.set(
        tilePath(tile),
        await tileBytes({ ...tile, level }, (height, index) => rows.get(`${height}/${index}`)!),
      );
    }
  }
  const read: string[] = [];
  const nodes = nodesFromTiles(size, async (path) => {
    read.push(path);
    return files.get(path)!;
  });
  for (const index of [0, 255, 256, 65535, 65536, size - 1]) {
    const proof = await inclusionProof(index, size, nodes);
    const claim = { index, size, leaf: leaves[index]!, proof, root: rootOf(head) };
    assert.ok(checkInclusion(claim).ok, `entry ${index}`);
  }
  assert.equal(new Set(read).size, read.length, 'each file is read once');
  assert.ok(read.length < 12, `a proof needs a handful of files, not ${read.length}`);
});

const TESSERA = '../shared/vectors/transparency-dev-tessera/testdata/log';
const SUNLIGHT = '../shared/vectors/sunlight/testdata/navigli2025h2';

test("Tessera's log: the root of each of its checkpoints comes out of its entries and of its tiles", {
  skip: existsSync(TESSERA) ? false : 'no ../shared',
}, async () => {
  for (let size = 1; size <= 15; size += 1) {
    const stated = readFileSync(`${TESSERA}/checkpoint.${size}`, 'utf8').split('\n')[2];
    const nodes = nodesFromTiles(size, (path) => readFile(`${TESSERA}/${path}`));
    assert.equal(toBase64(await rootAt(size, nodes)), stated);
    const [bundle] = tilesInRow('entries', size);
    const entries = entriesOf(readFileSync(`${TESSERA}/${tilePath(bundle!)}`));
    assert.ok(entries.ok);
    const head = entries.value.reduce(
      (edge, entry) => appendLeaf(edge, leafHash(entry)).frontier,
      EMPTY_FRONTIER,
    );
    assert.equal(toBase64(rootOf(head)), stated);
  }
});

test('Sunlight: real Certificate Transparency tiles are joined the same way from one side and the other', {
  skip: existsSync(SUNLIGHT) ? false : 'no ../shared',
}, () => {
  for (const place of [0, 1, 2, 3]) {
    const tile = readFileSync(`${SUNLIGHT}/${tilePath({ level: 0, place, width: 256 })}`);
    const hashes = hashesOf(tile);
    assert.ok(hashes.ok);
    const head = hashes.value.reduce(
      (edge, hash) => appendLeaf(edge, hash).frontier,
      EMPTY_FRONTIER,
    );
    assert.equal(toHex(rootOf(head)), toHex(joinedInPairs(tile)));
  }
});
