/**
 * A director records why a question about people is asked, on what legal basis, and how long answers are kept; the
 * question is off until all three are on record. Switching it off keeps what was recorded, and asks nobody any more.
 */
import { type Mistake, readParagraphs } from '../../casework/person/typed-text.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { DIMENSIONS } from '../../sealed/answers/dimensions.ts';
import { mayAsk } from '../../sealed/answers/self-identification.ts';
import type { World } from '../ports/ports.ts';

export interface DimensionOnRecord {
  readonly id: string;
  readonly title: string;
  readonly question: string;
  /** How groups are published, and after which standard the question is asked. */
  readonly published: string;
  readonly standard: string;
  /** True only where it is switched on and all three texts are on record. */
  readonly asked: boolean;
  readonly purpose: string;
  readonly basis: string;
  readonly retention: string;
}

const LONGEST = 1000;
const SHORTEST = 10;
const FIELDS = [
  { field: 'purpose', label: 'Purpose' },
  { field: 'basis', label: 'Legal basis' },
] as const;
const MOST_YEARS = 30;

export async function dimensionsOnRecord(
  world: Pick<World, 'records'>,
): Promise<readonly DimensionOnRecord[]> {
  const settings = await world.records.as({ rights: 'public', person: undefined }, (records) =>
    records.settings.dimensions(),
  );
  return DIMENSIONS.map(({ id, title, question, published, standard }) => {
    const setting = settings.find(({ dimension }) => dimension === id);
    return {
      id,
      title,
      question,
      published,
      standard,
      asked: mayAsk(setting),
      purpose: setting?.purpose ?? '',
      basis: setting?.basis ?? '',
      retention: setting?.retention ?? '',
    };
  });
}

export interface DimensionTyped {
  readonly purpose: string;
  readonly basis: string;
  readonly retention: string;
}

export type RecordedDimension =
  | { readonly ok: true; readonly asked: boolean }
  | { readonly ok: false; readonly mistakes: readonly Mistake[] };

/** `ask` switches the question on; then every text is needed. Without it the question is switched off. */
export async function recordDimension(
  world: Pick<World, 'records'>,
  change: {
    readonly director: { readonly person: string; readonly name: string };
    readonly dimension: string;
    readonly ask: boolean;
    readonly typed: DimensionTyped;
  },
): Promise<Result<RecordedDimension, 'no-such-dimension'>> {
  if (!DIMENSIONS.some(({ id }) => id === change.dimension)) {
    return refuse('no-such-dimension', 'there is no such question');
  }
  const read = [
    ...FIELDS.map(({ field, label }) => ({
      field,
      text: readParagraphs(change.typed[field], { label, atLeast: SHORTEST, atMost: LONGEST }),
    })),
    { field: 'retention' as const, text: readYears(change.typed.retention) },
  ];
  const mistakes = read.flatMap(({ field, text }) =>
    text.ok ? [] : [{ field, message: text.refusal.because }],
  );
  if (change.ask && mistakes.length > 0) {
    return success({ ok: false, mistakes });
  }
  const kept = (field: keyof DimensionTyped): string => {
    const found = read.find((one) => one.field === field);
    return found?.text.ok === true ? found.text.value : '';
  };
  await world.records.as({ rights: 'director', person: change.director.person }, ({ settings }) =>
    settings.recordDimension({
      dimension: change.dimension,
      inUse: change.ask,
      purpose: kept('purpose'),
      basis: kept('basis'),
      retention: kept('retention'),
      recordedBy: change.director.name,
    }),
  );
  return success({ ok: true, asked: change.ask });
}

/** Whole years, as text: answers are erased that long after they were last given. */
function readYears(typed: string): Result<string, 'not-years'> {
  const years = Number(typed.trim());
  return /^\d{1,2}$/.test(typed.trim()) && years >= 1 && years <= MOST_YEARS
    ? success(String(years))
    : refuse(
        'not-years',
        `How long answers are kept: enter whole years from 1 to ${MOST_YEARS}, such as 5`,
      );
}
