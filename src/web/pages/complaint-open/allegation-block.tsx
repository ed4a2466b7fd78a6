/** One allegation: the day, the provision of the version in force on that day, advice cited beside it, what happened. */
import type { ReactElement } from 'react';
import { CheckboxGroup } from '../../parts/checkbox-group/checkbox-group.tsx';
import { DateField } from '../../parts/date-field/date-field.tsx';
import { errorFor, type FieldMistake } from '../../parts/field/field.tsx';
import { Select } from '../../parts/select/select.tsx';
import { TextArea } from '../../parts/text-area/text-area.tsx';
import { opening as words } from '../../words/complaints.ts';
import type { BlockShown } from './opening-view.ts';

export function AllegationBlock(props: {
  readonly block: BlockShown;
  readonly place: number;
  readonly about: 'person' | 'body';
  readonly mistakes: readonly FieldMistake[];
}): ReactElement {
  const { block, place, about, mistakes } = props;
  const { name, version } = block;
  const hint = about === 'person' ? words.numberHint : words.numberHintBody;
  return (
    <section className="act-part" aria-labelledby={name}>
      <h3 id={name}>{words.allegation(String(place))}</h3>
      <DateField
        name={`${name}-day`}
        label={words.day}
        hint={words.dayHint}
        value={block.day}
        error={errorFor(mistakes, `${name}-day`)}
      />
      <Select
        name={`${name}-number`}
        label={words.number}
        hint={version === undefined ? words.dayFirst : hint(version)}
        options={block.numbers}
        value={block.number}
        error={errorFor(mistakes, `${name}-number`)}
      />
      {block.citable.length === 0 ? null : (
        <details open={block.cited.length > 0 || errorFor(mistakes, `${name}-cited`) !== undefined}>
          <summary>{words.cited}</summary>
          <CheckboxGroup
            name={`${name}-cited`}
            label={words.cited}
            hint={words.citedHint}
            choices={block.citable}
            values={block.cited}
            error={errorFor(mistakes, `${name}-cited`)}
            optional="unsaid"
          />
        </details>
      )}
      <TextArea
        name={`${name}-words`}
        label={words.words}
        hint={words.wordsHint}
        value={block.words}
        error={errorFor(mistakes, `${name}-words`)}
      />
    </section>
  );
}
