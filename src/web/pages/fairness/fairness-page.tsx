/** The overview of fairness: a line for each kind of decision with its verdict in words, each leading to its page. */
import type { ReactElement } from 'react';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { Verdict } from '../../parts/verdict/verdict.tsx';
import { fairness } from '../../words/fairness.ts';
import { overviewWords as words } from '../../words/fairness-kinds.ts';
import { type OverviewLine, overviewLines, type Sanctioned } from './overview-lines.ts';
import { Filter, Method, ReleaseNote } from './page-parts.tsx';
import type { FairnessFilter, FunnelFigures, KindFigures, ReleaseShown } from './view.ts';

export function FairnessPage(props: {
  readonly frame: Frame;
  readonly filter: FairnessFilter;
  /** False where no question about people is on record. */
  readonly asked: boolean;
  /** Undefined before the first. */
  readonly release: ReleaseShown | undefined;
  /** One entry for each kind and dimension looked at. */
  readonly figures: readonly KindFigures[];
  readonly funnels: readonly FunnelFigures[];
  /** One entry for each dimension, where complaints are measured. */
  readonly sanctions?: readonly Sanctioned[];
  /** Findings that wait for an answer and that this reader may open. */
  readonly beforeBoard: number;
}): ReactElement {
  const { frame, filter, release, figures, funnels, beforeBoard } = props;
  return (
    <PageFrame frame={frame} title={fairness.title} wide unlisted>
      <div className="fairness">
        <h1>{fairness.title}</h1>
        <p className="lead">{fairness.intro}</p>
        {props.asked ? null : (
          <p>
            {`${fairness.notAsked} `}
            <a href="/desk/dimensions">{fairness.toDimensions}</a>
          </p>
        )}
        {props.asked && release === undefined ? <p>{fairness.notReleased}</p> : null}
        {!props.asked || release === undefined ? null : (
          <>
            <Filter filter={filter} kind="" />
            <section aria-labelledby="found-heading">
              <h2 id="found-heading">{words.foundTitle}</h2>
              {beforeBoard === 0 ? null : (
                <p>
                  <a href="/desk/board">{words.before(beforeBoard)}</a>
                </p>
              )}
              <ul className="found-list">
                {overviewLines(figures, funnels, filter.program, props.sanctions).map((line) => (
                  <Line key={line.title} line={line} />
                ))}
              </ul>
            </section>
            <ReleaseNote release={release} />
          </>
        )}
        <Method director={frame.viewer?.role === 'director'} />
      </div>
    </PageFrame>
  );
}

function Line({ line }: { readonly line: OverviewLine }): ReactElement {
  const { title, href, verdict, shown, rest, told } = line;
  return (
    <li>
      <Verdict kind={verdict} />
      <div>
        <p className="found-line">
          <a className="found-title" href={href}>
            {title}
          </a>
          {`: ${line.words}`}
          {shown.map(({ label, href: page }, place) => (
            <span key={label}>
              {place === 0 ? ' ' : ', '}
              <a href={page}>{label}</a>
            </span>
          ))}
          {rest === '' ? '.' : `; ${rest}.`}
        </p>
        {told === undefined ? null : <p className="figures-note">{told}</p>}
      </div>
    </li>
  );
}
