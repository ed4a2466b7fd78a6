/** Several answers with one set apart, and a statement to agree to. */
import type { Example } from '../example.ts';
import { CheckboxGroup } from './checkbox-group.tsx';

export const examples: readonly Example[] = [
  {
    name: 'several',
    element: (
      <CheckboxGroup
        name="check-setting"
        label="Where have you worked in the last five years?"
        hint="Choose all that apply."
        values={['hospital']}
        choices={[
          { value: 'hospital', label: 'Hospital or clinic' },
          { value: 'insurer', label: 'Health plan or insurer' },
          { value: 'unsaid', label: 'Prefer not to say', apart: true },
        ]}
      />
    ),
  },
  {
    name: 'agreement',
    element: (
      <CheckboxGroup
        name="check-true"
        label="Your statement"
        error="Check the box if the statement is true, or change your answers."
        choices={[
          {
            value: 'yes',
            label: 'What I have entered is true and complete as far as I know.',
          },
        ]}
      />
    ),
  },
];
