import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accessibleName, description, only, rendered } from '../../../../tests/look/markup.ts';
import { Fieldset } from './fieldset.tsx';

test('the question names the group, the hint and the mistake describe it', () => {
  const root = rendered(
    <Fieldset name="work" label="Where you work" hint="City is enough." error="Enter the city.">
      x
    </Fieldset>,
  );
  const set = only(root, 'fieldset');
  assert.equal(accessibleName(root, set), 'Where you work');
  assert.equal(description(root, set), 'City is enough. Error: Enter the city.');
  assert.equal(set.attributes['aria-invalid'], undefined, 'a plain group cannot be invalid');
});

test('the question can be the heading of the page', () => {
  const root = rendered(
    <Fieldset name="work" label="Where do you work?" asHeading>
      x
    </Fieldset>,
  );
  assert.equal(accessibleName(root, only(root, 'h1')), 'Where do you work?');
});
