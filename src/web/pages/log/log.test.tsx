import assert from 'node:assert/strict';
import { test } from 'node:test';
import { named, parse, withClass, words } from '../../../../tests/look/markup.ts';
import { guestFrame } from '../../parts/page-frame/examples.tsx';
import { renderPage } from '../../parts/page-frame/render-page.ts';
import { LogPage, type LogPageProps } from './log-page.tsx';

const page = (props: Partial<LogPageProps>) =>
  parse(
    renderPage(
      <LogPage
        frame={guestFrame}
        size={2}
        signedAt="today"
        checkpoint={'log\n2\nabc='}
        command="bin/evenhand ledger verify"
        witnesses={[{ name: 'w.example', key: 'w.example+00000000+AAAA', signedAt: 'May 3, 2026' }]}
        ownWitnesses={false}
        watch={{ day: 'May 3, 2026', entries: 2, places: 1, found: [] }}
        entries={[
          { index: 1, decidedOn: 'May 2, 2026', kind: 'Appeal', program: 'LCC' },
          { index: 0, decidedOn: 'May 1, 2026', kind: 'Eligibility', program: 'LCC' },
        ]}
        {...props}
      />,
    ),
  );

test('the page says how large the log is, and shows the checkpoint letter by letter', () => {
  assert.match(words(page({})), /2 entries/);
  assert.match(words(page({ size: 1 })), /1 entry as of/);
  const shown = withClass(page({}), 'receipt-text').map((tag) => tag.inside[0]);
  assert.deepEqual(shown, ['bin/evenhand ledger verify', 'log\n2\nabc=']);
});

test('an entry shows its place, day, kind and program, and has room for nothing else', () => {
  assert.deepEqual(named(page({}), 'tr').map(words).slice(1), [
    '1May 2, 2026AppealLCC',
    '0May 1, 2026EligibilityLCC',
  ]);
});

test('an empty log says so in a sentence', () => {
  const root = page({ size: 0, entries: [] });
  assert.match(words(root), /Nothing has been decided yet\./);
  assert.equal(named(root, 'table').length, 0);
});

test('who signed is named with the day, who has not is named too, and own witnesses are told apart', () => {
  assert.match(words(page({})), /w\.example\s*: signed on May 3, 2026/);
  assert.match(
    words(page({})),
    /w\.example\+00000000\+AAAA/,
    'with the key that the command takes',
  );
  assert.doesNotMatch(words(page({})), /run by the same people/);
  const own = page({
    ownWitnesses: true,
    witnesses: [{ name: 'v.example', key: 'v.example+1', signedAt: undefined }],
  });
  assert.match(words(own), /v\.example\s*: has not signed this head yet/);
  assert.match(words(own), /run by the same people as the log/);
  assert.match(words(page({ witnesses: [] })), /Nobody signs this log but the body itself/);
});

test('a log that does not fit what was published says so first, and why', () => {
  const root = page({ held: { because: 'the database holds 3 lines', since: 'May 4, 2026' } });
  assert.match(words(root), /Since May 4, 2026, nothing can be decided here\./);
  assert.match(words(root), /the database holds 3 lines/);
  assert.doesNotMatch(words(page({})), /nothing can be decided/);
});

test('the daily check says what was read, or everything that differs', () => {
  assert.match(
    words(page({})),
    /On May 3, 2026 2 entries were read and 1 place .* Nothing differs\./,
  );
  const bad = page({
    watch: { day: 'May 4, 2026', entries: 2, places: 1, found: ['this', 'that'] },
  });
  assert.match(words(bad), /On May 4, 2026 the check found what should not be:\s*this\s*that/);
  assert.match(words(page({ watch: undefined })), /not been checked yet/);
});
