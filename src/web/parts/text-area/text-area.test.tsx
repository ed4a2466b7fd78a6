import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderToStaticMarkup } from 'react-dom/server';
import { accessibleName, description, only, rendered } from '../../../../tests/look/markup.ts';
import { TextArea } from './text-area.tsx';

test('a text area is named and described like every field', () => {
  const root = rendered(
    <TextArea name="why" label="Reason" hint="One sentence." error="Say why." />,
  );
  const area = only(root, 'textarea');
  assert.equal(accessibleName(root, area), 'Reason');
  assert.equal(description(root, area), 'One sentence. Error: Say why.');
});

test('a text that starts with an empty line keeps it: HTML drops one line feed, so two are written', () => {
  const html = renderToStaticMarkup(<TextArea name="why" label="Reason" value={'\nfirst'} />);
  assert.match(html, />\n\nfirst<\/textarea>/);
});
