import assert from 'node:assert/strict';
import { test } from 'node:test';
import { only, rendered } from '../../../../tests/look/markup.ts';
import { LinkButton } from './link-button.tsx';

test('it is a link, not a button, and takes no role of one', () => {
  const link = only(rendered(<LinkButton href="/apply" label="Start" />), 'a');
  assert.equal(link.attributes['href'], '/apply');
  assert.equal(link.attributes['role'], undefined);
});

test('a file is offered under its own name', () => {
  const link = only(rendered(<LinkButton href="/f" label="Save" saveAs="a.json" />), 'a');
  assert.equal(link.attributes['download'], 'a.json');
});
