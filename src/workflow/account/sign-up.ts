/**
 * Signing up. Whether an address already has an account is told to that address by mail, never on the page:
 * the page answers everybody alike, so that nobody can find out who is a candidate here.
 */
import { success } from '../../kernel/result/result.ts';
import type { World } from '../ports/ports.ts';

export type SignUpWorld = Pick<World, 'records' | 'passphrases' | 'chance' | 'origin'>;

export async function signUp(
  world: SignUpWorld,
  asked: { readonly email: string; readonly fullName: string; readonly passphrase: string },
): Promise<{ readonly ok: true; readonly value: { readonly created: boolean } }> {
  const hash = await world.passphrases.hash(asked.passphrase);
  const person = world.chance.uuid();
  const created = await world.records.as(
    { rights: 'public', person: undefined },
    async (records) => {
      const done = await records.door.signUp(person, asked.email, asked.fullName, hash);
      await records.mail.send({
        id: world.chance.uuid(),
        toPerson: undefined,
        to: asked.email,
        ...(done ? welcome(world.origin) : alreadyHere(world.origin)),
      });
      return done;
    },
  );
  return success({ created });
}

const welcome = (origin: string) => ({
  subject: 'Your account is ready',
  body: `You can sign in at ${origin}/sign-in with this address and the passphrase you chose.\n\nIf you did not ask for an account, you need do nothing: without your passphrase nobody can use it.`,
});

const alreadyHere = (origin: string) => ({
  subject: 'You already have an account',
  body: `Somebody, most likely you, asked for a new account with this address. You already have one: sign in at ${origin}/sign-in.\n\nNothing was changed.`,
});
