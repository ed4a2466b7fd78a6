/**
 * `evenhand appoint EMAIL OFFICE [PROGRAM …]`: gives an account an office; with programs, its holder works for these and for no
 * other from then on, with "all" for all again. The first director of a body is appointed this way. The
 * chair is a member of the board; there is one, so a new chair takes the place of the one before.
 */
import { OFFICES, type Office } from '../../contract/routes/office.ts';

export interface AppointWorld {
  /** False where no account has this address. */
  appoint(email: string, office: Office): Promise<boolean>;
  appointChair(email: string): Promise<boolean>;
  /** Which programs somebody works for, under whatever office; none means all. */
  serveOnly(email: string, programs: readonly string[]): Promise<boolean>;
  /** The programs that there are. */
  readonly programs: readonly string[];
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

const CHAIR = 'chair';
const ALL = 'all';
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
  if (email === undefined || office === undefined) {
    world.err(`evenhand appoint EMAIL OFFICE [PROGRAM …]\nOFFICE is one of ${known.join(', ')}.\n`);
    return 2;
  }
  const strange = more.find((program) => program !== ALL && !world.programs.includes(program));
  if (strange !== undefined || (more.includes(ALL) && more.length > 1)) {
    world.err(
      `PROGRAM is one or more of ${world.programs.join(', ')}, or ${ALL} alone${strange === undefined ? '' : `; there is no ${strange}`}.\n`,
    );
    return 2;
  }
  const address = email.toLowerCase();
  const done =
    office === CHAIR ? await world.appointChair(address) : await world.appoint(address, office);
  if (!done) {
    world.err(`No account has the address ${email}. Sign up first, then appoint.\n`);
    return 1;
  }
  if (more.length > 0) {
    await world.serveOnly(address, more.includes(ALL) ? [] : more);
  }
  const serves =
    more.length === 0
      ? ''
      : ` and works for ${more.join(', ')}${more.includes(ALL) ? ' programs' : ' only'}`;
  world.out(`${email} is now ${TITLES[office]}${serves}.\n`);
  return 0;
}
