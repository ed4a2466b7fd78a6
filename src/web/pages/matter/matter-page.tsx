/**
 * `/matters/:matter`: one matter as the person concerned sees it. The outcome comes first, then each finding with its
 * reason, then what can be done about it and until when, then what happened, and the proof that it is in the log.
 */
import type { ReactElement } from 'react';
import { DescriptionList } from '../../parts/description-list/description-list.tsx';
import { LinkButton } from '../../parts/link-button/link-button.tsx';
import { Notice } from '../../parts/notice/notice.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { StatusTag, type StatusTone } from '../../parts/status-tag/status-tag.tsx';
import { Timeline, type TimelineEvent } from '../../parts/timeline/timeline.tsx';
import { en } from '../../words/en.ts';
import { FindingList, type FindingShown, FollowsList, type FollowsShown } from './finding-list.tsx';

const words = en.candidate.matter;

export interface LinkShown {
  readonly href: string;
  readonly text: string;
}

export interface LineShown {
  readonly key: string;
  readonly text: string;
}

export interface DecisionShown {
  /** How the findings work together, in a sentence. */
  readonly together: string;
  readonly findings: readonly FindingShown[];
  /** The findings answer grounds of appeal. */
  readonly appeal: boolean;
  readonly follows: readonly FollowsShown[];
  readonly judged: string;
  /** The statement as the decider read it; empty where there was none. */
  readonly statement: string;
}

export interface MatterPageProps {
  readonly frame: Frame;
  readonly title: string;
  readonly lead: readonly string[];
  readonly news: string | null;
  readonly status: { readonly label: string; readonly tone: StatusTone };
  readonly label: string;
  readonly program: string;
  readonly notice: string;
  readonly filed: string;
  readonly promised: string;
  readonly against: LinkShown | null;
  readonly decision: DecisionShown | null;
  /** What a granted accommodation does to the exam. */
  readonly granted: readonly string[];
  /** What can be done now, in sentences; buttons stand below. */
  readonly now: readonly string[];
  readonly actions: readonly (LinkShown & { readonly main: boolean })[];
  readonly asked: {
    readonly title: string;
    readonly items: readonly string[];
    readonly statement: string;
  } | null;
  readonly timeline: readonly TimelineEvent[];
  readonly receipts: readonly LinkShown[];
  readonly documents: readonly LineShown[];
  readonly supervisors: readonly LineShown[];
}

export function MatterPage(props: MatterPageProps): ReactElement {
  const { frame, decision } = props;
  return (
    <PageFrame
      frame={frame}
      title={props.title}
      trail={{ above: [{ href: '/my', label: en.candidate.my.title }] }}
      unlisted
    >
      {props.news === null ? null : (
        <Notice news>
          <p>{props.news}</p>
        </Notice>
      )}
      <h1>{props.title}</h1>
      {props.lead.map((line, place) => (
        <p key={line} className={place === 0 ? 'lead' : undefined}>
          {line}
        </p>
      ))}
      <Actions {...props} />
      {props.granted.length === 0 ? null : (
        <>
          <h2>{words.granted}</h2>
          {props.granted.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </>
      )}
      {decision === null ? null : <Decided decision={decision} />}
      {props.asked === null ? null : <Asked asked={props.asked} />}
      <h2>{words.timeline}</h2>
      <Timeline events={props.timeline} />
      <Facts {...props} />
      <Sent {...props} />
      <Proof {...props} />
    </PageFrame>
  );
}

function Facts(props: MatterPageProps): ReactElement {
  return (
    <>
      <DescriptionList
        items={[
          { term: words.label, value: props.label },
          {
            term: words.status,
            value: <StatusTag label={props.status.label} tone={props.status.tone} />,
          },
          { term: words.program, value: props.program },
          ...(props.against === null
            ? []
            : [
                {
                  term: words.against,
                  value: <a href={props.against.href}>{props.against.text}</a>,
                },
              ]),
          { term: words.filed, value: props.filed },
          { term: words.promised, value: props.promised },
        ]}
      />
      <p className="small soft">{props.notice}</p>
    </>
  );
}

function Actions({ now, actions }: MatterPageProps): ReactElement | null {
  return now.length === 0 && actions.length === 0 ? null : (
    <section className="matter-now" aria-labelledby="now">
      <h2 id="now">{words.next}</h2>
      {now.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {actions.length === 0 ? null : (
        <div className="buttons">
          {actions.map((action) =>
            action.main ? (
              <LinkButton key={action.href} href={action.href} label={action.text} />
            ) : (
              <a key={action.href} href={action.href} className="link-like">
                {action.text}
              </a>
            ),
          )}
        </div>
      )}
    </section>
  );
}

function Decided({ decision }: { readonly decision: DecisionShown }): ReactElement {
  return (
    <>
      <h2>{decision.appeal ? words.groundsFound : words.findings}</h2>
      <p>{decision.together}</p>
      <FindingList findings={decision.findings} appeal={decision.appeal} />
      {decision.statement === '' ? null : (
        <>
          <h3>{words.statement}</h3>
          <blockquote className="own-words">{decision.statement}</blockquote>
        </>
      )}
      <details>
        <summary>{words.follows}</summary>
        <FollowsList of={decision.follows} appeal={decision.appeal} />
      </details>
      <p>{decision.judged}</p>
    </>
  );
}

function Asked({ asked }: { readonly asked: NonNullable<MatterPageProps['asked']> }): ReactElement {
  return (
    <>
      <h2>{asked.title}</h2>
      <ul>
        {asked.items.map((item) => (
          <li key={item}>
            <bdi>{item}</bdi>
          </li>
        ))}
      </ul>
      {asked.statement === '' ? null : (
        <>
          <h3>{words.words}</h3>
          <blockquote className="own-words">{asked.statement}</blockquote>
        </>
      )}
    </>
  );
}

function Sent({ documents, supervisors }: MatterPageProps): ReactElement {
  return (
    <>
      <Lines title={words.documents} lines={documents} />
      <Lines title={words.supervisors} lines={supervisors} />
    </>
  );
}

function Lines(props: {
  readonly title: string;
  readonly lines: readonly LineShown[];
}): ReactElement | null {
  return props.lines.length === 0 ? null : (
    <>
      <h2>{props.title}</h2>
      <ul>
        {props.lines.map((line) => (
          <li key={line.key}>
            <bdi>{line.text}</bdi>
          </li>
        ))}
      </ul>
    </>
  );
}

function Proof({ receipts, decision }: MatterPageProps): ReactElement | null {
  return receipts.length === 0 && decision === null ? null : (
    <>
      <h2>{words.proof}</h2>
      <p>{words.proofText}</p>
      <ul>
        {receipts.map((receipt) => (
          <li key={receipt.href}>
            <a href={receipt.href}>{receipt.text}</a>
          </li>
        ))}
        <li>
          <a href="/log">{words.log}</a>
        </li>
      </ul>
    </>
  );
}
