/** The pledge as data turned into what the page shows on a given day: numbered lines, and the next date of each. */
import { type CivilDate, inWords } from '../../../kernel/dates/civil-date.ts';
import { onOrAfter } from '../../../kernel/dates/date-rule.ts';
import type { PledgeLine } from '../../../program/pledge/pledge.ts';
import type { PledgeLineView } from './home-page.tsx';

export function pledgeView(
  lines: readonly PledgeLine[],
  today: CivilDate,
): readonly PledgeLineView[] {
  return lines.map((line) => ({
    id: line.id,
    kind: line.kind,
    number: line.kind === 'mission' ? null : String(placeOf(line, lines)),
    restated: line.restated,
    keptBy: line.keptBy.map(({ text, href }) => ({ text, href: href ?? null })),
    measuredBy: line.measuredBy ?? null,
    owner: line.owner,
    next: line.next === undefined ? null : inWords(onOrAfter(line.next, today)),
  }));
}

const placeOf = (line: PledgeLine, lines: readonly PledgeLine[]): number =>
  lines.filter(({ kind }) => kind === line.kind).indexOf(line) + 1;
