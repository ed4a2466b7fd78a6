/**
 * Letters on paper: typst typesets the template letter.typ into a tagged PDF and fails where it would not be PDF/UA-1, for
 * one where a character stands in no font. What a letter says goes in as JSON and is never read as markup. The clock plays
 * no part: the same letter gives the same bytes.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { CompileDocArgs, NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { parts } from '../../kernel/dates/civil-date.ts';
import { refuse, success } from '../../kernel/result/result.ts';
import { datedInWords, type Letter } from '../../reporting/letters/letter.ts';
import type { Letters } from '../../workflow/ports/letters.ts';
import { type ChosenFonts, letterFonts } from './letter-fonts.ts';

export type Paper = 'us-letter' | 'a4';

/** Compilers kept at once: one for each choice of fonts met lately. */
const MOST_COMPILERS = 8;
/** Letters for which typst keeps what it has laid out. */
const KEPT_FOR = 10;

export function letterPrinter(root: string, paper: Paper = 'us-letter'): Letters {
  const folder = path.join(root, 'src', 'outside', 'adapters');
  const fonts = letterFonts(root);
  const compilers = new Map<string, NodeCompiler>();
  let template: string | undefined;

  async function compilerFor(chosen: ChosenFonts): Promise<NodeCompiler> {
    const known = compilers.get(chosen.id);
    if (known !== undefined) {
      return known;
    }
    // Loaded with the first letter: the typesetter is 50 MB, and most commands print nothing.
    const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler');
    const made = NodeCompiler.create({
      workspace: folder,
      fontArgs: [{ fontBlobs: [...chosen.read()] }],
    });
    const oldest = compilers.keys().next().value;
    if (compilers.size >= MOST_COMPILERS && oldest !== undefined) {
      compilers.delete(oldest);
    }
    compilers.set(chosen.id, made);
    return made;
  }

  return {
    async pdf(letter) {
      template ??= readFileSync(path.join(folder, 'letter.typ'), 'utf8');
      const words = JSON.stringify({ ...printable(letter), paper }, (_, value: unknown) =>
        typeof value === 'string' ? plain(value) : value,
      );
      const chosen = fonts.chosenFor(words);
      const compiler = await compilerFor(chosen);
      const families = JSON.stringify({ text: chosen.text, title: chosen.title });
      const inputs = { letter: words, fonts: families };
      try {
        return tagged(compiler, { mainFileContent: template, inputs });
      } finally {
        compiler.evictCache(KEPT_FOR);
      }
    },
  };
}

/** Typesets and writes in one call: a document handed over in between would keep its memory until somebody clears up. */
function tagged(compiler: NodeCompiler, letter: CompileDocArgs): ReturnType<typeof printed> {
  try {
    return printed(compiler.pdf(letter, { pdfStandard: 'ua-1' }));
  } catch (cause) {
    const missing = cause instanceof Error ? withoutGlyph(cause.message) : [];
    if (missing.length === 0) {
      throw new Error('a letter could not be typeset', { cause });
    }
    return refuse(
      'letter-not-printed',
      `we have no font that prints ${missing.join(', ')}, so this letter was not put on paper. It can be read as a page and sent as mail; ask the person how to write it on paper`,
    );
  }
}

const printed = (bytes: Uint8Array): Awaited<ReturnType<Letters['pdf']>> =>
  success(new Uint8Array(bytes));

/** The characters, each with its number, for which the typesetter found no glyph. */
const withoutGlyph = (message: string): readonly string[] => [
  ...new Set(
    [...message.matchAll(/the text `\\?"(.+?)\\?"` could not be displayed/gu)].map(
      ([, text = '']) => `"${text}" (${[...text].map(codeOf).join(' ')})`,
    ),
  ),
];

const codeOf = (letter: string): string =>
  `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

const printable = (letter: Letter) => ({
  title: letter.title,
  from: letter.from,
  to: letter.to,
  dated: parts(letter.dated),
  date: datedInWords(letter),
  label: letter.label,
  salutation: letter.salutation,
  opening: letter.opening,
  sections: letter.sections,
});

/** Composed letters, and no signs that nobody sees: those that turn the direction of what follows could falsify a letter. */
const plain = (words: string): string =>
  words
    .normalize('NFC')
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/\p{Cs}/gu, '\ufffd')
    .replaceAll(/(?!\n)\p{Cc}/gu, ' ')
    .replaceAll(/(?![\u200c\u200d])\p{Cf}/gu, '');
