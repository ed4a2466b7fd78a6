/** Courses that nobody approved before: looked at by a named reviewer who does not see whose they are; and the providers. */

import { readLine } from '../../casework/person/typed-text.ts';
import { type CivilDate, parseCivilDate } from '../../kernel/dates/civil-date.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { World } from '../ports/ports.ts';
import type { CourseToReview, ProviderRow } from '../ports/renewal-records.ts';

const reviewer = (person: string) => ({ rights: 'reviewer', person }) as const;
const staffOf = (person: string) => ({ rights: 'staff', person }) as const;
const MOST = 100;

export const coursesToReview = async (
  world: Pick<World, 'records'>,
  person: string,
): Promise<readonly CourseToReview[]> =>
  await world.records.as(reviewer(person), ({ renewals }) => renewals.coursesToReview(MOST));

export async function reviewCourse(
  world: Pick<World, 'records' | 'clock' | 'chance' | 'origin'>,
  asked: {
    readonly reviewer: string;
    readonly activity: string;
    readonly accepted: boolean;
    readonly reason: string;
  },
): Promise<Result<true, 'reason-missing' | 'reviewed-before' | 'not-yours'>> {
  const reason = asked.reason.trim();
  if (!asked.accepted && reason === '') {
    return refuse('reason-missing', 'say why the course does not count; its holder reads it');
  }
  return await world.records.as(reviewer(asked.reviewer), async (records) => {
    const written = await records.renewals.reviewCourse({
      ...{ activity: asked.activity, accepted: asked.accepted, reason, by: asked.reviewer },
      on: world.clock.today(),
    });
    if (written === 'refused') {
      return refuse('not-yours', 'there is no such course, or it is your own');
    }
    if (written === 'reviewed-before') {
      return refuse('reviewed-before', 'somebody else reviewed this course a moment ago');
    }
    await records.renewals.tellClaimant({
      ...{ id: world.chance.uuid(), activity: asked.activity },
      subject: asked.accepted ? 'A course of yours counts' : 'A course of yours does not count',
      body: `Somebody who does not know whose it is has looked at a course that you claimed. The answer and its reason are among your hours: ${world.origin}/my/renewal\n`,
    });
    return success(true);
  });
}

export const providersKnown = async (
  world: Pick<World, 'records'>,
): Promise<readonly ProviderRow[]> =>
  await world.records.as({ rights: 'public', person: undefined }, ({ renewals }) =>
    renewals.providers(),
  );

export type ProviderRefusal = 'title-missing' | 'not-a-date' | 'not-a-key' | 'known-already';
const KEY = /^[A-Za-z0-9_-]{43}$/;

/** Puts a provider on the list, approved from a day on. */
export async function addProvider(
  world: Pick<World, 'records'>,
  asked: {
    readonly staff: string;
    readonly title: string;
    readonly from: string;
    readonly signsWith: string;
  },
): Promise<Result<string, ProviderRefusal>> {
  const title = readLine(asked.title, { label: 'Name of the provider', atMost: 300 });
  const from = parseCivilDate(asked.from);
  const key = asked.signsWith.trim();
  if (!title.ok) {
    return refuse('title-missing', title.refusal.because);
  }
  if (!from.ok) {
    return refuse('not-a-date', 'Approved from: write the day, such as 2026-05-29.');
  }
  if (key !== '' && !KEY.test(key)) {
    return refuse('not-a-key', 'Key: an Ed25519 key is 43 letters, digits, - and _.');
  }
  const id = title.value
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60);
  if (id === '') {
    return refuse('title-missing', 'Name of the provider: write it in Latin letters too.');
  }
  return await world.records.as(staffOf(asked.staff), async ({ renewals }) => {
    const row = { id, title: title.value, signsWith: key === '' ? undefined : key };
    if (!(await renewals.addProvider({ ...row, by: asked.staff }))) {
      return refuse('known-already', `"${title.value}" is on the list already.`);
    }
    await renewals.approve({ provider: id, from: from.value, to: null, by: asked.staff });
    return success(id);
  });
}

/** Ends an approval with a day, or approves again from one. What began while it was approved counts. */
export async function changeApproval(
  world: Pick<World, 'records'>,
  asked: {
    readonly staff: string;
    readonly provider: string;
    readonly change: 'end' | 'approve';
    readonly day: string;
  },
): Promise<Result<CivilDate, 'not-a-date' | 'not-approved'>> {
  const day = parseCivilDate(asked.day);
  if (!day.ok) {
    return refuse('not-a-date', 'Day: write it like 2026-05-29.');
  }
  return await world.records.as(staffOf(asked.staff), async ({ renewals }) => {
    const { provider, staff: by } = asked;
    const done =
      asked.change === 'end'
        ? await renewals.endApproval(provider, day.value)
        : await renewals.approve({ provider, from: day.value, to: null, by });
    return done
      ? success(day.value)
      : refuse('not-approved', 'on that day there is no approval that could be changed so');
  });
}
