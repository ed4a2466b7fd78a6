/** One public notice, with what corrects it beside it: as large, as near, and for as long. */
import type { ReactElement } from 'react';
import { DescriptionList } from '../../parts/description-list/description-list.tsx';
import { notices as words } from '../../words/notices.ts';

export interface NoticeShown {
  readonly id: string;
  readonly holder: string;
  readonly kind: string;
  readonly isRevocation: boolean;
  readonly program: string;
  readonly provisions: readonly { readonly number: string; readonly href: string }[];
  readonly from: string;
  readonly until: string;
  /** Absent on the page of the credential itself. */
  readonly credentialHref: string | undefined;
  readonly corrections: readonly {
    readonly id: string;
    readonly from: string;
    readonly words: string;
  }[];
}

export function NoticeEntry({ notice }: { readonly notice: NoticeShown }): ReactElement {
  const { corrections, credentialHref } = notice;
  return (
    <article className={corrections.length === 0 ? 'public-notice' : 'public-notice notice-pair'}>
      {corrections.map((correction) => (
        <div key={correction.id} className="notice-correction">
          <h3>{words.correction}</h3>
          <p className="correction-words" dir="auto">
            {correction.words}
          </p>
          <DescriptionList items={[{ term: words.dated, value: correction.from }]} />
        </div>
      ))}
      <div>
        <h3>{words.notice(notice.kind)}</h3>
        {corrections.length === 0 ? null : <p>{words.corrected}</p>}
        <DescriptionList
          items={[
            { term: words.about, value: <bdi>{notice.holder}</bdi> },
            { term: words.program, value: notice.program },
            { term: words.provisions, value: <Provisions notice={notice} /> },
            { term: words.from, value: notice.from },
            {
              term: notice.isRevocation ? words.untilRevoked : words.until,
              value: notice.until,
            },
          ]}
        />
        {credentialHref === undefined ? null : (
          <p>
            <a href={credentialHref}>{words.credential}</a>
          </p>
        )}
      </div>
    </article>
  );
}

const Provisions = ({ notice }: { readonly notice: NoticeShown }): ReactElement => (
  <>
    {notice.provisions.map(({ number, href }, place) => (
      <span key={number}>
        {place === 0 ? null : ', '}
        <a href={href}>{number}</a>
      </span>
    ))}
  </>
);
