/** How long each group waits for one kind of decision: curves, the days longer with their interval, the verdict. */
import type { ReactElement } from 'react';
import { WITHHELD } from '../../../fairness/disclosure/gate.ts';
import type {
  PublicReport,
  ReportedWait,
  ReportedWaiting,
} from '../../../reporting/public-report/public-report.ts';
import { WaitingSteps } from '../../parts/chart/waiting-steps.tsx';
import { Verdict, verdictWords } from '../../parts/verdict/verdict.tsx';
import { Withheld } from '../../parts/withheld/withheld.tsx';
import { findings } from '../../words/findings.ts';
import { report as words } from '../../words/report.ts';
import { bandPoints, count, days, fixed, percent } from '../fairness/figures.ts';
import { colorsOf } from '../fairness/view.ts';
import { groupLabel, verdictProps } from './view.ts';

const AFTER_DAYS = [14, 30];

interface WaitingProps {
  readonly report: PublicReport;
  readonly waiting: ReportedWaiting;
  /** The days that a body sets itself where a program's rules give none. */
  readonly standardDays: number;
}

export function WaitingSection(props: WaitingProps): ReactElement {
  const { report, waiting } = props;
  const known: Readonly<Record<string, string>> = words.waits;
  const shown = waiting.rows.flatMap(({ group, waiting: one }) =>
    one === WITHHELD ? [] : [{ group, label: groupLabel(report, waiting.dimension, group), one }],
  );
  return (
    <section aria-labelledby={`waiting-${waiting.kind}-heading`}>
      <h2 id={`waiting-${waiting.kind}-heading`}>{known[waiting.kind] ?? waiting.kind}</h2>
      {shown.length === 0 ? (
        <p>{words.allWithheld}</p>
      ) : (
        <>
          <Curves {...props} shown={shown} />
          <ul className="report-shows">
            {shown.map(({ group, label, one: { comparison } }) =>
              comparison === null ? null : (
                <li key={group}>
                  <Verdict {...verdictProps(comparison.verdict)} />
                  <span>{`${label}: ${gapText(comparison)}`}</span>
                </li>
              ),
            )}
          </ul>
        </>
      )}
    </section>
  );
}

interface Shown {
  readonly group: string;
  readonly label: string;
  readonly one: ReportedWait;
}

function Curves(props: WaitingProps & { readonly shown: readonly Shown[] }): ReactElement {
  const { report, waiting, shown, standardDays } = props;
  const groups = report.dimensions.find(({ id }) => id === waiting.dimension)?.groups ?? [];
  const colors = colorsOf(
    groups,
    shown.map(({ group }) => group),
  );
  return (
    <WaitingSteps
      id={`waiting-${waiting.kind}`}
      title={titleOf(report, waiting)}
      sentence={shown
        .map(({ label, one }) => {
          const said = AFTER_DAYS.map((day) => `${words.after(day)} ${shareAfter(one, day)}`);
          return `${label}: ${said.join(', ')}.`;
        })
        .join(' ')}
      groups={shown.map(({ group, label, one }) => ({
        group: label,
        color: colors.get(group) ?? 1,
        points: bandPoints(one.curve),
      }))}
      promisedDay={standardDays}
      promisedLabel={words.standard(standardDays)}
      heads={[
        words.group,
        words.decided,
        ...AFTER_DAYS.map(words.after),
        words.median,
        words.mean,
        words.longer,
        findings.verdict,
      ]}
      rows={waiting.rows.map(({ group, waiting: one }) => ({
        key: group,
        cells: [groupLabel(report, waiting.dimension, group), ...cellsOf(one)],
      }))}
      note={
        <>
          <p>{words.waitingNote(report.horizonDays)}</p>
          <p>{words.waitingRests}</p>
        </>
      }
    />
  );
}

type Gap = NonNullable<ReportedWait['comparison']>;
const gapText = ({ days: gap, low, high }: Gap): string =>
  `${fixed(gap, 1)} days (${fixed(low, 1)} to ${fixed(high, 1)})`;

const CELLS = ['decided', 'first', 'second', 'median', 'mean', 'gap', 'verdict'];

function cellsOf(one: ReportedWait | typeof WITHHELD) {
  if (one === WITHHELD) {
    return CELLS.map((cell) => <Withheld key={cell} />);
  }
  const { decided, medianDays, meanDays, comparison } = one;
  return [
    count(decided),
    ...AFTER_DAYS.map((day) => shareAfter(one, day)),
    medianDays === null ? '' : String(medianDays),
    meanDays === null ? '' : fixed(meanDays, 1),
    comparison === null ? findings.reference : gapText(comparison),
    comparison === null ? '' : verdictWords(verdictProps(comparison.verdict)),
  ];
}

/** The share still waiting after a day; where the curve has ended by then, only that it is smaller. */
function shareAfter({ curve }: ReportedWait, day: number): string {
  const point = curve.findLast((one) => one.day <= day);
  const isOver = curve.at(-1) === point && (point?.day ?? 0) < day;
  const share = percent(point?.share ?? 1);
  return isOver ? words.under(share) : share;
}

function titleOf(report: PublicReport, waiting: ReportedWaiting): string {
  const compared = waiting.rows.flatMap(({ group, waiting: one }) =>
    one === WITHHELD || one.comparison === null ? [] : [{ group, ...one.comparison }],
  );
  const gaps = compared.filter(({ verdict }) => verdict.state === 'disparity-shown');
  const [first] = gaps.toSorted((a, b) => Math.abs(b.days) - Math.abs(a.days));
  const label = (id: string | null): string => groupLabel(report, waiting.dimension, id);
  if (first !== undefined) {
    const say = first.days > 0 ? words.waitingChart.longer : words.waitingChart.shorter;
    return say(label(first.group), days(first.days), label(waiting.reference));
  }
  if (compared.length === 0) {
    return words.waitingChart.none;
  }
  return compared.every(({ verdict }) => verdict.state === 'parity-shown')
    ? words.waitingChart.alike
    : words.waitingChart.open;
}
