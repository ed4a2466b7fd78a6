import assert from 'node:assert/strict';
import { test } from 'node:test';
import { byId, named, only, parse, words } from '../../../../tests/look/markup.ts';
import { guestFrame } from '../../parts/page-frame/examples.tsx';
import { renderPage } from '../../parts/page-frame/render-page.ts';
import { en } from '../../words/en.ts';
import type { VerdictName } from '../../words/verify.ts';
import { exampleCard } from '../credential/examples.tsx';
import { type VerificationView, verdictShapes } from './verification.tsx';
import { VerifyPage } from './verify-page.tsx';

const page = (result?: VerificationView) =>
  parse(
    renderPage(
      <VerifyPage
        frame={guestFrame}
        mistakes={[]}
        scripts={['/assets/verify.js']}
        result={result}
      />,
    ),
  );

test('the form works without a script: it posts the file or the text to the server', () => {
  const { method, action, enctype } = only(page(), 'form').attributes;
  assert.deepEqual([method, action, enctype], ['post', '/verify', 'multipart/form-data']);
});

test('the place of the verdict is announced politely, and hidden while it is empty', () => {
  const place = byId(page(), 'verdict');
  assert.equal(place.attributes['aria-live'], 'polite');
  assert.ok('hidden' in place.attributes);
  assert.ok(!('hidden' in byId(page({ verdict: 'unknown', checks: [] }), 'verdict').attributes));
});

test('each verdict has a word, a meaning and a shape', () => {
  for (const name of Object.keys(en.verify.verdicts) as VerdictName[]) {
    const said = words(byId(page({ verdict: name, checks: [] }), 'verdict'));
    assert.ok(said.startsWith(en.verify.verdicts[name].word), name);
    assert.ok(said.includes(en.verify.verdicts[name].means), name);
    assert.ok(name in verdictShapes);
  }
});

test('the result shows the holder, the credential and its dates, so that a doctored paper is caught', () => {
  const said = words(
    byId(page({ verdict: 'genuine-and-current', checks: [], card: exampleCard }), 'verdict'),
  );
  for (const shown of [exampleCard.holder, exampleCard.program, exampleCard.validUntil])
    assert.ok(said.includes(shown ?? 'missing'), shown);
});

test('every check is listed with its own answer', () => {
  const root = page({
    verdict: 'not-genuine',
    checks: [
      { name: 'The signature fits', outcome: 'failed', detail: 'One letter differs.' },
      { name: 'Not revoked', outcome: 'skipped' },
    ],
  });
  assert.deepEqual(named(byId(root, 'verdict'), 'li').map(words), [
    'The signature fits does not holdOne letter differs.',
    'Not revoked not checked',
  ]);
});
