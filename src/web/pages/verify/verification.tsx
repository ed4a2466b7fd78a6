/** What came out of checking a credential: the verdict in a word and a shape, what it means, and every check made. */
import type { ReactElement } from 'react';
import { Shape, type ShapeName } from '../../parts/shape/shape.tsx';
import { StatusTag, type StatusTone } from '../../parts/status-tag/status-tag.tsx';
import type { VerdictName } from '../../words/verify.ts';
import { verify as words } from '../../words/verify.ts';
import { CredentialCard, type CredentialCardProps } from '../credential/credential-card.tsx';

export type CheckOutcome = 'passed' | 'failed' | 'unknown' | 'skipped';

export interface VerificationView {
  readonly verdict: VerdictName;
  /** "Revoked on March 3, 2027", "It ended on May 31, 2026": what lies behind the verdict, if there is more to say. */
  readonly detail?: string | undefined;
  /** What whoever relies on it should know or do. */
  readonly advice?: readonly string[] | undefined;
  readonly checks: readonly {
    readonly name: string;
    readonly outcome: CheckOutcome;
    readonly detail?: string | undefined;
  }[];
  /** Drawn from the signed fields; absent where nothing in the file can be trusted. */
  readonly card?: CredentialCardProps | undefined;
  /** The moment of the check in words: a verdict is about one moment, also on a page that was kept. */
  readonly checkedAt?: string | undefined;
}

export const verdictShapes: Readonly<Record<VerdictName, ShapeName>> = {
  'genuine-and-current': 'tick',
  'genuine-not-current': 'half',
  'genuine-status-unknown': 'ring',
  'not-genuine': 'cross',
  unknown: 'ring',
  demonstration: 'triangle',
};

const tones: Readonly<Record<CheckOutcome, StatusTone>> = {
  passed: 'done',
  failed: 'stopped',
  unknown: 'waiting',
  skipped: 'waiting',
};

export function Verification({ result }: { readonly result: VerificationView }): ReactElement {
  const { word, means } = words.verdicts[result.verdict];
  return (
    <div className={`verification verification-${result.verdict}`}>
      <h2>
        <Shape name={verdictShapes[result.verdict]} />
        {word}
      </h2>
      <p>{means}</p>
      {result.detail === undefined ? null : (
        <p>
          <strong>{result.detail}</strong>
        </p>
      )}
      {(result.advice ?? []).map((advice) => (
        <p key={advice}>{advice}</p>
      ))}
      {result.card === undefined ? null : (
        <>
          <h3>{words.says}</h3>
          <CredentialCard {...result.card} />
        </>
      )}
      <h3>{words.checks}</h3>
      <ul className="checks">
        {result.checks.map((check) => (
          <li key={check.name}>
            <span>{check.name}</span>{' '}
            <StatusTag tone={tones[check.outcome]} label={words[check.outcome]} />
            {check.detail === undefined ? null : <p className="soft small">{check.detail}</p>}
          </li>
        ))}
      </ul>
      {result.checkedAt === undefined ? null : (
        <p className="soft small">{words.checkedAt(result.checkedAt)}</p>
      )}
    </div>
  );
}
