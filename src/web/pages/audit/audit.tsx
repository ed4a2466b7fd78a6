/** For the auditor: who asked to see an identity, who consented, how often it was shown, and who acted in each matter. */
import type { ReactElement } from 'react';
import { DataTable } from '../../parts/data-table/data-table.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { desk } from '../../words/desk.ts';

const words = desk.audit;

export interface AuditDisclosure {
  readonly id: string;
  readonly label: string;
  readonly asked: string;
  readonly reason: string;
  readonly answer: string;
  readonly shown: string;
}

export interface AuditMatter {
  readonly id: string;
  readonly label: string;
  readonly kind: keyof typeof desk.kinds;
  readonly promised: string;
  readonly status: string;
}

export function AuditPage(props: {
  readonly frame: Frame;
  readonly disclosures: readonly AuditDisclosure[];
  readonly matters: readonly AuditMatter[];
}): ReactElement {
  return (
    <PageFrame frame={props.frame} title={words.title} wide unlisted>
      <h1>{words.title}</h1>
      <h2>{words.disclosures}</h2>
      {props.disclosures.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <DataTable
          caption={words.disclosures}
          captionHidden
          columns={[
            { label: desk.matter },
            { label: desk.identity.asked },
            { label: desk.identity.reason },
            { label: desk.identity.answer },
          ]}
          rows={props.disclosures.map((row) => ({
            key: row.id,
            cells: [row.label, row.asked, row.reason, `${row.answer} ${row.shown}`],
          }))}
        />
      )}
      <h2>{words.matters}</h2>
      <DataTable
        caption={words.matters}
        captionHidden
        columns={[
          { label: desk.matter },
          { label: desk.kind },
          { label: desk.promised },
          { label: desk.status },
        ]}
        rows={props.matters.map((row) => ({
          key: row.id,
          cells: [row.label, desk.kinds[row.kind], row.promised, row.status],
        }))}
      />
    </PageFrame>
  );
}
