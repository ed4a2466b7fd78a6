/** A number instead of groups, such as age: how it goes with the total, and items that get harder or easier with it. */

import { prose, type Section } from '../document/document.ts';
import { difBlocks } from './dif-blocks.ts';
import { fixed, people, reader } from './numerals.ts';
import type { CovariateFacts, DifRow } from './report.ts';

export function covariateSection(
  facts: CovariateFacts,
  dif: readonly DifRow[],
  place: number,
): Section {
  const rows = dif.filter((row) => row.method === 'continuous' && row.group === facts.column);
  return {
    id: `number-${place + 1}`,
    title: `Items that get harder or easier as ${facts.column} rises`,
    blocks: [
      prose(statedWords(facts)),
      ...difBlocks(rows, ['continuous'], {
        leanings: [`harder as ${facts.column} rises`, `easier as ${facts.column} rises`],
        names: ['higher', 'lower'],
        purification: [],
      }),
    ],
  };
}

function statedWords(facts: CovariateFacts): string {
  const { column, notStated } = facts;
  if (facts.people === null || notStated === null) {
    return `Too few people stated “${column}” for anything about them to be shown.`;
  }
  const number = reader(facts);
  const two = (value: number): string => fixed(value, 2);
  const silent =
    notStated === 0 ? '' : ` ${people(notStated)} did not state it and are left out here.`;
  return `${people(facts.people)} stated “${column}”: mean ${number('mean', two)}, standard deviation ${number('deviation', two)}; its correlation with the total is ${number('correlation', two)}.${silent} A correlation with the total is a fact about outcomes; it says nothing about any item.`;
}
