/** `/programs/:program/dilemmas`: the cases of a program; for somebody signed in, which of them they have worked through. */
import type { ReactElement } from 'react';
import type { CivilDate } from '../../../kernel/dates/civil-date.ts';
import { inWordsShort } from '../../../kernel/dates/civil-date.ts';
import type { Dilemma } from '../../../program/conduct/dilemma.ts';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { dilemmas as words } from '../../words/dilemmas.ts';
import { placesAbove } from '../opinions/opinions-page.tsx';

export interface DilemmasPageProps {
  readonly frame: Frame;
  readonly program: { readonly id: string; readonly name: string; readonly notice: string };
  readonly cases: readonly Pick<Dilemma, 'slug' | 'title' | 'provisions'>[];
  /** When the viewer first worked through each; empty for a stranger. */
  readonly done: ReadonlyMap<string, CivilDate>;
}

export function DilemmasPage({ frame, program, cases, done }: DilemmasPageProps): ReactElement {
  return (
    <PageFrame
      frame={frame}
      title={`${words.title}: ${program.name}`}
      trail={{ above: placesAbove(program) }}
    >
      <h1>{words.title}</h1>
      <p className="lead">{words.lead(program.name)}</p>
      <p>{words.noScore}</p>
      {cases.length === 0 ? <p>{words.none}</p> : null}
      {cases.map(({ slug, title, provisions }) => {
        const day = done.get(slug);
        return (
          <section key={slug} className="opinion-line" aria-labelledby={slug}>
            <h2 id={slug}>
              <a href={`/programs/${program.id}/dilemmas/${slug}`}>{title}</a>
            </h2>
            <p className="soft small">
              {words.about(provisions.join(', '))}
              {day === undefined ? null : ` ${words.doneOn(inWordsShort(day))}`}
            </p>
          </section>
        );
      })}
      <p className="soft small">{`${words.invented} ${program.notice}`}</p>
    </PageFrame>
  );
}
