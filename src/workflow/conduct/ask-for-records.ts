/**
 * A third party that keeps records is asked for them, and what came of it is put on record. Its name and address stand with
 * those concerned, where whoever handles the matter reads them; on the record it has a label.
 */

import type { RecordsAnswer } from '../../casework/conduct/conduct-event.ts';
import { stateOf } from '../../casework/conduct/evolve.ts';
import type { NamedHolder } from '../../casework/conduct/read-records.ts';
import { nextHolder, type RecordsRequest } from '../../casework/conduct/records-requests.ts';
import { readLine, readParagraphs } from '../../casework/person/typed-text.ts';
import { refuse, success } from '../../kernel/result/result.ts';
import { noSuchComplaint } from './change-complaint.ts';
import {
  acted,
  type ByHandler,
  type EvidenceFile,
  type HandleWorld,
  keepFiles,
} from './handle-complaint.ts';

/** The longest name and address that an envelope takes. */
const LONGEST_NAME = 200;
const LONGEST_ADDRESS = 500;

export async function askForRecordsOf(
  world: HandleWorld,
  asked: ByHandler & { readonly whom: NamedHolder; readonly request: RecordsRequest },
) {
  const { matter, whom, request } = asked;
  return await acted(world, asked, async ({ conduct }) => {
    const name = readLine(whom.fullName, { label: 'The name', atMost: LONGEST_NAME });
    if (!name.ok) {
      return refuse('no-name', name.refusal.because);
    }
    const address = readParagraphs(whom.address, {
      label: 'The address',
      atMost: LONGEST_ADDRESS,
    });
    if (!address.ok) {
      return refuse('no-address', address.refusal.because);
    }
    const state = stateOf((await conduct.read(matter))?.events ?? []);
    if (state === undefined) {
      return noSuchComplaint;
    }
    await conduct.addParty({
      ...{ id: world.chance.uuid(), matter, role: 'holder', key: nextHolder(state) },
      ...{ person: undefined, fullName: name.value, formerNames: [], contact: address.value },
      ...{ naming: undefined, concern: undefined, hopes: '', language: 'en' },
    });
    return success({ act: 'ask-for-records', ...request } as const);
  });
}

/** What the holder answered; where records came, they are evidence with whoever notes it as the first who holds them. */
export const noteRecordsFrom = (
  world: HandleWorld,
  asked: ByHandler & {
    readonly holder: string;
    readonly how: RecordsAnswer;
    readonly reason: string;
    readonly original: EvidenceFile | undefined;
    readonly copy: EvidenceFile | undefined;
  },
) =>
  acted(
    world,
    asked,
    () => {
      const { holder, how, reason, original } = asked;
      const sha256 = how === 'received' ? original?.sha256 : undefined;
      return Promise.resolve(
        success({ act: 'note-records', holder, how, reason, sha256 } as const),
      );
    },
    async (records, evidence) => {
      const { how, matter, original, copy } = asked;
      if (how === 'received' && original !== undefined) {
        await keepFiles(records, { matter, original, copy }, evidence);
      }
    },
  );
