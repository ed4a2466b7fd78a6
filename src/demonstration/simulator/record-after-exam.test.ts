import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import {
  closeInventedWorld,
  type InventedWorld,
  inventedWorld,
} from '../../../tests/support/invented-world.ts';
import { checkDraw } from '../../casework/renewal/audit-lottery.ts';
import { growingSolver } from '../../outside/adapters/growing-solver.ts';
import { openingsPublished } from '../../workflow/opening/read-openings.ts';
import { recognitionsPublished } from '../../workflow/opening/read-recognitions.ts';
import { lotteriesShown } from '../../workflow/renew/lottery.ts';
import { publishedStories } from '../../workflow/stories/stories.ts';
import { recordAfterExam } from './record-after-exam.ts';

describe('what comes after the exam in the demonstration', () => {
  let invented: InventedWorld;
  before(async () => {
    invented = await inventedWorld('all');
    const { world, body, today } = invented;
    const clock = { ...world.clock, today: () => today };
    await recordAfterExam({ ...world, clock }, body.awards, growingSolver);
  });
  after(() => closeInventedWorld());

  test('first terms are renewed and paid, and a lottery that anybody can check drew some of them', async () => {
    const { db, world } = invented;
    const [{ renewed = 0 } = {}] = await db.owner<{ renewed: number }[]>`
      select count(*)::int as renewed from renewal.event where type = 'renewed'`;
    assert.ok(renewed >= 10, `${renewed} renewed`);
    const [lottery] = await lotteriesShown(world);
    assert.ok(lottery?.pool !== undefined && lottery.draw !== undefined);
    assert.equal(lottery.pool.entries.length, renewed);
    const { plan, pool, draw } = lottery;
    assert.ok(checkDraw({ plan, pool, ...draw }).ok);
    assert.ok(draw.drawn.length > 0);
  });

  test('a panel was drawn in public and sits; people come forward for another opening', async () => {
    const { db, world, today } = invented;
    const clock = { ...world.clock, today: () => today };
    const stages = (await openingsPublished({ ...world, clock }))
      .filter(({ opening }) => opening.recognition === undefined)
      .map(({ stage }) => stage);
    assert.deepEqual(stages.toSorted(), ['drawn', 'open']);
    const [{ members = 0 } = {}] = await db.owner<{ members: number }[]>`
      select count(*)::int as members from seats.term`;
    assert.equal(members, 4);
  });

  test('the holder whom visitors sign in as mentors the candidate whom they sign in as', async () => {
    const rows = await invented.db.owner<{ standing: string; mentor: string; candidate: string }[]>`
      select p.standing, m.email as mentor, c.email as candidate from mentoring.pair p
      join mentoring.offer o on o.id = p.offer join people.person m on m.id = o.person
      join people.person c on c.id = p.candidate`;
    assert.equal(rows.length, 1);
    assert.equal(rows[0]?.standing, 'taken');
    assert.match(rows[0]?.mentor ?? '', /^candidate\.certified@/);
    assert.match(rows[0]?.candidate ?? '', /^candidate\.eligible@/);
  });

  test('stories are told, people are recognized under as much of their name as they like, and some are found by name', async () => {
    const { db, world, today } = invented;
    const clock = { ...world.clock, today: () => today };
    const stories = await publishedStories(world);
    assert.equal(stories.length, 3);
    assert.equal(stories.filter(({ shownAs }) => shownAs !== undefined).length, 1);
    const [recognition] = await recognitionsPublished({ ...world, clock });
    assert.ok(recognition);
    const [{ shown = 0 } = {}] = await db.owner<{ shown: number }[]>`
      select count(*)::int as shown from seats.showing where name is not null`;
    assert.equal(shown, 1);
    const [{ found = 0 } = {}] = await db.owner<{ found: number }[]>`
      select count(*)::int as found from register.listing where shown = 'name'`;
    assert.ok(found > 0);
  });
});
