import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { LOG, line, lines, smallLog } from '../../../tests/support/small-log.ts';
import { fromUtf8, utf8 } from '../../kernel/bytes/bytes.ts';
import { checkConsistency, consistencyProof } from '../merkle/consistency.ts';
import { grownTree } from '../merkle/grown-tree.ts';
import { leafHash } from '../merkle/hash.ts';
import { checkInclusion, inclusionProof } from '../merkle/inclusion.ts';
import { rootAt } from '../merkle/subtree.ts';
import { bundleBytes, entriesOf } from '../merkle/tile.ts';
import { readCheckpoint } from './checkpoint.ts';
import { signedText } from './cosignature.ts';
import { checkEd25519 } from './ed25519.ts';
import { type LogReport, verifyLog } from './verify-log.ts';

type Files = Map<string, Uint8Array>;
const verified = (files: Files, seen: readonly string[] = []): Promise<LogReport> =>
  verifyLog({
    files: { read: async (path) => files.get(path) },
    key: LOG.key,
    check: checkEd25519,
    seen,
  });

const honest = lines(700);
const log = smallLog(honest);
const sizes = fc.integer({ min: 1, max: 700 });

/** What somebody with every right on the entries may do to them. */
type Harm = (entries: readonly Uint8Array[]) => Uint8Array[];
const harm: fc.Arbitrary<Harm> = fc.oneof(
  fc.nat(10_000).map(
    (at): Harm =>
      (entries) =>
        entries.with(at % entries.length, line(at, 'refused')),
  ),
  fc.nat(10_000).map(
    (at): Harm =>
      (entries) =>
        entries.toSpliced(at % entries.length, 1),
  ),
  fc.nat(10_000).map(
    (at): Harm =>
      (entries) =>
        entries.toSpliced(at % (entries.length + 1), 0, line(at, 'new')),
  ),
  fc.tuple(fc.nat(10_000), fc.integer({ min: 1, max: 10_000 })).map(
    ([one, by]): Harm =>
      (entries) => {
        const a = one % entries.length;
        const b = (a + 1 + (by % Math.max(1, entries.length - 1))) % entries.length;
        return entries
          .with(a, entries[b] ?? new Uint8Array())
          .with(b, entries[a] ?? new Uint8Array());
      },
  ),
  fc.integer({ min: 1, max: 300 }).map(
    (many): Harm =>
      (entries) =>
        entries.slice(0, Math.max(0, entries.length - many)),
  ),
  fc.integer({ min: 1, max: 300 }).map(
    (many): Harm =>
      (entries) =>
        entries.slice(many),
  ),
);
const same = (one: readonly Uint8Array[], other: readonly Uint8Array[]): boolean =>
  one.length === other.length &&
  one.every((entry, place) => fromUtf8(entry) === fromUtf8(other[place] ?? new Uint8Array()));

test('any edit, deletion, insertion, swap or truncation of the entries in the files is found', async () => {
  await fc.assert(
    fc.asyncProperty(sizes, harm, async (size, change) => {
      const entries = honest.slice(0, size);
      const changed = change(entries);
      fc.pre(!same(entries, changed));
      const files = await log.files(size);
      for (const [path, bytes] of files) {
        const bundle = /^tile\/entries\/(\d+)/.exec(path)?.[1];
        const held = entriesOf(bytes);
        if (bundle !== undefined && held.ok) {
          const start = Number(bundle) * 256;
          files.set(path, bundleBytes(changed.slice(start, start + held.value.length)));
        }
      }
      // What lies beyond the last whole bundle is only found by what is missing or differs before it.
      const whole = same(entries, changed.slice(0, size));
      const report = await verified(files);
      assert.equal(report.sound, whole, JSON.stringify(report.faults));
    }),
    { numRuns: 150 },
  );
});

test('any re-chain, rollback or truncation that is signed anew with the stolen key is found by whoever looked before', async () => {
  await fc.assert(
    fc.asyncProperty(sizes, harm, fc.nat(40), async (size, change, more) => {
      const entries = honest.slice(0, size);
      const changed = [...change(entries), ...lines(more, 'later')];
      const seen = await log.checkpoint(size);
      const forged = await smallLog(changed).files(changed.length);
      assert.equal((await verified(forged)).sound, true, 'whole in itself');
      const continues = same(entries, changed.slice(0, size));
      const report = await verified(forged, [seen]);
      assert.equal(report.sound, continues, JSON.stringify(report.faults));
    }),
    { numRuns: 150 },
  );
});

test('any one byte changed in any file is found', async () => {
  const files = await log.files(600);
  const paths = [...files.keys()];
  await fc.assert(
    fc.asyncProperty(
      fc.nat(),
      fc.nat(),
      fc.integer({ min: 1, max: 255 }),
      async (which, at, flip) => {
        const path = paths[which % paths.length] ?? '';
        const bytes = Uint8Array.from(files.get(path) ?? []);
        const place = at % bytes.length;
        bytes[place] = (bytes[place] ?? 0) ^ flip;
        const report = await verified(new Map(files).set(path, bytes));
        assert.equal(report.sound, false, `${path}, byte ${place}`);
      },
    ),
    { numRuns: 200 },
  );
});

test('what a reader accepts is always the beginning of what the next one accepts', async () => {
  const other = smallLog([...honest.slice(0, 100), ...lines(600, 'other')]);
  const step = fc.record({ size: sizes, forked: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 5 }), async (steps) => {
      let accepted: { readonly size: number; readonly note: string } | undefined;
      for (const { size, forked } of steps) {
        const files = await (forked ? other : log).files(size);
        const report = await verified(files, accepted === undefined ? [] : [accepted.note]);
        if (report.sound && report.head !== undefined) {
          const note = fromUtf8(files.get('checkpoint') ?? utf8(''));
          if (accepted !== undefined) {
            const before = readCheckpoint(signedText(accepted.note));
            assert.ok(before.ok && before.value.size <= size);
            // The accepted head is the root of the first entries of what is accepted now.
            const entries = [...files].filter(([path]) => path.startsWith('tile/entries/'));
            const tree = grownTree();
            for (const [, bytes] of entries) {
              const held = entriesOf(bytes);
              assert.ok(held.ok);
              for (const entry of held.value) tree.append(leafHash(entry));
            }
            assert.deepEqual(await rootAt(before.value.size, tree.nodes), before.value.root);
          }
          accepted = { size, note };
        }
      }
      assert.ok(accepted !== undefined, 'the first reader accepts');
    }),
    { numRuns: 40 },
  );
});

test('every entry has a proof at every size that holds it, and no two sizes without one between them', async () => {
  const tree = grownTree();
  for (const entry of honest) tree.append(leafHash(entry));
  await fc.assert(
    fc.asyncProperty(sizes, sizes, fc.nat(), async (one, two, which) => {
      const [older, newer] = [Math.min(one, two), Math.max(one, two)];
      const index = which % newer;
      const included = checkInclusion({
        index,
        size: newer,
        leaf: leafHash(honest[index] ?? new Uint8Array()),
        proof: await inclusionProof(index, newer, tree.nodes),
        root: await rootAt(newer, tree.nodes),
      });
      assert.ok(included.ok);
      const continued = checkConsistency({
        olderSize: older,
        newerSize: newer,
        olderRoot: await rootAt(older, tree.nodes),
        newerRoot: await rootAt(newer, tree.nodes),
        proof: await consistencyProof(older, newer, tree.nodes),
      });
      assert.ok(continued.ok);
    }),
    { numRuns: 200 },
  );
});
