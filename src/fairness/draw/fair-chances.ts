/**
 * The fairest chances: LEXIMIN over all panels that keep the rules (Flanigan, Goelz, Gupta, Hennig & Procaccia, Nature 596,
 * 2021). The least chance is made as large as it can be; then the least among the others, and so on, until nobody's
 * chance can be raised without lowering that of somebody who has no more. MAXIMIN stops after the first level.
 *
 * Column generation over kinds of people in place of people. At each level the weights of the program (its duals) say who
 * cannot be raised further: those with a weight are settled there. Each level leaves its weights and the proof that no panel
 * is worth more, from which anybody can check that no fairer draw exists (certificate.ts).
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { GrowingSolver } from '../../numerics/linear/growing-program.ts';
import type { Panel, PanelSystem } from './kinds.ts';
import { type LevelAnswer, type LevelProgram, withLevelProgram } from './level-program.ts';
import { type PanelSearch, type Proof, withPanelSearch } from './panel-search.ts';

export type Aim = 'leximin' | 'maximin';

/** One level as it was proved. */
export interface LevelStep {
  readonly chance: number;
  /** Kinds whose chance is settled here. */
  readonly settled: readonly number[];
  /** By kind: what a seat counts. */
  readonly worth: Float64Array;
  /** No panel counts more. */
  readonly proof: Proof;
}

/** Kinds that can be on no panel, with the proof that no panel has a seat for any of them. */
export interface NeverDrawn {
  readonly kinds: readonly number[];
  readonly proof: Proof;
}

export interface Portfolio {
  readonly panels: readonly Panel[];
  /** How often each is drawn; together 1. */
  readonly often: readonly number[];
}

export interface FairChances {
  readonly portfolio: Portfolio;
  /** Further panels that keep the rules, found on the way. */
  readonly more: readonly Panel[];
  /** By kind: the chance of each of its people. */
  readonly chances: Float64Array;
  readonly never: NeverDrawn | undefined;
  readonly steps: readonly LevelStep[];
}

export type ChancesFault = 'no-panel' | 'not-settled';

/** A panel worth more than the known ones by less than this changes nothing. */
const NO_GAIN = 1e-7;
/** Weights below this may be dust of the solver: their kinds wait for a later step. */
const WEIGHTY = 1e-6;
const DUST = 1e-12;

export function fairChances(
  solver: GrowingSolver,
  system: PanelSystem,
  aim: Aim,
): Result<FairChances, ChancesFault> {
  return withPanelSearch(solver, system, (search) =>
    withLevelProgram(solver, system, (levels) => {
      const draw = drawing(system, search, levels);
      const begun = draw.begin();
      if (!begun.ok) {
        return begun;
      }
      const steps: LevelStep[] = [];
      let answer = levels.solve();
      while (draw.open().length > 0 && (aim === 'leximin' || steps.length === 0)) {
        const level = answer && draw.level(answer);
        if (level === undefined) {
          return unsettled();
        }
        steps.push(level.step);
        answer = level.answer;
        if (aim === 'leximin' && draw.open().length > 0) {
          answer = levels.solve();
        }
      }
      if (answer === undefined) {
        return unsettled();
      }
      const portfolio = portfolioOf(draw.panels(), answer.often);
      const chances = chancesOf(system, portfolio);
      const more = draw.panels().filter((panel) => !portfolio.panels.includes(panel));
      return success({ portfolio, more, chances, never: begun.value, steps });
    }),
  );
}

const unsettled = (): Result<never, ChancesFault> =>
  refuse(
    'not-settled',
    'the search for panels was given up: these rules have too many cases. Fewer categories, or wider bounds, make it possible.',
  );

interface Level {
  readonly step: LevelStep;
  readonly answer: LevelAnswer;
}

interface Drawing {
  /** Panels on which everybody sits who can; who can never, is settled at zero. */
  begin(): Result<NeverDrawn | undefined, ChancesFault>;
  /** Takes one level from the program's present answer to its best, and settles who cannot be raised. */
  level(answer: LevelAnswer): Level | undefined;
  open(): readonly number[];
  panels(): readonly Panel[];
}

function drawing(system: PanelSystem, search: PanelSearch, levels: LevelProgram): Drawing {
  const count = system.kinds.length;
  const panels: Panel[] = [];
  const known = new Set<string>();
  const settled = new Map<number, number>();
  const open = (): number[] =>
    Array.from({ length: count }, (_, kind) => kind).filter((kind) => !settled.has(kind));
  const add = (panel: Panel): boolean => {
    const fresh = !known.has(panel.join());
    if (fresh) {
      known.add(panel.join());
      panels.push(panel);
      levels.add(panel);
    }
    return fresh;
  };
  const settle = (kinds: readonly number[], chance: number): void => {
    for (const kind of kinds) {
      settled.set(kind, chance);
    }
    levels.settle(kinds, chance);
  };
  return {
    open,
    panels: () => panels,
    begin() {
      const any = search.above(new Float64Array(count), -1);
      if (any.status !== 'found') {
        return any.status === 'none'
          ? refuse('no-panel', 'no panel keeps all rules.')
          : unsettled();
      }
      add(any.panel);
      for (;;) {
        const waiting = open().filter((kind) => panels.every((panel) => panel[kind] === 0));
        const found = search.above(onlyOf(waiting, count), 0.5);
        if (found.status === 'not-settled') {
          return unsettled();
        }
        if (found.status === 'none') {
          settle(waiting, 0);
          return success(waiting.length === 0 ? undefined : { kinds: waiting, proof: found.proof });
        }
        add(found.panel);
      }
    },
    level(first) {
      for (let answer: LevelAnswer | undefined = first; answer; answer = levels.solve()) {
        const worth = worthOf(system, answer);
        const found = search.above(worth, answer.ceiling + NO_GAIN);
        if (found.status === 'none') {
          const { least, weights } = answer;
          const kinds = open().filter((kind) => at(weights, kind) > WEIGHTY);
          settle(kinds, least);
          return { step: { chance: least, settled: kinds, worth, proof: found.proof }, answer };
        }
        if (found.status === 'not-settled' || !add(found.panel)) {
          return undefined;
        }
      }
      return undefined;
    },
  };
}

const onlyOf = (kinds: readonly number[], count: number): Float64Array => {
  const worth = new Float64Array(count);
  for (const kind of kinds) {
    worth[kind] = 1;
  }
  return worth;
};

const worthOf = ({ people }: PanelSystem, { weights }: LevelAnswer): Float64Array =>
  weights.map((weight, kind) => weight / at(people, kind));

function portfolioOf(panels: readonly Panel[], often: Float64Array): Portfolio {
  const drawn = panels.flatMap((panel, place) => {
    const share = often[place] ?? 0;
    return share > DUST ? [{ panel, share }] : [];
  });
  const total = drawn.reduce((sum, { share }) => sum + share, 0);
  return {
    panels: drawn.map(({ panel }) => panel),
    often: drawn.map(({ share }) => share / total),
  };
}

function chancesOf({ people }: PanelSystem, { panels, often }: Portfolio): Float64Array {
  const chances = new Float64Array(people.length);
  for (const [place, panel] of panels.entries()) {
    for (const [kind, seats] of panel.entries()) {
      chances[kind] = at(chances, kind) + (at(often, place) * seats) / at(people, kind);
    }
  }
  return chances;
}
