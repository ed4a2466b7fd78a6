/** An audit that is interrupted leaves the folder as it was: no half-written report, no file in the making. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { inventedExam } from '../support/exam-commands.ts';

/** Starts the program, interrupts it after so many milliseconds (never, where none are given), and waits for its end. */
function interrupted(args: readonly string[], after: number | undefined): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['bin/evenhand', ...args], { stdio: 'ignore' });
    child.on('error', reject);
    child.on('exit', resolve);
    if (after !== undefined) setTimeout(() => child.kill('SIGINT'), after);
  });
}

test('Ctrl-C at any moment leaves no report or a whole one, and an older report as it was', async () => {
  const place = mkdtempSync(path.join(os.tmpdir(), 'evenhand-interrupted-'));
  try {
    const file = path.join(place, 'exam.csv');
    const report = path.join(place, 'report.html');
    writeFileSync(file, inventedExam(3000, 80));
    const args = ['audit', file, '--group', 'site', '--focal', 'late', '--out', report];
    // The first start compiles the program.
    await interrupted(['help'], undefined);
    for (const after of [100, 400, 900]) {
      writeFileSync(report, 'the report of last year');
      await interrupted(args, after);
      assert.deepEqual(readdirSync(place).sort(), ['exam.csv', 'report.html']);
      const text = readFileSync(report, 'utf8');
      assert.ok(
        text === 'the report of last year' || text.endsWith('</html>\n'),
        `after ${after} ms`,
      );
    }
    assert.equal(await interrupted(args, undefined), 0);
    assert.ok(readFileSync(report, 'utf8').endsWith('</html>\n'));
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
  assert.ok(!existsSync(place));
});
