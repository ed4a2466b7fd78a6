/** The published criteria for a change of name, one list for each of the two ways. */
import type { ReactElement } from 'react';
import { NAME_WAYS, type NameWay } from '../../../casework/person/name-change.ts';
import { names } from '../../words/names.ts';

const words = names.page;

export interface CriteriaShown {
  readonly id: string;
  readonly ways: Readonly<
    Record<NameWay, readonly { readonly title: string; readonly rule: string }[]>
  >;
}

export function NameCriteria({ criteria }: { readonly criteria: CriteriaShown }): ReactElement {
  return (
    <>
      <p>{names.my.version(criteria.id)}</p>
      {NAME_WAYS.map((way) => (
        <section key={way} aria-labelledby={`criteria-${way}`}>
          <h3 id={`criteria-${way}`}>{words.ways[way]}</h3>
          <ol>
            {criteria.ways[way].map(({ title, rule }) => (
              <li key={title}>
                <strong>{title}.</strong>
                {` ${rule}`}
              </li>
            ))}
          </ol>
        </section>
      ))}
    </>
  );
}
