/**
 * Ties the server together: the opened world, the jobs, the pages. With main.ts and world.ts the only files that see every
 * layer.
 */
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  demonstrationExam,
  demonstrationKeys,
  examPrograms,
} from './demonstration/items/demonstration-forms.ts';
import { recordDepicted } from './demonstration/items/record-depicted.ts';
import { inventedBody } from './demonstration/simulator/invented-body.ts';
import { recordAfterExam } from './demonstration/simulator/record-after-exam.ts';
import { accountHandlers } from './http/account/account-handlers.ts';
import { candidateHandlers } from './http/candidate/candidate-handlers.ts';
import { deskHandlers } from './http/desk/desk-handlers.ts';
import { examHandlers } from './http/exam/exam-handlers.ts';
import { demonstrationHandlers } from './http/public/demonstration-handlers.ts';
import { publicHandlers } from './http/public/public-handlers.ts';
import type { App } from './http/server/app.ts';
import { portIsFree } from './http/server/port-is-free.ts';
import { createServer, type Handlers } from './http/server/server.ts';
import { drawApart } from './outside/adapters/draw-apart.ts';
import { faultLog } from './outside/adapters/fault-log.ts';
import { growingSolver } from './outside/adapters/growing-solver.ts';
import type { Installation } from './outside/adapters/installation.ts';
import { linearSolver } from './outside/adapters/linear-solver.ts';
import { folderPostman, smtpPostman } from './outside/adapters/mail.ts';
import { plainPdf } from './outside/adapters/plain-pdf.ts';
import { vaultWith } from './outside/adapters/vault.ts';
import { connect } from './storage/database/connect.ts';
import { hourly } from './storage/jobs/hourly.ts';
import { namedIn } from './storage/jobs/named-in.ts';
import { runJobs } from './storage/jobs/runner.ts';
import { sealedAnswer } from './storage/sealed-store/sealed-writer.ts';
import { loadInventedBody } from './storage/tables/bulk-load.ts';
import { storeForm } from './storage/tables/exam-bank.ts';
import { awardOnPass } from './workflow/certify/award.ts';
import { keepPage } from './workflow/certify/change-keys.ts';
import { issuerOfLoaded } from './workflow/certify/issue-loaded.ts';
import { writeLetters } from './workflow/conduct/write-letters.ts';
import { closeExpired } from './workflow/exam/hand-in.ts';
import { BEAT_EVERY_MS, beat, creditOutage } from './workflow/exam/keep-time.ts';
import { asTimePasses } from './workflow/keep/as-time-passes.ts';
import { drawAndTell } from './workflow/measure/draw-and-tell.ts';
import { releasesDue } from './workflow/measure/draw-due.ts';
import { publishingAloud } from './workflow/publish/publishing-aloud.ts';
import { mailIn, sendMail } from './workflow/publish/send-mail.ts';
import { keepRenewal } from './workflow/renew/keep-renewal.ts';
import { publishReportsDue, reportsDue } from './workflow/report/publish-due.ts';
import { type OpenedWorld, openWorld, ownersPlace, whileOpen } from './world.ts';

const SEEDED = 'demonstration-loaded';
const CLOSE_EVERY_MS = 15_000;
/** Of the invented people only; the demonstration listens on the loopback address alone. */
const DEMONSTRATION_PASSPHRASE = 'this body is invented';

/** Mail goes to the server of EVENHAND_SMTP, or into a folder that the demonstration shows. */
function openPostman(installation: Installation) {
  return installation.smtp === undefined
    ? folderPostman(path.join(installation.data, 'mail'))
    : smtpPostman(installation.smtp, installation.mailFrom);
}

export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** Draws the releases that are due, and publishes the report of a year on its day. A sentence about each. */
export const drawReleases = (installation: Installation): Promise<readonly string[]> =>
  whileOpen(installation, async ({ world, measurements, keys, log }) => {
    const drawn = await drawAndTell({ ...world, measurements, solver: linearSolver });
    const signer = { key: log.key, sign: (text: Uint8Array) => keys.log.sign(text) };
    return [...drawn, ...(await publishReportsDue({ ...world, signer }))];
  });

/** Loads the demonstration: the invented body's forms, its people and its three years. Once; again changes nothing. */
export const seed = (installation: Installation, terminal: Terminal): Promise<number> =>
  whileOpen(installation, async (opened) => {
    await loadDemonstration(opened, installation, terminal);
    await opened.log.publish();
    return 0;
  });

async function loadDemonstration(
  opened: OpenedWorld,
  installation: Installation,
  terminal: Terminal,
): Promise<void> {
  const owner = connect(ownersPlace(opened, installation), 3);
  try {
    for (const program of examPrograms) {
      const exam = { ...demonstrationExam(program), keys: demonstrationKeys(program) };
      await owner.begin((tx) => storeForm(tx, opened.world.vault, exam));
    }
    const { world, keys } = opened;
    const asked = { seed: 'larkspur', today: world.clock.today(), ids: world.chance };
    const body = inventedBody(asked);
    await loadInventedBody(owner, body, {
      passphraseHash: await world.passphrases.hash(DEMONSTRATION_PASSPHRASE),
      uuid: world.chance.uuid,
      bytes: world.chance.bytes,
      seal: sealedAnswer(keys.sealed, vaultWith(keys.sealed)),
      issue: issuerOfLoaded(world),
      keep: async (title, lines) => await world.files.keep(await plainPdf(title, lines)),
      progress: (text) => terminal.out(`${text}\n`),
    });
    await recordDepicted(opened.world);
    await recordAfterExam(opened.world, body.awards, growingSolver);
  } finally {
    await owner.end();
  }
  terminal.out('The demonstration is loaded.\n');
}

/** Starts the service and stays until it is told to stop. */
export async function serve(
  installation: Installation,
  options: Terminal & {
    readonly empty: boolean;
    readonly scripts: string;
    /** Draws the releases and publishes the reports that are due, in a process of its own that ends when told to. */
    readonly drawReleases: (stopping: AbortSignal) => Promise<void>;
  },
): Promise<number> {
  const started = await start(installation, options);
  options.out(`Evenhand is ready: ${started.address}\n`);
  if (started.demonstration) {
    options.out(
      `This is the demonstration of an invented body. Sign in with one click: ${started.address}/demonstration\n`,
    );
  }
  const { world } = started.opened;
  const releases = hourly(
    async (stopping) => {
      await asTimePasses(world, started.opened.log);
      if ((await releasesDue(world)).length + (await reportsDue(world)).length > 0) {
        await options.drawReleases(stopping);
      }
    },
    (cause) => started.fault(cause, 'releases'),
  );
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  await releases.stop();
  await started.stop();
  return 0;
}

export interface Started {
  readonly address: string;
  readonly demonstration: boolean;
  readonly opened: OpenedWorld;
  readonly fault: App['fault'];
  stop(): Promise<void>;
}

export async function start(
  installation: Installation,
  options: Terminal & { readonly empty: boolean; readonly scripts: string },
): Promise<Started> {
  await portIsFree(installation);
  const opened = await openWorld(installation, !options.empty);
  const { demonstration } = opened;
  if (demonstration && !existsSync(path.join(installation.data, SEEDED))) {
    options.out('Loading the demonstration (once; some seconds)…\n');
    await loadDemonstration(opened, installation, options);
    writeFileSync(path.join(installation.data, SEEDED), '');
  }
  const postman = openPostman(installation);
  const fault = faultLog(installation.data, options.err);
  const publish = publishingAloud(opened.log, (sentence) => {
    options.err(`${sentence}\n`);
    fault(sentence, 'log');
  });
  await keepPage(opened.world, 'changed').catch((cause: unknown) => fault(cause, 'keys'));
  await publish();
  const jobs = await runJobs(
    opened.pools.workerWhere,
    {
      'send-mail': (payload) =>
        sendMail({ records: opened.world.records, postman }, mailIn(payload)),
      'publish-log': publish,
      'write-letters': async (payload) => {
        await writeLetters(opened.world, namedIn(payload, 'matter'));
      },
      'keep-renewal': async (payload) => {
        await keepRenewal(opened.world, namedIn(payload, 'credential'));
      },
    },
    (name, cause) => fault(cause, `job ${name}`),
  );
  const app: App = {
    world: opened.world,
    log: opened.log,
    logFolder: opened.folder,
    measurements: opened.measurements,
    solver: linearSolver,
    draws: drawApart(pathToFileURL(path.resolve(options.scripts, '..', 'draw-worker.mjs'))),
    ...{ secret: opened.keys.secret, programSecret: installation.programSecret },
    decoyHash: await opened.world.passphrases.hash('nobody has this passphrase'),
    demonstration,
    inbox: demonstration ? postman.inbox : undefined,
    root: installation.root,
    scripts: options.scripts,
    fault,
  };
  const exams = await keepExams(app);
  const server = await createServer(app, handlersOf(app));
  const host = demonstration ? '127.0.0.1' : installation.host;
  await server.listen({ port: installation.port, host });
  return {
    address: installation.origin,
    demonstration,
    opened,
    fault,
    stop: async () => {
      exams.stop();
      await server.close();
      await jobs.stop();
      await opened.close();
    },
  };
}

const handlersOf = (app: App): Handlers => ({
  ...publicHandlers(app),
  ...demonstrationHandlers(app),
  ...accountHandlers(app),
  ...candidateHandlers(app),
  ...examHandlers(app, awardOnPass(app.world)),
  ...deskHandlers(app),
});

/** Gives running exams back the time the server was away, then ends those whose time has run out, again and again. */
async function keepExams(app: App): Promise<{ stop(): void }> {
  const name = 'main';
  await creditOutage(app.world, name);
  await beat(app.world, name);
  const every = (ms: number, work: () => Promise<unknown>): NodeJS.Timeout =>
    setInterval(() => {
      work().catch((cause: unknown) => app.fault(cause, 'exams'));
    }, ms).unref();
  const timers = [
    every(BEAT_EVERY_MS, () => beat(app.world, name)),
    every(CLOSE_EVERY_MS, () => closeExpired(app.world, awardOnPass(app.world))),
  ];
  return {
    stop: () => {
      for (const timer of timers) {
        clearInterval(timer);
      }
    },
  };
}
