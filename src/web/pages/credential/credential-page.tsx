/** `/c/:credential`: a credential's own page: the card, its status today, and the ways to check it. */
import type { ReactElement } from 'react';
import { Buttons } from '../../parts/button/buttons.tsx';
import { LinkButton } from '../../parts/link-button/link-button.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { StatusTag, type StatusTone } from '../../parts/status-tag/status-tag.tsx';
import { en } from '../../words/en.ts';
import { NoticeEntry, type NoticeShown } from '../notices/notice-entry.tsx';
import { Verification, type VerificationView } from '../verify/verification.tsx';
import { CredentialCard, type CredentialCardProps } from './credential-card.tsx';

const words = en.credential;

export interface CredentialPageProps {
  readonly frame: Frame;
  readonly card: CredentialCardProps;
  /** "Current", "Revoked on March 3, 2027", "Ended on May 31, 2026". */
  readonly status: { readonly label: string; readonly tone: StatusTone };
  /** What decisions about conduct do to it today; empty where there are none. */
  readonly effects?: readonly string[] | undefined;
  readonly notices?: readonly NoticeShown[] | undefined;
  readonly downloadAt: string;
  /** The name under which the file is saved. */
  readonly fileName: string;
  /** On paper; undefined where it may not be relied on. */
  readonly paperAt?:
    | { readonly certificate: string; readonly letter: string; readonly badge: string }
    | undefined;
  /** The signed record that says how it stands. */
  readonly recordAt?: string | undefined;
  /** The server's own check; the script repeats it in the browser. */
  readonly result?: VerificationView | undefined;
  readonly scripts: readonly string[];
}

export function CredentialPage(props: CredentialPageProps): ReactElement {
  const { card, result } = props;
  return (
    <PageFrame
      frame={props.frame}
      title={words.title(card.program)}
      scripts={props.scripts}
      unlisted
    >
      <h1>{card.program}</h1>
      <p className="credential-status">
        {`${words.status}: `}
        <StatusTag tone={props.status.tone} label={props.status.label} />
      </p>
      <Standing effects={props.effects ?? []} notices={props.notices ?? []} />
      <CredentialCard {...card} />
      <p className="soft small">{words.drawn}</p>
      <h2>{words.check}</h2>
      <p>{words.checkText}</p>
      <Buttons>
        <LinkButton href={props.downloadAt} label={words.download} saveAs={props.fileName} />
        <LinkButton href="/verify" label={words.verifyHere} look="secondary" />
      </Buttons>
      {props.paperAt === undefined ? null : (
        <p>
          <a href={props.paperAt.certificate}>{words.certificate}</a>
          {' · '}
          <a href={props.paperAt.letter}>{words.letter}</a>
          {' · '}
          <a href={props.paperAt.badge}>{words.badge}</a>
        </p>
      )}
      {props.recordAt === undefined ? null : (
        <p className="small">
          <a href={props.recordAt}>{words.record}</a>
          {' · '}
          <a href={props.recordAt.replace(/status\.json$/, 'proof')}>{words.proof}</a>
        </p>
      )}
      <section
        id="verdict"
        aria-live="polite"
        aria-label={en.verify.result}
        data-credential={props.downloadAt}
        hidden={result === undefined}
      >
        {result === undefined ? null : <Verification result={result} />}
      </section>
      {(props.notices ?? []).length === 0 ? <p className="soft small">{words.privacy}</p> : null}
    </PageFrame>
  );
}

function Standing(props: {
  readonly effects: readonly string[];
  readonly notices: readonly NoticeShown[];
}): ReactElement | null {
  const { effects, notices } = props;
  return effects.length + notices.length === 0 ? null : (
    <section aria-labelledby="standing">
      <h2 id="standing">{words.standing}</h2>
      {effects.map((effect) => (
        <p key={effect}>{effect}</p>
      ))}
      {notices.map((notice) => (
        <NoticeEntry key={notice.id} notice={notice} />
      ))}
      <p>
        <a href="/notices">{words.allNotices}</a>
      </p>
    </section>
  );
}
