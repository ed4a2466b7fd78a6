/** The promised date of a matter; where it has passed, the number of days stands beside it as words. */
import type { ReactElement } from 'react';
import { StatusTag } from '../../parts/status-tag/status-tag.tsx';
import { en } from '../../words/en.ts';

export function PromisedDate(props: {
  readonly promised: string;
  readonly daysLate: number;
}): ReactElement {
  return (
    <>
      {props.promised}
      {props.daysLate > 0 ? (
        <>
          {' '}
          <StatusTag tone="late" label={en.desk.late(props.daysLate)} />
        </>
      ) : null}
    </>
  );
}
