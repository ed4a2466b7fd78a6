import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { extractText, getDocumentProxy } from 'unpdf';
import { asTheyAre, EVERY_LETTER, envelope } from '../../../tests/support/letters.ts';
import { type Letter, letter, points, says, section } from '../../reporting/letters/letter.ts';
import { letterPrinter } from './letter-printer.ts';

const printer = letterPrinter(process.cwd());

async function printed(one: Letter, by = printer): Promise<Uint8Array> {
  const answer = await by.pdf(one);
  assert.ok(answer.ok, answer.ok ? '' : answer.refusal.because);
  return answer.value;
}

async function opened(bytes: Uint8Array) {
  const document = await getDocumentProxy(Uint8Array.from(bytes), { verbosity: 0 });
  const { text } = await extractText(document, { mergePages: true });
  return { document, text };
}

/** Where a line breaks is no matter of what a letter says. */
const joined = (text: string): string => text.replaceAll(/\s+/gu, '');

const fontsOf = (bytes: Uint8Array): readonly string[] =>
  [
    ...Buffer.from(bytes)
      .toString('latin1')
      .matchAll(/\/BaseFont\s*\/(\S+)/g),
  ].map(([, font = '']) => font);

/** A letter that says these words in an address, a salutation, prose, a list, facts and a table. */
const saying = (words: string): Letter =>
  letter(
    { ...envelope(words), label: 'C-2026-0018' },
    {
      reader: 'respondent',
      kind: 'ended',
      title: 'A letter',
      opening: [says(`Told: ${words}`)],
      sections: [
        section('list', 'A list', points([words])),
        section('facts', 'Facts', { kind: 'facts', facts: [[`Word ${words}`, words]] }),
        section('table', 'A table', {
          kind: 'table',
          table: {
            caption: 'Words',
            columns: [
              { heading: 'Name', align: 'left' },
              { heading: 'Count', align: 'right' },
            ],
            rows: [[words, '1']],
          },
        }),
      ],
    },
  );
/** The name in the address and the salutation, and the words once each elsewhere. */
const TIMES = 7;

describe('a letter on paper', () => {
  for (const { name, write, says: said, saysNot } of EVERY_LETTER) {
    test(`${name}: read back, it holds every fact and nothing of other readers`, async () => {
      const { text } = await opened(await printed(write(asTheyAre)));
      const held = joined(text);
      for (const words of ['C-2026-0017', 'Friday, May 29, 2026', 'Springfield', ...said]) {
        assert.ok(held.includes(joined(words)), `"${words}" is missing in ${text}`);
      }
      for (const words of saysNot) {
        assert.equal(held.includes(joined(words)), false, words);
      }
    });
  }

  test('is PDF/UA-1: marked so, with title, language, headings, lists and tables for a screen reader', async () => {
    const { document } = await opened(await printed(saying('Wójcik')));
    const { info, metadata } = await document.getMetadata();
    assert.equal(metadata.get('pdfuaid:part'), '1');
    const { Title, Language } = info as Readonly<Record<string, unknown>>;
    assert.deepEqual({ Title, Language }, { Title: 'A letter', Language: 'en-US' });
    assert.equal((await document.getMarkInfo())?.Marked, true);
    const roles = JSON.stringify(await (await document.getPage(1)).getStructTree());
    for (const role of ['H1', 'H2', 'P', 'L', 'LI', 'Table', 'TH', 'TD']) {
      assert.match(roles, new RegExp(`"role":"${role}"`), role);
    }
  });

  test('the same letter gives the same bytes, from another printer too, and another gives others', async () => {
    const first = await printed(saying('欧阳国'));
    assert.deepEqual(await printed(saying('欧阳国')), first);
    assert.deepEqual(await printed(saying('欧阳国'), letterPrinter(process.cwd())), first);
    assert.notDeepEqual(await printed(saying('欧阳囯')), first);
  });

  test('names in many scripts are printed, and can be read out of the file again', async () => {
    for (const name of [
      'Nguyễn Thị Ánh Tuyết',
      'Łukasz Brzęczyszczykiewicz',
      'Ελένη Παπαδοπούλου',
      'Алексей Бойко',
      'אביגיל כהן',
      '欧阳国 諸葛亮',
      '渡邊 あかり タカ',
      '김서연',
      'ᏣᎳᎩ ᎤᏬᏯ',
      'ᐃᓄᒃ',
      'አበበ ቢቂላ',
      'Գայանե გიორგი',
      'สมชาย ສົມ',
    ]) {
      const { text } = await opened(await printed(saying(name)));
      for (const word of name.split(' ')) {
        assert.equal(joined(text).split(joined(word)).length - 1, TIMES, `${word} in ${text}`);
      }
    }
  });

  // The reader of this test does not know the order of letters in these; that none is missing the standard sees to.
  test('scripts that join their letters are printed with their own fonts', async () => {
    for (const [name, font] of [
      ['محمد الحسيني', 'arabic'],
      ['अनिल त्रिपाठी', 'devanagari'],
      ['চট্টোপাধ্যায়', 'bengali'],
      ['முருகன்', 'tamil'],
      ['પટેલ', 'gujarati'],
      ['ਸਿੰਘ', 'gurmukhi'],
      ['రావు', 'telugu'],
      ['ಶೆಟ್ಟಿ', 'kannada'],
      ['നായർ', 'malayalam'],
      ['සිල්වා', 'sinhala'],
      ['မောင်', 'myanmar'],
      ['សុខ', 'khmer'],
    ] as const) {
      const bytes = await printed(saying(name));
      assert.ok(
        fontsOf(bytes).some((one) => one.includes(`noto-sans-${font}`)),
        font,
      );
      const { text } = await opened(bytes);
      for (const sign of name.replaceAll(' ', '').normalize('NFC')) {
        assert.ok(text.includes(sign), `${sign} of ${name} in ${text}`);
      }
    }
  });

  test('no font of the machine gets into a letter', async () => {
    for (const name of ['Wójcik', 'محمد', '欧阳国', '김서연', '🙂', 'Ə ǯ ḫ ʻ']) {
      const fonts = fontsOf(await printed(saying(name)));
      assert.ok(fonts.length > 1);
      for (const font of fonts) {
        assert.match(font, /^[A-Z]{6}\+evenhand-/);
      }
    }
  });

  test('what a telephone can type is printed: emoji, arrows, currencies', async () => {
    const { text } = await opened(await printed(saying('🙂 😡 👍 → ✓ ₹ € “so”…')));
    assert.ok(text.includes('🙂') && text.includes('→'), text);
  });

  test('a name for which there is no font is refused with its letters, and nothing is printed', async () => {
    const answer = await printer.pdf(saying('𞤀𞤣𞤤𞤢𞤥'));
    assert.equal(answer.ok ? '' : answer.refusal.kind, 'letter-not-printed');
    assert.match(answer.ok ? '' : answer.refusal.because, /"𞤀" \(U\+1E900\)/);
    await printed(saying('Wójcik'));
  });

  test('what looks like markup, code or a file stays text', async () => {
    for (const words of [
      '#import "/etc/passwd"',
      '#read("letter.typ")',
      '#panic("x")',
      '*bold* _soft_ `raw` $x^2$',
      '] } ) ]] #{',
      '= Heading',
      '<label> @reference',
      '\\ \\u{41} // gone /* gone */',
      '"}], "title": "other',
      '{{name}} %s %(name)',
    ]) {
      const { text, document } = await opened(await printed(saying(words)));
      assert.equal(joined(text).split(joined(words)).length - 1, TIMES, `${words} in ${text}`);
      const { Title } = (await document.getMetadata()).info as Readonly<Record<string, unknown>>;
      assert.equal(Title, 'A letter');
    }
  });

  test('signs that nobody sees do not turn or hide what is said', async () => {
    const plain = await printed(saying('Fine: 10'));
    assert.deepEqual(await printed(saying('Fi\u00adne\u200b: \u202e10')), plain);
    await printed(saying('one\ttwo\u0007'));
    await printed(saying('half a \ud83d pair'));
  });

  test('line ends that somebody typed stay, and long words do not stop the printing', async () => {
    const { text } = await opened(await printed(saying('first\nsecond\n\nthird')));
    assert.ok(joined(text).includes('firstsecondthird'));
    await printed(saying('x'.repeat(3000)));
    const { document } = await opened(await printed(saying('long '.repeat(3000))));
    assert.ok(document.numPages > 5);
  });

  test('paper is Letter, or A4 where the body is elsewhere', async () => {
    for (const [paper, width] of [
      ['us-letter', 612],
      ['a4', 595],
    ] as const) {
      const bytes = await printed(saying('Wójcik'), letterPrinter(process.cwd(), paper));
      const page = await (await opened(bytes)).document.getPage(1);
      assert.equal(Math.round(page.getViewport({ scale: 1 }).width), width);
    }
  });

  test('the template reads nothing but its data', () => {
    const template = readFileSync('src/outside/adapters/letter.typ', 'utf8');
    assert.doesNotMatch(template, /\b(?:eval|read|import|include|image|plugin)\b/);
  });
});
