/** Who was drawn, beside what chance gives: a row a group, with the verdict of the exact test in words. */
import type { ReactElement } from 'react';
import { WITHHELD, type Withheld as WithheldWord } from '../../../fairness/disclosure/gate.ts';
import type { MeasuredDraws, ShownDraw } from '../../../fairness/disclosure/published-draws.ts';
import { DataTable } from '../../parts/data-table/data-table.tsx';
import { Verdict } from '../../parts/verdict/verdict.tsx';
import { Withheld } from '../../parts/withheld/withheld.tsx';
import { fairness } from '../../words/fairness.ts';
import { drawn as words } from '../../words/fairness-after-exam.ts';
import { count, dated } from './figures.ts';

export type DrawKind = keyof typeof words.lead;
export const isDrawKind = (kind: string): kind is DrawKind => Object.hasOwn(words.lead, kind);

export function DrawsSection(props: {
  readonly kind: DrawKind;
  readonly labelOf: (group: string) => string;
  readonly rows: MeasuredDraws['rows'];
}): ReactElement {
  const id = `${props.kind}-draws-heading`;
  return (
    <div>
      <h3 id={id}>{words.title}</h3>
      <p>{words.lead[props.kind]}</p>
      <DataTable
        caption={words.title}
        captionHidden
        onPhone="scroll"
        columns={[
          { label: fairness.group },
          { label: words.inPool, figures: true },
          { label: words.drawn, figures: true },
          { label: words.expected, figures: true },
          { label: words.band },
          { label: words.verdict },
        ]}
        rows={props.rows.map(({ group, draw, countedUntil }) => ({
          key: group,
          cells: [dated(props.labelOf(group), countedUntil), ...cellsOf(draw)],
        }))}
      />
      <p className="figures-note">{words.note}</p>
    </div>
  );
}

const CELLS = ['pool', 'drawn', 'expected', 'band', 'verdict'] as const;
function cellsOf(draw: ShownDraw | WithheldWord) {
  if (draw === WITHHELD) {
    return CELLS.map((cell) => <Withheld key={cell} />);
  }
  const { inPool, drawn, expected, band, state } = draw;
  return [
    count(inPool),
    count(drawn),
    expected === undefined ? '' : count(expected),
    band ?? '',
    state === undefined ? (
      words.untested
    ) : (
      <span key="state" className="report-step">
        {state === 'as-chance-has-it' ? null : <Verdict kind="disparity" />}
        <span>{words.states[state]}</span>
      </span>
    ),
  ];
}
