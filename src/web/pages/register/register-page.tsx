/** `/register`: one credential at a time, by number and family name, or by exact name, program and state. */
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
import { StatusTag, type StatusTone } from '../../parts/status-tag/status-tag.tsx';
import { TextField } from '../../parts/text-field/text-field.tsx';
import { register as words } from '../../words/register.ts';
import { CredentialCard, type CredentialCardProps } from '../credential/credential-card.tsx';
import { NoticeEntry, type NoticeShown } from '../notices/notice-entry.tsx';

interface Option {
  readonly value: string;
  readonly label: string;
}

export interface FoundShown {
  readonly card: CredentialCardProps;
  readonly status: { readonly label: string; readonly tone: StatusTone };
  readonly notices: readonly NoticeShown[];
}

export interface RegisterPageProps {
  readonly frame: Frame;
  readonly programs: readonly Option[];
  readonly places: readonly Option[];
  readonly typed: (field: string) => string;
  readonly mistakes: readonly FieldMistake[];
  /** Undefined before anything is asked. `credential` names what was asked about. */
  readonly answer:
    | { readonly credential: string; readonly found: readonly FoundShown[] }
    | undefined;
}

export function RegisterPage(props: RegisterPageProps): ReactElement {
  const { frame, mistakes, answer } = props;
  return (
    <PageFrame
      frame={frame}
      title={words.title}
      mistakes={mistakes.length}
      unlisted={answer !== undefined}
    >
      <ErrorSummary mistakes={mistakes} />
      <h1>{words.title}</h1>
      {answer === undefined ? <p className="lead">{words.lead}</p> : <Answer {...answer} />}
      <h2>{words.haveFile}</h2>
      <p>{words.haveFileText}</p>
      <Buttons>
        <LinkButton href="/verify" label={words.haveFileLink} look="secondary" />
      </Buttons>
      <h2>{words.byNumber}</h2>
      <NumberForm {...props} />
      <h2>{words.byName}</h2>
      <p>{words.byNameText}</p>
      <NameForm {...props} />
      <h2>{words.roster}</h2>
      <p>{words.rosterText}</p>
      <Buttons>
        <LinkButton href="/register/roster" label={words.rosterLink} look="secondary" />
      </Buttons>
      <p>
        <a href="/notices">{words.held}</a>
      </p>
      <p>
        <a href="/names">{words.names}</a>
      </p>
    </PageFrame>
  );
}

function NumberForm({ frame, programs, typed, mistakes }: RegisterPageProps): ReactElement {
  const field = (name: string) => ({ name, value: typed(name), error: errorFor(mistakes, name) });
  return (
    <PostForm frame={frame} action="/register/number" name={words.byNumber}>
      <Select {...field('program')} label={words.program} options={programs} />
      <TextField {...field('number')} label={words.number} hint={words.numberHint} />
      <TextField {...field('family-name')} label={words.familyName} hint={words.familyNameHint} />
      <Buttons>
        <Button label={words.ask} heardAlso={words.number} />
      </Buttons>
    </PostForm>
  );
}

function NameForm({ frame, programs, places, typed, mistakes }: RegisterPageProps): ReactElement {
  const field = (name: string) => ({ name, value: typed(name), error: errorFor(mistakes, name) });
  return (
    <PostForm frame={frame} action="/register/name" name={words.byName}>
      <TextField {...field('full-name')} label={words.fullName} hint={words.fullNameHint} />
      <Select {...field('credential')} label={words.program} options={programs} />
      <Select {...field('place')} label={words.place} options={places} />
      <Buttons>
        <Button label={words.ask} heardAlso={words.fullName} />
      </Buttons>
    </PostForm>
  );
}

function Answer(props: {
  readonly credential: string;
  readonly found: readonly FoundShown[];
}): ReactElement {
  const { credential, found } = props;
  return found.length === 0 ? (
    <Notice title={words.answer} news>
      <p>
        <strong>{words.none(credential)}</strong>
      </p>
      <p>{words.noneText}</p>
    </Notice>
  ) : (
    <section aria-label={words.answer} aria-live="polite">
      <p className="lead">
        {found.length === 1 ? words.found(credential) : words.several(found.length)}
      </p>
      {found.map(({ card, status, notices }) => (
        <article key={`${card.number ?? ''} ${card.awarded ?? ''}`}>
          <p className="credential-status">
            <StatusTag tone={status.tone} label={status.label} />
          </p>
          <CredentialCard {...card} />
          {notices.length === 0 ? null : <h2>{words.notices}</h2>}
          {notices.map((notice) => (
            <NoticeEntry key={notice.id} notice={notice} />
          ))}
        </article>
      ))}
    </section>
  );
}
