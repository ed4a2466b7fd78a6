import assert from 'node:assert/strict';
import { test } from 'node:test';
import { only, rendered, words } from '../../../../tests/look/markup.ts';
import { Button } from './button.tsx';

test('a button sends its form, and says which one it was', () => {
  const button = only(rendered(<Button label="Submit" name="then" value="submit" />), 'button');
  assert.equal(button.attributes['type'], 'submit');
  assert.equal(button.attributes['name'], 'then');
  assert.equal(button.attributes['value'], 'submit');
});

test('a button in a list says what it belongs to', () => {
  const button = only(rendered(<Button label="Remove" heardAlso="diploma.pdf" />), 'button');
  assert.equal(words(button), 'Remove diploma.pdf');
});

test('a button may send the form elsewhere', () => {
  const button = only(rendered(<Button label="Withdraw" action="/withdraw" />), 'button');
  assert.equal(button.attributes['formaction'], '/withdraw');
});
