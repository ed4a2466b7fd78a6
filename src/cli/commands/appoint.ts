/**
 * `evenhand appoint EMAIL OFFICE`: gives an account an office. The first director of a body is appointed this way. The
 * chair is a member of the board; there is one, so a new chair takes the place of the one before.
 */
import { OFFICES, type Office } from '../../contract/routes/office.ts';

export interface AppointWorld {
  /** False where no account has this address. */
  appoint(email: string, office: Office): Promise<boolean>;
  appointChair(email: string): Promise<boolean>;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

const CHAIR = 'chair';
const TITLES: Readonly<Record<Office | typeof CHAIR, string>> = {
  clerk: 'a clerk',
  reviewer: 'a reviewer',
  staff: 'a staff',
  director: 'a director',
  auditor: 'an auditor',
  board: 'a member of the board',
  conduct: 'a coordinator of complaints',
  ombud: 'an ombud',
  panel: 'a panel member',
  custodian: 'a custodian of identities',
  chair: 'the chair of the board',
};

/** Answers the exit code. */
export async function runAppoint(args: readonly string[], world: AppointWorld): Promise<number> {
  const [email, word, ...more] = args;
  const known = [...OFFICES, CHAIR] as const;
  const office = known.find((one) => one === word);
  if (email === undefined || office === undefined || more.length > 0) {
    world.err(`evenhand appoint EMAIL OFFICE\nOFFICE is one of ${known.join(', ')}.\n`);
    return 2;
  }
  const address = email.toLowerCase();
  const done =
    office === CHAIR ? await world.appointChair(address) : await world.appoint(address, office);
  if (!done) {
    world.err(`No account has the address ${email}. Sign up first, then appoint.\n`);
    return 1;
  }
  world.out(`${email} is now ${TITLES[office]}.\n`);
  return 0;
}
