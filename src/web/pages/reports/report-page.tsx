/**
 * `/reports/:number`: one public report. What it shows in sentences first, every comparison by question, what the board
 * was asked, what is withheld and the proof, how to check it all, and how it is measured. Each question has a page of its
 * own beside it.
 */
import type { ReactElement } from 'react';
import type { ShownDisparity } from '../../../casework/finding/disparity.ts';
import { inWords } from '../../../kernel/dates/civil-date.ts';
import type { PublicReport } from '../../../reporting/public-report/public-report.ts';
import type { PublicFindings } from '../../../workflow/board/read-findings.ts';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { Receipt } from '../../parts/receipt/receipt.tsx';
import { Verdict } from '../../parts/verdict/verdict.tsx';
import { report as words } from '../../words/report.ts';
import { isDrawKind } from '../fairness/draws-section.tsx';
import { count } from '../fairness/figures.ts';
import { figureText, findingSentence, programLabel } from '../finding/sentence.ts';
import { disparitiesIn } from './disparities.ts';
import { FindingsSection } from './findings-section.tsx';
import { Overview } from './overview.tsx';
import { dimensionTitle, outcomeVerdicts, tallied, waitVerdicts } from './view.ts';

export interface ReportPageProps {
  readonly frame: Frame;
  readonly report: PublicReport;
  readonly note: string;
  /** The place of its line in the decision log. */
  readonly place: number;
  /** What was put before the board, and outreach, as of today. */
  readonly board: PublicFindings;
  readonly scripts: readonly string[];
}

export function ReportPage(props: ReportPageProps): ReactElement {
  const { frame, report } = props;
  const title = words.title(report.number);
  const { publishedOn, dueOn, countedUntil } = report;
  return (
    <PageFrame
      frame={frame}
      title={title}
      wide
      trail={{ above: [{ href: '/reports', label: words.listTitle }] }}
      scripts={props.scripts}
    >
      <article className="report">
        <h1>{title}</h1>
        <p className="lead">{words.dated(inWords(countedUntil), inWords(publishedOn))}</p>
        {publishedOn > dueOn ? <p className="report-note">{words.late(inWords(dueOn))}</p> : null}
        {report.demonstration ? <p className="report-note">{words.demonstration}</p> : null}
        <p>{words.intro}</p>
        <Shows report={report} />
        <Overview report={report} />
        <FindingsSection board={props.board} />
        <Gate report={report} />
        <Check {...props} />
        <Method report={report} />
      </article>
    </PageFrame>
  );
}

function Shows({ report }: { readonly report: PublicReport }): ReactElement {
  const { overall, inPrograms } = disparitiesIn(report);
  const tally = tallied([
    ...report.tables
      .filter(({ part, kind }) => part === 'all' && isCompared(report, kind))
      .flatMap(outcomeVerdicts),
    ...report.waiting.filter(({ part }) => part === 'all').flatMap(waitVerdicts),
  ]);
  return (
    <section aria-labelledby="shows-heading">
      <h2 id="shows-heading">{words.showsTitle}</h2>
      {overall.length === 0 ? <p>{words.nothing}</p> : null}
      <Disparities report={report} disparities={overall} />
      <p>{words.counted(tally.parity, tally.unknown)}</p>
      {inPrograms.length === 0 ? null : (
        <>
          <h3>{words.inPrograms}</h3>
          <p>{words.inProgramsNote(tablesOfPrograms(report))}</p>
          <Disparities report={report} disparities={inPrograms} />
        </>
      )}
    </section>
  );
}

/** Steps of the way are counted elsewhere, and who is drawn is held against chance. */
const isCompared = ({ steps }: PublicReport, kind: string): boolean =>
  !steps.includes(kind) && !isDrawKind(kind);

/** Tables of single programs that compare anybody. */
const tablesOfPrograms = (report: PublicReport): number =>
  [
    ...report.tables
      .filter(({ kind }) => isCompared(report, kind))
      .map((table) => ({ part: table.part, verdicts: outcomeVerdicts(table) })),
    ...report.waiting.map((table) => ({ part: table.part, verdicts: waitVerdicts(table) })),
  ].filter(({ part, verdicts }) => part.startsWith('program:') && verdicts.length > 0).length;

function Disparities(props: {
  readonly report: PublicReport;
  readonly disparities: readonly ShownDisparity[];
}): ReactElement {
  const { report, disparities } = props;
  return (
    <ul className="report-shows">
      {disparities.map((shown) => {
        const program = shown.program === undefined ? '' : `, ${programLabel(shown.program)}`;
        const figure = shown.about === 'outcome' ? `: ${figureText(shown)}` : '';
        return (
          <li key={JSON.stringify(shown)}>
            <Verdict kind="disparity" />
            <span>
              {`${findingSentence(shown)}${program}${figure}. `}
              <a href={`/reports/${report.number}/${shown.dimension}`}>
                {words.by(dimensionTitle(report, shown.dimension))}
              </a>
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function Gate({ report: { proof } }: { readonly report: PublicReport }): ReactElement {
  return (
    <section aria-labelledby="gate-heading">
      <h2 id="gate-heading">{words.gateTitle}</h2>
      <p>{words.gate(count(proof.withheld), count(proof.numbers))}</p>
      <p>{words.proof(count(proof.viewers), count(proof.programs), proof.possibleValues)}</p>
      <p>
        {proof.earlier.length === 0 ? words.againstNone : words.against(proof.earlier.join(', '))}
      </p>
    </section>
  );
}

function Check({ report, note, place }: ReportPageProps): ReactElement {
  const { number } = report;
  const file = `/reports/${number}.json`;
  const receipt = `/reports/${number}.receipt`;
  return (
    <section aria-labelledby="check-heading" id="check">
      <h2 id="check-heading">{words.checkTitle}</h2>
      <p>{words.checkIntro}</p>
      <div id="report-check" data-file={file} data-receipt={receipt} data-key="/log/key">
        <p hidden>
          <button type="button" className="button">
            {words.checkStart}
          </button>
        </p>
        <div aria-live="polite" />
      </div>
      <noscript>
        <p>{words.checkNoScript}</p>
      </noscript>
      <pre className="report-command">
        <code>{`bin/evenhand report verify report-${number}.json --receipt report-${number}.receipt`}</code>
      </pre>
      <h3>{words.downloads}</h3>
      <ul>
        <li>
          <a href={file}>{words.json}</a>
        </li>
        <li>
          <a href={`/reports/${number}.csv`}>{words.csv}</a>
        </li>
        <li>
          <a href={receipt}>{words.receipt}</a>
        </li>
        <li>
          <a href="/log/key">{words.key}</a>
        </li>
        <li>
          <a href="/log">{words.log}</a>
        </li>
      </ul>
      <p>{words.places(place, report.release.place)}</p>
      <Receipt title={words.signed} text={note} />
    </section>
  );
}

function Method({ report }: { readonly report: PublicReport }): ReactElement {
  return (
    <section aria-labelledby="method-heading">
      <h2 id="method-heading">{words.methodTitle}</h2>
      <ul>
        {words.method.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <h3>{words.restsTitle}</h3>
      <p>{words.restsOn(report.release.number, inWords(report.countedUntil))}</p>
    </section>
  );
}
