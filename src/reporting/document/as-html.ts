/**
 * The report as one HTML file: its style inside it, no script, nothing fetched. It reads on a phone, in the dark, with a
 * screen reader and on paper. Whatever comes from the file is escaped; the document never holds markup.
 */
import { escaped } from '../charts/svg.ts';
import type { Block, ReportDocument, Section, SmallMultiple, Table } from './document.ts';
import { SHAPES } from './document.ts';
import { STYLE } from './style.ts';

/** Tables longer than this are folded. */
const LONG = 40;
/** The sections that make up the first page; the contents follow them. */
const FIRST_PAGE = ['summary', 'form'];
const MARK =
  '<svg viewBox="0 0 22 14" aria-hidden="true" focusable="false"><path d="M0 0h22v4H0zM0 10h22v4H0z"/></svg>';

interface Writing {
  /** The columns that are set to the right, for each kind of table met. */
  readonly alignments: Set<string>;
  charts: number;
}

export function asHtml({ title, subtitle, sections }: ReportDocument): string {
  const writing: Writing = { alignments: new Set(), charts: 0 };
  const written = (section: Section): string => sectionHtml(section, writing);
  const first = sections.filter(({ id }) => FIRST_PAGE.includes(id));
  const rest = sections.filter(({ id }) => !FIRST_PAGE.includes(id));
  const main = [
    `<h1>${escaped(title)}</h1><p class="subtitle">${escaped(subtitle)}</p>`,
    ...first.map(written),
    contents(rest),
    ...rest.map(written),
  ];
  return pageHtml(
    { kind: 'report', title: `${title} – ${subtitle}`, head: `${MARK}Evenhand`, main },
    writing,
  );
}

/** A letter as a page: the head of whoever writes in place of ours, and no contents. */
export interface LetterPage {
  readonly head: string;
  /** What stands above the title. */
  readonly above: readonly Block[];
  readonly title: string;
  readonly opening: readonly Block[];
  readonly sections: readonly Section[];
  readonly closing: readonly Block[];
}

export function letterHtml({ head, above, title, opening, sections, closing }: LetterPage): string {
  const writing: Writing = { alignments: new Set(), charts: 0 };
  const blocks = (some: readonly Block[]): readonly string[] =>
    some.map((block) => blockHtml(block, writing));
  const main = [
    ...blocks(above),
    `<h1>${inHtml(title)}</h1>`,
    ...blocks(opening),
    ...sections.map((section) => sectionHtml(section, writing)),
    ...blocks(closing),
  ];
  return pageHtml({ kind: 'letter', title, head: inHtml(head), main }, writing);
}

function pageHtml(
  page: {
    readonly kind: 'report' | 'letter';
    readonly title: string;
    readonly head: string;
    readonly main: readonly string[];
  },
  { alignments }: Writing,
): string {
  const { kind, title, head, main } = page;
  return [
    '<!doctype html>',
    '<html lang="en"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    `<title>${escaped(title)}</title>`,
    `<style>${STYLE}${alignmentStyle(alignments)}</style></head><body class="${kind}">`,
    `<a class="skip" href="#${kind}">Skip to the ${kind}</a>`,
    `<header class="head"><div class="mark">${head}</div></header>`,
    `<main id="${kind}">`,
    ...main,
    '</main>',
    '</body></html>\n',
  ].join('\n');
}

/** A list of one or none would lead nobody anywhere. */
const contents = (sections: readonly Section[]): string =>
  sections.length < 2
    ? ''
    : `<nav aria-label="Contents"><ol>${sections.map(({ id, title }) => `<li><a href="#${id}">${inHtml(title)}</a></li>`).join('')}</ol></nav>`;

/** Escaped, and with a number kept on one line with its percent sign. */
const inHtml = (words: string): string => escaped(words).replace(/(\d) %/g, '$1\u00a0%');

const sectionHtml = ({ id, title, blocks }: Section, writing: Writing): string =>
  `<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${inHtml(title)}</h2>${blocks.map((block) => blockHtml(block, writing)).join('\n')}</section>`;

function blockHtml(block: Block, writing: Writing): string {
  switch (block.kind) {
    case 'prose':
      return `<p>${inHtml(block.text)}</p>`;
    case 'list':
      return `<ul class="list">${block.items.map((item) => `<li>${inHtml(item)}</li>`).join('')}</ul>`;
    case 'facts':
      return `<dl>${block.facts.map(([name, value]) => `<div><dt>${inHtml(name)}</dt><dd>${inHtml(value)}</dd></div>`).join('')}</dl>`;
    case 'finding':
      return findingHtml(block);
    case 'table':
      return block.table.rows.length > LONG
        ? folded(
            `${block.table.caption} (${block.table.rows.length} rows)`,
            tableHtml(block.table, writing),
          )
        : tableHtml(block.table, writing);
    case 'chart': {
      const { title, sentence, svg } = block.chart;
      return figure(
        title,
        sentence,
        `<div role="img" aria-label="${escaped(sentence)}">${svg}</div>`,
        block.table,
        writing,
      );
    }
    case 'multiples':
      return multiples(block, writing);
    case 'more':
      return folded(block.summary, block.blocks.map((one) => unfolded(one, writing)).join('\n'));
    default:
      return `<h3 id="${block.id}">${inHtml(block.text)}</h3>`;
  }
}

function findingHtml({ mark, heading, text, points }: Extract<Block, { kind: 'finding' }>): string {
  const list = points.map((point) => `<li>${inHtml(point)}</li>`).join('');
  return `<div class="finding ${mark}"><span class="shape" aria-hidden="true">${SHAPES[mark]}</span><h3>${inHtml(heading)}</h3><p>${inHtml(text)}</p>${list === '' ? '' : `<ul>${list}</ul>`}</div>`;
}

/** A table that is folded already is not folded twice. */
const unfolded = (block: Block, writing: Writing): string =>
  block.kind === 'table' ? tableHtml(block.table, writing) : blockHtml(block, writing);

const folded = (summary: string, content: string): string =>
  `<details><summary>${inHtml(summary)}</summary>${content}</details>`;

function figure(
  title: string,
  sentence: string,
  drawing: string,
  table: Table | undefined,
  writing: Writing,
): string {
  writing.charts += 1;
  const id = `chart-${writing.charts}`;
  const numbers = table === undefined ? '' : folded('Show the numbers', tableHtml(table, writing));
  return `<figure class="chart" aria-labelledby="${id}"><figcaption class="chart-title" id="${id}">${inHtml(title)}</figcaption>${drawing}<p class="chart-note">${inHtml(sentence)}</p>${numbers}</figure>`;
}

/** Many plots of one item each: the first dozen open, the others folded. */
function multiples(
  { title, sentence, plots, table }: Extract<Block, { kind: 'multiples' }>,
  writing: Writing,
): string {
  const open = 12;
  const one = ({ name, svg, note }: SmallMultiple): string =>
    `<li><b>${inHtml(name)}</b>${svg}<span>${inHtml(note)}</span></li>`;
  const list = (some: readonly SmallMultiple[]): string =>
    some.length === 0 ? '' : `<ul class="multiples">${some.map(one).join('')}</ul>`;
  const others = plots.slice(open);
  return [
    `<h3>${inHtml(title)}</h3><p>${inHtml(sentence)}</p>`,
    list(plots.slice(0, open)),
    others.length === 0 ? '' : folded(`Show the other ${others.length} plots`, list(others)),
    folded('Show the numbers', tableHtml(table, writing)),
  ].join('');
}

function tableHtml({ caption, columns, rows }: Table, writing: Writing): string {
  const kind = kindOf(columns, rows);
  writing.alignments.add(kind);
  const head = columns.map(({ heading }) => `<th scope="col">${inHtml(heading)}</th>`).join('');
  const body = rows
    .map(
      ([name = '', ...cells]) =>
        `<tr><th scope="row">${inHtml(name)}</th>${cells.map((cell) => `<td>${inHtml(cell)}</td>`).join('')}</tr>`,
    )
    .join('\n');
  return `<div class="frame" role="group" tabindex="0" aria-label="${escaped(caption)}"><table class="${kind}"><caption>${inHtml(caption)}</caption><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>`;
}

/** Cells longer than these are a phrase, or prose, whose column must not be squeezed; so must no long heading. */
const PHRASE = 20;
const PROSE = 48;
const HEADING = 12;
/** "0.43 (0.21 to 0.88)" and "18 of 42" stay on one line, and so do the short words that stand in their place. */
const FIGURE = /^[−-]?[\d.].{0,44}$/;
const SHORT = 14;
const SAMPLE = 60;

/** Which columns stand to the right, hold prose or hold figures: "r2-n2-w8". */
const kindOf = (columns: Table['columns'], rows: Table['rows']): string =>
  columns
    .flatMap(({ heading, align }, place) => {
      const cells = rows.slice(0, SAMPLE).map((row) => row[place] ?? '');
      const ways = [...(align === 'right' ? ['r'] : []), ...widthOf(heading, cells, place === 0)];
      return ways.map((way) => `${way}${place + 1}`);
    })
    .join('-') || 'plain';

function widthOf(heading: string, cells: readonly string[], names: boolean): readonly string[] {
  const longest = Math.max(0, ...cells.map(({ length }) => length));
  const figures = cells.every((cell) => cell.length <= SHORT || FIGURE.test(cell));
  if (!names && figures) {
    return [
      ...(cells.some((cell) => cell.includes(' ')) ? ['n'] : []),
      ...(heading.length > HEADING ? ['h'] : []),
    ];
  }
  return longest > PROSE ? ['w'] : longest > PHRASE ? ['p'] : [];
}

const RULES: Readonly<Record<string, readonly [cells: string, rule: string]>> = {
  r: [':is(th,td)', 'text-align:end'],
  n: ['td', 'white-space:nowrap'],
  h: ['th', 'min-width:6rem'],
  p: [':is(th,td)', 'min-width:9rem'],
  w: [':is(th,td)', 'min-width:15rem'],
};

/** How a column stands is said once in the style, not in every cell. */
const alignmentStyle = (kinds: ReadonlySet<string>): string =>
  [...kinds]
    .flatMap((kind) =>
      kind === 'plain'
        ? []
        : kind.split('-').map((word) => {
            const [cells, rule] = RULES[word.charAt(0)] ?? ['', ''];
            return `.${kind} ${cells}:nth-child(${word.slice(1)}){${rule}}`;
          }),
    )
    .join('');
