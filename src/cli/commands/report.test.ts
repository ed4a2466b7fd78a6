import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asJson } from '../../kernel/bytes/as-json.ts';
import { fromUtf8, utf8 } from '../../kernel/bytes/bytes.ts';
import { canonicalJson } from '../../kernel/bytes/canonical-json.ts';
import { sha256Hex } from '../../kernel/bytes/sha256.ts';
import { ed25519Signer } from '../../ledger/checkpoint/ed25519.ts';
import { signNote, writeNoteKey } from '../../ledger/checkpoint/note.ts';
import { inventedReport } from '../../web/pages/reports/invented-report.ts';
import { reportNoteText } from '../../workflow/report/report-note.ts';
import { runReport } from './report.ts';

const signer = ed25519Signer('larkspur.example/log', new Uint8Array(32).fill(1));
const KEY = writeNoteKey(signer.key);

async function file(change: (text: string) => string = (text) => text): Promise<string> {
  const report = inventedReport();
  const body = canonicalJson(asJson(report));
  const facts = { ...report, release: report.release.number, digest: sha256Hex(body) };
  const note = await signNote(reportNoteText(facts), [signer]);
  return change(`{"report":${body},"note":${JSON.stringify(note)},"key":${JSON.stringify(KEY)}}`);
}

async function run(text: string | undefined, ...args: string[]) {
  const said: string[] = [];
  const code = await runReport(args, {
    readFile: async (name) =>
      name === 'report-1.json' && text !== undefined ? utf8(text) : undefined,
    out: (line) => said.push(line),
    err: (line) => said.push(`! ${line}`),
  });
  return { code, text: said.join('\n') };
}
const verify = (text: string, ...more: string[]) => run(text, 'verify', 'report-1.json', ...more);

test('a report that holds exits with 0, and says what was not worked out and whose key it was', async () => {
  const { code, text } = await verify(await file());
  assert.equal(code, 0, text);
  assert.match(text, /^Report 1, counted until 2025-12-31: everything agrees\./);
  assert.match(text, /signature: +holds, larkspur\.example\/log has signed it/);
  assert.match(text, /log: +not asked/);
  assert.match(text, /figures: +\d+ agree, 0 differ/);
  assert.match(text, /rest on the days and answers of single people/);
  assert.match(text, /Compare it with the one the site publishes/);
  const given = await verify(await file(), '--key', KEY);
  assert.equal(given.code, 0);
  assert.ok(!given.text.includes('Compare it'));
});

test('a changed count exits with 1 and names the figures that no longer follow', async () => {
  const forged = await file((text) => text.replace('"succeeded":844,', '"succeeded":834,'));
  const { code, text } = await verify(forged, '--key', KEY);
  assert.equal(code, 1);
  assert.match(text, /NOT EVERYTHING AGREES/);
  assert.match(text, /body: +fails, this is not the report that was signed for/);
  assert.match(
    text,
    /eligibility \/ where-trained \/ all \/ trained-us \/ rate\.value: published 0\.8/,
  );
  const data = JSON.parse((await verify(forged, '--format', 'json')).text);
  assert.deepEqual(
    [data.holds, data.body.answer, data.signature.answer],
    [false, 'fails', 'holds'],
  );
  assert.equal(data.differences.length, data.differ);
  assert.ok(data.differ > 3);
});

test('a key of somebody else, or a signature with one letter changed, exits with 1', async () => {
  const stranger = writeNoteKey(
    ed25519Signer('larkspur.example/log', new Uint8Array(32).fill(2)).key,
  );
  const other = await verify(await file(), '--key', stranger);
  assert.equal(other.code, 1);
  assert.match(other.text, /signature: +fails/);
  const bent = await file((text) =>
    text.replace(
      /(\u2014 larkspur\.example\/log .{20})(.)/,
      (_, start, letter) => `${start}${letter === 'A' ? 'B' : 'A'}`,
    ),
  );
  assert.equal((await verify(bent)).code, 1);
});

test('what a stranger wrote into a file cannot move the cursor', async () => {
  const colored = await file((text) => text.replaceAll('trained-abroad', 'trained\\u001b[31m'));
  const { text } = await verify(colored);
  assert.ok(!text.includes(fromUtf8(Uint8Array.of(27))));
});

test('what cannot be answered exits with 2 and says why', async () => {
  const good = await file();
  for (const [text, args, says] of [
    [good, [], /Say "verify"/],
    [good, ['verify'], /Say "verify"/],
    [good, ['publish', 'report-1.json'], /Say "verify"/],
    [good, ['verify', 'other.json'], /is not there/],
    [undefined, ['verify', 'report-1.json'], /is not there/],
    [good, ['verify', 'report-1.json', '--receipt', 'none'], /none is not there/],
    [good, ['verify', 'report-1.json', '--key', 'nonsense'], /not a key/],
    [good, ['verify', 'report-1.json', '--format', 'yaml'], /--format is one of text, json/],
    [good, ['verify', 'report-1.json', '--strange'], /strange/],
    ['{}', ['verify', 'report-1.json'], /names no key, or is no report/],
    ['not json', ['verify', 'report-1.json'], /names no key/],
    ['{}', ['verify', 'report-1.json', '--key', KEY], /is no report/],
  ] as const) {
    const { code, text: said } = await run(text, ...args);
    assert.equal(code, 2, said);
    assert.match(said, says);
  }
});
