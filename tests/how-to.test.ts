/** The commands of a walk-through run as they are written, and say what stands below them. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { runAudit } from '../src/cli/commands/audit.ts';
import { runCalibrate } from '../src/cli/commands/calibrate.ts';
import { runDif } from '../src/cli/commands/dif.ts';
import { runScore } from '../src/cli/commands/score.ts';
import { ranWith } from './support/exam-commands.ts';

const COMMANDS = { audit: runAudit, calibrate: runCalibrate, dif: runDif, score: runScore };
const isCommand = (name: string): name is keyof typeof COMMANDS => Object.hasOwn(COMMANDS, name);

let place = '';
describe('the how-to of an audit', () => {
  before(() => {
    place = mkdtempSync(path.join(os.tmpdir(), 'evenhand-how-to-'));
  });
  after(() => rmSync(place, { recursive: true, force: true }));

  /** The fenced blocks of a page, in order. */
  const blocksOf = (page: string): readonly { readonly kind: string; readonly lines: string[] }[] =>
    [...page.matchAll(/^```(sh|text)\n(.*?)^```$/gms)].map(([, kind = '', text = '']) => ({
      kind,
      lines: text.trimEnd().split('\n'),
    }));

  const wordsOf = (line: string): readonly string[] =>
    [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
  const plain = (text: string): string => text.replace(/\s+/g, ' ');

  /** What the command says and writes, as one text. */
  async function run(line: string): Promise<string> {
    const [program = '', ...words] = wordsOf(line);
    const args = words.map((word) =>
      /^(?:exam|key)\.csv$/.test(word) ? path.join(place, word) : word,
    );
    if (program === 'node') {
      execFileSync(process.execPath, args);
      return '';
    }
    assert.equal(program, 'bin/evenhand');
    const [command = '', ...rest] = args;
    assert.ok(isCommand(command), line);
    const { code, out, err, written } = await ranWith(COMMANDS[command], rest);
    assert.deepEqual([code, err], [0, ''], line);
    return [out, ...written.values()].join('\n');
  }

  test('a first hour with an exam goes as it is told, and all five things wrong with it are found', async () => {
    let said = '';
    let [commands, quotes] = [0, 0];
    for (const { kind, lines } of blocksOf(readFileSync('docs/how-to/audit-an-exam.md', 'utf8'))) {
      if (kind === 'sh') {
        said = '';
        for (const line of lines) {
          said += await run(line);
          commands += 1;
        }
      } else {
        quotes += 1;
        assert.ok(plain(said).includes(plain(lines.join(' '))), `not said: ${lines.join(' ')}`);
      }
    }
    assert.ok(commands >= 7 && quotes >= 8, `${commands} commands, ${quotes} quotes`);
  });
});
