/** The forms of a page as a browser without scripts would send them. */

export interface Form {
  /** The path it is sent to. */
  readonly action: string;
  /** Names of boxes into which something can be typed and which a page may show again. */
  readonly typedInto: readonly string[];
  /** The fields with one value in every box, and in every choice too, as a program may send it. */
  filledWith(value: string): URLSearchParams;
}

/** What the server wrote for itself and reads back: who asks, what they had seen, which conversation is open. */
const AS_SENT: ReadonlySet<string> = new Set(['form-token', 'seen', 'opened']);

interface Field {
  readonly name: string;
  readonly kind: string;
  readonly value: string;
}

/** Every form that posts, once for each address that one of its buttons sends it to. */
export function formsOn(html: string, page: string): readonly Form[] {
  return [...html.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)].flatMap(
    ([, tag = '', inside = '']) => {
      if (attribute(tag, 'method')?.toLowerCase() !== 'post') {
        return [];
      }
      const fields = fieldsIn(inside);
      const elsewhere = [...inside.matchAll(/<button\b([^>]*)>/g)].flatMap(
        ([, button = '']) => attribute(button, 'formaction') ?? [],
      );
      const actions = new Set([attribute(tag, 'action') ?? page, ...elsewhere]);
      return [...actions].map((action) => formOf(action, fields));
    },
  );
}

function formOf(action: string, fields: readonly Field[]): Form {
  const typed = fields.filter(({ kind }) => kind === 'text');
  return {
    action,
    typedInto: [...new Set(typed.map(({ name }) => name))],
    filledWith(value) {
      const sent = new URLSearchParams();
      for (const field of fields) {
        sent.append(field.name, AS_SENT.has(field.name) ? field.value : value);
      }
      return sent;
    },
  };
}

function fieldsIn(html: string): readonly Field[] {
  const found: Field[] = [];
  for (const [, tag = '', rest = ''] of html.matchAll(
    /<(input|select|textarea|button)\b([^>]*)>/g,
  )) {
    const name = attribute(rest, 'name');
    const kind = tag === 'input' ? (attribute(rest, 'type') ?? 'text') : tag;
    if (name === undefined || kind === 'file') {
      continue;
    }
    const typed = ['text', 'email', 'number', 'search', 'url', 'textarea'].includes(kind);
    found.push({ name, kind: typed ? 'text' : kind, value: attribute(rest, 'value') ?? '' });
  }
  return found;
}

/** Whether a page holds, in the box of that name or as a quotation, what was typed there before. */
export function shownAgain(html: string, name: string, typed: string): boolean {
  const box = [
    ...html.matchAll(/<input\b([^>]*)>/g),
    ...html.matchAll(/<textarea\b([^>]*)>(.*?)<\/textarea>/gs),
  ].find(([, tag = '']) => attribute(tag, 'name') === name);
  if (box === undefined) {
    const quoted = [...html.matchAll(/<blockquote[^>]*>(.*?)<\/blockquote>/gs)];
    // A word is soon typed again; it is sentences that a page without the form still shows.
    return (
      !/\S\s+\S/.test(typed) ||
      quoted.some(([, text = '']) => plain(decoded(text)) === plain(typed))
    );
  }
  const [, tag = '', text] = box;
  const shown =
    text === undefined ? (attribute(tag, 'value') ?? '') : decoded(text).replace(/^\n/, '');
  return plain(shown) === plain(typed);
}

/** A browser shows line ends of every kind alike, and the sign for a lost character in place of a zero byte. */
const plain = (text: string): string =>
  text.replaceAll(/\r\n?/g, '\n').replaceAll('\u0000', '\ufffd').trim();

function attribute(tag: string, name: string): string | undefined {
  const [, value] = new RegExp(`(?:^|\\s)${name}="([^"]*)"`, 'i').exec(tag) ?? [];
  return value === undefined ? undefined : decoded(value);
}

const ENTITIES: Readonly<Record<string, string>> = {
  quot: '"',
  '#x27': "'",
  lt: '<',
  gt: '>',
  amp: '&',
};
const decoded = (text: string): string =>
  text.replaceAll(/&(quot|#x27|lt|gt|amp);/g, (_, name: string) => ENTITIES[name] ?? '');
