import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentCleaner } from './cleaner.ts';
import { plainPdf } from './plain-pdf.ts';

test('lines become a PDF that the product itself accepts, whatever script a name is written in', async () => {
  for (const lines of [
    ['Name: Zoë Nakamura-O’Brien', 'Standing: Active'],
    ['Name: 김 서연', `Note: ${'a long line '.repeat(30)}`],
    [],
  ]) {
    const bytes = await plainPdf('License', lines);
    const cleaned = await documentCleaner.clean(bytes);
    assert.ok(cleaned.ok, cleaned.ok ? '' : cleaned.refusal.because);
    assert.ok(bytes.length < 20_000, String(bytes.length));
  }
});
