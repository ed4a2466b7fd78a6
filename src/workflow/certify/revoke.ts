/**
 * A director revokes a credential with a reason. It cannot be undone. The register, the bit on the status list, the log
 * and the mail to the person are one transaction.
 */
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { CredentialRow } from '../ports/exam-records.ts';
import type { World } from '../ports/ports.ts';
import { recordInLog } from '../publish/record-in-log.ts';

type RevokeWorld = Pick<World, 'records' | 'clock' | 'chance' | 'origin'>;
export type RevokeRefusal = 'reason-missing' | 'no-such-credential' | 'already-revoked';

export async function credentialsIssued(
  world: Pick<World, 'records'>,
  director: string,
): Promise<readonly CredentialRow[]> {
  return await world.records.as({ rights: 'director', person: director }, ({ register }) =>
    register.list(100),
  );
}

export async function credentialForDirector(
  world: Pick<World, 'records'>,
  asked: { readonly director: string; readonly credential: string },
): Promise<CredentialRow | undefined> {
  return await world.records.as({ rights: 'director', person: asked.director }, ({ register }) =>
    register.one(asked.credential),
  );
}

/** Answers the address at which the revocation shows. */
export async function revokeCredential(
  world: RevokeWorld,
  asked: { readonly director: string; readonly credential: string; readonly reason: string },
): Promise<Result<string, RevokeRefusal>> {
  const reason = asked.reason.trim();
  if (reason === '') {
    return refuse('reason-missing', 'say why, in words that the public may read');
  }
  return await world.records.as({ rights: 'director', person: asked.director }, async (records) => {
    const credential = await records.register.one(asked.credential);
    if (credential === undefined) {
      return refuse('no-such-credential', 'there is no such credential');
    }
    const { id, program, newest } = credential;
    if (!(await records.register.revoke({ credential: id, reason, by: asked.director }))) {
      return refuse('already-revoked', 'this credential has been revoked already');
    }
    await recordInLog(
      records,
      world.chance,
      {
        kind: 'revocation',
        program,
        rules: 'register',
        decidedOn: world.clock.today(),
        label: id,
        outcome: { revoked: true, reason },
      },
      { credential: id },
    );
    await records.mail.tellHolder({
      id: world.chance.uuid(),
      credential: id,
      subject: 'Your credential has been revoked',
      body: `A director has revoked your credential. The reason and how to challenge it are on its page: ${world.origin}/c/${newest}`,
    });
    return success(newest);
  });
}
