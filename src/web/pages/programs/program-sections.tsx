/** The sections of a program's page: dates, fees, the exam, and lists of facts. */
import type { ReactElement } from 'react';
import { DataTable } from '../../parts/data-table/data-table.tsx';
import { DescriptionList } from '../../parts/description-list/description-list.tsx';
import { en } from '../../words/en.ts';
import type { DatesView, ExamView, FactView, FeeView } from './program-model.ts';
import type { Published } from './published.ts';
import { PublishedValue } from './published-value.tsx';

const words = en.programs;

export function FactsSection({ facts }: { readonly facts: readonly FactView[] }): ReactElement {
  return (
    <DescriptionList
      items={facts.map(({ term, values }) => ({ term, value: <Values values={values} /> }))}
    />
  );
}

function Values({ values }: { readonly values: readonly Published[] }): ReactElement {
  const [only] = values;
  if (values.length === 1 && only !== undefined) {
    return <PublishedValue value={only} />;
  }
  return (
    <ul className="plain-list">
      {values.map((value) => (
        <li key={value.text}>
          <PublishedValue value={value} />
        </li>
      ))}
    </ul>
  );
}

export function DatesSection({ dates }: { readonly dates: DatesView }): ReactElement {
  const { exam, opens, closes, decideBy, examDays } = words.dates;
  return (
    <>
      {dates.cycles.length === 0 ? null : (
        <>
          <p>{words.dates.rule}</p>
          <DataTable
            caption={words.dates.caption}
            columns={[exam, opens, closes, decideBy, examDays].map((label) => ({ label }))}
            rows={dates.cycles.map((cycle) => ({
              key: cycle.name,
              cells: [
                cycle.name,
                ...[cycle.opens, cycle.closes, cycle.decideBy, cycle.exam].map((value, place) => (
                  <PublishedValue key={`${cycle.name}-${String(place)}`} value={value} />
                )),
              ],
            }))}
          />
        </>
      )}
      <FactsSection facts={dates.facts} />
    </>
  );
}

export function FeesSection({ fees }: { readonly fees: readonly FeeView[] }): ReactElement {
  return (
    <DataTable
      caption={words.fees.caption}
      columns={[
        { label: words.fees.fee },
        { label: words.fees.amount, figures: true },
        { label: words.fees.back },
      ]}
      rows={fees.map((fee) => ({
        key: fee.title,
        cells: [fee.title, <PublishedValue key="amount" value={fee.amount} />, fee.back],
      }))}
    />
  );
}

export function ExamSection({ exam }: { readonly exam: ExamView }): ReactElement {
  return (
    <>
      <FactsSection facts={exam.facts} />
      {exam.parts.map((part) => (
        <div key={part.title}>
          {exam.parts.length === 1 ? null : <h3>{part.title}</h3>}
          <FactsSection facts={part.facts} />
          <DataTable
            caption={words.exam.domains(part.title)}
            columns={[
              { label: words.exam.domain },
              { label: words.exam.share, figures: true },
              { label: words.exam.shareDrawn },
            ]}
            rows={part.domains.map((domain) => ({
              key: domain.title.text,
              cells: [
                <PublishedValue key="title" value={domain.title} />,
                <PublishedValue key="share" value={domain.share} />,
                <ShareBar key="bar" percent={domain.percent} />,
              ],
            }))}
          />
        </div>
      ))}
      {exam.unsetShares === null ? null : <p className="soft small">{exam.unsetShares}</p>}
    </>
  );
}

/** The share as a bar, all bars on one scale of 0 to 50 percent; nothing where the share is not set. */
function ShareBar({ percent }: { readonly percent: number | null }): ReactElement | null {
  return percent === null ? null : (
    <svg className="share-bar" width="100%" height="10" aria-hidden="true">
      <rect width={`${Math.min(100, percent * 2)}%`} height="10" />
    </svg>
  );
}
