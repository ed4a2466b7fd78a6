/** The rules of renewal of the catalog's programs, as their bodies work by them. */
import assert from 'node:assert/strict';
import { type CivilDate, date } from '../../src/kernel/dates/civil-date.ts';
import { programOf } from '../../src/program/catalog/catalog.ts';
import { defaultsOf } from '../../src/program/catalog/operator-defaults.ts';
import { rulesInForce } from '../../src/program/definition/offered-program.ts';
import type { RulesVersion } from '../../src/program/definition/rules.ts';
import { type WorkingRules, workingRules } from '../../src/program/maintenance/working-rules.ts';

export type Program = 'larkspur-care' | 'larkspur-work' | 'larkspur-navigator';

export function rulesOf(id: Program, on: string): WorkingRules {
  const program = programOf(id);
  assert.ok(program);
  const working = workingRules(publishedRules(id, date(on)), defaultsOf(program));
  assert.ok(working.ok);
  return working.value;
}

export function publishedRules(id: Program, on: CivilDate): RulesVersion {
  const program = programOf(id);
  assert.ok(program);
  return rulesInForce(program, on);
}

/** CCM's rules, CDMS's, the invented program's of three years, and its rules with two-year periods in ten years. */
export const care = rulesOf('larkspur-care', '2026-01-01');
export const work = rulesOf('larkspur-work', '2026-01-01');
export const navigator = rulesOf('larkspur-navigator', '2026-01-01');
export const inBlocks = rulesOf('larkspur-navigator', '2027-01-01');
