/** Which questions are harder for one group among people of equal score; those that stand out first. */
import type { ReactElement } from 'react';
import { WITHHELD } from '../../../fairness/disclosure/gate.ts';
import type { MeasuredOutcomes } from '../../../fairness/disclosure/published.ts';
import type {
  ComparedItems,
  ItemFigures,
  MeasuredItem,
  MeasuredItems,
  NamedGroup,
} from '../../../fairness/disclosure/published-items.ts';
import { programOf } from '../../../program/catalog/catalog.ts';
import { DataTable } from '../../parts/data-table/data-table.tsx';
import { Verdict } from '../../parts/verdict/verdict.tsx';
import { Withheld } from '../../parts/withheld/withheld.tsx';
import { fairness } from '../../words/fairness.ts';
import { findings } from '../../words/findings.ts';
import { dated, fixed } from './figures.ts';
import { ResponseLine } from './response-line.tsx';
import { labelOf } from './view.ts';

const words = fairness.items;

export function ItemsSection(props: {
  readonly groups: readonly NamedGroup[];
  readonly forms: readonly MeasuredItems[];
  readonly response: MeasuredOutcomes['response'];
  readonly say: (told: string, all: number, percent: string) => string;
}): ReactElement {
  const { groups, forms } = props;
  return (
    <section aria-labelledby="items-heading">
      <h2 id="items-heading">{words.title}</h2>
      <p>{words.intro}</p>
      <ResponseLine response={props.response} say={props.say} />
      {forms.length === 0 ? <p>{words.none}</p> : null}
      {forms.map((form) => (
        <div key={`${form.program} ${form.form}`}>
          <h3>{words.form(programOf(form.program)?.name ?? form.program)}</h3>
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
  const standing = compared.items.flatMap(({ item, figures }) =>
    figures !== WITHHELD && figures.standsOut ? [{ item, harderFor: figures.harderFor }] : [],
  );
  const sorted = compared.items.toSorted((a, b) => tellingOf(b) - tellingOf(a));
  return (
    <>
      <p>
        <strong>{`${dated(title, compared.countedUntil)}. `}</strong>
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

const STANDS_OUT = 1000;

/** What stands out first, then the largest effects; what is withheld last. */
const tellingOf = ({ figures }: MeasuredItem): number =>
  figures === WITHHELD ? -1 : Math.abs(figures.delta) + (figures.standsOut ? STANDS_OUT : 0);

const CELLS = ['delta', 'error', 'letter', 'harder', 'stands-out'] as const;

const cellsOf = (
  { item, figures }: MeasuredItem,
  groups: readonly NamedGroup[],
): readonly (string | ReactElement)[] => [
  item,
  ...(figures === WITHHELD
    ? CELLS.map((cell) => <Withheld key={cell} />)
    : figureCells(figures, groups)),
];

function figureCells(figures: ItemFigures, groups: readonly NamedGroup[]): readonly string[] {
  const { delta, deltaError, letter, harderFor, standsOut } = figures;
  return [
    fixed(delta, 1),
    fixed(deltaError, 1),
    words.letters[letter],
    letter === 'A' ? '' : labelOf(groups, harderFor),
    standsOut ? fairness.yes : '',
  ];
}
