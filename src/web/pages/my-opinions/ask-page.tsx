/** `/my/opinions/ask`: first which code, then the question, with who sees what and by when an answer is promised. */
import type { ReactElement } from 'react';
import { Button } from '../../parts/button/button.tsx';
import { Buttons } from '../../parts/button/buttons.tsx';
import { ErrorSummary } from '../../parts/error-summary/error-summary.tsx';
import { errorFor, type FieldMistake } from '../../parts/field/field.tsx';
import { LinkButton } from '../../parts/link-button/link-button.tsx';
import { Notice } from '../../parts/notice/notice.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { PostForm } from '../../parts/post-form/post-form.tsx';
import { Select } from '../../parts/select/select.tsx';
import { TextArea } from '../../parts/text-area/text-area.tsx';
import { opinions } from '../../words/opinions.ts';

const words = opinions.asking;
const trail = { above: [{ href: '/my/opinions', label: opinions.my.title }] };

interface Choice {
  readonly value: string;
  readonly label: string;
}

export interface ChooseCodePageProps {
  readonly frame: Frame;
  readonly programs: readonly Choice[];
}

export function ChooseCodePage({ frame, programs }: ChooseCodePageProps): ReactElement {
  return (
    <PageFrame frame={frame} title={words.title} trail={trail} unlisted>
      <h1>{words.title}</h1>
      <p className="lead">{words.choose}</p>
      <ul className="plain-list">
        {programs.map(({ value, label }) => (
          <li key={value}>
            <a href={`/my/opinions/ask?program=${value}`}>{label}</a>
          </li>
        ))}
      </ul>
    </PageFrame>
  );
}

export interface AskPageProps {
  readonly frame: Frame;
  readonly program: { readonly id: string; readonly name: string };
  /** Of the version in force. */
  readonly provisions: readonly Choice[];
  /** "Friday, May 29, 2026": the promise to whoever asks today. */
  readonly answerBy: string;
  /** Makes a second press of the button harmless. */
  readonly formKey: string;
  readonly typed: { readonly words: string; readonly provision: string };
  readonly mistakes: readonly FieldMistake[];
}

export function AskPage(props: AskPageProps): ReactElement {
  const { frame, program, typed, mistakes } = props;
  return (
    <PageFrame frame={frame} title={words.title} mistakes={mistakes.length} trail={trail} unlisted>
      <ErrorSummary mistakes={mistakes} />
      <h1>{words.title}</h1>
      <p className="lead">{`${words.lead(program.name)} ${words.promise(props.answerBy)}`}</p>
      <p>{words.publicText}</p>
      <p>{words.advice}</p>
      <p>
        <a href="/my/opinions/ask">{words.otherProgram}</a>
      </p>
      <PostForm
        frame={frame}
        action="/my/opinions/ask"
        hidden={{ program: program.id, key: props.formKey }}
      >
        <TextArea
          name="words"
          label={words.words}
          hint={words.wordsHint}
          value={typed.words}
          rows={8}
          error={errorFor(mistakes, 'words')}
        />
        <Select
          name="provision"
          label={words.provision}
          options={props.provisions}
          empty={words.provisionNone}
          value={typed.provision}
          optional
        />
        <Buttons>
          <Button label={words.send} />
        </Buttons>
      </PostForm>
    </PageFrame>
  );
}

export interface AskedPageProps {
  readonly frame: Frame;
  readonly label: string;
  readonly answerBy: string;
}

export function AskedPage({ frame, label, answerBy }: AskedPageProps): ReactElement {
  return (
    <PageFrame frame={frame} title={words.sentTitle} trail={trail} unlisted>
      <h1>{words.sentTitle}</h1>
      <Notice news>
        <p>{words.sent(label, answerBy)}</p>
      </Notice>
      <p>{words.publicText}</p>
      <p>
        <LinkButton href="/my/opinions" label={words.toMine} look="secondary" />
      </p>
    </PageFrame>
  );
}
