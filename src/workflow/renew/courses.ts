/** Courses that nobody approved before: looked at by a named reviewer who does not see whose they are; and the providers. */

import { namesOneself } from '../../casework/opinion/known-names.ts';
import { readLine, readParagraphs } from '../../casework/person/typed-text.ts';
import { addDays, type CivilDate, parseCivilDate } from '../../kernel/dates/civil-date.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { answerDay } from '../../program/calendar/answer-day.ts';
import { FEDERAL_HOLIDAYS } from '../../program/calendar/federal-holidays.ts';
import type { World } from '../ports/ports.ts';
import type { Records } from '../ports/records.ts';
import type { CourseToLookAtAgain, CourseToReview, ProviderRow } from '../ports/renewal-records.ts';
import { recordInLog } from '../publish/record-in-log.ts';

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
    await noted(world, records, asked, 'first');
    return success(true);
  });
}

/** The answer in the decision log, and a mail to whoever claimed the course. */
async function noted(
  world: Pick<World, 'clock' | 'chance' | 'origin'>,
  records: Records,
  asked: { readonly activity: string; readonly accepted: boolean; readonly reason: string },
  look: 'first' | 'second',
): Promise<void> {
  const { activity, accepted } = asked;
  await recordInLog(
    records,
    world.chance,
    {
      ...{ kind: 'course', program: (await records.renewals.programOfCourse(activity)) ?? '' },
      ...{ rules: 'courses', decidedOn: world.clock.today(), label: activity },
      outcome: { accepted, look, reason: asked.reason.trim() },
    },
    {},
  );
  await records.renewals.tellClaimant({
    ...{ id: world.chance.uuid(), activity },
    subject: accepted ? 'A course of yours counts' : 'A course of yours does not count',
    body: `Somebody who does not know whose it is has looked ${look === 'first' ? 'at' : 'again at'} a course that you claimed. The answer and its reason are among your hours: ${world.origin}/my/renewal\n`,
  });
}

const SAID = { label: 'Why it should count', atLeast: 10, atMost: 2000 };
/** Days in which a second look can be asked for, and within which it is answered. */
const LOOK_AGAIN_DAYS = 30;

export const lookAgainUntil = (refusedOn: CivilDate): CivilDate =>
  addDays(refusedOn, LOOK_AGAIN_DAYS);

/** The holder has a course that does not count looked at by somebody else, once. Answers by when. */
export async function askCourseAgain(
  world: Pick<World, 'records' | 'clock'>,
  asked: {
    readonly person: string;
    readonly credential: string;
    readonly activity: string;
    readonly said: string;
  },
): Promise<Result<CivilDate, 'said-missing' | 'asked-before' | 'nothing-refused'>> {
  const { person, credential, activity } = asked;
  const on = world.clock.today();
  const promisedBy = answerDay({ kind: 'days-after', days: LOOK_AGAIN_DAYS }, on, FEDERAL_HOLIDAYS);
  return await world.records.as({ rights: 'candidate', person }, async ({ people, renewals }) => {
    const before = await renewals.coursesAskedAgain(credential);
    if (before.some((one) => one.activity === activity)) {
      return askedBefore;
    }
    const said = readSaid(asked.said, await people.me());
    if (!said.ok) {
      return said;
    }
    switch (await renewals.askCourseAgain({ activity, said: said.value, on, promisedBy })) {
      case 'written':
        return success(promisedBy);
      case 'reviewed-before':
        return askedBefore;
      default:
        return refuse(
          'nothing-refused',
          'there is no course of yours that was refused in the last 30 days',
        );
    }
  });
}

const askedBefore = refuse('asked-before', 'somebody else looks at this course already, or has');

function readSaid(
  typed: string,
  me: Parameters<typeof namesOneself>[1] | undefined,
): Result<string, 'said-missing'> {
  const said = readParagraphs(typed, SAID);
  if (!said.ok) {
    return refuse('said-missing', said.refusal.because);
  }
  return me !== undefined && namesOneself(said.value, me) !== undefined
    ? refuse(
        'said-missing',
        'Why it should count: leave your name out; whoever reads it does not learn whose it is.',
      )
    : success(said.value);
}

export const coursesToLookAtAgain = async (
  world: Pick<World, 'records'>,
  person: string,
): Promise<readonly CourseToLookAtAgain[]> =>
  await world.records.as(reviewer(person), ({ renewals }) => renewals.coursesToLookAtAgain(MOST));

/** Another reviewer answers, with a reason whatever the answer. */
export async function lookAtCourseAgain(
  world: Pick<World, 'records' | 'clock' | 'chance' | 'origin'>,
  asked: {
    readonly reviewer: string;
    readonly activity: string;
    readonly accepted: boolean;
    readonly reason: string;
  },
): Promise<Result<true, 'reason-missing' | 'reviewed-before' | 'not-yours'>> {
  const reason = asked.reason.trim();
  if (reason === '') {
    return refuse('reason-missing', 'give the reason; whoever asked reads it');
  }
  return await world.records.as(reviewer(asked.reviewer), async (records) => {
    const written = await records.renewals.lookAtCourseAgain({
      ...{ activity: asked.activity, accepted: asked.accepted, reason, by: asked.reviewer },
      on: world.clock.today(),
    });
    if (written === 'refused') {
      return refuse('not-yours', 'nobody asked for that, or you reviewed it or claimed it');
    }
    if (written === 'reviewed-before') {
      return refuse('reviewed-before', 'somebody else answered this a moment ago');
    }
    await noted(world, records, asked, 'second');
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
