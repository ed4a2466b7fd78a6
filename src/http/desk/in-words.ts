/** Turns records into the words the desk's pages show. */
import { amountInWords } from '../../casework/fees/amount.ts';
import type { balances } from '../../casework/fees/fees.ts';
import type { Outcome } from '../../casework/matter/matter.ts';
import { type CivilDate, daysBetween, inWordsShort } from '../../kernel/dates/civil-date.ts';
import { programOf } from '../../program/catalog/catalog.ts';
import type { Pathway } from '../../program/definition/pathway.ts';
import type { PathwayExpression } from '../../program/pathway/expression.ts';
import type { QueueRow } from '../../web/pages/queue/queue.tsx';
import { en } from '../../web/words/en.ts';
import type { MatterSummary } from '../../workflow/ports/records.ts';
import type { QueuedMatter } from '../../workflow/review/packet.ts';

const desk = en.desk;

export const programName = (id: string): string => programOf(id)?.name ?? id;

export const daysLate = (promisedBy: CivilDate, today: CivilDate): number =>
  Math.max(0, daysBetween(promisedBy, today));

export const outcomeWords = (kind: keyof typeof desk.packet.outcomes, outcome: Outcome): string =>
  desk.packet.outcomes[kind][outcome];

export function queueRow(
  matter: MatterSummary,
  href: string | undefined,
  today: CivilDate,
  status?: string,
): QueueRow {
  const late = daysLate(matter.promisedBy, today);
  return {
    id: matter.id,
    label: matter.label,
    href,
    promised: inWordsShort(matter.promisedBy),
    overdue: late > 0 ? desk.late(late) : undefined,
    kind: matter.kind,
    program: programName(matter.program),
    status: status ?? desk.statuses[matter.status],
  };
}

/** For deciders: without the promised day, because how long somebody has waited could point at who they are. */
export const reviewRow = (
  { id, label, overdue, kind, program, status, yours }: QueuedMatter,
  href: string,
): QueueRow => ({
  ...{ id, label, href, kind },
  promised: overdue ? '' : desk.inTime,
  overdue: overdue ? desk.pastPromise : undefined,
  program: programName(program),
  status: yours ? desk.queue.yours : desk.statuses[status],
});

export function balanceLine(balance: ReturnType<typeof balances>[number]): string {
  if (balance.owedCents > 0) {
    return desk.fees.balance(amountInWords(balance.owedCents, balance.currency));
  }
  return balance.creditCents > 0
    ? desk.fees.credit(amountInWords(balance.creditCents, balance.currency))
    : desk.fees.settled;
}

/** The expression in words, one line a step, so that anybody can see how the outcome follows. */
export function expressionLines(
  expression: PathwayExpression,
  titles: ReadonlyMap<string, string>,
): readonly string[] {
  if (expression.kind === 'hours') {
    return [
      `${desk.packet.all}:`,
      ...expression.of.map(({ title }) => desk.packet.hoursShown(title)),
    ];
  }
  const inner = (part: Pathway): string => {
    if (part.kind === 'criterion') {
      return titles.get(part.criterion) ?? part.criterion;
    }
    const how = part.kind === 'at-least' ? desk.packet.atLeast(part.count) : desk.packet[part.kind];
    return `(${how}: ${part.of.map(inner).join('; ')})`;
  };
  if (expression.kind === 'criterion') {
    return [inner(expression)];
  }
  const how =
    expression.kind === 'at-least'
      ? desk.packet.atLeast(expression.count)
      : desk.packet[expression.kind];
  return [`${how}:`, ...expression.of.map(inner)];
}
