/** Year by year: the rate of each group with its interval, and whether a whole year is worse than the one before. */
import type { ReactElement } from 'react';
import { WITHHELD } from '../../../fairness/disclosure/gate.ts';
import type { NamedGroup } from '../../../fairness/disclosure/published-items.ts';
import type { MeasuredTrend, ShownYear } from '../../../fairness/disclosure/released-trend.ts';
import { RatePanels, type RatePoint } from '../../parts/chart/rate-panels.tsx';
import type { Row } from '../../parts/data-table/data-table.tsx';
import { Withheld } from '../../parts/withheld/withheld.tsx';
import { fairness } from '../../words/fairness.ts';
import { trendWords as words } from '../../words/fairness-kinds.ts';
import { baseOf, dated, percent } from './figures.ts';
import { ResponseLine } from './response-line.tsx';
import { labelOf } from './view.ts';

interface TrendProps {
  readonly groups: readonly NamedGroup[];
  readonly measured: MeasuredTrend;
  readonly say: (told: string, all: number, percent: string) => string;
}

export function TrendSection(props: TrendProps): ReactElement | null {
  const { groups, measured } = props;
  const { years, rows, reference, response } = measured;
  const columns = years.map(({ year, isOver }) => (isOver ? year : words.isRunning(year)));
  const shown = rows.filter((row) => row.years.some((year) => year !== WITHHELD));
  if (years.length < 2 || shown.length === 0) {
    return null;
  }
  return (
    <section aria-labelledby="trend-heading">
      <h2 id="trend-heading">{words.title}</h2>
      <ResponseLine response={response} say={props.say} />
      <RatePanels
        id="trend-plot"
        title={trendTitle(groups, measured)}
        sentence={words.sentence(shown.map((row) => heard(row, columns, groups)).join(' '))}
        columns={years.map(({ year, isOver }) => ({
          label: year,
          under: isOver ? undefined : words.soFar,
        }))}
        reference={reference === undefined ? undefined : labelOf(groups, reference)}
        markWord={words.mark}
        panels={shown.map((row) => ({
          group: labelOf(groups, row.group),
          points: row.years.map(pointOf),
        }))}
        heads={[fairness.group, ...columns, words.verdictHead]}
        rows={rows.map((row) => tableRow(row, years, groups))}
        note={
          <>
            <p>{words.note}</p>
            <p>{words.allPrograms}</p>
          </>
        }
      />
    </section>
  );
}

type TrendRow = MeasuredTrend['rows'][number];

const pointOf = (year: TrendRow['years'][number]): RatePoint | undefined =>
  year === WITHHELD
    ? undefined
    : {
        share: year.succeeded / year.total,
        ...year.interval,
        isMarked: isWorse(year),
      };

const isWorse = ({ compared }: ShownYear): boolean => compared?.state === 'worse';

const worseYears = ({ years }: TrendRow, named: MeasuredTrend['years']): readonly string[] =>
  years.flatMap((year, place) =>
    year !== WITHHELD && isWorse(year) ? [named[place]?.year ?? ''] : [],
  );

function trendTitle(groups: readonly NamedGroup[], { years, rows }: MeasuredTrend): string {
  const worse = rows.flatMap((row) =>
    worseYears(row, years).map((year) => words.worseIn(labelOf(groups, row.group), year)),
  );
  if (worse.length > 0) {
    return words.worse(worse.join(', '));
  }
  return rows.some((row) => row.years.some(isCompared)) ? words.notShown : words.tooEarly;
}

const isCompared = (year: TrendRow['years'][number]): boolean =>
  year !== WITHHELD && year.compared !== undefined;

function tableRow(
  row: TrendRow,
  years: MeasuredTrend['years'],
  groups: readonly NamedGroup[],
): Row {
  const worse = worseYears(row, years);
  const verdict = row.years.some(isCompared) ? words.no : words.unknown;
  return {
    key: row.group,
    cells: [
      labelOf(groups, row.group),
      ...row.years.map((year, place) =>
        year === WITHHELD ? (
          <Withheld key={years[place]?.year} />
        ) : (
          dated(rateOf(year), year.countedUntil)
        ),
      ),
      worse.length > 0 ? words.yes(worse.join(', ')) : verdict,
    ],
  };
}

const rateOf = ({ succeeded, total, interval }: ShownYear): string =>
  `${baseOf(succeeded, total)}, ${percent(interval.low)} to ${percent(interval.high)}`;

const heard = (row: TrendRow, columns: readonly string[], groups: readonly NamedGroup[]): string =>
  `${labelOf(groups, row.group)}: ${row.years
    .map((year, place) => {
      const said = year === WITHHELD ? WITHHELD : percent(year.succeeded / year.total);
      const mark = year !== WITHHELD && isWorse(year) ? `, ${words.mark}` : '';
      return `${columns[place] ?? ''} ${said}${mark}`;
    })
    .join('; ')}.`;
