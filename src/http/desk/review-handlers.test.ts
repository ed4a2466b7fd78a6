import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { byId, named, parse, words } from '../../../tests/look/markup.ts';
import { file, fillIn } from '../../../tests/support/application.ts';
import { type Desk, type DeskPerson, hiddenIn, openDesk } from '../../../tests/support/desk.ts';
import { recordDocuments, recordsPage } from '../../workflow/review/record-documents.ts';

const PROGRAM = 'larkspur-care';
/** Words that stand nowhere else; a decider reads none of them. */
const CANARIES = {
  name: 'Quillonde Marchwarden-Zettl',
  school: 'Canaryford University',
  employer: 'Canaryhill Hospital',
  supervisor: 'Vesperine Oldacre',
};
const NO_WORDS = ['Quillonde', 'Marchwarden', 'Canaryford', 'Canaryhill', 'Vesperine', 'scan of'];

describe('the decider’s pages, on a real database', () => {
  let desk: Desk;
  let reviewer: DeskPerson;
  let clerk: DeskPerson;
  before(async () => {
    desk = await openDesk();
    reviewer = await desk.somebody('Þórdís Jónsdóttir', 'reviewer');
    clerk = await desk.somebody('Odile Mbeki', 'clerk');
  });
  after(() => desk.close());

  interface Waiting {
    readonly id: string;
    readonly address: string;
    readonly person: string;
  }

  const waiting = async (): Promise<Waiting> => {
    const person = await desk.somebody(CANARIES.name);
    await fillIn(desk.world, person.id, PROGRAM, (page, typed) => ({
      ...typed,
      ...Object.fromEntries(
        page.fields.flatMap(({ id, kind }) => {
          if (id === 'supervisor-name') return [[id, CANARIES.supervisor]];
          const told = kind === 'text' && String(typed[id] ?? '').startsWith('Riverbend');
          return told ? [[id, id.includes('school') ? CANARIES.school : CANARIES.employer]] : [];
        }),
      ),
    }));
    const done = await file(desk.world, person.id, PROGRAM);
    assert.ok(done.ok, JSON.stringify(done));
    const { id } = done.value.matter;
    const found = await recordsPage(desk.world, { clerk: clerk.id, matter: id });
    assert.ok(found.ok);
    assert.match(JSON.stringify(found.value.claim), /Canaryhill Hospital/);
    const expires = { criterion: 'license', fact: 'expires', label: 'Expires on' };
    const recorded = await recordDocuments(desk.world, {
      clerk: clerk.id,
      matter: id,
      seen: found.value.version,
      facts: [{ ...expires, value: '2030-05-31', basis: 'document' }],
      statement: '',
      send: true,
    });
    assert.ok(recorded.ok, JSON.stringify(recorded));
    return { id, address: `/desk/matters/${id}`, person: person.id };
  };

  /** Every criterion not met, with its reason, but those named. */
  const answers = (html: string, met: readonly string[]): Record<string, string> => {
    const criteria = [...html.matchAll(/name="reason~([^"]+)"/g)].map(([, id]) => id ?? '');
    assert.ok(criteria.length > 3);
    return {
      seen: hiddenIn(html, 'seen') ?? '',
      ...Object.fromEntries(
        criteria.flatMap((id) =>
          met.includes(id)
            ? [[`met~${id}`, 'yes']]
            : [
                [`met~${id}`, 'no'],
                [`reason~${id}`, `Nothing shows it: ${id}.`],
              ],
        ),
      ),
    };
  };
  const taken = async (): Promise<Waiting & { readonly html: string }> => {
    const matter = await waiting();
    const { to } = await reviewer.send(matter.address, {}, `${matter.address}/take`);
    assert.equal(to, matter.address);
    return { ...matter, html: (await reviewer.see(matter.address)).text };
  };
  const decisions = async (matter: string): Promise<number> => {
    const [row] = await desk.database.owner<{ n: number }[]>`select count(*)::int as n
      from casework.event where matter = ${matter} and type = 'decided'`;
    return row?.n ?? -1;
  };

  test('queue and packet show a label, facts in words and a reading, and no word of the person', async () => {
    const { address } = await waiting();
    const queue = await reviewer.see('/desk/queue');
    assert.ok(queue.text.includes(`href="${address}"`));
    const packet = await reviewer.see(address);
    assert.match(packet.words, /Expires on May 31, 2030 A document shows it/);
    for (const { text, headers } of [queue, packet]) {
      for (const word of NO_WORDS) {
        assert.ok(!`${text} ${JSON.stringify(headers)}`.includes(word), word);
      }
    }
  });

  test('a clerk’s page is closed to a decider; a document that is there answers like one that is not', async () => {
    const { id } = await waiting();
    const documents = await desk.database.owner<
      { id: string }[]
    >`select id from evidence.document where matter = ${id}`;
    assert.ok(documents.length > 0);
    assert.equal((await reviewer.see(`/desk/records/${id}`)).status, 403);
    const nowhere = '/desk/documents/00000000-0000-7000-8000-000000000000';
    const made = await reviewer.see(nowhere);
    for (const document of documents) {
      const answer = await reviewer.see(`/desk/documents/${document.id}`);
      assert.equal(answer.status, 403);
      assert.equal(
        answer.text.replaceAll(document.id, ''),
        made.text.replaceAll(nowhere.slice(16), ''),
      );
    }
  });

  test('a decision without a reason, and a criterion left open, come back with everything that was typed', async () => {
    const { id, address, html } = await taken();
    const { 'met~license': _open, ...rest } = answers(html, ['character']);
    const answer = await reviewer.send(
      address,
      { ...rest, 'reason~degree': '  ', 'reason~certification': 'Kept & <typed>.' },
      `${address}/decide`,
    );
    assert.equal(answer.status, 422);
    const root = parse(answer.text);
    assert.match(words(byId(root, 'met~license-error')), /License: choose met or not met\./);
    assert.match(words(byId(root, 'reason~degree-error')), /say why it is not met/);
    assert.equal(words(byId(root, 'reason~certification')), 'Kept & <typed>.');
    const chosen = named(root, 'input')
      .filter(({ attributes }) => 'checked' in attributes)
      .map(({ attributes }) => `${attributes['name']} ${attributes['value']}`);
    assert.ok(chosen.includes('met~character yes') && chosen.includes('met~degree no'));
    assert.equal(await decisions(id), 0);
  });

  test('trying out says what would follow and records nothing; the decision follows from the findings', async () => {
    const { id, address, html } = await taken();
    const met = ['license', 'supervised-by-other', 'character'];
    const send = (fields: Record<string, string>) =>
      reviewer.send(address, fields, `${address}/decide`);
    const good = await send({ ...answers(html, met), step: 'try-out' });
    assert.match(good.words, /From these answers follows: Eligible\. Nothing is recorded yet\./);
    const bad = await send({ ...answers(html, ['license']), step: 'try-out' });
    assert.match(bad.words, /From these answers follows: Not eligible\./);
    assert.equal(await decisions(id), 0);
    const fields = { ...answers(html, met), step: 'decide', outcome: 'not-met' };
    assert.equal((await send(fields)).to, address);
    assert.match((await reviewer.see(address)).words, /The decision Eligible ,/);
    // The form posted twice: one decision, one line of the log, and no fault.
    const twice = await reviewer.send('/desk/queue', fields, `${address}/decide`);
    assert.notEqual(twice.status, 500);
    assert.equal(await decisions(id), 1);
  });

  test('of two deciders at once one takes the matter, and the other is told so', async () => {
    const { address } = await waiting();
    const other = await desk.somebody('Second Decider', 'reviewer');
    const sent = await Promise.all(
      [reviewer, other].map((one) => one.send(address, {}, `${address}/take`)),
    );
    assert.deepEqual(sent.map(({ status }) => status).sort(), [303, 409]);
    const loser = sent[0]?.status === 303 ? other : reviewer;
    const page = await loser.see(address);
    assert.match(page.words, /Somebody else has taken this matter/);
    assert.ok(!page.text.includes(`${address}/decide`));
    const forced = await loser.send('/desk/queue', { seen: '4' }, `${address}/decide`);
    assert.notEqual(forced.status, 500);
    assert.notEqual(forced.status, 303);
  });

  test('on a stale page every answer stays, and the newer version is what the next press answers', async () => {
    const { id, address, html } = await taken();
    const fields = answers(html, ['license', 'supervised-by-other', 'character']);
    const stale = await reviewer.send(
      address,
      { ...fields, seen: String(Number(fields['seen']) - 1) },
      `${address}/decide`,
    );
    assert.equal(stale.status, 409);
    assert.match(stale.words, /Your answers are below and not recorded yet/);
    const root = parse(stale.text);
    assert.equal(words(byId(root, 'reason~degree')), 'Nothing shows it: degree.');
    assert.equal(await decisions(id), 0);
    const next = { ...fields, seen: hiddenIn(stale.text, 'seen') ?? '' };
    assert.equal((await reviewer.send(address, next, `${address}/decide`)).to, address);
    assert.equal(await decisions(id), 1);
  });

  test('stepping aside needs a few words, loses no answer, and gives the matter to others', async () => {
    const { address, html } = await taken();
    const fields = answers(html, ['license']);
    const empty = await reviewer.send(address, fields, `${address}/step-aside`);
    assert.equal(empty.status, 422);
    assert.equal(words(byId(parse(empty.text), 'reason~degree')), 'Nothing shows it: degree.');
    const away = { ...fields, 'step-aside': 'I think I know who it is.' };
    assert.equal((await reviewer.send(address, away, `${address}/step-aside`)).to, '/desk/queue');
    const again = await reviewer.send('/desk/queue', {}, `${address}/take`);
    assert.equal(again.status, 404, 'it is not even there any more');
  });

  test('asking who it is keeps the answers typed; a director consents, the look is shown once and recorded', async () => {
    const { address, html } = await taken();
    const fields = answers(html, ['license']);
    const short = await reviewer.send(
      address,
      { ...fields, identity: 'Who?' },
      `${address}/identity`,
    );
    assert.equal(short.status, 422);
    assert.equal(words(byId(parse(short.text), 'identity')), 'Who?');
    const reason = 'The two documents carry different license numbers.';
    const asked = await reviewer.send(
      address,
      { ...fields, identity: reason },
      `${address}/identity`,
    );
    assert.match(asked.words, /Your request was sent/);
    assert.equal(words(byId(parse(asked.text), 'reason~degree')), 'Nothing shows it: degree.');
    const twice = await reviewer.send(
      address,
      { ...fields, identity: reason },
      `${address}/identity`,
    );
    assert.equal(twice.status, 409);
    assert.match(twice.words, /You have asked already/);

    const director = await desk.somebody('Fatima', 'director');
    const page = await director.see('/desk/identity');
    assert.ok(page.words.includes(reason));
    assert.ok(!page.text.includes('Quillonde'));
    const request = /action="\/desk\/identity\/([^"]+)"/.exec(page.text)?.[1] ?? '';
    const to = `/desk/identity/${request}`;
    const early = await reviewer.send('/desk/queue', {}, `${to}/show`);
    assert.equal(early.status, 403);
    const silent = await director.send('/desk/identity', { answer: 'consent' }, to);
    assert.equal(silent.status, 422);
    const consent = { answer: 'consent', [`why-${request}`]: 'The board must be asked.' };
    assert.equal((await director.send('/desk/identity', consent, to)).to, '/desk/identity');
    const shown = await reviewer.send('/desk/identity', {}, `${to}/show`);
    assert.ok(shown.words.includes(CANARIES.name));
    const auditor = await desk.somebody('Auditor', 'auditor');
    const trail = await auditor.see('/desk/audit');
    assert.match(trail.words, /The board must be asked\. [0-9a-f]{8} 1 /);
    assert.ok(!trail.text.includes('Quillonde'));
    assert.deepEqual(desk.faults, []);
  });
});
