/** A credential on paper, by the templates certificate.typ and credential-letter.typ. */
import sharp from 'sharp';
import { inWords, parts } from '../../kernel/dates/civil-date.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { CertificateToPrint, Papers } from '../../workflow/ports/papers.ts';
import type { Paper } from './letter-printer.ts';
import { qrSvg } from './qr.ts';
import { typesetter } from './typesetter.ts';

/** Letters that join nothing: what printed in one name prints in every other. */
const ALONE = /^[\p{L}\p{Zs}\p{P}]*$/u;

export function paperPrinter(
  root: string,
  paper: Paper = 'us-letter',
  by = typesetter(root),
): Papers {
  const printed = new Set<string>();

  async function typeset(
    template: string,
    { certificate, document }: CertificateToPrint,
    more: object,
  ) {
    const { from, ...said } = certificate;
    const words = { ...said, ...more, from: parts(from), paper };
    const qr = await qrSvg(certificate.address);
    return asPaper(await by.pdf(template, words, { credential: document, qr }));
  }

  return {
    async namePrints(name) {
      const letters = [...name.normalize('NFC')];
      const alone = letters.every((letter) => ALONE.test(letter));
      if (alone && letters.every((letter) => printed.has(letter))) {
        return success(true);
      }
      const made = await by.pdf('name.typ', { name });
      if (!made.ok) {
        return refuse('name-not-printed', `we have no font that prints ${made.refusal.because}`);
      }
      for (const letter of alone ? letters : []) {
        printed.add(letter);
      }
      return success(true);
    },
    picture: async (svg) => new Uint8Array(await sharp(Buffer.from(svg)).png().toBuffer()),
    certificate: (one) => typeset('certificate.typ', one, {}),
    letter: (one) =>
      typeset('credential-letter.typ', one, {
        dated: parts(one.dated),
        date: inWords(one.dated),
        checkAt: one.checkAt,
        probation: one.probationUntil === undefined ? '' : inWords(one.probationUntil),
      }),
  };
}

const asPaper = (made: Result<Uint8Array, 'no-glyph'>): Result<Uint8Array, 'not-printed'> =>
  made.ok ? made : refuse('not-printed', `we have no font that prints ${made.refusal.because}`);
