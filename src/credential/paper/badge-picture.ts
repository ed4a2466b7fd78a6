/**
 * A badge as a picture for people to show: the designation, the program and the issuer, and no name. It is only a picture: what
 * it carries inside is the signed credential, and that is what counts.
 * Not here: putting the credential into it (credential/carrier), making points of it (outside/adapters).
 */
import { demonstrationName } from '../badge/demonstration.ts';
import type { Certificate } from './certificate.ts';

const SIZE = 640;

/** An SVG document of 640 by 640. */
export function badgePicture({ program, issuer, demonstration, validUntil }: Certificate): string {
  const { name, designation } = partsOf(program);
  const lines = wrapped(name, 24);
  const middle = 372;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE} ${SIZE}" width="${SIZE}" height="${SIZE}" role="img">`,
    `<title>${escaped(program)}, ${escaped(issuer)}</title>`,
    '<circle cx="320" cy="320" r="312" fill="#fbf8f1" stroke="#0b5c63" stroke-width="8"/>',
    '<circle cx="320" cy="320" r="292" fill="none" stroke="#c9c4b8" stroke-width="2"/>',
    '<g text-anchor="middle" font-family="Public Sans, Noto Sans, sans-serif" fill="#1f2a2e">',
    demonstration
      ? '<text x="320" y="120" font-size="24" fill="#8a5a00" font-weight="700">Demonstration</text>'
      : '',
    `<text x="320" y="290" font-size="${designation.length > 6 ? 90 : 120}" font-weight="700" fill="#0b5c63">${escaped(designation)}</text>`,
    ...lines.map(
      (line, place) =>
        `<text x="320" y="${middle + place * 42}" font-size="34">${escaped(line)}</text>`,
    ),
    `<text x="320" y="${middle + lines.length * 42 + 24}" font-size="24" fill="#4d5b60">${escaped(issuer)}</text>`,
    validUntil === undefined
      ? ''
      : `<text x="320" y="548" font-size="22" fill="#4d5b60">until ${escaped(validUntil)}</text>`,
    '</g>',
    '</svg>',
  ].join('');
}

/** "Larkspur Care Coordinator (LCC)" in two. */
function partsOf(program: string): { readonly name: string; readonly designation: string } {
  const prefix = demonstrationName('');
  const plain = program.startsWith(prefix) ? program.slice(prefix.length) : program;
  const [, name = plain, designation = ''] = /^(.*) \(([^()]+)\)$/.exec(plain) ?? [];
  return { name, designation };
}

function wrapped(text: string, most: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else {
      lines.push(word);
    }
  }
  return lines.slice(0, 4);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
