/**
 * The words of complaints, from the form to a decision in effect. Every address is opened as everybody: each office, those
 * who handle, judge, sat before, stepped aside, are concerned, or are nobody. A table says who may read which word where;
 * a word anywhere else is a leak, and a line of the table that nobody needs is a mistake. Then what each may ask the
 * database itself, the tables, the mail, the log, searches, and what the program prints.
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { JUDGING_ACTS } from '../../src/casework/conduct/open-panel-acts.ts';
import { RESPONDENT_ACTS } from '../../src/casework/conduct/open-respondent-acts.ts';
import { HANDLER_ACTS } from '../../src/casework/conduct/read-act.ts';
import type { Office } from '../../src/contract/routes/office.ts';
import { type RouteId, routes } from '../../src/contract/routes/routes.ts';
import { addYears } from '../../src/kernel/dates/civil-date.ts';
import {
  ANY_MARK,
  type CanaryComplaint,
  gathered,
  livedThrough,
  mark,
  raisedAndOpened,
  reviewed,
  witnessed,
} from '../support/canary-complaints.ts';
import { type ComplaintDesk, complaintDesk } from '../support/complaint-desk.ts';
import { credentialOf } from '../support/complaints.ts';
import { CONCERN_PASSPHRASE } from '../support/concerns.ts';
import type { DeskPerson } from '../support/desk.ts';

const EVERY = ['alpha', 'beta', 'gamma'] as const;
const NOBODY = '00000000-0000-7000-8000-000000000000';

/** Who looks. Offices that hold nothing of any of the three, and those who have a part in alpha alone. */
type Role =
  | Exclude<Office, 'conduct' | 'panel'>
  | 'stranger'
  | 'candidate'
  | 'certificant'
  | 'chair'
  | 'handler'
  | 'coordinator'
  | 'coordinator with a tie'
  | 'respondent of alpha'
  | 'respondent of beta'
  | 'respondent of gamma'
  | 'witness of alpha'
  | 'panel, drawn for nothing'
  | 'panel, sat in review of alpha'
  | 'panel, sits in alpha'
  | 'panel, stepped aside from alpha';

interface Allowed {
  readonly who: readonly Role[];
  readonly at: readonly RouteId[];
  readonly reads: readonly string[];
}
const on = (kinds: string, ...which: readonly (typeof EVERY)[number][]): readonly string[] =>
  kinds.split(' ').flatMap((kind) => which.map((one) => `${kind}${one}`));

/** What stands on the record of a matter, under labels. */
const RECORD = 'allegation keptback response source interview gathered reviewed decided label';
const IN_LETTERS = 'allegation keptback source interview decided label room';
const HOLDERS_OF_OFFICES = [
  ...['clerk', 'reviewer', 'staff', 'director', 'auditor', 'board', 'chair', 'ombud'],
  ...['custodian', 'coordinator', 'handler', 'coordinator with a tie'],
  ...['panel, drawn for nothing', 'panel, sat in review of alpha', 'panel, sits in alpha'],
  'panel, stepped aside from alpha',
] as const satisfies readonly Role[];
const EVERYBODY: readonly Role[] = [
  ...HOLDERS_OF_OFFICES,
  ...(['stranger', 'candidate', 'certificant', 'witness of alpha'] as const),
  ...(['respondent of alpha', 'respondent of beta', 'respondent of gamma'] as const),
];
const CONCERN = 'account hope respondent';
const PANEL: readonly Role[] = ['panel, sat in review of alpha', 'panel, sits in alpha'];

const TABLE: readonly Allowed[] = [
  // A credential names its holder, and a public notice whom it is about; nobody is noticed for a private reprimand.
  { who: EVERYBODY, at: ['credential-file'], reads: on('respondent', ...EVERY) },
  { who: EVERYBODY, at: ['credential', 'notices'], reads: on('respondent', 'alpha', 'gamma') },
  // Coordinators read the concerns of their list; who stays anonymous has no name there and no address.
  {
    who: ['handler', 'coordinator'],
    at: ['concern-open', 'complaint-open'],
    reads: [...on(CONCERN, ...EVERY), ...on('complainant', 'alpha', 'gamma')],
  },
  {
    who: ['coordinator with a tie'],
    at: ['concern-open', 'complaint-open'],
    reads: [...on(CONCERN, 'beta', 'gamma'), ...on('complainant', 'gamma')],
  },
  {
    who: ['handler', 'coordinator'],
    at: ['concern-open'],
    reads: on('contact', 'alpha', 'gamma'),
  },
  { who: ['coordinator with a tie'], at: ['concern-open'], reads: on('contact', 'gamma') },
  { who: ['handler', 'coordinator'], at: ['concern-file'], reads: on('file', ...EVERY) },
  { who: ['coordinator with a tie'], at: ['concern-file'], reads: on('file', 'beta', 'gamma') },
  // Whoever handles a matter reads all of it, but the name under which a file came, and who stays anonymous.
  {
    who: ['handler'],
    at: ['complaint'],
    reads: [
      ...on(`${RECORD} hope respondent looked closing room`, ...EVERY),
      ...on('complainant contact', 'alpha', 'gamma'),
      ...on('witness witnesscontact', 'alpha'),
      ...on('holder holderaddress requested neededfor refusal', 'alpha'),
      ...on('appealed', 'gamma'),
    ],
  },
  {
    who: ['handler'],
    at: ['complaint-file', 'complaint-letter-paper'],
    reads: on('file', ...EVERY),
  },
  {
    who: ['handler'],
    at: ['complaint-letter'],
    reads: [
      ...on(`${IN_LETTERS} respondent hope closing`, ...EVERY),
      ...on('complainant', 'alpha', 'gamma'),
      ...on('appealed', 'gamma'),
      // The letter to a third party, which names nobody else.
      ...on('holder holderaddress requested', 'alpha'),
    ],
  },
  { who: ['handler'], at: ['complaint-act'], reads: on('label', 'alpha') },
  { who: ['handler'], at: ['complaint-names'], reads: on('label', ...EVERY) },
  { who: ['handler'], at: ['complaints'], reads: on('label matter', ...EVERY) },
  { who: ['handler'], at: ['concern-open'], reads: on('matter', ...EVERY) },
  // Panels read the record under labels, of what they were drawn for.
  {
    who: PANEL,
    at: ['panel-matter'],
    reads: on(`${RECORD} looked room transcript requested refusal`, 'alpha'),
  },
  { who: PANEL, at: ['panel-evidence'], reads: on('file', 'alpha') },
  { who: PANEL, at: ['panels'], reads: on('label matter', 'alpha') },
  // The respondent reads what was shown to them, and the name of who chose to be named to everybody.
  ...EVERY.map(
    (which): Allowed => ({
      who: [`respondent of ${which}`],
      at: ['my-conduct-matter'],
      reads: [
        ...on(`${RECORD} respondent`, which),
        ...(which === 'alpha' ? on('requested refusal', 'alpha') : []),
        ...(which === 'gamma' ? on('complainant appealed', 'gamma') : []),
      ],
    }),
  ),
  ...EVERY.map(
    (which): Allowed => ({
      who: [`respondent of ${which}`],
      at: ['my-conduct-file', 'my-conduct-letter-pdf'],
      reads: on('file', which),
    }),
  ),
  ...EVERY.map(
    (which): Allowed => ({
      who: [`respondent of ${which}`],
      at: ['my-conduct-letter'],
      reads: [
        ...on(IN_LETTERS, which),
        ...(which === 'gamma' ? on('complainant appealed', 'gamma') : []),
      ],
    }),
  ),
  ...EVERY.map(
    (which): Allowed => ({
      who: [`respondent of ${which}`],
      at: ['my-conduct'],
      reads: on('label matter', which),
    }),
  ),
  // A custodian reads why a name is asked for, under which label; the board, where a promise was broken.
  { who: ['custodian'], at: ['custodian'], reads: on('unmask tie label', ...EVERY) },
  // An auditor reads who read what, of a matter under its label.
  { who: ['auditor'], at: ['readings'], reads: on('label', ...EVERY) },
  { who: ['board', 'chair'], at: ['board-patterns'], reads: on('label', ...EVERY) },
];

/** What lies where; names and addresses in the rows of those concerned alone. */
const HELD: Readonly<Record<string, readonly string[]>> = {
  'people.person': ['respondent'],
  'register.credential': ['respondent'],
  'register.copy': ['respondent'],
  'post.mail': ['contact'],
  'conduct.concern': ['account', 'complainant', 'contact', 'hope', 'respondent'],
  'conduct.concern_file': ['sentfile'],
  'conduct.party': [
    ...['complainant', 'contact', 'holder', 'holderaddress', 'hope', 'respondent'],
    ...['witness', 'witnesscontact'],
  ],
  'conduct.said': ['appealed', 'complainant', 'respondent', 'response'],
  'conduct.evidence_file': ['evidencefile'],
  'conduct.unmask_request': ['tie', 'unmask'],
  'conduct.notice': ['respondent'],
  // Under labels: of all the names none.
  'conduct.event': [
    ...['allegation', 'appealed', 'closing', 'decided', 'gathered', 'interview', 'keptback'],
    ...['looked', 'neededfor', 'refusal', 'requested', 'response', 'reviewed', 'room', 'source'],
    'transcript',
  ],
  // Each to one reader, who knows the names that are in it.
  'conduct.letter': [
    ...['allegation', 'appealed', 'closing', 'complainant', 'decided', 'holder', 'holderaddress'],
    ...['hope', 'interview', 'keptback', 'requested', 'respondent', 'room', 'source'],
  ],
};
/** What the rights of an office reach beside what stands on its pages. */
const BESIDE: readonly (readonly [Role, readonly string[]])[] = [
  // Which matters there are and who acted when, with no word of any.
  ['auditor', on('label', ...EVERY)],
  ['director', on('respondent', ...EVERY)],
  ['handler', on('evidencefile transcript', ...EVERY)],
  // The events of what they were drawn for, under labels; and their own request for a name.
  ['panel, sits in alpha', on('closing neededfor', 'alpha')],
  ['panel, sat in review of alpha', on('closing unmask neededfor', 'alpha')],
];

const OF_OFFICE: readonly (readonly [Role, Office])[] = [
  ...(
    ['clerk', 'reviewer', 'staff', 'director', 'auditor', 'board', 'ombud', 'custodian'] as const
  ).map((office) => [office, office] as const),
  ['coordinator', 'conduct'],
];

/** It stands at the top of each of their pages. */
const isOwnName = (role: Role, read: string): boolean =>
  read.startsWith('respondent') && role === `respondent of ${read.slice('respondent'.length)}`;

/** Enough to be drawn from for three matters with nobody in two of them. */
async function morePanelMembers({ bench, desk }: ComplaintDesk): Promise<void> {
  const { clock, records } = bench.world;
  const director = { rights: 'director', person: bench.all.director } as const;
  for (let place = 0; place < 15; place += 1) {
    const { id } = await desk.somebody(`One more member ${place}`, 'panel');
    const until = addYears(clock.today(), 20);
    const isPublic = place % 2 === 0;
    await records.as(director, ({ conduct }) =>
      conduct.keepInPool({ person: id, isPublic, trainedUntil: until, termEnds: until }),
    );
  }
}

/** Several at a time: most of a request is waiting for the database. */
const AT_ONCE = 6;
async function eachOf<Each>(
  all: Iterable<Each>,
  work: (one: Each) => Promise<void>,
): Promise<void> {
  const waiting = [...all];
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) {
        await work(one);
      }
    }),
  );
}

describe('the words of complaints', () => {
  let at: ComplaintDesk;
  const people = new Map<Role, DeskPerson>();
  const complaints: CanaryComplaint[] = [];
  let printed = '';
  let printedInCrawl = 0;
  const restore: (() => void)[] = [];

  before(
    async () => {
      for (const stream of [process.stdout, process.stderr]) {
        const write = stream.write.bind(stream);
        stream.write = ((piece: string | Uint8Array, ...rest: never[]) => {
          printed += typeof piece === 'string' ? piece : Buffer.from(piece).toString('latin1');
          return write(piece, ...rest);
        }) as typeof stream.write;
        restore.push(() => {
          stream.write = write;
        });
      }
      at = await complaintDesk();
      const { desk, bench } = at;
      for (const [role, office] of OF_OFFICE) {
        people.set(role, await desk.somebody(`Office of ${office}`, office));
      }
      const chair = await desk.somebody('Chair of the board', 'board');
      await bench.db.owner`update people.office set is_chair = true where person = ${chair.id}`;
      const certificant = await desk.somebody('Ada Plain');
      await credentialOf(bench, certificant.id, 'Ada Plain');
      await morePanelMembers(at);
      const witness = await desk.somebody('Somebody who saw it', 'panel');
      const tied = await desk.somebody('A coordinator who knows them', 'conduct');
      for (const which of EVERY) {
        const one = await raisedAndOpened(at, which);
        complaints.push(one);
        people.set(`respondent of ${which}`, one.respondent);
      }
      const [alpha] = complaints;
      assert.ok(alpha);
      await witnessed(at, alpha, witness.id);
      const concern = `/desk/concerns/${alpha.concern}`;
      assert.ok((await tied.send(concern, { sure: 'yes' }, `${concern}/step-aside`)).to);
      for (const [role, person] of [
        ['stranger', desk.stranger()],
        ['candidate', await desk.somebody('Nobody in particular')],
        ['certificant', certificant],
        ['chair', chair],
        ['handler', at.handler],
        ['coordinator with a tie', tied],
        ['witness of alpha', witness],
      ] as const) {
        people.set(role, person);
      }
      for (const one of complaints) {
        await gathered(at, one);
        const { left, reviewer } = await reviewed(at, one);
        const hearer = await livedThrough(at, one);
        if (one === alpha) {
          people.set('panel, stepped aside from alpha', await desk.signedIn(left));
          people.set('panel, sat in review of alpha', await desk.signedIn(reviewer));
          people.set('panel, sits in alpha', await desk.signedIn(hearer));
          // Those of alpha have a part in alpha alone.
          await bench.db.owner`insert into conduct.bar (matter, person, why)
            select m.id, s.person, 'has a tie' from conduct.seat s cross join conduct.matter m
            where m.id <> s.matter`;
        }
      }
      const [free] = await bench.db.owner<{ person: string }[]>`select p.person from conduct.pool p
        where not exists (select 1 from conduct.seat s where s.person = p.person) limit 1`;
      people.set('panel, drawn for nothing', await desk.signedIn(free?.person ?? ''));
    },
    { timeout: 400_000 },
  );
  after(async () => {
    for (const back of restore) {
      back();
    }
    await at.desk.close();
  });

  /** Every address, filled with what belongs together: the letters, the files and the request of each matter. */
  async function addresses(): Promise<readonly { readonly id: RouteId; readonly path: string }[]> {
    const { owner } = at.bench.db;
    const sets: Record<string, readonly string[]>[] = [];
    const forms: Readonly<Partial<Record<RouteId, readonly string[]>>>[] = [];
    for (const { concern, matter, credential, respondent, which } of complaints) {
      const ids = async (rows: PromiseLike<readonly { id: string }[]>): Promise<string[]> =>
        (await rows).map(({ id }) => id);
      // Every form of alpha, of the others one of each side.
      const some = <Act extends string>(acts: readonly Act[]): readonly Act[] =>
        which === 'alpha' ? acts : acts.slice(0, 1);
      forms.push({
        'complaint-act': some(HANDLER_ACTS),
        'panel-act': some([...JUDGING_ACTS, 'leave']),
        'my-conduct-act': some(RESPONDENT_ACTS),
      });
      sets.push({
        ...{ concern: [concern], matter: [matter], credential: [credential] },
        person: [respondent.id],
        evidence: ['e1', 'e2'],
        which: ['original', 'copy'],
        // Every letter of alpha; of the others as many as there are kinds.
        file: await ids(owner`select id from conduct.concern_file where concern = ${concern}`),
        letter: await ids(
          which === 'alpha'
            ? owner`select id from conduct.letter where matter = ${matter}`
            : owner`select (array_agg(id))[1] as id from conduct.letter where matter = ${matter} group by kind`,
        ),
        place: ['0', '1'],
        program: ['larkspur-navigator'],
        kind: ['eligibility', 'conduct-screening', 'conduct-finding'],
        number: ['1'],
      });
    }
    const found = new Map<string, RouteId>();
    for (const { id, method, path } of routes) {
      if (method !== 'GET') continue;
      for (const [place, values] of sets.entries()) {
        const names = [...path.matchAll(/:([a-z]+)/g)].map(([, name]) => name ?? '');
        for (const one of names.reduce<string[]>(
          (paths, name) =>
            paths.flatMap((path) =>
              ((name === 'act' ? forms[place]?.[id] : values[name]) ?? [NOBODY]).map((value) =>
                path.replace(`:${name}`, value),
              ),
            ),
          [path.replace('*', 'entries/000')],
        )) {
          found.set(one, id);
          if (id === 'complaint-open') {
            found.set(`${one}?concern=${values['concern']?.[0]}`, id);
          }
        }
      }
    }
    return [...found].map(([path, id]) => ({ id, path }));
  }

  /** Routes that are for no office of theirs, or for nobody who is not signed in. */
  async function closedTo({ id }: DeskPerson): Promise<ReadonlySet<RouteId>> {
    const held = await at.bench.db.owner<{ office: Office }[]>`
      select office from people.office where person = ${id === '' ? null : id}`;
    const mine = new Set(held.map(({ office }) => office));
    return new Set(
      routes.flatMap(({ id: route, who }) =>
        who === 'anybody' || (who === 'signed-in' && id !== '')
          ? []
          : who !== 'signed-in' && who.some((office) => mine.has(office))
            ? []
            : [route],
      ),
    );
  }

  /**
   * A page counts for the words, the label and the id on it; a file or a letter on paper for itself, whatever is in it.
   * Not for what was in the address already, nor for the reader's own name at the top of every page.
   */
  const readOf = (
    role: Role,
    path: string,
    { status, text, headers }: Awaited<ReturnType<DeskPerson['see']>>,
  ): readonly string[] => {
    const all = `${text}${JSON.stringify(headers)}`;
    const isFile = status === 200 && /pdf|jpeg|png/.test(String(headers['content-type']));
    const found = [...all.matchAll(ANY_MARK)].map(([one]) => one.toLowerCase().slice(6));
    for (const { which, label, matter, concern } of complaints) {
      if (all.includes(label)) found.push(`label${which}`);
      if (all.includes(matter) && !path.includes(matter)) found.push(`matter${which}`);
      if (isFile && [matter, concern].some((one) => path.includes(one))) found.push(`file${which}`);
    }
    return [...new Set(found)].filter((one) => !isOwnName(role, one));
  };

  test('may each be read where the table says, and nowhere else', {
    timeout: 500_000,
  }, async () => {
    const all = await addresses();
    const unused = new Set(
      TABLE.flatMap(({ who, at: where, reads }) =>
        who.flatMap((role) =>
          where.flatMap((id) =>
            reads
              .filter((one) => !isOwnName(role, one))
              .map((one) => `${role} reads ${one} at ${id}`),
          ),
        ),
      ),
    );
    const allowed = new Set(unused);
    const leaks = new Set<string>();
    await eachOf(people, async ([role, person]) => {
      const closed = await closedTo(person);
      const shut = new Set<RouteId>();
      for (const { id, path } of all) {
        // The door of a route looks at the office alone, so that one address of it is enough where it is shut.
        if (shut.has(id)) continue;
        const answer = await person.see(path);
        assert.ok(answer.status < 500, `${role} at ${path}`);
        if (closed.has(id)) {
          assert.ok(
            [303, 401, 403].includes(answer.status),
            `${role} at ${path}: ${answer.status}`,
          );
          shut.add(id);
        }
        for (const found of readOf(role, path, answer)) {
          const read = `${role} reads ${found} at ${id}`;
          unused.delete(read);
          if (!allowed.has(read)) leaks.add(read);
        }
      }
    });
    // What a failure of these tests prints is not the program's.
    printedInCrawl = printed.length;
    assert.ok(leaks.size === 0, `leaks:\n${[...leaks].sort().join('\n')}`);
    assert.ok(unused.size === 0, `allowed for nothing:\n${[...unused].sort().join('\n')}`);
  });

  test('the database gives nobody a word that none of their pages may show', async () => {
    const { owner } = at.bench.db;
    const columns = await owner<{ role: string; relation: string; columns: string }[]>`
      select c.grantee as role, format('%I.%I', c.table_schema, c.table_name) as relation,
        string_agg(format('t.%I', c.column_name), ', ') as columns
      from information_schema.column_privileges c
      where c.privilege_type = 'SELECT' and c.grantee like 'evenhand_%' group by 1, 2`;
    const leaks = new Set<string>();
    let looked = 0;
    const words = ['canary', ...complaints.flatMap(({ label, matter }) => [label, matter])];
    await eachOf(people, async ([role, { id }]) => {
      const held = await owner<{ office: string }[]>`
        select office from people.office where person = ${id === '' ? null : id}`;
      const rights = held.map(({ office }) => (office === 'ombud' ? 'conduct' : office));
      const mine = new Set([
        ...TABLE.filter(({ who }) => who.includes(role)).flatMap(({ reads }) => reads),
        ...BESIDE.filter(([who]) => who === role).flatMap(([, reads]) => reads),
        `${/^respondent/.test(role) ? role.replace(' of ', '') : ''}`,
      ]);
      const asked = ['public', ...(id === '' ? [] : ['candidate']), ...rights].map(
        (name) => `evenhand_${name}`,
      );
      for (const one of asked) {
        const rows = await at.bench.db.pools.web.begin(async (tx) => {
          await tx`select set_config('role', ${one}, true), set_config('evenhand.person', ${id}, true)`;
          const found: { readonly relation: string; readonly text: string }[] = [];
          for (const { relation, columns: names } of columns.filter((each) => each.role === one)) {
            looked += 1;
            const held = await tx.unsafe<{ found: string }[]>(
              `select found from (select row(${names})::text as found from ${relation} t) x where found ~* $1`,
              [words.join('|')],
            );
            found.push(...held.map(({ found: text }) => ({ relation, text })));
          }
          return found;
        });
        for (const { relation, text } of rows) {
          const found = [...text.matchAll(ANY_MARK)].map(([mark]) => mark.toLowerCase().slice(6));
          found.push(
            ...complaints
              .filter(({ label, matter }) => text.includes(label) || text.includes(matter))
              .map(({ which }) => `label${which}`),
          );
          for (const word of found) {
            if (!mine.has(word)) leaks.add(`${role} reads ${word} in ${relation} (${one})`);
          }
        }
      }
    });
    assert.ok(looked > 200, 'too few tables were asked');
    assert.ok(leaks.size === 0, `leaks:\n${[...leaks].sort().join('\n')}`);
  });

  test('whoever holds the receipt reads their own words and the steps, and names nobody else', async () => {
    for (const { receipt, which, label } of complaints) {
      const stranger = at.desk.stranger();
      const asked = { receipt, passphrase: CONCERN_PASSPHRASE };
      const { status, text } = await stranger.send('/concern/receipt', asked);
      assert.equal(status, 200);
      const found = new Set([...text.matchAll(ANY_MARK)].map(([one]) => one.toLowerCase()));
      assert.ok(text.includes(label));
      const own = ['account', 'closing', 'looked', 'hope', 'allegation', 'complainant'];
      for (const one of found) {
        assert.ok(
          own.some((kind) => one === mark(kind, which).toLowerCase()),
          `${which}: ${one}`,
        );
      }
      assert.ok(found.has(mark('account', which).toLowerCase()));
      assert.ok(found.has(mark('closing', which).toLowerCase()));
    }
  });

  test('a search finds them for nobody but those who may read them: all others get the answer to a word that is nowhere', async () => {
    const paths = [
      ['fees', '/desk/fees'],
      ['opinions', '/programs/larkspur-navigator/opinions'],
      ['log', '/log'],
      ['notices', '/notices'],
      ['complaints', '/desk/complaints'],
      ['concerns', '/desk/concerns'],
      ['complaint-open', '/desk/complaints/open'],
      ['pool', '/desk/pool'],
    ] as const satisfies readonly (readonly [RouteId, string])[];
    const answerTo = async (person: DeskPerson, path: string, word: string): Promise<string> => {
      const fields = ['search', 'words', 'q', 'provision'].map((name) => `${name}=${word}`);
      // These two are searched by a form, so that no address holds a name.
      const sent = path === '/desk/complaints' || path === '/desk/concerns';
      const opened = sent ? await person.see(path) : undefined;
      const { text } =
        opened?.status === 200
          ? await person.send(path, { search: word })
          : await person.see(`${path}?${fields.join('&')}`);
      return text
        .replaceAll(new RegExp(word, 'gi'), 'WORD')
        .replaceAll(/(?:nonce|value)="[^"]{20,}"/g, '');
    };
    const found = new Set<string>();
    await eachOf(people, async ([role, person]) => {
      const closed = await closedTo(person);
      for (const [id, path] of paths) {
        const nowhere = await answerTo(person, path, 'xanaduxanadux');
        // Where the door is shut by the office alone, one word is as good as another.
        const kinds = closed.has(id)
          ? (['account'] as const)
          : (['complainant', 'witness', 'holder', 'account'] as const);
        for (const kind of kinds) {
          if ((await answerTo(person, path, mark(kind, 'alpha'))) !== nowhere) {
            found.add(`${role} finds ${kind} at ${id}`);
          }
        }
      }
    });
    // Whoever is on the list of a concern or a matter finds it by the names that stand in it.
    assert.deepEqual([...found].sort(), [
      'coordinator finds complainant at concerns',
      'handler finds complainant at complaints',
      'handler finds complainant at concerns',
      'handler finds holder at complaints',
      'handler finds witness at complaints',
    ]);
  });

  test('no mail says a word of it; it goes to the address that was left', async () => {
    const mails = await at.bench.db.owner<{ to_address: string; subject: string; body: string }[]>`
      select to_address, subject, body from post.mail`;
    assert.ok(mails.length > 20);
    for (const { to_address: to, subject, body } of mails) {
      const words = `${subject}\n${body}`;
      assert.deepEqual(words.match(ANY_MARK), null, to);
      assert.ok(!complaints.some(({ receipt }) => words.includes(receipt)));
    }
    const left = mails.flatMap(({ to_address: to }) => to.match(ANY_MARK) ?? []);
    assert.deepEqual(
      [...new Set(left)].sort(),
      ['canarycontactalpha', 'canarycontactbeta', 'canarycontactgamma'],
      'whoever stays anonymous is written to as well, at an address that nobody reads',
    );
  });

  test('lie in the tables of complaints and concerns, and in no other', async () => {
    const { owner } = at.bench.db;
    const tables = await owner<{ name: string }[]>`
      select format('%I.%I', n.nspname, c.relname) as name from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'm') and n.nspname !~ '^(pg_|information_schema)'`;
    const holding: Record<string, readonly string[]> = {};
    for (const { name } of tables) {
      const rows = await owner.unsafe<{ row: string }[]>(
        `select t::text as row from ${name} t where t::text ~* 'canary'`,
      );
      const kinds = rows.flatMap(({ row }) =>
        [...row.matchAll(ANY_MARK)].map(([one]) =>
          one.toLowerCase().replace(/^canary|(?:alpha|beta|gamma)$/g, ''),
        ),
      );
      if (kinds.length > 0) holding[name] = [...new Set(kinds)].sort();
    }
    assert.deepEqual(holding, HELD);
    const lines = await owner<{ line: string }[]>`select e::text as line from ledger.entry e`;
    assert.ok(lines.length > 20);
    for (const { line } of lines) {
      assert.ok(
        !complaints.some(({ label, matter }) => line.includes(label) || line.includes(matter)),
      );
    }
  });

  test('the program prints none of them, and notes no fault', () => {
    assert.deepEqual(printed.slice(0, printedInCrawl).match(ANY_MARK), null);
    assert.deepEqual(at.desk.faults, []);
  });
});
