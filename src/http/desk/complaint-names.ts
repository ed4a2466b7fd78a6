/** What the people of a complaint are called on its desk: labels for those concerned, names for those who act in it. */
import { complaint as words } from '../../web/words/complaints.ts';
import type { HandledComplaint } from '../../workflow/conduct/complaint-views.ts';

/** "respondent" is the respondent, "c2" complainant 2, "w1" witness 1, "h1" record holder 1. */
export function calledOnDesk(key: string): string {
  const number = key.slice(1);
  if (!/^\d+$/.test(number)) {
    return words.called.respondent;
  }
  if (key.startsWith('h')) {
    return words.called.holder(number);
  }
  return key.startsWith('c') ? words.called.complainant(number) : words.called.witness(number);
}

/** Names of colleagues and of people in the pool, by id. */
export function actorsOf({
  colleagues,
  pool,
}: Pick<HandledComplaint, 'colleagues' | 'pool'>): (person: string) => string {
  const known = new Map(
    [...pool, ...colleagues].map(({ person, fullName }) => [person, fullName] as const),
  );
  return (person) => known.get(person) ?? words.somebody;
}
