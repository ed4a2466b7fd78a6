import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pageOfLines } from './paging.ts';

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

test('the pages of a search are pages of that search', () => {
  const found = pageOfLines(lines, {
    ...{ path: '/desk/complaints', query: { page: '2' }, size: 25, search: 'Ngũgĩ & Sons' },
  });
  const way = (at: string | undefined) => new URL(at ?? '', 'http://localhost').searchParams;
  assert.equal(way(found.pages?.previous).get('search'), 'Ngũgĩ & Sons');
  assert.equal(way(found.pages?.previous).get('page'), null);
  assert.equal(way(found.pages?.next).get('search'), 'Ngũgĩ & Sons');
  assert.equal(way(found.pages?.next).get('page'), '3');
});

test('a page that there is not is the first', () => {
  for (const page of ['0', '4', '-1', '1.5', 'x', '1e9']) {
    assert.deepEqual(asked(page), asked('1'));
  }
});
