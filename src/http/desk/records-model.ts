/** What the clerk's page shows of one matter: documents, claims, and the form with what is recorded or was typed. */
import { type CivilDate, inWords } from '../../kernel/dates/civil-date.ts';
import type { FactDefinition } from '../../program/definition/criterion.ts';
import type { CriterionFacts } from '../../web/pages/records/facts-form.tsx';
import type { RecordsMatterProps } from '../../web/pages/records/records-matter.tsx';
import type { FieldMistake } from '../../web/parts/field/field.tsx';
import { en } from '../../web/words/en.ts';
import { supportsApart } from '../../workflow/apply/ask-supervisors.ts';
import type { RecordsPage } from '../../workflow/review/record-documents.ts';
import {
  claimsOf,
  factInWords,
  type RecordedCriterion,
  recordedCriteria,
} from '../../workflow/review/records-form.ts';
import { type Fields, one } from '../server/visit.ts';
import { basisField, factField } from './field-names.ts';
import { daysLate, programName } from './in-words.ts';

const words = en.desk.records;
type Claims = ReturnType<typeof claimsOf>;

export interface PageExtra {
  /** What was sent, where it could not be kept. */
  readonly typed?: Fields;
  readonly mistakes?: readonly FieldMistake[];
  /** Somebody else recorded facts after the page was opened. */
  readonly stale?: boolean;
  readonly news?: string;
  /** Former names, where the clerk has said what for. */
  readonly former?: readonly string[];
  readonly purpose?: string;
}

export function recordsModel(
  found: RecordsPage,
  today: CivilDate,
  extra: PageExtra,
): Omit<RecordsMatterProps, 'frame' | 'action'> {
  const { row, person, documents, version, state } = found;
  const claims = claimsOf(found, today);
  const titled = (id: string): string => claims.titles.get(id) ?? en.desk.kinds[row.kind];
  return {
    label: row.label,
    version,
    promised: inWords(row.promisedBy),
    daysLate:
      state.status === 'decided' || state.status === 'withdrawn'
        ? 0
        : daysLate(row.promisedBy, today),
    kind: row.kind,
    program: programName(row.program),
    person: { name: person.fullName, former: extra.former },
    purpose: extra.purpose ?? '',
    documents: documents.map((document) => ({
      href: `/desk/documents/${document.id}`,
      about: titled(document.supports),
      kind: document.mediaType === 'application/pdf' ? 'pdf' : 'picture',
      kilobytes: Math.max(1, Math.round(document.bytes / 1000)),
    })),
    said: claims.said,
    supervisors: found.attestations.map((attestation) => ({
      name: attestation.supervisorName,
      about: supportsApart(attestation.supports).map(titled).join('; '),
      answers: claims.attested(attestation.answers),
    })),
    criteria: recordedCriteria(found).map((criterion) =>
      criterionShown(found, claims, criterion, extra),
    ),
    statement:
      claims.statement === undefined
        ? undefined
        : {
            original: claims.statement,
            value: extra.typed === undefined ? state.statement : one(extra.typed, 'statement'),
          },
    mistakes: extra.mistakes ?? [],
    news: extra.stale === true ? words.changedMeanwhile : extra.news,
    open: state.status === 'recording',
  };
}

function criterionShown(
  found: RecordsPage,
  claims: Claims,
  criterion: RecordedCriterion,
  extra: PageExtra,
): CriterionFacts {
  const { typed } = extra;
  const recorded = new Map(
    found.state.facts
      .filter((fact) => fact.criterion === criterion.id)
      .map((fact) => [fact.fact, fact]),
  );
  const facts = criterion.facts.map((fact) => {
    const kept = recorded.get(fact.id)?.value ?? '';
    const name = factField(criterion.id, fact.id);
    const value = typed === undefined ? kept : one(typed, name);
    return {
      name,
      label: fact.label,
      hint: hintOf(fact),
      stated: claims.stated(criterion.id, fact.id),
      ...(extra.stale === true && value.trim() !== kept
        ? {
            meanwhile: kept === '' ? words.theirsEmpty : words.theirs(factInWords(fact, kept)),
          }
        : {}),
      value,
      options: optionsOf(fact),
    };
  });
  const documents = found.documents.flatMap((document, place) =>
    document.supports === criterion.id
      ? [{ href: `/desk/documents/${document.id}`, label: words.document(place + 1) }]
      : [],
  );
  const supervised = found.attestations.some(({ supports }) =>
    supportsApart(supports).includes(criterion.id),
  );
  return {
    id: criterion.id,
    title: criterion.title,
    rule: criterion.rule,
    basisName: basisField(criterion.id),
    basis:
      typed === undefined
        ? ([...recorded.values()][0]?.basis ?? likelyBasis(documents.length > 0, supervised))
        : one(typed, basisField(criterion.id)),
    facts,
    documents,
    offered:
      found.row.kind !== 'eligibility' ||
      documents.length > 0 ||
      supervised ||
      facts.some(({ value, stated }) => value !== '' || stated !== undefined),
  };
}

/** Proposed, in sight and open to change: what the clerk most likely has in hand for this criterion. */
function likelyBasis(documented: boolean, supervised: boolean): string {
  if (documented) {
    return 'document';
  }
  return supervised ? 'supervisor' : 'stated';
}

function hintOf(fact: FactDefinition): string | undefined {
  const format = Object.entries(words.formats).find(([kind]) => kind === fact.kind)?.[1];
  const parts = [fact.hint, format].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join(' ');
}

const optionsOf = (fact: FactDefinition): CriterionFacts['facts'][number]['options'] =>
  fact.kind === 'yes-no'
    ? [
        { value: 'yes', label: en.desk.yes },
        { value: 'no', label: en.desk.no },
      ]
    : fact.options;
