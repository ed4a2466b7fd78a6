/** The request for another name: the name, what changes, a document where one is needed, and why only if told. */
import type { ReactElement } from 'react';
import { NAME_REASONS, NAME_WAYS } from '../../../casework/person/name-change.ts';
import { Button } from '../../parts/button/button.tsx';
import { Buttons } from '../../parts/button/buttons.tsx';
import { errorFor, type FieldMistake } from '../../parts/field/field.tsx';
import { FileField } from '../../parts/file-field/file-field.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PostForm } from '../../parts/post-form/post-form.tsx';
import { RadioGroup } from '../../parts/radio-group/radio-group.tsx';
import { Select } from '../../parts/select/select.tsx';
import { TextArea } from '../../parts/text-area/text-area.tsx';
import { TextField } from '../../parts/text-field/text-field.tsx';
import { names } from '../../words/names.ts';
import { BeforeDecision } from '../appeals/before-decision.tsx';

const words = names.my;

export function NameForm(props: {
  readonly frame: Frame;
  readonly answerBy: string;
  readonly typed: (field: string) => string;
  readonly mistakes: readonly FieldMistake[];
}): ReactElement {
  const { frame, typed, mistakes } = props;
  return (
    <>
      <p>{words.answer(props.answerBy)}</p>
      <BeforeDecision decision="name" kind="name-change" />
      <PostForm frame={frame} action="/my/name" files>
        <TextField
          name="name"
          label={words.name}
          hint={words.nameHint}
          value={typed('name')}
          autoComplete="name"
          error={errorFor(mistakes, 'name')}
        />
        <RadioGroup
          name="way"
          label={words.way}
          choices={NAME_WAYS.map((value) => ({ value, ...words.ways[value] }))}
          value={typed('way')}
          error={errorFor(mistakes, 'way')}
        />
        <FileField
          name="document"
          label={words.document}
          hint={words.documentHint}
          accept=".pdf,.jpg,.jpeg,.png"
          optional
          error={errorFor(mistakes, 'document')}
        />
        <TextArea
          name="statement"
          label={words.statement}
          hint={words.statementHint}
          value={typed('statement')}
          optional
          error={errorFor(mistakes, 'statement')}
        />
        <Select
          name="reason"
          label={words.reason}
          hint={words.reasonHint}
          options={NAME_REASONS.map((value) => ({ value, label: words.reasons[value] }))}
          value={typed('reason')}
          optional
          error={errorFor(mistakes, 'reason')}
        />
        <Buttons>
          <Button label={words.button} />
        </Buttons>
      </PostForm>
    </>
  );
}
