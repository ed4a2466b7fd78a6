/**
 * The clerk's form as data: which facts the criteria of a matter need, what the candidate claimed of them, and the
 * reading of what the clerk typed. For eligibility the facts come from the program's rules; an accommodation has facts
 * of its own; an appeal rests on a statement.
 */

import { ACCOMMODATIONS } from '../../casework/accommodation/accommodation.ts';
import { ACCOMMODATION_FACTS } from '../../casework/accommodation/facts.ts';
import { GROUNDS } from '../../casework/appeal/appeal.ts';
import { draftFrom, factsClaimed, summary } from '../../casework/application/draft.ts';
import type { AttestedFact, JudgedCriterion } from '../../casework/matter/matter.ts';
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import { programOf } from '../../program/catalog/catalog.ts';
import type { FactDefinition } from '../../program/definition/criterion.ts';
import type { RulesVersion } from '../../program/definition/rules.ts';
import { readFact } from '../../program/pathway/fact-values.ts';
import type { MatterRow } from '../ports/records.ts';
import type { RecordsPage } from './record-documents.ts';

export interface RecordedCriterion extends JudgedCriterion {
  readonly facts: readonly FactDefinition[];
}

/** The rules a matter is judged under: those in force when it began. */
export const rulesFor = (program: string, rules: string): RulesVersion | undefined =>
  programOf(program)?.rules.find(({ id }) => id === rules);

export function recordedCriteria({
  row,
  state,
}: Pick<RecordsPage, 'row' | 'state'>): readonly RecordedCriterion[] {
  const rules = rulesFor(row.program, row.rules);
  return state.opening.criteria.map((criterion) => ({
    ...criterion,
    facts: factsFor(row.kind, criterion.id, rules),
  }));
}

function factsFor(
  kind: MatterRow['kind'],
  criterion: string,
  rules: RulesVersion | undefined,
): readonly FactDefinition[] {
  switch (kind) {
    case 'eligibility':
      return rules?.criteria.find(({ id }) => id === criterion)?.facts ?? [];
    case 'accommodation':
      return ACCOMMODATION_FACTS.filter((fact) => fact.criterion === criterion);
    default:
      return [];
  }
}

export interface Claims {
  readonly said: readonly { readonly term: string; readonly value: string }[];
  readonly titles: ReadonlyMap<string, string>;
  stated(criterion: string, fact: string): string | undefined;
  attested(answers: Json | undefined): string;
  /** What the person wrote freely, where a statement is judged. */
  readonly statement: string | undefined;
}

export function claimsOf(found: RecordsPage, on: CivilDate): Claims {
  const titles = new Map(found.state.opening.criteria.map(({ id, title }) => [id, title]));
  const attested = (answers: Json | undefined): string =>
    entriesOf(answers)
      .map(([name, value]) => `${name.replaceAll('-', ' ')}: ${value}`)
      .join('; ');
  const rules = rulesFor(found.row.program, found.row.rules);
  if (found.row.kind === 'eligibility' && rules !== undefined) {
    const draft = draftFrom(found.claim);
    const facts = factsClaimed(rules, draft, on);
    return {
      said: summary(rules, draft).flatMap((section) =>
        section.rows
          .filter((row) => row.value !== '')
          .map((row) => ({ term: row.label, value: row.value })),
      ),
      titles,
      stated: (criterion, fact) => facts.get(criterion)?.get(fact),
      attested,
      statement: undefined,
    };
  }
  const claim = new Map(entriesOf(found.claim));
  const kinds = claim.get('kinds')?.split(', ') ?? [];
  const grounds = claim.get('grounds')?.split(', ') ?? [];
  const chosen = [
    ...ACCOMMODATIONS.filter(({ id }) => kinds.includes(id)),
    ...GROUNDS.filter(({ id }) => grounds.includes(id)),
  ];
  return {
    said: chosen.map(({ title }) => ({ term: 'Asked for', value: title })),
    titles,
    stated: () => undefined,
    attested,
    statement: claim.get('statement') ?? claim.get('need') ?? '',
  };
}

function entriesOf(value: Json | undefined): readonly (readonly [string, string])[] {
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  return Object.entries(value).map(([name, part]) => [
    name,
    Array.isArray(part) ? part.map(String).join(', ') : String(part),
  ]);
}

export interface FactMistake {
  readonly criterion: string;
  readonly fact: string;
  readonly message: string;
}

/** Reads the clerk's answers. An empty fact is one that nothing shows; it is left out. */
export function factsSent(
  found: RecordsPage,
  sent: (criterion: string, fact: string | undefined) => string,
): { readonly facts: readonly AttestedFact[]; readonly mistakes: readonly FactMistake[] } {
  const facts: AttestedFact[] = [];
  const mistakes: FactMistake[] = [];
  for (const criterion of recordedCriteria(found)) {
    const basis = basisFrom(sent(criterion.id, undefined));
    for (const definition of criterion.facts) {
      const typed = sent(criterion.id, definition.id).trim();
      if (typed === '') {
        continue;
      }
      const read = readFact(definition, typed);
      if (read.ok) {
        facts.push({
          criterion: criterion.id,
          fact: definition.id,
          label: definition.label,
          value: typed,
          basis,
        });
      } else {
        mistakes.push({
          criterion: criterion.id,
          fact: definition.id,
          message: `${definition.label}: ${read.refusal.because}`,
        });
      }
    }
  }
  return { facts, mistakes };
}

const basisFrom = (text: string): AttestedFact['basis'] =>
  text === 'supervisor' || text === 'stated' ? text : 'document';
