/**
 * How long a whole audit takes: the compiled program as a process of its own, from the file to the HTML, on 10,000 people,
 * 100 items and two groups (the planted exam whose reference engine's fit alone takes 4.3 CPU seconds), and on fewer.
 * Then where the time goes, inside one process. CPU seconds, user and system together; the best of three.
 * Run: node --import tsx bench/psychometrics-audit.ts
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { asHtml } from '../src/reporting/document/as-html.ts';
import { pages } from '../src/reporting/technical-report/pages.ts';
import { auditExam } from '../src/workflow/audit/audit-exam.ts';
import { asFile, plantedExam } from '../tests/support/planted-exam.ts';

const REFERENCE_FIT = 4.29;
const place = mkdtempSync(path.join(os.tmpdir(), 'evenhand-bench-'));

// The first start compiles the program.
await cpuOf(['bin/evenhand', 'help']);

/** CPU seconds of a child, as the system counts them. */
function cpuOf(args: readonly string[]): Promise<{ cpu: number; megabytes: number }> {
  return new Promise((resolve, reject) => {
    const report = path.join(place, 'time.txt');
    const child = spawn(
      '/usr/bin/time',
      ['-f', '%U %S %M', '-o', report, process.execPath, ...args],
      {
        stdio: 'ignore',
      },
    );
    child.on('error', reject);
    child.on('exit', (code) => {
      const [user = 0, system = 0, kilobytes = 0] = readFileSync(report, 'utf8')
        .trim()
        .split(/\s+/)
        .map(Number);
      if (code === 0) resolve({ cpu: user + system, megabytes: kilobytes / 1024 });
      else reject(new Error(`exit code ${code}`));
    });
  });
}

for (const [people, items] of [
  [1_000, 50],
  [10_000, 100],
  [100_000, 100],
] as const) {
  const file = path.join(place, `planted-${people}.csv`);
  writeFileSync(file, asFile(plantedExam({ people, items, model: '2pl', seed: 107 })));
  const out = path.join(place, 'report.html');
  const args = [
    'bin/evenhand',
    'audit',
    file,
    '--group',
    'group',
    '--focal',
    '1',
    '--cut',
    String(items / 2),
    '--out',
    out,
  ];
  let best = { cpu: Number.POSITIVE_INFINITY, megabytes: 0 };
  for (let run = 0; run < (people > 50_000 ? 1 : 3); run += 1) {
    const found = await cpuOf(args);
    best = found.cpu < best.cpu ? found : best;
  }
  const beside =
    people === 10_000 ? `; the reference engine's fit alone takes ${REFERENCE_FIT} s` : '';
  console.log(
    `whole audit ${people} x ${items}: ${best.cpu.toFixed(2)} CPU s, ${best.megabytes.toFixed(0)} MB, report ${(statSync(out).size / 1024).toFixed(0)} KB${beside}`,
  );
}

const bytes = readFileSync(path.join(place, 'planted-10000.csv'));
async function* whole(): AsyncGenerator<Uint8Array> {
  yield bytes;
}
const steps: [string, number][] = [];
const report = await auditExam(
  { size: bytes.length, pieces: whole() },
  {
    file: 'planted.csv',
    id: undefined,
    items: undefined,
    pilot: undefined,
    codes: { omitted: [], notReached: [], notAdministered: [], invalid: [] },
    key: undefined,
    missing: 'omitted',
    groupColumns: ['group'],
    groups: [{ column: 'group', focal: '1', reference: undefined }],
    cut: 50,
    minimumGroup: 11,
    covariates: [],
    window: undefined,
    fit: false,
  },
  (what) => steps.push([what, performance.now()]),
);
if (report.ok) {
  steps.push(['HTML', performance.now()]);
  asHtml(pages(report.value));
}
const ended = performance.now();
for (const [index, [what, started]] of steps.entries()) {
  const until = steps[index + 1]?.[1] ?? ended;
  console.log(`  ${what}: ${(until - started).toFixed(0)} ms`);
}
rmSync(place, { recursive: true, force: true });
