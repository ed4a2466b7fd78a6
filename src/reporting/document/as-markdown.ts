/** The report as Markdown (GitHub's tables), for a repository or a wiki. Text from the file cannot become markup. */
import type { Block, ReportDocument, Section, Table } from './document.ts';
import { SHAPES } from './document.ts';

export function asMarkdown({ title, subtitle, sections }: ReportDocument): string {
  const parts = [`# ${plain(title)}`, plain(subtitle), ...sections.flatMap(sectionParts)];
  return `${parts.join('\n\n')}\n`;
}

const sectionParts = ({ title, blocks }: Section): readonly string[] => [
  `## ${plain(title)}`,
  ...blocks.flatMap(blockParts),
];

function blockParts(block: Block): readonly string[] {
  switch (block.kind) {
    case 'prose':
      return [plain(block.text)];
    case 'list':
      return [block.items.map((item) => `- ${plain(item)}`).join('\n')];
    case 'facts':
      return [['| | |', '|:---|:---|', ...block.facts.map((fact) => row(fact))].join('\n')];
    case 'finding':
      return [
        `**${SHAPES[block.mark]} ${plain(block.heading)}** ${plain(block.text)}`,
        ...(block.points.length === 0
          ? []
          : [block.points.map((point) => `- ${plain(point)}`).join('\n')]),
      ];
    case 'table':
      return tableParts(block.table);
    case 'chart':
      return [
        `**${plain(block.chart.title)}.** ${plain(block.chart.sentence)}`,
        ...(block.table === undefined ? [] : tableParts(block.table)),
      ];
    case 'multiples':
      return [`**${plain(block.title)}.** ${plain(block.sentence)}`, ...tableParts(block.table)];
    case 'more':
      return [`**${plain(block.summary)}**`, ...block.blocks.flatMap(blockParts)];
    default:
      return [`### ${plain(block.text)}`];
  }
}

function tableParts({ caption, columns, rows }: Table): readonly string[] {
  const rule = columns.map(({ align }) => (align === 'right' ? '---:' : ':---'));
  return [
    plain(caption),
    [row(columns.map(({ heading }) => heading)), `|${rule.join('|')}|`, ...rows.map(row)].join(
      '\n',
    ),
  ];
}

const row = (cells: readonly string[]): string => `| ${cells.map(plain).join(' | ')} |`;

/** What Markdown or HTML would read as markup is taken as text. */
const plain = (text: string): string =>
  text.replace(/[\\`*_[\]<>|#]/g, (letter) => `\\${letter}`).replace(/[\r\n]+/g, ' ');
