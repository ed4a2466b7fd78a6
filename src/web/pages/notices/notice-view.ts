/** A public notice turned into what is shown of it. */
import type { SanctionKind } from '../../../casework/conduct/conduct-rules.ts';
import { inWords } from '../../../kernel/dates/civil-date.ts';
import { programOf } from '../../../program/catalog/catalog.ts';
import type { NoticeWithCorrections } from '../../../workflow/conduct/public-notices.ts';
import { conductTerms as terms } from '../../words/conduct-terms.ts';
import type { NoticeShown } from './notice-entry.tsx';

export const noticeShown = (
  { notice, corrections }: NoticeWithCorrections,
  on: 'list' | 'credential',
): NoticeShown => ({
  id: notice.id,
  holder: notice.holderName,
  // The database takes no other kinds.
  kind: terms.sanctions[notice.kind as SanctionKind] ?? notice.kind,
  isRevocation: notice.kind === 'revocation',
  program: programOf(notice.program)?.name ?? notice.program,
  provisions: notice.provisions.map((number) => ({
    number,
    href: `/programs/${notice.program}/code#${number}`,
  })),
  from: inWords(notice.from),
  until: inWords(notice.until),
  credentialHref:
    on === 'credential' || notice.credential === undefined ? undefined : `/c/${notice.credential}`,
  corrections: corrections.map(({ id, from, words }) => ({
    ...{ id, from: inWords(from) },
    words: words ?? '',
  })),
});
