import assert from 'node:assert/strict';
import { test } from 'node:test';
import { named, only, rendered, words } from '../../../../tests/look/markup.ts';
import { Breadcrumbs } from './breadcrumbs.tsx';

test('one place above is a link back to it', () => {
  const root = rendered(<Breadcrumbs above={[{ href: '/programs', label: 'Programs' }]} />);
  assert.equal(words(only(root, 'a')), 'Back to Programs');
  assert.equal(named(root, 'ol').length, 0);
});

test('several places above are a list in order, inside a named navigation', () => {
  const root = rendered(
    <Breadcrumbs
      above={[
        { href: '/desk', label: 'Your desk' },
        { href: '/desk/fees', label: 'Fees' },
      ]}
    />,
  );
  assert.deepEqual(named(root, 'li').map(words), ['Your desk', 'Fees']);
  assert.equal(only(root, 'nav').attributes['aria-label'], 'Where you are');
});
