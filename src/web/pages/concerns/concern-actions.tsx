/** What somebody on the list of a concern may do: answer or ask back, let a colleague see it, name one, step aside. */
import type { ReactElement } from 'react';
import { Button } from '../../parts/button/button.tsx';
import { Buttons } from '../../parts/button/buttons.tsx';
import { CheckboxGroup } from '../../parts/checkbox-group/checkbox-group.tsx';
import { errorFor } from '../../parts/field/field.tsx';
import { PostForm } from '../../parts/post-form/post-form.tsx';
import { RadioGroup } from '../../parts/radio-group/radio-group.tsx';
import { Select } from '../../parts/select/select.tsx';
import { TextArea } from '../../parts/text-area/text-area.tsx';
import { en } from '../../words/en.ts';
import type { ConcernOnDeskPageProps } from './concern-props.ts';

const words = en.concernDesk;

export function ConcernActions(props: ConcernOnDeskPageProps): ReactElement {
  return (
    <>
      <Answer {...props} />
      <List {...props} />
      <Concerned {...props} />
      <StepAside {...props} />
    </>
  );
}

const to = (props: ConcernOnDeskPageProps, step: string): string =>
  `/desk/concerns/${props.concern.id}/${step}`;

function Answer(props: ConcernOnDeskPageProps): ReactElement {
  const { concern, mistakes, typed } = props;
  return (
    <>
      <h2>{words.answerTitle}</h2>
      <PostForm
        frame={props.frame}
        action={to(props, 'answer')}
        name={words.answerTitle}
        hidden={{ reply: concern.nextReply }}
      >
        <TextArea
          name="answer"
          label={words.answer}
          hint={words.answerHint[concern.language]}
          value={typed.answer}
          error={errorFor(mistakes, 'answer')}
        />
        <RadioGroup
          name="kind"
          label={words.kind}
          inline
          choices={[
            { value: 'answer', label: words.kinds.answer },
            { value: 'question', label: words.kinds.question },
          ]}
          value={typed.kind === 'question' ? 'question' : 'answer'}
        />
        <Buttons>
          <Button label={words.send} />
        </Buttons>
      </PostForm>
    </>
  );
}

function List(props: ConcernOnDeskPageProps): ReactElement {
  const { concern } = props;
  return (
    <>
      <h2>{words.list}</h2>
      <p>{words.listText}</p>
      <ul>
        {concern.list.map(({ id, name, isYou }) => (
          <li key={id}>
            <bdi>{name}</bdi>
            {isYou ? ` ${words.you}` : null}
          </li>
        ))}
      </ul>
      {concern.mayBeLetSee.length === 0 ? (
        <p>{words.nobodyToLetSee}</p>
      ) : (
        <PostForm frame={props.frame} action={to(props, 'let-see')} name={words.letSee}>
          <Select
            name="colleague"
            label={words.letSee}
            hint={words.letSeeHint}
            options={concern.mayBeLetSee.map(({ id, name }) => ({ value: id, label: name }))}
            error={errorFor(props.mistakes, 'colleague')}
          />
          <Buttons>
            <Button label={words.letSeeButton} look="secondary" />
          </Buttons>
        </PostForm>
      )}
    </>
  );
}

function Concerned(props: ConcernOnDeskPageProps): ReactElement | null {
  const { mayBeConcerned } = props.concern;
  return mayBeConcerned.length === 0 ? null : (
    <>
      <h2>{words.concerned}</h2>
      <PostForm frame={props.frame} action={to(props, 'concerned')} name={words.concerned}>
        <Select
          name="person"
          label={words.person}
          hint={words.concernedHint}
          options={mayBeConcerned.map(({ id, name }) => ({ value: id, label: name }))}
          error={errorFor(props.mistakes, 'person')}
        />
        <Buttons>
          <Button label={words.concernedButton} look="secondary" />
        </Buttons>
      </PostForm>
    </>
  );
}

function StepAside(props: ConcernOnDeskPageProps): ReactElement {
  return (
    <>
      <h2>{words.stepAside}</h2>
      <p>{words.stepAsideText}</p>
      <PostForm frame={props.frame} action={to(props, 'step-aside')} name={words.stepAside}>
        <CheckboxGroup
          name="sure"
          label={words.stepAsideBox}
          choices={[{ value: 'yes', label: words.stepAsideSure }]}
          error={errorFor(props.mistakes, 'sure')}
        />
        <Buttons>
          <Button label={words.stepAsideButton} look="secondary" />
        </Buttons>
      </PostForm>
    </>
  );
}
