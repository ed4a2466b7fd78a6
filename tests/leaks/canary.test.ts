/**
 * The canary crawl. One person with words that stand nowhere else: a name, an address, a school, an employer, a file
 * name, words inside a document, and what they told about themselves. Every address of the product is opened as every
 * kind of visitor, and each word may be found only where it belongs. Then the mail, the log, the faults and the tables.
 */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { before, describe, test } from 'node:test';
import sharp from 'sharp';
import { draftFrom } from '../../src/casework/application/draft.ts';
import { formPages } from '../../src/casework/application/form-pages.ts';
import type { ShownDisparity } from '../../src/casework/finding/disparity.ts';
import type { Outreach } from '../../src/casework/finding/outreach.ts';
import { textIn } from '../../src/casework/person/typed-text.ts';
import { type RouteId, routes } from '../../src/contract/routes/routes.ts';
import { addDays } from '../../src/kernel/dates/civil-date.ts';
import { linearSolver } from '../../src/outside/adapters/linear-solver.ts';
import { lodgeAppeal } from '../../src/workflow/apply/lodge-appeal.ts';
import { savePage } from '../../src/workflow/apply/save-page.ts';
import { openFindings } from '../../src/workflow/board/open-findings.ts';
import { planOutreach } from '../../src/workflow/board/plan-outreach.ts';
import { askOpinion } from '../../src/workflow/codes/ask-opinion.ts';
import { draftOpinion } from '../../src/workflow/codes/draft-opinion.ts';
import { signOpinion } from '../../src/workflow/codes/sign-opinion.ts';
import { answerAboutYourself } from '../../src/workflow/identify/answer-about-yourself.ts';
import { recordSource } from '../../src/workflow/identify/record-source.ts';
import { drawAndTell } from '../../src/workflow/measure/draw-and-tell.ts';
import { previewRule } from '../../src/workflow/measure/preview-rule.ts';
import { recordDimension } from '../../src/workflow/measure/record-dimension.ts';
import { decideMatter, takeMatter } from '../../src/workflow/review/decide-matter.ts';
import { packetOf } from '../../src/workflow/review/packet.ts';
import { recordDocuments, recordsPage } from '../../src/workflow/review/record-documents.ts';
import { file, fillIn, rulesOf } from '../support/application.ts';
import { type FullServer, fullServer } from '../support/full-server.ts';
import { type KnownPerson, ownerSql, somebody } from '../support/people.ts';
import { Visitor } from '../support/visitor.ts';

const NAME = 'Quillonde Marchwarden-Zettl';
const IDENTITY = ['Quillonde', 'Marchwarden', 'Zettl'];
const SURROUNDINGS = ['Canaryhill', 'Canaryford', 'CANARYFILE', 'Vesperine Oldacre'];
const INSIDE_FILES = ['CANARYMETA'];
/** The code of the outreach by which this person came. */
const CAME_BY = 'canarysource';
const TOLD = { 'race-ethnicity': ['native-hawaiian-pacific-islander'] };

let server: FullServer;
let canary: KnownPerson;
const visitors = new Map<string, KnownPerson>();
const questions: string[] = [];
const opinions: string[] = [];
const matters: string[] = [];
const findings: string[] = [];

async function applies(): Promise<void> {
  const { world } = server.opened;
  const program = 'larkspur-care';
  await fillIn(world, canary.id, program, (page, typed) => ({
    ...typed,
    ...Object.fromEntries(
      page.fields
        .filter((field) => field.kind === 'text' && textIn(typed, field.id).startsWith('Riverbend'))
        .map((field) => [
          field.id,
          field.id.includes('school') ? 'Canaryford University' : 'Canaryhill Hospital',
        ]),
    ),
    ...(page.fields.some(({ id }) => id === 'supervisor-name')
      ? { 'supervisor-name': 'Vesperine Oldacre' }
      : {}),
  }));
  const rules = rulesOf(program, world.clock.today());
  const marked = new Uint8Array(
    await sharp({ create: { width: 9, height: 9, channels: 3, background: '#225588' } })
      .withExif({ IFD0: { Artist: 'CANARYMETA', Copyright: NAME } })
      .jpeg()
      .toBuffer(),
  );
  const page = formPages(rules).find(({ documents }) => documents.length > 0);
  assert.ok(page);
  const draft = await world.records.as({ rights: 'candidate', person: canary.id }, ({ drafts }) =>
    drafts.read(program),
  );
  const { answers } = draftFrom(draft?.answers);
  await savePage(world, {
    person: canary.id,
    program,
    page: page.id,
    typed: answers[page.id] ?? {},
    uploads: [
      {
        supports: page.documents[0]?.supports ?? '',
        name: `${NAME} CANARYFILE.jpg`,
        bytes: marked,
        tooLarge: false,
      },
    ],
  });
  const filed = await file(world, canary.id, program);
  assert.ok(filed.ok, JSON.stringify(filed));
  await answerAboutYourself(world, { person: canary.id, raw: TOLD });
  await comesByOutreach();
  const mine = await world.records.as(
    { rights: 'candidate', person: canary.id },
    ({ matters: all }) => all.mine(),
  );
  matters.push(...mine.map(({ id }) => id));
}

/**
 * Releases of the whole invented body with this person in it, and a preview of a changed rule: neither their pages nor
 * what is kept of them may tell of the person.
 */
async function measuresAndPreviews(): Promise<void> {
  const { world, measurements } = server.opened;
  const director = { person: visitors.get('director')?.id ?? '', name: 'Desk director' };
  const typed = {
    purpose: 'To see whether decisions treat people alike.',
    basis: 'Legitimate interest of the body.',
    retention: '5',
  };
  for (const dimension of ['race-ethnicity', 'gender']) {
    const recorded = await recordDimension(world, { director, dimension, ask: true, typed });
    assert.ok(recorded.ok && recorded.value.ok, JSON.stringify(recorded));
  }
  const later = {
    ...world,
    clock: { ...world.clock, today: () => addDays(world.clock.today(), 200) },
  };
  const told = await drawAndTell({ ...later, measurements, solver: linearSolver });
  assert.ok(told.length > 0, 'nothing is drawn');
  const member = visitors.get('board')?.id ?? '';
  const tried = await previewRule(
    { ...later, measurements, solver: linearSolver },
    {
      member,
      program: 'larkspur-care',
      change: { kind: 'drop', criterion: 'character' },
      dimension: 'race-ethnicity',
    },
  );
  assert.ok(tried.ok, tried.ok ? '' : tried.refusal.because);
}

/** An outreach whose code this person came by, and findings before the board. */
async function comesByOutreach(): Promise<void> {
  const { world } = server.opened;
  const member = visitors.get('board')?.id ?? '';
  const today = world.clock.today();
  const outreach: Outreach = {
    ...{ program: 'larkspur-care', target: 'The north', means: 'visit', how: 'Two evenings.' },
    ...{ code: CAME_BY, from: today, until: addDays(today, 90) },
  };
  assert.ok((await planOutreach(world, { member, finding: undefined, outreach })).ok);
  const asked = { person: canary.id, program: 'larkspur-care', code: CAME_BY };
  assert.equal(await recordSource(world, asked), true);
  const shown: ShownDisparity = {
    about: 'waiting',
    kind: 'eligibility',
    dimension: 'race-ethnicity',
    program: undefined,
    group: 'black',
    item: undefined,
    reference: 'white',
    figure: { measure: 'days', value: 9.1, low: 8, high: 10.2 },
    state: 'disparity-shown',
    release: 1,
  };
  await openFindings(world, { number: 1, countedUntil: today }, [
    shown,
    { ...shown, about: 'decider', dimension: '', group: visitors.get('reviewer')?.id ?? '' },
  ]);
  const all = await world.records.as({ rights: 'worker', person: undefined }, (records) =>
    records.findings.list(),
  );
  findings.push(...all.map(({ id }) => id));
}

/** A question about the code, which a coordinator drafts an answer to and a director signs; neither learns who asked. */
async function asksAboutTheCode(): Promise<void> {
  const { world } = server.opened;
  const asked = await askOpinion(world, {
    person: canary.id,
    program: 'larkspur-navigator',
    id: world.chance.uuid(),
    typed: { words: 'A family offers me a basket of fruit. May I take it?', provision: 'R18' },
  });
  assert.ok(asked.ok && asked.value.ok, JSON.stringify(asked));
  const { id, label } = asked.value.value;
  questions.push(id);
  opinions.push(label);
  const coordinator = { rights: 'conduct', person: visitors.get('conduct')?.id ?? '' } as const;
  const words = {
    title: 'A basket of fruit from a family',
    situation: 'A family thanks a navigator with a basket of fruit.',
    answer: 'A small token of thanks may be taken.',
    cites: 'R18',
  };
  const act = { question: id, seen: 0, actor: coordinator };
  const naming = await draftOpinion(world, {
    ...act,
    typed: { ...words, answer: `${words.answer} Ask ${NAME} about it.` },
  });
  assert.ok(naming.ok && !naming.value.ok, 'a draft that names the asker is refused');
  const drafted = await draftOpinion(world, { ...act, typed: words });
  assert.ok(drafted.ok && drafted.value.ok, JSON.stringify(drafted));
  const director = { rights: 'director', person: visitors.get('director')?.id ?? '' } as const;
  const signed = await signOpinion(world, { question: id, seen: 1, actor: director });
  assert.ok(signed.ok, JSON.stringify(signed));
}

const clerk = (): string => visitors.get('clerk')?.id ?? '';
const reviewer = (): string => visitors.get('reviewer')?.id ?? '';

async function moves(matter: string, statement: string): Promise<void> {
  const { world } = server.opened;
  const found = await recordsPage(world, { clerk: clerk(), matter });
  assert.ok(found.ok);
  const done = await recordDocuments(world, {
    clerk: clerk(),
    matter,
    seen: found.value.version,
    facts: [],
    statement,
    send: true,
  });
  assert.ok(done.ok, JSON.stringify(done));
}

async function refuses(matter: string): Promise<void> {
  const { world } = server.opened;
  assert.ok((await takeMatter(world, { reviewer: reviewer(), matter })).ok);
  const packet = await packetOf(world, { reviewer: reviewer(), matter });
  assert.ok(packet.ok);
  const done = await decideMatter(world, {
    reviewer: reviewer(),
    matter,
    seen: packet.value.version,
    findings: packet.value.criteria.map(({ id }) => ({
      criterion: id,
      met: false,
      reason: 'Nothing was recorded.',
    })),
  });
  assert.ok(done.ok, JSON.stringify(done));
}

/** Where the person's own name may stand: on their own pages, on the clerk's, on the account that staff keep. */
const NAME_MAY_STAND: Readonly<Record<string, readonly RouteId[]>> = {
  clerk: ['records-matter'],
  staff: ['fees', 'fees-person'],
};
const SURROUNDINGS_MAY_STAND: Readonly<Record<string, readonly RouteId[]>> = {
  clerk: ['records-matter'],
};

/** The demonstration has no letter box but this page, which shows every letter to everybody; no other body has it. */
const SHOWS_EVERY_LETTER: RouteId = 'demonstration-inbox';

async function addresses(): Promise<readonly { readonly id: RouteId; readonly path: string }[]> {
  const sql = ownerSql(server);
  const documents = await sql<
    { id: string }[]
  >`select id from evidence.document where person = ${canary.id}`;
  const [size] = await sql<{ n: number }[]>`select count(*)::int as n from ledger.entry`;
  await sql.end();
  const values: Readonly<Record<string, readonly string[]>> = {
    matter: matters,
    finding: findings,
    person: [canary.id],
    document: documents.map(({ id }) => id),
    program: ['larkspur-care', 'ccm', 'larkspur-navigator'],
    page: ['your-name', 'license', 'license-3', 'employer'],
    place: [String((size?.n ?? 1) - 1)],
    credential: ['AAAAAAAAAAAAAAAAAAAAAA'],
    sitting: ['00000000-0000-7000-8000-000000000000'],
    request: ['00000000-0000-7000-8000-000000000000'],
    kind: ['eligibility', 'accommodation', 'pass', 'appeal', 'funnel'].flatMap((kind) => [
      kind,
      `${kind}?format=csv`,
    ]),
    concern: ['00000000-0000-7000-8000-000000000000'],
    token: ['no-such-link'],
    number: ['1', '2'],
    dimension: ['where-trained', 'race-ethnicity'],
    question: questions,
    opinion: opinions,
    case: ['preferred-list'],
  };
  return routes
    .filter(({ id, method }) => method === 'GET' && id !== SHOWS_EVERY_LETTER)
    .flatMap(({ id, path: pattern }) => {
      const names = [...pattern.matchAll(/:([a-z]+)/g)].map(([, name]) => name ?? '');
      const filled = names.reduce<string[]>(
        (paths, name) =>
          paths.flatMap((one) =>
            (values[name] ?? ['x']).map((value) => one.replace(`:${name}`, value)),
          ),
        [pattern.replace('*', 'entries/000')],
      );
      // A preview is opened by its number.
      const opened = id === 'rule-previews' ? [...filled, `${pattern}?preview=1`] : filled;
      return opened.map((one) => ({ id, path: one }));
    });
}

const everybody = (): readonly (readonly [string, Visitor])[] => [
  ['a stranger', new Visitor(server.address)],
  ...[...visitors].map(([kind, { visitor }]) => [kind, visitor] as const),
];

/** Each document, by its address: the clerk reads it, everybody else is sent away. */
async function documentsOpenForTheClerkAlone(): Promise<void> {
  const documents = (await addresses()).filter(({ id }) => id === 'records-document');
  assert.ok(documents.length > 0);
  for (const [kind, visitor] of everybody()) {
    for (const { path: address } of documents) {
      const { status, headers } = await visitor.see(address);
      const asked = kind === 'clerk' ? [200] : [303, 403, 404];
      assert.ok(asked.includes(status), `${kind} gets ${status} at ${address}`);
      assert.equal(/"(image|application)\/(png|jpeg|pdf)"/.test(headers), kind === 'clerk', kind);
    }
  }
}

async function crawl(): Promise<void> {
  const all = await addresses();
  const found: string[] = [];
  for (const [kind, visitor] of everybody()) {
    for (const { id, path: address } of all) {
      const seen = await visitor.see(address);
      assert.notEqual(seen.status, 500, `${kind} at ${address}`);
      const text = `${seen.text}\n${seen.headers}`;
      const leaks = [
        ...(NAME_MAY_STAND[kind]?.includes(id) === true ? [] : [...IDENTITY, canary.email]),
        ...(SURROUNDINGS_MAY_STAND[kind]?.includes(id) === true ? [] : SURROUNDINGS),
        ...INSIDE_FILES,
        // The code itself is no secret; that this person came by it is. Only the page of outreach shows any code.
        ...(id === 'outreach' ? [] : [CAME_BY]),
      ].filter((word) => text.includes(word) && !address.includes(word));
      found.push(...leaks.map((word) => `${kind} reads "${word}" at ${address} (${id})`));
    }
  }
  assert.deepEqual(found, []);
}

describe('words that belong to one person', () => {
  before(
    async () => {
      server = await fullServer();
      canary = await somebody(server, NAME);
      visitors.set('another candidate', await somebody(server, 'Ada Plain'));
      for (const office of [
        'clerk',
        'reviewer',
        'staff',
        'director',
        'auditor',
        'board',
        'conduct',
      ] as const) {
        visitors.set(office, await somebody(server, `Desk ${office}`, office));
      }
      await applies();
      await asksAboutTheCode();
    },
    { timeout: 600_000 },
  );

  test('stand nowhere else while the documents wait for the clerk', { timeout: 180_000 }, crawl);

  test('stand nowhere else in review, after the decision, and while an appeal is heard', {
    timeout: 600_000,
  }, async () => {
    const [first] = matters;
    assert.ok(first);
    await documentsOpenForTheClerkAlone();
    await moves(first, '');
    await crawl();
    await documentsOpenForTheClerkAlone();
    await refuses(first);
    await measuresAndPreviews();
    const lodged = await lodgeAppeal(server.opened.world, {
      person: canary.id,
      matter: first,
      grounds: ['evidence-misread'],
      statement: `I, ${NAME}, of Canaryhill, was misread.`,
    });
    assert.ok(lodged.ok, JSON.stringify(lodged));
    matters.push(lodged.value.id);
    const other = await somebody(server, 'Desk clerk the second', 'clerk');
    visitors.set('clerk', other);
    await moves(lodged.value.id, 'The evidence was misread.');
    visitors.set('reviewer', await somebody(server, 'Desk reviewer the second', 'reviewer'));
    await crawl();
  });

  test('in mail: only to the person, and to the supervisor who is asked', async () => {
    await new Promise((resolve) => setTimeout(resolve, 1500));
    for (const letter of server.letters()) {
      const words = [...IDENTITY, ...SURROUNDINGS, ...INSIDE_FILES].filter((word) =>
        `${letter.subject}\n${letter.body}`.includes(word),
      );
      const toSupervisor = letter.to.endsWith('@riverbend-clinic.example');
      assert.ok(
        words.length === 0 || letter.to === canary.email || toSupervisor,
        `${letter.to}: ${words.join()}`,
      );
    }
  });

  test('in files that were kept: the words inside the picture are gone', () => {
    const folder = path.join(server.installation.data, 'files');
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      const place = path.join(folder, name);
      if (/[0-9a-f]{64}$/.test(name)) {
        const bytes = readFileSync(place).toString('latin1');
        assert.ok(![...INSIDE_FILES, ...IDENTITY].some((word) => bytes.includes(word)), name);
      }
    }
  });

  test('in the public log and in the file of faults: not one of them', async () => {
    const folder = path.join(server.installation.data, 'log');
    const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => path.join(folder, name))
      .filter(
        (place) =>
          !readdirSync(path.dirname(place), { withFileTypes: true }).some(
            (entry) => entry.isDirectory() && path.join(path.dirname(place), entry.name) === place,
          ),
      )
      .map((place) => readFileSync(place).toString('latin1'));
    const faults = path.join(server.installation.data, 'faults.log');
    texts.push(existsSync(faults) ? readFileSync(faults, 'utf8') : '');
    for (const word of [...IDENTITY, ...SURROUNDINGS, canary.email, canary.id, ...matters]) {
      assert.ok(!texts.some((text) => text.includes(word)), word);
    }
  });

  test('what was told about oneself is in no table in clear, and not next to the person in any', async () => {
    const sql = ownerSql(server);
    const tables = await sql<
      { name: string }[]
    >`select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname in ('people','front','board','casework','evidence','money','conduct','exam','register','ledger','sealed','post','audit','measured')`;
    for (const { name } of tables) {
      const rows = await sql<{ row: string }[]>`select t::text as row from ${sql(name.split('.'))} t
        where t::text like ${`%${canary.id}%`} or t::text like '%native-hawaiian%'`.catch(
        async () =>
          await sql.unsafe<{ row: string }[]>(
            `select t::text as row from ${name} t where t::text like '%${canary.id}%' or t::text like '%native-hawaiian%'`,
          ),
      );
      for (const { row } of rows) {
        assert.ok(!row.includes(CAME_BY), `${name} says by which outreach the person came`);
        // A table of groups names every group, and nobody in it.
        const isOfGroups = name.startsWith('measured.') && !row.includes(canary.id);
        assert.ok(
          isOfGroups || !row.includes('native-hawaiian'),
          `${name} holds an answer in clear`,
        );
      }
      if (name.startsWith('sealed.')) {
        assert.equal(rows.length, 0, `${name} names the person`);
      }
    }
    const [count] = await sql<{ n: number }[]>`select count(*)::int as n from sealed.answer`;
    assert.ok((count?.n ?? 0) > 0, 'something was told');
    await sql.end();
  });
});
