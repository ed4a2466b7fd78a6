/** The result of an exam: pass or fail first, then the domains in words, then what it cannot say and what comes next. */
import type { ReactElement } from 'react';
import { Button } from '../../parts/button/button.tsx';
import { Buttons } from '../../parts/button/buttons.tsx';
import { DataTable } from '../../parts/data-table/data-table.tsx';
import { LinkButton } from '../../parts/link-button/link-button.tsx';
import { Notice } from '../../parts/notice/notice.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { PostForm } from '../../parts/post-form/post-form.tsx';
import { en } from '../../words/en.ts';
import { exam } from '../../words/exam.ts';
import { frame as frameWords } from '../../words/frame.ts';

const words = exam.result;

/** What reporting/score-report says, as far as it is shown. */
export interface ResultModel {
  readonly headline: string;
  readonly summary: string;
  readonly notice: string | undefined;
  readonly parts: readonly {
    readonly title: string;
    readonly words: string;
    readonly count: string | undefined;
    readonly cutHow: string;
    readonly domains: readonly {
      readonly title: string;
      readonly words: string;
      readonly remark: string | undefined;
    }[];
  }[];
  readonly cannotSay: readonly string[];
  readonly next: readonly string[];
}

const trail = { above: [{ href: '/my', label: frameWords.places.applications }] };

export function ResultPage(props: {
  readonly frame: Frame;
  readonly program: { readonly name: string; readonly notice: string };
  readonly report: ResultModel;
  /** The address of what a pass earned; null where nothing was. */
  readonly credential: string | null;
  readonly appeal: {
    /** Null where the list of what comes next says it already. */
    readonly text: string | null;
    readonly href: string;
    readonly link: string;
    /** An upheld appeal: the result no longer counts. */
    readonly setAside: boolean;
  } | null;
  /** An accommodation was granted after this exam had been taken without it. */
  readonly takeAgain: {
    /** Done: the link leads to the exam; else it is where the request is sent. */
    readonly done: boolean;
    readonly text: string;
    readonly href: string;
  } | null;
  readonly receipt: string;
}): ReactElement {
  const { frame, program, report, credential, appeal } = props;
  return (
    <PageFrame frame={frame} title={words.windowTitle(program.name)} unlisted trail={trail}>
      <h1>{report.headline}</h1>
      <p className="lead">{report.summary}</p>
      {appeal?.setAside === true ? (
        <Notice>
          <p>{appeal.text}</p>
        </Notice>
      ) : null}
      <TakeAgain frame={frame} takeAgain={props.takeAgain} />
      {report.notice === undefined ? null : (
        <Notice>
          <p>{report.notice}</p>
        </Notice>
      )}
      {report.parts.map((part) => (
        <Part key={part.title} part={part} several={report.parts.length > 1} />
      ))}
      <Sentences title={words.next} of={report.next} />
      {appeal === null || appeal.text === null || appeal.setAside ? null : <p>{appeal.text}</p>}
      <Buttons>
        {credential === null ? null : <LinkButton href={credential} label={words.credential} />}
        {appeal === null ? null : (
          <LinkButton href={appeal.href} label={appeal.link} look="secondary" />
        )}
        <a href="/my" className="link-like">
          {words.toMy}
        </a>
      </Buttons>
      <Sentences title={words.cannotSay} of={report.cannotSay} />
      <h2>{words.proof}</h2>
      <p>{words.proofText}</p>
      <ul>
        <li>
          <a href={props.receipt}>{words.receipt}</a>
        </li>
        <li>
          <a href="/log">{words.aboutLog}</a>
        </li>
      </ul>
      <p className="soft small">{program.notice}</p>
    </PageFrame>
  );
}

function TakeAgain(props: {
  readonly frame: Frame;
  readonly takeAgain: Parameters<typeof ResultPage>[0]['takeAgain'];
}): ReactElement | null {
  const { frame, takeAgain } = props;
  if (takeAgain === null) {
    return null;
  }
  const { done, text, href } = takeAgain;
  return done ? (
    <Notice>
      <p>{text}</p>
      <p>
        <a href={href}>{en.candidate.matter.toExam}</a>
      </p>
    </Notice>
  ) : (
    <section aria-labelledby="again">
      <h2 id="again">{en.appeals.takeAgain.title}</h2>
      <p>{text}</p>
      <PostForm frame={frame} action={href} name={en.appeals.takeAgain.title}>
        <Button label={en.appeals.takeAgain.button} look="secondary" />
      </PostForm>
    </section>
  );
}

function Part(props: {
  readonly part: ResultModel['parts'][number];
  readonly several: boolean;
}): ReactElement {
  const { part, several } = props;
  return (
    <>
      <h2>{several ? `${part.title}: ${part.words}` : part.title}</h2>
      {part.count === undefined ? null : <p>{part.count}</p>}
      <DataTable
        caption={words.domains(part.title)}
        captionHidden
        columns={[{ label: words.domain }, { label: words.howItWent }]}
        rows={part.domains.map(({ title, words: went, remark }) => ({
          key: title,
          cells: [title, <DomainLine key={title} went={went} remark={remark} />],
        }))}
      />
      <h3>{words.cut}</h3>
      <p>{part.cutHow}</p>
    </>
  );
}

function DomainLine(props: {
  readonly went: string;
  readonly remark: string | undefined;
}): ReactElement {
  return (
    <div>
      {props.went}
      {props.remark === undefined ? null : (
        <span className="domain-remark soft small">{props.remark}</span>
      )}
    </div>
  );
}

function Sentences(props: {
  readonly title: string;
  readonly of: readonly string[];
}): ReactElement | null {
  return props.of.length === 0 ? null : (
    <>
      <h2>{props.title}</h2>
      <ul>
        {props.of.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </>
  );
}

/** Handed in and not scored yet, or not handed in yet though time is up. */
export function ResultWaitsPage(props: {
  readonly frame: Frame;
  readonly why: 'held' | 'waiting';
}): ReactElement {
  const text = words[props.why];
  return (
    <PageFrame frame={props.frame} title={text.title} unlisted trail={trail}>
      <h1>{text.title}</h1>
      <p>{text.text}</p>
      {props.why === 'waiting' ? (
        <p>
          <a href={props.frame.path}>{words.waiting.again}</a>
        </p>
      ) : null}
    </PageFrame>
  );
}
