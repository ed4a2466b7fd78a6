/** The rules of appeal as the page shows them: every kind, with how long there is in each program and who set that. */
import {
  APPEAL_RULES,
  type AppealRules,
  DECISION_KINDS,
} from '../../../casework/appeal/appeal-rules.ts';
import { DEFAULT_CONDUCT_RULES } from '../../../casework/conduct/conduct-rules.ts';
import type { CivilDate } from '../../../kernel/dates/civil-date.ts';
import { appealLimit } from '../../../program/catalog/appeal-days.ts';
import { type OfferedProgram, rulesInForce } from '../../../program/definition/offered-program.ts';
import { en } from '../../words/en.ts';

const words = en.appeals;

export interface KindView {
  readonly id: string;
  readonly title: string;
  readonly decision: string;
  readonly made: boolean;
  readonly grounds: readonly {
    readonly id: string;
    readonly title: string;
    readonly rule: string;
    readonly leadsTo: string;
  }[];
  readonly limits: readonly string[];
  readonly heardBy: string;
  readonly canChange: readonly string[];
  readonly cannotChange: readonly string[];
}

/** `programs`: those in which decisions are made here. */
export const appealsView = (
  programs: readonly OfferedProgram[],
  today: CivilDate,
): readonly KindView[] =>
  DECISION_KINDS.map((kind) => {
    const { grounds, ...rules } = APPEAL_RULES[kind];
    return {
      ...rules,
      id: kind,
      grounds: grounds.map(({ leadsTo, ...ground }) => ({
        ...ground,
        leadsTo: `${leadsTo.map((effect) => words.effects[effect]).join(', or ')}.`,
      })),
      limits: limitsOf(kind, programs, today),
    };
  });

function limitsOf(
  kind: AppealRules['kind'],
  programs: readonly OfferedProgram[],
  today: CivilDate,
): readonly string[] {
  if (kind === 'conduct') {
    return [words.limitConduct(DEFAULT_CONDUCT_RULES.appealDays)];
  }
  const alike = new Map<string, { days: number; setBy: string; names: string[] }>();
  for (const program of programs) {
    const { days, setBy } = appealLimit(program, rulesInForce(program, today), kind);
    const key = `${days} ${setBy}`;
    const known = alike.get(key) ?? { days, setBy, names: [] };
    alike.set(key, { ...known, names: [...known.names, program.name] });
  }
  const [only, ...more] = [...alike.values()].toSorted((a, b) => b.days - a.days);
  if (only === undefined) {
    return [words.limitNone];
  }
  return more.length === 0
    ? [words.limitEverywhere(only.days, only.setBy)]
    : [only, ...more].map(({ days, names, setBy }) => words.limitIn(days, names.join(', '), setBy));
}
