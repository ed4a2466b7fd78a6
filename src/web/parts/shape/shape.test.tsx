import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderToStaticMarkup } from 'react-dom/server';
import { only, rendered } from '../../../../tests/look/markup.ts';
import { Shape, type ShapeName } from './shape.tsx';

const names: readonly ShapeName[] = [
  'diamond',
  'disc',
  'ring',
  'half',
  'triangle',
  'cross',
  'tick',
];

test('a shape is never read aloud', () => {
  for (const name of names)
    assert.equal(only(rendered(<Shape name={name} />), 'svg').attributes['aria-hidden'], 'true');
});

test('no two shapes look alike', () => {
  const drawn = names.map((name) => renderToStaticMarkup(<Shape name={name} />));
  assert.equal(new Set(drawn).size, names.length);
});
