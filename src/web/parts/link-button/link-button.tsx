/** A link that looks like a button, for the one step a page is about. It goes somewhere; it never changes anything. */
import type { ReactElement } from 'react';

export interface LinkButtonProps {
  readonly href: string;
  readonly label: string;
  readonly look?: 'primary' | 'secondary' | undefined;
  /** Offers the file for saving under this name. */
  readonly saveAs?: string | undefined;
}

export function LinkButton({ href, label, look, saveAs }: LinkButtonProps): ReactElement {
  return (
    <a
      className={look === 'secondary' ? 'button button-secondary' : 'button'}
      href={href}
      download={saveAs}
    >
      {label}
    </a>
  );
}
