/** Where the requests for records of a matter stand: open, answered, past their day, closed. What may be asked stands in records-requests. */
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import type { Event } from './conduct-event.ts';
import type { ConductMatter, RecordHolder } from './conduct-matter.ts';

/** The stages at which things are gathered and the respondent knows of it. */
export const ASKED_AT = ['response', 'investigation'] as const;

/** Asked, and neither answered, nor closed, nor past its day. */
export const isOpen = ({ answer, closedOn, overdueOn }: RecordHolder): boolean =>
  answer === undefined && closedOn === undefined && overdueOn === undefined;

/** Requests whose day has passed with no answer, to be put on record while things are gathered. */
export const overdueOn = (
  state: ConductMatter,
  on: CivilDate,
): readonly Event<'records-overdue'>[] =>
  ASKED_AT.some((stage) => stage === state.stage) &&
  state.stayedSince === undefined &&
  state.withdrawnOn === undefined
    ? state.holders
        .filter((one) => isOpen(one) && one.answerUntil < on)
        .map(({ id }) => ({ type: 'records-overdue', on, holder: id }))
    : [];

/** The holders after one more event. */
export function holdersAfter(
  { holders }: ConductMatter,
  event: Event<'records-asked' | 'records-answered' | 'records-overdue' | 'records-closed'>,
): readonly RecordHolder[] {
  const { holder: id, on } = event;
  if (event.type === 'records-asked') {
    const { answerUntil } = event;
    const asked = { answer: undefined, overdueOn: undefined, closedOn: undefined };
    return [...holders, { id, answerUntil, ...asked }];
  }
  const change =
    event.type === 'records-answered'
      ? { answer: event.how }
      : event.type === 'records-overdue'
        ? { overdueOn: on }
        : { closedOn: on };
  return holders.map((one) => (one.id === id ? { ...one, ...change } : one));
}
