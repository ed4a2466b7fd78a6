/** What happened to a finding, oldest first, and what is still to come. */
import type { ReactElement } from 'react';
import { type Finding, owedBy } from '../../../casework/finding/finding.ts';
import { inWords } from '../../../kernel/dates/civil-date.ts';
import type { FindingShown } from '../../../workflow/board/read-findings.ts';
import { Timeline, type TimelineEvent } from '../../parts/timeline/timeline.tsx';
import { board, finding as words } from '../../words/board.ts';

export function Happened(props: {
  readonly shown: FindingShown;
  readonly names: ReadonlyMap<string, string>;
}): ReactElement {
  const { finding } = props.shown;
  return <Timeline events={[...past(finding, props.names), ...ahead(finding)]} />;
}

function past(finding: Finding, names: ReadonlyMap<string, string>): readonly TimelineEvent[] {
  const { openedOn, told, response, answered, carriedOut } = finding;
  const who = (id: string): string => names.get(id) ?? words.someone;
  const events: TimelineEvent[] = [];
  if (finding.rater === undefined) {
    events.push({ key: 'opened', when: inWords(openedOn), what: words.events.opened });
  }
  if (told !== undefined) {
    events.push({
      key: 'told',
      when: inWords(told.on),
      what: words.events.told,
      detail: <p>{`${board.respondUntil(inWords(told.respondUntil))}.`}</p>,
    });
  }
  if (response !== undefined) {
    events.push({
      key: 'responded',
      when: inWords(response.on),
      what: words.events.responded,
      detail: <Typed text={response.words} />,
    });
  }
  if (answered !== undefined) {
    const { answer } = answered;
    events.push({
      key: 'answered',
      when: inWords(answered.on),
      what: words.events.answered(board.answers[answer.kind], who(answered.by)),
      detail: (
        <>
          {answer.kind === 'refusal' ? null : (
            <>
              <Typed text={answer.what} />
              <p>{words.byWhen(inWords(answer.byWhen))}</p>
            </>
          )}
          <p>
            <strong>{words.reasons}</strong>
          </p>
          <Typed text={answer.reasons} />
        </>
      ),
    });
  }
  if (carriedOut !== undefined) {
    events.push({
      key: 'done',
      when: inWords(carriedOut.on),
      what: words.events.carriedOut(who(carriedOut.by)),
      detail: <Typed text={carriedOut.done} />,
    });
  }
  return events;
}

function ahead(finding: Finding): readonly TimelineEvent[] {
  const owed = owedBy(finding);
  if (owed === undefined) {
    return [];
  }
  const what = finding.answered === undefined ? words.events.answerAhead : words.events.actionAhead;
  return [{ key: 'ahead', when: inWords(owed), what, ahead: true }];
}

function Typed({ text }: { readonly text: string }): ReactElement {
  return (
    <p className="typed-text" dir="auto">
      {text}
    </p>
  );
}
