/** One example of a part or a page: shown in the preview, looked at in a real browser, checked for accessibility. */
import type { ReactElement } from 'react';

export interface Example {
  readonly name: string;
  readonly element: ReactElement;
}
