/** Fills in the application form of any program, page by page, as a candidate would who meets every criterion. */
import assert from 'node:assert/strict';
import sharp from 'sharp';
import type { Field, Page } from '../../src/casework/application/field.ts';
import { pageOf } from '../../src/casework/application/form-pages.ts';
import type { Typed } from '../../src/casework/person/typed-text.ts';
import { addYears, type CivilDate, parts } from '../../src/kernel/dates/civil-date.ts';
import { programOf } from '../../src/program/catalog/catalog.ts';
import type { FactTest } from '../../src/program/definition/criterion.ts';
import { rulesInForce } from '../../src/program/definition/offered-program.ts';
import type { RulesVersion } from '../../src/program/definition/rules.ts';
import { openApplication } from '../../src/workflow/apply/application.ts';
import { fileApplication } from '../../src/workflow/apply/file-application.ts';
import { reviewOf } from '../../src/workflow/apply/review-application.ts';
import { type SupportingUpload, savePage } from '../../src/workflow/apply/save-page.ts';
import type { World } from '../../src/workflow/ports/ports.ts';

export const rulesOf = (program: string, on: CivilDate): RulesVersion => {
  const offered = programOf(program);
  assert.ok(offered);
  return rulesInForce(offered, on);
};

/** A picture of its own color, so that two of them are two files. */
export const picture = async (shade: number): Promise<Uint8Array> =>
  new Uint8Array(
    await sharp({
      create: { width: 8, height: 8, channels: 3, background: { r: shade, g: 90, b: 20 } },
    })
      .png()
      .toBuffer(),
  );

async function uploadsFor(page: Page): Promise<SupportingUpload[]> {
  const uploads: SupportingUpload[] = [];
  for (const [place, { supports }] of page.documents.entries()) {
    const bytes = await picture(place + 1);
    uploads.push({ supports, name: `scan of ${supports}.png`, bytes, tooLarge: false });
  }
  return uploads;
}

/** What a candidate who meets every criterion types on one page. */
export function typedOn(page: Page, rules: RulesVersion, on: CivilDate): Typed {
  const tests = rules.criteria.find(({ id }) => id === page.criterion)?.tests ?? [];
  const typed: Record<string, string | readonly string[]> = {};
  for (const field of page.fields) {
    Object.assign(typed, typedIn(field, tests, on));
  }
  return typed;
}

function typedIn(field: Field, tests: readonly FactTest[], on: CivilDate): Typed {
  const { id } = field;
  const test = tests.find((one) => 'fact' in one && one.fact === id);
  const { year, month, day } = parts(test?.kind === 'not-past' ? addYears(on, 1) : on);
  switch (field.kind) {
    case 'date':
      return {
        [`${id}-month`]: String(month),
        [`${id}-day`]: String(Math.min(day, 28)),
        [`${id}-year`]: String(year),
      };
    case 'month':
      return { [`${id}-month`]: String(month), [`${id}-year`]: String(year) };
    case 'year':
      return { [id]: String(year) };
    case 'number':
      return { [id]: String(test?.kind === 'at-least' ? test.count : 12) };
    case 'yes-no':
      return { [id]: id === 'another' ? 'no' : 'yes' };
    case 'choice':
      return {
        [id]: (test?.kind === 'one-of' ? test.values[0] : field.options?.[0]?.value) ?? '',
      };
    case 'choices':
      return { [id]: (field.options ?? []).slice(0, field.atLeast ?? 1).map((one) => one.value) };
    case 'email':
      return { [id]: 'r.osei@riverbend-clinic.example' };
    default:
      return { [id]: id === 'supervisor-name' ? 'Rosalind Osei' : `Riverbend ${id}` };
  }
}

/** Every page, saved one after the other with the papers it asks for. `change` may type something else. */
export async function fillIn(
  world: World,
  person: string,
  program: string,
  change: (page: Page, typed: Typed) => Typed = (_, typed) => typed,
): Promise<void> {
  const on = world.clock.today();
  const rules = rulesOf(program, on);
  let page: Page | undefined = pageOf(rules, 'your-name');
  while (page !== undefined && page.kind !== 'check') {
    const usual = page.kind === 'name' ? { 'full-name': await nameOf(world, person) } : {};
    const typed = change(page, { ...typedOn(page, rules, on), ...usual });
    const { 'former-names': _none, ...kept } = typed;
    const uploads = await uploadsFor(page);
    const saved = await savePage(world, {
      person,
      program,
      page: page.id,
      typed:
        page.kind === 'name' && typed['former-names'] === 'Riverbend former-names' ? kept : typed,
      uploads,
    });
    assert.ok(saved.ok, saved.ok ? '' : saved.refusal.because);
    assert.deepEqual(saved.value.mistakes, [], page.id);
    page = saved.value.next === undefined ? undefined : pageOf(rules, saved.value.next);
  }
}

const nameOf = async (world: World, person: string): Promise<string> =>
  (await world.records.as({ rights: 'candidate', person }, ({ people }) => people.me()))
    ?.fullName ?? '';

/** Files what is filled in, as somebody who has just looked at it. */
export async function file(world: World, person: string, program: string) {
  const found = await openApplication(world, { person, program });
  assert.ok(found.ok, found.ok ? '' : found.refusal.because);
  const { seen } = reviewOf(found.value);
  return await fileApplication(world, { person, program, seen, declared: true });
}
