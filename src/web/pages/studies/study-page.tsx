/** `/desk/studies/…`: one job analysis: who is heard, and once it is closed what it says and how far it can be trusted. */
import type { ReactElement } from 'react';
import { domainsOf, type Study } from '../../../casework/study/study.ts';
import type { JobAnalysisReport } from '../../../reporting/job-analysis-report/job-analysis-report.ts';
import { trustFindings } from '../../../reporting/job-analysis-report/trust.ts';
import { DataTable } from '../../parts/data-table/data-table.tsx';
import { DescriptionList } from '../../parts/description-list/description-list.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { studies } from '../../words/studies.ts';

const words = studies.one;
const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

export interface StudyPageProps {
  readonly frame: Frame;
  readonly study: Study & { readonly sample: number | undefined };
  readonly program: string;
  readonly closes: string;
  readonly isClosed: boolean;
  readonly counts: { readonly asked: number; readonly answered: number };
  readonly report: JobAnalysisReport | undefined;
  /** Why there is none. */
  readonly because: string | undefined;
}

export function StudyPage(props: StudyPageProps): ReactElement {
  const { frame, study, closes, isClosed, report, because } = props;
  return (
    <PageFrame
      frame={frame}
      title={study.title}
      trail={{ above: [{ href: '/desk/studies', label: studies.title }] }}
      unlisted
    >
      <h1 dir="auto">{study.title}</h1>
      <p className="lead">{isClosed ? words.closed(closes) : words.open(closes)}</p>
      <Facts {...props} />
      {report === undefined ? null : <Report id={study.id} report={report} />}
      {because === undefined ? null : <p>{words.noReport(because)}</p>}
    </PageFrame>
  );
}

function Facts({ study, program, counts }: StudyPageProps): ReactElement {
  return (
    <DescriptionList
      items={[
        { term: studies.program, value: program },
        {
          term: words.sample,
          value: study.sample === undefined ? words.everybody : words.drawn(study.sample),
        },
        { term: words.answered, value: studies.heard(counts.answered, counts.asked) },
        { term: words.tasks, value: words.tasksAre(study.tasks.length, domainsOf(study).length) },
        {
          term: words.known,
          value:
            study.known.length === 0
              ? words.nothingKnown
              : study.known.map(({ name }) => name).join(', '),
        },
      ]}
    />
  );
}

function Report(props: { readonly id: string; readonly report: JobAnalysisReport }): ReactElement {
  const { columns } = words;
  return (
    <>
      <h2>{words.domains}</h2>
      <DataTable
        caption={words.domains}
        captionHidden
        columns={[
          { label: columns.domain },
          { label: columns.share, figures: true },
          { label: columns.interval, figures: true },
          { label: columns.questions, figures: true },
          { label: columns.unweighted, figures: true },
        ]}
        rows={props.report.analysis.domains.map((one) => ({
          key: one.domain,
          cells: [
            one.domain,
            percent(one.share),
            `${percent(one.low)} to ${percent(one.high)}`,
            String(one.questions),
            percent(one.unweighted),
          ],
        }))}
      />
      <h2>{words.trust}</h2>
      {trustFindings(props.report).map(({ heading, text, points }) => (
        <section key={heading}>
          <h3>{heading}</h3>
          <p>{text}</p>
          {points.map((point) => (
            <p key={point}>{point}</p>
          ))}
        </section>
      ))}
      <p>
        <a href={`/desk/studies/${props.id}/report.html`}>{words.download}</a>
      </p>
      <p>
        <a href={`/desk/studies/${props.id}/tasks.csv`}>{words.csv}</a>
      </p>
    </>
  );
}
