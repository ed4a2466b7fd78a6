/** Whoever mentored somebody, or was mentored by them, decides nothing about them: not an application, not a complaint. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import {
  type ConductBench,
  complaintAbout,
  conductBench,
} from '../../../tests/support/complaints.ts';
import { decidedMatter } from '../../../tests/support/exam-world.ts';
import { mentoringRows } from '../../../tests/support/mentoring-rows.ts';

describe('a tie of mentoring', () => {
  let bench: ConductBench;
  const mentor = (): string => bench.panel[0] ?? '';
  const asked = (): string => bench.panel[1] ?? '';
  before(async () => {
    bench = await conductBench();
    const { owner } = bench.db;
    await mentoringRows(bench.db, [mentor(), bench.respondent]);
    await owner.begin(async (tx) => {
      await tx`alter table mentoring.pair disable trigger guard_pair`;
      await tx`update mentoring.pair set standing = 'ended'`;
      // Somebody who only asked, and was not taken.
      await tx`insert into mentoring.pair (id, offer, candidate, asked_on, since, words)
        select gen_random_uuid(), o.id, ${asked()}, '2026-03-02', '2026-03-02', 'May I ask?'
        from mentoring.offer o where o.person = ${bench.respondent}`;
      await tx`alter table mentoring.pair enable trigger guard_pair`;
    });
  });
  after(() => bench.db.close());

  test('keeps them from a complaint about the other, whoever was the mentor; having asked keeps nobody', async () => {
    const matter = await complaintAbout(bench);
    const barred = await bench.db.owner<{ person: string; why: string }[]>`
      select person, why from conduct.bar where matter = ${matter}`;
    const why = (person: string) => barred.find((row) => row.person === person)?.why;
    assert.equal(why(mentor()), 'mentored or was mentored by somebody concerned');
    assert.equal(why(bench.respondent), 'is concerned');
    assert.equal(why(asked()), undefined);
  });

  test('keeps them from deciding an application of the other', async () => {
    const matter = await decidedMatter(bench.world, mentor(), {
      ...{ kind: 'eligibility', program: 'ccm', outcome: undefined },
    });
    const excluded = await bench.db.owner<{ person: string }[]>`
      select person from casework.exclusion where matter = ${matter}`;
    assert.deepEqual(
      excluded.map(({ person }) => person).toSorted(),
      [mentor(), bench.respondent].toSorted(),
    );
  });
});
