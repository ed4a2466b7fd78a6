/**
 * The side of a witness, by the link that was mailed to them and with no account: what they are asked, and their answer,
 * sent once. Of the matter itself they learn nothing.
 */
import { stateOf } from '../../casework/conduct/evolve.ts';
import { answerAsWitness } from '../../casework/conduct/witnesses.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { programOf } from '../../program/catalog/catalog.ts';
import type { FileToKeep } from '../ports/concern-records.ts';
import type { AskedOfWitness } from '../ports/conduct-records.ts';
import type { World } from '../ports/ports.ts';
import { notWritten, ruledOn } from './change-complaint.ts';
import { witnessCodeHash } from './witness-code.ts';

type SideWorld = Pick<World, 'records' | 'clock'>;
const WORKER = { rights: 'worker', person: undefined } as const;
const NOBODY = { rights: 'public', person: undefined } as const;

export interface WitnessSide
  extends Pick<AskedOfWitness, 'language' | 'asked' | 'answerUntil' | 'answered'> {
  /** Who asks: the body whose program it is. */
  readonly body: string;
  /** Whether an answer is still taken. */
  readonly isOpen: boolean;
}

/** Undefined where there is no such link. */
export async function witnessSide(
  world: SideWorld,
  code: string,
): Promise<WitnessSide | undefined> {
  const asked = await world.records.as(NOBODY, ({ conduct }) =>
    conduct.askedOfWitness(witnessCodeHash(code)),
  );
  const body = asked === undefined ? undefined : programOf(asked.program)?.body.name;
  if (asked === undefined || body === undefined) {
    return undefined;
  }
  const history = await world.records.as(WORKER, ({ conduct }) => conduct.read(asked.matter));
  const state = stateOf(history?.events ?? []);
  const on = world.clock.today();
  const { language, asked: questions, answerUntil, answered, witness } = asked;
  return {
    ...{ language, asked: questions, answerUntil, answered, body },
    isOpen: state !== undefined && answerAsWitness(state, { on, witness, declined: false }).ok,
  };
}

export async function answerByLink(
  world: SideWorld,
  asked: {
    readonly code: string;
    readonly declined: boolean;
    readonly words: string;
    readonly files: readonly FileToKeep[];
  },
): Promise<Result<true, string>> {
  const hash = witnessCodeHash(asked.code);
  const invited = await world.records.as(NOBODY, ({ conduct }) => conduct.askedOfWitness(hash));
  if (invited === undefined) {
    return refuse('no-such-link', 'this link does not work');
  }
  const { matter, witness } = invited;
  const history = await world.records.as(WORKER, ({ conduct }) => conduct.read(matter));
  const ruled = await ruledOn(history, { matter, seen: undefined }, (state) =>
    answerAsWitness(state, { on: world.clock.today(), witness, declined: asked.declined }),
  );
  if (!ruled.ok) {
    return ruled;
  }
  const { events, history: seen } = ruled.value;
  const { words, files } = asked;
  return await world.records.as(NOBODY, async ({ conduct }) => {
    const written = await conduct.byWitness(hash, seen.version, events, { words, files });
    return written === 'written' ? success(true) : notWritten(written);
  });
}
