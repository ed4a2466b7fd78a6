/**
 * Whether a text holds a name: as a whole word where the script has words, anywhere where it has none. Case, accents,
 * invisible signs and the form of an apostrophe do not matter, because "YILMAZ", "Yilmaz" and "Yılmaz" name the same
 * person to whoever reads them. It may find too much, never too little of what it was given.
 * Not here: which words name a person (casework/person).
 */
export const holdsName = (words: string, name: string): boolean => searchIn(words)(name);

/** The same for many names in one text, which is read once. */
export function searchIn(words: string): (name: string) => boolean {
  const text = folded(words);
  return (name) => holds(text, name);
}

function holds(text: string, name: string): boolean {
  const wanted = folded(name).trim();
  const joined = isWrittenTogether(name);
  if (wanted.length < (joined ? 1 : 2)) {
    return false;
  }
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const before = text.slice(0, at).at(-1) ?? ' ';
    const after = text.slice(at + wanted.length).at(0) ?? ' ';
    if (joined || (!LETTER.test(before) && !LETTER.test(after))) {
      return true;
    }
  }
  return false;
}

/** Case, accents, invisible signs and look-alike letters taken out. */
export const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .toLocaleLowerCase('en')
    .replace(/[\p{M}\p{Cf}\u0640]/gu, '')
    .replace(/[ıłøđðþæœßς’ʼ]/gu, (sign) => PLAIN[sign] ?? sign)
    .normalize('NFC');
const PLAIN: Readonly<Record<string, string>> = {
  ı: 'i',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  ς: 'σ',
  '’': "'",
  ʼ: "'",
};
const LETTER = /[\p{L}\p{M}\p{N}]/u;
/** Scripts that put no space between words, or hang endings on a name: there a name stands inside a run of letters. */
const WRITTEN_TOGETHER =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
export const isWrittenTogether = (text: string): boolean => WRITTEN_TOGETHER.test(text);
