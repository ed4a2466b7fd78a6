/** Draws one field of a form that exists as data (casework/application) by its kind, with what was typed before. */
import type { ReactElement } from 'react';
import type { Field, PageValues } from '../../../casework/application/field.ts';
import { typedDate } from '../../../casework/application/read-page.ts';
import { allIn, textIn } from '../../../casework/person/typed-text.ts';
import { never } from '../../../kernel/result/result.ts';
import { CheckboxGroup } from '../../parts/checkbox-group/checkbox-group.tsx';
import { DateField } from '../../parts/date-field/date-field.tsx';
import { errorFor, type FieldMistake } from '../../parts/field/field.tsx';
import { NumberField } from '../../parts/number-field/number-field.tsx';
import { RadioGroup } from '../../parts/radio-group/radio-group.tsx';
import { TextArea } from '../../parts/text-area/text-area.tsx';
import { TextField } from '../../parts/text-field/text-field.tsx';

export interface QuestionProps {
  readonly field: Field;
  readonly values: PageValues;
  readonly mistakes: readonly FieldMistake[];
}

export function Question({ field, values, mistakes }: QuestionProps): ReactElement {
  const { id, label, hint, kind } = field;
  const common = {
    name: id,
    label,
    hint,
    optional: !field.required,
    error: errorFor(mistakes, id),
  };
  const value = textIn(values, id);
  const choices = field.options ?? [];
  switch (kind) {
    case 'text':
      return (
        <TextField
          {...common}
          value={value}
          autoComplete={id === 'full-name' ? 'name' : undefined}
        />
      );
    case 'email':
      return <TextField {...common} type="email" value={value} />;
    case 'text-long':
      return <TextArea {...common} value={value} rows={4} />;
    case 'number':
      return <NumberField {...common} value={value} decimals />;
    case 'year':
      return <NumberField {...common} value={value} />;
    case 'date':
      return <DateField {...common} value={typedDate(values, id)} />;
    case 'month':
      return <DateField {...common} value={typedDate(values, id)} monthOnly />;
    case 'yes-no':
      return <RadioGroup {...common} choices={choices} value={value} inline />;
    case 'choice':
      return <RadioGroup {...common} choices={choices} value={value} />;
    case 'choices':
      return <CheckboxGroup {...common} choices={choices} values={allIn(values, id)} />;
    default:
      throw never(kind);
  }
}
