/**
 * The verdict in words that anybody can act on, the same on every page, in the command line and in mail. A demonstration
 * has words of its own, so that a good signature on an invented credential is never read as a person's certification.
 * Beside the verdict stands what an employer does about it: a credential for another program, one that ran out, one that
 * was taken back and a page that was altered around a good credential are four different things.
 */
import { never } from '../../kernel/result/result.ts';
import type { CarrierKind } from '../carrier/carried.ts';
import type { Why } from './answer.ts';
import type { Steps, Verdict, Verification } from './verify.ts';

export interface VerdictWords {
  /** A few words to be set large. */
  readonly title: string;
  /** One or two sentences below it. */
  readonly sentence: string;
}

export function verdictWords({ verdict, demonstration, steps }: Verification): VerdictWords {
  const plain = plainWords(verdict, steps);
  if (!demonstration) {
    return plain;
  }
  return {
    title: verdict === 'not-genuine' ? plain.title : `Demonstration only. ${plain.title}`,
    sentence: `This is a demonstration: it certifies nobody and nothing. ${plain.sentence}`,
  };
}

/** What whoever relies on it should know or do, beginning with the most important. */
export function adviceFor(found: Verification, carrier: CarrierKind = 'text'): readonly string[] {
  const { verdict, steps, shown } = found;
  const advice: string[] = [];
  const why = [steps.proof, steps.format, steps.status, steps.time].find((step) => step.why)?.why;
  if (verdict !== 'genuine-and-current') {
    advice.push(why === undefined ? WITHOUT_REASON[verdict] : DO[why]);
  }
  if (shown !== undefined) {
    const program = shown.credentialName ?? 'a program that it does not name';
    const holder = shown.holderName ?? 'somebody whom it does not name in clear';
    advice.push(
      `It is about ${holder} and about one program: ${program}. If you asked for another program or another person, this is not what you asked for.`,
      ...(carrier === 'text' ? [] : [AROUND[carrier]]),
    );
  }
  return advice;
}

const DO: Readonly<Record<Why, string>> = {
  ended: 'It ran out. Ask its holder for the renewed one; until you have it, treat it as not held.',
  'not-begun': 'It does not hold yet. Look again from the day on which it begins.',
  revoked:
    'This copy counts no more: it was taken back, or a newer copy took its place. The page at its address says which. Ask its holder for the newest one; until you have it, treat it as not held.',
  suspended: 'It may not be used at present. Ask the issuer whether and from when it holds again.',
  superseded:
    'A newer copy took its place. Ask its holder for it; until you have it, treat this one as not held.',
  'taken-back': 'Its issuer took it back: treat it as not held.',
  'given-up': 'Its holder gave it up, which is no finding against them: treat it as not held.',
  changed:
    'Something in it was changed after it was signed. Ask its holder for the file as it was issued, and tell the issuer.',
  'other-signer':
    'It names an issuer that did not sign it. Anybody can write such a file; ask the issuer itself.',
  'other-form': 'That does not make it false: check it with a program that reads this form.',
};

const WITHOUT_REASON: Readonly<Record<Exclude<Verdict, 'genuine-and-current'>, string>> = {
  'genuine-not-current': 'Treat it as not held.',
  'genuine-status-unknown':
    'Do not rely on it before you know whether it was taken back. Try again with a connection, or ask the issuer.',
  'not-genuine': 'Ask its holder for the file as it was issued.',
  unknown: 'That does not make it false: try again with a connection, or ask the issuer.',
};

const AROUND: Readonly<Record<Exclude<CarrierKind, 'text'>, string>> = {
  pdf: 'The pages of the PDF are not signed, only the credential inside. If they show another name, program or date than stands here, they were altered.',
  png: 'The picture is not signed, only the credential inside. If it shows anything else than stands here, it was altered.',
  svg: 'The picture is not signed, only the credential inside. If it shows anything else than stands here, it was altered.',
};

function plainWords(verdict: Verdict, steps: Steps): VerdictWords {
  switch (verdict) {
    case 'genuine-and-current':
      return {
        title: 'Genuine and current',
        sentence:
          steps.status.because === undefined
            ? 'The issuer signed it, nothing was changed, it is in time, and it is not revoked.'
            : `The issuer signed it, nothing was changed, and it is in time; ${steps.status.because}.`,
      };
    case 'genuine-not-current':
      return {
        title: 'Genuine, but not current',
        sentence: `The issuer signed it and nothing was changed, but ${reasons(steps)}.`,
      };
    case 'genuine-status-unknown':
      return {
        title: 'Genuine, but we cannot tell whether it was revoked',
        sentence: `The issuer signed it and it is in time. Not found out: ${reasons(steps)}. Try again later, or ask the issuer.`,
      };
    case 'not-genuine':
      return {
        title: 'Not genuine',
        sentence: `Do not rely on it: ${reasons(steps)}.`,
      };
    case 'unknown':
      return {
        title: 'We cannot tell',
        sentence: `Whether the issuer signed it could not be found out: ${reasons(steps)}. Try again later, or ask the issuer.`,
      };
    default:
      throw never(verdict);
  }
}

/** The reasons behind the verdict, worst first, without those of steps that went well. */
function reasons({ format, proof, time, status }: Steps): string {
  const signature = [format, proof].filter(({ answer }) => answer !== 'ok');
  const weighed = signature.length > 0 ? signature : [status, time];
  const worst = weighed.some(({ answer }) => answer === 'bad') ? 'bad' : 'unknown';
  return weighed
    .filter(({ answer }) => answer === worst)
    .map(({ because }) => because ?? '')
    .join(', and ');
}
