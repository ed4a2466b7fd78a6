/**
 * Is this credential genuine, and does it hold today? Four steps, each with its own answer: its form, its signature, its
 * dates, its status. The verdict follows from the answers, and what could not be found out is never taken for good news.
 *
 *   genuine-and-current       signed by the issuer, in time, not revoked
 *   genuine-not-current       signed by the issuer, but ended, not begun, or revoked
 *   genuine-status-unknown    signed by the issuer and in time; whether it was revoked could not be found out
 *   not-genuine               not a credential, not signed by the issuer, or changed since
 *   unknown                   whether the issuer signed it could not be found out
 *
 * The page that verifies in a browser, the command line and the server all run this.
 */
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import { isJsonObject, type JsonObject, member } from '../../kernel/bytes/json-members.ts';
import { inWords, parseCivilDate } from '../../kernel/dates/civil-date.ts';
import { saysDemonstration } from '../badge/demonstration.ts';
import { bad, ok, type Sources, type StepAnswer, unknown } from './answer.ts';
import { instantIn, wrongForm } from './format-step.ts';
import { proofStep } from './proof-step.ts';
import { isSdJwt, sdJwtSteps } from './sd-jwt-steps.ts';
import { type Shown, shownOf } from './shown.ts';
import { statusStep } from './status-step.ts';
import { strictJson } from './strict-json.ts';

export type Verdict =
  | 'genuine-and-current'
  | 'genuine-not-current'
  | 'genuine-status-unknown'
  | 'not-genuine'
  | 'unknown';

export interface Steps {
  readonly format: StepAnswer;
  readonly proof: StepAnswer;
  readonly time: StepAnswer;
  readonly status: StepAnswer;
}

export interface Verification {
  readonly verdict: Verdict;
  /** The credential says itself that it is a demonstration and certifies nobody. */
  readonly demonstration: boolean;
  readonly steps: Steps;
  /** What the credential says; missing when its signature does not hold. */
  readonly shown?: Shown;
}

const TOKEN = /^\s*[\w-]+\.[\w-]+\.[\w-]+\s*$/;

/** `now` is in milliseconds since 1970: today, or the day that is asked about. */
export async function verifyCredential(
  text: string,
  now: number,
  asked: Sources,
): Promise<Verification> {
  const sources = askedOnce(asked);
  if (TOKEN.test(text)) {
    return otherForm('it is signed as a token (JWT), a form that is not checked here');
  }
  if (isSdJwt(text)) {
    const { shown, demonstration, ...steps } = await sdJwtSteps(text, now, sources);
    return told(steps, demonstration, shown);
  }
  const parsed = strictJson(text);
  if (!parsed.ok || !isJsonObject(parsed.value)) {
    const because = parsed.ok ? 'the text is not a JSON object' : parsed.refusal.because;
    return notReadable(because);
  }
  const credential = parsed.value;
  const wrong = wrongForm(credential);
  const steps: Steps = {
    format: wrong === undefined ? ok : bad(wrong),
    proof: await proofStep(credential, now, sources),
    time: timeStep(credential, now),
    status: await statusStep(credential, now, sources),
  };
  return told(steps, saysDemonstration(credential), shownOf(credential));
}

/** Nothing is shown of what the issuer did not sign. */
function told(steps: Steps, demonstration: boolean, shown: Shown): Verification {
  const verdict = verdictOf(steps);
  const found = { verdict, demonstration, steps };
  return verdict === 'not-genuine' || verdict === 'unknown' ? found : { ...found, shown };
}

/** The issuer's page of keys is needed for the credential and again for its status list, and asked for once. */
function askedOnce(sources: Sources): Sources {
  const pages = new Map<string, Promise<string | undefined>>();
  return {
    ...sources,
    didDocument: (did) => {
      const page = pages.get(did) ?? sources.didDocument(did);
      pages.set(did, page);
      return page;
    },
  };
}

/** The signature comes first: nothing that a document says can be believed unless it holds. */
function verdictOf({ format, proof, time, status }: Steps): Verdict {
  if (format.answer === 'bad' || proof.answer === 'bad') {
    return 'not-genuine';
  }
  if (proof.answer === 'unknown') {
    return 'unknown';
  }
  if (time.answer === 'bad' || status.answer === 'bad') {
    return 'genuine-not-current';
  }
  return status.answer === 'unknown' ? 'genuine-status-unknown' : 'genuine-and-current';
}

/** No grace: a credential that ended a minute ago has ended. */
function timeStep(credential: JsonObject, now: number): StepAnswer {
  const [from, until] = ['validFrom', 'validUntil'].map((name) => member(credential, name));
  const begins = instantIn(from) ?? Number.NEGATIVE_INFINITY;
  const ends = instantIn(until) ?? Number.POSITIVE_INFINITY;
  for (const [text, moment] of [
    [from, instantIn(from)],
    [until, instantIn(until)],
  ]) {
    if (text !== undefined && moment === undefined) {
      return bad('one of its dates is not a moment with its offset from UTC');
    }
  }
  if (now < begins) {
    return bad(`it begins on ${dayIn(from)}`, 'not-begun');
  }
  return now > ends ? bad(`it ended on ${dayIn(until)}`, 'ended') : ok;
}

/** The day as the issuer wrote it, in the issuer's own zone: never the day before because we are elsewhere. */
function dayIn(moment: Json | undefined): string {
  const day = parseCivilDate(String(moment).slice(0, 10));
  return day.ok ? inWords(day.value) : String(moment);
}

const notReached = unknown('not looked at');

/** What was given is no credential, or none that can be read one way only. */
export const notReadable = (because: string): Verification => ({
  verdict: 'not-genuine',
  demonstration: false,
  steps: { format: bad(because), proof: notReached, time: notReached, status: notReached },
});

const otherForm = (because: string): Verification => ({
  verdict: 'unknown',
  demonstration: false,
  steps: {
    format: unknown(because, 'other-form'),
    proof: notReached,
    time: notReached,
    status: notReached,
  },
});
