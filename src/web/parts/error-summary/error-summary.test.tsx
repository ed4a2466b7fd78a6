import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  accessibleName,
  named,
  rendered,
  withClass,
  words,
} from '../../../../tests/look/markup.ts';
import { ErrorSummary } from './error-summary.tsx';

const mistakes = [
  { field: 'mail', message: 'Enter an email.' },
  { field: 'issued', message: 'Enter a date.' },
];

test('the summary takes the focus without a script and is called by its heading', () => {
  const root = rendered(<ErrorSummary mistakes={mistakes} />);
  const [box] = withClass(root, 'error-summary');
  assert.ok(box !== undefined && 'autofocus' in box.attributes);
  assert.equal(box.attributes['tabindex'], '-1');
  assert.equal(box.attributes['role'], 'alert');
  assert.equal(accessibleName(root, box), 'There are 2 things to fix');
});

test('each line leads to its field and says the same as the field', () => {
  const links = named(rendered(<ErrorSummary mistakes={mistakes} />), 'a');
  assert.deepEqual(
    links.map((link) => [link.attributes['href'], words(link)]),
    [
      ['#mail', 'Enter an email.'],
      ['#issued', 'Enter a date.'],
    ],
  );
});

test('without mistakes there is no summary', () => {
  assert.deepEqual(rendered(<ErrorSummary mistakes={[]} />).inside, []);
});
