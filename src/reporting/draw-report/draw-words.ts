/** What a draw is told in: sentences for the people who are drawn, and for anybody who wants to check it. */
import type { DrawMethod } from '../../fairness/draw/fair-draw.ts';
import { MOST_MOVED, TICKETS } from '../../fairness/draw/tickets.ts';
import { type DrawReport, type PersonDrawn, peopleOf, ticketWords } from './draw-report.ts';

export const METHOD_NAMES: Readonly<Record<DrawMethod, string>> = {
  leximin: 'the fairest draw (LEXIMIN)',
  maximin: 'the least chance as large as possible (MAXIMIN)',
  uniform: 'panels at random, with no care for anybody’s chance',
};

/** "9.09 %", "10 %". */
export const percent = (share: number): string => `${Number((share * 100).toFixed(2))} %`;

export function chanceWords(report: DrawReport): string {
  const { draw, idColumn } = report;
  const people = peopleOf(report);
  const one = people.find(({ onPanel }) => onPanel) ?? people[0];
  const name = idColumn === undefined ? `the person in row ${one?.id}` : `${one?.id}`;
  const example =
    one === undefined
      ? ''
      : ` For example, ${name} holds ${ticketWords(one.tickets)}, a chance of ${percent(one.tickets / TICKETS)}.`;
  const never = people.filter(({ probability }) => probability < 1e-9).length;
  const none =
    never === 0
      ? ''
      : ` ${never === 1 ? 'One person' : `${never.toLocaleString('en-US')} people`} can sit on no panel that keeps the rules${draw.method === 'leximin' ? '' : ', or was on none here'}.`;
  return `${draw.panel.length} people sit on the panel${draw.staying.length === 0 ? '' : `, of whom ${draw.staying.length} stay from before`}. There are ${TICKETS.toLocaleString('en-US')} numbered tickets, each a whole panel and each as likely as another; your chance is the number of tickets that hold you.${example} Nobody who can be drawn holds fewer than ${leastHeld(people).toLocaleString('en-US')}.${none}`;
}

const leastHeld = (people: readonly PersonDrawn[]): number =>
  people.reduce(
    (least, { probability, tickets }) => (probability < 1e-9 ? least : Math.min(least, tickets)),
    TICKETS,
  );

export function proofWords({ draw }: DrawReport): string {
  if (draw.method === 'uniform') {
    const likely =
      draw.equallyLikely === true
        ? 'Every panel that keeps the rules was equally likely to be found.'
        : 'The panels were found by a random search; that each panel is equally likely is not proved.';
    return `Nothing is proved about these chances. ${likely} They are here for comparison.`;
  }
  const first =
    'No draw that keeps the rules can give its least favored people a better chance. Each level carries points for people such that no panel can count more than a ceiling, which is shown by adding up; whoever wanted to lift all people of a level above it would need panels that count more than that.';
  const then =
    draw.method === 'leximin'
      ? ' The same is shown for the next level among all others, and so on: nobody’s chance can be raised without lowering that of somebody who has no more.'
      : ' Above the least chance nothing is promised: other draws may be fairer there.';
  return `${first}${then} The proof is part of the data. It was checked by a program of its own that uses nothing but addition, and anybody can check it so.`;
}

export function lotteryWords({ draw }: DrawReport): readonly string[] {
  const chosen =
    draw.publicWords === ''
      ? 'No public words were used here, so whoever chose the seed could have tried several. For a draw in public, publish the commitment first, and name public words that come later, such as the numbers of a lottery on a day to come.'
      : 'The commitment was to be published before the public words were known: then nobody can have chosen the ticket.';
  return [
    `The commitment stands for the pool, the quotas, the tickets and the seed: none of them can be changed without changing it. Winning ticket = SHA-256 of commitment, seed and public words, a line feed between them, read as a number, modulo ${TICKETS.toLocaleString('en-US')}, plus 1. The same files, seed and words give the same panel on every machine.`,
    chosen,
    ...(draw.method === 'uniform'
      ? []
      : [
          `Chances are written on tickets in whole numbers, which moved nobody’s by more than ${draw.tickets.moved.toFixed(4)} (at most ${MOST_MOVED} is allowed).`,
        ]),
  ];
}
