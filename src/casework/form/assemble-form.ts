/**
 * Builds a form from a bank of questions by an exam outline. The same bank, plan and seed give the same form.
 *
 * Each domain's questions are drawn in a seeded order; a question is passed over when its pair on the list of
 * enemies (two questions that give each other away) is already in the form. Then the order of each part is mixed.
 * This is enough for short forms from small banks. Not here: balancing difficulty and information across forms.
 */
import { type Generator, generatorFrom, shuffled } from '../../kernel/chance/generator.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { type BankProblem, checkedBank } from '../item/check-item.ts';
import { EXPERTS_NEEDED, type Item, type ItemKey, reviewStatus } from '../item/item.ts';
import { type Form, type FormKind, type FormPart, formFrom, type StoredCut } from './form.ts';
import { type OutlineDomain, type OutlineRefusal, sharesOf } from './outline.ts';

export interface PartPlan {
  readonly id: string;
  readonly title: string;
  readonly outline: readonly OutlineDomain[];
  readonly items: number;
  readonly minutes: number;
  readonly cut: StoredCut;
}

export interface FormPlan {
  readonly id: string;
  readonly program: string;
  readonly outline: string;
  readonly kind: FormKind;
  readonly parts: readonly PartPlan[];
  readonly seed: string;
  /** Pairs of question ids that may not stand in one form. */
  readonly enemies: readonly (readonly [string, string])[];
}

export type FormRefusal =
  | BankProblem
  | OutlineRefusal
  | 'no-parts'
  | 'part-twice'
  | 'not-signed'
  | 'cut-set-by-nobody'
  | 'cut-out-of-range'
  | 'minutes-missing'
  | 'too-few-items';

export function assembleForm(
  plan: FormPlan,
  items: readonly Item[],
  keys: readonly ItemKey[],
): Result<Form, FormRefusal> {
  const planned = checkedPlan(plan);
  if (!planned.ok) {
    return planned;
  }
  const bank = checkedBank(items, keys);
  if (!bank.ok) {
    return bank;
  }
  const chance = generatorFrom(plan.seed);
  const chosen = new Set<string>();
  const parts: FormPart[] = [];
  for (const part of plan.parts) {
    const built = builtPart(part, { items, enemies: plan.enemies, chosen, chance });
    if (!built.ok) {
      return built;
    }
    parts.push(built.value);
  }
  if (plan.kind === 'operational') {
    const unsigned = unsignedAmong(items, keys, chosen);
    if (unsigned.length > 0) {
      return refuse(
        'not-signed',
        `an operational form needs ${EXPERTS_NEEDED} experts' signatures on each question; missing on ${unsigned.join(', ')}`,
      );
    }
  }
  const { id, program, outline, kind } = plan;
  return success(formFrom({ id, program, outline, kind, parts }));
}

function checkedPlan(plan: FormPlan): Result<FormPlan, FormRefusal> {
  if (plan.parts.length === 0) {
    return refuse('no-parts', 'a form needs at least one part');
  }
  if (new Set(plan.parts.map((part) => part.id)).size < plan.parts.length) {
    return refuse('part-twice', 'two parts have the same id');
  }
  for (const { title, cut, items, minutes } of plan.parts) {
    if (!Number.isInteger(cut.raw) || cut.raw < 1 || cut.raw > items) {
      return refuse(
        'cut-out-of-range',
        `${title}: a passing score is a whole number from 1 to ${items}, not ${cut.raw}`,
      );
    }
    if (!Number.isInteger(minutes) || minutes < 1) {
      return refuse('minutes-missing', `${title}: say how many whole minutes it takes`);
    }
    if (plan.kind === 'operational' && cut.setBy !== 'panel') {
      return refuse(
        'cut-set-by-nobody',
        `${title}: an operational form needs a passing score that a panel has set`,
      );
    }
  }
  return success(plan);
}

interface Drawing {
  readonly items: readonly Item[];
  readonly enemies: FormPlan['enemies'];
  readonly chosen: Set<string>;
  readonly chance: Generator;
}

function builtPart(part: PartPlan, drawing: Drawing): Result<FormPart, FormRefusal> {
  const shares = sharesOf(part.outline, part.items);
  if (!shares.ok) {
    return shares;
  }
  const drawn: Item[] = [];
  for (const share of shares.value) {
    const fit = drawnFrom(share.domain, share.items, drawing);
    if (fit.length < share.items) {
      return refuse(
        'too-few-items',
        `${share.title} needs ${share.items} questions and the bank gives ${fit.length} that may stand together`,
      );
    }
    drawn.push(...fit);
  }
  const { id, title, minutes, cut } = part;
  return success({
    id,
    title,
    minutes,
    cut,
    domains: shares.value.map(({ domain, title: name, items, basis }) => ({
      id: domain,
      title: name,
      items,
      basis,
    })),
    items: shuffled(drawn, drawing.chance).map((item) => ({
      item: item.id,
      version: item.version,
      hash: item.hash,
      domain: item.domain,
    })),
  });
}

function drawnFrom(domain: string, count: number, drawing: Drawing): readonly Item[] {
  const drawn: Item[] = [];
  const pool = drawing.items
    .filter((item) => item.domain === domain)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  for (const item of shuffled(pool, drawing.chance)) {
    if (drawn.length === count) {
      break;
    }
    if (!drawing.chosen.has(item.id) && !hasEnemyIn(item.id, drawing)) {
      drawing.chosen.add(item.id);
      drawn.push(item);
    }
  }
  return drawn;
}

const hasEnemyIn = (id: string, { enemies, chosen }: Drawing): boolean =>
  enemies.some(([a, b]) => (a === id && chosen.has(b)) || (b === id && chosen.has(a)));

function unsignedAmong(
  items: readonly Item[],
  keys: readonly ItemKey[],
  chosen: ReadonlySet<string>,
): readonly string[] {
  const keyOf = new Map(keys.map((key) => [key.item, key]));
  return items
    .filter((item) => chosen.has(item.id))
    .filter((item) => {
      const key = keyOf.get(item.id);
      return key === undefined || reviewStatus(item, key) !== 'reviewed';
    })
    .map((item) => item.id);
}
