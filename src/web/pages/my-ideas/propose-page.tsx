/** `/my/ideas/propose`: what should be different, with who sees what and by when an answer is promised. */
import type { ReactElement } from 'react';
import { IDEA_SUBJECTS, PROPOSER_ROLES } from '../../../casework/idea/idea.ts';
import { Button } from '../../parts/button/button.tsx';
import { Buttons } from '../../parts/button/buttons.tsx';
import { ErrorSummary } from '../../parts/error-summary/error-summary.tsx';
import { errorFor, type FieldMistake } from '../../parts/field/field.tsx';
import { LinkButton } from '../../parts/link-button/link-button.tsx';
import { Notice } from '../../parts/notice/notice.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { PostForm } from '../../parts/post-form/post-form.tsx';
import { RadioGroup } from '../../parts/radio-group/radio-group.tsx';
import { Select } from '../../parts/select/select.tsx';
import { TextArea } from '../../parts/text-area/text-area.tsx';
import { ideas } from '../../words/ideas.ts';

const words = ideas.proposing;
const trail = { above: [{ href: '/my/ideas', label: ideas.my.title }] };

export interface TypedIdea {
  readonly subject: string;
  readonly program: string;
  readonly role: string;
  readonly words: string;
  readonly why: string;
}

export interface ProposePageProps {
  readonly frame: Frame;
  readonly programs: readonly { readonly value: string; readonly label: string }[];
  /** "Friday, May 29, 2026": the promise to whoever proposes something today. */
  readonly answerBy: string;
  /** Makes a second press of the button harmless. */
  readonly formKey: string;
  readonly typed: TypedIdea;
  readonly mistakes: readonly FieldMistake[];
}

export function ProposePage(props: ProposePageProps): ReactElement {
  const { frame, typed, mistakes } = props;
  return (
    <PageFrame frame={frame} title={words.title} mistakes={mistakes.length} trail={trail} unlisted>
      <ErrorSummary mistakes={mistakes} />
      <h1>{words.title}</h1>
      <p className="lead">{words.promise(props.answerBy)}</p>
      <p>{words.blind}</p>
      <p>{words.published}</p>
      <p>
        {words.complaint} <a href="/concern">{words.raise}</a>
      </p>
      <PostForm frame={frame} action="/my/ideas/propose" hidden={{ key: props.formKey }}>
        <RadioGroup
          name="subject"
          label={words.subject}
          value={typed.subject}
          error={errorFor(mistakes, 'subject')}
          choices={IDEA_SUBJECTS.map((value) => ({ value, label: ideas.subjects[value] }))}
        />
        <Select
          name="program"
          label={words.program}
          options={props.programs}
          empty={ideas.allPrograms}
          value={typed.program}
          optional
        />
        <RadioGroup
          name="role"
          label={words.role}
          value={typed.role}
          error={errorFor(mistakes, 'role')}
          choices={PROPOSER_ROLES.map((value) => ({ value, label: ideas.roles[value] }))}
        />
        <TextArea
          name="words"
          label={words.words}
          hint={words.wordsHint}
          value={typed.words}
          rows={7}
          error={errorFor(mistakes, 'words')}
        />
        <TextArea
          name="why"
          label={words.why}
          hint={words.whyHint}
          value={typed.why}
          rows={4}
          error={errorFor(mistakes, 'why')}
        />
        <Buttons>
          <Button label={words.send} />
        </Buttons>
      </PostForm>
    </PageFrame>
  );
}

export interface ProposedPageProps {
  readonly frame: Frame;
  readonly label: string;
  readonly answerBy: string;
}

export function ProposedPage({ frame, label, answerBy }: ProposedPageProps): ReactElement {
  return (
    <PageFrame frame={frame} title={words.sentTitle} trail={trail} unlisted>
      <h1>{words.sentTitle}</h1>
      <Notice news>
        <p>{words.sent(label, answerBy)}</p>
      </Notice>
      <p>{words.published}</p>
      <p>
        <LinkButton href="/my/ideas" label={words.toMine} look="secondary" />
      </p>
    </PageFrame>
  );
}
