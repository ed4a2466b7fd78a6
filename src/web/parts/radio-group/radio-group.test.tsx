import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  accessibleName,
  byId,
  description,
  named,
  only,
  rendered,
  words,
} from '../../../../tests/look/markup.ts';
import { RadioGroup } from './radio-group.tsx';

const choices = [
  { value: 'yes', label: 'Yes', hint: 'You worked together.' },
  { value: 'no', label: 'No' },
  { value: 'unsaid', label: 'Prefer not to say', apart: true },
];

test('choices are native radio buttons of one name, each with its own label', () => {
  const root = rendered(<RadioGroup name="know" label="Do you know them?" choices={choices} />);
  assert.equal(accessibleName(root, only(root, 'fieldset')), 'Do you know them?');
  assert.deepEqual(
    named(root, 'input').map((input) => [
      input.attributes['type'],
      input.attributes['name'],
      accessibleName(root, input),
    ]),
    [
      ['radio', 'know', 'Yes'],
      ['radio', 'know', 'No'],
      ['radio', 'know', 'Prefer not to say'],
    ],
  );
});

test('nothing is chosen in advance, and what was chosen comes back chosen', () => {
  const chosen = (value?: string) =>
    named(rendered(<RadioGroup name="k" label="K" choices={choices} value={value} />), 'input')
      .filter(({ attributes }) => 'checked' in attributes)
      .map(({ attributes }) => attributes['value']);
  assert.deepEqual(chosen(), []);
  assert.deepEqual(chosen('no'), ['no']);
});

test('the note of a choice describes it, and the word "or" sets the last one apart', () => {
  const root = rendered(<RadioGroup name="know" label="Know?" choices={choices} />);
  assert.equal(description(root, byId(root, 'know')), 'You worked together.');
  assert.deepEqual(named(root, 'p').map(words), ['or']);
});

test('a mistake belongs to the whole group, and the summary finds its first choice', () => {
  const root = rendered(
    <RadioGroup name="know" label="Know?" choices={choices} error="Choose one." />,
  );
  const group = only(root, 'fieldset');
  assert.equal(group.attributes['role'], 'radiogroup');
  assert.equal(group.attributes['aria-invalid'], 'true');
  assert.equal(description(root, group), 'Error: Choose one.');
  assert.equal(byId(root, 'know').attributes['value'], 'yes');
});
