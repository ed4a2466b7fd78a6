import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fullServer } from '../support/full-server.ts';
import { Visitor } from '../support/visitor.ts';

test('a stranger reads what can be appealed, from the foot of any page and from a program', {
  timeout: 300_000,
}, async () => {
  const visitor = new Visitor((await fullServer()).address);
  for (const path of ['/', '/programs/larkspur-care']) {
    assert.match((await visitor.see(path)).text, /href="\/appeals"/, path);
  }
  const page = await visitor.see('/appeals');
  assert.equal(page.status, 200);
  assert.match(page.text, /id="accommodation"/);
  assert.match(page.text, /45 days from the day of the decision: Larkspur Health Navigator/);
  assert.doesNotMatch(page.text, /Certified Case Manager/, 'nothing is decided there');
});
