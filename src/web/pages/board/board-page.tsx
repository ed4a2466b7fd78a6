/**
 * `/desk/board`: what the board must answer, by promised day; then what it promised and is running or due; then what came
 * of earlier findings. No plot stands before what must be decided. Directors and auditors read the same page.
 */
import type { ReactElement } from 'react';
import type { ShownDisparity } from '../../../casework/finding/disparity.ts';
import { lastMeasured, owedBy } from '../../../casework/finding/finding.ts';
import { type CivilDate, daysBetween, inWordsShort } from '../../../kernel/dates/civil-date.ts';
import type { BoardFindings, FindingShown } from '../../../workflow/board/read-findings.ts';
import { DataTable } from '../../parts/data-table/data-table.tsx';
import { Notice } from '../../parts/notice/notice.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { type QueueItem, QueueTable } from '../../parts/queue-table/queue-table.tsx';
import { Verdict } from '../../parts/verdict/verdict.tsx';
import { board as words } from '../../words/board.ts';
import { en } from '../../words/en.ts';
import { patterns } from '../../words/fairness-conduct.ts';
import { figureText, findingSentence, programLabel, verdictKind } from '../finding/sentence.ts';
import { LogNotice } from '../log/log-notice.tsx';

export interface BoardPageProps {
  readonly frame: Frame;
  readonly today: CivilDate;
  readonly all: Omit<BoardFindings, 'outreach'>;
  /** A member of the board; everybody else reads. */
  readonly member: boolean;
  /** What is wrong with the decision log, in a sentence. */
  readonly log?: string | undefined;
}

export function BoardPage(props: BoardPageProps): ReactElement {
  const { frame, all, member } = props;
  const title = member ? words.title : words.overseersTitle;
  const open = byDay(all.findings.filter(({ finding }) => finding.answered === undefined));
  const running = byDay(all.findings.filter(({ standing }) => standing === 'running'));
  const over = all.findings.filter(
    ({ standing }) => standing === 'carried-out' || standing === 'refused',
  );
  return (
    <PageFrame frame={frame} title={title} wide unlisted>
      <h1>{title}</h1>
      <p className="lead">{member ? words.intro : words.overseersIntro}</p>
      {all.isChair ? (
        <Notice>
          <p>{words.chair}</p>
        </Notice>
      ) : null}
      {props.log === undefined ? null : <LogNotice text={props.log} />}
      <h2>{words.decideTitle}</h2>
      {open.length === 0 ? <p>{words.decideNone}</p> : <ToAnswer {...props} open={open} />}
      <h2>{words.runningTitle}</h2>
      {running.length === 0 ? <p>{words.runningNone}</p> : <Running {...props} running={running} />}
      <h2>{words.cameTitle}</h2>
      {over.length === 0 ? <p>{words.cameNone}</p> : <Earlier {...props} over={over} />}
      {member ? (
        <p>
          <a href="/desk/board/patterns">{patterns.toPatterns}</a>
        </p>
      ) : null}
      <p>
        <a href="/desk/board/rules">{words.toRules}</a>
      </p>
      <p>
        <a href="/desk/outreach">{words.toOutreach}</a>
      </p>
    </PageFrame>
  );
}

type Shown = readonly FindingShown[];

function ToAnswer(props: BoardPageProps & { readonly open: Shown }): ReactElement {
  const { open, today } = props;
  return (
    <QueueTable
      caption={words.waiting(open.length, lateOnes(open, today))}
      columns={[{ label: words.found }, { label: words.program }, { label: words.stands }]}
      items={open.map((shown) => ({
        ...queueItem(shown, today),
        cells: [
          sentenceOf(props, shown),
          programLabel(shown.finding.measurements[0].program),
          standsOf(shown),
        ],
      }))}
    />
  );
}

function Running(props: BoardPageProps & { readonly running: Shown }): ReactElement {
  const { running, today } = props;
  return (
    <QueueTable
      caption={words.running(running.length, lateOnes(running, today))}
      columns={[{ label: words.found }, { label: words.promisedAction }]}
      items={running.map((shown) => ({
        ...queueItem(shown, today),
        cells: [sentenceOf(props, shown), promisedIn(shown)],
      }))}
    />
  );
}

function Earlier(props: BoardPageProps & { readonly over: Shown }): ReactElement {
  return (
    <DataTable
      caption={words.came}
      columns={[
        { label: words.finding },
        { label: words.found },
        { label: words.answer },
        { label: words.asFound },
        { label: words.asMeasuredLast },
      ]}
      rows={props.over.map((shown) => ({
        key: shown.id,
        cells: [
          <a key="link" className="case-label" href={`/desk/findings/${shown.id}`}>
            {shown.label}
          </a>,
          sentenceOf(props, shown),
          answerOf(shown),
          <Measured key="then" shown={shown.finding.measurements[0]} />,
          <Measured key="now" shown={lastMeasured(shown.finding)} />,
        ],
      }))}
    />
  );
}

function Measured({ shown }: { readonly shown: ShownDisparity }): ReactElement {
  return (
    <span>
      {`${figureText(shown)} `}
      <Verdict kind={verdictKind[shown.state]} />
    </span>
  );
}

/** As it was found; what was measured since stands beside it. */
const sentenceOf = ({ all }: BoardPageProps, { finding }: FindingShown): string =>
  findingSentence(
    finding.measurements[0],
    finding.rater === undefined ? undefined : all.names.get(finding.rater),
  );

function queueItem({ id, label, finding }: FindingShown, today: CivilDate): QueueItem {
  const by = owedBy(finding) ?? finding.promisedBy;
  const late = daysBetween(by, today);
  return {
    key: id,
    label,
    promised: inWordsShort(by),
    overdue: late > 0 ? en.desk.late(late) : undefined,
    href: `/desk/findings/${id}`,
  };
}

const byDay = (list: Shown): Shown =>
  list.toSorted((a, b) =>
    (owedBy(a.finding) ?? a.finding.promisedBy).localeCompare(
      owedBy(b.finding) ?? b.finding.promisedBy,
    ),
  );

const lateOnes = (list: Shown, today: CivilDate): number =>
  list.filter(({ finding }) => (owedBy(finding) ?? today) < today).length;

function standsOf({ standing, finding }: FindingShown): string {
  const until = finding.told?.respondUntil;
  return standing === 'with-the-rater' && until !== undefined
    ? words.respondUntil(inWordsShort(until))
    : words.standings[standing];
}

function promisedIn({ finding: { answered } }: FindingShown): string {
  return answered === undefined || answered.answer.kind === 'refusal'
    ? ''
    : `${words.answers[answered.answer.kind]}: ${answered.answer.what}`;
}

function answerOf({ finding: { answered, carriedOut } }: FindingShown): string {
  if (answered === undefined) {
    return '';
  }
  const kind = words.answers[answered.answer.kind];
  return carriedOut === undefined ? kind : `${kind}: ${carriedOut.done}`;
}
