/**
 * Answers acknowledged per second, through the whole server and with the commit before the acknowledgment, beside what
 * the same database does with a bare insert and commit in the same run. Run by: node --import tsx bench/answers.ts
 *
 * 128 candidates, one answer a request, over the loopback address. SECONDS and CONNECTIONS may be set.
 */
import { spawn } from 'node:child_process';
import autocannon from 'autocannon/autocannon.js';
import { connect } from '../src/storage/database/connect.ts';
import { startSitting } from '../src/workflow/exam/start-sitting.ts';
import { testDatabase } from '../tests/support/database.ts';
import { examScript, SESSION_COOKIE, sessionCookie } from '../tests/support/exam-server.ts';
import { newCandidate, secretsFor, storeExam, worldOver } from '../tests/support/exam-world.ts';

const seconds = Number(process.env['SECONDS'] ?? '8');
const connections = Number(process.env['CONNECTIONS'] ?? '64');
const CANDIDATES = 128;

const database = await testDatabase();
const { folder } = secretsFor();
const scripts = await examScript(folder);
const world = worldOver(database.pools, folder);
await storeExam(database.owner, world);
const { origin, child } = await serverApart();

/** In a process of its own: the load must not be made by the program that is measured. */
async function serverApart() {
  const asked = JSON.stringify({ where: database.where, folder, scripts, port: 0 });
  const options: string[] =
    process.env['PROFILE'] === undefined ? [] : ['--cpu-prof', '--cpu-prof-dir=/tmp/prof'];
  const process_ = spawn(
    process.execPath,
    [...options, '--import', 'tsx', 'tests/support/exam-server-process.ts', asked],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const address = await new Promise<string>((resolve, reject) => {
    process_.stdout.on('data', (text: Buffer) => {
      const ready = /ready (\S+)/.exec(text.toString());
      if (ready !== null) {
        resolve(ready[1] ?? '');
      }
    });
    process_.once('exit', (code) => reject(new Error(`the server stopped: ${code}`)));
  });
  return { origin: address, child: process_ };
}

interface Sitter {
  readonly path: string;
  readonly cookie: string;
  readonly token: string;
  readonly items: readonly string[];
  readonly client: string;
  n: number;
}

async function sitter(): Promise<Sitter> {
  const person = await newCandidate(world);
  const started = await startSitting(world, person, 'larkspur-care');
  if (!started.ok) {
    throw new Error(started.refusal.because);
  }
  const cookie = `${SESSION_COOKIE}=${await sessionCookie(world, person)}`;
  const path = `/sitting/${started.value}`;
  const form = await fetch(`${origin}${path}/form.json`, { headers: { cookie } });
  const { items, clock } = (await form.json()) as {
    items: { id: string }[];
    clock: { formToken: string };
  };
  const token = clock.formToken;
  const client = crypto.randomUUID();
  return { path: `${path}/answers`, cookie, token, items: items.map(({ id }) => id), client, n: 0 };
}

const sitters: Sitter[] = [];
while (sitters.length < CANDIDATES) {
  sitters.push(await sitter());
}

const rows = async (): Promise<number> => {
  const [row] = await database.owner<
    { rows: number }[]
  >`select count(*) as rows from exam.answer_event`;
  return row?.rows ?? 0;
};

/** The same connections, each in a loop: insert one row of the same size, commit, again. */
async function bare(): Promise<number> {
  await database.owner`create table bench_bare (sitting uuid, n int, item text, response jsonb, at timestamptz default clock_timestamp(), primary key (sitting, n))`;
  const sql = connect(database.where, connections);
  await Promise.all(Array.from({ length: connections }, () => sql`select 1`));
  const until = performance.now() + seconds * 1000;
  let done = 0;
  await Promise.all(
    Array.from({ length: connections }, async () => {
      const sitting = crypto.randomUUID();
      for (let n = 0; performance.now() < until; n += 1) {
        await sql`insert into bench_bare (sitting, n, item, response) values
          (${sitting}, ${n}, 'larkspur-care-question', ${sql.json({ option: 'a' })})`;
        done += 1;
      }
    }),
  );
  await sql.end();
  return done / seconds;
}

let turn = 0;
async function throughHttp() {
  return await autocannon({
    url: origin,
    connections,
    duration: seconds,
    requests: [
      {
        method: 'POST',
        setupRequest: (request) => {
          turn += 1;
          const who = sitters[turn % sitters.length]!;
          who.n += 1;
          const item = who.items[who.n % who.items.length];
          const event = { n: who.n, item, response: { option: 'abcd'[who.n % 4] }, ms: who.n };
          return {
            ...request,
            path: who.path,
            headers: {
              'content-type': 'application/json',
              cookie: who.cookie,
              'x-form-token': who.token,
            },
            body: JSON.stringify({ epoch: 1, client: who.client, events: [event] }),
          };
        },
      },
    ],
  });
}

const bareRate = await bare();
const before = await rows();
const result = await throughHttp();
const kept = (await rows()) - before;
const acknowledged = result['2xx'];
const rate = acknowledged / result.duration;
console.log(`bare insert and commit:      ${Math.round(bareRate)} a second`);
console.log(`acknowledged through HTTP:   ${Math.round(rate)} a second`);
console.log(`ratio:                       ${(rate / bareRate).toFixed(2)}`);
console.log(
  `time to acknowledge:         p50 ${result.latency.p50} ms, p99 ${result.latency.p99} ms`,
);
console.log(`not acknowledged:            ${result.non2xx} refused, ${result.errors} failed`);
console.log(`acknowledged ${acknowledged}, kept ${kept}`);
const lost = acknowledged > kept;
child.kill('SIGINT');
await database.close();
process.exit(lost || result.non2xx > 0 ? 1 : 0);
