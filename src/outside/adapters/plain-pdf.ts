/** A page of plain lines as a PDF: the papers of the demonstration. Says on its face that it is invented. */
import { PDFDocument, type PDFFont, rgb, StandardFonts } from '@cantoo/pdf-lib';

const LETTER: [number, number] = [612, 792];
const MARGIN = 72;
const LEADING = 20;
const NOTICE = 'DEMONSTRATION: an invented paper about an invented person';

export async function plainPdf(title: string, lines: readonly string[]): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  const bold = await document.embedFont(StandardFonts.HelveticaBold);
  const page = document.addPage(LETTER);
  const color = rgb(0.12, 0.11, 0.1);
  let y = LETTER[1] - MARGIN;
  const put = (text: string, size: number, face: PDFFont): void => {
    page.drawText(inFont(text, face), { x: MARGIN, y, size, font: face, color });
    y -= LEADING * (size > 14 ? 2 : 1);
  };
  put(NOTICE, 10, bold);
  put(title, 20, bold);
  for (const line of lines.flatMap((text) => wrapped(text, font, 12))) {
    put(line, 12, font);
  }
  return await document.save();
}

/** The standard fonts know Latin letters only; a name in another script is left to the account. */
function inFont(text: string, font: PDFFont): string {
  const known = new Set(font.getCharacterSet());
  const all = [...text.normalize('NFC')].every((letter) => known.has(letter.codePointAt(0) ?? 0));
  return all ? text.normalize('NFC') : text.replace(/: .*$/su, ': as on the account');
}

function wrapped(text: string, font: PDFFont, size: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of inFont(text, font).split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (font.widthOfTextAtSize(longer, size) > LETTER[0] - 2 * MARGIN && line !== '') {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return [...lines, line];
}
