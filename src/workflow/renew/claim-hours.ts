/**
 * Hours claimed as they come: typed, with a photograph or a PDF, or from a record that a provider signed. One activity
 * counts once. What cannot count is refused with the reason, before anything is kept.
 */
import { holdsName } from '../../casework/matter/holds-name.ts';
import { namesOf } from '../../casework/person/name.ts';
import type { Mistake } from '../../casework/person/typed-text.ts';
import { openPeriod, placeOf } from '../../casework/renewal/placing.ts';
import {
  type ActivityDraft,
  readActivity,
  type TypedActivity,
} from '../../casework/renewal/read-activity.ts';
import { standingOn } from '../../casework/renewal/standing.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { storeUpload, type Upload } from '../apply/store-upload.ts';
import type { World } from '../ports/ports.ts';
import type { PersonRow, Records } from '../ports/records.ts';
import type { ClaimWritten } from '../ports/renewal-records.ts';
import { chargeReview } from './charges.ts';
import { type Held, heldIn, type NotRenewable } from './held.ts';

export type ClaimWorld = Pick<World, 'records' | 'clock' | 'chance' | 'cleaner' | 'files'>;

export type Claimed =
  | { readonly kept: true; readonly id: string }
  | { readonly kept: false; readonly mistakes: readonly Mistake[] };

const holder = (person: string) => ({ rights: 'candidate', person }) as const;

export async function claimHours(
  world: ClaimWorld,
  asked: {
    readonly person: string;
    readonly credential: string;
    readonly typed: Omit<TypedActivity, 'evidence'>;
    readonly upload: Upload | undefined;
  },
): Promise<Result<Claimed, NotRenewable>> {
  const stored =
    asked.upload === undefined
      ? undefined
      : await storeUpload(world, asked.upload, { program: '', supports: 'hours' });
  return await world.records.as(holder(asked.person), async (records) => {
    await records.renewals.oneActAtATime(asked.credential);
    const held = await heldIn(world, records, asked.credential);
    if (!held.ok) {
      return held;
    }
    const me = await records.people.me();
    const read = readActivity(
      { ...asked.typed, evidence: '' },
      held.value.rules,
      held.value.claimed.providers,
    );
    const mistakes: readonly Mistake[] = [
      ...(read.ok
        ? faultsIn(held.value, read.value, me)
        : read.mistakes.map(({ field, because }) => ({ field, message: because }))),
      ...(stored?.ok === false ? [{ field: 'proof', message: `${stored.refusal.because}.` }] : []),
    ];
    if (!read.ok || mistakes.length > 0) {
      return success({ kept: false, mistakes });
    }
    if (stored?.ok === true) {
      await records.renewals.addProof(asked.credential, stored.value);
    }
    const id = world.chance.uuid();
    const draft = { ...read.value, evidence: stored?.ok === true ? stored.value.id : null };
    const written = await records.renewals.claim(asked.credential, id, draft);
    if (written !== 'written') {
      return success({ kept: false, mistakes: [mistakeOf(written)] });
    }
    await chargeWhereReviewed(world, records, held.value, draft);
    return success({ kept: true, id });
  });
}

/** The fee of a course that somebody has to look at, where the rules have one. */
export async function chargeWhereReviewed(
  world: Pick<World, 'chance'>,
  records: Records,
  held: Held,
  draft: ActivityDraft,
): Promise<void> {
  if (draft.approval.kind === 'review') {
    await chargeReview(world, records, held, draft);
  }
}

export function mistakeOf(written: Exclude<ClaimWritten, 'written'>): Mistake {
  return written === 'claimed-before'
    ? {
        field: 'title',
        message:
          'You have claimed this activity already: same provider, same title, same day. It counts once.',
      }
    : {
        field: 'completed',
        message: 'These hours were counted for a term that is closed, so they stay as they are.',
      };
}

/** What stands against an activity although it can be read: the day does not count here, or it names its holder. */
export function faultsIn(
  { state, rules, days }: Held,
  draft: ActivityDraft,
  me: PersonRow | undefined,
): readonly Mistake[] {
  const period = openPeriod(state, rules, standingOn(state, rules, days.act));
  const place = placeOf(draft, state, period, days.latest);
  const names = me === undefined ? [] : namesOf(me);
  const named = names.some((name) => holdsName(`${draft.title}\n${draft.provider}`, name));
  return [
    ...(place.kind === 'counts-now' ? [] : [{ field: 'completed', message: place.because }]),
    ...(named
      ? [
          {
            field: 'title',
            message:
              'Title and provider: leave your own name out. Whoever reviews a course does not learn whose it is.',
          },
        ]
      : []),
  ];
}

/** Takes a claim back, as long as no closed term rests on it. */
export async function takeBackHours(
  world: Pick<World, 'records' | 'clock'>,
  asked: { readonly person: string; readonly credential: string; readonly activity: string },
): Promise<Result<true, NotRenewable | 'settled' | 'no-such-activity'>> {
  return await world.records.as(holder(asked.person), async (records) => {
    await records.renewals.oneActAtATime(asked.credential);
    const held = await heldIn(world, records, asked.credential);
    if (!held.ok) {
      return held;
    }
    if (!held.value.claimed.activities.some(({ id }) => id === asked.activity)) {
      return refuse('no-such-activity', 'there is no such activity among yours');
    }
    return (await records.renewals.takeBack(asked.activity)) === 'written'
      ? success(true)
      : refuse('settled', 'these hours were counted for a term that is closed; they stay');
  });
}

/** Adds the file that shows an activity, or a better one; also to hours of a closed term, for an audit. */
export async function addProof(
  world: ClaimWorld,
  asked: {
    readonly person: string;
    readonly credential: string;
    readonly activity: string;
    readonly upload: Upload;
  },
): Promise<Result<true, NotRenewable | 'no-such-activity' | 'not-kept'>> {
  const stored = await storeUpload(world, asked.upload, { program: '', supports: 'hours' });
  if (!stored.ok) {
    return refuse('not-kept', stored.refusal.because);
  }
  return await world.records.as(holder(asked.person), async (records) => {
    const held = await heldIn(world, records, asked.credential);
    if (!held.ok) {
      return held;
    }
    const activity = held.value.claimed.activities.find(({ id }) => id === asked.activity);
    if (activity === undefined) {
      return refuse('no-such-activity', 'there is no such activity among yours');
    }
    await records.renewals.addProof(asked.credential, stored.value);
    const { id, ...draft } = activity;
    const written = await records.renewals.change(id, { ...draft, evidence: stored.value.id });
    return written === 'written'
      ? success(true)
      : refuse('not-kept', 'this could not be added; try again');
  });
}
