/** `/notices`: public notices in force, the newest word first, and what is never shown. */
import type { ReactElement } from 'react';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { Pagination, type PaginationProps } from '../../parts/pagination/pagination.tsx';
import { notices as words } from '../../words/notices.ts';
import { NoticeEntry, type NoticeShown } from './notice-entry.tsx';

export interface NoticesPageProps {
  readonly frame: Frame;
  readonly notices: readonly NoticeShown[];
  /** The way through them where they are too many for one page. */
  readonly pages?: PaginationProps | undefined;
}

export function NoticesPage({ frame, notices, pages }: NoticesPageProps): ReactElement {
  return (
    <PageFrame frame={frame} title={words.title}>
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      <section aria-label={words.title}>
        <h2 className="only-heard">{words.title}</h2>
        {notices.length === 0 ? <p>{words.none}</p> : null}
        {notices.map((notice) => (
          <NoticeEntry key={notice.id} notice={notice} />
        ))}
        {pages === undefined ? null : <Pagination {...pages} />}
      </section>
      <h2>{words.never}</h2>
      <ul>
        {words.neverShown.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p>{words.interim}</p>
      <p>
        <a href="/complaints">{words.how}</a>
      </p>
    </PageFrame>
  );
}
