import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fullServer } from '../support/full-server.ts';
import { Visitor } from '../support/visitor.ts';

const seen = async (path: string) => await new Visitor((await fullServer()).address).see(path);

describe('the code of conduct over the web', () => {
  test('a stranger reads the code of each program from the program’s page', {
    timeout: 300_000,
  }, async () => {
    for (const id of ['larkspur-navigator', 'larkspur-care', 'ccm', 'cdms']) {
      const program = await seen(`/programs/${id}`);
      assert.match(program.text, new RegExp(`href="/programs/${id}/code"`));
      assert.equal((await seen(`/programs/${id}/code`)).status, 200);
    }
  });
  test('a version and a comparison have addresses; the older version comes first', async () => {
    const at = '/programs/larkspur-navigator/code';
    assert.match((await seen(`${at}?version=2023`)).text, /Use of the title/);
    const given = await seen(`${at}/changes?from=2026&to=2023`);
    const usual = await seen(`${at}/changes`);
    const main = (text: string) => /<main.*<\/main>/s.exec(text)?.[0];
    assert.equal(main(given.text), main(usual.text));
    assert.match(
      usual.text,
      /The version of January 1, 2023 beside the version of January 1, 2026/,
    );
  });
  test('what does not exist is not found', async () => {
    for (const path of [
      '/programs/nobody/code',
      '/programs/larkspur-navigator/code?version=1999',
      '/programs/ccm/code/changes',
      '/programs/larkspur-navigator/code/changes?from=2026&to=2026',
    ]) {
      assert.equal((await seen(path)).status, 404, path);
    }
  });
});
