/**
 * The first page: what was read, who was left out and why, and the rule for each kind of missing answer
 * with how often it was used. The same answers give other numbers under other rules, so the rules come first.
 */
import { MISSING_RULES } from '../../psychometrics/responses/codes.ts';
import type { Audit, Intake } from './audit.ts';
import { count, heading, people, wrapped } from './typeset.ts';

export function pageOne(audit: Audit): string[] {
  return [
    ...heading('Page 1. What was read, and by which rules'),
    ...whatWasRead(audit),
    '',
    'How missing answers are treated',
    '',
    ...missingRules(audit),
    '',
    ...wrapped(
      'A row without a single scored answer is kept in its place, gets no total and is left out of every number.',
    ),
  ];
}

function whatWasRead({ file, intake, items }: Audit): string[] {
  const names = (pilot: boolean): string[] =>
    items.filter(({ item }) => item.pilot === pilot).map(({ item }) => item.name);
  const scored = names(false);
  const pilots = names(true);
  const assumed = intake.itemsAssumed
    ? ' Nobody named them: they are the largest family of numbered columns. Name others with --items.'
    : '';
  const id =
    intake.idColumn === undefined
      ? 'no column of them was found, so a person who is in the file twice was not noticed. Name one with --id.'
      : `in column "${intake.idColumn}", no two alike.`;
  return [
    ...wrapped(`File: ${file}, cells separated by a ${intake.separator}.`),
    ...wrapped(
      `People: ${count(intake.people)} of ${count(intake.peopleRead)} rows.${leftOut(intake)}`,
    ),
    ...wrapped(`Ids: ${id}`),
    ...wrapped(`Scored items: ${count(scored.length)} (${span(scored)}).${assumed}`),
    ...wrapped(`Pilot items: ${pilotSentence(pilots, intake.pilotBlocks)}`),
  ];
}

function leftOut({ withoutAnswers, incomplete }: Intake): string {
  const rows = withoutAnswers.slice(0, 8).join(', ');
  const more = withoutAnswers.length > 8 ? ' ...' : '';
  const empty =
    withoutAnswers.length === 0
      ? ''
      : ` Left out: ${people(withoutAnswers.length)} without a scored answer (row ${rows}${more}).`;
  const partly =
    incomplete === 0
      ? ''
      : ` Left out: ${people(incomplete)} who were not given every scored item, so that their totals cannot be compared.`;
  return `${empty}${partly}`;
}

function pilotSentence(names: readonly string[], blocks: Intake['pilotBlocks']): string {
  if (names.length === 0) {
    return 'none named. Name items that do not count with --pretest.';
  }
  const each = blocks.map((block) => `${block.items.length} items to ${people(block.people)}`);
  return `${count(names.length)} (${span(names)}), never part of the total. Planned blocks: ${each.slice(0, 8).join('; ')}${each.length > 8 ? ' ...' : ''}.`;
}

const span = (names: readonly string[]): string =>
  names.length < 3 ? names.join(', ') : `${names[0]} to ${names.at(-1)}`;

function missingRules({ items }: Audit): string[] {
  const used = new Map([
    ['Omitted', items.reduce((sum, item) => sum + item.omitted, 0)],
    ['Not reached', items.reduce((sum, item) => sum + item.notReached, 0)],
    ['Not administered', items.reduce((sum, item) => sum + item.notAdministered, 0)],
    ['Invalid', items.reduce((sum, item) => sum + item.invalid, 0)],
  ]);
  return [...MISSING_RULES.values()].flatMap(({ name, meaning, rule }) => [
    ...wrapped(`${name} (${count(used.get(name) ?? 0)} cells): ${meaning}.`, '  '),
    ...wrapped(`Rule: ${rule}.`, '    '),
  ]);
}
