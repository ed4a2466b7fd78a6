import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { before, describe, test } from 'node:test';
import { openings } from './openings.ts';
import { pledge } from './pledge.ts';
import { renewal } from './renewal.ts';
import { studies } from './studies.ts';

interface Text {
  readonly path: string;
  readonly text: string;
}

/** Every text of an area. Functions are called with texts that are numbers too, which suits both kinds of arguments. */
function texts(of: unknown, path: string): Text[] {
  if (typeof of === 'string') return [{ path, text: of }];
  if (typeof of === 'function') return texts(of('2', '3', '4'), `${path}()`);
  if (typeof of !== 'object' || of === null) return [];
  return Object.entries(of).flatMap(([name, value]) => texts(value, `${path}.${name}`));
}

const folder = 'src/web/words';
const areas = readdirSync(folder).filter(
  (file) => !file.includes('.test.') && file !== 'refusals.ts',
);
describe('the words of the product', () => {
  const all: Text[] = [];

  before(async () => {
    for (const area of areas) all.push(...texts({ ...(await import(`./${area}`)) }, area));
  });

  test('no sentence begs, shouts, or joins clauses with a long dash', () => {
    assert.ok(all.length > 300, `${all.length} texts were found`);
    for (const { path, text } of all) assert.doesNotMatch(text, /\bplease\b|!|\u2014/i, path);
  });

  test('spelling is American, apostrophes and quotation marks are typographic', () => {
    const british =
      /\b(?:programme|licence|centre|colour|behaviour|honour|favour|organis|recognis)/i;
    for (const { path, text } of all) {
      assert.doesNotMatch(text, british, path);
      assert.doesNotMatch(text, /\w'\w/, path);
      assert.doesNotMatch(text, /"/, path);
    }
  });

  test('nothing is written in capitals to be noticed, and no text is empty', () => {
    const allowed =
      /WCAG|SHA|AA|URL|PDF|JPEG|PNG|CCM|CDMS|C2SP|JSON|SVG|CSV|LCC|LWS|LHN|US|MB|NCCA|ISO|ID|DEMONSTRATION/g;
    for (const { path, text } of all) {
      assert.notEqual(text.trim(), '', path);
      assert.doesNotMatch(text.replace(allowed, ''), /\b[A-Z]{3,}\b/, path);
    }
  });
});

test('one of a thing is told as one', () => {
  const told = [
    pledge.tally(11, 12),
    studies.published(1),
    studies.one.tasksAre(1, 1),
    openings.desk.told(1),
    openings.desk.refillLead(3, 1, 1),
    renewal.my.waiting(1),
    renewal.my.leftOut('ethics', 1),
  ];
  for (const sentence of told) {
    assert.doesNotMatch(
      sentence,
      /\b(?:1|one) (?:people|tasks|domains|hours|lines|are|were|have|wait)\b/i,
      sentence,
    );
    assert.doesNotMatch(sentence, /\b1 (?:person|task|hour)\b[^.]*\b(?:are|were|have|wait)\b/);
  }
});
