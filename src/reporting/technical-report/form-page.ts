/** The block for each form that accreditors ask for, and what was read by which rules. */
import { prose, type Section } from '../document/document.ts';
import { count, counted, fixed, listed, people, percent, reader, shareOf } from './numerals.ts';
import type { TechnicalReport } from './report.ts';

/** N, percent passing, cut, mean, standard deviation, reliability, SEM, decision consistency. */
export function formPage({ form, decision }: TechnicalReport): Section {
  const number = reader(form);
  const two = (value: number): string => fixed(value, 2);
  const reasons = [...new Set(Object.values(form.reasons))];
  return {
    id: 'form',
    title: 'This form in numbers',
    blocks: [
      {
        kind: 'facts',
        facts: [
          ['People', count(form.people)],
          ['Cut', number('cut', String)],
          [
            'Passing',
            form.passing === null ? number('passing') : shareOf(form.passing, form.people),
          ],
          ['Mean', number('mean', two)],
          ['Standard deviation', number('deviation', two)],
          ['Reliability (alpha)', number('reliability')],
          ['Standard error of measurement', number('sem', two)],
          [
            'The same at the cut (Lord; Keats)',
            `${number('semAtCut', two)}; ${number('semAtCutKeats', two)}`,
          ],
          ['Decision consistency', number('decisionConsistency')],
          ['Decision accuracy', number('decisionAccuracy')],
        ],
      },
      ...(reasons.length === 0 ? [] : [prose(`Why it says “none” above: ${reasons.join('; ')}.`)]),
      ...(decision.length === 0
        ? []
        : [
            {
              kind: 'table' as const,
              table: {
                caption:
                  'How the decision would stand up to another form: consistency is the share with the same result twice; accuracy, the share whose result agrees with their true score.',
                columns: [
                  { heading: 'Method', align: 'left' as const },
                  { heading: 'Consistency', align: 'right' as const },
                  { heading: 'Accuracy', align: 'right' as const },
                  { heading: 'Kappa', align: 'right' as const },
                  { heading: 'Pass, should not', align: 'right' as const },
                  { heading: 'Fail, should not', align: 'right' as const },
                ],
                rows: decision.map((one) => {
                  const of = reader(one);
                  const share = (value: number): string => percent(value, 1);
                  return [
                    one.method,
                    of('consistency'),
                    of('accuracy'),
                    of('kappa'),
                    of('falsePasses', share),
                    of('falseFails', share),
                  ];
                }),
              },
            },
          ]),
    ],
  };
}

/** What was read, what was assumed, and the one rule for each kind of missing answer. */
export function readingPage(report: TechnicalReport): Section {
  const { sample, settings, missingRules } = report;
  const empty =
    sample.withoutAnswers.length === 0
      ? 'nobody'
      : `${people(sample.withoutAnswers.length)}: row ${listed(sample.withoutAnswers.map(String), 8)}`;
  return {
    id: 'reading',
    title: 'What was read, and by which rules',
    blocks: [
      {
        kind: 'facts',
        facts: [
          ['File', report.file],
          ['Rows of people', count(sample.peopleRead)],
          ['People in every number', count(sample.people)],
          ['Left out: no scored answer', empty],
          ['Left out: not given every scored item', count(sample.incomplete)],
          ['Scored items', `${count(sample.items)} (${span(report, false)})`],
          ['Pilot items', pilotWords(report)],
          ['Column of ids', settings.idColumn ?? 'none'],
          ['Cells separated by', settings.separator],
          ['Smallest group shown', counted(settings.minimumGroup, 'person', 'people')],
        ],
      },
      ...(report.assumed.length === 0
        ? []
        : [
            { kind: 'subheading' as const, id: 'assumed', text: 'What was assumed' },
            { kind: 'list' as const, items: report.assumed },
          ]),
      {
        kind: 'table',
        table: {
          caption:
            'Missing answers: the same answers give other numbers under other rules. These were used.',
          columns: [
            { heading: 'Kind', align: 'left' },
            { heading: 'Cells', align: 'right' },
            { heading: 'What it is', align: 'left' },
            { heading: 'Rule', align: 'left' },
          ],
          rows: missingRules.map(({ kind, cells, meaning, rule }) => [
            kind,
            count(cells),
            meaning,
            rule,
          ]),
        },
      },
    ],
  };
}

function span({ items }: TechnicalReport, pilot: boolean): string {
  const names = items.filter((item) => item.pilot === pilot).map(({ id }) => id);
  return names.length < 3 ? names.join(', ') : `${names[0]} to ${names.at(-1)}`;
}

function pilotWords(report: TechnicalReport): string {
  const { pilotItems, pilotBlocks } = report.sample;
  if (pilotItems === 0) {
    return 'none named; name items that do not count with --pretest';
  }
  const each = pilotBlocks.map(
    (block) => `${counted(block.items.length, 'item')} to ${people(block.people)}`,
  );
  return `${count(pilotItems)} (${span(report, true)}), never part of the total; planned blocks: ${listed(each, 8)}`;
}
