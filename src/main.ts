/** The command line's entry: each command is loaded only when it is called, so that a small one starts at once. */
import { spawn } from 'node:child_process';
import { createReadStream, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { mkdir, open, readFile, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { type Installation, installationFrom } from './outside/adapters/installation.ts';

const terminal = {
  out: (text: string): void => {
    process.stdout.write(text);
  },
  err: (text: string): void => {
    process.stderr.write(text);
  },
};
const lines = {
  out: (line: string): void => terminal.out(`${line}\n`),
  err: (line: string): void => terminal.err(`${line}\n`),
};

/** Commands on a file, which explain themselves. */
const ON_FILES = [
  'audit',
  'calibrate',
  'score',
  'dif',
  'impact',
  'delay',
  'protect',
  'draw',
  'job-analysis',
  'depictions',
  'code',
  'witness',
];

type Command = (args: readonly string[], scripts: string) => Promise<number>;

const commands: Readonly<Record<string, Command>> = {
  serve: async (args, scripts) => {
    const { serve } = await import('./serve.ts');
    return await serve(installation(), {
      empty: args.includes('--empty'),
      scripts,
      drawReleases: releasesDrawnApart,
      ...terminal,
    });
  },
  audit: async (args) => {
    const { runAudit } = await import('./cli/commands/audit.ts');
    return await runAudit(args, commandWorld());
  },
  calibrate: async (args) => {
    const { runCalibrate } = await import('./cli/commands/calibrate.ts');
    return await runCalibrate(args, commandWorld());
  },
  score: async (args) => {
    const { runScore } = await import('./cli/commands/score.ts');
    return await runScore(args, commandWorld());
  },
  dif: async (args) => {
    const { runDif } = await import('./cli/commands/dif.ts');
    return await runDif(args, commandWorld());
  },
  impact: async (args) => {
    const { runImpact } = await import('./cli/commands/impact.ts');
    return await runImpact(args, commandWorld());
  },
  delay: async (args) => {
    const { runDelay } = await import('./cli/commands/delay.ts');
    return await runDelay(args, { ...commandWorld(), now: () => Date.now() });
  },
  protect: async (args) => {
    const { runProtect } = await import('./cli/commands/protect.ts');
    const { linearSolver } = await import('./outside/adapters/linear-solver.ts');
    return await runProtect(args, { ...commandWorld(), solver: linearSolver });
  },
  draw: async (args) => {
    const { runDraw } = await import('./cli/commands/draw.ts');
    const { growingSolver } = await import('./outside/adapters/growing-solver.ts');
    const { systemChance } = await import('./outside/adapters/chance.ts');
    return await runDraw(args, {
      ...commandWorld(),
      solver: growingSolver,
      chance: systemChance(),
    });
  },
  'audit-lottery': async (args) => {
    const { runAuditLottery } = await import('./cli/commands/audit-lottery.ts');
    return await runAuditLottery(args, fileWorld());
  },
  'job-analysis': async (args) => {
    const { runJobAnalysis } = await import('./cli/commands/job-analysis.ts');
    return await runJobAnalysis(args, commandWorld());
  },
  depictions: async (args) => {
    const { runDepictions } = await import('./cli/commands/depictions.ts');
    return await runDepictions(args, commandWorld());
  },
  code: async (args) => {
    const { runCode } = await import('./cli/commands/code.ts');
    return await runCode(args, commandWorld());
  },
  verify: async (args) => {
    const { runVerify } = await import('./cli/commands/verify.ts');
    return await runVerify(args, fileWorld());
  },
  'vc-api': async (args) => {
    const { runVcApi } = await import('./cli/commands/vc-api.ts');
    return await runVcApi(args, lines);
  },
  ledger: async (args) => {
    const { runLedger } = await import('./cli/commands/ledger.ts');
    return await runLedger(args, fileWorld());
  },
  witness: async (args) => {
    const { runWitness } = await import('./cli/commands/witness.ts');
    const { keepWitness } = await import('./outside/adapters/keep-witness.ts');
    return await runWitness(args, { ...terminal, run: (asked) => keepWitness(asked, terminal) });
  },
  report: async (args) => {
    const { runReport } = await import('./cli/commands/report.ts');
    return await runReport(args, fileWorld());
  },
  seed: async () => {
    const { seed } = await import('./serve.ts');
    return await seed(installation(), terminal);
  },
  release: async (args) => {
    const { runRelease } = await import('./cli/commands/release.ts');
    const { drawReleases } = await import('./serve.ts');
    return await runRelease(args, { ...terminal, draw: () => drawReleases(installation()) });
  },
  issue: async (args) => {
    const { runIssue } = await import('./cli/commands/issue.ts');
    const { inWorld } = await import('./world.ts');
    const { issueDue } = await import('./workflow/certify/issue-due.ts');
    return await runIssue(args, {
      ...terminal,
      issue: (told) => inWorld(installation(), (world) => issueDue(world, told)),
    });
  },
  publish: async (args) => {
    const { runPublish } = await import('./cli/commands/publish.ts');
    const { inWorld } = await import('./world.ts');
    const { logFolder } = await import('./outside/adapters/log-folder.ts');
    const { publishStatic } = await import('./workflow/certify/publish-static.ts');
    return await runPublish(args, {
      ...terminal,
      publish: (folder, told) =>
        inWorld(installation(), (world) => publishStatic(world, logFolder(folder), told)),
    });
  },
  keys: async (args) => {
    const { runKeys } = await import('./cli/commands/keys.ts');
    const { inWorld } = await import('./world.ts');
    return await inWorld(installation(), (world) => runKeys(args, { ...terminal, world }));
  },
  authorize: async (args) => {
    const { runAuthorize } = await import('./cli/commands/authorize.ts');
    const { withOwner } = await import('./world.ts');
    return await withOwner(installation(), (owner) =>
      runAuthorize(args, {
        ...terminal,
        recordedBy: os.userInfo().username,
        record: (row) => owner.authorize(row),
      }),
    );
  },
  appoint: async (args) => {
    const { runAppoint } = await import('./cli/commands/appoint.ts');
    const { programs } = await import('./program/catalog/catalog.ts');
    const { withOwner } = await import('./world.ts');
    return await withOwner(installation(), (owner) =>
      runAppoint(args, {
        ...terminal,
        appoint: (email, office) => owner.appoint(email, office),
        serveOnly: (email, programs) => owner.serveOnly(email, programs),
        programs: programs.map(({ id }) => id),
        appointChair: (email) => owner.appointChair(email),
      }),
    );
  },
  help: async ([topic]) => {
    const { HELP } = await import('./cli/commands/help.ts');
    const command = topic === undefined || topic === 'help' ? undefined : commands[topic];
    if (command !== undefined && ON_FILES.includes(topic ?? '')) {
      return await command(['--help'], '');
    }
    terminal.out(HELP);
    return 0;
  },
};

// A reader that has seen enough, such as head, closes the pipe: that is no fault.
process.stdout.on('error', (cause: NodeJS.ErrnoException) => {
  if (cause.code !== 'EPIPE') {
    throw cause;
  }
});

/** `scripts` is the folder of the compiled browser scripts. */
export async function main(words: readonly string[], scripts: string): Promise<void> {
  const [word = 'help', ...args] = words;
  const name = word === '--help' || word === '-h' ? 'help' : word;
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) {
    terminal.err(`There is no command "${word}". "evenhand help" lists them.\n`);
    process.exitCode = 2;
    return;
  }
  try {
    process.exitCode = await command(args, scripts);
  } catch (cause) {
    // A fault of ours or of the machine: people get the sentence, EVENHAND_DEBUG gets the rest.
    const message = cause instanceof Error ? cause.message : String(cause);
    terminal.err(
      `${process.env['EVENHAND_DEBUG'] === undefined ? message : String(cause instanceof Error ? cause.stack : cause)}\n`,
    );
    process.exitCode = 1;
  }
}

/** In a process of its own: the proof of a release takes all of a processor for some seconds. */
function releasesDrawnApart(stopping: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const words = [...process.execArgv, process.argv[1] ?? '', 'release'];
    const child = spawn(process.execPath, words, {
      stdio: ['ignore', 'ignore', 'pipe'],
      signal: stopping,
    });
    let said = '';
    child.stderr.on('data', (text: Buffer) => {
      said += text.toString();
    });
    // What was told to stop is waited for until it is gone: it still uses the database.
    child.on('error', (cause) => {
      if (!stopping.aborted) {
        reject(cause);
      }
    });
    child.on('close', (code) => {
      if (code === 0) {
        resolve();
      } else {
        reject(new Error(`the release was not drawn: ${said.trim() || `exit code ${code}`}`));
      }
    });
    process.once('exit', () => child.kill());
  });
}

const installation = (): Installation => installationFrom(process.env);

/** A file comes in pieces, so that it may be larger than memory; a result is written whole or not at all. */
function commandWorld() {
  return {
    ...terminal,
    watched: process.stderr.isTTY,
    open: async (place: string) => {
      const found = statSync(place);
      if (found.isDirectory()) {
        throw new Error('it is a folder');
      }
      // What comes through a pipe can be read only once: nobody looks first whether it is a spreadsheet.
      const sheet = found.isFile() ? await sheetIn(place) : undefined;
      if (sheet !== undefined) {
        return { size: sheet.length, pieces: only(sheet) };
      }
      const pieces: AsyncIterable<Uint8Array> = createReadStream(place, { highWaterMark: 1 << 20 });
      return { size: found.isFile() ? found.size : undefined, pieces };
    },
    writeWhole: (place: string, text: string): void => {
      const making = `${place}.making-${process.pid}`;
      try {
        writeFileSync(making, text);
        renameSync(making, place);
      } catch (cause) {
        rmSync(making, { force: true });
        throw cause;
      }
    },
  };
}

/** The first sheet of a spreadsheet as text; undefined where the file is no spreadsheet. */
async function sheetIn(place: string): Promise<Uint8Array | undefined> {
  const file = await open(place);
  const start = new Uint8Array(8);
  try {
    await file.read(start, 0, start.length, 0);
  } finally {
    await file.close();
  }
  const { looksLikeSpreadsheet, readSpreadsheet } = await import(
    './outside/adapters/spreadsheet.ts'
  );
  if (!looksLikeSpreadsheet(start)) {
    return undefined;
  }
  const rows = await readSpreadsheet(new Uint8Array(await readFile(place)));
  if (!rows.ok) {
    throw new Error(rows.refusal.because);
  }
  const { sheetAsText } = await import('./psychometrics/responses/sheet.ts');
  return sheetAsText(rows.value);
}

async function* only(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** Files and the network as the checking commands see them. */
function fileWorld() {
  return {
    ...lines,
    home: os.homedir(),
    now: () => Date.now(),
    readFile: async (place: string): Promise<Uint8Array | undefined> => {
      try {
        return new Uint8Array(await readFile(place));
      } catch (cause) {
        if (
          cause instanceof Error &&
          'code' in cause &&
          (cause.code === 'ENOENT' || cause.code === 'EISDIR' || cause.code === 'ENOTDIR')
        ) {
          return undefined;
        }
        throw cause;
      }
    },
    writeFile: async (place: string, bytes: Uint8Array): Promise<void> => {
      await mkdir(path.dirname(place), { recursive: true });
      await writeFile(place, bytes);
    },
    fetch: (url: string) => fetch(url),
  };
}
