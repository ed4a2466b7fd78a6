/** What the verifier found, as the page shows it: one translation for the server and for the script in the browser. */
import { dayWritten } from '../../../credential/badge/day-written.ts';
import type { CarrierKind } from '../../../credential/carrier/carried.ts';
import type { Shown } from '../../../credential/verifier/shown.ts';
import type { Verification } from '../../../credential/verifier/verify.ts';
import { adviceFor } from '../../../credential/verifier/words.ts';
import { inWords } from '../../../kernel/dates/civil-date.ts';
import { verify as words } from '../../words/verify.ts';
import type { CredentialCardProps } from '../credential/credential-card.tsx';
import type { VerificationView } from './verification.tsx';

const STEPS = ['format', 'proof', 'time', 'status'] as const;
const OUTCOMES = { ok: 'passed', bad: 'failed', unknown: 'unknown' } as const;

/**
 * The verdict as pages show it. A demonstration has a verdict of its own where it would else be good news. `own` is the site
 * whose issuer is known here.
 */
export function viewOf(
  checked: Verification,
  checkedAt?: string,
  carrier?: CarrierKind,
  own?: string,
): VerificationView {
  const current = checked.verdict === 'genuine-and-current';
  return {
    verdict: checked.demonstration && current ? 'demonstration' : checked.verdict,
    detail: checked.demonstration && !current ? words.alsoDemonstration : undefined,
    advice: adviceFor(checked, carrier),
    checks: STEPS.map((step) => {
      const { answer, because } = checked.steps[step];
      return { name: words.steps[step], outcome: OUTCOMES[answer], detail: because };
    }),
    card:
      checked.shown === undefined ? undefined : cardOf(checked.shown, checked.demonstration, own),
    checkedAt,
  };
}

/**
 * The signed fields. Anybody may write any issuer's name into what they sign: but for the issuer who is known here, the site
 * that signed comes first, and the name is told as what it is.
 */
export const cardOf = (
  shown: Shown,
  demonstration: boolean,
  own?: string,
): CredentialCardProps => ({
  holder: shown.holderName ?? words.holderHidden,
  program: shown.credentialName ?? words.nameMissing,
  issuer: issuerIn(shown, own),
  number: shown.licenseNumber,
  awarded: dayIn(shown.awardedDate),
  validFrom: dayIn(shown.validFrom),
  validUntil: dayIn(shown.validUntil),
  demonstration,
});

/** When it was checked, which stands beside every verdict: a page that is kept goes on saying what was true then. */
export const momentShown = (ms: number, zone?: string): string =>
  new Date(ms).toLocaleString('en-US', { dateStyle: 'full', timeStyle: 'short', timeZone: zone }) +
  (zone === undefined ? '' : ` ${zone}`);

function issuerIn({ signedBy, issuerName }: Shown, own?: string): string {
  if (issuerName === undefined) {
    return signedBy;
  }
  return signedBy === own ? `${issuerName} (${signedBy})` : words.callsItself(signedBy, issuerName);
}

function dayIn(moment: string | undefined): string | undefined {
  const day = dayWritten(moment);
  return day === undefined ? undefined : inWords(day);
}
