import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accessibleName, description, only, rendered } from '../../../../tests/look/markup.ts';
import { TextField } from './text-field.tsx';

test('a text field is named by its label and described by its hint and its mistake', () => {
  const root = rendered(
    <TextField name="mail" label="Email" hint="We write there." error="Enter an email." />,
  );
  const input = only(root, 'input');
  assert.equal(accessibleName(root, input), 'Email');
  assert.equal(description(root, input), 'We write there. Error: Enter an email.');
  assert.equal(input.attributes['aria-invalid'], 'true');
});

test('without a mistake nothing is called invalid', () => {
  const input = only(rendered(<TextField name="mail" label="Email" />), 'input');
  assert.equal(input.attributes['aria-invalid'], undefined);
  assert.equal(input.attributes['aria-describedby'], undefined);
});

test('what was typed comes back exactly, quotes, brackets and other scripts included', () => {
  const typed = `"O’Brien" <b>&amp; الزهراء 王`;
  const input = only(rendered(<TextField name="who" label="Name" value={typed} />), 'input');
  assert.equal(input.attributes['value'], typed);
  assert.equal(input.attributes['dir'], 'auto');
  assert.equal(input.attributes['maxlength'], undefined);
});

test('an optional field is not called required', () => {
  const required = only(rendered(<TextField name="a" label="A" />), 'input');
  const optional = only(rendered(<TextField name="a" label="A" optional />), 'input');
  assert.equal(required.attributes['aria-required'], 'true');
  assert.equal(optional.attributes['aria-required'], undefined);
});
