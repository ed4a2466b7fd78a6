/** Who may apply, as nested lists: all of these, one of these, at least two of these. */
import type { ReactElement } from 'react';
import { never } from '../../../kernel/result/result.ts';
import { en } from '../../words/en.ts';

const words = en.programs;

export type PathwayView =
  | {
      readonly kind: 'criterion';
      readonly title: string;
      readonly rule: string;
      readonly remark: 'inferred' | 'from a third party' | null;
    }
  | { readonly kind: 'all' | 'any'; readonly of: readonly PathwayView[] }
  | { readonly kind: 'at-least'; readonly count: number; readonly of: readonly PathwayView[] };

export function PathwayTree({ pathway }: { readonly pathway: PathwayView }): ReactElement {
  if (pathway.kind === 'criterion') {
    return (
      <>
        <strong>{pathway.title}</strong>
        <br />
        {pathway.rule}
        {pathway.remark === null ? null : (
          <span className="shown-remark">{` (${words.remarks[pathway.remark]})`}</span>
        )}
      </>
    );
  }
  return (
    <div className={`pathway pathway-${pathway.kind}`}>
      <p>{headOf(pathway)}</p>
      <ul>
        {pathway.of.map((part) => (
          <li key={keyOf(part)}>
            <PathwayTree pathway={part} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function headOf(pathway: Exclude<PathwayView, { kind: 'criterion' }>): string {
  switch (pathway.kind) {
    case 'all':
      return words.eligibility.all;
    case 'any':
      return words.eligibility.any;
    case 'at-least':
      return words.eligibility.atLeast(pathway.count);
    default:
      throw never(pathway);
  }
}

const keyOf = (pathway: PathwayView): string =>
  pathway.kind === 'criterion' ? pathway.title : pathway.of.map(keyOf).join('|');
