/** A concern that came to somebody because nobody before them may see it; and one that nobody at all may see. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { as } from '../../../tests/support/cast.ts';
import {
  type ConductBench,
  complaintAbout,
  conductBench,
} from '../../../tests/support/complaints.ts';
import { concernRow, told } from '../../../tests/support/concerns.ts';
import type { Concern } from '../../casework/concern/concern.ts';
import { openComplaint } from '../../workflow/conduct/open-complaint.ts';

describe('a concern about a person', () => {
  let bench: ConductBench;
  before(async () => {
    bench = await conductBench();
  });
  after(() => bench.db.close());

  const raised = async (change: Partial<Concern> = {}) => {
    const row = concernRow();
    await bench.all.records.as(as('public'), ({ concerns }) =>
      concerns.raise(row, told(change), []),
    );
    return row;
  };
  const from = (concern: string, handler: string) => ({
    handler,
    complainant: {
      ...{ concern, person: undefined, fullName: 'Somebody', contact: undefined },
      ...({ naming: 'to-staff', language: 'en', hopes: '' } as const),
    },
  });
  const stepsAside = (person: string, concern: string, rights: 'conduct' | 'board' = 'conduct') =>
    bench.all.records.as(as(rights, person), ({ concerns }) => concerns.stepAside(concern));
  const unseen = async (member: string): Promise<readonly string[]> =>
    (
      await bench.all.records.as(as('board', member), ({ conduct }) => conduct.unseenConcerns())
    ).map(({ label }) => label);
  const coordinators = (): Promise<readonly { person: string }[]> => bench.db.owner`
    select person from people.office where office = 'conduct'`;

  test('that came to an ombud because every coordinator has a tie is opened, handled and shared by ombuds', async () => {
    const { id } = await raised();
    const tried = await openComplaint(bench.world, {
      ...{ about: 'person', program: 'larkspur-navigator', grounds: [], setting: undefined },
      respondent: { person: bench.respondent, fullName: 'Somebody Else', formerNames: [] },
      alleged: [{ number: 'R1', conductOn: bench.today, alsoCited: [], words: 'Turned away.' }],
      ...from(id, bench.ombud),
    });
    assert.ok(!tried.ok && tried.refusal.kind === 'excluded', 'it is not theirs yet');
    for (const { person } of await coordinators()) {
      await stepsAside(person, id);
    }
    const matter = await complaintAbout(bench, from(id, bench.ombud));
    const seen = await bench.all.records.as(as('conduct', bench.ombud), async ({ conduct }) => ({
      matter: await conduct.read(matter),
      colleagues: await conduct.colleagues(matter),
    }));
    assert.ok(seen.matter !== undefined);
    const [other] = seen.colleagues.filter(({ person }) => person !== bench.ombud);
    assert.ok(other, 'the other ombud to whom it came');
    assert.equal(
      await bench.all.records.as(as('conduct', bench.ombud), ({ conduct }) =>
        conduct.letIn(matter, other.person),
      ),
      true,
    );
    for (const { person } of await coordinators()) {
      assert.ok(!seen.colleagues.some((one) => one.person === person));
    }
  });

  test('is no ombud’s to open without such a concern, and a concern about the body opens nothing about a person', async () => {
    const about = { about: 'body' } as const;
    const { id } = await raised(about);
    for (const change of [from(id, bench.ombud), { handler: bench.ombud }] as const) {
      await assert.rejects(complaintAbout(bench, change), /excluded/);
    }
  });

  test('that nobody may see is put before the board, until somebody may', async () => {
    const { owner } = bench.db;
    const { id, label } = await raised();
    const [chair] = await owner<{ person: string }[]>`
      update people.office set is_chair = true where person = ${bench.all.board} returning person`;
    assert.deepEqual(await unseen(bench.all.board), []);
    for (const { person } of await coordinators()) await stepsAside(person, id);
    const ombuds = await owner<{ person: string }[]>`
      select person from people.office where office = 'ombud'`;
    for (const { person } of ombuds) await stepsAside(person, id);
    await stepsAside(chair?.person ?? '', id, 'board');
    const [member, named] = await Promise.all(
      ['A member of the board', 'Another member'].map(async (name) => {
        const person = bench.world.chance.uuid();
        await bench.all.records.as(as('public'), ({ door }) =>
          door.signUp(person, `${person}@people.example`, name, 'hash'),
        );
        await owner`insert into people.office (person, office) values (${person}, 'board')`;
        return person;
      }),
    );
    assert.deepEqual(await unseen(member ?? ''), [label]);
    assert.deepEqual(await unseen(bench.all.board), [], 'whoever stepped aside learns nothing');
    await owner`update conduct.concern set concerned = concerned || ${named ?? ''}::uuid where id = ${id}`;
    assert.deepEqual(await unseen(named ?? ''), [], 'nor whoever is concerned');
    const [noted] = await owner<{ until: Date | null }[]>`
      select until from conduct.unseen where concern = ${id}`;
    assert.equal(noted?.until, null);
    const later = bench.world.chance.uuid();
    await bench.all.records.as(as('public'), ({ door }) =>
      door.signUp(later, `${later}@people.example`, 'A new coordinator', 'hash'),
    );
    await owner`insert into people.office (person, office) values (${later}, 'conduct')`;
    assert.deepEqual(await unseen(member ?? ''), []);
    const [over] = await owner<{ until: Date | null }[]>`
      select until from conduct.unseen where concern = ${id}`;
    assert.ok(over?.until);
  });
});
