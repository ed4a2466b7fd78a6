/**
 * `/desk/board/patterns`: what complaints are about, by ground and by setting, year by year; and the promises that were broken,
 * step by step. For members of the board. Labels and counts only.
 */
import type { ReactElement } from 'react';
import { type Published, WITHHELD } from '../../../fairness/disclosure/gate.ts';
import type { MeasuredOutcomes } from '../../../fairness/disclosure/published.ts';
import type { NamedGroup } from '../../../fairness/disclosure/published-items.ts';
import type { MeasuredTrend } from '../../../fairness/disclosure/released-trend.ts';
import { inWords, inWordsShort } from '../../../kernel/dates/civil-date.ts';
import type { BrokenPromise, UnseenConcern } from '../../../workflow/ports/conduct-records.ts';
import { Breadcrumbs } from '../../parts/breadcrumbs/breadcrumbs.tsx';
import { DataTable, type Row } from '../../parts/data-table/data-table.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { Withheld } from '../../parts/withheld/withheld.tsx';
import { board } from '../../words/board.ts';
import { patterns as words } from '../../words/fairness-conduct.ts';
import { count, dated } from '../fairness/figures.ts';
import { labelOf, type ReleaseShown } from '../fairness/view.ts';
import { programLabel } from '../finding/sentence.ts';
import { YearBars } from './year-bars.tsx';

export interface PatternShown {
  readonly id: 'ground' | 'setting';
  readonly groups: readonly NamedGroup[];
  readonly all: Published<MeasuredOutcomes>;
  readonly trend: Published<MeasuredTrend>;
  /** The group of complaints that name none; it is no pattern. */
  readonly noneNamed: string;
}

export interface UnseenShown extends Pick<UnseenConcern, 'label' | 'about'> {
  readonly since: string;
  /** The day by which an answer was promised. */
  readonly promised: string;
  readonly isLate: boolean;
}

export interface PatternsPageProps {
  readonly frame: Frame;
  /** Undefined before the first release. */
  readonly release: Pick<ReleaseShown, 'number' | 'countedUntil' | 'nextOn'> | undefined;
  readonly patterns: readonly PatternShown[];
  readonly broken: readonly BrokenPromise[];
  /** Concerns that nobody may see. */
  readonly unseen: readonly UnseenShown[];
}

export function PatternsPage(props: PatternsPageProps): ReactElement {
  const { frame, release, patterns, broken, unseen } = props;
  return (
    <PageFrame frame={frame} title={words.title} wide unlisted>
      <Breadcrumbs above={[{ href: '/desk/board', label: board.title }]} />
      <h1>{words.title}</h1>
      <p className="lead">{words.intro}</p>
      {release === undefined ? <p>{words.notReleased}</p> : null}
      {release !== undefined && patterns.length === 0 ? <p>{words.none}</p> : null}
      {release === undefined
        ? null
        : patterns.map((pattern) => <Pattern key={pattern.id} pattern={pattern} />)}
      {release === undefined || patterns.length === 0 ? null : (
        <p className="figures-note">
          {`${words.note} ${words.counted(
            release.number,
            inWords(release.countedUntil),
            inWords(release.nextOn),
          )}`}
        </p>
      )}
      <Unseen unseen={unseen} />
      <Broken broken={broken} />
    </PageFrame>
  );
}

function Pattern({ pattern }: { readonly pattern: PatternShown }): ReactElement {
  const { id, groups, all, trend } = pattern;
  const [title, head] =
    id === 'ground' ? [words.groundTitle, words.ground] : [words.settingTitle, words.setting];
  const { years, rows } = trend.value;
  const totals = all.value.outcomes.rows;
  return (
    <section aria-labelledby={`${id}-heading`}>
      <h2 id={`${id}-heading`}>{title}</h2>
      <YearBars
        id={`${id}-bars`}
        title={mostNamed(pattern)}
        sentence={words.heard(heardOf(pattern))}
        years={years.map(({ year, isOver }) => words.year(year, isOver))}
        rows={rows.map(({ group, years: own }) => ({
          label: labelOf(groups, group),
          counts: own.map((year) => (year === WITHHELD ? undefined : year.total)),
        }))}
        table={{
          columns: [
            { label: head },
            ...years.map(({ year, isOver }) => ({
              label: words.year(year, isOver),
              figures: true,
            })),
            { label: words.total, figures: true },
          ],
          rows: rows.map(({ group, years: own }): Row => {
            const total = totals.find((row) => row.group === group);
            return {
              key: group,
              cells: [
                labelOf(groups, group),
                ...own.map((year, place) =>
                  year === WITHHELD ? (
                    <Withheld key={years[place]?.year} />
                  ) : (
                    dated(words.cell(count(year.total), count(year.succeeded)), year.countedUntil)
                  ),
                ),
                total === undefined || total.outcome === WITHHELD ? (
                  <Withheld key="total" />
                ) : (
                  words.cell(count(total.outcome.total), count(total.outcome.succeeded))
                ),
              ],
            };
          }),
        }}
      />
    </section>
  );
}

function mostNamed({ groups, all, noneNamed }: PatternShown): string {
  const named = all.value.outcomes.rows.flatMap(({ group, outcome }) =>
    outcome === WITHHELD || group === noneNamed ? [] : [{ group, total: outcome.total }],
  );
  const [most] = named.toSorted((a, b) => b.total - a.total);
  return most === undefined
    ? words.noneShown
    : words.most(labelOf(groups, most.group), count(most.total));
}

const heardOf = ({ groups, trend }: PatternShown): string =>
  trend.value.rows
    .map(({ group, years }) => {
      const said = years.map((year, place) => {
        const total = year === WITHHELD ? WITHHELD : count(year.total);
        return `${trend.value.years[place]?.year ?? ''} ${total}`;
      });
      return `${labelOf(groups, group)}: ${said.join(', ')}.`;
    })
    .join(' ');

/** The longest list that is read; the counts above it are of all. */
const LATEST = 30;

function Unseen({ unseen }: { readonly unseen: readonly UnseenShown[] }): ReactElement | null {
  return unseen.length === 0 ? null : (
    <>
      <h2>{words.unseenTitle}</h2>
      <p>{words.unseenIntro}</p>
      <DataTable
        caption={words.unseenTitle}
        captionHidden
        onPhone="scroll"
        columns={[
          { label: words.matter },
          { label: words.aboutHead },
          { label: words.unseenSince },
          { label: words.was },
        ]}
        rows={unseen.map((one) => ({
          key: one.label,
          cells: [
            <span key="label" className="case-label">
              {one.label}
            </span>,
            words.about[one.about],
            one.since,
            one.isLate ? words.unseenLate(one.promised) : one.promised,
          ],
        }))}
      />
    </>
  );
}

function Broken({ broken }: { readonly broken: readonly BrokenPromise[] }): ReactElement {
  return (
    <section aria-labelledby="broken-heading">
      <h2 id="broken-heading">{words.brokenTitle}</h2>
      <p>{words.brokenIntro}</p>
      {broken.length === 0 ? (
        <p>{words.brokenNone}</p>
      ) : (
        <>
          <p>{words.broken(broken.length)}</p>
          <DataTable
            caption={words.byStep}
            columns={[
              { label: words.step },
              { label: words.toComplainant, figures: true },
              { label: words.toRespondent, figures: true },
            ]}
            rows={bySteps(broken)}
          />
          <DataTable
            caption={words.latest}
            onPhone="scroll"
            columns={[
              { label: words.matter },
              { label: words.aboutHead },
              { label: board.program },
              { label: words.step },
              { label: words.side },
              { label: words.was },
              { label: words.noted },
            ]}
            rows={broken.slice(0, LATEST).map((one) => ({
              key: `${one.label} ${one.step} ${one.side} ${one.was}`,
              cells: [
                <span key="label" className="case-label">
                  {one.label}
                </span>,
                words.about[one.about],
                programLabel(one.program),
                stepName(one.step),
                sideName(one.side),
                inWordsShort(one.was),
                inWordsShort(one.noted),
              ],
            }))}
          />
        </>
      )}
    </section>
  );
}

const stepNames: Readonly<Record<string, string>> = words.steps;
const stepName = (step: string): string => stepNames[step] ?? step;
const sideNames: Readonly<Record<string, string>> = words.sides;
const sideName = (side: string): string => sideNames[side] ?? side;

function bySteps(broken: readonly BrokenPromise[]): readonly Row[] {
  const counted = Object.keys(stepNames).map((step) => {
    const to = (side: string): number =>
      broken.filter((one) => one.step === step && one.side === side).length;
    return { step, complainant: to('complainant'), respondent: to('respondent') };
  });
  return counted
    .filter(({ complainant, respondent }) => complainant + respondent > 0)
    .map(({ step, complainant, respondent }) => ({
      key: step,
      cells: [stepName(step), count(complainant), count(respondent)],
    }));
}
