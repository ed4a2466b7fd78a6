/** The second section of the form: who is asking, and who may know. */
import type { ReactElement } from 'react';
import { RELATIONS, type Visibility } from '../../../casework/concern/concern.ts';
import { textIn } from '../../../casework/person/typed-text.ts';
import { errorFor } from '../../parts/field/field.tsx';
import { RadioGroup } from '../../parts/radio-group/radio-group.tsx';
import { TextField } from '../../parts/text-field/text-field.tsx';
import type { SectionProps } from './concern-view.ts';

/** The most careful choice that still gives a name comes first, and is chosen unless another one is. */
const IN_ORDER = ['staff', 'named', 'anonymous'] as const satisfies readonly Visibility[];

export function WhoIsAsking({
  words,
  typed,
  mistakes,
  preset,
}: SectionProps & { readonly preset: string }): ReactElement {
  return (
    <>
      <h2>{words.youTitle}</h2>
      <RadioGroup
        name="relation"
        label={words.relation}
        choices={RELATIONS.map((value) => ({ value, label: words.relationChoices[value] }))}
        value={textIn(typed, 'relation') || preset}
        optional
      />
      <RadioGroup
        name="visibility"
        label={words.visibility}
        choices={IN_ORDER.map((value) => ({
          value,
          label: words.visibilityChoices[value],
          hint: words.visibilityHints[value],
        }))}
        value={textIn(typed, 'visibility') || IN_ORDER[0]}
        error={errorFor(mistakes, 'visibility')}
      />
      <TextField
        name="name"
        label={words.name}
        hint={words.nameHint}
        value={textIn(typed, 'name')}
        autoComplete="name"
        optional
        error={errorFor(mistakes, 'name')}
      />
      <TextField
        name="contact"
        type="email"
        label={words.contact}
        hint={words.contactHint}
        value={textIn(typed, 'contact')}
        autoComplete="email"
        optional
        error={errorFor(mistakes, 'contact')}
      />
    </>
  );
}
