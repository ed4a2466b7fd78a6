/** The providers whose courses count, and courses that are reviewed afterward. */
import { date } from '../../kernel/dates/civil-date.ts';
import type {
  CourseToReview,
  CourseWritten,
  ProviderRow,
  RenewalRecords,
} from '../../workflow/ports/renewal-records.ts';
import type { Tx } from '../database/connect.ts';
import { codeOf } from './rows.ts';

type CourseRecords = Pick<
  RenewalRecords,
  | 'providers'
  | 'addProvider'
  | 'approve'
  | 'endApproval'
  | 'coursesToReview'
  | 'reviewCourse'
  | 'tellClaimant'
  | 'programOfCourse'
>;
type AgainRecords = Pick<
  RenewalRecords,
  'askCourseAgain' | 'coursesAskedAgain' | 'coursesToLookAtAgain' | 'lookAtCourseAgain'
>;

interface CourseColumns {
  id: string;
  program: string;
  provider: string;
  title: string;
  began: string;
  completed: string;
  hours: string;
  subjects: string[];
  delivery: string;
}

const courseOf = ({ began, completed, hours, ...row }: CourseColumns): CourseToReview => ({
  ...{ id: row.id, program: row.program, provider: row.provider, title: row.title },
  ...{ began: date(began), completed: date(completed), hours: Number(hours) },
  ...{ subjects: row.subjects, delivery: row.delivery },
});

const REFUSED = new Set(['EH002', 'EH003', 'EH010', '42501', '23503']);

async function reviewed(work: () => Promise<unknown>): Promise<CourseWritten> {
  try {
    await work();
    return 'written';
  } catch (cause) {
    const code = codeOf(cause);
    if (code === '23505') {
      return 'reviewed-before';
    }
    if (code !== undefined && REFUSED.has(code)) {
      return 'refused';
    }
    throw cause;
  }
}

export function courseRecords(tx: Tx): CourseRecords & AgainRecords {
  return {
    ...againRecords(tx),
    async providers() {
      const rows = await tx<
        {
          id: string;
          title: string;
          signs_with: string | null;
          from_day: string | null;
          to_day: string | null;
        }[]
      >`select p.id, p.title, p.signs_with, d.from_day, d.to_day from renewal.provider p
        left join renewal.provider_period d on d.provider = p.id order by p.title, p.id, d.from_day`;
      const known = new Map<string, ProviderRow>();
      for (const { id, title, signs_with, from_day, to_day } of rows) {
        const before = known.get(id);
        const period =
          from_day === null
            ? []
            : [{ from: date(from_day), to: to_day === null ? null : date(to_day) }];
        known.set(id, {
          ...{ id, name: title, signsWith: signs_with ?? undefined },
          approved: [...(before?.approved ?? []), ...period],
        });
      }
      return [...known.values()];
    },
    async addProvider({ id, title, signsWith, by }) {
      const added = await tx`insert into renewal.provider (id, title, signs_with, recorded_by)
        values (${id}, ${title}, ${signsWith ?? null}, ${by}) on conflict (id) do nothing`;
      return added.count === 1;
    },
    async approve({ provider, from, to, by }) {
      const added =
        await tx`insert into renewal.provider_period (provider, from_day, to_day, recorded_by)
        values (${provider}, ${from}, ${to}, ${by}) on conflict (provider, from_day) do nothing`;
      return added.count === 1;
    },
    async endApproval(provider, to) {
      const ended = await tx`update renewal.provider_period set to_day = ${to}
        where provider = ${provider} and to_day is null and from_day <= ${to}`;
      return ended.count === 1;
    },
    async coursesToReview(limit) {
      const rows = await tx<
        CourseColumns[]
      >`select id, program, provider, title, began, completed, hours::text, subjects, delivery
        from renewal.courses_to_review(${limit})`;
      return rows.map(courseOf);
    },
    async programOfCourse(activity) {
      const [row] = await tx<
        { program: string | null }[]
      >`select renewal.program_of_course(${activity}) as program`;
      return row?.program ?? undefined;
    },
    async reviewCourse({ activity, accepted, reason, by, on }) {
      return await reviewed(() =>
        tx.savepoint(
          (
            inner,
          ) => inner`insert into renewal.course_review (activity, accepted, reason, reviewed_by, on_day)
            values (${activity}, ${accepted}, ${reason}, ${by}, ${on})`,
        ),
      );
    },
    async tellClaimant({ id, activity, subject, body }) {
      await tx`select post.tell_claimant(${id}, ${activity}, ${subject}, ${body})`;
    },
  };
}

/** Courses that are looked at once more. */
function againRecords(tx: Tx): AgainRecords {
  return {
    async coursesToLookAtAgain(limit) {
      const rows = await tx<
        (CourseColumns & { reason: string; said: string; promised_by: string })[]
      >`select id, program, provider, title, began, completed, hours::text, subjects, delivery,
          reason, said, promised_by
        from renewal.courses_to_look_at_again(${limit})`;
      return rows.map((row) => ({
        ...courseOf(row),
        ...{ reason: row.reason, said: row.said, promisedBy: date(row.promised_by) },
      }));
    },
    async lookAtCourseAgain({ activity, accepted, reason, by, on }) {
      return await reviewed(() =>
        tx.savepoint(
          (
            inner,
          ) => inner`insert into renewal.course_second (activity, accepted, reason, reviewed_by, on_day)
            values (${activity}, ${accepted}, ${reason}, ${by}, ${on})`,
        ),
      );
    },
    async askCourseAgain({ activity, said, on, promisedBy }) {
      return await reviewed(() =>
        tx.savepoint(
          (inner) => inner`insert into renewal.course_appeal (activity, said, asked_on, promised_by)
            values (${activity}, ${said}, ${on}, ${promisedBy})`,
        ),
      );
    },
    async coursesAskedAgain(credential) {
      const rows = await tx<
        { activity: string; promised_by: string; answered: boolean }[]
      >`select p.activity, p.promised_by,
          exists (select 1 from renewal.course_second s where s.activity = p.activity) as answered
        from renewal.course_appeal p join renewal.activity a on a.id = p.activity
        where a.credential = ${credential}`;
      return rows.map(({ activity, promised_by, answered }) => ({
        ...{ activity, answered, promisedBy: date(promised_by) },
      }));
    },
  };
}
