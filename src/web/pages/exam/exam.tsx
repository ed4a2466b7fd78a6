/** Before the exam: how long it is for this candidate, which answers count, what is still missing, and the start. */
import type { ReactElement } from 'react';
import { Button } from '../../parts/button/button.tsx';
import { DescriptionList } from '../../parts/description-list/description-list.tsx';
import { LinkButton } from '../../parts/link-button/link-button.tsx';
import { Notice } from '../../parts/notice/notice.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { PostForm } from '../../parts/post-form/post-form.tsx';
import { en } from '../../words/en.ts';
import { exam as words } from '../../words/exam.ts';
import { frame as frameWords } from '../../words/frame.ts';
import { BeforeDecision } from '../appeals/before-decision.tsx';
import { addressWith } from '../sitting/display-address.ts';
import { DisplayChoices } from '../sitting/display-choices.tsx';

export interface ExamModel {
  readonly program: string;
  /** "Larkspur Care Coordinator (LCC)". */
  readonly name: string;
  readonly notice: string;
  /** Undefined where no form is in use. */
  readonly form:
    | {
        readonly demonstration: boolean;
        readonly questions: number;
        readonly minutes: number;
        readonly standardMinutes: number;
        readonly granted: readonly string[];
        readonly parts: readonly { readonly title: string; readonly questions: number }[];
      }
    | undefined;
  readonly missing: readonly {
    readonly text: string;
    readonly href: string;
    readonly way: 'apply' | 'matter' | 'my';
  }[];
  /** When it may be taken, in sentences; none where it may be at any time. */
  readonly days: readonly string[];
  readonly rule: readonly string[];
  /** The address of an exam that is running. */
  readonly running: string | undefined;
  readonly past: readonly { readonly href: string; readonly on: string }[];
}

export function ExamPage(props: {
  readonly frame: Frame;
  readonly model: ExamModel;
  /** Why the start was refused just now. */
  readonly refused?: string | undefined;
}): ReactElement {
  const { frame, model, refused } = props;
  const { form, missing } = model;
  return (
    <PageFrame
      frame={frame}
      title={words.title(model.name)}
      unlisted
      trail={{ above: [{ href: '/my', label: frameWords.places.applications }] }}
    >
      <h1>{words.title(model.name)}</h1>
      {refused === undefined ? null : (
        <Notice news>
          <p>{refused}</p>
        </Notice>
      )}
      {form === undefined ? null : (
        <p className="lead">{words.lead(form.questions, form.minutes)}</p>
      )}
      <p className="soft small">{model.notice}</p>
      {form?.demonstration === true ? (
        <Notice title={words.demonstrationTitle}>
          <p>{words.demonstrationForm}</p>
        </Notice>
      ) : null}
      {model.running === undefined ? null : (
        <GoOn href={addressWith(model.running, frame.display)} />
      )}
      {missing.length === 0 ? null : <Missing missing={missing} />}
      {form === undefined ? null : <Time form={form} />}
      {model.days.length === 0 ? null : <Days days={model.days} />}
      <h2>{words.ruleTitle}</h2>
      <Sentences of={model.rule} />
      <h2>{words.duringTitle}</h2>
      <Sentences of={words.during} />
      <form method="get">
        <DisplayChoices display={frame.display} />
      </form>
      {form === undefined || missing.length > 0 || model.running !== undefined ? null : (
        <>
          <h2>{words.startTitle}</h2>
          <p>{words.startText(form.minutes)}</p>
          <BeforeDecision decision="exam" kind="exam-irregularity" />
          <PostForm
            frame={frame}
            action={addressWith(`/exam/${model.program}`, frame.display)}
            name={words.startTitle}
          >
            <Button label={words.start} />
          </PostForm>
        </>
      )}
      {model.past.length === 0 ? null : <Past past={model.past} />}
    </PageFrame>
  );
}

function Sentences({ of }: { readonly of: readonly string[] }): ReactElement {
  return (
    <ul>
      {of.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

function GoOn({ href }: { readonly href: string }): ReactElement {
  return (
    <>
      <h2>{words.goOnTitle}</h2>
      <p>{words.goOnText}</p>
      <p>
        <LinkButton href={href} label={words.goOn} />
      </p>
    </>
  );
}

function Days({ days }: Pick<ExamModel, 'days'>): ReactElement {
  return (
    <>
      <h2>{en.appeals.examDays.title}</h2>
      {days.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </>
  );
}

function Missing({ missing }: { readonly missing: ExamModel['missing'] }): ReactElement {
  return (
    <>
      <h2>{words.before}</h2>
      <ul>
        {missing.map(({ text, href, way }) => (
          <li key={text}>
            {text} <a href={href}>{words.ways[way]}</a>
          </li>
        ))}
      </ul>
    </>
  );
}

function Time({ form }: { readonly form: NonNullable<ExamModel['form']> }): ReactElement {
  const granted =
    form.granted.length === 0
      ? []
      : [
          { term: words.granted, value: form.granted.join('; ') },
          { term: words.standardTime, value: words.minutesInWords(form.standardMinutes) },
        ];
  const parts =
    form.parts.length < 2
      ? []
      : [
          {
            term: words.parts,
            value: form.parts
              .map(({ title, questions }) => words.part(title, questions))
              .join('; '),
          },
        ];
  return (
    <DescriptionList
      items={[
        { term: words.yourTime, value: words.minutesInWords(form.minutes) },
        ...granted,
        { term: words.questions, value: form.questions },
        ...parts,
      ]}
    />
  );
}

function Past({ past }: { readonly past: ExamModel['past'] }): ReactElement {
  return (
    <>
      <h2>{words.pastTitle}</h2>
      <ul>
        {past.map(({ href, on }) => (
          <li key={href}>
            <a href={href}>{words.past(on)}</a>
          </li>
        ))}
      </ul>
    </>
  );
}
