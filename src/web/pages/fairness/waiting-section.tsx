/** How long each group waits for a decision: curves that fall as people are answered, and the days between groups. */
import type { ReactElement } from 'react';
import { WITHHELD } from '../../../fairness/disclosure/gate.ts';
import type { MeasuredOutcomes } from '../../../fairness/disclosure/published.ts';
import type { NamedGroup } from '../../../fairness/disclosure/published-items.ts';
import type { MeasuredWaiting, ShownWait } from '../../../fairness/disclosure/published-waits.ts';
import { WaitingSteps } from '../../parts/chart/waiting-steps.tsx';
import type { Row } from '../../parts/data-table/data-table.tsx';
import { Verdict, verdictWords } from '../../parts/verdict/verdict.tsx';
import { Withheld } from '../../parts/withheld/withheld.tsx';
import { fairness } from '../../words/fairness.ts';
import { findings } from '../../words/findings.ts';
import { bandPoints, count, dated, days, fixed, percent, verdictOf } from './figures.ts';
import { ResponseLine } from './response-line.tsx';
import { colorsOf, labelOf } from './view.ts';

const words = fairness.waiting;
const AFTER_DAYS = [14, 30];

interface WaitingProps {
  /** Unique on the page. */
  readonly id?: string;
  /** It stands in a part of the page that has a heading of its own. */
  readonly inPart?: boolean;
  /** The days of which the table says how many still waited. */
  readonly afterDays?: readonly number[];
  readonly title: string;
  readonly response: MeasuredOutcomes['response'];
  readonly say: (told: string, all: number, percent: string) => string;
  readonly groups: readonly NamedGroup[];
  readonly measured: MeasuredWaiting;
  readonly horizonDays: number;
  readonly standardDays: number;
}

export function WaitingSection(props: WaitingProps): ReactElement {
  const { groups, measured, id = 'waiting' } = props;
  const Heading = props.inPart === true ? 'h3' : 'h2';
  const shown = measured.rows.flatMap(({ group, waiting }) =>
    waiting === WITHHELD ? [] : [{ group, waiting }],
  );
  return (
    <section aria-labelledby={`${id}-heading`}>
      <Heading id={`${id}-heading`}>{props.title}</Heading>
      <ResponseLine response={props.response} say={props.say} />
      {shown.length === 0 ? <p>{words.none}</p> : <Curves {...props} shown={shown} />}
      {shown.length === 0 ? null : (
        <ul className="found-list">
          {shown.map(({ group, waiting: { comparison } }) =>
            comparison === undefined ? null : (
              <li key={group}>
                <Verdict {...verdictOf(comparison.verdict)} />
                {`${labelOf(groups, group)}: ${gapText(comparison)}`}
              </li>
            ),
          )}
        </ul>
      )}
    </section>
  );
}

function Curves(
  props: WaitingProps & { readonly shown: readonly { group: string; waiting: ShownWait }[] },
): ReactElement {
  const { groups, measured, shown, horizonDays, standardDays, afterDays = AFTER_DAYS } = props;
  const rows = measured.rows.map((row) => tableRow(groups, row, afterDays));
  const colors = colorsOf(
    groups,
    shown.map(({ group }) => group),
  );
  return (
    <WaitingSteps
      id={`${props.id ?? 'waiting'}-curves`}
      title={waitingTitle(groups, measured)}
      sentence={words.sentence(
        shown
          .map(({ group, waiting }) => heardWait(labelOf(groups, group), waiting, afterDays))
          .join(' '),
      )}
      groups={shown.map(({ group, waiting }) => ({
        group: labelOf(groups, group),
        color: colors.get(group) ?? 1,
        points: bandPoints(waiting.curve),
      }))}
      promisedDay={standardDays}
      promisedLabel={words.standard(standardDays)}
      heads={[
        fairness.group,
        words.decided,
        ...afterDays.map(words.after),
        words.median,
        words.mean,
        words.longer,
        findings.verdict,
      ]}
      rows={rows}
      note={
        <>
          <p>{words.note(horizonDays)}</p>
          <p>{words.promised(standardDays)}</p>
        </>
      }
    />
  );
}

const gapText = ({ days: gap, low, high }: NonNullable<ShownWait['comparison']>): string =>
  `${fixed(gap, 1)} days (${fixed(low, 1)} to ${fixed(high, 1)})`;

function tableRow(
  groups: readonly NamedGroup[],
  { group, waiting, countedUntil }: MeasuredWaiting['rows'][number],
  afterDays: readonly number[],
): Row {
  const label = labelOf(groups, group);
  if (waiting === WITHHELD) {
    const cells = ['decided', 'first', 'second', 'median', 'mean', 'gap', 'verdict'];
    return { key: group, cells: [label, ...cells.map((cell) => <Withheld key={cell} />)] };
  }
  const { decided, medianDays, meanDays, comparison } = waiting;
  return {
    key: group,
    cells: [
      label,
      dated(count(decided), countedUntil),
      ...afterDays.map((day) => shareAfter(waiting, day)),
      medianDays === undefined ? '' : String(medianDays),
      meanDays === undefined ? '' : fixed(meanDays, 1),
      comparison === undefined ? words.reference : gapText(comparison),
      comparison === undefined ? '' : verdictWords(verdictOf(comparison.verdict)),
    ],
  };
}

/** The share still waiting after a day; where the curve has ended by then, only that it is smaller. */
function shareAfter({ curve }: ShownWait, day: number): string {
  const point = curve.findLast((one) => one.day <= day);
  const ended = curve.at(-1) === point && (point?.day ?? 0) < day;
  const share = percent(point?.share ?? 1);
  return ended ? words.less(share) : share;
}

const heardWait = (label: string, waiting: ShownWait, afterDays: readonly number[]): string =>
  `${label}: ${afterDays.map((day) => `${words.after(day)} ${shareAfter(waiting, day)}`).join(', ')}.`;

function waitingTitle(groups: readonly NamedGroup[], measured: MeasuredWaiting): string {
  const verdicts = measured.rows.flatMap(({ group, waiting }) =>
    waiting === WITHHELD || waiting.comparison === undefined
      ? []
      : [{ group, ...waiting.comparison }],
  );
  const gaps = verdicts.filter(({ verdict }) => verdict.state === 'disparity-shown');
  const stated = gaps.toSorted((a, b) => Math.abs(b.days) - Math.abs(a.days));
  const [first] = stated;
  if (first !== undefined) {
    const say = first.days > 0 ? words.heading : words.shorter;
    return say(labelOf(groups, first.group), days(first.days), labelOf(groups, measured.reference));
  }
  if (verdicts.length === 0) {
    return words.none;
  }
  return verdicts.every(({ verdict }) => verdict.state === 'parity-shown')
    ? words.alike
    : words.open;
}
