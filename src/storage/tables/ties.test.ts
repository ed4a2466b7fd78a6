/** A tie holds on both sides: to a matter and to the concern it came from. Whoever has one finds no trace of either. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { as, worker } from '../../../tests/support/cast.ts';
import {
  type ConductBench,
  complaintAbout,
  conductBench,
} from '../../../tests/support/complaints.ts';
import { concernRow, told } from '../../../tests/support/concerns.ts';
import { askName } from '../../workflow/conduct/ask-name.ts';
import { codeOf } from './rows.ts';

describe('a tie to a matter or to its concern', () => {
  let bench: ConductBench;
  before(async () => {
    bench = await conductBench();
  });
  after(() => bench.db.close());

  const raised = async (): Promise<string> => {
    const row = concernRow();
    await bench.all.records.as(as('public'), ({ concerns }) => concerns.raise(row, told(), []));
    return row.id;
  };
  const opened = (concern: string): Promise<string> =>
    complaintAbout(bench, {
      complainant: {
        ...{ concern, person: undefined, fullName: 'Somebody', contact: undefined },
        ...({ naming: 'to-staff', language: 'en', hopes: '' } as const),
      },
    });
  const desk = (person: string) => as('conduct', person);
  const seesConcern = async (person: string, concern: string): Promise<boolean> =>
    await bench.all.records.as(
      desk(person),
      async ({ concerns }) => (await concerns.read(concern)) !== undefined,
    );
  const letIn = (matter: string, person: string): Promise<boolean> =>
    bench.all.records.as(desk(bench.handler), ({ conduct }) => conduct.letIn(matter, person));

  test('whoever leaves a matter because of one reads its concern no longer', async () => {
    const concern = await raised();
    const matter = await opened(concern);
    assert.equal(await letIn(matter, bench.colleague), true);
    assert.equal(await seesConcern(bench.colleague, concern), true);
    await bench.all.records.as(desk(bench.colleague), ({ conduct }) =>
      conduct.leaveForTie(matter, 'A neighbor.'),
    );
    assert.equal(await seesConcern(bench.colleague, concern), false);
    assert.equal(await seesConcern(bench.handler, concern), true);
    const list = await bench.all.records.as(desk(bench.handler), ({ concerns }) =>
      concerns.colleagues(concern),
    );
    assert.equal(list.find(({ id }) => id === bench.colleague)?.maySee, false);
  });

  test('whoever stepped aside from a concern is let into no matter that it becomes, before or after', async () => {
    const before = await raised();
    await bench.all.records.as(desk(bench.colleague), ({ concerns }) => concerns.stepAside(before));
    assert.equal(await letIn(await opened(before), bench.colleague), false);
    const after = await raised();
    const matter = await opened(after);
    await bench.all.records.as(desk(bench.colleague), ({ concerns }) => concerns.stepAside(after));
    assert.equal(await letIn(matter, bench.colleague), false);
  });

  test('nobody who was on the list of the concern, where names stand, sits in the matter', async () => {
    const { owner } = bench.db;
    const matter = await opened(await raised());
    await owner`insert into conduct.pool (person, is_public, trained_until, term_ends)
      values (${bench.colleague}, true, '2099-01-01', '2099-01-01') on conflict do nothing`;
    const pool = await bench.all.records.as(desk(bench.handler), ({ conduct }) =>
      conduct.poolFor(matter),
    );
    assert.equal(pool.find(({ person }) => person === bench.colleague)?.conflict, true);
    await assert.rejects(
      owner`insert into conduct.seat (matter, person, panel) values (${matter}, ${bench.colleague}, 'review')`,
      (cause) => codeOf(cause) === 'EH003',
    );
    await owner`delete from conduct.pool where person = ${bench.colleague}`;
  });

  test('an auditor reads of what was opened and written to the log, but of nothing with a tie', async () => {
    const { owner } = bench.db;
    const { auditor } = bench.all;
    const matter = await opened(await raised());
    await bench.all.records.as(desk(bench.handler), ({ conduct }) =>
      conduct.noteReading('matter', matter),
    );
    const seeker = { rights: 'conduct', person: bench.handler } as const;
    const reason = 'The letter came back, so that the address is needed.';
    assert.ok((await askName(bench.world, seeker, { matter, key: 'c1', reason })).ok);
    const read = async (): Promise<number> =>
      await bench.db.pools.web.begin(async (tx) => {
        await tx`select set_config('role', 'evenhand_auditor', true), set_config('evenhand.person', ${auditor}, true)`;
        const [row] = await tx<{ n: number }[]>`select count(*)::int as n
          from conduct.reading where about = ${matter}`;
        return row?.n ?? 0;
      });
    assert.equal(await read(), 1);
    await owner`insert into conduct.bar (matter, person, why) values (${matter}, ${auditor}, 'has a tie')`;
    assert.equal(await read(), 0);
    const requests = async (): Promise<number> =>
      (
        await bench.all.records.as(desk(bench.handler), ({ conduct }) =>
          conduct.ownRequests(matter),
        )
      ).length;
    assert.equal(await requests(), 1);
    await letIn(matter, bench.ombud);
    await owner`update conduct.access set until = now() where matter = ${matter} and person = ${bench.handler}`;
    assert.equal(await requests(), 0, 'a request is seen while one works on the matter');
    assert.ok(
      await bench.all.records.as(worker, async ({ conduct }) => await conduct.read(matter)),
    );
  });
});
