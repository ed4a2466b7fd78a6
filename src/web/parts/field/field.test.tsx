import assert from 'node:assert/strict';
import { test } from 'node:test';
import { byId, named, only, rendered, withClass, words } from '../../../../tests/look/markup.ts';
import { describedBy, errorFor, Field } from './field.tsx';

test('the label belongs to the control of the same name', () => {
  const root = rendered(
    <Field name="city" label="City">
      <input id="city" />
    </Field>,
  );
  assert.equal(only(root, 'label').attributes['for'], 'city');
});

test('the hint is read first and the mistake second', () => {
  assert.equal(describedBy({ name: 'a', label: 'A' }), undefined);
  assert.equal(describedBy({ name: 'a', label: 'A', hint: 'h' }), 'a-hint');
  assert.equal(describedBy({ name: 'a', label: 'A', hint: 'h', error: 'e' }), 'a-hint a-error');
});

test('a mistake says "Error:" to those who cannot see the color, and marks the field', () => {
  const root = rendered(
    <Field name="city" label="City" error="Enter the city you work in.">
      <input id="city" />
    </Field>,
  );
  assert.equal(words(byId(root, 'city-error')), 'Error: Enter the city you work in.');
  assert.equal(withClass(root, 'field-wrong').length, 1);
});

test('what is optional says so in the label', () => {
  const root = rendered(
    <Field name="city" label="City" optional>
      <input id="city" />
    </Field>,
  );
  assert.equal(words(only(root, 'label')), 'City (optional)');
});

test('on a page with one question the label is the heading', () => {
  const root = rendered(
    <Field name="city" label="Which city?" asHeading>
      <input id="city" />
    </Field>,
  );
  assert.equal(named(only(root, 'h1'), 'label').length, 1);
});

test('a field finds its own mistake among all mistakes', () => {
  const mistakes = [{ field: 'a', message: 'one' }];
  assert.equal(errorFor(mistakes, 'a'), 'one');
  assert.equal(errorFor(mistakes, 'b'), undefined);
});
