import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { byId, parse, words } from '../../../tests/look/markup.ts';
import { type Desk, type DeskPerson, openDesk } from '../../../tests/support/desk.ts';
import { rightAnswers, stepsIn } from '../../../tests/support/exam-steps.ts';
import { newCandidate, storeExam } from '../../../tests/support/exam-world.ts';
import { decodeBitstring, isSet } from '../../credential/status-list/bitstring.ts';
import { awardOnPass } from '../../workflow/certify/award.ts';
import { submitSitting } from '../../workflow/exam/hand-in.ts';

describe('the pages of directors and auditors, on a real database', () => {
  let desk: Desk;
  let director: DeskPerson;
  before(async () => {
    desk = await openDesk();
    await storeExam(desk.database.owner, desk.world);
    director = await desk.somebody('فاطمة الزهراء', 'director');
  });
  after(() => desk.close());

  /** Somebody passes, and a credential is signed. */
  const awarded = async (): Promise<string> => {
    const person = await newCandidate(desk.world);
    const steps = stepsIn(desk.world, desk.database);
    const sitting = await steps.started(person);
    const { epoch, items } = await steps.opened(person, sitting);
    await steps.send(person, sitting, epoch, rightAnswers(items));
    await submitSitting(desk.world, person, sitting, awardOnPass(desk.world));
    const [row] = await desk.database.owner<
      { id: string }[]
    >`select id from register.credential where person = ${person}`;
    assert.ok(row, 'a credential was awarded');
    return row.id;
  };
  const revokedInList = async (credential: string): Promise<boolean | undefined> => {
    const [row] = await desk.database.owner<
      { status_index: number }[]
    >`select status_index from register.credential where id = ${credential}`;
    const list = JSON.parse((await desk.stranger().see('/status/r/1')).text) as {
      credentialSubject: { encodedList: string };
    };
    const bits = await decodeBitstring(
      list.credentialSubject.encodedList,
      desk.world.issuing.gunzip,
    );
    assert.ok(bits.ok && row);
    return isSet(bits.value, row.status_index);
  };

  test('a credential is listed with its holder and its state', async () => {
    const id = await awarded();
    const page = await director.see('/desk/credentials');
    assert.ok(page.text.includes(`href="/desk/credentials/${id}/revoke"`));
    assert.match(page.words, /Zoë Nakamura-O’Brien , Larkspur Care Coordinator .* Current Revoke/);
  });

  test('a revocation needs a reason, shows at once on the page and in the status list, and happens once', async () => {
    const id = await awarded();
    const address = `/desk/credentials/${id}/revoke`;
    const empty = await director.send(address, { reason: '  ' });
    assert.equal(empty.status, 422);
    assert.match(words(byId(parse(empty.text), 'reason-error')), /say why/);
    assert.doesNotMatch((await desk.stranger().see(`/c/${id}`)).words, /Revoked on/);
    assert.equal(await revokedInList(id), false);
    const reason = 'Issued <by> mistake.';
    assert.equal((await director.send(address, { reason })).to, `/c/${id}`);
    const shown = await desk.stranger().see(`/c/${id}`);
    assert.match(shown.words, /Revoked on .*: Issued <by> mistake\./);
    assert.equal(await revokedInList(id), true);
    assert.match((await director.see(address)).words, /revoked already/);
    const again = await director.send('/desk/credentials', { reason }, address);
    assert.ok(again.status >= 400 && again.status < 500, String(again.status));
    const lines = await desk.database.owner`
      select place from ledger.opening where credential = ${id}`;
    assert.equal(lines.length, 2, 'its award and its revocation, each once');
  });

  test('what is public of a credential names the program, the holder and its dates, and no way to reach anybody', async () => {
    const id = await awarded();
    const [holder] = await desk.database.owner<{ email: string; person: string }[]>`
      select p.email, p.id as person from register.credential c join people.person p on p.id = c.person
      where c.id = ${id}`;
    assert.ok(holder);
    const shown = await desk.stranger().see(`/c/${id}`);
    assert.match(shown.words, /Larkspur Care Coordinator/);
    assert.match(shown.words, /Zoë Nakamura-O’Brien/);
    const file = await desk.stranger().see(`/c/${id}/credential.json`);
    for (const { text } of [shown, file]) {
      for (const secret of [holder.email, holder.person, 'example.org']) {
        assert.ok(!text.includes(secret), secret);
      }
    }
    assert.ok(!shown.words.includes('Larkspur Work'), 'one program is never shown as another');
  });

  test('a credential that is not there is said to be missing', async () => {
    const nowhere = '/desk/credentials/AAAAAAAAAAAAAAAAAAAAAA/revoke';
    assert.equal((await director.see(nowhere)).status, 404);
    assert.equal((await director.send('/desk/credentials', { reason: 'x' }, nowhere)).status, 404);
  });

  test('an auditor sees who had a part in a matter by codes, and finds a matter by its label', async () => {
    await newCandidate(desk.world);
    const [matter] = await desk.database.owner<
      { label: string; decider: string; clerk: string }[]
    >`select m.label, d.body->>'decider' as decider, a.body->>'clerk' as clerk
      from casework.matter m
      join casework.event d on d.matter = m.id and d.type = 'decided'
      join casework.event a on a.matter = m.id and a.type = 'attested' limit 1`;
    assert.ok(matter);
    const auditor = await desk.somebody('Auditor', 'auditor');
    const found = await auditor.see(`/desk/audit?matter=${matter.label.toLowerCase()}`);
    const { label, clerk, decider } = matter;
    assert.notEqual(clerk.slice(-8), decider.slice(-8), 'two people have two codes');
    assert.ok(
      found.words.includes(`Decided ${clerk.slice(-8)} nobody ${decider.slice(-8)}`),
      found.words,
    );
    assert.ok(found.words.includes(label));
    assert.ok(!found.text.includes('Nakamura'));
    assert.match((await auditor.see('/desk/audit?matter=ZZZ')).words, /No matter has this label/);
  });

  test('credentials are the director’s; the trail is the auditor’s', async () => {
    for (const office of ['clerk', 'reviewer', 'staff', 'auditor'] as const) {
      const visitor = await desk.somebody(`Office of ${office}`, office);
      assert.equal((await visitor.see('/desk/credentials')).status, 403, office);
    }
    assert.equal((await director.see('/desk/audit')).status, 403);
    assert.deepEqual(desk.faults, []);
  });
});
