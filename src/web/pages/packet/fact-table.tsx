/** Recorded facts as a table: what, how it was recorded, and how the clerk knows. */
import type { ReactElement } from 'react';
import { DataTable } from '../../parts/data-table/data-table.tsx';
import { en } from '../../words/en.ts';

const words = en.desk.packet;

export interface PacketFact {
  readonly label: string;
  readonly value: string;
  readonly basis: keyof typeof en.desk.records.bases;
}

export function FactTable(props: {
  readonly title: string;
  readonly facts: readonly PacketFact[];
}): ReactElement {
  if (props.facts.length === 0) {
    return <p className="soft">{words.noFacts}</p>;
  }
  return (
    <DataTable
      caption={words.factsOf(props.title)}
      captionHidden
      columns={[{ label: words.fact }, { label: words.value }, { label: words.basis }]}
      rows={props.facts.map((fact, place) => ({
        key: String(place),
        cells: [fact.label, fact.value, en.desk.records.bases[fact.basis]],
      }))}
    />
  );
}
