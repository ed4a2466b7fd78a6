/** Witnesses: their links, what they are asked behind one, and what they said. */
import type { ConductEvent } from '../../casework/conduct/conduct-event.ts';
import { date } from '../../kernel/dates/civil-date.ts';
import type { EvidenceFileSent, WitnessesOfConduct } from '../../workflow/ports/conduct-records.ts';
import type { Tx } from '../database/connect.ts';
import { appended, bodyOf } from './conduct-matters.ts';
import { stored } from './rows.ts';

interface AskedColumns {
  matter: string;
  witness: string;
  version: number;
  program: string;
  language: 'en' | 'es';
  asked: string[];
  answer_until: string;
  answered: boolean;
}

export function witnessesOfConduct(tx: Tx): WitnessesOfConduct {
  return {
    async linkWitness(party, codeHash, { subject, body }) {
      const [row] = await tx<{ done: boolean }[]>`
        select conduct.link_witness(${party}, ${Buffer.from(codeHash)}, ${subject}, ${body}) as done`;
      return row?.done === true;
    },
    async askedOfWitness(codeHash) {
      const [row] = await tx<AskedColumns[]>`
        select * from conduct.asked_of_witness(${Buffer.from(codeHash)})`;
      if (row === undefined) {
        return undefined;
      }
      const { answer_until: until, ...rest } = row;
      return { ...rest, answerUntil: date(until) };
    },
    byWitness: (codeHash, version, events: readonly ConductEvent[], { words, files }) =>
      appended(() =>
        tx.savepoint(async (inner) => {
          for (const [place, event] of events.entries()) {
            const { type, body } = bodyOf(event);
            await inner`select conduct.by_witness(${Buffer.from(codeHash)}, ${version + place + 1}, ${type},
              ${stored(inner, body)}, ${words}, ${stored(
                inner,
                files.map((file) => ({ ...file })),
              )})`;
          }
        }),
      ),
    async statements(matter) {
      return await tx<{ key: string; words: string; files: EvidenceFileSent[] }[]>`
        select key, words, files from conduct.statement where matter = ${matter} order by key`;
    },
  };
}
