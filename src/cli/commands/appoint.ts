/** `evenhand appoint EMAIL OFFICE`: gives an account an office. The first director of a body is appointed this way. */
import { OFFICES, type Office } from '../../contract/routes/office.ts';

export interface AppointWorld {
  /** False where no account has this address. */
  appoint(email: string, office: Office): Promise<boolean>;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** Answers the exit code. */
export async function runAppoint(args: readonly string[], world: AppointWorld): Promise<number> {
  const [email, word, ...more] = args;
  const office = OFFICES.find((one) => one === word);
  if (email === undefined || office === undefined || more.length > 0) {
    world.err(`evenhand appoint EMAIL OFFICE\nOFFICE is one of ${OFFICES.join(', ')}.\n`);
    return 2;
  }
  if (!(await world.appoint(email.toLowerCase(), office))) {
    world.err(`No account has the address ${email}. Sign up first, then appoint.\n`);
    return 1;
  }
  world.out(`${email} is now ${office === 'auditor' ? 'an' : 'a'} ${office}.\n`);
  return 0;
}
