/**
 * Laws that every form of the service keeps, whatever is sent to it: no fault, a refusal keeps what was typed, an ended
 * session keeps it too. The forms are not listed: they are read from the pages, so a new form on one of them is tried
 * without a word here.
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { ShownDisparity } from '../src/casework/finding/disparity.ts';
import { OFFICES } from '../src/contract/routes/office.ts';
import { routes } from '../src/contract/routes/routes.ts';
import { unpacked } from '../src/http/server/carry.ts';
import { addDays, type CivilDate, date } from '../src/kernel/dates/civil-date.ts';
import { isAnswerDay } from '../src/program/calendar/answer-day.ts';
import { FEDERAL_HOLIDAYS } from '../src/program/calendar/federal-holidays.ts';
import { openSession } from '../src/workflow/account/sign-in.ts';
import { answerFinding } from '../src/workflow/board/answer-finding.ts';
import { openFindings } from '../src/workflow/board/open-findings.ts';
import { awardOnPass } from '../src/workflow/certify/award.ts';
import { askOpinion } from '../src/workflow/codes/ask-opinion.ts';
import { draftOpinion } from '../src/workflow/codes/draft-opinion.ts';
import { signOpinion } from '../src/workflow/codes/sign-opinion.ts';
import { submitSitting } from '../src/workflow/exam/hand-in.ts';
import { formsAfterTheExam } from './support/after-exam-forms.ts';
import { file, fillIn } from './support/application.ts';
import { formsOfComplaints } from './support/complaint-forms.ts';
import {
  allMet,
  type ConductBench,
  complaintAbout,
  conductBench,
  handle,
} from './support/complaints.ts';
import { CONCERN_PASSPHRASE, concernForm, labelIn, receiptIn } from './support/concerns.ts';
import { type Desk, hiddenIn, openDesk } from './support/desk.ts';
import { rightAnswers, stepsIn } from './support/exam-steps.ts';
import { decidedMatter, newCandidate, newPerson, storeExam } from './support/exam-world.ts';
import { type Form, formsOn, shownAgain } from './support/html-forms.ts';

const PROGRAM = 'larkspur-care';
const NOBODY = '00000000-0000-7000-8000-000000000000';
const HOSTILE: Readonly<Record<string, string>> = {
  nothing: '',
  'control characters': 'x\u0001\u001f\u007f\u0085\ufffe',
  'a direction override': 'abc\u202edef',
  'a zero byte': 'a\u0000b, and words',
  'a very long text': 'long '.repeat(4100),
  markup: '"><script>alert(1)</script>&amp;\'',
  'every script': "Ngũgĩ wa Thiong’o, 李雷, محمد, Ω, 𠮷, 👩‍👩‍👧, O'Brien",
  'a number too large': '999999999999999999999999',
  'a word of the language': '__proto__',
  'words for a database': "'; drop table people.person; --",
  'an id of nobody': NOBODY,
};

interface Page {
  readonly who: string;
  readonly at: string;
  /** What is sent to the address before there is anything to see: a receipt opens by post alone. */
  readonly opensWith?: Readonly<Record<string, string>>;
}

let senders = 0;
/** Each call from somewhere else: how many one sender may make in a minute is another test's. */
const addressOfItsOwn = (): string => {
  senders += 1;
  return `10.8.${senders >> 8}.${senders & 255}`;
};

describe('whatever is sent to a form', { concurrency: false }, () => {
  let desk: Desk;
  let bench: ConductBench | undefined;
  const people = new Map<string, string>();
  const pages: Page[] = [];

  before(async () => {
    desk = await openDesk('http://localhost', (world) => ({
      ...world,
      clock: { ...world.clock, today: () => bench?.today ?? world.clock.today() },
    }));
    await storeExam(desk.database.owner, desk.world);
    await arrange();
  });
  after(() => desk.close());

  const tokenOf = async (who: string): Promise<string | undefined> => {
    const person = people.get(who);
    return person === undefined ? undefined : (await openSession(desk.world, person)).token;
  };

  const ask = async (token: string | undefined, url: string, form?: URLSearchParams) =>
    await desk.server.inject({
      method: form === undefined ? 'GET' : 'POST',
      url,
      cookies: {
        'evenhand-visitor': 'visitor',
        ...(token === undefined ? {} : { 'evenhand-session': token }),
      },
      headers: {
        host: 'localhost',
        'sec-fetch-site': 'same-origin',
        'content-type': 'application/x-www-form-urlencoded',
      },
      remoteAddress: addressOfItsOwn(),
      ...(form === undefined ? {} : { payload: form.toString() }),
    });

  /** People at every step of their way, so that every form of the service is open to one of them. */
  const arrange = async (): Promise<void> => {
    const { world, database } = desk;
    const somebody = async (who: string, name: string, ...offices: string[]): Promise<string> => {
      const id = await newPerson(world, name);
      for (const office of offices) {
        await database.owner`insert into people.office (person, office) values (${id}, ${office})`;
      }
      people.set(who, id);
      return id;
    };
    await somebody('applicant', 'Ana Everett');
    await somebody('clerk', 'Odile Mbeki', 'clerk');
    const reviewer = await somebody('reviewer', 'Þórdís Jónsdóttir', 'reviewer');
    await somebody('staff', 'Wen Li', 'staff');
    await somebody('director', 'فاطمة الزهراء', 'director');
    await somebody('auditor', 'Auditor', 'auditor');
    await somebody('conduct', 'Bảo Trần', 'conduct');
    await somebody('second', 'Ngozi Featherstonehaugh', 'conduct');
    const member = await somebody('board', 'Constance Begay', 'board');
    const filed = await somebody('filed', 'Zoë O’Brien');
    await fillIn(world, filed, PROGRAM);
    const open = await file(world, filed, PROGRAM);
    assert.ok(open.ok);
    const refused = await somebody('refused', 'Kwame Mensah');
    const lost = await decidedMatter(world, refused, {
      kind: 'eligibility',
      program: PROGRAM,
      outcome: 'not-met',
    });
    await database.owner`update casework.event set body = body || '{"appealUntil": "2100-01-01"}'
      where matter = ${lost} and type = 'decided'`;
    people.set('sitter', await newCandidate(world));
    people.set('starter', await newCandidate(world));
    const steps = stepsIn(world, database);
    const sitting = await steps.started(people.get('sitter') ?? '');
    const passed = await newCandidate(world);
    const done = await steps.started(passed);
    const { epoch, items } = await steps.opened(passed, done);
    await steps.send(passed, done, epoch, rightAnswers(items));
    await submitSitting(world, passed, done, awardOnPass(world));
    const [credential] = await database.owner<{ id: string }[]>`select id from register.credential`;
    const packet = await inReview(reviewer);
    await somebody('conduct', 'Ngozi Featherstonehaugh', 'conduct');
    const ombud = await somebody('ombud', 'Bảo Trần', 'ombud');
    await somebody('second ombud', 'Iðunn', 'ombud');
    await database.owner`insert into conduct.concern (id, label, receipt_hash, about, account)
      values (gen_random_uuid(), 'C-AAAA', '\\x01', 'other', 'It happened like this.')`;
    const [concern] = await database.owner<{ id: string }[]>`select id from conduct.concern`;
    await database.owner`update conduct.concern_access set until = now() where person <> ${ombud}`;
    await database.owner`insert into audit.disclosure_request (id, matter, asked_by, reason)
      values (gen_random_uuid(), ${lost}, ${reviewer}, 'The file names two different people.')`;
    await database.owner`insert into front.dimension (dimension, in_use, purpose, basis, retention, recorded_by)
      select d, true, 'p', 'b', 'r', 'a test' from unnest(array['age', 'gender', 'caregiving']) as d`;
    const reads = (who: string, ...at: string[]) =>
      pages.push(...at.map((one) => ({ who, at: one })));
    reads(
      'nobody',
      '/concern',
      '/concern?lang=es',
      '/concern/receipt',
      '/verify',
      '/sign-up',
      '/sign-in',
      '/register',
      '/register/roster',
    );
    reads('nobody', await attestLink(filed));
    const start = await ask(await tokenOf('applicant'), `/apply/${PROGRAM}`);
    const links = [...start.body.matchAll(/href="(\/apply\/[^"]+)"/g)].map(
      ([, href]) => href ?? '',
    );
    assert.ok(links.length > 4);
    reads('applicant', ...new Set(links), '/my/about-you', '/account/passphrase', '/my/close');
    reads(
      'filed',
      `/matters/${open.value.matter.id}/withdraw`,
      `/accommodation/${PROGRAM}`,
      '/my/name',
    );
    reads('refused', `/matters/${lost}/appeal`);
    reads('sitter', `/sitting/${sitting}/item/1`, `/sitting/${sitting}/review`);
    reads('starter', `/exam/${PROGRAM}`);
    reads('clerk', `/desk/records/${open.value.matter.id}`);
    reads('reviewer', `/desk/matters/${packet}`);
    reads('staff', `/desk/fees/${filed}`);
    reads('ombud', `/desk/concerns/${concern?.id}`);
    reads('director', '/desk/identity', '/desk/dimensions', '/desk/depictions', '/desk/studies');
    await questionsAboutTheCode();
    await findingsFor(member, reviewer);
    reads('applicant', `/apply/${PROGRAM}/your-name?from=north-visit`);
    reads('director', `/desk/credentials/${credential?.id}/revoke`);
    await somebody('panel', 'Halvard Nwosu', 'panel');
    await somebody('custodian', 'Ines Achterberg', 'custodian');
    bench = await conductBench({ db: database, world });
    for (const { person, at } of await formsOfComplaints(bench)) {
      const who = person === '' ? 'nobody' : person;
      if (person !== '') people.set(who, person);
      pages.push({ who, at });
    }
    await behindReceipts(bench);
    // First of all: later a director revokes this credential. On the day to which the complaints moved the calendar.
    assert.ok(credential);
    pages.unshift(
      ...(await formsAfterTheExam(desk, people, { id: credential.id, person: passed })),
    );
  };

  /** What whoever complained sees: a concern that became nothing yet, and one that was not taken up. */
  const behindReceipts = async (conduct: ConductBench): Promise<void> => {
    for (const becomesMatter of [false, true]) {
      const sent = await desk.stranger().send('/concern', { ...concernForm, about: 'holder' });
      const words = sent.words;
      pages.push({
        ...{ who: 'nobody', at: '/concern/receipt' },
        opensWith: { receipt: receiptIn(words), passphrase: CONCERN_PASSPHRASE },
      });
      if (!becomesMatter) continue;
      const [row] = await desk.database.owner<{ id: string }[]>`
        select id from conduct.concern where label = ${labelIn(words)}`;
      const matter = await complaintAbout(conduct, {
        complainant: {
          ...{ concern: row?.id, person: undefined, fullName: undefined, contact: undefined },
          ...{ naming: 'to-staff', language: 'en', hopes: '' },
        },
      });
      const provision = { met: false, reason: 'What is named is advice.' };
      await handle(conduct, matter, { act: 'screen', answers: { ...allMet, provision } });
    }
  };

  /** A question that waits, one with a draft to sign, an opinion that is in effect; texts and cases to write. */
  const questionsAboutTheCode = async (): Promise<void> => {
    const { world } = desk;
    const actor = { rights: 'conduct', person: people.get('second') ?? '' } as const;
    const signer = { rights: 'director', person: people.get('director') ?? '' } as const;
    const typed = {
      title: 'A basket of fruit',
      situation: 'A family thanks a navigator with a basket of fruit.',
      answer: 'A small token of thanks may be taken.',
      cites: 'R18',
    };
    const ids: string[] = [];
    for (const steps of [0, 1, 2]) {
      const asked = await askOpinion(world, {
        person: people.get('applicant') ?? '',
        program: 'larkspur-navigator',
        id: world.chance.uuid(),
        typed: { words: 'May I take a basket of fruit from a family?', provision: '' },
      });
      assert.ok(asked.ok && asked.value.ok);
      const question = asked.value.value.id;
      ids.push(question);
      if (steps > 0) {
        const drafted = await draftOpinion(world, { actor, question, seen: 0, typed });
        assert.ok(drafted.ok && drafted.value.ok);
      }
      if (steps > 1) {
        assert.ok((await signOpinion(world, { actor: signer, question, seen: 1 })).ok);
      }
    }
    const cases = '/programs/larkspur-navigator/dilemmas/preferred-list';
    pages.push(
      ...ids.map((id) => ({ who: 'conduct', at: `/desk/opinions/${id}` })),
      { who: 'nobody', at: cases },
      { who: 'applicant', at: '/my/opinions/ask?program=larkspur-navigator' },
      { who: 'conduct', at: '/desk/dilemmas?program=larkspur-navigator&case=preferred-list' },
      { who: 'director', at: '/desk/codes' },
    );
  };

  /** One finding to answer, one to carry out, one to respond to, and an outreach. */
  const findingsFor = async (member: string, reviewer: string): Promise<void> => {
    const { world, database } = desk;
    const shown: ShownDisparity = {
      about: 'waiting',
      kind: 'eligibility',
      dimension: 'where-trained',
      program: PROGRAM,
      group: 'trained-abroad',
      item: undefined,
      reference: 'trained-us',
      figure: { measure: 'days', value: 9.1, low: 8, high: 10.2 },
      state: 'disparity-shown',
      release: 1,
    };
    await openFindings(world, { number: 1, countedUntil: date('2026-01-31') }, [
      shown,
      { ...shown, group: 'not-stated' },
      { ...shown, about: 'decider', dimension: '', group: reviewer },
    ]);
    const rows = await database.owner<{ id: string; rater: string | null }[]>`
      select id, rater from board.finding order by label`;
    const [open, running] = rows.filter(({ rater }) => rater === null).map(({ id }) => id);
    const own = rows.find(({ rater }) => rater !== null)?.id;
    const answer = {
      kind: 'change',
      what: 'A second clerk.',
      byWhen: aWorkingDayAhead(),
      reasons: 'One was not enough.',
    } as const;
    const done = await answerFinding(world, { member, finding: running ?? '', seen: 1, answer });
    assert.ok(done.ok, JSON.stringify(done));
    await database.owner`insert into board.outreach
      (id, label, program, target, means, how, code, runs_from, runs_until, planned_by)
      values (gen_random_uuid(), 'O-AAAA', ${PROGRAM}, 'the north', 'visit', 'Two evenings.', 'north-visit',
        '2026-01-05', '2100-01-05', ${member})`;
    pages.push(
      { who: 'board', at: `/desk/findings/${open}` },
      { who: 'board', at: `/desk/findings/${running}` },
      { who: 'board', at: `/desk/outreach?finding=${open}` },
      { who: 'reviewer', at: `/desk/findings/${own}` },
    );
  };

  const aWorkingDayAhead = (): CivilDate => {
    let day = addDays(desk.world.clock.today(), 30);
    while (!isAnswerDay(day, FEDERAL_HOLIDAYS)) day = addDays(day, 1);
    return day;
  };

  const inReview = async (reviewer: string): Promise<string> => {
    const matter = await decidedMatter(desk.world, await newPerson(desk.world), {
      kind: 'eligibility',
      program: PROGRAM,
    });
    const clerk = await newPerson(desk.world);
    const on = date('2026-01-20');
    await desk.world.records.as({ rights: 'clerk', person: clerk }, ({ matters }) =>
      matters.append(matter, 1, [
        { type: 'attested', on, clerk, facts: [], statement: '' },
        { type: 'sent-to-review', on, clerk },
      ]),
    );
    await desk.world.records.as({ rights: 'reviewer', person: reviewer }, ({ matters }) =>
      matters.append(matter, 3, [{ type: 'taken', on, decider: reviewer }]),
    );
    return matter;
  };

  const attestLink = async (person: string): Promise<string> => {
    const [mail] = await desk.database.owner<{ body: string }[]>`
      select body from post.mail where to_person is null and body like '%/attest/%'`;
    assert.ok(mail !== undefined, person);
    return new URL(/http\S*\/attest\/\S+/.exec(mail.body)?.[0] ?? '').pathname;
  };

  const openedPage = async (token: string | undefined, { at, opensWith }: Page) => {
    const shown = await ask(token, at);
    if (opensWith === undefined) return shown;
    const formToken = hiddenIn(shown.body, 'form-token') ?? '';
    return await ask(token, at, new URLSearchParams({ ...opensWith, 'form-token': formToken }));
  };

  /** Every form of every page with the fields to send, `value` in each box that can be typed into. */
  const eachForm = async (
    work: (page: Page, form: Form, token: string | undefined) => Promise<void>,
  ): Promise<number> => {
    let forms = 0;
    for (const page of pages) {
      const token = await tokenOf(page.who);
      const opened = await openedPage(token, page);
      assert.equal(opened.statusCode, 200, `${page.who} at ${page.at}`);
      for (const form of formsOn(opened.body, page.at)) {
        if (form.action === '/sign-out') continue;
        forms += 1;
        await work(page, form, token);
      }
    }
    return forms;
  };

  test('after the session ended every form comes back whole with sign-in', async () => {
    await eachForm(async (page, form, token) => {
      if (token === undefined) return;
      const fields = form.filledWith('Ngũgĩ “wa”\r\nThiong’o');
      const answer = await ask(undefined, form.action, fields);
      const where = `${form.action} as ${page.who}`;
      assert.equal(answer.statusCode, 401, where);
      const carried = /name="carried" value="([^"]+)"/.exec(answer.body)?.[1] ?? '';
      const kept = unpacked(desk.app.secret, carried, Date.now());
      assert.equal(kept?.action, form.action, where);
      fields.delete('form-token');
      for (const name of new Set(fields.keys())) {
        const sent = fields.getAll(name);
        assert.deepEqual([kept?.form[name] ?? []].flat(), sent, `${name} in ${where}`);
      }
    });
  });

  test('it is no fault of ours, and what is refused comes back as it was typed', async () => {
    const lost: string[] = [];
    const tried = await eachForm(async (page, form, token) => {
      for (const [what, value] of Object.entries(HOSTILE)) {
        const fields = form.filledWith(value);
        const answer = await ask(token, form.action, fields);
        const where = `${what} to ${form.action} as ${page.who}`;
        if (answer.statusCode >= 500)
          lost.push(`${where}: ${answer.statusCode} ${String(desk.faults.at(-1))}`);
        if (answer.statusCode >= 400 && answer.statusCode < 500 && value.trim() !== '') {
          const gone = form.typedInto.filter(
            (name) => !shownAgain(answer.body, name, fields.get(name) ?? ''),
          );
          if (gone.length > 0) lost.push(`${where}: ${answer.statusCode} loses ${gone.join(', ')}`);
        }
      }
    });
    assert.deepEqual(lost, []);
    assert.deepEqual(desk.faults, []);
    assert.ok(tried >= 72, String(tried));
  });

  test('an address with anything in the place of an id, and any question after it, is answered', async () => {
    const ids = ['%00', '..%2f..', '%E2%80%AE', "'", 'A'.repeat(500), '__proto__', NOBODY];
    const questions = [
      'at',
      'e',
      'before',
      'matter',
      'search',
      'program',
      'dimension',
      'then',
      'from',
      'finding',
      'on',
      'version',
      'provision',
      'words',
      'way',
      'case',
      'kept',
    ];
    const offices: readonly string[] = OFFICES;
    const wrong: string[] = [];
    for (const route of routes.filter(({ method }) => method === 'GET')) {
      const office = typeof route.who === 'string' ? 'applicant' : route.who[0];
      assert.ok(office === 'applicant' || offices.includes(office ?? ''));
      const token = await tokenOf(office ?? '');
      for (const id of ids) {
        const asked = questions.map((name) => `${name}=${id}`).join('&');
        const path = route.path.replaceAll(/:[a-z]+|\*/g, id);
        const answer = await ask(token, `${path}?${asked}`);
        if (answer.statusCode >= 500) wrong.push(`${path}: ${String(desk.faults.at(-1))}`);
      }
    }
    assert.deepEqual(wrong, []);
  });

  test('what is too much for a form is said so, and not taken for a post of another site', async () => {
    const form = new URLSearchParams({ account: 'long '.repeat(300_000) });
    const answer = await ask(undefined, '/concern', form);
    assert.equal(answer.statusCode, 413);
    assert.match(answer.body, /up to 1 MB of text, 12 files, and 15 MB for each file/);
  });
});
