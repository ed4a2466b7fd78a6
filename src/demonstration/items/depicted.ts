/**
 * Whom and which settings the demonstration's questions show, as a careful reader marked them, beside whom the invented body
 * says it serves. The questions are ours; the figures of those who are served are invented, like the body.
 */
import type { ExamProgram } from './demonstration-forms.ts';

interface DepictedFiles {
  readonly items: string;
  readonly served: string;
  readonly source: string;
}

const SOURCE = 'Invented, like the body: no study stands behind these figures';

/** Item by item: setting, then age of the client; a dash shows nobody in particular. */
type Marked = readonly (readonly [item: string, setting: string, age: string])[];

const CARE: Marked = [
  ['care-001', 'home care', '65 and older'],
  ['care-003', 'rehabilitation', '-'],
  ['care-006', 'health plan', '-'],
  ['care-008', 'hospital', '-'],
  ['care-010', 'workers’ compensation', '-'],
  ['care-011', 'hospital', '65 and older'],
  ['care-012', 'hospital', '-'],
  ['care-013', '-', 'under 18'],
  ['care-015', 'clinic', '-'],
  ['care-018', 'clinic', '-'],
  ['care-024', 'rehabilitation', '18 to 64'],
  ['care-025', 'clinic', '-'],
  ['care-026', 'hospital', '18 to 64'],
  ['care-028', 'long-term care', '-'],
  ['care-029', 'hospital;home care', '65 and older'],
];
const WORK: Marked = [
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 14, 15, 16, 17, 18, 20].map(
    (place) => [`work-${String(place).padStart(3, '0')}`, 'employer', '18 to 64'] as const,
  ),
  ['work-019', 'public program', '18 to 64'],
];
const NAVIGATOR: Marked = [
  ['navigator-001', 'public program', '18 to 64'],
  ['navigator-002', 'clinic', '18 to 64'],
  ['navigator-004', 'hospital', '18 to 64'],
  ['navigator-007', 'clinic', '-'],
  ['navigator-011', 'clinic', '-'],
  ['navigator-012', 'hospital', '-'],
  ['navigator-014', 'public program', '-'],
  ['navigator-016', '-', '65 and older'],
];

type Counts = Readonly<Record<string, number>>;
const PEOPLE: Readonly<Record<ExamProgram, { readonly setting: Counts; readonly age: Counts }>> = {
  'larkspur-care': {
    setting: {
      ...{ hospital: 3100, 'health plan': 2900, 'home care': 1200, clinic: 1100 },
      ...{ rehabilitation: 700, 'long-term care': 600, 'workers’ compensation': 400 },
    },
    age: { 'under 18': 800, '18 to 64': 4700, '65 and older': 4500 },
  },
  'larkspur-work': {
    setting: { employer: 5600, 'workers’ compensation': 3300, 'public program': 1100 },
    age: { 'under 18': 0, '18 to 64': 9300, '65 and older': 700 },
  },
  'larkspur-navigator': {
    setting: { clinic: 4200, hospital: 2300, 'public program': 3500 },
    age: { 'under 18': 900, '18 to 64': 6600, '65 and older': 2500 },
  },
};
const MARKED: Readonly<Record<ExamProgram, Marked>> = {
  'larkspur-care': CARE,
  'larkspur-work': WORK,
  'larkspur-navigator': NAVIGATOR,
};

/** As a director would send them; `items` are all of the program's form. */
export function depictedFiles(program: ExamProgram, items: readonly string[]): DepictedFiles {
  const marked = new Map(MARKED[program].map(([item, ...shows]) => [item, shows]));
  const cell = (text: string): string => (text === '-' ? '' : text);
  const rows = items.map((item) => {
    const [setting = '-', age = '-'] = marked.get(item) ?? [];
    return `${item},${cell(setting)},${cell(age)}`;
  });
  const { setting, age } = PEOPLE[program];
  const counted = (variable: string, counts: Counts): readonly string[] =>
    Object.entries(counts).map(([category, count]) => `${variable},${category},${count}`);
  return {
    items: ['item,setting,age of the client', ...rows, ''].join('\n'),
    served: [
      'variable,category,count',
      ...counted('setting', setting),
      ...counted('age of the client', age),
      '',
    ].join('\n'),
    source: SOURCE,
  };
}
