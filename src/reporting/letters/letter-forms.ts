/**
 * The same letter as text for a mail and as a page of its own. Both hold every word of the one on paper; a table becomes
 * lines in mail, where columns would break.
 */
import { letterHtml } from '../document/as-html.ts';
import { wrapped } from '../document/as-text.ts';
import type { Table } from '../document/document.ts';
import { datedInWords, type Letter, type LetterBlock, says } from './letter.ts';

/** Mail programs break longer lines on their own, and badly. */
const MAIL_WIDTH = 72;

export function letterAsText(letter: Letter): string {
  const { from, to, label, salutation, title, opening, sections } = letter;
  const lines = [
    from.name,
    ...from.address,
    from.contact,
    '',
    ...(to.length === 0 ? [] : [...to, '']),
    datedInWords(letter),
    `Matter ${label}`,
    '',
    title.toUpperCase(),
    '',
    salutation,
    '',
    ...opening.flatMap(blockLines),
    ...sections.flatMap((section) => [
      '',
      section.title,
      '-'.repeat(section.title.length),
      ...section.blocks.flatMap(blockLines),
    ]),
    '',
    from.office,
    from.name,
  ];
  return `${lines.join('\n')}\n`;
}

function blockLines(block: LetterBlock): readonly string[] {
  switch (block.kind) {
    case 'prose':
      return [...typed(block.text), ''];
    case 'list':
      return [...block.items.flatMap((item) => typed(item, '  ', '- ')), ''];
    case 'facts':
      return block.facts.flatMap(([name, value]) => [
        ...typed(`${name}:`),
        ...typed(value, '  '),
        '',
      ]);
    default:
      return tableLines(block.table);
  }
}

const tableLines = ({ caption, columns, rows }: Table): readonly string[] => [
  ...typed(`${caption}:`),
  ...rows.flatMap((cells) =>
    columns.flatMap(({ heading }, place) =>
      typed(`${heading}: ${cells[place] ?? ''}`, '  ', place === 0 ? '- ' : '  '),
    ),
  ),
  '',
];

/** Line ends that somebody typed stay. */
const typed = (text: string, indent = '', first = indent): readonly string[] =>
  text
    .split('\n')
    .flatMap((line, place) => wrapped(line, indent, place === 0 ? first : indent, MAIL_WIDTH));

export const letterAsPage = (letter: Letter): string =>
  letterHtml({
    head: letter.from.name,
    above: [
      says([...letter.from.address, letter.from.contact].join('\n')),
      ...(letter.to.length === 0 ? [] : [says(letter.to.join('\n'))]),
      says(`${datedInWords(letter)}\nMatter ${letter.label}`),
    ],
    title: letter.title,
    opening: [says(letter.salutation), ...letter.opening],
    sections: letter.sections,
    closing: [says(`${letter.from.office}\n${letter.from.name}`)],
  });
