/**
 * The verdict in words that anybody can act on, the same on every page, in the command line and in mail. A demonstration
 * has words of its own, so that a good signature on an invented credential is never read as a person's certification.
 */
import { never } from '../../kernel/result/result.ts';
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
