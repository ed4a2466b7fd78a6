/** The tests of one process: the pure layers first, then the database, then the browser. */
// biome-ignore lint/correctness/useImportExtensions: the module is meant, not the declaration beside it.
import { testFiles } from '../scripts/test-files.mjs';

// As the program itself runs: what React checks in development costs half of every page.
process.env['NODE_ENV'] ??= 'production';

const words = (process.env['EVENHAND_TESTS'] ?? '').split(',').filter((word) => word !== '');
const half = process.env['EVENHAND_HALF'] ?? '';

for (const file of testFiles(words, half === '' ? undefined : half)) {
  await import(`../${file}`);
}
