import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { date } from '../../kernel/dates/civil-date.ts';
import { type Item, type ItemKey, itemFrom, itemHash, keyHash } from '../item/item.ts';
import { assembleForm, type FormPlan, type PartPlan } from './assemble-form.ts';
import { demonstrationCut, formHash, formItems, formMinutes } from './form.ts';

const keyFor = (item: string): ItemKey => ({
  item,
  version: 1,
  optionId: 'b',
  rationale: 'CANARY-KEY because',
  reference: 'a public page',
});
function questions(domain: string, count: number, experts: readonly string[] = []): Item[] {
  return Array.from({ length: count }, (_, place) => {
    const content = {
      id: `${domain}-${place}`,
      version: 1,
      domain,
      stem: `Question ${place} of ${domain}?`,
      options: ['a', 'b', 'c'].map((id) => ({ id, text: `Answer ${id}` })),
    };
    const reviews = experts.map((expert) => ({
      expert,
      expertise: 'RN',
      on: date('2026-03-02'),
      itemHash: itemHash(content),
      keyHash: keyHash(keyFor(content.id)),
    }));
    return itemFrom(content, 'writer', reviews);
  });
}
const keysOf = (items: readonly Item[]): ItemKey[] => items.map((item) => keyFor(item.id));
const part = (change: Partial<PartPlan> = {}): PartPlan => ({
  id: 'whole',
  title: 'The exam',
  outline: [
    { id: 'care', title: 'Care', percent: 60 },
    { id: 'law', title: 'Law', percent: null },
  ],
  items: 5,
  minutes: 5,
  cut: demonstrationCut(3),
  ...change,
});
const plan = (change: Partial<FormPlan> = {}): FormPlan => ({
  id: 'form-a',
  program: 'larkspur-care',
  outline: '2025-08',
  kind: 'demonstration',
  parts: [part()],
  seed: 'form-a',
  enemies: [],
  ...change,
});
const bank = [...questions('care', 6), ...questions('law', 4)];
const built = (asked: FormPlan, items: readonly Item[] = bank) => {
  const form = assembleForm(asked, items, keysOf(items));
  assert.ok(form.ok, form.ok ? '' : form.refusal.because);
  return form.value;
};
const refused = (asked: FormPlan, items: readonly Item[] = bank, keys = keysOf(items)): string => {
  const form = assembleForm(asked, items, keys);
  return form.ok ? 'built' : form.refusal.kind;
};
const ids = (asked: FormPlan, items?: readonly Item[]): string[] =>
  formItems(built(asked, items)).map((row) => row.item);

describe('a form', () => {
  test("holds the outline's number of questions from each domain, each once", () => {
    const drawn = ids(plan());
    assert.equal(new Set(drawn).size, 5);
    assert.equal(drawn.filter((id) => id.startsWith('care')).length, 3);
    assert.deepEqual(
      built(plan()).parts[0]?.domains.map(({ id, items, basis }) => [id, items, basis]),
      [
        ['care', 3, 'published'],
        ['law', 2, 'even-share'],
      ],
    );
  });
  test('is the same for the same seed and bank, whatever the order of the bank; another seed gives another', () => {
    assert.deepEqual(built(plan()), built(plan(), bank.toReversed()));
    assert.notDeepEqual(ids(plan()), ids(plan({ seed: 'form-b' })));
  });
  test('holds no key, no rationale and no text of a question', () => {
    assert.doesNotMatch(JSON.stringify(built(plan())), /CANARY|optionId|Question \d/);
  });
  test('has a hash that follows its content', () => {
    const form = built(plan());
    assert.equal(form.hash, formHash(form));
    const [first] = form.parts;
    assert.ok(first);
    assert.notEqual(
      form.hash,
      formHash({ ...form, parts: [{ ...first, cut: demonstrationCut(2) }] }),
    );
  });
  test('may have two parts; its minutes are the sum of theirs, and no question stands in both', () => {
    const two = built(
      plan({
        parts: [part(), part({ id: 'second', items: 4, minutes: 6, cut: demonstrationCut(1) })],
      }),
      [...questions('care', 6), ...questions('law', 4)],
    );
    assert.equal(formMinutes(two), 11);
    assert.equal(new Set(formItems(two).map((row) => row.item)).size, 9);
  });
  test("says that nobody judged a demonstration's passing score", () => {
    const cut = built(plan()).parts[0]?.cut;
    assert.equal(cut?.setBy, 'nobody');
    assert.match(cut?.how ?? '', /No panel of experts judged it/);
  });
  test('never holds two questions that give each other away (C18)', () => {
    const enemies: [string, string][] = [
      ['care-0', 'care-1'],
      ['care-2', 'law-0'],
    ];
    for (let seed = 0; seed < 200; seed += 1) {
      const drawn = new Set(ids(plan({ enemies, seed: `s${seed}` })));
      for (const [a, b] of enemies) {
        assert.ok(!(drawn.has(a) && drawn.has(b)), `${a} and ${b} are both in the form`);
      }
    }
  });
  test('building a second form leaves the first as it was (C18)', () => {
    const first = built(plan());
    const before = JSON.stringify(first);
    built(plan({ id: 'form-b', seed: 'form-b' }));
    assert.equal(JSON.stringify(first), before);
  });
});

describe('an operational form', () => {
  const panelCut = { raw: 3, setBy: 'panel', how: 'Modified Angoff, 12 judges.' } as const;
  const operational = plan({ kind: 'operational', parts: [part({ cut: panelCut })] });
  test('is built from questions that two experts have signed', () => {
    const signed = [...questions('care', 6, ['e1', 'e2']), ...questions('law', 4, ['e1', 'e3'])];
    assert.equal(built(operational, signed).kind, 'operational');
  });
  test('refuses questions with no signature or one, and names them; a demonstration form takes them', () => {
    const half = [...questions('care', 6, ['e1', 'e2']), ...questions('law', 4, ['e1'])];
    const form = assembleForm(operational, half, keysOf(half));
    assert.ok(!form.ok && form.refusal.kind === 'not-signed');
    assert.match(form.refusal.because, /law-\d, law-\d$/);
    assert.equal(refused(plan(), half), 'built');
  });
  test('refuses a passing score that no panel has set', () => {
    const signed = [...questions('care', 6, ['e1', 'e2']), ...questions('law', 4, ['e1', 'e2'])];
    assert.equal(refused(plan({ kind: 'operational' }), signed), 'cut-set-by-nobody');
  });
});

describe('refuses', () => {
  const rows: [string, FormPlan, Item[]?, ItemKey[]?][] = [
    ['no-parts', plan({ parts: [] })],
    ['part-twice', plan({ parts: [part(), part()] })],
    ['cut-out-of-range', plan({ parts: [part({ cut: demonstrationCut(0) })] })],
    ['cut-out-of-range', plan({ parts: [part({ cut: demonstrationCut(6) })] })],
    ['cut-out-of-range', plan({ parts: [part({ cut: demonstrationCut(3.5) })] })],
    ['minutes-missing', plan({ parts: [part({ minutes: 0 })] })],
    ['outline-empty', plan({ parts: [part({ outline: [] })] })],
    ['too-few-items', plan(), questions('care', 6)],
    ['key-missing', plan(), bank, keysOf(bank).slice(1)],
    [
      'two-versions',
      plan(),
      [...bank, { ...(bank[0] ?? questions('care', 1)[0]), version: 2 } as Item],
    ],
  ];
  for (const [kind, asked, items, keys] of rows) {
    test(kind, () => assert.equal(refused(asked, items, keys), kind));
  }
  test('a shortage names the domain and the numbers', () => {
    const form = assembleForm(plan(), questions('care', 6), keysOf(questions('care', 6)));
    assert.ok(!form.ok);
    assert.equal(
      form.refusal.because,
      'Law needs 2 questions and the bank gives 0 that may stand together',
    );
  });
});
