/**
 * Writes to the people who can confirm the work. Each gets a link that is theirs alone and works for 60 days; of the
 * link only a hash is kept. They learn the candidate's name and the program, and nothing else.
 */
import type { Supervisor } from '../../casework/application/draft.ts';
import { toBase64url, utf8 } from '../../kernel/bytes/bytes.ts';
import { sha256 } from '../../kernel/bytes/sha256.ts';
import { civilDateAt, inWords } from '../../kernel/dates/civil-date.ts';
import type { OfferedProgram } from '../../program/definition/offered-program.ts';
import type { World } from '../ports/ports.ts';
import type { Records } from '../ports/records.ts';

export const LINK_DAYS = 60;
const DAY_MS = 86_400_000;
const TOKEN_BYTES = 32;
/** Criteria are named together in one request: ids never hold a plus. */
const TOGETHER = '+';

export const hashOfLink = (token: string): Uint8Array => sha256(utf8(token));
const supportsTogether = (criteria: readonly string[]): string => criteria.join(TOGETHER);
export const supportsApart = (supports: string): readonly string[] => supports.split(TOGETHER);

export async function askSupervisors(
  records: Records,
  world: Pick<World, 'clock' | 'chance' | 'origin'>,
  about: {
    readonly matter: string;
    readonly program: OfferedProgram;
    readonly zone: string;
    readonly candidate: string;
    readonly supervisors: readonly Supervisor[];
  },
): Promise<void> {
  const expiresAt = world.clock.now() + LINK_DAYS * DAY_MS;
  for (const supervisor of about.supervisors) {
    const token = toBase64url(world.chance.bytes(TOKEN_BYTES));
    await records.attestations.ask({
      id: world.chance.uuid(),
      matter: about.matter,
      supports: supportsTogether(supervisor.supports),
      tokenHash: hashOfLink(token),
      supervisorName: supervisor.name,
      supervisorEmail: supervisor.email,
      expiresAt,
    });
    await records.mail.send({
      id: world.chance.uuid(),
      toPerson: undefined,
      to: supervisor.email,
      subject: `${about.candidate} asks you to confirm their work`,
      body: letter({
        to: supervisor.name,
        candidate: about.candidate,
        program: `${about.program.name} (${about.program.designation})`,
        body: about.program.body.name,
        notice: about.program.notice,
        link: `${world.origin}/attest/${token}`,
        until: inWords(civilDateAt(expiresAt, about.zone)),
      }),
    });
  }
}

const letter = (words: {
  readonly to: string;
  readonly candidate: string;
  readonly program: string;
  readonly body: string;
  readonly notice: string;
  readonly link: string;
  readonly until: string;
}): string => `Dear ${words.to},

${words.candidate} has applied for the ${words.program} credential and named you as somebody who knows their work. We ask you six short questions about it. You need no account, and it takes about five minutes:

${words.link}

The link is yours alone and works until ${words.until}. Your answers go to a records clerk of the ${words.body}; ${words.candidate} sees that you answered, not what you answered.

If you do not know ${words.candidate}, say so there, or do nothing.

${words.notice}
`;
