/** Choices with notes and one set apart, a wrong group, and two short answers side by side. */
import type { Example } from '../example.ts';
import { RadioGroup } from './radio-group.tsx';

export const examples: readonly Example[] = [
  {
    name: 'notes',
    element: (
      <RadioGroup
        name="radio-education"
        label="How do you meet the education requirement?"
        hint="Choose the one you can show with a document."
        value="licence"
        choices={[
          {
            value: 'licence',
            label: 'A license in a health or human services field',
            hint: 'Current, active and unrestricted, for example RN or LCSW.',
          },
          { value: 'degree', label: 'A bachelor’s or master’s degree in such a field' },
          { value: 'none', label: 'I am not sure yet', apart: true },
        ]}
      />
    ),
  },
  {
    name: 'wrong',
    element: (
      <RadioGroup
        name="radio-conflict"
        label="Do you know the person whose case this may be?"
        error="Choose yes or no."
        inline
        choices={[
          { value: 'yes', label: 'Yes' },
          { value: 'no', label: 'No' },
        ]}
      />
    ),
  },
];
