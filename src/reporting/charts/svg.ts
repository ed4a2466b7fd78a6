/**
 * The few words of SVG that every plot is written with: escaped text, elements, straight scales and round marks on
 * an axis. Coordinates are cut to a tenth, because a hundred curves are in one file.
 *
 * Not here: colors. A plot names classes ("line-1", "mark-2", "rule"); the page's style gives them their ink in light,
 * dark and print.
 */
export interface Chart {
  /** What the plot shows, as a finding. */
  readonly title: string;
  /** The same in a sentence for those who cannot see it. */
  readonly sentence: string;
  readonly svg: string;
}

/** "1,636", and a true minus sign. */
export const spelled = (value: number, digits = 0): string =>
  value
    .toFixed(digits)
    .replace(/\B(?=(\d{3})+(?!\d))/g, ',')
    .replace('-', '−');

type Attribute = string | number | undefined;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Text that may stand in an element or in a quoted attribute. Control characters, which no page may hold, are dropped. */
export const escaped = (text: string): string =>
  [...text.replace(/[&<>"]/g, (letter) => ESCAPES[letter] ?? letter)]
    .filter((letter) => letter >= ' ' || letter === '\n' || letter === '\t')
    .join('');

/** A number for a coordinate: one decimal, no trailing zero. */
const tenth = (value: number): string => String(Math.round(value * 10) / 10);

export function element(
  name: string,
  attributes: Readonly<Record<string, Attribute>>,
  content = '',
): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) =>
      typeof value === 'number'
        ? ` ${key}="${tenth(value)}"`
        : ` ${key}="${escaped(String(value))}"`,
    )
    .join('');
  return content === '' ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}

export const label = (
  x: number,
  y: number,
  text: string,
  anchor: 'start' | 'middle' | 'end' = 'start',
  kind = '',
): string =>
  element(
    'text',
    {
      x,
      y,
      'text-anchor': anchor === 'start' ? undefined : anchor,
      class: kind === '' ? undefined : kind,
    },
    escaped(text),
  );

export const line = (x1: number, y1: number, x2: number, y2: number, kind: string): string =>
  element('line', { x1, y1, x2, y2, class: kind });

/** A bent line through the points. */
export function path(points: readonly (readonly [number, number])[], kind: string): string {
  const d = points
    .map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${tenth(x)} ${tenth(y)}`)
    .join('');
  return element('path', { d, class: kind });
}

/** The whole drawing. It is hidden from screen readers, who are given the sentence instead. */
export const drawing = (width: number, height: number, content: string): string =>
  element(
    'svg',
    {
      viewBox: `0 0 ${tenth(width)} ${tenth(height)}`,
      role: 'presentation',
      'aria-hidden': 'true',
      focusable: 'false',
    },
    content,
  );

/** Takes a value between `from` and `to` to its place on the page; values beyond the ends stay beyond. */
export const scale =
  ([from, to]: readonly [number, number], [start, end]: readonly [number, number]) =>
  (value: number): number =>
    to === from ? (start + end) / 2 : start + ((value - from) / (to - from)) * (end - start);

/** Round marks from `low` to `high`, about `wanted` of them: steps of 1, 2 or 5 times a power of ten. */
export function marks(low: number, high: number, wanted: number): readonly number[] {
  const raw = (high - low) / Math.max(1, wanted);
  if (!(raw > 0)) {
    return [low];
  }
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = ([1, 2, 5, 10].find((factor) => factor * power >= raw) ?? 10) * power;
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, index) =>
    Number(((first + index) * step).toPrecision(12)),
  );
}
