/** `/desk/openings`: every opening, for those who run them. */
import type { ReactElement } from 'react';
import { LinkButton } from '../../parts/link-button/link-button.tsx';
import { Notice } from '../../parts/notice/notice.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { StatusTag } from '../../parts/status-tag/status-tag.tsx';
import { bodies } from '../../words/bodies.ts';
import { openings } from '../../words/openings.ts';
import { recognitions } from '../../words/recognitions.ts';
import { aboutLine, type OpeningLine, STAGE_TONES } from '../openings/openings-page.tsx';

const words = openings.desk;

export function DeskOpeningsPage(props: {
  readonly frame: Frame;
  readonly openings: readonly OpeningLine[];
  readonly mayPublish: boolean;
  /** For directors: bodies whose chair can be recorded. */
  readonly bodies: readonly { readonly id: string; readonly name: string }[];
  readonly news: string | undefined;
}): ReactElement {
  return (
    <PageFrame frame={props.frame} title={words.title} unlisted>
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      {props.news === undefined ? null : (
        <Notice news>
          <p>{props.news}</p>
        </Notice>
      )}
      {props.mayPublish ? (
        <div className="buttons">
          <LinkButton href="/desk/openings/new" label={words.publish} />
          <LinkButton
            href="/desk/openings/new?purpose=recognition"
            label={recognitions.desk.publish}
            look="secondary"
          />
        </div>
      ) : null}
      {props.bodies.length === 0 ? null : (
        <>
          <h2>{bodies.title}</h2>
          <ul>
            {props.bodies.map(({ id, name }) => (
              <li key={id} dir="auto">
                <a href={`/desk/bodies/${id}`}>{name}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      {props.openings.length === 0 ? <p>{openings.none}</p> : null}
      {props.openings.map((one) => (
        <div key={one.id} className="opening-line">
          <h2 id={`opening-${one.id}`}>
            <a href={`/desk/openings/${one.id}`}>{one.title}</a>
          </h2>
          <p>{aboutLine(one)}</p>
          <p className="small">
            <StatusTag tone={STAGE_TONES[one.stage]} label={openings.stages[one.stage]} />{' '}
            {one.stage === 'open' ? openings.until(one.closes) : openings.closed(one.closes)}
          </p>
        </div>
      ))}
    </PageFrame>
  );
}
