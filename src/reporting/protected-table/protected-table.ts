/**
 * A table of counts as it may be published: small numbers withheld, others withheld so that none can be worked out, and the
 * sentence that proves it. No form says why a number is withheld: that would tell which ones are small.
 */
import type { Withheld } from '../../fairness/disclosure/gate.ts';
import { csvText } from '../document/csv.ts';
import { left, prose, type ReportDocument, right, tableBlock } from '../document/document.ts';
import type { Forms } from '../document/formats.ts';

export interface ProtectedTable {
  readonly corner: string;
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly name: string;
    readonly cells: readonly (number | Withheld)[];
  }[];
  readonly proof: {
    readonly smallest: number;
    readonly possibleValues: number;
    readonly withheld: number;
    readonly numbers: number;
    readonly viewers: number;
    readonly earlier: readonly string[];
  };
}

export const PROTECTED_FORMS: Forms<ProtectedTable> = {
  document: protectedDocument,
  csv: ({ corner, columns, rows }) =>
    csvText([[corner, ...columns], ...rows.map(({ name, cells }) => [name, ...cells])]),
  data: (table) => table,
};

function protectedDocument(table: ProtectedTable): ReportDocument {
  const { corner, columns, rows, proof } = table;
  return {
    title: 'Protected table',
    subtitle: 'Counts of people, as they may be published',
    sections: [
      {
        id: 'summary',
        title: proof.withheld === 0 ? 'Nothing is withheld' : 'What may be published',
        blocks: [
          prose(proofWords(table)),
          tableBlock(
            proof.withheld === 0 ? 'Counts of people' : 'Counts of people; some are withheld',
            [left(corner), ...columns.map(right)],
            rows.map(({ name, cells }) => [name, ...cells.map(textOf)]),
          ),
        ],
      },
    ],
  };
}

const textOf = (cell: number | Withheld): string =>
  typeof cell === 'number' ? cell.toLocaleString('en-US') : cell;

const proofWords = ({ proof }: ProtectedTable): string => {
  const before = proof.earlier.length === 0 ? '' : ` together with ${proof.earlier.join(' and ')}`;
  return proof.withheld === 0
    ? `Nothing is withheld: no number is below ${proof.smallest}, and none becomes known${before}.`
    : `${proof.withheld} of ${proof.numbers} numbers are withheld. Every one of them has at least ${proof.possibleValues} possible values${before}, for an outsider and for ${proof.viewers - 1} insiders who know that they are counted themselves; proved by linear programs.`;
};
