import assert from 'node:assert/strict';
import { test } from 'node:test';
import { boxOf, domainsOf, NO_ANSWERS, pagesOf, ratedTasks, withPage } from './study.ts';

const study = {
  tasks: [
    { id: 'T1', domain: 'Care', title: 'Assess needs' },
    { id: 'T 2/x', domain: 'Care', title: 'Plan care' },
    { id: 'T3', domain: 'Law', title: 'Keep records' },
  ],
  known: [{ name: 'setting', categories: [{ name: 'hospital', population: 10 }] }],
};

test('there is a page for each domain, in the order in which tasks name them, and one about oneself', () => {
  assert.deepEqual(domainsOf(study), ['Care', 'Law']);
  assert.equal(pagesOf(study), 3);
});

test('what one page sends changes that page alone; a task never done is rated no further', () => {
  const first = withPage(study, NO_ANSWERS, 1, {
    [boxOf(study, 'T1', 'frequency')]: '0',
    [boxOf(study, 'T1', 'importance')]: '4',
    [boxOf(study, 'T 2/x', 'frequency')]: '3',
    [boxOf(study, 'T 2/x', 'harm')]: '1',
    [boxOf(study, 'T3', 'frequency')]: '4',
  });
  assert.deepEqual(first.ratings, { T1: { frequency: 0 }, 'T 2/x': { frequency: 3, harm: 1 } });
  const second = withPage(study, first, 2, { [boxOf(study, 'T3', 'frequency')]: '4' });
  assert.deepEqual(second.ratings['T1'], { frequency: 0 });
  assert.equal(ratedTasks(second), 3);
  const cleared = withPage(study, second, 1, {});
  assert.equal(ratedTasks(cleared), 1, 'an answer can be taken back');
});

test('what no scale and no list has counts as no answer', () => {
  for (const value of ['5', '-1', '1.5', 'x', '', '00']) {
    const sent = withPage(study, NO_ANSWERS, 1, { [boxOf(study, 'T1', 'frequency')]: value });
    assert.equal(ratedTasks(sent), 0, value);
  }
  assert.deepEqual(withPage(study, NO_ANSWERS, 3, { a1: 'prison' }).about, {});
  assert.deepEqual(withPage(study, NO_ANSWERS, 3, { a1: 'hospital' }).about, {
    setting: 'hospital',
  });
});
