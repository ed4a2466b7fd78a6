import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { picture, rulesOf, typedOn } from '../../../tests/support/application.ts';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import { newPerson, secretsFor, storeExam, worldOver } from '../../../tests/support/exam-world.ts';
import { pageOf } from '../../casework/application/form-pages.ts';
import { textIn } from '../../casework/person/typed-text.ts';
import type { World } from '../ports/ports.ts';
import { answersOn, openApplication } from './application.ts';
import { removeDocument } from './remove-document.ts';
import { fileField, savePage } from './save-page.ts';

const PROGRAM = 'larkspur-care';

describe('saving an application, on a real database', () => {
  let database: TestDatabase;
  let world: World;

  before(async () => {
    database = await testDatabase();
    world = worldOver(database.pools, secretsFor().folder, 'https://larkspur.example');
    await storeExam(database.owner, world);
  });
  after(() => database.close());

  const opened = async (person: string, program = PROGRAM) => {
    const found = await openApplication(world, { person, program });
    assert.ok(found.ok, found.ok ? '' : found.refusal.because);
    return found.value;
  };
  const save = async (
    person: string,
    page: string,
    typed: Readonly<Record<string, string | readonly string[]>>,
    uploads: Parameters<typeof savePage>[1]['uploads'] = [],
  ) => {
    const saved = await savePage(world, { person, program: PROGRAM, page, typed, uploads });
    assert.ok(saved.ok, saved.ok ? '' : saved.refusal.because);
    return saved.value;
  };
  const typedFor = (id: string) => {
    const rules = rulesOf(PROGRAM, world.clock.today());
    const page = pageOf(rules, id);
    assert.ok(page);
    return typedOn(page, rules, world.clock.today());
  };
  const DATES = 'license-2';
  const PAPERS = 'license-3';

  test('two windows that save two pages at once lose neither', async () => {
    const person = await newPerson(world);
    const typed = typedFor(PAPERS);
    await Promise.all([
      save(person, PAPERS, { ...typed, number: '00123' }),
      save(person, 'your-name', { 'full-name': 'Ana' }),
      save(person, 'employer', { employer: 'Riverbend Clinic' }),
    ]);
    const { draft } = await opened(person);
    assert.equal(textIn(answersOn(draft, PAPERS) ?? {}, 'number'), '00123');
    assert.equal(textIn(answersOn(draft, 'your-name') ?? {}, 'full-name'), 'Ana');
    assert.equal(textIn(answersOn(draft, 'employer') ?? {}, 'employer'), 'Riverbend Clinic');
  });

  const refusedFiles = async () => [
    { name: 'empty.pdf', bytes: new Uint8Array(), tooLarge: false, says: /empty\.pdf.*empty/ },
    {
      name: 'C:\\My files\\letter.docx',
      bytes: new TextEncoder().encode('PK not a picture'),
      tooLarge: false,
      says: /^"letter\.docx".*not a PDF, JPEG or PNG/,
    },
    {
      name: 'forty megabytes.jpg',
      bytes: new Uint8Array(10),
      tooLarge: true,
      says: /forty megabytes\.jpg.*larger than 15 MB/,
    },
    {
      name: 'broken.png',
      bytes: (await picture(3)).slice(0, 60),
      tooLarge: false,
      says: /broken\.png.*cannot be opened/,
    },
  ];

  test('a refused file is named with the way to mend it, and everything typed is kept', async () => {
    const person = await newPerson(world);
    const typed = typedFor(PAPERS);
    for (const { says, ...upload } of await refusedFiles()) {
      const saved = await save(person, PAPERS, { ...typed, number: upload.name.slice(0, 5) }, [
        { ...upload, supports: 'license' },
      ]);
      assert.deepEqual(
        saved.mistakes.map(({ field }) => field),
        [fileField('license')],
      );
      assert.match(saved.mistakes[0]?.message ?? '', says);
      const { draft, documents } = await opened(person);
      assert.equal(textIn(answersOn(draft, PAPERS) ?? {}, 'number'), upload.name.slice(0, 5));
      assert.deepEqual(documents, []);
    }
  });

  test('of two files the good one is kept when the other is refused', async () => {
    const person = await newPerson(world);
    const typed = typedFor(PAPERS);
    const saved = await save(person, PAPERS, typed, [
      { supports: 'license', name: 'good.png', bytes: await picture(9), tooLarge: false },
      { supports: 'license', name: 'bad.png', bytes: new Uint8Array(), tooLarge: false },
      { supports: 'degree', name: 'stray.png', bytes: await picture(8), tooLarge: false },
    ]);
    assert.equal(saved.mistakes.length, 2);
    assert.deepEqual(
      (await opened(person)).documents.map(({ originalName }) => originalName),
      ['good.png'],
    );
  });

  test('the same file sent twice is kept once, and can be taken out by its owner only', async () => {
    const person = await newPerson(world);
    const typed = typedFor(PAPERS);
    const upload = {
      supports: 'license',
      name: 'one.png',
      bytes: await picture(5),
      tooLarge: false,
    };
    await save(person, PAPERS, typed, [upload, upload]);
    await save(person, PAPERS, typed, [{ ...upload, name: 'renamed.png' }]);
    const [document, ...more] = (await opened(person)).documents;
    assert.ok(document);
    assert.deepEqual(more, []);
    const asked = { program: PROGRAM, document: document.id };
    const stranger = await removeDocument(world, { ...asked, person: await newPerson(world) });
    assert.equal(!stranger.ok && stranger.refusal.kind, 'no-such-document');
    assert.ok((await removeDocument(world, { ...asked, person })).ok);
    const again = await removeDocument(world, { ...asked, person });
    assert.equal(!again.ok && again.refusal.kind, 'no-such-document');
    assert.deepEqual((await opened(person)).documents, []);
  });

  test('a name of 201 characters, or with no letter, is refused beside its field and kept as typed', async () => {
    const person = await newPerson(world);
    for (const name of ['N'.repeat(201), '12345', '']) {
      const saved = await save(person, 'your-name', { 'full-name': name });
      assert.deepEqual(
        saved.mistakes.map(({ field }) => field),
        ['full-name'],
      );
      const { draft } = await opened(person);
      assert.equal(textIn(answersOn(draft, 'your-name') ?? {}, 'full-name'), name);
    }
  });

  const days: readonly (readonly [string, string, string, RegExp | undefined])[] = [
    ['2', '29', '2028', undefined],
    ['2', '29', '2027', /no February 29, 2027/],
    ['2', '30', '2028', /no February 30/],
    ['4', '31', '2027', /no April 31/],
    ['13', '1', '2027', /no month 13/],
  ];
  for (const [month, day, year, says] of days) {
    test(`${month}/${day}/${year} on a license is ${says === undefined ? 'a day' : 'told apart from a day'}`, async () => {
      const person = await newPerson(world);
      const typed = typedFor(DATES);
      const saved = await save(person, DATES, {
        ...typed,
        'expires-month': month,
        'expires-day': day,
        'expires-year': year,
      });
      const values = answersOn((await opened(person)).draft, DATES) ?? {};
      if (says === undefined) {
        assert.deepEqual(saved.mistakes, []);
        assert.equal(textIn(values, 'expires'), '2028-02-29');
      } else {
        assert.match(saved.mistakes[0]?.message ?? '', says);
        assert.equal(saved.mistakes[0]?.field, 'expires');
        assert.equal(textIn(values, 'expires-day'), day);
      }
    });
  }

  test('nobody names themselves as the one who confirms their work', async () => {
    const person = await newPerson(world);
    const me = (await opened(person)).person;
    const saved = await save(person, 'employer', {
      employer: 'Riverbend Clinic',
      'started-month': '1',
      'started-year': '2020',
      'supervisor-name': 'Somebody',
      'supervisor-email': me.email.toUpperCase(),
      another: 'no',
    });
    assert.deepEqual(
      saved.mistakes.map(({ field }) => field),
      ['supervisor-email'],
    );
  });

  test('a draft is read by nobody else', async () => {
    const person = await newPerson(world);
    await save(person, 'your-name', { 'full-name': 'Ana' });
    assert.equal((await opened(await newPerson(world))).savedAt, undefined);
  });
});
