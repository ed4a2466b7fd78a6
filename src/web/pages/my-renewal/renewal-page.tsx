/** `/my/renewal/:credential`: what is still needed in one sentence, what happens when, and what can be done. */
import type { ReactElement } from 'react';
import { LinkButton } from '../../parts/link-button/link-button.tsx';
import { Notice } from '../../parts/notice/notice.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { StatusTag, type StatusTone } from '../../parts/status-tag/status-tag.tsx';
import { Timeline, type TimelineEvent } from '../../parts/timeline/timeline.tsx';
import { en } from '../../words/en.ts';
import { renewal } from '../../words/renewal.ts';

const words = renewal.my;

export interface LinkShown {
  readonly href: string;
  readonly text: string;
}

export interface RenewalPageProps {
  readonly frame: Frame;
  readonly credential: string;
  readonly name: string;
  readonly notice: string;
  readonly news: string | undefined;
  readonly status: { readonly label: string; readonly tone: StatusTone };
  /** Empty where nothing is needed any more. */
  readonly sentence: string;
  readonly facts: readonly string[];
  /** What can be renewed, or why not. */
  readonly renew: { readonly can: boolean; readonly text: string };
  readonly steps: readonly TimelineEvent[];
  readonly other: readonly LinkShown[];
  readonly audit: { readonly text: string; readonly href: string } | undefined;
  readonly matters: readonly LinkShown[];
  readonly reminders: readonly string[];
  readonly labels: readonly LinkShown[];
}

export function RenewalPage(props: RenewalPageProps): ReactElement {
  const { frame, name, news, status, audit, renew } = props;
  const at = `/my/renewal/${props.credential}`;
  return (
    <PageFrame
      frame={frame}
      title={words.title(name)}
      trail={{ above: [{ href: '/my', label: en.candidate.my.title }] }}
      unlisted
    >
      <h1>{words.title(name)}</h1>
      {news === undefined ? null : (
        <Notice news>
          <p>{news}</p>
        </Notice>
      )}
      <p>
        <StatusTag label={status.label} tone={status.tone} />
      </p>
      <p className="lead">{props.sentence}</p>
      {props.facts.map((fact) => (
        <p key={fact}>{fact}</p>
      ))}
      {audit === undefined ? null : (
        <Notice title={words.audit}>
          <p>{audit.text}</p>
          <p>
            <a href={audit.href}>{words.auditLink}</a>
          </p>
        </Notice>
      )}
      <div className="buttons">
        <LinkButton
          href={`${at}/hours`}
          label={words.claim}
          look={renew.can ? 'secondary' : 'primary'}
        />
        {renew.can ? <LinkButton href={`${at}/renew`} label={words.renewNow} /> : null}
      </div>
      {renew.text === '' ? null : <p>{renew.text}</p>}
      <h2>{words.nothing}</h2>
      <p>{words.nothingText}</p>
      <Timeline events={props.steps} />
      <Links title={words.other} links={props.other} />
      <Links title={words.matters} links={props.matters} />
      {props.reminders.length === 0 ? null : (
        <>
          <h2>{words.reminders}</h2>
          <ul>
            {props.reminders.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      )}
      <Links title={words.labels} links={props.labels} />
      <p className="small soft">{props.notice}</p>
    </PageFrame>
  );
}

function Links(props: {
  readonly title: string;
  readonly links: readonly LinkShown[];
}): ReactElement | null {
  return props.links.length === 0 ? null : (
    <>
      <h2>{props.title}</h2>
      <ul>
        {props.links.map(({ href, text }) => (
          <li key={`${href} ${text}`}>
            <a href={href}>{text}</a>
          </li>
        ))}
      </ul>
    </>
  );
}

/** `/my/renewal`: one's credentials, where there are several. */
export function RenewalsPage(props: {
  readonly frame: Frame;
  readonly credentials: readonly LinkShown[];
}): ReactElement {
  return (
    <PageFrame
      frame={props.frame}
      title={words.list}
      trail={{ above: [{ href: '/my', label: en.candidate.my.title }] }}
      unlisted
    >
      <h1>{words.list}</h1>
      {props.credentials.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <ul>
          {props.credentials.map(({ href, text }) => (
            <li key={href}>
              <a href={href}>{text}</a>
            </li>
          ))}
        </ul>
      )}
    </PageFrame>
  );
}
