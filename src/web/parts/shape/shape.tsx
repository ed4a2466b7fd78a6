/** Small filled and open shapes that stand before a word, so that meaning never hangs on color alone. */
import type { ReactElement } from 'react';

export type ShapeName = 'diamond' | 'disc' | 'ring' | 'half' | 'triangle' | 'cross' | 'tick';

const drawings: Readonly<Record<ShapeName, ReactElement>> = {
  diamond: <path d="M8 0.5 15.5 8 8 15.5 0.5 8Z" />,
  disc: <circle cx="8" cy="8" r="6.5" />,
  ring: <circle cx="8" cy="8" r="5.5" fill="none" stroke="currentColor" strokeWidth="2" />,
  half: (
    <>
      <circle cx="8" cy="8" r="5.5" fill="none" stroke="currentColor" strokeWidth="2" />
      <path d="M8 2.5a5.5 5.5 0 0 1 0 11Z" />
    </>
  ),
  triangle: <path d="M8 1 15.5 14.5H0.5Z" />,
  cross: <path d="M2.5 2.5 13.5 13.5M13.5 2.5 2.5 13.5" stroke="currentColor" strokeWidth="2.5" />,
  tick: <path d="M2 8.5 6.2 13 14 3" fill="none" stroke="currentColor" strokeWidth="2.5" />,
};

export function Shape({ name }: { readonly name: ShapeName }): ReactElement {
  return (
    <svg
      className="shape"
      viewBox="0 0 16 16"
      width="16"
      height="16"
      fill="currentColor"
      aria-hidden="true"
    >
      {drawings[name]}
    </svg>
  );
}
