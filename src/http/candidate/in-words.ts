/** Turns records into the words a candidate’s pages show. */
import { ACCOMMODATION_FACTS } from '../../casework/accommodation/facts.ts';
import type { AttestedFact, Finding, Opening } from '../../casework/matter/matter.ts';
import { NAME_FACTS } from '../../casework/person/name-facts.ts';
import { AUDIT_FACTS } from '../../casework/renewal/audit-facts.ts';
import { type CivilDate, daysBetween, inWords } from '../../kernel/dates/civil-date.ts';
import type { OfferedProgram } from '../../program/definition/offered-program.ts';
import type { Pathway } from '../../program/definition/pathway.ts';
import { hoursHold } from '../../program/pathway/enough-hours.ts';
import { outcomeFromFindings } from '../../program/pathway/expression.ts';
import { readFact } from '../../program/pathway/fact-values.ts';
import type { FactShown, FollowsShown } from '../../web/pages/matter/finding-list.tsx';
import type { StatusTone } from '../../web/parts/status-tag/status-tag.tsx';
import { en } from '../../web/words/en.ts';
import type { MatterStatus } from '../../workflow/ports/records.ts';

const words = en.candidate;

/** A fee by the name people know it by; one that has none goes by its published title. */
export function feeName(id: string, title: string): string {
  const names: Readonly<Record<string, string>> = words.fees.names;
  return names[id] ?? title;
}

export const programShown = ({ id, name, notice }: OfferedProgram) => ({ id, name, notice });

export interface Standing {
  readonly status: MatterStatus;
  readonly kind: keyof typeof words.outcomes;
  readonly overdue: boolean;
  readonly met: boolean | undefined;
}

/** Where a matter stands, as a word and a shape. */
export function statusShown({ status, kind, overdue, met }: Standing): {
  readonly label: string;
  readonly tone: StatusTone;
} {
  if (status === 'decided' && met !== undefined) {
    return { label: words.outcomes[kind][met ? 'met' : 'not-met'], tone: met ? 'done' : 'stopped' };
  }
  const label = words.statuses[status];
  if (status === 'withdrawn') {
    return { label, tone: 'stopped' };
  }
  return { label, tone: overdue ? 'late' : status === 'in-review' ? 'working' : 'waiting' };
}

export const lateBy = (promisedBy: CivilDate, today: CivilDate): string =>
  words.late(Math.max(0, daysBetween(promisedBy, today)));

/** A fact by its definition: a choice by its label, a date in words. What cannot be read stands as it was recorded. */
export function factShown(
  opening: Opening,
  program: OfferedProgram | undefined,
  fact: AttestedFact,
): FactShown {
  const definitions =
    opening.kind === 'audit'
      ? AUDIT_FACTS
      : opening.kind === 'accommodation'
        ? ACCOMMODATION_FACTS.filter(({ criterion }) => criterion === fact.criterion)
        : opening.kind === 'name-change'
          ? NAME_FACTS.filter(({ criterion }) => criterion === fact.criterion)
          : (program?.rules
              .find(({ id }) => id === opening.rules)
              ?.criteria.find(({ id }) => id === fact.criterion)?.facts ?? []);
  const definition = definitions.find(({ id }) => id === fact.fact);
  const read = definition === undefined ? undefined : readFact(definition, fact.value);
  const { label, basis } = fact;
  if (read === undefined || !read.ok) {
    return { label, basis, value: fact.value };
  }
  switch (read.value.kind) {
    case 'choice':
      return { label, basis, value: read.value.label };
    case 'yes-no':
      return { label, basis, value: read.value.yes ? 'Yes' : 'No' };
    case 'day':
      return { label, basis, value: read.value.words };
    default:
      return { label, basis, value: read.value.number.toLocaleString('en-US') };
  }
}

/** The published expression as a list of steps, each with what the findings make of it. */
export function followsFrom(
  opening: Pick<Opening, 'criteria' | 'expression'>,
  findings: readonly Finding[],
): FollowsShown {
  const met = new Map(findings.map((finding) => [finding.criterion, finding.met]));
  const { expression } = opening;
  const step = (part: Pathway): FollowsShown => ({
    text: textOf(part, opening.criteria),
    met: outcomeFromFindings(part, met),
    of: part.kind === 'criterion' ? [] : part.of.map(step),
  });
  return expression.kind === 'hours'
    ? {
        text: words.matter.all,
        met: outcomeFromFindings(expression, met),
        of: expression.of.map((condition) => ({
          text: words.matter.hoursShown(condition.title),
          met: hoursHold({ kind: 'hours', of: [condition] }, met),
          of: [],
        })),
      }
    : step(expression);
}

function textOf(part: Pathway, criteria: Opening['criteria']): string {
  switch (part.kind) {
    case 'criterion':
      return criteria.find(({ id }) => id === part.criterion)?.title ?? part.criterion;
    case 'all':
      return words.matter.all;
    case 'any':
      return words.matter.any;
    default:
      return words.matter.atLeast(part.count);
  }
}

/** "Answer by Friday, May 29, 2026", or how late it is, or when it was decided. */
export function whenShown(
  matter: {
    readonly status: MatterStatus;
    readonly overdue: boolean;
    readonly promisedBy: CivilDate;
    readonly openedOn: CivilDate;
  },
  decidedOn: CivilDate | undefined,
  today: CivilDate,
): string {
  if (decidedOn !== undefined) {
    return words.when.decided(inWords(decidedOn));
  }
  if (matter.status === 'withdrawn') {
    return words.when.withdrawn(inWords(matter.openedOn));
  }
  const day = inWords(matter.promisedBy);
  return matter.overdue
    ? words.when.overdue(day, lateBy(matter.promisedBy, today))
    : words.when.promised(day);
}

/** A refusal of a rule as a sentence that can stand alone. */
export const asSentence = (because: string): string =>
  `${because.charAt(0).toUpperCase()}${because.slice(1)}${/[.!?]$/.test(because) ? '' : '.'}`;
