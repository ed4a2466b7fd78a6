import assert from 'node:assert/strict';
import { test } from 'node:test';
import { description, only, rendered } from '../../../../tests/look/markup.ts';
import { NumberField } from './number-field.tsx';

test('a number is typed as text with a numeric keyboard, and comes back as it was typed', () => {
  const input = only(rendered(<NumberField name="m" label="Months" value="two" />), 'input');
  const { type, inputmode, value } = input.attributes;
  assert.deepEqual([type, inputmode, value], ['text', 'numeric', 'two']);
  const decimal = only(rendered(<NumberField name="m" label="Hours" decimals />), 'input');
  assert.equal(decimal.attributes['inputmode'], 'decimal');
});

test('the unit is read with the box', () => {
  const root = rendered(
    <NumberField name="m" label="Months" unit="months" error="Enter a number." />,
  );
  assert.equal(description(root, only(root, 'input')), 'Error: Enter a number. months');
});
