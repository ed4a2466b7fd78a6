/** The report as plain text for a terminal. Plots are left to the other formats; their sentences and tables stay. */
import type { Block, ReportDocument, Section, Table } from './document.ts';
import { SHAPES } from './document.ts';

const WIDTH = 96;

export function asText({ title, subtitle, sections }: ReportDocument): string {
  const lines = [title, '='.repeat(title.length), ...wrapped(subtitle), ''];
  return `${[...lines, ...sections.flatMap(sectionLines)].join('\n')}\n`;
}

const sectionLines = ({ title, blocks }: Section): readonly string[] => [
  '',
  title,
  '-'.repeat(title.length),
  ...blocks.flatMap(blockLines),
];

function blockLines(block: Block): readonly string[] {
  switch (block.kind) {
    case 'prose':
      return [...wrapped(block.text), ''];
    case 'list':
      return [...block.items.flatMap((item) => wrapped(item, '    ', '  - ')), ''];
    case 'facts': {
      const width = Math.max(...block.facts.map(([name]) => name.length)) + 2;
      return [
        ...block.facts.flatMap(([name, value]) =>
          wrapped(value, ' '.repeat(width), name.padEnd(width)),
        ),
        '',
      ];
    }
    case 'finding':
      return [
        `${SHAPES[block.mark]} ${block.heading}`,
        ...wrapped(block.text, '  '),
        ...block.points.flatMap((point) => wrapped(point, '    ', '  - ')),
        '',
      ];
    case 'table':
      return tableLines(block.table);
    case 'chart':
      return [...wrapped(`${block.chart.title}. ${block.chart.sentence}`), ''];
    case 'multiples':
      return [...wrapped(`${block.title}. ${block.sentence}`), ''];
    case 'more':
      return [`${block.summary}`, '', ...block.blocks.flatMap(blockLines)];
    default:
      return [block.text, ''];
  }
}

/** Lines of a table with a rule under the headings. The last column is never padded. */
function tableLines({ caption, columns, rows }: Table): readonly string[] {
  const widths = columns.map(({ heading }, place) =>
    rows.reduce((widest, row) => Math.max(widest, row[place]?.length ?? 0), heading.length),
  );
  const line = (cells: readonly string[]): string =>
    columns
      .map(({ align }, place) => {
        const cell = cells[place] ?? '';
        const width = widths[place] ?? 0;
        return align === 'right' ? cell.padStart(width) : cell.padEnd(width);
      })
      .join('  ')
      .trimEnd();
  return [
    ...wrapped(caption),
    line(columns.map(({ heading }) => heading)),
    line(widths.map((width) => '-'.repeat(width))),
    ...rows.map(line),
    '',
  ];
}

/** Long text in lines of at most 96 letters, each behind the same indent; the first may have its own. */
export function wrapped(
  text: string,
  indent = '',
  first = indent,
  width = WIDTH,
): readonly string[] {
  const lines: string[] = [];
  let line = first;
  let empty = true;
  for (const word of text.split(' ')) {
    if (!empty && line.length + 1 + word.length > width) {
      lines.push(line);
      line = indent;
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  return [...lines, line];
}
