/**
 * Text size, contrast and background, to be changed before and during an exam. The choice travels in the address, so
 * that it works without a script and without keeping anything about a person.
 */
import type { ReactElement } from 'react';
import { Button } from '../../parts/button/button.tsx';
import type { Display } from '../../parts/page-frame/frame.ts';
import { RadioGroup } from '../../parts/radio-group/radio-group.tsx';
import { exam } from '../../words/exam.ts';

const words = exam.display;

/** Stands inside a form: one of its own that asks with GET, or the form of a question, which then saves the answer too. */
export function DisplayChoices(props: {
  readonly display: Display | undefined;
  /** Tells the form of a question which button was pressed. */
  readonly value?: string | undefined;
}): ReactElement {
  const { size, contrast, theme } = props.display ?? {};
  const choices = (labels: Readonly<Record<string, string>>) =>
    Object.entries(labels).map(([value, label]) => ({ value, label }));
  return (
    <details className="display-choices" id="display">
      <summary>{words.title}</summary>
      <RadioGroup
        name="size"
        label={words.size}
        choices={choices(words.sizes)}
        value={size ?? 'standard'}
        inline
      />
      <RadioGroup
        name="contrast"
        label={words.contrast}
        choices={choices(words.contrasts)}
        value={contrast ?? 'standard'}
        inline
      />
      <RadioGroup
        name="theme"
        label={words.theme}
        choices={choices(words.themes)}
        value={theme ?? 'device'}
        inline
      />
      <Button
        label={words.apply}
        look="secondary"
        name={props.value === undefined ? undefined : 'then'}
        value={props.value}
      />
    </details>
  );
}
