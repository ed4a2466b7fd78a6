/**
 * Renewing: the holder looks at what counts, says that it is true, and what is due goes on the ledger. Where nothing is
 * amiss and everything is paid, the new term is granted at once; where the rules ask for a reason, a matter is opened for
 * a person to answer, with a promised day.
 */
import { open as openMatter } from '../../casework/matter/decide.ts';
import { labelFrom } from '../../casework/matter/label.ts';
import { type MatterKind, notOpened } from '../../casework/matter/matter.ts';
import { readParagraphs } from '../../casework/person/typed-text.ts';
import { lifeOf } from '../../casework/renewal/credential-life.ts';
import {
  examsOf,
  isFree,
  openByExam,
  passedFor,
  renewalExamDays,
} from '../../casework/renewal/exam-route.ts';
import { grantOf } from '../../casework/renewal/granted.ts';
import { LATE_CRITERIA, REINSTATEMENT_CRITERIA } from '../../casework/renewal/late-criteria.ts';
import { askForMoreTime, HARDSHIP_CRITERIA, retire } from '../../casework/renewal/leave.ts';
import { attest, open } from '../../casework/renewal/renew.ts';
import type { RenewalEvent } from '../../casework/renewal/renewal-event.ts';
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import { type CivilDate, inWordsShort } from '../../kernel/dates/civil-date.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { appealDaysUnder } from '../../program/catalog/appeal-days.ts';
import type { RenewalRoute } from '../../program/maintenance/renewal-fees.ts';
import type { MatterRow } from '../ports/matter-history.ts';
import type { Records } from '../ports/records.ts';
import { charge, dueCents } from './charges.ts';
import { type Held, heldIn, type KeepWorld, type NotRenewable } from './held.ts';
import { keepRenewal } from './keep-renewal.ts';

const REASON = { label: 'Why it comes late', atLeast: 20, atMost: 4000 };
const HARDSHIP = { label: 'What happened', atLeast: 20, atMost: 4000 };
const holder = (person: string) => ({ rights: 'candidate', person }) as const;

export type RenewRefusal =
  | NotRenewable
  | 'changed-meanwhile'
  | 'not-declared'
  | 'reason-missing'
  | 'hours-missing'
  | 'exam-missing'
  | 'too-late'
  | 'nothing-open'
  | 'open-already'
  | 'renewed-already'
  | 'not-open-yet'
  | 'no-way-back'
  | 'no-exam-route'
  | 'no-exam-days'
  | 'exam-under-way';

/** Opened and attested in one act; a second press finds it open and changes nothing. */
export async function renewCredential(
  world: KeepWorld,
  asked: {
    readonly person: string;
    readonly credential: string;
    readonly route: RenewalRoute;
    readonly reason: string;
    readonly declared: boolean;
  },
): Promise<Result<true, RenewRefusal>> {
  if (!asked.declared) {
    return refuse('not-declared', 'tick the box to say that what you claim is true');
  }
  const opened = await world.records.as(holder(asked.person), async (records) => {
    await records.renewals.oneActAtATime(asked.credential);
    const held = await heldIn(world, records, asked.credential);
    return held.ok ? await openAndAttest(world, records, held.value, asked) : held;
  });
  if (!opened.ok) {
    return opened;
  }
  await keepRenewal(world, asked.credential);
  return success(true);
}

async function openAndAttest(
  world: KeepWorld,
  records: Records,
  held: Held,
  asked: { readonly route: RenewalRoute; readonly reason: string },
): Promise<Result<true, RenewRefusal>> {
  const { state, rules, claimed, days, history, credential } = held;
  const reason = asked.reason.trim();
  const exams = await records.renewals.examsFor(credential.id);
  const isFreeExam = asked.route === 'exam' && isFree(exams, history.begunAt);
  const opening = open(state, rules, {
    ...{ on: days.act, route: asked.route, reason },
    examUnderWay: examsOf(exams, openByExam(state, history.events)).length > 0,
    dueCents: isFreeExam ? () => 0 : dueCents(held, asked.route),
  });
  if (!opening.ok) {
    return opening;
  }
  const passedOn = passedFor(state, rules, exams);
  if (asked.route === 'exam' && passedOn === null) {
    return await openForExam(world, records, held, opening.value);
  }
  const { purpose, promisedBy, route } = opening.value;
  if (promisedBy !== null) {
    const read = readParagraphs(reason, REASON);
    if (!read.ok) {
      return refuse('reason-missing', read.refusal.because);
    }
  }
  const matter =
    promisedBy === null
      ? undefined
      : await openFor(world, records, held, {
          ...{ kind: 'renewal', letter: 'R', promisedBy, statement: reason },
          criteria: purpose === 'late' ? LATE_CRITERIA : REINSTATEMENT_CRITERIA,
        });
  const first: RenewalEvent =
    matter === undefined ? opening.value : { ...opening.value, matter: matter.id };
  const opened = withEvents(held, [first]);
  const attested = attest(opened, rules, claimed, {
    ...{ on: days.act, latest: days.latest },
    examPassedOn: passedOn,
  });
  if (!attested.ok) {
    return attested;
  }
  await charge(world, records, held, { route, purpose });
  const written = await records.renewals.append(credential.id, history.version, [
    first,
    attested.value,
  ]);
  return written === 'written'
    ? success(true)
    : refuse('changed-meanwhile', 'something happened meanwhile; look at the page again');
}

/** A renewal by an exam that is still to be taken: opened and charged; the pass fulfills it. */
async function openForExam(
  world: KeepWorld,
  records: Records,
  held: Held,
  opening: Extract<RenewalEvent, { type: 'opened' }>,
): Promise<Result<true, RenewRefusal>> {
  const { state, rules, version, days, history, credential } = held;
  if (renewalExamDays(state, rules, version, days.act).length === 0) {
    return refuse(
      'no-exam-days',
      `No exam can be taken between today and ${inWordsShort(state.newest.lastDay)}. You can renew by hours until then.`,
    );
  }
  if (opening.dueCents > 0) {
    await charge(world, records, held, { route: 'exam', purpose: opening.purpose });
  }
  const written = await records.renewals.append(credential.id, history.version, [opening]);
  return written === 'written'
    ? success(true)
    : refuse('changed-meanwhile', 'something happened meanwhile; look at the page again');
}

/** The state after events that are not written yet. */
function withEvents(
  { state, history, credential, program }: Held,
  events: readonly RenewalEvent[],
) {
  const granted = grantOf(credential, program);
  return granted === undefined ? state : (lifeOf([granted, ...history.events, ...events]) ?? state);
}

async function openFor(
  world: KeepWorld,
  records: Records,
  { credential, program, version, days }: Held,
  asked: {
    readonly kind: Extract<MatterKind, 'renewal' | 'more-time'>;
    readonly letter: string;
    readonly promisedBy: CivilDate;
    readonly statement: string;
    readonly until?: CivilDate;
    readonly criteria: typeof HARDSHIP_CRITERIA;
  },
): Promise<MatterRow> {
  const { kind, promisedBy, criteria, statement, until } = asked;
  const row: MatterRow = {
    ...{ id: world.chance.uuid(), label: labelFrom(asked.letter, world.chance.bytes(7)), kind },
    ...{ program: program.id, rules: version.id, openedOn: days.today, promisedBy },
    appealOf: undefined,
  };
  const opened = openMatter(notOpened, {
    ...{ ...row, criteria, appealDays: appealDaysUnder(program, version.id, kind) },
    expression: {
      kind: 'all',
      of: criteria.map(({ id }) => ({ kind: 'criterion', criterion: id })),
    },
  });
  if (!opened.ok) {
    throw new Error(`a request could not be opened: ${opened.refusal.because}`);
  }
  const claim: Json = {
    statement,
    ...(until === undefined ? {} : { asked: `Until ${inWordsShort(until)}` }),
  };
  await records.matters.open(row, credential.person, claim, opened.value);
  await records.renewals.tieMatter(row.id, credential.id);
  return row;
}

/** Asks for more time because of a hardship: a matter with a promised answer, until which nobody lapses. */
export async function askMoreTime(
  world: KeepWorld,
  asked: {
    readonly person: string;
    readonly credential: string;
    readonly until: CivilDate;
    readonly hardship: string;
  },
): Promise<
  Result<
    MatterRow,
    | NotRenewable
    | 'hardship-missing'
    | 'changed-meanwhile'
    | 'not-held'
    | 'asked-already'
    | 'not-later'
    | 'too-long'
    | 'renewed-already'
    | 'too-late'
  >
> {
  return await world.records.as(holder(asked.person), async (records) => {
    await records.renewals.oneActAtATime(asked.credential);
    const held = await heldIn(world, records, asked.credential);
    if (!held.ok) {
      return held;
    }
    const { state, rules, days, history, credential } = held.value;
    const read = readParagraphs(asked.hardship, HARDSHIP);
    const may = askForMoreTime(state, rules, {
      ...{ on: days.act, until: asked.until, matter: '' },
    });
    if (!may.ok) {
      return may;
    }
    if (!read.ok) {
      return refuse('hardship-missing', read.refusal.because);
    }
    const row = await openFor(world, records, held.value, {
      ...{ kind: 'more-time', letter: 'T', promisedBy: may.value.promisedBy },
      ...{ statement: read.value, until: asked.until, criteria: HARDSHIP_CRITERIA },
    });
    const event = { ...may.value, matter: row.id };
    const written = await records.renewals.append(credential.id, history.version, [event]);
    return written === 'written'
      ? success(row)
      : refuse('changed-meanwhile', 'something happened meanwhile; look at the page again');
  });
}

/** Takes retired status: the credential ends today, and can come back by hours. */
export async function retireCredential(
  world: KeepWorld,
  asked: { readonly person: string; readonly credential: string },
): Promise<
  Result<true, NotRenewable | 'changed-meanwhile' | 'not-offered' | 'retired-already' | 'too-late'>
> {
  const done = await world.records.as(holder(asked.person), async (records) => {
    await records.renewals.oneActAtATime(asked.credential);
    const held = await heldIn(world, records, asked.credential);
    if (!held.ok) {
      return held;
    }
    const { state, rules, days, history } = held.value;
    const retired = retire(state, rules, days.act);
    if (!retired.ok) {
      return retired;
    }
    const written = await records.renewals.append(asked.credential, history.version, [
      retired.value,
    ]);
    return written === 'written'
      ? success(true as const)
      : refuse('changed-meanwhile', 'something happened meanwhile; look at the page again');
  });
  if (done.ok) {
    await keepRenewal(world, asked.credential);
  }
  return done;
}
