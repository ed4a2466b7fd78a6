/** The providers whose courses count, and courses that are reviewed afterward. */
import { date } from '../../kernel/dates/civil-date.ts';
import type { ProviderRow, RenewalRecords } from '../../workflow/ports/renewal-records.ts';
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
>;

export function courseRecords(tx: Tx): CourseRecords {
  return {
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
        {
          id: string;
          program: string;
          provider: string;
          title: string;
          began: string;
          completed: string;
          hours: string;
          subjects: string[];
          delivery: string;
        }[]
      >`select id, program, provider, title, began, completed, hours::text, subjects, delivery
        from renewal.courses_to_review(${limit})`;
      return rows.map((row) => ({
        ...row,
        ...{ began: date(row.began), completed: date(row.completed), hours: Number(row.hours) },
      }));
    },
    async reviewCourse({ activity, accepted, reason, by, on }) {
      try {
        await tx.savepoint(
          (
            inner,
          ) => inner`insert into renewal.course_review (activity, accepted, reason, reviewed_by, on_day)
            values (${activity}, ${accepted}, ${reason}, ${by}, ${on})`,
        );
        return 'written';
      } catch (cause) {
        const code = codeOf(cause);
        if (code === '23505') {
          return 'reviewed-before';
        }
        if (code === 'EH003' || code === 'EH002' || code === '42501' || code === '23503') {
          return 'refused';
        }
        throw cause;
      }
    },
    async tellClaimant({ id, activity, subject, body }) {
      await tx`select post.tell_claimant(${id}, ${activity}, ${subject}, ${body})`;
    },
  };
}
