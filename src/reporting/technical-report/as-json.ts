/**
 * The audit as data, every digit kept. A number that does not exist is null, and the reason stands under
 * "reasons" beside it, so that nobody has to guess what a gap means.
 */
import type { Result } from '../../kernel/result/result.ts';
import type { ItemStatistics } from '../../psychometrics/classical/item-statistics.ts';
import { MISSING_RULES } from '../../psychometrics/responses/codes.ts';
import type { Audit, DifAudit, ItemDif } from './audit.ts';

export function asJson(audit: Audit): string {
  const { file, intake, items, reliability, dif } = audit;
  const whole = numbers({ reliability });
  const data = {
    file,
    read: {
      ...intake,
      pilotBlocks: intake.pilotBlocks.map((block) => ({
        people: block.people,
        items: block.items.map((place) => items[place]?.item.name),
      })),
    },
    missingRules: [...MISSING_RULES.values()],
    reliability: reliability.ok
      ? {
          ...reliability.value,
          splitHalf: reliability.value.splitHalf.ok ? reliability.value.splitHalf.value : null,
          alphaIfDeleted: undefined,
        }
      : null,
    ...(reliability.ok ? {} : { reasons: whole.reasons }),
    items: items.map((item, place) => itemData(audit, item, place)),
    dif: dif === undefined ? null : difData(dif, items),
  };
  return `${JSON.stringify(data, null, 1)}\n`;
}

function itemData(audit: Audit, statistics: ItemStatistics, place: number): object {
  const { item, difficulty, deviation, itemRest, pointBiserial, ...others } = statistics;
  const { biserial, biserialRest, discrimination, ...counts } = others;
  const scoredPlace = audit.items.slice(0, place).filter(({ item: { pilot } }) => !pilot).length;
  const { reliability } = audit;
  const without = reliability.ok ? reliability.value.alphaIfDeleted[scoredPlace] : undefined;
  const results = {
    difficulty,
    deviation,
    itemRest,
    pointBiserial,
    biserial,
    biserialRest,
    discrimination,
  };
  return {
    name: item.name,
    pilot: item.pilot,
    ...counts,
    ...flat(
      item.pilot || without === undefined ? results : { ...results, alphaIfDeleted: without },
    ),
  };
}

function difData(dif: DifAudit, items: readonly ItemStatistics[]): object {
  const { member: _, ...groups } = dif.groups;
  return {
    method: 'Mantel-Haenszel',
    column: dif.column,
    groups,
    reference: dif.reference,
    focal: dif.focal,
    items: dif.items.map((item) => ({
      name: items[item.place]?.item.name,
      ...difItem(item),
    })),
  };
}

function difItem({ result, letter, direction }: ItemDif): object {
  if (!result.ok) {
    return { class: null, reasons: { class: result.refusal.because } };
  }
  const { effect, ...rest } = result.value;
  const odds = effect.ok
    ? effect.value
    : { oddsRatio: null, logOddsVariance: null, delta: null, deltaError: null };
  return {
    ...rest,
    ...odds,
    class: letter.ok ? letter.value : null,
    direction,
    ...(letter.ok ? {} : { reasons: { class: letter.refusal.because } }),
  };
}

/** Results as numbers or null, with the reasons of the nulls beside them. */
function flat(results: Readonly<Record<string, Result<number>>>): object {
  const { values, reasons } = numbers(results);
  return Object.keys(reasons).length === 0 ? values : { ...values, reasons };
}

function numbers(results: Readonly<Record<string, Result<unknown>>>): {
  readonly values: Readonly<Record<string, unknown>>;
  readonly reasons: Readonly<Record<string, string>>;
} {
  const values: Record<string, unknown> = {};
  const reasons: Record<string, string> = {};
  for (const [name, result] of Object.entries(results)) {
    values[name] = result.ok ? result.value : null;
    if (!result.ok) {
      reasons[name] = result.refusal.because;
    }
  }
  return { values, reasons };
}
