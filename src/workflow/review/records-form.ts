/**
 * The clerk's form as data: which facts the criteria of a matter need, what the candidate claimed of them, and the
 * reading of what the clerk typed. For eligibility the facts come from the program's rules; an accommodation and a change of
 * name have facts of their own; an appeal rests on a statement.
 */

import { ACCOMMODATIONS } from '../../casework/accommodation/accommodation.ts';
import { ACCOMMODATION_FACTS } from '../../casework/accommodation/facts.ts';
import { attestationQuestions } from '../../casework/application/attestation.ts';
import {
  draftFrom,
  factsClaimed,
  inPlainWords,
  summary,
} from '../../casework/application/draft.ts';
import type { AttestedFact, JudgedCriterion } from '../../casework/matter/matter.ts';
import { NAME_FACTS } from '../../casework/person/name-facts.ts';
import { AUDIT_FACTS } from '../../casework/renewal/audit-facts.ts';
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import { listed, member, textMember } from '../../kernel/bytes/json-members.ts';
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import { programOf } from '../../program/catalog/catalog.ts';
import type { FactDefinition } from '../../program/definition/criterion.ts';
import type { RulesVersion } from '../../program/definition/rules.ts';
import { readFact } from '../../program/pathway/fact-values.ts';
import type { MatterRow } from '../ports/matter-history.ts';
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

/** What a fact is, by the matter's own rules; undefined for facts that no form asks for. */
export function definitionOf(
  row: Pick<MatterRow, 'kind' | 'program' | 'rules'>,
  fact: Pick<AttestedFact, 'criterion' | 'fact'>,
): FactDefinition | undefined {
  return factsFor(row.kind, fact.criterion, rulesFor(row.program, row.rules)).find(
    ({ id }) => id === fact.fact,
  );
}

/** A choice by its label, yes and no as words, days as days; numbers, and what cannot be read, as written. */
export function factInWords(definition: FactDefinition | undefined, value: string): string {
  const read = definition === undefined ? undefined : readFact(definition, value);
  if (read === undefined || !read.ok) {
    return value;
  }
  switch (read.value.kind) {
    case 'choice':
      return read.value.label;
    case 'yes-no':
      return read.value.yes ? 'Yes' : 'No';
    case 'day':
      return read.value.words;
    default:
      return value;
  }
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
    case 'name-change':
      return NAME_FACTS.filter((fact) => fact.criterion === criterion);
    case 'audit':
      return AUDIT_FACTS;
    default:
      return [];
  }
}

interface Said {
  readonly term: string;
  readonly value: string;
}

export interface Claims {
  readonly said: readonly Said[];
  readonly titles: ReadonlyMap<string, string>;
  stated(criterion: string, fact: string): string | undefined;
  /** A supervisor's answers in words; empty while there are none. */
  attested(answers: Json | undefined): readonly Said[];
  /** What the person wrote freely, where a statement is judged. */
  readonly statement: string | undefined;
}

export function claimsOf(found: RecordsPage, on: CivilDate): Claims {
  const titles = new Map(found.state.opening.criteria.map(({ id, title }) => [id, title]));
  const questions = attestationQuestions(programOf(found.row.program)?.designation ?? '');
  const attested = (answers: Json | undefined): readonly Said[] => {
    const values = Object.fromEntries(entriesOf(answers));
    return questions
      .map((question) => ({ term: question.label, value: inPlainWords(question, values) }))
      .filter(({ value }) => value !== '');
  };
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
      stated: (criterion, fact) => {
        const value = facts.get(criterion)?.get(fact);
        return value === undefined
          ? undefined
          : factInWords(definitionOf(found.row, { criterion, fact }), value);
      },
      attested,
      statement: undefined,
    };
  }
  const claim = new Map(entriesOf(found.claim));
  const grounds = claim.get('grounds')?.split(', ') ?? [];
  return {
    said: [
      ...[...askedFor(found), ...recordOfSitting(found)].map(({ label, value }) => ({
        term: label,
        value,
      })),
      ...activitiesIn(found, titles),
      ...nameIn(found, claim),
      ...joined('Asked for', askedIn(claim)),
      ...joined(
        'Grounds',
        [...titles].filter(([id]) => grounds.includes(id)).map(([, title]) => title),
      ),
    ],
    titles,
    stated: () => undefined,
    attested,
    statement: claim.get('statement') ?? claim.get('need') ?? '',
  };
}

/** What the server wrote down about the sitting whose result is appealed against crosses the wall as it stands. */
function recordOfSitting(
  found: Pick<RecordsPage, 'row' | 'claim' | 'state'>,
): readonly AttestedFact[] {
  const ground = found.state.opening.criteria[0]?.id;
  const lines = listed(member(found.claim, 'record')).map((line) => listed(line).map(String));
  return found.row.kind !== 'appeal' || ground === undefined
    ? []
    : lines.map(([label = '', value = '']) => ({
        criterion: ground,
        fact: label.toLowerCase().replaceAll(' ', '-'),
        label,
        value,
        basis: 'document',
      }));
}

/** What was claimed for each activity of an audit, and what others confirmed: for the clerk, who compares the proofs. */
function activitiesIn(
  { claim }: Pick<RecordsPage, 'claim'>,
  titles: ReadonlyMap<string, string>,
): readonly Said[] {
  return listed(member(claim, 'activities')).map((activity) => {
    const said = (name: string): string => String(member(activity, name) ?? '');
    const confirmed = listed(member(activity, 'confirmed')).map(
      (answer) =>
        `${textMember(answer, 'name') ?? ''} ${member(answer, 'tookPlace') === true ? 'confirms it' : 'does not confirm it'}: ${textMember(answer, 'words') ?? ''}`,
    );
    const days = said('from') === said('to') ? said('to') : `${said('from')} to ${said('to')}`;
    return {
      term: titles.get(said('id')) ?? 'Activity',
      value: [
        `${said('title')}, ${said('provider')}, ${days}, ${said('hours')} hours`,
        ...confirmed,
      ].join('; '),
    };
  });
}

/** The name asked for, and what changes: for the clerk alone, who compares it with the document. */
function nameIn(
  { row }: Pick<RecordsPage, 'row'>,
  claim: ReadonlyMap<string, string>,
): readonly Said[] {
  return row.kind !== 'name-change'
    ? []
    : [
        { term: 'Name asked for', value: claim.get('name') ?? '' },
        {
          term: 'What changes',
          value:
            claim.get('way') === 'correction' ? 'How the name is written' : 'It is another name',
        },
      ];
}

const askedIn = (claim: ReadonlyMap<string, string>): readonly string[] => {
  const asked = claim.get('asked');
  return asked === undefined ? [] : [asked];
};

const joined = (term: string, titles: readonly string[]): readonly Said[] =>
  titles.length === 0 ? [] : [{ term, value: titles.join('; ') }];

/** The accommodations asked for are choices of a closed list: they cross the wall as they were filed. */
function askedFor(found: Pick<RecordsPage, 'row' | 'claim'>): readonly AttestedFact[] {
  const kinds = new Map(entriesOf(found.claim)).get('kinds')?.split(', ') ?? [];
  const titles = ACCOMMODATIONS.filter(({ id }) => kinds.includes(id)).map(({ title }) => title);
  return found.row.kind !== 'accommodation' || titles.length === 0
    ? []
    : [
        {
          criterion: 'meets-the-need',
          fact: 'asked-for',
          label: 'What is asked for',
          value: titles.join('; '),
          basis: 'stated',
        },
      ];
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
  const facts: AttestedFact[] = [...askedFor(found), ...recordOfSitting(found)];
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
          message: read.refusal.because,
        });
      }
    }
  }
  return { facts, mistakes };
}

const basisFrom = (text: string): AttestedFact['basis'] =>
  text === 'supervisor' || text === 'stated' ? text : 'document';
