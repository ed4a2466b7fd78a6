/** `/programs`: every program that can be applied to here, and the rules that are shown for reading only. */
import type { ReactElement } from 'react';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { en } from '../../words/en.ts';

const words = en.programs;

export interface ProgramEntry {
  readonly id: string;
  readonly name: string;
  readonly designation: string;
  readonly body: string;
  /** "Applications are open until January 31, 2027." */
  readonly window: string;
  readonly notice: string;
  /** False: shown for reading; nothing is issued here under this name. */
  readonly offeredHere: boolean;
}

export interface ProgramsPageProps {
  readonly frame: Frame;
  readonly programs: readonly ProgramEntry[];
}

export function ProgramsPage({ frame, programs }: ProgramsPageProps): ReactElement {
  const offered = programs.filter(({ offeredHere }) => offeredHere);
  const shown = programs.filter(({ offeredHere }) => !offeredHere);
  return (
    <PageFrame frame={frame} title={words.title}>
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      {offered.length === 0 ? null : (
        <section aria-labelledby="offered">
          <h2 id="offered">{words.offeredHere}</h2>
          <Entries programs={offered} />
        </section>
      )}
      {shown.length === 0 ? null : (
        <section aria-labelledby="shown">
          <h2 id="shown">{words.shownOnly}</h2>
          <p>{words.shownOnlyText}</p>
          <Entries programs={shown} />
        </section>
      )}
    </PageFrame>
  );
}

function Entries({ programs }: { readonly programs: readonly ProgramEntry[] }): ReactElement {
  return (
    <div className="program-list">
      {programs.map((program) => (
        <article key={program.id} className="program-entry">
          <p className="program-designation">{program.designation}</p>
          <div>
            <h3>
              <a href={`/programs/${program.id}`}>{program.name}</a>
            </h3>
            <p>{words.runBy(program.body)}</p>
            <p>
              <strong>{program.window}</strong>
            </p>
            <p className="soft small">{program.notice}</p>
          </div>
        </article>
      ))}
    </div>
  );
}
