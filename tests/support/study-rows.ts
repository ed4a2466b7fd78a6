/** A study each of two people is asked to answer, and what they began, for the tests of who may see what. */
import { randomBytes, randomUUID } from 'node:crypto';
import type { TestDatabase } from './database.ts';

export async function studyRows(
  { owner }: TestDatabase,
  director: string,
  people: readonly [string, string],
): Promise<void> {
  await owner.begin(async (tx) => {
    await tx`alter table study.draft disable trigger guard_draft`;
    const [line] = await tx<{ place: number }[]>`select min(place)::int as place from ledger.entry`;
    for (const person of people) {
      const study = randomUUID();
      await tx`insert into study.study (id, label, program, title, tasks, known, questions, opens_on, closes_on, seed, place, published_by)
        values (${study}, ${`J-${study.slice(0, 7)}`}, 'larkspur-care', 'A study', ${tx.json([{ id: 'T1', domain: 'Care', title: '' }])},
          '[]', 150, '2026-03-02', '2026-04-02', ${randomBytes(32)}, ${line?.place ?? 0}, ${director})`;
      await tx`insert into study.invited (study, person) values (${study}, ${person})`;
      await tx`insert into study.draft (study, person, answers) values (${study}, ${person}, '{}')`;
    }
    await tx`alter table study.draft enable trigger guard_draft`;
  });
}
