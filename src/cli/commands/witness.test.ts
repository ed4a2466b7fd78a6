import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LOG } from '../../../tests/support/small-log.ts';
import { noteKey, writeNoteKey } from '../../ledger/checkpoint/note.ts';
import { runWitness, type WitnessAsked } from './witness.ts';

const KEY = writeNoteKey(LOG.key);

async function ran(...words: string[]) {
  const said: string[] = [];
  const runs: WitnessAsked[] = [];
  const code = await runWitness(words, {
    out: (text) => said.push(text),
    err: (text) => said.push(text),
    run: async (asked) => {
      runs.push(asked);
      return 0;
    },
  });
  return { code, text: said.join(''), asked: runs[0] };
}

test('the words become a folder, a name, logs and a place to listen', async () => {
  const { code, asked } = await ran(
    'here',
    '--log',
    KEY,
    '--name',
    'w.example/1',
    '--port',
    '9000',
  );
  assert.equal(code, 0);
  assert.deepEqual(
    { ...asked, logs: asked?.logs.map(({ name }) => name) },
    {
      folder: 'here',
      name: 'w.example/1',
      logs: ['larkspur.example/log'],
      host: '127.0.0.1',
      port: 9000,
    },
  );
});

test('what is missing or wrong is said in a sentence, and nothing runs', async () => {
  const cosigning = writeNoteKey(noteKey('w', LOG.key.publicKey, 'cosignature'));
  for (const [words, says] of [
    [[], /Name one folder/],
    [['a', 'b', '--log', KEY], /Name one folder/],
    [['a'], /Name at least one log/],
    [['a', '--log', 'nonsense'], /"nonsense" is not the key of a log/],
    [['a', '--log', cosigning], /is not the key of a log/],
    [['a', '--log', KEY, '--port', '99999'], /--port 99999 is not a port/],
    [['a', '--log', KEY, '--name', 'a b'], /cannot be a name/],
    [['a', '--log', KEY, '--nonsense'], /nonsense/],
  ] as const) {
    const { code, text, asked } = await ran(...words);
    assert.equal(code, 2);
    assert.match(text, says);
    assert.equal(asked, undefined);
  }
});

test('it explains itself', async () => {
  const { code, text } = await ran('--help');
  assert.equal(code, 0);
  assert.match(text, /never signs two heads of one size/);
});
