import assert from 'node:assert/strict';
import { test } from 'node:test';
import { named, only, parse, withClass, words } from '../../../../tests/look/markup.ts';
import { guestFrame } from '../../parts/page-frame/examples.tsx';
import { renderPage } from '../../parts/page-frame/render-page.ts';
import { DemonstrationPage } from './demonstration-page.tsx';
import { InboxPage } from './inbox-page.tsx';

const people = [
  { id: 'clerk', name: 'Ada', part: 'Records clerk', sees: 'Checks documents.' },
  { id: 'reviewer', name: 'Bao', part: 'Reviewer', sees: 'Decides.' },
];

test('one press signs in as somebody: each person is a form with a button of its own name', () => {
  const root = parse(renderPage(<DemonstrationPage frame={guestFrame} people={people} />));
  const forms = named(root, 'form');
  assert.equal(forms.length, people.length);
  assert.deepEqual(
    forms.map((form) => [
      form.attributes['action'],
      named(form, 'input').at(-1)?.attributes['value'],
      words(only(form, 'button')),
    ]),
    [
      ['/demonstration/enter', 'clerk', 'Enter as Ada'],
      ['/demonstration/enter', 'reviewer', 'Enter as Bao'],
    ],
  );
});

test('a mail opens in place without a script, keeps its lines, and its links can be followed', () => {
  const mail = {
    id: '1',
    to: 'a@example.org',
    subject: 'Decided',
    sent: 'today',
    text: 'One\n\nTwo <3>',
    links: ['/matters/1'],
  };
  const root = parse(renderPage(<InboxPage frame={guestFrame} mails={[mail]} />));
  const mails = only(only(root, 'main'), 'details');
  assert.ok('open' in mails.attributes);
  assert.deepEqual(withClass(root, 'mail-text')[0]?.inside, ['One\n\nTwo <3>']);
  assert.equal(named(mails, 'a')[0]?.attributes['href'], '/matters/1');
});

test('an empty inbox says so', () => {
  const root = parse(renderPage(<InboxPage frame={guestFrame} mails={[]} />));
  assert.match(words(root), /No mail has been sent yet\./);
});
