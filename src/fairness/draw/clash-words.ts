/** Why no panel keeps the rules, in a sentence that names the rules that clash. */
import { at } from '../../kernel/result/at.ts';
import type { Clash } from './clash.ts';
import type { PanelSystem } from './kinds.ts';
import type { DrawRules, Quota } from './pool.ts';

interface Bounded {
  readonly quota: Quota;
  readonly side: 'least' | 'most';
  /** People of the pool it speaks of. */
  readonly people: number;
}

export function clashWords(clash: Clash, system: PanelSystem, { size, quotas }: DrawRules): string {
  const households = clash.bounds.some(({ rules }) =>
    rules.some((rule) => at(system.rules, rule).rule === 'household'),
  );
  const bounded = clash.bounds.flatMap(({ rules, side }): Bounded[] => {
    const { quota, kinds } = at(system.rules, at(rules, 0));
    const people = kinds.reduce((sum, kind) => sum + at(system.people, kind), 0);
    return quota === undefined ? [] : [{ quota: at(quotas, quota), side, people }];
  });
  if (bounded.length === 0) {
    return `no panel of ${size} is possible: the pool has too few households, and each can have one person on the panel. Invite more people, or draw a smaller panel.`;
  }
  const everybody = system.people.reduce((sum, people) => sum + people, 0);
  const why = households ? undefined : (sumWords(bounded, size, everybody) ?? shortWords(bounded));
  const rules = bounded.map(spelled).join('; ');
  const together = `${households ? 'With at most one person of each household, these' : 'These'} rules cannot be kept together on a panel of ${size}: ${rules}.`;
  const first = `no panel keeps all rules. ${why ?? together}`;
  const change =
    bounded.length === 1
      ? 'Change this rule, or invite more people.'
      : 'Any one of them changed enough makes the others possible.';
  return clash.smallest ? `${first} ${change}` : `${first} Other rules may clash as well.`;
}

const spelled = ({ quota, side }: Bounded): string =>
  side === 'least'
    ? `at least ${quota.least} "${quota.value}" of "${quota.category}" (${quota.where})`
    : `at most ${quota.most} "${quota.value}" of "${quota.category}" (${quota.where})`;

/** All of one category and one side: what they add up to says it. */
function sumWords(
  bounded: readonly Bounded[],
  size: number,
  everybody: number,
): string | undefined {
  const [first] = bounded;
  const alike = bounded.every(
    ({ quota, side }) => quota.category === first?.quota.category && side === first.side,
  );
  if (first === undefined || !alike) {
    return undefined;
  }
  const { side, quota } = first;
  const sum = bounded.reduce((total, one) => total + one.quota[side], 0);
  const values = bounded.map((one) => `${one.quota[side]} "${one.quota.value}"`).join(', ');
  if (side === 'least' && sum > size) {
    return `The rules for "${quota.category}" ask for at least ${sum} people together (${values}), and there are ${size} seats.`;
  }
  const others = everybody - bounded.reduce((total, { people }) => total + people, 0);
  const beside = others === 0 ? '' : ` and the pool has ${others} others`;
  return side === 'most' && sum + others < size
    ? `The rules for "${quota.category}" allow at most ${sum} people together (${values})${beside}, and there are ${size} seats.`
    : undefined;
}

function shortWords(bounded: readonly Bounded[]): string | undefined {
  const [only, second] = bounded;
  return only?.side === 'least' && second === undefined && only.people < only.quota.least
    ? `At least ${only.quota.least} "${only.quota.value}" of "${only.quota.category}" are asked for (${only.quota.where}), and the pool has ${only.people}.`
    : undefined;
}
