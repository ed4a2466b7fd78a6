import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  accessibleName,
  description,
  named,
  only,
  rendered,
} from '../../../../tests/look/markup.ts';
import { Select } from './select.tsx';

const options = [
  { value: 'GU', label: 'Guam' },
  { value: 'PR', label: 'Puerto Rico' },
];

test('nothing is chosen for the person; what was chosen comes back', () => {
  const chosen = (value?: string) =>
    named(rendered(<Select name="s" label="State" options={options} value={value} />), 'option')
      .filter(({ attributes }) => 'selected' in attributes)
      .map(({ attributes }) => attributes['value']);
  assert.deepEqual(chosen(), ['']);
  assert.deepEqual(chosen('PR'), ['PR']);
});

test('a select is named and described like every field', () => {
  const root = rendered(
    <Select name="s" label="State" options={options} error="Choose a state." />,
  );
  assert.equal(accessibleName(root, only(root, 'select')), 'State');
  assert.equal(description(root, only(root, 'select')), 'Error: Choose a state.');
});
