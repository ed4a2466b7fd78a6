/** A QR code (ISO/IEC 18004) as a picture of plain shapes, with the four modules of quiet zone that readers need. */
import { toString as asPicture } from 'qrcode';

export async function qrSvg(text: string): Promise<string> {
  return await asPicture(text, {
    type: 'svg',
    errorCorrectionLevel: 'M',
    margin: 4,
    color: { dark: '#000000', light: '#ffffff' },
  });
}
