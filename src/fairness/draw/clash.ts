/**
 * Why no panel keeps the rules: the smallest set of bounds that already cannot be kept together with the size of the panel.
 * Take any one of them away and the rest of the set can be kept.
 *
 * Method: a smallest clashing set hits every correction, a set of bounds whose dropping makes a panel possible (Ignatiev,
 * Previti, Liffiton & Marques-Silva 2015). Corrections are found one after the other until the smallest set that hits them
 * all clashes by itself.
 */
import { at } from '../../kernel/result/at.ts';
import type { GrowingSolver } from '../../numerics/linear/growing-program.ts';
import { brokenBy, type Panel, type PanelSystem, type Rule } from './kinds.ts';
import { withPanelSearch } from './panel-search.ts';

/** One bound of one rule; one person of each household is one bound, whatever the households. */
export interface ClashingBound {
  /** By their places. */
  readonly rules: readonly number[];
  readonly side: 'least' | 'most';
}

export interface Clash {
  readonly bounds: readonly ClashingBound[];
  /** False where the search was cut short: then none of the bounds can be spared, but another set may be smaller. */
  readonly smallest: boolean;
}

const MOST_ROUNDS = 60;

/** Undefined where the search for panels does not settle. */
export function clashOf(solver: GrowingSolver, system: PanelSystem): Clash | undefined {
  const every = boundsIn(system);
  const possible = panelUnder(solver, system, every);
  const corrections: (readonly number[])[] = [];
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const hitting = smallestHitting(corrections);
    const panel = possible(hitting);
    if (panel === 'not-settled') {
      return undefined;
    }
    if (panel === 'none') {
      const bounds = hitting.toSorted((a, b) => a - b).map((place) => at(every, place));
      return { bounds, smallest: true };
    }
    corrections.push(correctionFrom(hitting, panel, every, system, possible));
  }
  return leastByDropping(every, possible);
}

type Possible = (kept: readonly number[]) => Panel | 'none' | 'not-settled';

/** Every bound that asks for something: the size of the panel alone is never given up. */
function boundsIn({ rules }: PanelSystem): readonly ClashingBound[] {
  const households = rules.flatMap(({ rule }, place) => (rule === 'household' ? [place] : []));
  const byQuota = rules.flatMap(({ rule, least }, place): ClashingBound[] =>
    rule === 'quota'
      ? [
          ...(least > 0 ? [{ rules: [place], side: 'least' as const }] : []),
          { rules: [place], side: 'most' },
        ]
      : [],
  );
  return households.length === 0 ? byQuota : [...byQuota, { rules: households, side: 'most' }];
}

function panelUnder(
  solver: GrowingSolver,
  system: PanelSystem,
  every: readonly ClashingBound[],
): Possible {
  const worth = new Float64Array(system.kinds.length);
  return (kept) => {
    const asked = kept.map((place) => at(every, place));
    const rules = system.rules.map((rule, place): Rule => {
      const keeps = (side: ClashingBound['side']): boolean =>
        rule.rule === 'size' || asked.some((one) => one.rules.includes(place) && one.side === side);
      return {
        ...rule,
        least: keeps('least') ? rule.least : 0,
        most: keeps('most') ? rule.most : Number.POSITIVE_INFINITY,
      };
    });
    return withPanelSearch(solver, { ...system, rules }, (search) => {
      const found = search.above(worth, -1);
      return found.status === 'found' ? found.panel : found.status;
    });
  };
}

/** What must be dropped beside a set that can be kept: all that a panel keeps joins the set, until nothing more can. */
function correctionFrom(
  kept: readonly number[],
  panel: Panel,
  every: readonly ClashingBound[],
  system: PanelSystem,
  possible: Possible,
): readonly number[] {
  const inside = new Set([...kept, ...keptBy(panel, every, system)]);
  for (const place of every.keys()) {
    const more = inside.has(place) ? 'none' : possible([...inside, place]);
    if (more !== 'none' && more !== 'not-settled') {
      inside.add(place);
      for (const own of keptBy(more, every, system)) {
        inside.add(own);
      }
    }
  }
  return [...every.keys()].filter((place) => !inside.has(place));
}

function keptBy(
  panel: Panel,
  every: readonly ClashingBound[],
  system: PanelSystem,
): readonly number[] {
  return every.flatMap(({ rules, side }, place) => {
    const bounds = side === 'least' ? { most: Number.POSITIVE_INFINITY } : { least: 0 };
    const alone = rules.map((rule): Rule => ({ ...at(system.rules, rule), ...bounds }));
    return brokenBy({ ...system, rules: alone }, panel).length === 0 ? [place] : [];
  });
}

/** The fewest places that meet every set: deeper and deeper, along the sets not yet met. */
function smallestHitting(sets: readonly (readonly number[])[]): readonly number[] {
  for (let most = 0; ; most += 1) {
    const found = hitting(sets, [], most);
    if (found !== undefined) {
      return found;
    }
  }
}

function hitting(
  sets: readonly (readonly number[])[],
  chosen: readonly number[],
  most: number,
): readonly number[] | undefined {
  const missed = sets.filter((set) => !set.some((place) => chosen.includes(place)));
  const [next] = missed.toSorted((a, b) => a.length - b.length);
  if (next === undefined) {
    return chosen;
  }
  if (chosen.length === most) {
    return undefined;
  }
  for (const place of next) {
    const found = hitting(sets, [...chosen, place], most);
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}

function leastByDropping(every: readonly ClashingBound[], possible: Possible): Clash | undefined {
  let kept = [...every.keys()];
  for (const place of every.keys()) {
    const without = kept.filter((own) => own !== place);
    const panel = possible(without);
    if (panel === 'not-settled') {
      return undefined;
    }
    kept = panel === 'none' ? without : kept;
  }
  return { bounds: kept.map((place) => at(every, place)), smallest: false };
}
