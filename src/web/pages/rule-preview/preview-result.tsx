/** What a proposed change would have done, in sentences and as a table; every figure is one the gate let through. */
import type { ReactElement, ReactNode } from 'react';
import {
  type Published,
  WITHHELD,
  type Withheld as WithheldWord,
} from '../../../fairness/disclosure/gate.ts';
import type { PreviewRow, RulePreview } from '../../../fairness/disclosure/rule-preview.ts';
import { inWords } from '../../../kernel/dates/civil-date.ts';
import { DataTable } from '../../parts/data-table/data-table.tsx';
import { Withheld } from '../../parts/withheld/withheld.tsx';
import { rulePreview as words } from '../../words/rules.ts';

export interface PreviewShown {
  readonly preview: Published<RulePreview>;
  readonly program: string;
  readonly change: string;
  readonly dimension: string;
  /** Group ids to their words. */
  readonly groups: ReadonlyMap<string, string>;
}

export function PreviewResult({ shown }: { readonly shown: PreviewShown }): ReactElement {
  const { value: preview } = shown.preview;
  const { everybody, canLetIn, canShutOut } = preview;
  return (
    <section aria-labelledby="preview-title">
      <h2 id="preview-title">{words.result(shown.change, shown.program)}</h2>
      <p>{`${letInSentence(everybody, canLetIn)} ${shutOutSentence(everybody, canShutOut)}`}</p>
      <DataTable
        caption={words.caption(shown.dimension)}
        columns={[
          { label: words.group },
          { label: words.decided, figures: true },
          { label: words.eligible, figures: true },
          ...(canLetIn ? [{ label: words.letInHead, figures: true }] : []),
          ...(canShutOut ? [{ label: words.shutOutHead, figures: true }] : []),
          { label: words.rateBefore, figures: true },
          { label: words.rateAfter, figures: true },
        ]}
        rows={[
          ...preview.rows.map((row) => ({
            key: row.group,
            cells: cellsOf(shown.groups.get(row.group) ?? row.group, row, preview),
          })),
          { key: 'everybody', cells: cellsOf(words.everybody, everybody, preview) },
        ]}
      />
      <p className="small soft">
        {`${words.counted(inWords(preview.countedUntil), preview.release)} ${words.withheldNote}`}
      </p>
    </section>
  );
}

function cellsOf(
  name: string,
  { before, letIn, shutOut, after }: PreviewRow,
  { canLetIn, canShutOut }: RulePreview,
): readonly ReactNode[] {
  const figure = (key: string, value: number | WithheldWord): ReactNode =>
    value === WITHHELD ? <Withheld key={key} /> : words.people(value);
  const rate = (key: string, part: number | WithheldWord): ReactNode =>
    before === WITHHELD || part === WITHHELD ? <Withheld key={key} /> : percent(part, before.total);
  return [
    name,
    figure('decided', before === WITHHELD ? WITHHELD : before.total),
    figure('eligible', before === WITHHELD ? WITHHELD : before.succeeded),
    ...(canLetIn ? [figure('in', letIn)] : []),
    ...(canShutOut ? [figure('out', shutOut)] : []),
    rate('before', before === WITHHELD ? WITHHELD : before.succeeded),
    rate('after', after),
  ];
}

const percent = (part: number, all: number): string => `${((100 * part) / all).toFixed(1)} %`;

const countWords = (value: number | WithheldWord): string =>
  value === WITHHELD ? words.some : words.people(value);

const letInSentence = ({ before, letIn }: PreviewRow, can: boolean): string =>
  can
    ? words.letIn(
        letIn === WITHHELD ? words.unknown : words.people(letIn),
        countWords(before === WITHHELD ? WITHHELD : before.total - before.succeeded),
      )
    : words.letInNobody;

const shutOutSentence = ({ before, shutOut }: PreviewRow, can: boolean): string =>
  can
    ? words.shutOut(
        shutOut === WITHHELD ? words.unknown : words.people(shutOut),
        countWords(before === WITHHELD ? WITHHELD : before.succeeded),
      )
    : words.shutOutNobody;
