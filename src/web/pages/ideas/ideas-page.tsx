/** `/ideas`: what people proposed and the body adopted, with reasons and what came of it; and how many wait. */
import type { ReactElement } from 'react';
import { DescriptionList } from '../../parts/description-list/description-list.tsx';
import { LinkButton } from '../../parts/link-button/link-button.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { ideas as words } from '../../words/ideas.ts';

export interface AdoptedShown {
  readonly label: string;
  readonly title: string;
  readonly summary: string;
  readonly reason: string;
  readonly about: string;
  readonly program: string;
  readonly proposed: string;
  readonly answered: string;
  /** "Adopted in part. To be carried out by ...", or what was done. */
  readonly stands: string;
  /** What was done; undefined before. */
  readonly done: string | undefined;
  /** Whether the board looked again, or is asked to. */
  readonly look: string | undefined;
}

export interface IdeasPageProps {
  readonly frame: Frame;
  readonly adopted: readonly AdoptedShown[];
  readonly counts: {
    readonly proposed: number;
    readonly waiting: number;
    readonly late: number;
    readonly adopted: number;
    readonly notAdopted: number;
  };
}

export function IdeasPage({ frame, adopted, counts }: IdeasPageProps): ReactElement {
  return (
    <PageFrame frame={frame} title={words.title}>
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      <p>
        <LinkButton href="/my/ideas/propose" label={words.propose} />
      </p>
      <p>
        {words.counted(counts.proposed, counts.waiting, counts.late)}{' '}
        {words.answered(counts.adopted, counts.notAdopted)}
      </p>
      {adopted.length === 0 ? <p>{words.none}</p> : null}
      {adopted.map((one) => (
        <Adopted key={one.label} one={one} />
      ))}
    </PageFrame>
  );
}

function Adopted({ one }: { readonly one: AdoptedShown }): ReactElement {
  return (
    <section className="opinion-line" aria-labelledby={one.label} id={`idea-${one.label}`}>
      <h2 id={one.label} dir="auto">
        {one.title}
      </h2>
      <p className="soft small">
        <span className="case-label">{one.label}</span>
        {one.look === undefined ? null : ` ${one.look}`}
      </p>
      <DescriptionList
        items={[
          { term: words.stands, value: one.stands },
          ...(one.done === undefined
            ? []
            : [
                {
                  term: words.standings['carried-out'],
                  value: (
                    <p className="typed-text" dir="auto">
                      {one.done}
                    </p>
                  ),
                },
              ]),
          {
            term: words.idea,
            value: (
              <p className="typed-text" dir="auto">
                {one.summary}
              </p>
            ),
          },
          {
            term: words.reason,
            value: (
              <p className="typed-text" dir="auto">
                {one.reason}
              </p>
            ),
          },
          { term: words.about, value: `${one.about}. ${one.program}.` },
          { term: words.proposed, value: one.proposed },
          { term: words.answeredOn, value: one.answered },
        ]}
      />
    </section>
  );
}
