/** The row of buttons under a form: the main one first, then the others. On a phone each takes the full width. */
import type { ReactElement, ReactNode } from 'react';

export function Buttons({ children }: { readonly children: ReactNode }): ReactElement {
  return <div className="buttons">{children}</div>;
}
