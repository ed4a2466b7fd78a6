import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const FOLDER = 'src/storage/tables';

test('no row is looked for by a key turned into text: that reads the whole table, however many people are in it', () => {
  const files = readdirSync(FOLDER).filter(
    (name) => /\.ts$/.test(name) && !name.includes('.test.'),
  );
  assert.ok(files.length > 30);
  const found = files.flatMap((name) =>
    readFileSync(`${FOLDER}/${name}`, 'utf8')
      .split('\n')
      .filter((line) =>
        /(?:id|person|matter|sitting)::text\s*(?:=|in\b)|=\s*\w+\.(?:id|person|matter|sitting)::text/.test(
          line,
        ),
      )
      .map((line) => `${name}: ${line.trim()}`),
  );
  assert.deepEqual(found, []);
});
