/**
 * What a verified credential says, field by field: only these fields are shown to people, drawn by us, so that a doctored
 * paper or picture is caught by comparing it. Nothing is shown of a credential whose signature does not hold.
 *
 * The issuer's name is what the issuer calls itself; `signedBy` is the site whose key signed, and that is what counts.
 */
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import { type JsonObject, listed, member, textMember } from '../../kernel/bytes/json-members.ts';
import { siteOf } from '../proof/did-web.ts';
import { issuerOf } from './format-step.ts';

export interface Shown {
  readonly signedBy: string;
  readonly issuerName?: string;
  readonly credentialName?: string;
  readonly holderName?: string;
  readonly licenseNumber?: string;
  readonly awardedDate?: string;
  readonly validFrom?: string;
  readonly validUntil?: string;
  /** The public address of the credential. */
  readonly id?: string;
}

export function shownOf(credential: JsonObject): Shown {
  const [subject, ...more] = listed(member(credential, 'credentialSubject'));
  // A credential about several people at once is not one that can be shown as one person's.
  const one = more.length === 0 ? subject : undefined;
  return present({
    signedBy: siteOf(issuerOf(credential) ?? ''),
    issuerName: plain(member(member(credential, 'issuer'), 'name')),
    credentialName: plain(member(member(one, 'achievement'), 'name')),
    holderName: holderIn(one),
    licenseNumber: plain(member(one, 'licenseNumber')),
    awardedDate: textMember(credential, 'awardedDate'),
    validFrom: textMember(credential, 'validFrom'),
    validUntil: textMember(credential, 'validUntil'),
    id: textMember(credential, 'id'),
  });
}

/** The holder's name in clear; a hashed identity names nobody. */
function holderIn(subject: Json | undefined): string | undefined {
  const names = listed(member(subject, 'identifier')).filter(
    (one) => member(one, 'identityType') === 'name' && member(one, 'hashed') === false,
  );
  return names.length === 1 ? plain(member(names[0], 'identityHash')) : undefined;
}

const plain = (value: Json | undefined): string | undefined =>
  typeof value === 'string' ? value : textMember(value, '@value');

type Maybe = { readonly [Field in keyof Shown]: Shown[Field] | undefined };
function present({ signedBy = '', ...rest }: Maybe): Shown {
  const said = Object.entries(rest).filter(([, value]) => value !== undefined);
  return { signedBy, ...Object.fromEntries(said) };
}
