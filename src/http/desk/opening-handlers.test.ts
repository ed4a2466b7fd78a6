/** Opening a complaint over its address: from a concern, by the body, joined to another; and everything that can be mistaken. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type ComplaintDesk, complaintDesk } from '../../../tests/support/complaint-desk.ts';
import {
  allMet,
  complaintAbout,
  handle,
  RESPONDENT_NAME,
} from '../../../tests/support/complaints.ts';
import { concernForm, labelIn } from '../../../tests/support/concerns.ts';
import type { Answer, DeskPerson, Fields } from '../../../tests/support/desk.ts';
import { shownAgain } from '../../../tests/support/html-forms.ts';
import { addDays, type CivilDate, date, parts } from '../../kernel/dates/civil-date.ts';

const PROGRAM = 'larkspur-navigator';
const OPEN = '/desk/complaints/open';
const dayFields = (block: string, on: CivilDate): Fields => {
  const { year, month, day } = parts(on);
  return {
    [`${block}-day-month`]: String(month),
    [`${block}-day-day`]: String(day),
    [`${block}-day-year`]: String(year),
  };
};

describe('opening a complaint', () => {
  let at: ComplaintDesk;
  before(async () => {
    at = await complaintDesk();
  });
  after(async () => {
    assert.deepEqual(at.desk.faults, []);
    await at.desk.close();
  });

  const raised = async (fields: Fields = {}): Promise<string> => {
    const reply = await at.desk
      .stranger()
      .send('/concern', { ...concernForm, about: 'holder', ...fields });
    const [row] = await at.desk.database.owner<{ id: string }[]>`
      select id from conduct.concern where label = ${labelIn(reply.words)}`;
    assert.ok(row, reply.words);
    return row.id;
  };

  /** What a careful coordinator sends about the respondent of the bench. */
  const whole = (change: Fields = {}): Fields => ({
    ...{ step: 'open', about: 'person', program: PROGRAM, search: 'canaryrespondent' },
    ...{ whom: at.bench.respondent, blocks: '1', join: 'own' },
    ...dayFields('a1', at.bench.today),
    ...{ 'a1-number': 'R1', 'a1-words': 'A client was turned away.' },
    ...change,
  });
  const sent = (fields: Fields, by: DeskPerson = at.handler): Promise<Answer> =>
    by.send(OPEN, fields);
  const openedAt = (reply: Answer): string => {
    const [, id] = /^\/desk\/complaints\/([0-9a-f-]+)\?news=opened$/.exec(reply.to ?? '') ?? [];
    assert.ok(id !== undefined, reply.words);
    return id;
  };

  describe('from a concern', () => {
    test('takes over its grounds, its setting and how whoever raised it appears, and none of that can be changed', async () => {
      const concern = await raised({
        ...{ visibility: 'anonymous', grounds: ['race', 'age'], setting: 'hospital' },
        ...{ hope: 'An apology.', who: 'Ms. Canaryrespondent' },
      });
      const page = await at.handler.see(`${OPEN}?concern=${concern}`);
      assert.match(page.words, /Anonymous\. This is their own choice\. Nobody here can change it/);
      assert.match(
        page.words,
        /Grounds Race, Age Setting Hospital What they hope for An apology\./,
      );
      assert.doesNotMatch(page.text, /name="(?:naming|grounds|setting|hope)"/);
      const matter = openedAt(
        await sent(whole({ concern, grounds: 'religion', setting: 'clinic', naming: 'to-all' })),
      );
      const shown = await at.handler.see(`/desk/complaints/${matter}`);
      assert.match(shown.words, /Grounds named Race, Age Setting Hospital/);
      assert.match(shown.words, /Complainant 1 No name given None Anonymous/);
      const linked = await at.handler.see(`/desk/concerns/${concern}`);
      assert.ok(linked.text.includes(`/desk/complaints/${matter}`));
    });

    test('is offered on the page of the concern, and leads to a form with what the concern says', async () => {
      const concern = await raised({ program: PROGRAM, who: RESPONDENT_NAME });
      const page = await at.handler.see(`/desk/concerns/${concern}`);
      assert.ok(page.text.includes(`${OPEN}?concern=${concern}`));
      const form = await at.handler.see(`${OPEN}?concern=${concern}`);
      assert.match(form.words, /Qianru Canaryrespondent/, 'they are searched for at once');
    });

    test('becomes a matter once: the second time the page says so, whoever tries', async () => {
      const concern = await raised();
      openedAt(await sent(whole({ concern })));
      const again = await sent(whole({ concern }));
      assert.equal(again.status, 422);
      assert.match(again.words, /This concern has become a matter already/);
      assert.ok(shownAgain(again.text, 'a1-words', 'A client was turned away.'));
    });

    test('of somebody else’s list is not there', async () => {
      const concern = await raised({ about: 'body' });
      assert.equal((await at.handler.see(`${OPEN}?concern=${concern}`)).status, 404);
      const tried = await sent(whole({ concern }));
      assert.equal(tried.status, 404);
    });
  });

  describe('the person', () => {
    test('is found by a name they had before, and by nobody who was never bound', async () => {
      await at.desk.database
        .owner`update people.person set former_names = '{"Qiu Oldname"}' where id = ${at.bench.respondent}`;
      const look = await sent({
        step: 'look',
        about: 'person',
        program: PROGRAM,
        search: 'oldname',
        blocks: '1',
      });
      assert.match(
        look.words,
        /Qianru Canaryrespondent Found by an earlier name\. Bound by the code since/,
      );
      assert.doesNotMatch(look.words, /Qiu/);
      const named = await sent(whole({ 'a1-words': 'Qiu Oldname turned a client away.' }));
      assert.equal(named.status, 422);
      assert.match(named.words, /Allegation 1, what happened: what you wrote names the respondent/);
      const nobody = await sent({
        step: 'look',
        about: 'person',
        program: PROGRAM,
        search: 'nobody of that name',
        blocks: '1',
      });
      assert.match(
        nobody.words,
        /Nobody whom the code of this program binds or bound is called “nobody of that name”/,
      );
    });

    test('who was never certified can be complained about, and the first look has to say that it is out of reach', async () => {
      const bare = await sent(whole({ whom: 'other' }));
      assert.equal(bare.status, 422);
      assert.match(bare.words, /Their name is empty/);
      const matter = openedAt(await sent(whole({ whom: 'other', name: 'Somebody Unbound' })));
      const page = await at.handler.see(`/desk/complaints/${matter}`);
      assert.match(page.words, /Bound by the code Never, as far as we know/);
      const look = await at.handler.see(`/desk/complaints/${matter}/screen`);
      assert.match(look.words, /By the dates on file the code did not bind this person/);
      const wrong = await at.handler.send(`/desk/complaints/${matter}/screen`, {
        seen: '1',
        ...Object.fromEntries(
          Object.entries(allMet).flatMap(([question, { reason }]) => [
            [`${question}-met`, 'yes'],
            [`${question}-reason`, reason],
          ]),
        ),
      });
      assert.match(
        wrong.words,
        /Reach: met or not: the code did not bind this person on the day of the conduct/,
      );
    });

    test('is told apart from what they did before they were certified', async () => {
      const before = addDays(at.bench.today, -100);
      const look = await sent({ ...whole({ step: 'look' }), ...dayFields('a1', before) });
      assert.equal(look.status, 200);
      assert.match(look.words, /The code did not bind them on .*\. You can open it/);
      assert.ok(shownAgain(look.text, 'a1-words', 'A client was turned away.'));
    });

    test('must be somebody: nobody chosen is told at the field', async () => {
      const reply = await sent(whole({ whom: '' }));
      assert.match(reply.words, /Who of these: choose one/);
      const strange = await sent(whole({ program: 'nothing' }));
      assert.match(strange.words, /Which program: choose one/);
    });
  });

  describe('an allegation', () => {
    test('names a provision of the version in force on its day', async () => {
      const look = await sent({
        ...whole({ step: 'look' }),
        ...dayFields('a1', date('2024-05-01')),
      });
      assert.match(look.words, /Binding provisions of the version of Sunday, January 1, 2023/);
      assert.match(look.words, /R12\. Use of the title/);
      const later = await sent({
        ...whole({ 'a1-number': 'R25' }),
        ...dayFields('a1', date('2024-05-01')),
      });
      assert.equal(later.status, 422);
      assert.match(later.words, /Allegation 1, provision: provision R25 was not in force on/);
      const older = await sent({ ...whole(), ...dayFields('a1', date('2019-05-01')) });
      assert.match(older.words, /Allegation 1, day of the conduct: no version of this code/);
    });

    test('rests on a duty; advice is cited beside it and refused in its place', async () => {
      const advice = await sent(whole({ 'a1-number': 'P2' }));
      assert.equal(advice.status, 422);
      assert.match(advice.words, /Allegation 1, provision: provision P2 is advice/);
      assert.ok(shownAgain(advice.text, 'a1-words', 'A client was turned away.'));
      const matter = openedAt(await sent(whole({ 'a1-cited': ['P1', 'P2'] })));
      assert.match(
        (await at.handler.see(`/desk/complaints/${matter}`)).words,
        /Also cited: P1, P2/,
      );
    });

    test('lies behind, has words, and there may be several', async () => {
      const ahead = await sent({ ...whole(), ...dayFields('a1', addDays(at.bench.today, 2)) });
      assert.match(ahead.words, /Allegation 1, day of the conduct: this day lies ahead/);
      const more = await sent(whole({ step: 'more' }));
      assert.match(more.words, /Allegation 2/);
      const two = await sent(whole({ blocks: '2' }));
      assert.equal(two.status, 422);
      assert.match(two.words, /Allegation 2, what happened is empty/);
      assert.match(two.words, /Allegation 2, provision: choose one/);
      const matter = openedAt(
        await sent({
          ...whole({ blocks: '2', 'a2-number': 'R7', 'a2-words': 'Told others.' }),
          ...dayFields('a2', at.bench.today),
        }),
      );
      assert.match((await at.handler.see(`/desk/complaints/${matter}`)).words, /R7\..*Told others/);
    });
  });

  describe('about the same events', () => {
    test('asks to choose where there is a matter about the same person and day, and joins it', async () => {
      const first = await complaintAbout(at.bench);
      const concern = await raised({ visibility: 'staff' });
      const look = await sent(whole({ concern, join: '' }));
      assert.equal(look.status, 422);
      assert.match(
        look.words,
        /there is a matter about the same day\. Choose whether this one joins it/,
      );
      assert.match(look.words, /The same day/);
      const [, seen] = new RegExp(`name="seen-${first}" value="(\\d+)"`).exec(look.text) ?? [];
      const joined = await sent(
        whole({
          concern,
          join: first,
          [`seen-${first}`]: seen ?? '',
          'a1-number': '',
          'a1-words': '',
        }),
      );
      assert.equal(joined.to, `/desk/complaints/${first}?news=joined`);
      assert.match((await at.handler.see(`/desk/complaints/${first}`)).words, /Complainant 2/);
    });

    test('what is new cannot join once the respondent was told', async () => {
      const first = await complaintAbout(at.bench);
      await handle(at.bench, first, { act: 'screen', answers: allMet });
      await handle(at.bench, first, { act: 'give-notice', evidence: [], keptBack: [] });
      const reply = await sent(
        whole({ concern: await raised(), join: first, [`seen-${first}`]: '3' }),
      );
      assert.equal(reply.status, 422);
      assert.match(
        reply.words,
        /What becomes of this complaint: the respondent has been told what is alleged/,
      );
      const stale = await sent(
        whole({ concern: await raised(), join: first, [`seen-${first}`]: '1' }),
      );
      assert.equal(stale.status, 409);
      assert.ok(shownAgain(stale.text, 'a1-words', 'A client was turned away.'));
    });
  });

  describe('by the body itself', () => {
    test('an ombud opens one about the body, on a principle alone; a coordinator opens none', async () => {
      const fields = { ...whole({ about: 'body', 'a1-number': 'P1' }) };
      const matter = openedAt(await sent(fields, at.ombud));
      const page = await at.ombud.see(`/desk/complaints/${matter}`);
      assert.match(page.words, /About The body/);
      assert.equal((await at.handler.see(`/desk/complaints/${matter}`)).status, 404);
      const form = await at.handler.see(OPEN);
      assert.match(form.words, /The body complains by itself/);
      assert.match(form.words, /Search by a name they have or had/);
      const asked = await sent(whole({ grounds: ['race'], setting: 'hospital' }));
      assert.match(
        (await at.handler.see(`/desk/complaints/${openedAt(asked)}`)).words,
        /Grounds named Race Setting Hospital/,
      );
    });
  });
});
