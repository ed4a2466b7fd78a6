/** One or two sentences under a label that say what to enter, why it is asked, and who will see it. */
import type { ReactElement, ReactNode } from 'react';

export function Hint(props: { readonly id: string; readonly children: ReactNode }): ReactElement {
  return (
    <div className="hint" id={props.id}>
      {props.children}
    </div>
  );
}
