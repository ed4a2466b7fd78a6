/**
 * The complainant's side of a matter, by the receipt of their concern and with no account: what happened so far, what they
 * may do, and by when. They may withdraw, and have others look again at what was screened out.
 */
import { withdraw } from '../../casework/conduct/aside.ts';
import type { ConductMatter } from '../../casework/conduct/conduct-matter.ts';
import type { Step } from '../../casework/conduct/conduct-rules.ts';
import { stateOf } from '../../casework/conduct/evolve.ts';
import { promisesNow } from '../../casework/conduct/promises.ts';
import { appealScreening, screeningAppealUntil } from '../../casework/conduct/screening-appeal.ts';
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import { success } from '../../kernel/result/result.ts';
import type { ConductLetterRow, ShownEvent } from '../ports/conduct-records.ts';
import type { World } from '../ports/ports.ts';
import { noSuchComplaint, notWritten, ruledOn } from './change-complaint.ts';
import { underLabels } from './words-without-names.ts';

type SideWorld = Pick<World, 'records' | 'clock'>;
const WORKER = { rights: 'worker', person: undefined } as const;
const NOBODY = { rights: 'public', person: undefined } as const;

export interface ComplainantSide {
  readonly label: string;
  readonly shown: readonly ShownEvent[];
  /** What was promised to the complainant next, and by when; undefined where no promise runs. */
  readonly promised: { readonly step: Step; readonly by: CivilDate } | undefined;
  readonly isStayed: boolean;
  readonly mayWithdraw: boolean;
  /** The last day to have others look again; undefined where there is nothing to look at. */
  readonly appealUntil: CivilDate | undefined;
  readonly letters: readonly ConductLetterRow[];
}

/** Undefined where the concern has not become a matter. `receiptHash` was checked with its passphrase before. */
export async function complainantSide(
  world: SideWorld,
  receiptHash: Uint8Array,
): Promise<ComplainantSide | undefined> {
  const seen = await world.records.as(NOBODY, async ({ conduct }) => ({
    complaint: await conduct.complaintOf(receiptHash),
    shown: await conduct.shownToComplainant(receiptHash),
    letters: await conduct.lettersByReceipt(receiptHash),
  }));
  const { complaint, shown, letters } = seen;
  const state = complaint === undefined ? undefined : await stateAt(world, complaint.matter);
  if (complaint === undefined || state === undefined) {
    return undefined;
  }
  const today = world.clock.today();
  const until = screeningAppealUntil(state);
  return {
    label: complaint.label,
    ...{ shown, letters },
    promised: promisesNow(state, 'complainant')[0],
    isStayed: state.stayedSince !== undefined,
    mayWithdraw: withdraw(state, { on: today, complaint: complaint.key }).ok,
    appealUntil:
      until !== undefined && until >= today && state.stage === 'closed' ? until : undefined,
  };
}

async function stateAt(
  world: Pick<World, 'records'>,
  matter: string,
): Promise<ConductMatter | undefined> {
  const history = await world.records.as(WORKER, ({ conduct }) => conduct.read(matter));
  return history === undefined ? undefined : stateOf(history.events);
}

export type ComplainantAct =
  | { readonly act: 'withdraw' }
  | { readonly act: 'appeal-screening'; readonly statement: string };

export async function actByReceipt(
  world: SideWorld,
  asked: { readonly receiptHash: Uint8Array; readonly act: ComplainantAct },
) {
  const { receiptHash, act } = asked;
  const complaint = await world.records.as(NOBODY, ({ conduct }) =>
    conduct.complaintOf(receiptHash),
  );
  if (complaint === undefined) {
    return noSuchComplaint;
  }
  const { matter, key } = complaint;
  const read = await world.records.as(WORKER, async ({ conduct }) => ({
    history: await conduct.read(matter),
    parties: await conduct.parties(matter),
  }));
  const on = world.clock.today();
  const ruled = await ruledOn(read.history, { matter, seen: undefined }, (state) =>
    act.act === 'withdraw'
      ? withdraw(state, { on, complaint: key })
      : appealScreening(state, { on, complaint: key, statement: act.statement }),
  );
  if (!ruled.ok) {
    return ruled;
  }
  const { history } = ruled.value;
  const events = ruled.value.events.map((event) => underLabels(event, read.parties));
  const written = await world.records.as(NOBODY, ({ conduct }) =>
    conduct.byComplainant(receiptHash, history.version, events),
  );
  return written === 'written' ? success(true) : notWritten(written);
}
