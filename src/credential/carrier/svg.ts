/**
 * A credential baked into an SVG picture: an element <openbadges:credential> that holds the JSON, or a signed token in its
 * attribute "verify". A picture that defines entities of its own is refused: the same file would say different things to
 * different programs, or unfold without end. What stands in comments is not there.
 * Source: 1EdTech Open Badges 3.0 (2024), section 5.3.2.
 */
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { CarrierRefusal } from './file-bytes.ts';

const NAMESPACE = 'https://purl.imsglobal.org/ob/v3p0';
const TAG = /(?:"[^"]*"|'[^']*'|[^>"'])*>/y;
const ELEMENT = '<openbadges:credential';
const END = '</openbadges:credential>';

export function unbakeSvg(picture: string): Result<string, CarrierRefusal> {
  if (/<!ENTITY/i.test(picture) || /<!DOCTYPE[^>]*\[/i.test(picture)) {
    return refuse(
      'not-read-here',
      'the picture defines words of its own (a DTD), which is not read',
    );
  }
  const [found, second] = elementsIn(picture);
  if (second !== undefined) {
    return refuse('two-credentials', 'the picture carries more than one credential');
  }
  if (found === undefined || found.trim() === '') {
    return refuse(
      'no-credential',
      /<svg[\s>]/.test(picture)
        ? 'the picture carries no credential; it may be a copy'
        : 'the file is a page or a text of another kind and carries no credential',
    );
  }
  return success(found.trim());
}

/** The picture with the credential inside its outermost element. One that carries a credential already is refused. */
export function bakeSvg(picture: string, credential: string): Result<string, CarrierRefusal> {
  if (unbakeSvg(picture).ok || elementsIn(picture).length > 0) {
    return refuse('two-credentials', 'the picture carries a credential already');
  }
  const start = placesOf(picture, '<svg').find((place) => /[\s>]/.test(picture[place + 4] ?? ''));
  const tag = start === undefined ? '' : tagAt(picture, start + 4);
  if (start === undefined || tag === '' || tag.endsWith('/>')) {
    return refuse('damaged', 'the text is not an SVG picture');
  }
  const head = `${picture.slice(0, start + 4)} xmlns:openbadges="${NAMESPACE}"${tag}`;
  // In JSON a mark may be written by its number, so the end of the section cannot stand inside it.
  const safe = credential.replaceAll(']]>', ']]\\u003e');
  return success(
    `${head}<openbadges:credential><![CDATA[${safe}]]>${END}${picture.slice(start + 4 + tag.length)}`,
  );
}

function elementsIn(picture: string): string[] {
  return placesOf(picture, ELEMENT).map((place) => {
    const tag = tagAt(picture, place + ELEMENT.length);
    const verify = /\sverify\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(tag);
    const attribute = verify?.[1] ?? verify?.[2] ?? '';
    return attribute !== '' || tag.endsWith('/>')
      ? plain(attribute)
      : contentFrom(picture, place + ELEMENT.length + tag.length);
  });
}

const tagAt = (picture: string, from: number): string => {
  TAG.lastIndex = from;
  return TAG.exec(picture)?.[0] ?? '';
};

/** Where the word stands, but for comments and sections of plain data. */
function placesOf(picture: string, word: string): number[] {
  const places: number[] = [];
  let from = picture.indexOf('<');
  while (from >= 0) {
    if (picture.startsWith('<!--', from)) {
      from = after(picture, '-->', from);
    } else if (picture.startsWith('<![CDATA[', from)) {
      from = after(picture, ']]>', from);
    } else {
      if (picture.startsWith(word, from)) {
        places.push(from);
      }
      from += 1;
    }
    from = picture.indexOf('<', from);
  }
  return places;
}

function after(picture: string, end: string, from: number): number {
  const place = picture.indexOf(end, from);
  return place < 0 ? picture.length : place + end.length;
}

function contentFrom(picture: string, from: number): string {
  const start = /^\s*<!\[CDATA\[/.exec(picture.slice(from, from + 1000));
  if (start === null) {
    const end = picture.indexOf('<', from);
    return end < 0 || !picture.startsWith(END, end) ? '' : plain(picture.slice(from, end));
  }
  const begins = from + start[0].length;
  const end = picture.indexOf(']]>', begins);
  return end < 0 ? '' : picture.slice(begins, end);
}

const NAMED: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
};

/** Marks written by name or number, as letters. */
const plain = (text: string): string =>
  text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(lt|gt|amp|quot|apos));/gi,
    (all, hex, ten, name) => {
      if (name !== undefined) {
        return NAMED[String(name)] ?? all;
      }
      const code = hex === undefined ? Number(ten) : Number.parseInt(hex, 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : all;
    },
  );
