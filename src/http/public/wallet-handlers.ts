/**
 * What wallets and checkers of SD-JWT credentials ask, in the forms of OAuth 2.0 and OpenID for Verifiable Credential Issuance 1.0.
 * A token is worth one copy; what is refused is told in the words of those standards, and never whose it is.
 */
import { authorizationMetadata, PRE_AUTHORIZED } from '../../credential/wallet/issuer-metadata.ts';
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import { jwtIssuer, typeOf, walletMetadata } from '../../workflow/certify/describe-issuer.ts';
import { listNamed } from '../../workflow/certify/status-lists.ts';
import { tokenStatusList } from '../../workflow/certify/token-lists.ts';
import { type DeliverRefusal, deliver } from '../../workflow/wallet/deliver.ts';
import { redeemOffer, TOKEN_SECONDS } from '../../workflow/wallet/redeem-offer.ts';
import type { App } from '../server/app.ts';
import { newNonce, nonceEnds } from '../server/nonce.ts';
import { offered } from '../server/offered.ts';
import { answerProgram, programError } from '../server/programs.ts';
import { type Handler, one, type Reply, type Visit } from '../server/visit.ts';

type WalletRoute =
  | 'wallet-issuer'
  | 'wallet-authorization'
  | 'jwt-issuer'
  | 'program-type'
  | 'token-list'
  | 'wallet-token'
  | 'wallet-nonce'
  | 'wallet-credential';

const NOBODY = { rights: 'public', person: undefined } as const;
/** Read again each time: a key that was stolen is gone at once. */
const READ_AGAIN = { headers: { 'cache-control': 'no-cache' } };

export function walletHandlers(app: App): Readonly<Record<WalletRoute, Handler>> {
  const { world } = app;
  return {
    'wallet-issuer': async () => {
      const known = await world.records.as(NOBODY, ({ settings }) => settings.authorized());
      const here = new Set(
        offered(app)
          .filter(({ id, realMark }) => !realMark || known.has(id))
          .map(({ id }) => id),
      );
      const metadata = await walletMetadata(world, (id) => here.has(id));
      return answerProgram(metadata, READ_AGAIN);
    },
    'wallet-authorization': async () =>
      answerProgram(authorizationMetadata(world.origin), READ_AGAIN),
    'jwt-issuer': async () => answerProgram(jwtIssuer(world), READ_AGAIN),
    'program-type': async ({ params }) => {
      const type = typeOf(world, one(params, 'program'));
      return type === undefined ? nothingHere() : answerProgram(type, READ_AGAIN);
    },
    'token-list': async ({ params }) => {
      const number = listNamed(one(params, 'list'));
      const list = number === undefined ? undefined : await tokenStatusList(world, number);
      return list === undefined
        ? nothingHere()
        : answerProgram(list, { ...READ_AGAIN, type: 'application/statuslist+jwt' });
    },
    'wallet-token': (visit) => token(app, visit),
    'wallet-nonce': async () => answerProgram({ c_nonce: newNonce(app.secret, world.clock.now()) }),
    'wallet-credential': (visit) => credential(app, visit),
  };
}

const nothingHere = (): Reply => programError(404, 'not_found', 'there is nothing at this address');

async function token(app: App, { form }: Visit): Promise<Reply> {
  const grant = one(form, 'grant_type');
  const [code, pin] = [one(form, 'pre-authorized_code'), one(form, 'tx_code')];
  if (grant === '') {
    return programError(400, 'invalid_request', 'grant_type is missing');
  }
  if (grant !== PRE_AUTHORIZED) {
    return programError(400, 'unsupported_grant_type', `only ${PRE_AUTHORIZED} is taken here`);
  }
  if (code === '' || pin === '') {
    return programError(400, 'invalid_request', 'pre-authorized_code and tx_code are both needed');
  }
  const done = await redeemOffer(app.world, { code, pin });
  return done.ok
    ? answerProgram({ access_token: done.value, token_type: 'Bearer', expires_in: TOKEN_SECONDS })
    : programError(400, 'invalid_grant', done.refusal.because);
}

const ERRORS: Readonly<Record<DeliverRefusal, string>> = {
  'invalid-token': 'invalid_token',
  'invalid-request': 'invalid_credential_request',
  'unknown-configuration': 'unknown_credential_configuration',
  'unknown-identifier': 'unknown_credential_identifier',
  'encryption-not-offered': 'invalid_encryption_parameters',
  'invalid-proof': 'invalid_proof',
  'invalid-nonce': 'invalid_nonce',
  'not-current': 'credential_request_denied',
};

async function credential(app: App, { bearer, json }: Visit): Promise<Reply> {
  if (bearer === undefined) {
    return programError(401, 'invalid_token', 'a token is sent as "Authorization: Bearer ..."', {
      'www-authenticate': 'Bearer',
    });
  }
  const done = await deliver(app.world, {
    ...{ token: bearer, request: json as Json | undefined },
    ends: (nonce, now) => nonceEnds(app.secret, nonce, now),
  });
  if (done.ok) {
    return answerProgram({ credentials: [{ credential: done.value }] });
  }
  const { kind, because } = done.refusal;
  return kind === 'invalid-token'
    ? programError(401, ERRORS[kind], because, {
        'www-authenticate': 'Bearer error="invalid_token"',
      })
    : programError(400, ERRORS[kind], because);
}
