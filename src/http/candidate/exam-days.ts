/** The days on which an exam may be taken, in sentences: an extra window after an appeal, then the next regular one. */
import { isOver, type Try } from '../../casework/sitting/tries.ts';
import { type CivilDate, inWords } from '../../kernel/dates/civil-date.ts';
import { en } from '../../web/words/en.ts';

const words = en.appeals.examDays;

/** `demonstration`: a form that is open on any day. Days that are over are left out. */
export function examDaysInWords(
  tries: readonly Try[],
  today: CivilDate,
  demonstration: boolean,
): readonly string[] {
  const lines = tries
    .filter((one) => !isOver(one, today) && (one.by !== 'rules' || !demonstration))
    .flatMap((one) => linesOf(one, today));
  return lines.length > 0 && demonstration ? [...lines, words.demonstration] : lines;
}

function linesOf({ days, by }: Try, today: CivilDate): readonly string[] {
  const [first, ...more] = days.filter(({ to }) => today <= to);
  if (first === undefined) {
    return [];
  }
  const [from, to] = [inWords(first.from), inWords(first.to)];
  if (by === 'rules' || first !== days[0]) {
    return [`${words.span(from, to)}.`];
  }
  return [
    by === 'appeal' ? words.byAppeal(from, to) : words.bySetAside(from, to),
    ...more.map((next) => words.next(inWords(next.from), inWords(next.to))),
    words.noFee,
  ];
}
