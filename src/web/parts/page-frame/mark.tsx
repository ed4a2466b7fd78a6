/** The mark: the word Evenhand and an equals sign whose two bars are exactly equal. */
import type { ReactElement } from 'react';
import { en } from '../../words/en.ts';

export function Mark(): ReactElement {
  return (
    <span className="mark">
      <span className="mark-word">{en.frame.siteName}</span>
      <svg className="mark-sign" viewBox="0 0 20 14" width="20" height="14" aria-hidden="true">
        <rect x="0" y="0" width="20" height="4" />
        <rect x="0" y="10" width="20" height="4" />
      </svg>
    </span>
  );
}
