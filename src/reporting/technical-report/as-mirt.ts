/**
 * A calibration as the table of parameters that mirt (R) takes: `pars <- read.csv(file)` and then
 * `mirt(answers, 1, itemtype, pars = pars, TOL = NaN)` gives the model back without fitting it again. One row a parameter,
 * in mirt's order and by its names: a1, d (or d1, d2 ...), g, u; partial credit with the scoring values ak.
 */

import { csvCell } from '../document/csv.ts';
import type { CalibrationResult, ParameterFacts } from './calibration-result.ts';

interface Parameter {
  readonly name: string;
  readonly value: number;
  readonly free: boolean;
  readonly low: string;
  readonly high: string;
}

const open = (name: string, value: number, free: boolean): Parameter => ({
  name,
  value,
  free,
  low: '-Inf',
  high: 'Inf',
});

export function asMirt({ items, model, latent }: CalibrationResult): string {
  const slopeFree = model !== 'rasch';
  const rows: string[] = [];
  const add = (item: string, kind: string, parameters: readonly Parameter[]): void => {
    for (const { name, value, free, low, high } of parameters) {
      rows.push(
        [
          ...['all', csvCell(item), kind, name, rows.length + 1, value, low, high],
          ...[free ? 'TRUE' : 'FALSE', 'none', 'none', 'none', 'NaN', 'NaN'],
        ].join(','),
      );
    }
  };
  for (const item of items) {
    const [kind, parameters] = parametersOf(item, slopeFree, model === '3pl');
    add(item.id, kind, parameters);
  }
  add('GROUP', 'GroupPars', [
    open('MEAN_1', latent.mean, false),
    { ...open('COV_11', latent.variance, model === 'rasch'), low: '1e-04' },
  ]);
  return `group,item,class,name,parnum,value,lbound,ubound,est,const,nconst,prior.type,prior_1,prior_2\n${rows.join('\n')}\n`;
}

function parametersOf(
  { kind, a, d, g }: ParameterFacts,
  slopeFree: boolean,
  guessingFree: boolean,
): readonly [string, readonly Parameter[]] {
  const slope = open('a1', a ?? 1, slopeFree);
  if (!Array.isArray(d)) {
    const share = { low: '0', high: '1' };
    return [
      'dich',
      [
        slope,
        open('d', typeof d === 'number' ? d : 0, true),
        { ...open('g', g ?? 0, guessingFree), ...share },
        { ...open('u', 1, false), ...share },
      ],
    ];
  }
  if (kind === 'graded') {
    return ['graded', [slope, ...d.map((one, step) => open(`d${step + 1}`, one, true))]];
  }
  const scores = Array.from({ length: d.length + 1 }, (_, k) => open(`ak${k}`, k, false));
  return [
    'gpcm',
    [
      slope,
      ...scores,
      open('d0', 0, false),
      ...d.map((one, step) => open(`d${step + 1}`, one, true)),
    ],
  ];
}
