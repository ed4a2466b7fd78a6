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
import { DateField } from './date-field.tsx';

const typed = { month: 'Feb', day: '30', year: '2027' };

test('a date is a named group of three labeled boxes', () => {
  const root = rendered(<DateField name="issued" label="When was it issued?" />);
  assert.equal(accessibleName(root, only(root, 'fieldset')), 'When was it issued?');
  assert.deepEqual(
    named(root, 'input').map((box) => [accessibleName(root, box), box.attributes['name']]),
    [
      ['Month', 'issued-month'],
      ['Day', 'issued-day'],
      ['Year', 'issued-year'],
    ],
  );
});

test('a date that does not exist comes back as typed, with only the wrong box marked', () => {
  const root = rendered(
    <DateField
      name="issued"
      label="When?"
      value={typed}
      wrong={['day']}
      error="February has 28 days."
    />,
  );
  assert.deepEqual(
    named(root, 'input').map(({ attributes }) => [attributes['value'], attributes['aria-invalid']]),
    [
      ['Feb', undefined],
      ['30', 'true'],
      ['2027', undefined],
    ],
  );
  assert.equal(description(root, byId(root, 'issued-day')), 'Error: February has 28 days.');
});

test('where it is not known which box is wrong, all are marked', () => {
  const root = rendered(<DateField name="issued" label="When?" error="Enter the date." />);
  assert.ok(named(root, 'input').every(({ attributes }) => attributes['aria-invalid'] === 'true'));
});

test('the link in the summary finds the first box by the name of the field', () => {
  const root = rendered(<DateField name="issued" label="When?" error="Enter the date." />);
  assert.equal(byId(root, 'issued').attributes['name'], 'issued-month');
});

test('where only a month is asked there is no box for a day, and the month carries the field’s own id', () => {
  const root = rendered(<DateField name="started" label="When you started" monthOnly />);
  assert.deepEqual(
    named(root, 'input').map(({ attributes }) => [attributes['id'], attributes['name']]),
    [
      ['started', 'started-month'],
      ['started-year', 'started-year'],
    ],
  );
});
