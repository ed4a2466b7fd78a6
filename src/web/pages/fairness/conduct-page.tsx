/**
 * Complaints about conduct: what is found; who is complained about, apart from what happens then; how it goes for those who
 * complain; and complaints about the body itself.
 */
import type { ReactElement } from 'react';
import { WITHHELD } from '../../../fairness/disclosure/gate.ts';
import type { ShownStep } from '../../../fairness/disclosure/published-funnel.ts';
import { Breadcrumbs } from '../../parts/breadcrumbs/breadcrumbs.tsx';
import { DataTable } from '../../parts/data-table/data-table.tsx';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { Withheld } from '../../parts/withheld/withheld.tsx';
import { conduct as words } from '../../words/fairness-conduct.ts';
import { kindPage, kinds } from '../../words/fairness-kinds.ts';
import type { ConductFigures } from './conduct-figures.ts';
import { foundIn, sanctionsFound } from './found.ts';
import { FoundList } from './kind-page.tsx';
import { wordsOf } from './kind-words.ts';
import { NamedSection } from './named-section.tsx';
import { OutcomesSection } from './outcomes-section.tsx';
import { Downloads, Filter, Method, ReleaseNote } from './page-parts.tsx';
import { SanctionsSection } from './sanctions-section.tsx';
import { TrendSection } from './trend-section.tsx';
import {
  addressOf,
  type Beside,
  CONDUCT_PAGE,
  type DecisionKind,
  type KindFigures,
  type PageOfRelease,
} from './view.ts';
import { WaitingSection } from './waiting-section.tsx';

export interface ConductPageProps extends PageOfRelease {
  readonly figures: ConductFigures;
  readonly beside: Beside;
  /** How far waits of a step are compared, and the days promised for it. */
  readonly daysOf: (kind: DecisionKind) => { readonly horizon: number; readonly standard: number };
}

export function ConductPage(props: ConductPageProps): ReactElement {
  const { frame, filter, figures, release, beside, daysOf } = props;
  const { respondents, complainants, sanctions } = figures;
  const found = [
    ...(sanctions === undefined ? [] : sanctionsFound(figures, sanctions.value, beside)),
    ...[...respondents, ...complainants].flatMap((one) => foundIn(one, undefined, beside)),
  ];
  return (
    <PageFrame frame={frame} title={words.title} wide unlisted>
      <div className="fairness">
        <Breadcrumbs above={[{ href: addressOf('', {}), label: kindPage.back }]} />
        <h1>{words.title}</h1>
        <p className="lead">{words.intro}</p>
        <Filter filter={filter} kind={CONDUCT_PAGE} />
        <section aria-labelledby="found-heading">
          <h2 id="found-heading">{kindPage.foundTitle}</h2>
          <FoundList found={found} program={undefined} />
        </section>
        <ReleaseNote release={release} />
        <NamedSection figures={figures} />
        <h2>{words.thenTitle}</h2>
        {respondents.map((one) => (
          <Step key={one.kind} figures={one} daysOf={daysOf}>
            {one.kind === 'conduct-finding' && sanctions !== undefined ? (
              <SanctionsSection groups={figures.groups} measured={sanctions.value} />
            ) : null}
          </Step>
        ))}
        <TrendSection
          groups={figures.groups}
          measured={figures.trend.value}
          say={kinds['conduct-screening'].response}
        />
        <h2>{words.byThemTitle}</h2>
        {complainants.map((one) => (
          <Outcome key={one.kind} id={`by-${one.kind}`} figures={one} isOfComplainants />
        ))}
        <BodySection steps={figures.body.value} />
        <Downloads kind={CONDUCT_PAGE} filter={filter} />
        <Method director={frame.viewer?.role === 'director'} />
      </div>
    </PageFrame>
  );
}

function Step(props: {
  readonly figures: KindFigures;
  readonly daysOf: ConductPageProps['daysOf'];
  /** After its outcomes, before how long it takes. */
  readonly children: ReactElement | null;
}): ReactElement {
  const { kind, groups, outcomes, waiting } = props.figures;
  const { waiting: wait, response } = kinds[kind];
  const { horizon, standard } = props.daysOf(kind);
  return (
    <>
      <Outcome id={kind} figures={props.figures} isOfComplainants={false} />
      {props.children}
      {waiting === undefined || wait === undefined ? null : (
        <WaitingSection
          id={`${kind}-waiting`}
          inPart
          title={wait.title}
          groups={groups}
          measured={waiting.value}
          response={outcomes.value.response}
          say={response}
          afterDays={[Math.round(horizon / 4), Math.round(horizon / 2)]}
          horizonDays={horizon}
          standardDays={standard}
        />
      )}
    </>
  );
}

function Outcome(props: {
  readonly id: string;
  readonly figures: KindFigures;
  readonly isOfComplainants: boolean;
}): ReactElement {
  const { kind, groups, outcomes } = props.figures;
  const { outcome, response } = wordsOf(kind, props.isOfComplainants);
  return (
    <OutcomesSection
      id={props.id}
      inPart
      words={outcome}
      groups={groups}
      measured={outcomes.value}
      say={response}
    />
  );
}

function BodySection({ steps }: { readonly steps: readonly ShownStep[] }): ReactElement {
  const titles: Readonly<Record<string, string>> = words.body.steps;
  return (
    <section aria-labelledby="body-heading">
      <h2 id="body-heading">{words.bodyTitle}</h2>
      {steps.length === 0 ? (
        <p>{words.body.none}</p>
      ) : (
        <>
          <p>{words.body.lead}</p>
          <DataTable
            caption={words.bodyTitle}
            captionHidden
            columns={[{ label: words.body.step }, { label: words.body.complaints, figures: true }]}
            rows={steps.map(({ step, atLeast }) => ({
              key: step,
              cells: [
                titles[step] ?? step,
                atLeast === WITHHELD ? <Withheld key="least" /> : words.body.atLeast(atLeast),
              ],
            }))}
          />
        </>
      )}
    </section>
  );
}
