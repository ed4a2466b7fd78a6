/** Terms and what stands behind them: the summary of an application, with a link to change each answer. */
import type { ReactElement, ReactNode } from 'react';
import { useForms } from '../page-frame/language.ts';

export interface Description {
  readonly term: string;
  readonly value: ReactNode;
  /** Where the answer can be changed. */
  readonly changeAt?: string | undefined;
}

export function DescriptionList(props: { readonly items: readonly Description[] }): ReactElement {
  const forms = useForms();
  return (
    <dl className="description-list">
      {props.items.map((item) => (
        <div key={item.term}>
          <dt>{item.term}</dt>
          <dd>{item.value}</dd>
          {item.changeAt === undefined ? null : (
            <dd className="description-change">
              <a href={item.changeAt}>
                {forms.change}
                <span className="only-heard">{` ${item.term}`}</span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
