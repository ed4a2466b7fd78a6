/** The forms on a question: draft, sign or return, give no opinion, mark an opinion that no longer holds. */
import type { ReactElement } from 'react';
import { Button } from '../../parts/button/button.tsx';
import { CheckboxGroup } from '../../parts/checkbox-group/checkbox-group.tsx';
import { errorFor } from '../../parts/field/field.tsx';
import { PostForm } from '../../parts/post-form/post-form.tsx';
import { Select } from '../../parts/select/select.tsx';
import { TextArea } from '../../parts/text-area/text-area.tsx';
import { TextField } from '../../parts/text-field/text-field.tsx';
import { opinions } from '../../words/opinions.ts';
import type { QuestionPageProps } from './question-view.ts';

const words = opinions.desk;

type Given<Name extends 'drafting' | 'ending'> = QuestionPageProps & {
  readonly [Key in Name]: NonNullable<QuestionPageProps[Name]>;
};

const sentTo = ({ question, seen }: QuestionPageProps, act: string) => ({
  action: `/desk/opinions/${question.id}/${act}`,
  hidden: { seen: String(seen) },
});

export function DraftForm(props: Given<'drafting'>): ReactElement {
  const { frame, mistakes, drafting, draft } = props;
  const { typed, provisions, version } = drafting;
  const title = draft === undefined ? words.draftTitle : words.draftAgain;
  return (
    <section aria-labelledby="draft-form">
      <h2 id="draft-form">{title}</h2>
      <p>{words.draftLead}</p>
      <PostForm frame={frame} {...sentTo(props, 'draft')} name={title}>
        <TextField
          name="title"
          label={words.opinionTitle}
          hint={words.opinionTitleHint}
          value={typed.title}
          error={errorFor(mistakes, 'title')}
        />
        <TextArea
          name="situation"
          label={words.situation}
          value={typed.situation}
          rows={6}
          error={errorFor(mistakes, 'situation')}
        />
        <TextArea
          name="answer"
          label={words.answer}
          hint={words.answerHint}
          value={typed.answer}
          rows={10}
          error={errorFor(mistakes, 'answer')}
        />
        <TextField
          name="cites"
          label={words.cites}
          hint={words.citesHint(version)}
          value={typed.cites}
          error={errorFor(mistakes, 'cites')}
        />
        <details>
          <summary>{words.provisions}</summary>
          <ul className="opinion-cites small">
            {provisions.map(({ value, label }) => (
              <li key={value}>{label}</li>
            ))}
          </ul>
        </details>
        <Button label={words.draft} />
      </PostForm>
    </section>
  );
}

export function SignForm(props: QuestionPageProps): ReactElement {
  const { frame, mistakes, signing } = props;
  return (
    <section aria-labelledby="second-reader">
      <h2 id="second-reader">{words.signTitle}</h2>
      {signing === 'own' ? (
        <p>{words.ownDraft}</p>
      ) : (
        <>
          <p>{words.signLead}</p>
          <PostForm frame={frame} {...sentTo(props, 'sign')} name={words.signTitle}>
            <CheckboxGroup
              name="sure"
              label={words.beforeSigning}
              choices={[{ value: 'yes', label: words.sure }]}
              error={errorFor(mistakes, 'sure')}
            />
            <Button label={words.sign} />
          </PostForm>
          <h3>{words.returnTitle}</h3>
          <PostForm frame={frame} {...sentTo(props, 'return')} name={words.returnTitle}>
            <TextArea
              name="return-why"
              label={words.returnWhy}
              value={props.returnWhy}
              rows={3}
              error={errorFor(mistakes, 'return-why')}
            />
            <Button label={words.return} look="secondary" />
          </PostForm>
        </>
      )}
    </section>
  );
}

export function DeclineForm(props: QuestionPageProps & { readonly why: string }): ReactElement {
  const { frame, mistakes } = props;
  return (
    <section aria-labelledby="decline-form">
      <h2 id="decline-form">{words.declineTitle}</h2>
      <PostForm frame={frame} {...sentTo(props, 'decline')} name={words.declineTitle}>
        <TextArea
          name="decline-why"
          label={words.declineWhy}
          hint={words.declineHint}
          value={props.why}
          rows={3}
          error={errorFor(mistakes, 'decline-why')}
        />
        <Button label={words.decline} look="secondary" />
      </PostForm>
    </section>
  );
}

export function EndForm(props: Given<'ending'>): ReactElement {
  const { frame, mistakes, ending } = props;
  return (
    <section aria-labelledby="end-form">
      <h2 id="end-form">{words.endTitle}</h2>
      <p>{words.endLead}</p>
      <PostForm frame={frame} {...sentTo(props, 'end')} name={words.endTitle}>
        <Select
          name="later"
          label={words.later}
          options={ending.later}
          empty={words.laterNone}
          value={ending.typed.later}
          error={errorFor(mistakes, 'later')}
          optional
        />
        <TextArea
          name="end-why"
          label={words.endWhy}
          value={ending.typed.reason}
          rows={3}
          error={errorFor(mistakes, 'end-why')}
        />
        <Button label={words.end} look="secondary" />
      </PostForm>
    </section>
  );
}
