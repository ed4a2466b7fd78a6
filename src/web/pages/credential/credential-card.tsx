/**
 * A credential as it reads on the page: a frame with the name, the program and the dates, drawn from the signed fields
 * and from nothing else. A demonstration credential says so in letters that cannot be missed.
 */
import type { ReactElement } from 'react';
import { credentialCard as words } from '../../words/credential-card.ts';

export interface CredentialCardProps {
  readonly holder: string;
  readonly program: string;
  readonly designation?: string | undefined;
  readonly issuer: string;
  readonly number?: string | undefined;
  readonly awarded?: string | undefined;
  readonly validFrom?: string | undefined;
  readonly validUntil?: string | undefined;
  readonly demonstration: boolean;
}

export function CredentialCard(props: CredentialCardProps): ReactElement {
  const facts = [
    [words.number, props.number],
    [words.awarded, props.awarded],
    [words.validFrom, props.validFrom],
    [words.validUntil, props.validUntil],
  ] as const;
  return (
    <div className="credential-card">
      {props.demonstration ? (
        <p className="credential-demonstration">
          <strong>{words.demonstration}</strong> {words.demonstrationText}
        </p>
      ) : null}
      <p className="credential-holder">
        <bdi>{props.holder}</bdi>
      </p>
      <p className="credential-holds">{words.holds}</p>
      <p className="credential-program">
        {props.program}
        {props.designation === undefined ? null : (
          <span className="credential-designation">{` ${props.designation}`}</span>
        )}
      </p>
      <dl>
        <div className="credential-issuer">
          <dt>{words.issuer}</dt>
          <dd>{props.issuer}</dd>
        </div>
        {facts.map(([term, value]) =>
          value === undefined ? null : (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
    </div>
  );
}
