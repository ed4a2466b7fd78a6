import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { closeInventedWorld, inventedWorld } from '../../../tests/support/invented-world.ts';
import type { JsonObject } from '../../kernel/bytes/json-members.ts';
import { digestOf } from './log-issue.ts';

after(closeInventedWorld);

test('every copy of a loaded body has the digest of what it says in its line of the log, so that after a theft it is signed anew', async () => {
  const { db } = await inventedWorld();
  const copies = await db.owner<{ document: JsonObject; digest: string | null }[]>`
    select k.document, (select o.plain->'outcome'->>'digest' from ledger.opening o join ledger.entry e on e.place = o.place
      where o.plain->>'matter' = k.id and e.commitment::jsonb->>'kind' in ('award', 'copy') limit 1) as digest
    from register.copy k`;
  assert.ok(copies.length > 200);
  for (const { document, digest } of copies) {
    assert.equal(digest, digestOf(document));
  }
});
