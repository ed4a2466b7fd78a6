/** Which questions are harder for one group among people of equal score; those that stand out first. */
import type { ReactElement } from 'react';
import type { NamedGroup } from '../../../workflow/measure/division.ts';
import type {
  ComparedItems,
  MeasuredItem,
  MeasuredItems,
} from '../../../workflow/measure/measure-items.ts';
import { DataTable } from '../../parts/data-table/data-table.tsx';
import { Verdict } from '../../parts/verdict/verdict.tsx';
import { fairness } from '../../words/fairness.ts';
import { findings } from '../../words/findings.ts';
import { fixed } from './figures.ts';
import { labelOf } from './view.ts';

const words = fairness.items;

export function ItemsSection(props: {
  readonly groups: readonly NamedGroup[];
  readonly forms: readonly MeasuredItems[];
  readonly programName: string | undefined;
}): ReactElement {
  const { groups, forms, programName } = props;
  return (
    <section aria-labelledby="items-heading">
      <h2 id="items-heading">{words.title}</h2>
      <p>{words.intro}</p>
      {programName === undefined ? <p>{words.chooseProgram}</p> : null}
      {forms.map((form) => (
        <div key={form.form}>
          <h3>{words.form(programName ?? form.program)}</h3>
          {form.compared.length === 0 ? <p>{words.none}</p> : null}
          {form.compared.map((compared) => (
            <Compared
              key={compared.focal.id}
              compared={compared}
              groups={groups}
              reference={form.reference}
            />
          ))}
          {form.tooFew.length === 0 ? null : (
            <p className="figures-note">
              {words.tooFew(form.tooFew.map(({ label }) => label).join(', '))}
            </p>
          )}
        </div>
      ))}
    </section>
  );
}

function Compared(props: {
  readonly compared: ComparedItems;
  readonly groups: readonly NamedGroup[];
  readonly reference: NamedGroup | undefined;
}): ReactElement {
  const { compared, groups, reference } = props;
  const title = words.compared(compared.focal.label, reference?.label ?? '');
  const standing = compared.items.filter(({ standsOut }) => standsOut);
  const sorted = compared.items.toSorted(
    (a, b) =>
      Number(b.standsOut) - Number(a.standsOut) || Math.abs(b.delta ?? 0) - Math.abs(a.delta ?? 0),
  );
  return (
    <>
      <p>
        <strong>{`${title}. `}</strong>
        {words.marked(standing.length, compared.items.length)}
      </p>
      {compared.settled ? null : <p>{words.unsettled}</p>}
      {standing.length === 0 ? null : (
        <ul className="found-list">
          {standing.map(({ item, harderFor }) => (
            <li key={item}>
              <Verdict kind="disparity" />
              {`${words.item} ${item}: ${words.harder.toLowerCase()} ${labelOf(groups, harderFor)}`}
            </li>
          ))}
        </ul>
      )}
      <details className="chart-numbers">
        <summary>{findings.showNumbers}</summary>
        <DataTable
          caption={title}
          captionHidden
          columns={[
            { label: words.item },
            { label: words.delta, figures: true },
            { label: words.error, figures: true },
            { label: words.letter },
            { label: words.harder },
            { label: words.standsOut },
          ]}
          rows={sorted.map((item) => ({ key: item.item, cells: cellsOf(item, groups) }))}
        />
        <p className="figures-note">{words.note}</p>
      </details>
    </>
  );
}

function cellsOf(item: MeasuredItem, groups: readonly NamedGroup[]): readonly string[] {
  const { delta, deltaError, letter, harderFor, standsOut } = item;
  return [
    item.item,
    delta === undefined ? '' : fixed(delta, 2),
    deltaError === undefined ? '' : fixed(deltaError, 2),
    letter === undefined ? words.notJudged : words.letters[letter],
    letter === undefined || letter === 'A' ? '' : labelOf(groups, harderFor),
    standsOut ? fairness.yes : '',
  ];
}
