import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { formItems, formMinutes } from '../../casework/form/form.ts';
import { checkedBank, itemProblems } from '../../casework/item/check-item.ts';
import { reviewStatus } from '../../casework/item/item.ts';
import { demonstrationExam, demonstrationKeys, examPrograms } from './demonstration-forms.ts';

const everything = examPrograms.flatMap((program) => {
  const { items } = demonstrationExam(program);
  const keyOf = new Map(demonstrationKeys(program).map((key) => [key.item, key]));
  return items.map((item) => {
    const key = keyOf.get(item.id);
    assert.ok(key);
    return { item, key };
  });
});

describe('the questions of the demonstration', () => {
  test('are 30, 20 and 16, each without fault and with its key, none twice', () => {
    assert.deepEqual(
      examPrograms.map((program) => demonstrationExam(program).items.length),
      [30, 20, 16],
    );
    for (const { item, key } of everything) {
      assert.deepEqual(itemProblems(item, key), [], item.id);
    }
    const bank = checkedBank(
      everything.map((row) => row.item),
      everything.map((row) => row.key),
    );
    assert.ok(bank.ok);
    assert.equal(new Set(everything.map((row) => row.item.stem)).size, 66);
  });
  test('are all unreviewed, because no human expert has signed them', () => {
    for (const { item, key } of everything) {
      assert.equal(reviewStatus(item, key), 'unreviewed');
    }
  });
  test('have their keys spread evenly over the options of each exam', () => {
    for (const program of examPrograms) {
      const keys = demonstrationKeys(program);
      for (const option of ['a', 'b', 'c', 'd']) {
        const share = keys.filter((key) => key.optionId === option).length;
        assert.ok(Math.abs(share - keys.length / 4) < 1, `${program}: ${share} keys on ${option}`);
      }
    }
  });
  test('do not give the key away by its length', () => {
    const rows = everything.map(({ item, key }) => {
      const lengths = item.options.map((option) => option.text.length);
      const right = item.options.find((option) => option.id === key.optionId)?.text.length ?? 0;
      const wrong =
        (lengths.reduce((sum, length) => sum + length, 0) - right) / (lengths.length - 1);
      return { longest: right > 0 && right === Math.max(...lengths), ratio: right / wrong };
    });
    const longest = rows.filter((row) => row.longest).length / rows.length;
    const ratio = rows.reduce((sum, row) => sum + row.ratio, 0) / rows.length;
    assert.ok(longest > 0.15 && longest < 0.35, `the key is the longest option in ${longest}`);
    assert.ok(ratio > 0.95 && ratio < 1.05, `keys are ${ratio} times as long as other options`);
  });
});

describe('the exams of the demonstration', () => {
  test('follow the outline: 9, 4, 6, 3, 3, 5 on the CCM rules; 5 each on the CDMS rules; 4 each in two parts', () => {
    const counts = examPrograms.map((program) =>
      demonstrationExam(program).form.parts.map((part) => part.domains.map((row) => row.items)),
    );
    assert.deepEqual(counts, [
      [[9, 4, 6, 3, 3, 5]],
      [[5, 5, 5, 5]],
      [
        [4, 4],
        [4, 4],
      ],
    ]);
  });
  test('mark every share that the owner has not published', () => {
    const unset = demonstrationExam('larkspur-care').form.parts[0]?.domains.filter(
      (row) => row.basis === 'even-share',
    );
    assert.deepEqual(
      unset?.map((row) => row.id),
      ['quality', 'rehabilitation'],
    );
    const work = demonstrationExam('larkspur-work').form.parts[0]?.domains;
    assert.ok(work?.every((row) => row.basis === 'even-share'));
  });
  test('are demonstration forms of one minute a question, with a passing score that nobody has judged', () => {
    for (const program of examPrograms) {
      const { form } = demonstrationExam(program);
      assert.equal(form.kind, 'demonstration');
      assert.equal(formMinutes(form), formItems(form).length);
      assert.ok(form.parts.every((part) => part.cut.setBy === 'nobody'));
    }
  });
  test('hold no key, no rationale and no reference among what a candidate is sent', () => {
    for (const program of examPrograms) {
      const sent = JSON.stringify(demonstrationExam(program));
      for (const key of demonstrationKeys(program)) {
        assert.ok(!sent.includes(JSON.stringify(key.rationale)), key.item);
        assert.ok(!sent.includes(JSON.stringify(key.reference)), key.item);
      }
      assert.doesNotMatch(sent, /"best"|"optionId"|"rationale"/);
    }
  });
});
