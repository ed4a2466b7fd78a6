/**
 * Changes that invented people proposed, some answered, one before the board again, one late, written through the rules that
 * serve real people. What would happen after the last day is left out.
 */
import { answerIdea, askAgain, carryOutIdea, ideaPromisedBy } from '../../casework/idea/decide.ts';
import { type IdeaEvent, ideaOf } from '../../casework/idea/idea.ts';
import { labelFrom } from '../../casework/matter/label.ts';
import { addDays, type CivilDate } from '../../kernel/dates/civil-date.ts';
import type { Result } from '../../kernel/result/result.ts';
import { FEDERAL_HOLIDAYS } from '../../program/calendar/federal-holidays.ts';
import type { IdeaToLoad, PersonToLoad } from '../../workflow/ports/body-to-load.ts';
import { oneOf } from '../people/draw.ts';
import { instantOn } from './desk-days.ts';
import { type IdeaText, ideaTexts } from './idea-texts.ts';
import type { Writing } from './matter-record.ts';
import { workday } from './seasons.ts';

export function writeIdeas(
  writing: Writing,
  people: readonly PersonToLoad[],
): readonly IdeaToLoad[] {
  const proposers = people.filter(({ offices }) => offices.length === 0);
  const [director] = people.filter(({ offices }) => offices.includes('director'));
  if (director === undefined) {
    throw new Error('nobody answers ideas');
  }
  return ideaTexts.map((text) => {
    const on = workday(addDays(writing.last, -text.daysAgo));
    const promisedBy = ideaPromisedBy(on, FEDERAL_HOLIDAYS);
    const { subject, program, role, words, why } = text;
    return {
      id: writing.ids.uuid(),
      label: labelFrom('I', writing.ids.bytes(7)),
      ...{ subject, program, role, words, why, promisedBy },
      proposedOn: on,
      proposer: oneOf(writing.chance, proposers).id,
      events: eventsOf(text, on, promisedBy, director.id)
        .filter((event) => event.on <= writing.last)
        .map((event) => ({
          event,
          at: instantOn(writing.chance, event.on, 'decided'),
          actor: event.type === 'asked-again' ? undefined : event.by,
        })),
    };
  });
}

function eventsOf(
  { answered, again }: IdeaText,
  proposedOn: CivilDate,
  promisedBy: CivilDate,
  by: string,
): readonly IdeaEvent[] {
  if (answered === undefined) {
    return [];
  }
  const on = workday(addDays(proposedOn, answered.afterDays));
  const { outcome, title, summary, reason, withinDays, done } = answered;
  const byWhen = withinDays === undefined ? undefined : workday(addDays(on, withinDays));
  const events: IdeaEvent[] = [
    allowed(
      answerIdea(ideaOf(promisedBy, []), {
        ...{ on, by },
        answer: { outcome, title, summary, reason, byWhen },
      }),
    ),
  ];
  if (again !== undefined) {
    const asked = { on: workday(addDays(on, again.afterDays)), reason: again.reason };
    events.push(
      allowed(askAgain(ideaOf(promisedBy, events), { ...asked, holidays: FEDERAL_HOLIDAYS })),
    );
  }
  if (done !== undefined) {
    const carried = { on: workday(addDays(on, done.afterDays)), by, done: done.what };
    events.push(allowed(carryOutIdea(ideaOf(promisedBy, events), carried)));
  }
  return events;
}

function allowed(result: Result<IdeaEvent>): IdeaEvent {
  if (!result.ok) {
    throw new Error(result.refusal.because);
  }
  return result.value;
}
