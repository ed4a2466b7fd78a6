/** How a copy stands, in words for a stranger. */
import { type CivilDate, inWords } from '../../kernel/dates/civil-date.ts';
import type { CredentialPageProps } from '../../web/pages/credential/credential-page.tsx';
import { credential as words } from '../../web/words/credential.ts';
import type { FoundCopy } from '../../workflow/certify/registry-record.ts';

export function statusOf({ standing, facts }: FoundCopy): CredentialPageProps['status'] {
  const { word } = standing;
  const day = (on: CivilDate | undefined): string => (on === undefined ? '' : inWords(on));
  switch (word) {
    case 'current':
      return { label: words.current, tone: 'done' };
    case 'probation':
      return { label: words.probation(day(standing.until)), tone: 'working' };
    case 'revoked':
      return {
        label: words.revoked(day(standing.since), facts.revoked?.reason ?? ''),
        tone: 'stopped',
      };
    case 'suspended':
      return {
        label: (facts.suspended?.interim === true ? words.interim : words.suspended)(
          day(standing.until),
        ),
        tone: 'stopped',
      };
    case 'lapsed':
    case 'superseded':
      return { label: words[word], tone: 'stopped' };
    default:
      return { label: words.notHeld[word](day(standing.since)), tone: 'stopped' };
  }
}
