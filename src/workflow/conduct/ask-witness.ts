/**
 * Somebody who may know something is asked, and what they send becomes evidence: word for word for whoever handles the
 * matter, and in a copy under labels for the respondent and for those who judge.
 */
import { calledIn, labeledParties } from '../../casework/conduct/called.ts';
import { stateOf } from '../../casework/conduct/evolve.ts';
import type { NamedWitness } from '../../casework/conduct/read-act.ts';
import { nextWitness } from '../../casework/conduct/witnesses.ts';
import { withLabels } from '../../casework/matter/with-labels.ts';
import { readEmail } from '../../casework/person/email.ts';
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import { refuse, success } from '../../kernel/result/result.ts';
import { programOf } from '../../program/catalog/catalog.ts';
import { statement } from '../../reporting/letters/statement.ts';
import type { EvidenceFileSent } from '../ports/conduct-records.ts';
import type { World } from '../ports/ports.ts';
import { noSuchComplaint } from './change-complaint.ts';
import { acted, type ByHandler, type HandleWorld } from './handle-complaint.ts';
import { witnessCode, witnessCodeHash } from './witness-code.ts';
import { witnessMail } from './witness-mail.ts';

export async function askWitness(
  world: HandleWorld,
  asked: ByHandler & {
    readonly whom: NamedWitness;
    readonly asked: readonly string[];
    readonly answerUntil: CivilDate;
  },
) {
  const { matter, whom, answerUntil } = asked;
  const id = world.chance.uuid();
  return await acted(
    world,
    asked,
    async ({ conduct }) => {
      const contact = readEmail(whom.contact);
      if (!contact.ok) {
        return refuse('no-address', contact.refusal.because);
      }
      const state = stateOf((await conduct.read(matter))?.events ?? []);
      if (state === undefined) {
        return noSuchComplaint;
      }
      const { fullName, language } = whom;
      const known = (await conduct.parties(matter)).some(
        (party) => party.contact === contact.value,
      );
      const added =
        !known &&
        (await conduct.addParty({
          ...{ id, matter, role: 'witness', key: nextWitness(state), person: undefined },
          ...{ fullName, formerNames: [], contact: contact.value, naming: undefined },
          ...{ concern: undefined, hopes: '', language },
        }));
      return added
        ? success({
            ...({ act: 'invite-witness', asked: asked.asked, answerUntil } as const),
            tied: await conduct.barred(matter),
          })
        : refuse('known-already', 'somebody with this address is concerned in the matter already');
    },
    async ({ conduct }) => {
      const code = witnessCode(world.chance);
      const mail = witnessMail(whom.language, `${world.origin}/witness/${code}`);
      if (!(await conduct.linkWitness(id, witnessCodeHash(code), mail))) {
        throw new Error('a witness was asked, and no link was made');
      }
    },
  );
}

/** The statement and each file that came with it, each a piece of its own. */
export async function takeInStatementOf(
  world: HandleWorld & Pick<World, 'letters' | 'files'>,
  asked: ByHandler & { readonly witness: string },
) {
  const { matter, witness } = asked;
  let pieces: readonly { readonly original: EvidenceFileSent; readonly copy?: EvidenceFileSent }[] =
    [];
  return await acted(
    world,
    asked,
    async ({ conduct }) => {
      const history = await conduct.read(matter);
      const said = (await conduct.statements(matter)).find(({ key }) => key === witness);
      if (history === undefined || said === undefined) {
        return refuse('no-statement', 'no statement of this witness waits to be taken in');
      }
      const parties = await conduct.parties(matter);
      const { row } = history;
      const told = {
        from: {
          name: programOf(row.program)?.body.name ?? '',
          office: row.about === 'body' ? 'Office of the ombud' : 'Office of professional conduct',
          address: [world.origin],
          contact: world.origin,
        },
        label: row.label,
        dated: world.clock.today(),
        witness: calledIn(witness),
      };
      const name = parties.find(({ key }) => key === witness)?.fullName;
      const printed = [
        await world.letters.pdf(statement({ ...told, name, words: said.words })),
        await world.letters.pdf(
          statement({
            ...{ ...told, name: undefined },
            words: withLabels(said.words, labeledParties(parties)),
          }),
        ),
      ];
      const [original, copy] = await Promise.all(
        printed.map(async (one) => (one.ok ? await keptPdf(world, one.value) : undefined)),
      );
      if (original === undefined || copy === undefined) {
        return refuse('not-printed', 'the statement could not be put on paper; try again');
      }
      pieces = [{ original, copy }, ...said.files.map((file) => ({ original: file }))];
      return success({
        ...({ act: 'take-in', witness } as const),
        pieces: pieces.map(({ original: { sha256 } }, place) => ({
          kind: place === 0 ? ('named-testimony' as const) : ('document' as const),
          sha256,
          source:
            place === 0
              ? `Statement of ${calledIn(witness)}`
              : `File ${place} that came with the statement of ${calledIn(witness)}`,
        })),
      });
    },
    async ({ conduct }, first) => {
      const from = Number(first.slice(1));
      for (const [place, { original, copy }] of pieces.entries()) {
        const evidence = `e${from + place}`;
        await conduct.addFile({ ...original, matter, evidence, which: 'original' });
        if (copy !== undefined) {
          await conduct.addFile({ ...copy, matter, evidence, which: 'copy' });
        }
      }
    },
  );
}

async function keptPdf(
  { files }: Pick<World, 'files'>,
  bytes: Uint8Array,
): Promise<EvidenceFileSent> {
  const kept = await files.keep(bytes);
  return { ...kept, mediaType: 'application/pdf', originalName: 'statement.pdf' };
}
