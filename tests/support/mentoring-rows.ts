/** An offer of each of two people and the pair it led to, for the tests of who may see what. */
import { randomUUID } from 'node:crypto';
import type { TestDatabase } from './database.ts';

export async function mentoringRows(
  { owner }: TestDatabase,
  people: readonly [string, string],
): Promise<void> {
  await owner.begin(async (tx) => {
    // Who may offer and ask is looked at elsewhere; here only who sees the rows is.
    await tx`alter table mentoring.offer disable trigger guard_offer`;
    await tx`alter table mentoring.pair disable trigger guard_pair`;
    for (const [mentor, candidate] of [people, people.toReversed()] as const) {
      const offer = randomUUID();
      await tx`insert into mentoring.offer (id, person, program, settings, region, languages, times, places, about)
        values (${offer}, ${mentor ?? ''}, 'larkspur-care', '{hospital}', 'south', '{en}', '{weekends}', 1, 'How to begin well.')`;
      await tx`insert into mentoring.pair (id, offer, candidate, asked_on, since, words)
        values (${randomUUID()}, ${offer}, ${candidate ?? ''}, '2026-03-02', '2026-03-02', 'I would like to begin well.')`;
    }
    await tx`alter table mentoring.offer enable trigger guard_offer`;
    await tx`alter table mentoring.pair enable trigger guard_pair`;
  });
}
