import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pageOfFound, pageOfLines } from './paging.ts';

const lines = Array.from({ length: 51 }, (_, place) => place);
const asked = (page: string) =>
  pageOfLines(lines, { path: '/desk/complaints', query: { page }, size: 25 });

test('a list that fits stands whole, with no way on', () => {
  const all = pageOfLines([1, 2], { path: '/notices', query: {}, size: 25 });
  assert.deepEqual(all, { shown: [1, 2], pages: undefined });
});

test('each line stands on one page, in order, and the first page has the plain address', () => {
  const pages = ['', '2', '3'].map(asked);
  assert.deepEqual(
    pages.flatMap(({ shown }) => shown),
    lines,
  );
  assert.deepEqual(
    pages.map(({ pages: way }) => [way?.previous, way?.next]),
    [
      [undefined, '/desk/complaints?page=2'],
      ['/desk/complaints', '/desk/complaints?page=3'],
      ['/desk/complaints?page=2', undefined],
    ],
  );
  assert.equal(pages[2]?.pages?.here, '51 of 51');
  assert.equal(pages[1]?.pages?.here, '26 to 50 of 51');
});

test('the pages of a search are pages of that search, and no address holds what was searched for', () => {
  const found = pageOfFound(lines, { form: { page: '2' }, size: 25, search: 'Ngũgĩ & Sons' });
  assert.deepEqual(found.shown, lines.slice(25, 50));
  assert.deepEqual(found.foundPages, {
    ...{ here: '26 to 50 of 51', search: 'Ngũgĩ & Sons', previous: 1, next: 3 },
  });
  const few = pageOfFound([1, 2], { form: {}, size: 25, search: 'a' });
  assert.deepEqual(few, { shown: [1, 2], foundPages: undefined });
});

test('a page that there is not is the first', () => {
  for (const page of ['0', '4', '-1', '1.5', 'x', '1e9']) {
    assert.deepEqual(asked(page), asked('1'));
  }
});
