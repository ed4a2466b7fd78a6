import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  accessibleName,
  byId,
  description,
  named,
  only,
  rendered,
} from '../../../../tests/look/markup.ts';
import { CheckboxGroup } from './checkbox-group.tsx';

const choices = [
  { value: 'a', label: 'Hospital' },
  { value: 'b', label: 'Insurer' },
];

test('boxes are native checkboxes in a group named by the question', () => {
  const root = rendered(
    <CheckboxGroup name="work" label="Where?" choices={choices} values={['b']} />,
  );
  assert.equal(accessibleName(root, only(root, 'fieldset')), 'Where?');
  assert.deepEqual(
    named(root, 'input').map((box) => [box.attributes['type'], 'checked' in box.attributes]),
    [
      ['checkbox', false],
      ['checkbox', true],
    ],
  );
});

test('a mistake is read with each box, and the summary finds the first', () => {
  const root = rendered(
    <CheckboxGroup name="work" label="Where?" choices={choices} error="Choose one." />,
  );
  assert.equal(description(root, byId(root, 'work')), 'Error: Choose one.');
  assert.equal(byId(root, 'work-2').attributes['aria-invalid'], 'true');
});
