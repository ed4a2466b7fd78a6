/**
 * Questions by group, through the gate: of a question that fewer than eleven people of either group got right, or
 * wrong, nothing is said, because its figures would tell of those few. Effects are given in tenths.
 */
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import type { DifClass } from '../dif/verdict.ts';
import { SMALLEST_SHOWN } from '../groups/group.ts';
import { letThrough, type Published, WITHHELD, type Withheld } from './gate.ts';

export interface ItemFigures {
  readonly delta: number;
  readonly deltaError: number;
  readonly letter: DifClass;
  /** The group for which it is harder at the same score. */
  readonly harderFor: string | undefined;
  /** Class C, and more than chance explains with so many questions looked at (Holm's rule over the form). */
  readonly standsOut: boolean;
}

export interface MeasuredItem {
  readonly item: string;
  /** Withheld too where the method gives no answer: why must not be told apart. */
  readonly figures: ItemFigures | Withheld;
}

export interface ItemToProtect {
  readonly item: string;
  /** Undefined where the method gives no answer. */
  readonly figures: ItemFigures | undefined;
  /** How many of each group got it right, and wrong. */
  readonly counts: readonly number[];
}

export interface NamedGroup {
  readonly id: string;
  readonly label: string;
}

interface Compared<Item> {
  readonly focal: NamedGroup;
  readonly items: readonly Item[];
  /** False where the questions that stand out keep changing: then only those that always do are marked. */
  readonly settled: boolean;
  /** Set where an earlier release compared them: the last day that is counted. */
  readonly countedUntil?: CivilDate;
}

interface Form<Item> {
  readonly program: string;
  readonly form: string;
  /** The largest group, which the others are compared with; undefined where no group may be shown. */
  readonly reference: NamedGroup | undefined;
  readonly compared: readonly Compared<Item>[];
  /** Groups with too few people for this: their questions need readers, not numbers. */
  readonly tooFew: readonly NamedGroup[];
}
export type ComparedItems = Compared<MeasuredItem>;
export type MeasuredItems = Form<MeasuredItem>;
export type ItemsToProtect = Form<ItemToProtect>;

export const protectItems = (
  forms: readonly ItemsToProtect[],
): Published<readonly MeasuredItems[]> =>
  letThrough(
    forms.map((form) => ({
      ...form,
      compared: form.compared.map((compared) => ({
        ...compared,
        items: compared.items.map(protectedItem),
      })),
    })),
  );

function protectedItem({ item, figures, counts }: ItemToProtect): MeasuredItem {
  const few = counts.some((count) => count < SMALLEST_SHOWN);
  return figures === undefined || few
    ? { item, figures: WITHHELD }
    : {
        item,
        figures: {
          ...figures,
          delta: tenths(figures.delta),
          deltaError: tenths(figures.deltaError),
        },
      };
}

const tenths = (value: number): number => Math.round(value * 10) / 10;
