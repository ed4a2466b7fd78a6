import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { date } from '../../kernel/dates/civil-date.ts';
import { checkedBank, itemProblems } from './check-item.ts';
import {
  countingExperts,
  type ExpertReview,
  type ItemContent,
  type ItemKey,
  itemFrom,
  itemHash,
  keyHash,
  reviewStatus,
  shownTo,
} from './item.ts';

const content: ItemContent = {
  id: 'sample-1',
  version: 1,
  domain: 'care',
  stem: 'Which is the largest?',
  options: [
    { id: 'a', text: 'Ten' },
    { id: 'b', text: 'Twenty' },
    { id: 'c', text: 'Thirty' },
  ],
};
const key: ItemKey = {
  item: 'sample-1',
  version: 1,
  optionId: 'c',
  rationale: 'CANARY-RATIONALE thirty is more than twenty',
  reference: 'CANARY-REFERENCE arithmetic',
};
const signedBy = (expert: string, change: Partial<ExpertReview> = {}): ExpertReview => ({
  expert,
  expertise: 'RN, 12 years in case management',
  on: date('2026-03-02'),
  itemHash: itemHash(content),
  keyHash: keyHash(key),
  ...change,
});
const kinds = (changed: ItemContent, changedKey: ItemKey = key): string[] =>
  itemProblems(changed, changedKey).map((problem) => problem.kind);

describe('two experts', () => {
  test('a question is reviewed when two different people, neither its writer, have signed it', () => {
    const with_ = (...reviews: ExpertReview[]) =>
      reviewStatus(itemFrom(content, 'writer-1', reviews), key);
    assert.equal(with_(), 'unreviewed');
    assert.equal(with_(signedBy('expert-1')), 'unreviewed');
    assert.equal(with_(signedBy('expert-1'), signedBy('expert-1')), 'unreviewed');
    assert.equal(with_(signedBy('expert-1'), signedBy('writer-1')), 'unreviewed');
    assert.equal(with_(signedBy('expert-1'), signedBy(' ')), 'unreviewed');
    assert.equal(with_(signedBy('expert-1'), signedBy('expert-2')), 'reviewed');
  });
  test('a changed word or a changed key undoes every signature', () => {
    const reviews = [signedBy('expert-1'), signedBy('expert-2')];
    const reworded = itemFrom({ ...content, stem: 'Which is largest?' }, 'writer-1', reviews);
    assert.deepEqual(countingExperts(reworded, key), []);
    const rekeyed = { ...key, optionId: 'b' };
    assert.deepEqual(countingExperts(itemFrom(content, 'writer-1', reviews), rekeyed), []);
  });
  test('a changed item that kept its old hash does not keep its signatures', () => {
    const signed = itemFrom(content, 'writer-1', [signedBy('expert-1'), signedBy('expert-2')]);
    assert.equal(reviewStatus({ ...signed, stem: 'Changed under the hash' }, key), 'unreviewed');
  });
  test('the hash follows the content and nothing else', () => {
    assert.equal(itemFrom(content, 'writer-1').hash, itemFrom(content, 'writer-2').hash);
    assert.notEqual(itemHash(content), itemHash({ ...content, version: 2 }));
    assert.match(itemHash(content), /^[0-9a-f]{64}$/);
  });
});

describe('what a candidate is sent', () => {
  test('holds id, question and options, and nothing of the key, the writer or the reviewers', () => {
    const item = itemFrom(content, 'CANARY-WRITER', [signedBy('CANARY-EXPERT')]);
    const shown = shownTo({ ...item, ...{ key } }, ['b', 'c', 'a']);
    assert.deepEqual(shown, {
      id: 'sample-1',
      stem: 'Which is the largest?',
      options: [
        { id: 'b', text: 'Twenty' },
        { id: 'c', text: 'Thirty' },
        { id: 'a', text: 'Ten' },
      ],
    });
    assert.doesNotMatch(JSON.stringify(shown), /CANARY/);
  });
  test('an order that repeats, drops or invents an option is our own mistake and throws', () => {
    const item = itemFrom(content, 'writer-1');
    assert.throws(() => shownTo(item, ['a', 'b', 'b']), /not an order/);
    assert.throws(() => shownTo(item, ['a', 'b']), /not an order/);
    assert.throws(() => shownTo(item, ['a', 'b', 'd']), /no option d/);
  });
});

describe('faults of a question', () => {
  test('a sound question has none', () => assert.deepEqual(kinds(content), []));
  const option = (id: string, text: string) => ({ id, text });
  const rows: [string, ItemContent, ItemKey?][] = [
    ['id-missing', { ...content, id: '' }, { ...key, item: '' }],
    ['domain-missing', { ...content, domain: ' ' }],
    ['stem-missing', { ...content, stem: '' }],
    ['option-count', { ...content, options: [option('a', 'Ten'), option('c', 'Thirty')] }],
    [
      'option-count',
      { ...content, options: ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => option(id, `No. ${id}`)) },
    ],
    ['option-text-missing', { ...content, options: [...content.options, option('d', ' ')] }],
    ['duplicate-option-id', { ...content, options: [...content.options, option('a', 'Forty')] }],
    ['duplicate-option-text', { ...content, options: [...content.options, option('d', ' TEN ')] }],
    [
      'option-about-options',
      { ...content, options: [...content.options, option('d', 'All of the above')] },
    ],
    [
      'option-about-options',
      { ...content, options: [...content.options, option('d', 'Both A and C')] },
    ],
    ['key-of-another-item', content, { ...key, item: 'sample-2' }],
    ['key-of-another-item', content, { ...key, version: 2 }],
    ['key-not-an-option', content, { ...key, optionId: 'C' }],
    ['rationale-missing', content, { ...key, rationale: ' ' }],
    ['reference-missing', content, { ...key, reference: '' }],
  ];
  for (const [kind, changed, changedKey] of rows) {
    test(`finds: ${kind}`, () => assert.deepEqual(kinds(changed, changedKey), [kind]));
  }
  test('lists every fault at once', () => {
    assert.deepEqual(kinds({ ...content, stem: '', domain: '' }, { ...key, reference: '' }), [
      'domain-missing',
      'stem-missing',
      'reference-missing',
    ]);
  });
});

describe('a bank of questions', () => {
  const other: ItemContent = { ...content, id: 'sample-2' };
  const otherKey: ItemKey = { ...key, item: 'sample-2' };
  const answer = (items: ItemContent[], keys: ItemKey[]) => {
    const checked = checkedBank(items, keys);
    return checked.ok ? 'sound' : checked.refusal.kind;
  };
  test('is sound when each question is there once with its own key', () =>
    assert.equal(answer([content, other], [otherKey, key]), 'sound'));
  test('may not hold two versions of one question', () =>
    assert.equal(answer([content, { ...content, version: 2 }], [key]), 'two-versions'));
  test('needs a key for each question, and one only', () => {
    assert.equal(answer([content, other], [key]), 'key-missing');
    assert.equal(answer([content], [key, { ...key, optionId: 'a' }]), 'two-keys');
  });
  test('names the question that has a fault', () => {
    const checked = checkedBank([content, { ...other, stem: '' }], [key, otherKey]);
    assert.ok(!checked.ok && checked.refusal.because.includes('sample-2'));
  });
});
