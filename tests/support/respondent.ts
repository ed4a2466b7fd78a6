/** A complaint about somebody who was told of it, with what they were shown and with what they were not. */
import { randomUUID } from 'node:crypto';
import type { TestDatabase } from './database.ts';

export async function respondentIn({ owner }: TestDatabase, person: string): Promise<string> {
  const matter = randomUUID();
  await owner.begin(async (tx) => {
    await tx`insert into conduct.matter (id, label, about, program, rules, opened_on)
      values (${matter}, ${`X-${matter.slice(0, 7)}`}, 'person', 'larkspur-care', 'conduct-1', '2028-02-01')`;
    for (const [role, key, who] of [
      ['respondent', 'respondent', person],
      ['complainant', 'c1', null],
      ['witness', 'w1', null],
    ] as const) {
      const party = randomUUID();
      await tx`insert into conduct.party (id, matter, role, key, person, full_name, naming)
        values (${party}, ${matter}, ${role}, ${key}, ${who}, ${`Canary${key}`}, ${role === 'complainant' ? 'to-staff' : null})`;
      await tx`insert into conduct.letter (id, matter, party, version, kind, subject, words)
        values (${randomUUID()}, ${matter}, ${party}, 2, 'notice', 'To read', 'Words.')`;
    }
    for (const [place, evidence] of ['e1', 'e2'].entries()) {
      for (const which of ['original', 'copy'] as const) {
        await tx`insert into conduct.evidence_file (matter, evidence, which, sha256, media_type, bytes, original_name, added_by)
          values (${matter}, ${evidence}, ${which}, ${`${place}`.repeat(64)}, 'application/pdf', 10, 'name.pdf', ${person})`;
      }
    }
    const event = async (version: number, type: string, body: object): Promise<void> => {
      await tx`insert into conduct.event (matter, version, type, body)
        values (${matter}, ${version}, ${type}, ${tx.json({ on: '2028-02-01', ...body })})`;
    };
    await event(1, 'received', { allegations: [] });
    await event(2, 'notice-given', { evidence: ['e1'] });
  });
  return matter;
}
