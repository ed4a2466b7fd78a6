/** A proof to keep: plain text that can be copied whole with one click or printed. */
import type { ReactElement, ReactNode } from 'react';

export interface ReceiptProps {
  readonly title: string;
  readonly text: string;
  /** What it proves and how to check it. */
  readonly children?: ReactNode;
  /** A short code to write down, such as the one for a concern: set large. */
  readonly large?: boolean | undefined;
}

export function Receipt({ title, text, children, large }: ReceiptProps): ReactElement {
  return (
    <figure className="receipt">
      <figcaption>{title}</figcaption>
      <pre className={large === true ? 'receipt-text receipt-large' : 'receipt-text'}>{text}</pre>
      {children}
    </figure>
  );
}
