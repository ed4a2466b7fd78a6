/** Records that were asked of third parties, by the kind of whoever keeps them, and what came of each request. */
import type { ReactElement } from 'react';
import { calledIn } from '../../../casework/conduct/called.ts';
import type { Event } from '../../../casework/conduct/conduct-event.ts';
import { type CivilDate, inWords } from '../../../kernel/dates/civil-date.ts';
import { DescriptionList } from '../../parts/description-list/description-list.tsx';
import { conductTerms as terms } from '../../words/conduct-terms.ts';

const words = terms.recordsAsked;

/** As far as each reader is shown of it. */
export type RecordsEvent =
  | Pick<Event<'records-asked'>, 'type' | 'on' | 'holder' | 'kind' | 'what' | 'answerUntil'>
  | Pick<Event<'records-answered'>, 'type' | 'on' | 'holder' | 'how' | 'reason'>
  | Pick<Event<'records-overdue'>, 'type' | 'on' | 'holder'>
  | Pick<Event<'records-closed'>, 'type' | 'on' | 'holder' | 'reason'>;

export interface RequestShown {
  readonly key: string;
  /** "Record holder 1: An employer". */
  readonly who: string;
  readonly lines: readonly string[];
}

const TYPES: Readonly<Record<RecordsEvent['type'], true>> = {
  'records-asked': true,
  'records-answered': true,
  'records-overdue': true,
  'records-closed': true,
};
export const isRecordsEvent = <One extends { readonly type: string }>(
  event: One,
): event is One & RecordsEvent => Object.hasOwn(TYPES, event.type);

/** Each request with what came of it; `today` where the reader is told that it waits. */
export function requestsIn(
  events: readonly RecordsEvent[],
  today: CivilDate,
): readonly RequestShown[] {
  return events.flatMap((asked) => {
    if (asked.type !== 'records-asked') {
      return [];
    }
    const { holder, kind, what, on, answerUntil } = asked;
    const after = events.filter((one) => one.type !== 'records-asked' && one.holder === holder);
    const called = calledIn(holder);
    return [
      {
        key: holder,
        who: `${called.charAt(0).toUpperCase()}${called.slice(1)}: ${terms.holderKinds[kind]}`,
        lines: [
          what,
          words.asked(inWords(on), inWords(answerUntil)),
          ...after.map(cameOf),
          ...(after.length === 0 && today <= answerUntil ? [words.waits] : []),
        ],
      },
    ];
  });
}

function cameOf(event: RecordsEvent): string {
  switch (event.type) {
    case 'records-answered':
      return words.answered(inWords(event.on), terms.recordsAnswers[event.how], event.reason);
    case 'records-closed':
      return words.closed(inWords(event.on), event.reason);
    default:
      return words.overdue(inWords(event.on));
  }
}

export const RecordsAsked = ({
  requests,
}: {
  readonly requests: readonly RequestShown[];
}): ReactElement | null =>
  requests.length === 0 ? null : (
    <>
      <h3>{words.title}</h3>
      <p className="soft">{words.text}</p>
      <DescriptionList
        items={requests.map(({ who, lines }) => ({
          term: who,
          value: (
            <>
              {lines.map((line) => (
                <p key={line} className="typed-text" dir="auto">
                  {line}
                </p>
              ))}
            </>
          ),
        }))}
      />
    </>
  );
