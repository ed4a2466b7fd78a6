/** What every fairness page has: what to look at, which release it shows, how it is measured, and where its figures are. */
import type { ReactElement } from 'react';
import { inWords } from '../../../kernel/dates/civil-date.ts';
import { Button } from '../../parts/button/button.tsx';
import { dimensions, fairness } from '../../words/fairness.ts';
import { kindPage } from '../../words/fairness-kinds.ts';
import { count } from './figures.ts';
import { addressOf, type Choice, type FairnessFilter, type ReleaseShown } from './view.ts';

export function Filter(props: {
  readonly filter: FairnessFilter;
  /** The kind whose page it is; empty on the overview. */
  readonly kind: string;
}): ReactElement {
  const { filter, kind } = props;
  return (
    <search>
      <form method="get" action={addressOf(kind, {})} className="fairness-filter">
        <Chooser
          name="dimension"
          label={fairness.filter.dimension}
          value={filter.dimension}
          options={filter.dimensions}
        />
        {filter.programs.length === 0 ? null : (
          <Chooser
            name="program"
            label={fairness.filter.program}
            value={filter.program}
            options={[{ value: '', label: fairness.filter.allPrograms }, ...filter.programs]}
          />
        )}
        <Button label={fairness.filter.show} look="secondary" />
      </form>
    </search>
  );
}

/** A select without an empty first line: something is always chosen here. */
function Chooser(props: {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly Choice[];
}): ReactElement {
  return (
    <div className="field">
      <label className="field-label" htmlFor={props.name}>
        {props.label}
      </label>
      <select
        className="box box-medium"
        id={props.name}
        name={props.name}
        defaultValue={props.value}
      >
        {props.options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </div>
  );
}

export function ReleaseNote({ release }: { readonly release: ReleaseShown }): ReactElement {
  const { number, countedUntil, nextOn, proof } = release;
  return (
    <>
      <p className="figures-note">
        {fairness.counted(String(number), inWords(countedUntil), inWords(nextOn))}
      </p>
      <p className="figures-note">
        {fairness.proved(count(proof.withheld), count(proof.numbers), count(proof.viewers))}
      </p>
    </>
  );
}

export function Downloads(props: {
  readonly kind: string;
  readonly filter: FairnessFilter;
}): ReactElement {
  const { kind, filter } = props;
  const { dimension, program } = filter;
  return (
    <section aria-labelledby="download-heading">
      <h2 id="download-heading">{kindPage.downloadTitle}</h2>
      <p>{kindPage.downloads}</p>
      <ul>
        {(['csv', 'json'] as const).map((format) => (
          <li key={format}>
            <a href={addressOf(kind, { dimension, program, format })}>{kindPage[format]}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function Method({ director }: { readonly director: boolean }): ReactElement {
  return (
    <section aria-labelledby="method-heading">
      <h2 id="method-heading">{fairness.methodTitle}</h2>
      <ul>
        {fairness.method.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {director ? (
        <p>
          <a href="/desk/dimensions">{dimensions.title}</a>
        </p>
      ) : null}
    </section>
  );
}
