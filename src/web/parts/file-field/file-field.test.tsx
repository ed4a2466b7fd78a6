import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  accessibleName,
  description,
  named,
  only,
  rendered,
  words,
} from '../../../../tests/look/markup.ts';
import { FileField } from './file-field.tsx';

test('a file box is named and described like every field, and says which kinds it offers', () => {
  const root = rendered(
    <FileField
      name="f"
      label="Your license"
      hint="PDF up to 15 MB."
      accept=".pdf"
      error="Empty."
    />,
  );
  const input = only(root, 'input');
  assert.equal(accessibleName(root, input), 'Your license');
  assert.equal(description(root, input), 'PDF up to 15 MB. Error: Empty.');
  assert.equal(input.attributes['accept'], '.pdf');
});

test('what is already uploaded is listed by name', () => {
  const root = rendered(<FileField name="f" label="F" uploaded={['a.pdf', 'b.png']} />);
  assert.deepEqual(named(root, 'li').map(words), ['Uploaded: a.pdf', 'Uploaded: b.png']);
});
