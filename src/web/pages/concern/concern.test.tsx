import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  accessibleName,
  byId,
  description,
  named,
  parse,
  withClass,
  words,
} from '../../../../tests/look/markup.ts';
import { CONCERN_SUBJECTS } from '../../../casework/concern/concern.ts';
import { guestFrame } from '../../parts/page-frame/examples.tsx';
import { renderPage } from '../../parts/page-frame/render-page.ts';
import { ConcernPage, ConcernSentPage } from './concern-page.tsx';
import { ConcernReadPage, ConcernReceiptPage } from './concern-receipt-page.tsx';

test('with mistakes nothing typed is lost, and each message stands twice: in the summary and at its field', () => {
  const root = parse(
    renderPage(
      <ConcernPage
        frame={guestFrame}
        subjects={CONCERN_SUBJECTS}
        formKey="AAAAAAAAAAAAAAAAAAAAAA"
        typed={{ about: 'exam', account: 'No <b>', contact: 'ada@' }}
        mistakes={[
          { field: 'account', message: 'Say what happened.' },
          { field: 'contact', message: 'Enter a whole address.' },
        ]}
      />,
    ),
  );
  assert.equal(words(byId(root, 'account')), 'No <b>');
  assert.equal(byId(root, 'contact').attributes['value'], 'ada@');
  assert.match(description(root, byId(root, 'account')), /Error: Say what happened\.$/);
  assert.deepEqual(named(withClass(root, 'error-summary')[0]!, 'a').map(words), [
    'Say what happened.',
    'Enter a whole address.',
  ]);
  const chosen = named(root, 'input').filter(({ attributes }) => 'checked' in attributes);
  assert.deepEqual(
    chosen.map(({ attributes }) => attributes['value']),
    ['exam'],
  );
});

test('the form asks for no name and no account', () => {
  const root = parse(
    renderPage(
      <ConcernPage
        frame={guestFrame}
        subjects={CONCERN_SUBJECTS}
        formKey="AAAAAAAAAAAAAAAAAAAAAA"
        typed={{ about: '', account: '', contact: '' }}
        mistakes={[]}
      />,
    ),
  );
  const asked = named(root, 'input').map(({ attributes }) => attributes['name']);
  assert.deepEqual(new Set(asked), new Set(['form-token', 'key', 'about', 'contact']));
  assert.match(accessibleName(root, byId(root, 'contact')), /optional/);
});

test('the receipt code is shown letter by letter, with the day of the answer', () => {
  const root = parse(
    renderPage(
      <ConcernSentPage
        frame={guestFrame}
        receipt="7ZK4Q-0M2XN-9B1RT-HW8CD"
        label="C-1"
        answerBy="Friday, May 29, 2026"
      />,
    ),
  );
  assert.equal(words(withClass(root, 'receipt-text')[0]!), '7ZK4Q-0M2XN-9B1RT-HW8CD');
  assert.match(words(root), /You get an answer by Friday, May 29, 2026\./);
});

test('a code that was mistyped comes back to be mended', () => {
  const root = parse(
    renderPage(
      <ConcernReceiptPage
        frame={guestFrame}
        typed="7ZK4Q"
        mistakes={[{ field: 'receipt', message: 'Too short.' }]}
      />,
    ),
  );
  assert.equal(byId(root, 'receipt').attributes['value'], '7ZK4Q');
});

test('while there is no answer the page says by when there will be one', () => {
  const page = (replies: readonly { when: string; text: string }[]) =>
    words(
      parse(
        renderPage(
          <ConcernReadPage
            frame={guestFrame}
            label="C-1"
            about="An exam"
            received="May 1, 2026"
            answerBy="May 12, 2026"
            replies={replies}
          />,
        ),
      ),
    );
  assert.match(page([]), /There is no answer yet\. You get one by May 12, 2026\./);
  assert.match(page([{ when: 'May 4, 2026', text: 'We looked.' }]), /May 4, 2026We looked\./);
});
