/** One kind of decision: what is found about it, then each measure with its numbers, then how it is measured. */
import type { ReactElement } from 'react';
import type { Published } from '../../../fairness/disclosure/gate.ts';
import type { MeasuredTrend } from '../../../fairness/disclosure/released-trend.ts';
import { inWordsShort } from '../../../kernel/dates/civil-date.ts';
import type { FindingShown } from '../../../workflow/board/read-findings.ts';
import { Breadcrumbs } from '../../parts/breadcrumbs/breadcrumbs.tsx';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { Verdict } from '../../parts/verdict/verdict.tsx';
import { fairness } from '../../words/fairness.ts';
import { kinds, kindPage as words } from '../../words/fairness-kinds.ts';
import { DecidersSection } from './deciders-section.tsx';
import { DrawsSection, isDrawKind } from './draws-section.tsx';
import { type Found, foundIn } from './found.ts';
import { ItemsSection } from './items-section.tsx';
import { OutcomesSection } from './outcomes-section.tsx';
import { Downloads, Filter, Method, ReleaseNote } from './page-parts.tsx';
import { ResponseLine } from './response-line.tsx';
import { tallyOfDraws, tallyOfOutcomes, tallyOfWaiting, tallyWords } from './summary.ts';
import { TrendSection } from './trend-section.tsx';
import {
  addressOf,
  type Beside,
  type KindFigures,
  labelOf,
  namedDeciders,
  type PageOfRelease,
} from './view.ts';
import { WaitingSection } from './waiting-section.tsx';

export interface KindPageProps extends PageOfRelease {
  readonly figures: KindFigures;
  readonly trend: Published<MeasuredTrend>;
  readonly beside: Beside;
  readonly horizonDays: number;
  /** The day that the body sets itself, drawn in the waiting curves. */
  readonly standardDays: number;
}

export function KindPage(props: KindPageProps): ReactElement {
  const { frame, filter, figures, release, beside } = props;
  const { title, intro } = kinds[figures.kind];
  const program = filter.program === '' ? undefined : filter.program;
  return (
    <PageFrame frame={frame} title={title} wide unlisted>
      <div className="fairness">
        <Breadcrumbs
          above={[{ href: addressOf('', { program: filter.program }), label: words.back }]}
        />
        <h1>{title}</h1>
        <p className="lead">{intro}</p>
        <Filter filter={filter} kind={figures.kind} />
        <section aria-labelledby="found-heading">
          <h2 id="found-heading">{words.foundTitle}</h2>
          {summaries(figures).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          <FoundList found={foundIn(figures, program, beside)} program={program} />
        </section>
        <ReleaseNote release={release} />
        <Measured {...props} />
        <Downloads kind={figures.kind} filter={filter} />
        <Method director={frame.viewer?.role === 'director'} />
      </div>
    </PageFrame>
  );
}

function summaries({ kind, groups, outcomes, waiting, draws }: KindFigures): readonly string[] {
  const { outcome, waiting: wait } = kinds[kind];
  return [
    words.summary(
      outcome.title,
      tallyWords(
        draws === undefined
          ? tallyOfOutcomes(groups, outcomes.value)
          : tallyOfDraws(groups, draws.value),
      ),
    ),
    ...(waiting === undefined || wait === undefined
      ? []
      : [words.summary(wait.title, tallyWords(tallyOfWaiting(groups, waiting.value)))]),
  ];
}

function Measured(props: KindPageProps): ReactElement {
  const { figures, beside, trend } = props;
  const { kind, groups, waiting, items, draws } = figures;
  const { outcome, waiting: wait, response } = kinds[kind];
  const outcomes = figures.outcomes.value;
  const deciders = figures.deciders.value;
  return (
    <>
      {draws === undefined || !isDrawKind(kind) ? (
        <OutcomesSection
          id="outcomes"
          words={outcome}
          groups={groups}
          measured={outcomes}
          say={response}
          caution={kind === 'pass' ? fairness.passCaution : undefined}
        />
      ) : (
        <>
          <ResponseLine response={outcomes.response} say={response} />
          <DrawsSection
            kind={kind}
            labelOf={(group) => labelOf(groups, group)}
            rows={draws.value.rows}
          />
        </>
      )}
      {waiting === undefined || wait === undefined ? null : (
        <WaitingSection
          title={wait.title}
          groups={groups}
          measured={waiting.value}
          response={outcomes.response}
          say={response}
          horizonDays={props.horizonDays}
          standardDays={props.standardDays}
        />
      )}
      {draws === undefined ? (
        <TrendSection groups={groups} measured={trend.value} say={response} />
      ) : null}
      {kind === 'pass' ? (
        <ItemsSection
          groups={groups}
          forms={items.flatMap(({ value }) => value)}
          response={outcomes.response}
          say={response}
        />
      ) : null}
      {deciders.length === 0 ? null : (
        <DecidersSection
          deciders={namedDeciders(deciders, beside.deciderNames, fairness.deciders.numbered)}
        />
      )}
    </>
  );
}

export function FoundList(props: {
  readonly found: readonly Found[];
  /** Undefined: all programs together. */
  readonly program: string | undefined;
}): ReactElement {
  const { found, program } = props;
  return found.length === 0 ? (
    <p>{fairness.found.nothing}</p>
  ) : (
    <ul className="found-list">
      {found.map(({ sentence, finding }) => (
        <li key={sentence}>
          <Verdict kind="disparity" />
          <div>
            <p className="found-line">{sentence}</p>
            {finding === undefined ? null : <BeforeBoard shown={finding} program={program} />}
          </div>
        </li>
      ))}
    </ul>
  );
}

function BeforeBoard(props: {
  readonly shown: FindingShown;
  readonly program: string | undefined;
}): ReactElement {
  const { shown, program } = props;
  const { openedOn, promisedBy, answered, measurements } = shown.finding;
  const isWider = program !== undefined && measurements[0].program === undefined;
  return (
    <p className="figures-note">
      <a href={`/desk/findings/${shown.id}`}>
        {answered === undefined
          ? words.beforeBoard(inWordsShort(openedOn), inWordsShort(promisedBy))
          : words.answered(inWordsShort(answered.on))}
      </a>
      {isWider ? ` ${words.allPrograms}` : null}
    </p>
  );
}
