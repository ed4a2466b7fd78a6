/**
 * Answering an audit: proof added, somebody asked to confirm an activity by a mailed link, leave said, and at last "this is
 * what I have". The clock stands still while somebody who was asked owes an answer, and while its holder is on leave.
 */

import { readEmail } from '../../casework/person/email.ts';
import { readName } from '../../casework/person/name.ts';
import { type Mistake, readParagraphs } from '../../casework/person/typed-text.ts';
import {
  answerAudit,
  auditable,
  endLeave,
  makeGood,
  pauseAudit,
} from '../../casework/renewal/audit.ts';
import type { RenewalEvent } from '../../casework/renewal/renewal-event.ts';
import { answerEnd } from '../../casework/renewal/term-end.ts';
import { toBase64url } from '../../kernel/bytes/bytes.ts';
import { addDays, type CivilDate, inWords, inWordsShort } from '../../kernel/dates/civil-date.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { hashOfLink, LINK_DAYS } from '../apply/ask-supervisors.ts';
import type { World } from '../ports/ports.ts';
import type { Records } from '../ports/records.ts';
import { type Held, heldIn, type KeepWorld, type NotRenewable } from './held.ts';
import { endMatter, somebodyOwes } from './keep-audit.ts';
import { keepRenewal } from './keep-renewal.ts';

const DAY_MS = 86_400_000;
const TOKEN_BYTES = 32;
const holder = (person: string) => ({ rights: 'candidate', person }) as const;

interface Asked {
  readonly person: string;
  readonly credential: string;
}

async function act<Kind extends string>(
  world: KeepWorld,
  asked: Asked,
  rule: (held: Held, records: Records) => Promise<Result<RenewalEvent | undefined, Kind>>,
): Promise<Result<true, Kind | NotRenewable | 'changed-meanwhile'>> {
  const done = await world.records.as(holder(asked.person), async (records) => {
    await records.renewals.oneActAtATime(asked.credential);
    const held = await heldIn(world, records, asked.credential);
    if (!held.ok) {
      return held;
    }
    const event = await rule(held.value, records);
    if (!event.ok) {
      return event;
    }
    if (event.value === undefined) {
      return success(true as const);
    }
    const { version } = held.value.history;
    const written = await records.renewals.append(asked.credential, version, [event.value]);
    return written === 'written'
      ? success(true as const)
      : refuse('changed-meanwhile', 'something happened meanwhile; look at the page again');
  });
  if (done.ok) {
    await keepRenewal(world, asked.credential);
  }
  return done;
}

export type AskRefusal = 'no-audit' | 'mistakes' | 'too-many';
const MOST_ASKED = 40;

/** Asks somebody to confirm one activity; from then on the clock stands still until they answer or the link ends. */
export async function askToConfirm(
  world: KeepWorld,
  asked: Asked & { readonly activity: string; readonly name: string; readonly email: string },
): Promise<
  | Result<true, AskRefusal | NotRenewable | 'changed-meanwhile'>
  | { readonly ok: 'mistakes'; readonly mistakes: readonly Mistake[] }
> {
  const name = readName(asked.name, 'Their name');
  const email = readEmail(asked.email, 'Their email address');
  if (!name.ok || !email.ok) {
    return {
      ok: 'mistakes',
      mistakes: [
        ...(name.ok ? [] : [{ field: 'name', message: name.refusal.because }]),
        ...(email.ok ? [] : [{ field: 'email', message: email.refusal.because }]),
      ],
    };
  }
  return await act<AskRefusal>(world, asked, async (held, records) => {
    const { state, claimed, days } = held;
    const audit = auditable(state)?.audit;
    const activity = claimed.activities.find(({ id }) => id === asked.activity);
    if (audit === undefined || audit.answeredOn !== undefined || activity === undefined) {
      return refuse('no-audit', 'no audit is open that this could be shown in');
    }
    if ((await records.renewals.confirmations(asked.credential)).length >= MOST_ASKED) {
      return refuse('too-many', `no more than ${MOST_ASKED} people can be asked`);
    }
    await sendLink(world, records, held, {
      ...{ activity: asked.activity, title: activity.title, on: activity.to },
      ...{ name: name.value, email: email.value },
    });
    if (audit.paused === undefined && days.act > audit.answerBy) {
      return success(undefined);
    }
    return pauseAudit(state, {
      ...{ on: days.act, why: 'third-party', until: addDays(days.act, LINK_DAYS) },
    }) as Result<RenewalEvent, AskRefusal>;
  });
}

async function sendLink(
  world: KeepWorld,
  records: Records,
  { program, credential, days }: Held,
  asked: {
    readonly activity: string;
    readonly title: string;
    readonly on: CivilDate;
    readonly name: string;
    readonly email: string;
  },
): Promise<void> {
  const me = await records.people.me();
  const token = toBase64url(world.chance.bytes(TOKEN_BYTES));
  const { activity, name, email, title, on } = asked;
  await records.renewals.askToConfirm({
    ...{ id: world.chance.uuid(), credential: credential.id, activity, name, email },
    ...{ tokenHash: hashOfLink(token), expiresAt: world.clock.now() + LINK_DAYS * DAY_MS },
  });
  const who = me?.fullName ?? '';
  await records.mail.send({
    ...{ id: world.chance.uuid(), toPerson: undefined, to: email },
    subject: `${who} asks you to confirm a course`,
    body: `Dear ${name},

${who} holds the ${program.designation} credential and was drawn by lottery for an audit of their education hours. They ask you to confirm one activity:

${title}, completed on ${inWordsShort(on)}

You need no account, and it takes a minute:

${world.origin}/confirm/${token}

The link is yours alone and works until ${inWords(addDays(days.today, LINK_DAYS))}. While you have not answered, the clock of ${who} stands still. If you do not know of it, say so there.

${program.notice}
`,
  });
}

/** Leave: the clock stands still until a day. */
export const sayLeave = (
  world: KeepWorld,
  asked: Asked & { readonly until: CivilDate },
): ReturnType<typeof act> =>
  act(world, asked, async ({ state, days }) =>
    pauseAudit(state, { on: days.act, why: 'leave', until: asked.until }),
  );

/** Back before the day. */
export const backFromLeave = (world: KeepWorld, asked: Asked): ReturnType<typeof act> =>
  act(world, asked, async ({ state, days }, records) =>
    endLeave(state, {
      on: days.act,
      somebodyOwes: await somebodyOwes(world, records, asked.credential),
    }),
  );

/** "This is what I have." A person looks at it next. */
export const sendAnswer = (world: KeepWorld, asked: Asked): ReturnType<typeof act> =>
  act(world, asked, async ({ state, days }) => answerAudit(state, days.act));

/** Later hours fill the gap that an audit left. */
export const fillGap = (
  world: KeepWorld,
  asked: Asked & { readonly activities: readonly string[] },
): ReturnType<typeof act> =>
  act(world, asked, async ({ state, rules, claimed, days }) =>
    makeGood(state, rules, claimed, { on: days.act, activities: asked.activities }),
  );

const SAID = { label: 'What should be known', atLeast: 20, atMost: 4000 };

/** Says what should be known before a person decides whether the term ends. */
export const sayBeforeEnd = (
  world: KeepWorld,
  asked: Asked & { readonly words: string },
): ReturnType<typeof act> =>
  act(world, asked, async ({ state, days, credential }, records) => {
    const matters = await records.matters.aboutCredential(credential.id);
    const may = answerEnd(state, {
      ...{ on: days.act, words: asked.words || ' ' },
      opened: endMatter({ state }, matters) !== undefined,
    });
    if (!may.ok && may.refusal.kind !== 'words-missing') {
      return may;
    }
    const read = readParagraphs(asked.words, SAID);
    return read.ok && may.ok
      ? success({ ...may.value, words: read.value })
      : refuse('words-missing', read.ok ? 'write what should be known' : read.refusal.because);
  });

/** What a mailed link asks; undefined where it is unknown or over. */
export async function confirmationAsked(world: Pick<World, 'records' | 'clock'>, token: string) {
  return await world.records.as({ rights: 'public', person: undefined }, ({ renewals }) =>
    renewals.askedByLink(hashOfLink(token), world.clock.now()),
  );
}

const WORDS_AT_MOST = 2000;

/** The one answer to a link. */
export async function confirmActivity(
  world: Pick<World, 'records' | 'clock'>,
  asked: {
    readonly token: string;
    readonly tookPlace: string;
    readonly hours: string;
    readonly words: string;
  },
): Promise<Result<true, 'answer-missing' | 'not-hours' | 'over'>> {
  if (!['yes', 'no'].includes(asked.tookPlace)) {
    return refuse('answer-missing', 'say whether they took part');
  }
  const typed = asked.hours.trim();
  const hours = typed === '' ? null : Number(typed);
  if (hours !== null && !(hours > 0 && hours <= 2000)) {
    return refuse('not-hours', 'Hours: write a number such as 6 or 6.5, or leave it empty.');
  }
  const stored = await world.records.as({ rights: 'public', person: undefined }, ({ renewals }) =>
    renewals.confirm(
      hashOfLink(asked.token),
      {
        tookPlace: asked.tookPlace === 'yes',
        ...{ hours, words: asked.words.trim().slice(0, WORDS_AT_MOST) },
      },
      world.clock.now(),
    ),
  );
  return stored ? success(true) : refuse('over', 'this link was answered before, or it is over');
}
