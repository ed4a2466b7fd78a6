/** What was found out about a credential, as lines for a person and as JSON for a program. */
import type { CarrierKind } from '../../credential/carrier/carried.ts';
import type { Verification } from '../../credential/verifier/verify.ts';
import { adviceFor, verdictWords } from '../../credential/verifier/words.ts';
import { printable } from './foreign-text.ts';

export interface Answered {
  readonly found: Verification;
  readonly kind: CarrierKind | undefined;
  /** The moment asked about, in milliseconds since 1970. */
  readonly now: number;
}

export function answerLines({ found, kind, now }: Answered): readonly string[] {
  const { title, sentence } = verdictWords(found);
  const { shown, steps } = found;
  const rows: readonly [string, string | undefined][] = [
    ['Holder', shown?.holderName],
    ['Credential', shown?.credentialName],
    ['Number', shown?.licenseNumber],
    ['Issuer calls itself', shown?.issuerName],
    ['Signed by the site', shown?.signedBy],
    ['First certified', shown?.awardedDate],
    ['Valid from', shown?.validFrom],
    ['Valid until', shown?.validUntil],
    ['Asked about', new Date(now).toISOString()],
    ...Object.entries(steps).map(([step, { answer, because }]): [string, string] => [
      step,
      because === undefined ? answer : `${answer}, ${because}`,
    ]),
  ];
  const told = rows.filter(([, value]) => value !== undefined);
  return [
    title,
    sentence,
    ...adviceFor(found, kind),
    ...told.map(([label, value]) => `  ${`${label}:`.padEnd(22)}${value}`),
  ].map(printable);
}

/** `steps` holds one word a step: ok, bad or unknown. */
export function answerJson({ found, kind, now }: Answered): string {
  const { verdict, demonstration, steps, shown } = found;
  const each = Object.entries(steps);
  const answer = {
    verdict,
    demonstration,
    steps: Object.fromEntries(each.map(([step, { answer: word }]) => [step, word])),
    reasons: Object.fromEntries(
      each.flatMap(([step, { because }]) => (because === undefined ? [] : [[step, because]])),
    ),
    askedAbout: new Date(now).toISOString(),
    carrier: kind ?? null,
    ...verdictWords(found),
    advice: adviceFor(found, kind),
    shown: shown ?? null,
  };
  return JSON.stringify(answer, null, 2);
}
