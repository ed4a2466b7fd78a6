/** `/bodies`: who serves, and until when; no names. */
import type { ReactElement } from 'react';
import type { BodyShown } from '../../../workflow/opening/bodies.ts';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { bodies as words } from '../../words/bodies.ts';
import { openings } from '../../words/openings.ts';
import { BodySections } from './body-sections.tsx';

export function BodiesPage(props: {
  readonly frame: Frame;
  readonly bodies: readonly BodyShown[];
}): ReactElement {
  return (
    <PageFrame
      frame={props.frame}
      title={words.title}
      trail={{ above: [{ href: '/openings', label: openings.title }] }}
    >
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      {props.bodies.length === 0 ? <p>{words.none}</p> : null}
      {props.bodies.map((one) => (
        <section key={one.body.id} aria-labelledby={one.body.id}>
          <h2 id={one.body.id} dir="auto">
            {one.body.name}
          </h2>
          <BodySections {...one} />
        </section>
      ))}
    </PageFrame>
  );
}
