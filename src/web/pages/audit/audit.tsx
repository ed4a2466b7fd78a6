/**
 * For the auditor: who asked to see an identity, who consented, how often it was shown, and who acted in each matter.
 * People are shown by codes: that the same person recorded and decided would be seen, who that is would not.
 */
import type { ReactElement } from 'react';
import { Button } from '../../parts/button/button.tsx';
import { DataTable } from '../../parts/data-table/data-table.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { TextField } from '../../parts/text-field/text-field.tsx';
import { en } from '../../words/en.ts';

const desk = en.desk;
const words = desk.audit;

export interface AuditDisclosure {
  readonly id: string;
  readonly label: string;
  readonly asked: string;
  readonly by: string;
  readonly reason: string;
  readonly answer: string;
  readonly answeredBy: string;
  readonly shown: number;
}

export interface AuditMatter {
  readonly id: string;
  readonly label: string;
  readonly kind: keyof typeof desk.kinds;
  readonly promised: string;
  readonly status: string;
  /** Codes of people, in the order in which they acted. */
  readonly recordedBy: readonly string[];
  readonly steppedAside: readonly string[];
  readonly decidedBy: string | undefined;
}

interface AuditPageProps {
  readonly frame: Frame;
  readonly search: string;
  readonly disclosures: readonly AuditDisclosure[];
  readonly matters: readonly AuditMatter[];
}

export function AuditPage(props: AuditPageProps): ReactElement {
  return (
    <PageFrame frame={props.frame} title={words.title} wide unlisted>
      <h1>{words.title}</h1>
      <p>{words.intro}</p>
      <h2>{words.disclosures}</h2>
      <Disclosures disclosures={props.disclosures} />
      <h2>{words.matters}</h2>
      <search>
        <form method="get" action="/desk/audit" className="audit-search">
          <TextField
            name="matter"
            label={words.search}
            value={props.search}
            type="search"
            width="medium"
          />
          <Button label={words.find} look="secondary" />
        </form>
      </search>
      <Matters {...props} />
    </PageFrame>
  );
}

function Disclosures({ disclosures }: Pick<AuditPageProps, 'disclosures'>): ReactElement {
  if (disclosures.length === 0) {
    return <p>{words.none}</p>;
  }
  return (
    <DataTable
      caption={words.disclosures}
      captionHidden
      columns={[
        { label: desk.matter },
        { label: desk.identity.asked },
        { label: words.by },
        { label: desk.identity.reason },
        { label: desk.identity.answer },
        { label: words.answeredBy },
        { label: words.times, figures: true },
      ]}
      rows={disclosures.map((row) => ({
        key: row.id,
        cells: [
          <Label key="label" of={row.label} />,
          row.asked,
          <Code key="by" of={row.by} />,
          <bdi key="reason">{row.reason}</bdi>,
          <bdi key="answer">{row.answer}</bdi>,
          row.answeredBy === '' ? words.nobody : <Code key="answered" of={row.answeredBy} />,
          String(row.shown),
        ],
      }))}
    />
  );
}

function Matters({ matters, search }: AuditPageProps): ReactElement {
  if (matters.length === 0) {
    return <p role="status">{search.trim() === '' ? desk.nothing : words.noMatter}</p>;
  }
  return (
    <DataTable
      caption={words.latest(matters.length)}
      columns={[
        { label: desk.matter },
        { label: desk.kind },
        { label: desk.promised },
        { label: desk.status },
        { label: words.recordedBy },
        { label: words.steppedAside },
        { label: words.decidedBy },
      ]}
      rows={matters.map((row) => ({
        key: row.id,
        cells: [
          <Label key="label" of={row.label} />,
          desk.kinds[row.kind],
          row.promised,
          row.status,
          codesOf(row.recordedBy),
          codesOf(row.steppedAside),
          row.decidedBy === undefined ? words.nobody : <Code key="decided" of={row.decidedBy} />,
        ],
      }))}
    />
  );
}

const Label = ({ of }: { readonly of: string }): ReactElement => (
  <span className="audit-label">{of}</span>
);

const Code = ({ of }: { readonly of: string }): ReactElement => <code>{of}</code>;

const codesOf = (people: readonly string[]): ReactElement | string =>
  people.length === 0 ? words.nobody : <Code of={people.join(', ')} />;
