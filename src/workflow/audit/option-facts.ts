/** Who chose which option, from the weakest fifth of totals to the strongest, where the file holds options and a key. */

import { success } from '../../kernel/result/result.ts';
import {
  type DistractorTable,
  distractorTables,
} from '../../psychometrics/classical/distractors.ts';
import { optionsOfPeople } from '../../psychometrics/responses/option-matrix.ts';
import { told } from '../../reporting/technical-report/known.ts';
import type { Flag, OptionFacts } from '../../reporting/technical-report/report.ts';
import type { Exam } from './read-exam.ts';

export interface OptionFindings {
  readonly options: readonly OptionFacts[];
  /** Wrong options that the abler people choose, by item. */
  readonly flags: ReadonlyMap<string, Flag>;
}

export function optionFindings(exam: Exam): OptionFindings {
  const { options } = exam.read;
  if (options === undefined) {
    return { options: [], flags: new Map() };
  }
  const tables = distractorTables(optionsOfPeople(options, exam.people), exam.matrix, exam.totals);
  if (!tables.ok) {
    return { options: [], flags: new Map() };
  }
  return {
    options: tables.value.flatMap(factsOf),
    flags: new Map(tables.value.flatMap(flagOf)),
  };
}

const factsOf = ({ item, options }: DistractorTable): readonly OptionFacts[] =>
  options.map((option) => {
    const { values, reasons } = told({
      share: success(option.share),
      meanRest: option.meanRest,
      pointBiserial: option.pointBiserial,
    });
    return {
      item: item.name,
      option: option.option,
      key: option.right,
      people: option.people,
      ...values,
      byFifth: option.byGroup.map((share) => (share.ok ? share.value : null)),
      reasons,
    };
  });

function flagOf({ item, options }: DistractorTable): readonly (readonly [string, Flag])[] {
  const better = options.filter(({ drawsBetterThanKey }) => drawsBetterThanKey);
  return better.length === 0
    ? []
    : [
        [
          item.name,
          {
            kind: 'distractor-better',
            because: `those who chose the wrong option ${better.map(({ option }) => option).join(' or ')} did better elsewhere than those who chose the key`,
          },
        ],
      ];
}
