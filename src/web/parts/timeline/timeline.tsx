/** What has happened and what comes next, oldest first, each with its date. */
import type { ReactElement, ReactNode } from 'react';

export interface TimelineEvent {
  readonly key: string;
  readonly when: string;
  readonly what: ReactNode;
  readonly detail?: ReactNode;
  /** Still to come: drawn open. */
  readonly ahead?: boolean | undefined;
}

export function Timeline(props: { readonly events: readonly TimelineEvent[] }): ReactElement {
  return (
    <ol className="timeline">
      {props.events.map((event) => (
        <li key={event.key} className={event.ahead === true ? 'timeline-ahead' : undefined}>
          <span className="timeline-when">{event.when}</span>
          <span className="timeline-what">{event.what}</span>
          {event.detail === undefined ? null : (
            <div className="timeline-detail">{event.detail}</div>
          )}
        </li>
      ))}
    </ol>
  );
}
