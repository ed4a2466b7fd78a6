import assert from 'node:assert/strict';
import { test } from 'node:test';
import vm from 'node:vm';
import { buildSync } from 'esbuild';
import { lsat } from '../../../tests/support/response-sets.ts';
import { calibrate } from './calibrate.ts';

const bundled = buildSync({
  stdin: {
    contents: `import { calibrate } from './src/exports/psychometrics.ts'; globalThis.calibrate = calibrate;`,
    resolveDir: process.cwd(),
    loader: 'ts',
  },
  bundle: true,
  platform: 'browser',
  format: 'iife',
  write: false,
}).outputFiles[0]?.text;

/** The log-likelihood that a page without Node finds. */
function inPage(setUp: string): number {
  const { people, items, codes } = lsat('lsat7', ['a', 'b', 'c', 'd', 'e']);
  const page = vm.createContext({ answers: JSON.stringify({ people, items, codes: [...codes] }) });
  vm.runInContext(`${setUp};${bundled}`, page);
  return vm.runInContext(
    `const { people, items, codes } = JSON.parse(answers);
     calibrate({ people, items, codes: Uint8Array.from(codes) }, { model: '2pl', nodes: 61 }).value.logLik`,
    page,
  );
}

test('a page that knows nothing of Node calibrates as the program does, with WebAssembly and without', () => {
  const own = calibrate(lsat('lsat7', ['a', 'b', 'c', 'd', 'e']), { model: '2pl', nodes: 61 });
  assert.ok(own.ok);
  for (const setUp of ['', 'delete globalThis.WebAssembly', 'WebAssembly.Module = undefined']) {
    assert.ok(Math.abs(inPage(setUp) - own.value.logLik) < 1e-8, setUp);
  }
});
