/**
 * The typesetter: typst makes a tagged PDF of a template of this folder and fails where it would not be PDF/UA-1, for one
 * where a character stands in no font. What is said goes in as JSON and is never read as markup. The clock plays no part:
 * the same words give the same bytes.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { CompileDocArgs, NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { type ChosenFonts, letterFonts } from './letter-fonts.ts';

export interface Typesetter {
  /**
   * `words` is what is said, for the template under `sys.inputs.words`, with the fonts under `sys.inputs.fonts`; `files` are
   * texts that are handed over byte for byte. Refused where characters stand in no font we have, with these in words.
   */
  pdf(
    template: string,
    words: unknown,
    files?: Readonly<Record<string, string>>,
  ): Promise<Result<Uint8Array, 'no-glyph'>>;
}

/** Compilers kept at once: one for each choice of fonts met lately. */
const MOST_COMPILERS = 8;
/** Documents for which typst keeps what it has laid out. */
const KEPT_FOR = 10;

export function typesetter(root: string): Typesetter {
  const folder = path.join(root, 'src', 'outside', 'adapters');
  const fonts = letterFonts(root);
  const compilers = new Map<string, NodeCompiler>();
  const templates = new Map<string, string>();

  async function compilerFor(chosen: ChosenFonts): Promise<NodeCompiler> {
    const known = compilers.get(chosen.id);
    if (known !== undefined) {
      return known;
    }
    // Loaded with the first document: the typesetter is 50 MB, and most commands print nothing.
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

  function templateNamed(name: string): string {
    const known = templates.get(name) ?? readFileSync(path.join(folder, name), 'utf8');
    templates.set(name, known);
    return known;
  }

  return {
    async pdf(template, words, files = {}) {
      const said = JSON.stringify(words, (_, value: unknown) =>
        typeof value === 'string' ? plain(value) : value,
      );
      const chosen = fonts.chosenFor(said);
      const compiler = await compilerFor(chosen);
      const families = JSON.stringify({ text: chosen.text, title: chosen.title });
      const inputs = { ...files, words: said, fonts: families };
      try {
        return tagged(compiler, { mainFileContent: templateNamed(template), inputs });
      } finally {
        compiler.evictCache(KEPT_FOR);
      }
    },
  };
}

/** Typesets and writes in one call: a document handed over in between would keep its memory until somebody clears up. */
function tagged(compiler: NodeCompiler, document: CompileDocArgs): Result<Uint8Array, 'no-glyph'> {
  try {
    return success(new Uint8Array(compiler.pdf(document, { pdfStandard: 'ua-1' })));
  } catch (cause) {
    const missing = cause instanceof Error ? withoutGlyph(cause.message) : [];
    if (missing.length === 0) {
      throw new Error('a document could not be typeset', { cause });
    }
    return refuse('no-glyph', missing.join(', '));
  }
}

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

/** Composed letters, and no signs that nobody sees: those that turn the direction of what follows could falsify a document. */
const plain = (words: string): string =>
  words
    .normalize('NFC')
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/\p{Cs}/gu, '\ufffd')
    .replaceAll(/(?!\n)\p{Cc}/gu, ' ')
    .replaceAll(/(?![\u200c\u200d])\p{Cf}/gu, '');
