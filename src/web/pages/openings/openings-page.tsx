/** `/openings`: which seats are open, and which were. */
import type { ReactElement } from 'react';
import type { RecognitionKind } from '../../../casework/opening/opening-form.ts';
import type { Stage } from '../../../casework/opening/stage.ts';
import type { BodyKind } from '../../../workflow/ports/seat-records.ts';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { StatusTag, type StatusTone } from '../../parts/status-tag/status-tag.tsx';
import { bodies } from '../../words/bodies.ts';
import { openings as words } from '../../words/openings.ts';
import { recognitions } from '../../words/recognitions.ts';

export interface OpeningLine {
  readonly id: string;
  readonly title: string;
  /** Of a body, or of what is recognized. */
  readonly of:
    | { readonly kind: BodyKind; readonly body: string }
    | { readonly recognition: RecognitionKind };
  readonly seats: number;
  readonly how: 'draw' | 'reading';
  readonly stage: Stage;
  /** In words. */
  readonly closes: string;
}

export interface OpeningsPageProps {
  readonly frame: Frame;
  readonly openings: readonly OpeningLine[];
  /** Promised days that passed before everybody had an answer, in words. */
  readonly missed: readonly {
    readonly id: string;
    readonly title: string;
    readonly promised: string;
    /** Undefined while somebody waits. */
    readonly answered: string | undefined;
  }[];
}

export const STAGE_TONES = {
  'not-yet': 'waiting',
  open: 'working',
  closing: 'working',
  committed: 'working',
  drawn: 'done',
} as const satisfies Readonly<Record<Stage, StatusTone>>;

export function OpeningsPage({ frame, openings, missed }: OpeningsPageProps): ReactElement {
  const open = openings.filter(({ stage }) => stage === 'open');
  const closed = openings.filter(({ stage }) => stage !== 'open');
  return (
    <PageFrame frame={frame} title={words.title}>
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      <p>
        <a href="/bodies">{bodies.see}</a>
      </p>
      {openings.length === 0 ? <p>{words.none}</p> : null}
      {openings.length > 0 ? (
        <>
          <h2>{words.openNow}</h2>
          {open.length === 0 ? <p>{words.noneOpen}</p> : open.map(lineOf)}
        </>
      ) : null}
      {closed.length > 0 ? (
        <>
          <h2>{words.before}</h2>
          {closed.map(lineOf)}
        </>
      ) : null}
      {openings.length > 0 ? (
        <>
          <h2 id="missed">{words.missedTitle}</h2>
          {missed.length === 0 ? <p>{words.missedNone}</p> : null}
          <ul>
            {missed.map(({ id, title, promised, answered }) => (
              <li key={id}>
                <a href={`/openings/${id}`}>{title}</a>
                {`: ${answered === undefined ? words.missedOpen(promised) : words.missed(promised, answered)}`}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </PageFrame>
  );
}

/** What is filled or recognized, in a line. */
export const aboutLine = ({ of, seats, how }: OpeningLine): string =>
  'recognition' in of
    ? `${recognitions.line(of.recognition, seats)}.`
    : `${words.kinds[of.kind]}, ${of.body}. ${words.line(seats, how)}.`;

const lineOf = (one: OpeningLine): ReactElement => (
  <div key={one.id} className="opening-line">
    <h3 id={`opening-${one.id}`}>
      <a href={`/openings/${one.id}`}>{one.title}</a>
    </h3>
    <p>{aboutLine(one)}</p>
    <p className="small">
      <StatusTag tone={STAGE_TONES[one.stage]} label={words.stages[one.stage]} />{' '}
      {one.stage === 'open' ? words.until(one.closes) : words.closed(one.closes)}
    </p>
  </div>
);
