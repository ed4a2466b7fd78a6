/**
 * What a calibration costs, in CPU seconds of the whole process (least of several runs), beside the prototype in the same
 * run and the stored times of the reference engine. Exams are regenerated and checked against their md5; prototype
 * and generator lie beside the project, and without them their columns are left out visibly.
 * Run by: npm run bench -- psychometrics, which runs every bench of the audit, this one among them.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildSync } from 'esbuild';

const RUNS = 3;
const SHARED = '../shared';
const folder = mkdtempSync(path.join(os.tmpdir(), 'evenhand-bench-psychometrics-'));
const program = path.join(folder, 'calibrate.mjs');
const peers: {
  times: { work: string; cpuSeconds: number; peakMegabytes: number; logLik: number | null }[];
} = JSON.parse(readFileSync('reference/psychometrics/peer-times.json', 'utf8'));

interface Usage {
  readonly cpu: number;
  readonly megabytes: number;
  readonly out: string;
}

const REPORT =
  "data:text/javascript,process.on('exit',()=>{const u=process.resourceUsage();process.stderr.write('USAGE '+JSON.stringify([(u.userCPUTime+u.systemCPUTime)/1e6,u.maxRSS/1024]))})";

function run(options: readonly string[]): Usage {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--import', REPORT, ...options], {
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  if (status !== 0) {
    throw new Error(`${options.join(' ')}: ${stderr}`);
  }
  const [cpu = 0, megabytes = 0]: number[] = JSON.parse(/USAGE (.*)$/.exec(stderr)?.[1] ?? '[]');
  return { cpu, megabytes, out: stdout };
}

function least(options: readonly string[], runs = RUNS): Usage {
  const all = Array.from({ length: runs }, () => run(options));
  return all.reduce((best, one) => (one.cpu < best.cpu ? one : best));
}

function exam(name: string, options: string): string {
  const file = path.join(folder, name);
  if (!existsSync(file)) {
    run([path.join(SHARED, 'bench', 'gen.mjs'), file, ...options.split(' ')]);
    const md5 = createHash('md5').update(readFileSync(file)).digest('hex');
    if (!readFileSync(path.join(SHARED, 'bench', 'md5.txt'), 'utf8').includes(`${md5}  ${name}`)) {
      throw new Error(`${name} is not the exam that was measured`);
    }
  }
  return file;
}

interface Row {
  readonly work: string;
  readonly task: string;
  readonly file: string;
  readonly options: string;
  /** At most so many times the prototype's CPU on the two-parameter model of the same size, or so many seconds. */
  readonly reach:
    | { readonly times: number; readonly of: 'process' | 'fit' }
    | { readonly seconds: number };
}

const TEN = ['s2pl_10000x100.csv', '10000 100 2pl 102'] as const;
const HUNDRED = ['s2pl_100000x100.csv', '100000 100 2pl 103'] as const;
const rows: Row[] = [
  {
    work: '2PL, 10,000 x 100',
    task: '2pl',
    file: TEN[0],
    options: TEN[1],
    reach: { times: 0.6, of: 'process' },
  },
  {
    work: '2PL with standard errors, 10,000 x 100',
    task: '2pl-errors',
    file: TEN[0],
    options: TEN[1],
    reach: { times: 2.5, of: 'fit' },
  },
  {
    work: '3PL with prior, 10,000 x 100',
    task: '3pl',
    file: 's3pl_10000x100.csv',
    options: '10000 100 3pl 104',
    reach: { times: 3, of: 'fit' },
  },
  {
    work: 'graded, 5 categories, 5,000 x 40',
    task: 'graded',
    file: 'sgrm5_5000x40.csv',
    options: '5000 40 grm5 106',
    reach: { seconds: 0.5 },
  },
  {
    work: 'two groups, scalar, 10,000 x 100',
    task: 'groups',
    file: 'dif2pl_10000x100.csv',
    options: '10000 100 2pl 107 1',
    reach: { times: 2, of: 'fit' },
  },
  {
    work: 'likelihood-ratio DIF, all items, 2,000 x 40',
    task: 'likelihood-ratio',
    file: 'dif2pl_2000x40.csv',
    options: '2000 40 2pl 108 1',
    reach: { seconds: 1.5 },
  },
  {
    work: '2PL, 100,000 x 100',
    task: '2pl',
    file: HUNDRED[0],
    options: HUNDRED[1],
    reach: { times: 0.6, of: 'process' },
  },
];

const prototypes = new Map<string, { usage: Usage; fit: number; logLik: number }>();
function prototypeOn(name: string, options: string, empty: number) {
  const known = prototypes.get(name);
  if (known !== undefined) {
    return known;
  }
  const usage = least([path.join(SHARED, 'prototypes', 'numerics', 'em.mjs'), exam(name, options)]);
  const { LL }: { LL: number } = JSON.parse(usage.out);
  const found = { usage, fit: usage.cpu - empty, logLik: LL };
  prototypes.set(name, found);
  return found;
}

try {
  if (!existsSync(path.join(SHARED, 'bench', 'gen.mjs'))) {
    console.log('skipped: no ../shared, from which the exams are drawn');
  } else {
    buildSync({
      entryPoints: ['bench/running/calibrate-process.ts'],
      bundle: true,
      platform: 'node',
      format: 'esm',
      outfile: program,
    });
    const empty = least(['-e', '0']).cpu;
    console.log(`an empty process: ${empty.toFixed(3)} s`);
    for (const row of rows) {
      const big = row.file === HUNDRED[0];
      const base = big ? HUNDRED : TEN;
      const own = least([program, exam(row.file, row.options), row.task]);
      const { logLik, logPrior, iterations, converged } = JSON.parse(own.out);
      const proto = prototypeOn(base[0], base[1], empty);
      const peer = peers.times.find(({ work }) => work === row.work);
      const { reach } = row;
      const ratio =
        'seconds' in reach
          ? own.cpu / reach.seconds
          : own.cpu / (reach.of === 'process' ? proto.usage.cpu : proto.fit) / reach.times;
      const aim =
        'seconds' in reach ? `${reach.seconds} s` : `${reach.times} x prototype ${reach.of}`;
      const same = row.file === base[0] ? `, prototype logLik ${proto.logLik.toFixed(4)}` : '';
      console.log(
        `${row.work}: ${own.cpu.toFixed(3)} s, ${own.megabytes.toFixed(0)} MB; aim ${aim}: ${(100 * ratio).toFixed(0)} % of it ${ratio <= 1 ? 'ok' : 'MISSED'}; prototype ${proto.usage.cpu.toFixed(3)} s, ${proto.usage.megabytes.toFixed(0)} MB; mirt ${peer?.cpuSeconds ?? '-'} s, ${peer?.peakMegabytes ?? '-'} MB\n   logLik ${logLik.toFixed(4)}${logPrior === 0 ? '' : ` and log prior ${logPrior.toFixed(4)}`} (mirt ${peer?.logLik?.toFixed(4) ?? '-'}${same}), ${iterations} cycles, converged ${converged}`,
      );
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
