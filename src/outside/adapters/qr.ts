/** A QR code (ISO/IEC 18004) as a picture of plain shapes, with the four modules of quiet zone that readers need. */
import { toString as asPicture } from 'qrcode';

/** On paper it must bear some dirt ('M'); on a screen coarser squares are worth more ('L'). */
export async function qrSvg(text: string, errorCorrectionLevel: 'L' | 'M' = 'M'): Promise<string> {
  return await asPicture(text, {
    type: 'svg',
    errorCorrectionLevel,
    margin: 4,
    color: { dark: '#000000', light: '#ffffff' },
  });
}
