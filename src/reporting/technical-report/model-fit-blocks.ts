/** Whether the model as a whole describes the answers, in numbers and in a sentence. */
import type { Block } from '../document/document.ts';
import { prose } from '../document/document.ts';
import { reasonOf } from './known.ts';
import { count, fixed, percent, pValue, reader, shareOf } from './numerals.ts';
import type { ModelFitFacts, PersonFitFacts } from './report.ts';

/** A misfit that is usual to call close, and one that is not small any more (Browne & Cudeck 1992). */
export const CLOSE = 0.05;
export const POOR = 0.08;

export const fitWords = (rmsea: number): string =>
  rmsea <= CLOSE ? 'a close fit' : rmsea <= POOR ? 'a fair fit' : 'a poor fit';

export function modelFitBlocks(fit: ModelFitFacts): readonly Block[] {
  const number = reader(fit);
  if (fit.rmsea === null) {
    return [
      prose(`${fit.name} is not worked out, because ${reasonOf(fit.reasons, 'rmsea') ?? ''}.`),
    ];
  }
  const words = fitWords(fit.rmsea);
  return [
    {
      kind: 'facts',
      facts: [
        [
          fit.name,
          `${number('statistic', (value) => fixed(value, 2))} with ${number('degreesOfFreedom', count)} degrees of freedom, p-value ${pValue(fit.pValue)}, on ${number('people', count)} people`,
        ],
        [
          'RMSEA',
          `${number('rmsea', (value) => fixed(value, 4))}, 90 % interval ${number('rmseaLow', (value) => fixed(value, 4))} to ${number('rmseaHigh', (value) => fixed(value, 4))}: ${words}`,
        ],
        ['SRMSR', number('srmsr', (value) => fixed(value, 4))],
        [
          'TLI; CFI',
          `${number('tli', (value) => fixed(value, 4))}; ${number('cfi', (value) => fixed(value, 4))}`,
        ],
      ],
    },
  ];
}

export const personFitWords = ({ people, mark, surprising, share }: PersonFitFacts): Block =>
  prose(
    `Person fit: the answers of ${shareOf(surprising, people)} do not go with their ability (lz below ${fixed(mark)}): easy items wrong and hard ones right. Where all is well, up to ${percent(0.05)} are marked.${share !== null && share > 0.05 ? ' Here there are more: look for careless answers, a second dimension, or knowledge of some items.' : ''} A mark proves nothing about anybody; evenhand score --fit lists the values.`,
  );
