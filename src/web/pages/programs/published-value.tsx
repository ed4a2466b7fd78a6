/** A published value with its remark: "180 (from a third party)", or "not set by the Commission". */
import type { ReactElement } from 'react';
import { en } from '../../words/en.ts';
import type { Published } from './published.ts';

export function PublishedValue({ value }: { readonly value: Published }): ReactElement {
  return (
    <>
      <span className={value.unset ? 'shown-unset' : undefined}>{value.text}</span>
      {value.remark === undefined ? null : (
        <span className="shown-remark">{` (${en.programs.remarks[value.remark]})`}</span>
      )}
    </>
  );
}
