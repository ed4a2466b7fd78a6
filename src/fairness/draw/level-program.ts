/**
 * The master program of one draw: how often each panel is drawn, so that the least chance among those who are still open
 * is as large as possible and everybody whose chance is settled keeps it. It says what a seat of each kind is worth, and
 * grows by the panels that are worth more than all it knows.
 */
import { at } from '../../kernel/result/at.ts';
import type { GrowingProgram, GrowingSolver } from '../../numerics/linear/growing-program.ts';
import type { LinearProgram, Term } from '../../numerics/linear/linear-program.ts';
import type { Panel, PanelSystem } from './kinds.ts';

export interface LevelAnswer {
  /** The least chance of those who are open. */
  readonly least: number;
  /** How often each panel is drawn, in the order in which they were added. */
  readonly often: Float64Array;
  /** By kind: the weight of its chance; those of open kinds add up to one. */
  readonly weights: Float64Array;
  /** What the panels known so far are worth at most, a seat counting weight / people of its kind. */
  readonly ceiling: number;
}

export interface LevelProgram {
  add(panel: Panel): void;
  /** From now on these kinds keep at least this chance. */
  settle(kinds: readonly number[], chance: number): void;
  /** Undefined where the solver does not settle. */
  solve(): LevelAnswer | undefined;
}

const LEAST = 0;
const FREQUENCIES = 0;
/** Nobody's chance is above 1, so this bound is never reached. */
const BEYOND = 2;

export function withLevelProgram<Answer>(
  solver: GrowingSolver,
  { people }: PanelSystem,
  work: (levels: LevelProgram) => Answer,
): Answer {
  const row = (kind: number): number => kind + 1;
  const program: LinearProgram = {
    columns: [{ low: 0, high: BEYOND }],
    rows: [
      { terms: [], low: 1, high: 1 },
      ...Array.from(people, () => ({
        terms: [[LEAST, -1]] as const,
        low: 0,
        high: Number.POSITIVE_INFINITY,
      })),
    ],
  };
  return solver(program, (open) => {
    open.costs(Float64Array.of(1));
    return work({
      add(panel) {
        const terms = panel.flatMap((seats, kind): Term[] =>
          seats === 0 ? [] : [[row(kind), seats / at(people, kind)]],
        );
        open.add([[FREQUENCIES, 1], ...terms]);
      },
      settle(kinds, chance) {
        for (const kind of kinds) {
          open.factor(row(kind), LEAST, 0);
          open.boundRow(row(kind), chance, Number.POSITIVE_INFINITY);
        }
      },
      solve: () => answerOf(open),
    });
  });
}

function answerOf(open: GrowingProgram): LevelAnswer | undefined {
  const most = open.most();
  if (most.status !== 'found') {
    return undefined;
  }
  return {
    least: at(most.columns, LEAST),
    often: most.columns.slice(LEAST + 1),
    // A higher demand can only lower the least chance: what is worth something has a sign below zero.
    weights: most.worth.slice(FREQUENCIES + 1).map((worth) => Math.max(0, -worth)),
    ceiling: at(most.worth, FREQUENCIES),
  };
}
