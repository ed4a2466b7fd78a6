/** `/demonstration/inbox`: the mail that would have been sent. A message opens in place; its links can be followed. */
import type { ReactElement } from 'react';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { Pagination, type PaginationProps } from '../../parts/pagination/pagination.tsx';
import { en } from '../../words/en.ts';

const words = en.demonstration;

export interface MailView {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly sent: string;
  readonly text: string;
  /** Links in the text that lead to this site, as addresses without a host. */
  readonly links: readonly string[];
}

export interface InboxPageProps {
  readonly frame: Frame;
  /** Newest first. */
  readonly mails: readonly MailView[];
  readonly pages?: PaginationProps | undefined;
}

export function InboxPage({ frame, mails, pages }: InboxPageProps): ReactElement {
  return (
    <PageFrame frame={frame} title={words.inboxTitle} unlisted>
      <h1>{words.inboxTitle}</h1>
      <p>{words.inboxLead}</p>
      {mails.length === 0 ? <p>{words.inboxEmpty}</p> : null}
      <div className="mails">
        {mails.map((mail, place) => (
          <details key={mail.id} open={place === 0}>
            <summary>
              <span className="mail-subject">{mail.subject}</span>
              <span className="mail-to">
                {`${words.to} `}
                <bdi>{mail.to}</bdi>
                {`, ${mail.sent}`}
              </span>
            </summary>
            <div className="mail-text">{mail.text}</div>
            {mail.links.length === 0 ? null : (
              <>
                <p>{words.links}</p>
                <ul>
                  {mail.links.map((link) => (
                    <li key={link}>
                      <a href={link}>{link}</a>
                    </li>
                  ))}
                </ul>
              </>
            )}
          </details>
        ))}
      </div>
      {pages === undefined ? null : <Pagination {...pages} />}
    </PageFrame>
  );
}
