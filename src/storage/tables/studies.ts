/** Job analyses; each read and written under the rights of the actor. */
import type { KnownOfAll, Study, StudyAnswers, StudyTask } from '../../casework/study/study.ts';
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import { date } from '../../kernel/dates/civil-date.ts';
import type { StudyRecords } from '../../workflow/ports/study-records.ts';
import type { Tx } from '../database/connect.ts';
import { codeOf, stored } from './rows.ts';

const json = (tx: Tx, value: unknown) => stored(tx, value as Json);

export function studyRecords(tx: Tx): StudyRecords {
  return {
    async publish(row) {
      await tx`insert into study.study (id, label, program, title, tasks, known, questions, opens_on, closes_on, sample,
          seed, place)
        values (${row.id}, ${row.label}, ${row.program}, ${row.title}, ${json(tx, row.tasks)}, ${json(tx, row.known)},
          ${row.questions}, ${row.opensOn}, ${row.closesOn}, ${row.sample ?? null}, ${Buffer.from(row.seed)}, ${row.place})`;
    },
    async invite(study, { subject, body }, on) {
      const [row] = await tx<{ asked: number }[]>`
        select study.invite(${study}, ${subject}, ${body}, ${on}) as asked`;
      return row?.asked ?? 0;
    },
    async list() {
      const rows = await tx<(Columns & { sample: number | null })[]>`
        select id, label, program, title, tasks, known, questions, opens_on::text, closes_on::text, sample
        from study.study order by closes_on desc, label`;
      return rows.map((row) => ({ ...studyOf(row), sample: row.sample ?? undefined }));
    },
    async counts(study) {
      const [row] = await tx<{ asked: number; answered: number }[]>`
        select asked, answered from study.counts(${study})`;
      return row ?? { asked: 0, answered: 0 };
    },
    async answersOf(study, on) {
      const rows = await tx<{ answers: StudyAnswers }[]>`
        select answers from study.answers_of(${study}, ${on})`;
      return rows.map(({ answers }) => answers);
    },
    async mine() {
      const rows = await tx<(Columns & { answered: boolean; draft: StudyAnswers | null })[]>`
        select s.id, s.label, s.program, s.title, s.tasks, s.known, s.questions, s.opens_on::text, s.closes_on::text,
          study.has_answered(s.id) as answered, d.answers as draft
        from study.study s left join study.draft d on d.study = s.id and d.person = front.me()
        order by s.closes_on desc, s.label`;
      return rows.map((row) => ({
        ...studyOf(row),
        answered: row.answered,
        draft: row.draft ?? undefined,
      }));
    },
    async saveDraft(study, answers) {
      try {
        await tx.savepoint(
          (
            inner,
          ) => inner`insert into study.draft (study, answers) values (${study}, ${json(inner as Tx, answers)})
            on conflict (study, person) do update set answers = excluded.answers`,
        );
        return 'written';
      } catch (cause) {
        if (['EH003', '42501', '23503'].includes(codeOf(cause) ?? '')) {
          return 'not-yours';
        }
        throw cause;
      }
    },
    async sendIn(study, on) {
      try {
        await tx.savepoint((inner) => inner`select study.send_in(${study}, ${on})`);
        return 'written';
      } catch (cause) {
        if (codeOf(cause) === 'EH005') {
          return 'closed';
        }
        throw cause;
      }
    },
    async toRemind(on) {
      const rows = await tx<{ id: string; title: string; closes_on: string }[]>`
        select id, title, closes_on::text from study.to_remind(${on})`;
      return rows.map(({ id, title, closes_on }) => ({ id, title, closesOn: date(closes_on) }));
    },
    async remind(study, { subject, body }, on) {
      const [row] = await tx<{ reminded: number }[]>`
        select study.remind(${study}, ${subject}, ${body}, ${on}) as reminded`;
      return row?.reminded ?? 0;
    },
    async forget(on) {
      await tx`select study.forget(${on})`;
    },
  };
}

interface Columns {
  id: string;
  label: string;
  program: string;
  title: string;
  tasks: readonly StudyTask[];
  known: readonly KnownOfAll[];
  questions: number;
  opens_on: string;
  closes_on: string;
}

const studyOf = (row: Columns): Study => ({
  ...{ id: row.id, label: row.label, program: row.program, title: row.title },
  ...{ tasks: row.tasks, known: row.known, questions: row.questions },
  ...{ opensOn: date(row.opens_on), closesOn: date(row.closes_on) },
});
