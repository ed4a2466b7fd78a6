/**
 * All mistakes of a form in one place, above it. It takes the focus when the page opens, so that a screen reader says
 * it first; each line leads to its field.
 */
import type { ReactElement } from 'react';
import type { FieldMistake } from '../field/field.tsx';
import { useForms } from '../page-frame/language.ts';

export interface ErrorSummaryProps {
  readonly mistakes: readonly FieldMistake[];
}

export function ErrorSummary({ mistakes }: ErrorSummaryProps): ReactElement | null {
  const forms = useForms();
  if (mistakes.length === 0) {
    return null;
  }
  return (
    <div
      className="error-summary"
      role="alert"
      aria-labelledby="error-summary-title"
      tabIndex={-1}
      // biome-ignore lint/a11y/noAutofocus: with no script this is the only way to lead people to what went wrong.
      autoFocus
    >
      <h2 id="error-summary-title">{forms.summaryTitle(mistakes.length)}</h2>
      <p>{forms.summaryText}</p>
      <ul>
        {mistakes.map((mistake) => (
          <li key={mistake.field}>
            <a href={`#${mistake.field}`}>{mistake.message}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
