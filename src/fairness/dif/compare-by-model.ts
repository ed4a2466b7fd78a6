/**
 * All items of a form compared between two groups by a method that calibrates: looked at, purified on request, corrected
 * for the number of items, and flagged for people to read, by the same rules as the methods for observed scores.
 *
 * Not here: those methods (compare-items).
 */
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { type Flagged, type Flagging, flagItems, SCREENING } from './compare-items.ts';
import type { DifFault, ModelFinding, ModelForm, ModelLook, ModelMethod } from './dif-method.ts';
import { type Purified, purify } from './purify.ts';
import { enoughPeople } from './verdict.ts';

export type ModelComparedItem = Flagged<ModelFinding>;

/** A form calibrated once, for looks with one anchor after the other. */
export interface PreparedModel {
  readonly method: ModelMethod;
  readonly look: ModelLook;
  /** 1 for the items that hold the scale at first. */
  readonly anchor: Uint8Array;
}

/** Without names, all items hold the scale. Refused for a name that is no item, and where the form cannot be calibrated. */
export function prepareModel(
  method: ModelMethod,
  form: ModelForm,
  anchorItems?: readonly string[],
): Result<PreparedModel> {
  const names = form.matrix.items.map(({ name }) => name);
  const unknown = anchorItems?.find((name) => !names.includes(name));
  if (unknown !== undefined) {
    return refuse('unknown-item', `the anchor names an item "${unknown}" that is not in the form`);
  }
  if (anchorItems?.length === 0) {
    return refuse('no-anchor', 'an anchor without items holds no scale');
  }
  const look = method.prepare(form);
  const anchor = Uint8Array.from(names, (name) =>
    anchorItems === undefined || anchorItems.includes(name) ? 1 : 0,
  );
  return look.ok ? success({ method, look: look.value, anchor }) : look;
}

/** Every item, on the scale of the whole anchor. */
export function compareByModel(
  prepared: PreparedModel,
  flagging: Flagging = SCREENING,
): readonly ModelComparedItem[] {
  return lookOn(prepared, prepared.anchor, flagging);
}

/** The same, with flagged items taken out of the anchor until the same ones are flagged. */
export function compareByModelPurified(
  prepared: PreparedModel,
  flagging: Flagging = SCREENING,
): Purified<readonly ModelComparedItem[]> {
  return purify(
    prepared.anchor,
    (anchor) => lookOn(prepared, anchor, flagging),
    (items) => items.flatMap(({ flagged }, item) => (flagged ? [item] : [])),
  );
}

function lookOn(
  { method, look }: PreparedModel,
  anchor: Uint8Array,
  flagging: Flagging,
): readonly ModelComparedItem[] {
  const found = look(anchor).map(
    (result): Result<ModelFinding, DifFault> =>
      result.ok ? enoughPeople(result.value, method.smallest) : result,
  );
  return flagItems(found, flagging);
}
