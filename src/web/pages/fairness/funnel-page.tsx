/** A way of several steps, such as from application to credential: each step against the last, and the whole way beside. */
import type { ReactElement } from 'react';
import { WITHHELD } from '../../../fairness/disclosure/gate.ts';
import type {
  MeasuredFunnel,
  WholeWay as WholeWayOf,
} from '../../../fairness/disclosure/released-funnel.ts';
import { wilson } from '../../../numerics/tables/intervals.ts';
import { Breadcrumbs } from '../../parts/breadcrumbs/breadcrumbs.tsx';
import { RatePanels, type RatePoint } from '../../parts/chart/rate-panels.tsx';
import type { Row } from '../../parts/data-table/data-table.tsx';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { Withheld } from '../../parts/withheld/withheld.tsx';
import { fairness } from '../../words/fairness.ts';
import { kindPage, ways, funnelWords as words } from '../../words/fairness-kinds.ts';
import type { OutcomeWords, WayWords } from '../../words/outcome-words.ts';
import { count, dated, interval, percent } from './figures.ts';
import { outcomesFound } from './found.ts';
import { FoundList } from './kind-page.tsx';
import { OutcomesSection } from './outcomes-section.tsx';
import { Downloads, Filter, Method, ReleaseNote } from './page-parts.tsx';
import { ResponseLine } from './response-line.tsx';
import { tallyOfOutcomes, tallyWords } from './summary.ts';
import { addressOf, type FunnelFigures, labelOf, type PageOfRelease, referenceIn } from './view.ts';

function wordsOf({ steps, title }: WayWords, step: string): OutcomeWords {
  const found = steps[step];
  if (found === undefined) {
    throw new Error(`"${title}" has no words for ${step}`);
  }
  return found;
}

export function FunnelPage(
  props: PageOfRelease & { readonly figures: FunnelFigures },
): ReactElement {
  const { frame, filter, release, figures } = props;
  const { groups, funnel, way } = figures;
  const said = ways[way];
  const steps = [
    ...funnel.value.steps,
    ...figures.branches.map(({ step, table }) => ({ step, table: table.value })),
  ];
  return (
    <PageFrame frame={frame} title={said.title} wide unlisted>
      <div className="fairness">
        <Breadcrumbs
          above={[{ href: addressOf('', { program: filter.program }), label: kindPage.back }]}
        />
        <h1>{said.title}</h1>
        <p className="lead">{said.intro}</p>
        <Filter filter={filter} kind={way} />
        <section aria-labelledby="found-heading">
          <h2 id="found-heading">{kindPage.foundTitle}</h2>
          {steps.map(({ step, table }) => (
            <p key={step}>
              {kindPage.summary(
                wordsOf(said, step).title,
                tallyWords(tallyOfOutcomes(groups, table)),
              )}
            </p>
          ))}
          <FoundList
            program={undefined}
            found={steps.flatMap(({ step, table }) =>
              outcomesFound(groups, table, wordsOf(said, step)).map(({ sentence }) => ({
                sentence,
                finding: undefined,
              })),
            )}
          />
        </section>
        <ReleaseNote release={release} />
        <WholeWay figures={figures} />
        {steps.map(({ step, table }) => (
          <OutcomesSection
            key={step}
            id={step}
            words={wordsOf(said, step)}
            groups={groups}
            measured={table}
            say={words.response}
          />
        ))}
        <Downloads kind={way} filter={filter} />
        <Method director={frame.viewer?.role === 'director'} />
      </div>
    </PageFrame>
  );
}

/** The group that the others are compared with over the whole way. */
const referenceOf = ({ steps }: MeasuredFunnel): string | undefined =>
  steps.flatMap(({ table }) => referenceIn(table.outcomes) ?? [])[0];

function WholeWay({ figures }: { readonly figures: FunnelFigures }): ReactElement {
  const { groups, funnel, way: name } = figures;
  const { steps, wholeWay } = funnel.value;
  const way = ways[name];
  const reference = referenceOf(funnel.value);
  const columns = steps.map(({ step }) => way.short[step] ?? step);
  const panels = wholeWay
    .map(({ group }) => ({
      group: labelOf(groups, group),
      points: pointsOf(group, funnel.value),
    }))
    .filter(({ points }) => points.some((point) => point !== undefined));
  const heard = panels.map(
    ({ group, points }) =>
      `${group}: ${points
        .map((point, place) => {
          const said = point === undefined ? WITHHELD : percent(point.share);
          return `${columns[place] ?? ''} ${said}`;
        })
        .join(', ')}.`,
  );
  return (
    <section aria-labelledby="whole-heading">
      <h2 id="whole-heading">{way.wholeTitle}</h2>
      {steps.slice(0, 1).map(({ step, table }) => (
        <ResponseLine key={step} response={table.response} say={words.response} />
      ))}
      <RatePanels
        id="whole-plot"
        title={wholeTitle(figures)}
        sentence={way.wholeSentence(heard.join(' '))}
        columns={columns.map((label) => ({ label }))}
        panels={panels}
        reference={reference === undefined ? undefined : labelOf(groups, reference)}
        markWord=""
        heads={[fairness.group, way.applied, ...columns, way.wholeRatio]}
        rows={wholeWay.map((one) => tableRow(one, figures))}
        note={
          <>
            <p>{way.wholeNote}</p>
            <p>{way.wholeCaution}</p>
          </>
        }
      />
    </section>
  );
}

const CONFIDENCE = 0.95;

const pointsOf = (group: string, { steps }: MeasuredFunnel): readonly (RatePoint | undefined)[] =>
  steps.map(({ table }) => {
    const outcome = table.outcomes.rows.find((row) => row.group === group)?.outcome ?? WITHHELD;
    if (outcome === WITHHELD) {
      return undefined;
    }
    const { succeeded, total } = outcome;
    return {
      share: succeeded / total,
      ...wilson(succeeded, total, CONFIDENCE),
      isMarked: false,
    };
  });

/** Each step as a share of the last where both are shown. */
function tableRow(
  { group, people, comparison, countedUntil }: WholeWayOf,
  { groups, funnel }: FunnelFigures,
): Row {
  const isReference = group === referenceOf(funnel.value);
  return {
    key: group,
    cells: [
      dated(labelOf(groups, group), countedUntil),
      ...people.map((here, place) => {
        const before = people[place - 1];
        if (here === WITHHELD) {
          return <Withheld key={funnel.value.steps[place]?.step ?? group} />;
        }
        return typeof before === 'number' && before > 0
          ? words.people(count(here), percent(here / before))
          : count(here);
      }),
      comparison === undefined ? (
        isReference ? (
          fairness.waiting.reference
        ) : (
          <Withheld key="ratio" />
        )
      ) : (
        interval(comparison.successRatio)
      ),
    ],
  };
}

/** The group that came less far, or farther, than any other; both shares as of one day. */
function wholeTitle({ groups, funnel, way }: FunnelFigures): string {
  const words = ways[way];
  const [farthest] = funnel.value.wholeWay
    .flatMap(({ comparison }) => comparison ?? [])
    .toSorted((a, b) => Math.abs(b.difference.value) - Math.abs(a.difference.value));
  if (farthest === undefined) {
    return words.wholeNone;
  }
  const { focal, reference } = farthest;
  return words.wholeOf(
    labelOf(groups, focal.group),
    percent(focal.succeeded / focal.total),
    labelOf(groups, reference.group),
    percent(reference.succeeded / reference.total),
  );
}
