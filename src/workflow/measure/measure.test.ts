import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Published, WITHHELD } from '../../fairness/disclosure/gate.ts';
import type { MeasuredItem } from '../../fairness/disclosure/published-items.ts';
import { generatorFrom } from '../../kernel/chance/generator.ts';
import { date, dayNumber } from '../../kernel/dates/civil-date.ts';
import { at } from '../../kernel/result/at.ts';
import { countedUntil, divisionBy, groupOf, type MeasureWorld } from './division.ts';
import { measureDeciders } from './measure-deciders.ts';
import { measureEligibility } from './measure-eligibility.ts';
import { measureItems } from './measure-items.ts';
import { measurePasses } from './measure-passes.ts';
import { measureWaiting } from './measure-waiting.ts';
import type { MeasuredDecision, MeasuredResponses, Measurements } from './measurements.ts';

/** What a page would read. */
const published = async <Value>(asked: Promise<Published<Value>>): Promise<Value> =>
  (await asked).value;

const noon = (day: string): number => (dayNumber(date(day)) * 24 + 17) * 3_600_000;

/** A world whose measurements are these and whose calendar says May 20, 2026. */
function worldOf(rows: Partial<{ [Name in keyof Measurements]: unknown[] }>): MeasureWorld {
  const answer = (name: keyof Measurements) => async () => (rows[name] ?? []) as never[];
  return {
    clock: { now: () => 0, today: () => date('2026-05-20') },
    measurements: {
      decisions: answer('decisions'),
      results: answer('results'),
      responses: answer('responses'),
      journeys: answer('journeys'),
    },
  } as unknown as MeasureWorld;
}

const decision = (more: Partial<MeasuredDecision>): MeasuredDecision => ({
  program: 'larkspur-care',
  groups: ['trained-us'],
  openedOn: '2026-01-05',
  closedAt: noon('2026-01-20'),
  withdrawn: false,
  outcome: 'met',
  decider: 'one',
  ...more,
});

const many = <Row>(count: number, row: (place: number) => Row): Row[] =>
  Array.from({ length: count }, (_, place) => row(place));

const half = (place: number): 'met' | 'not-met' => (place % 2 === 0 ? 'met' : 'not-met');
/** Enough people in the other groups that the gate hides nobody. */
const beside = [
  ...many(100, (place) => decision({ groups: ['trained-abroad'], outcome: half(place) })),
  ...many(100, (place) => decision({ groups: undefined, outcome: half(place) })),
];
const figuresOf = (items: readonly MeasuredItem[]) =>
  items.flatMap(({ item, figures }) => (figures === WITHHELD ? [] : [{ item, ...figures }]));
const asked = { dimension: 'where-trained', program: undefined };

test('whoever told nothing, and whoever preferred not to say, is counted as not stated', () => {
  const division = divisionBy('where-trained');
  const on = date('2026-01-05');
  assert.equal(groupOf(division, undefined, on), 'not-stated');
  assert.equal(groupOf(division, ['prefer-not-to-say'], on), 'not-stated');
  assert.equal(groupOf(division, ['trained-abroad'], on), 'trained-abroad');
  assert.equal(groupOf(divisionBy('race-ethnicity'), ['black', 'asian'], on), 'multiracial');
  assert.equal(division.groups.at(-1)?.label, 'Not stated');
});

test('what happens this month is counted next month, so that figures do not tell of single days', async () => {
  const before = [...beside, ...many(120, (place) => decision({ outcome: half(place) }))];
  const world = (rows: MeasuredDecision[]) => worldOf({ decisions: [...before, ...rows] });
  const still = await published(measureEligibility(world([]), asked));
  const sinceMay = many(40, () => decision({ closedAt: noon('2026-05-04'), outcome: 'not-met' }));
  assert.deepEqual(await published(measureEligibility(world(sinceMay), asked)), still);
  const inApril = many(40, () => decision({ closedAt: noon('2026-04-30'), outcome: 'not-met' }));
  assert.notDeepEqual(await published(measureEligibility(world(inApril), asked)), still);
  assert.equal(countedUntil(worldOf({})), '2026-04-30');
});

test('applications that are open or withdrawn have no outcome, and count among those who wait', async () => {
  const closed = [...beside, ...many(120, (place) => decision({ outcome: half(place) }))];
  const open = many(60, () =>
    decision({ openedOn: '2026-03-01', closedAt: undefined, outcome: undefined }),
  );
  const gone = many(30, () => decision({ withdrawn: true, outcome: undefined }));
  const world = worldOf({ decisions: [...closed, ...open, ...gone] });
  const { outcomes } = await published(measureEligibility(world, asked));
  assert.deepEqual(outcomes.total, { succeeded: 160, total: 320 });
  const wait = async (rows: MeasuredDecision[]) => {
    const measured = await published(measureWaiting(worldOf({ decisions: rows }), asked));
    const row = measured.rows.find(({ group }) => group === 'trained-us')?.waiting;
    assert.ok(row !== undefined && row !== WITHHELD, 'the group is shown');
    return row;
  };
  const alone = await wait(closed);
  const withOpen = await wait([...closed, ...open]);
  assert.equal(alone.meanDays, 15);
  assert.ok((withOpen.meanDays ?? 0) > 25);
  assert.equal(withOpen.decided, 120);
});

test('a group that is withheld among the decisions is withheld in waiting, exams and questions too', async () => {
  const rows = [
    ...many(300, (place) => decision({ outcome: half(place) })),
    ...many(6, (place) => decision({ groups: ['trained-abroad'], outcome: half(place) })),
    ...many(90, (place) => decision({ groups: undefined, outcome: half(place) })),
  ];
  const results = rows.map(({ groups }, place) => ({
    program: 'larkspur-care',
    form: 'form',
    scoredAt: noon('2026-02-01'),
    groups,
    passed: place % 2 === 0,
  }));
  const responses = rows.map(
    ({ groups }, place): MeasuredResponses => ({
      groups,
      scoredAt: noon('2026-02-01'),
      items: ['a', 'b'],
      rights: [place % 2 === 0, place % 3 === 0],
    }),
  );
  const world = worldOf({ decisions: rows, results, responses });
  const waiting = await published(measureWaiting(world, asked));
  const abroad = waiting.rows.find(({ group }) => group === 'trained-abroad');
  assert.equal(abroad?.waiting, WITHHELD);
  const passes = await published(measurePasses(world, asked));
  assert.equal(passes.response, WITHHELD, 'the number told is hidden with the group it would tell');
  const [form] = await published(measureItems(world, { ...asked, program: 'larkspur-care' }));
  assert.deepEqual(form?.compared, []);
});

test('a severe decider is found, and does not make the others look lenient', async () => {
  const of = (decider: string, approved: number) =>
    many(400, (place) => decision({ decider, outcome: place < approved ? 'met' : 'not-met' }));
  const rows = [...of('severe', 240), ...of('a', 330), ...of('b', 335), ...of('c', 332)];
  const deciders = await published(measureDeciders(worldOf({ decisions: rows }), asked));
  const standing = deciders.filter(({ severity }) => severity?.verdict.state === 'disparity-shown');
  assert.deepEqual(
    standing.map(({ decider }) => decider),
    ['severe'],
  );
  const others = deciders.filter(({ decider }) => decider !== 'severe');
  assert.ok(others.every(({ comparedAfter }) => comparedAfter === 1));
  assert.ok(
    others.every(({ severity }) => severity?.comparison.reference.total === 800),
    'the others are compared without the severe one',
  );
});

test('a decider with a handful of decisions, and one who shields it, are not shown', async () => {
  const of = (decider: string, count: number) =>
    many(count, (place) => decision({ decider, outcome: half(place) }));
  const rows = [...of('a', 300), ...of('b', 200), ...of('c', 400), ...of('few', 6)];
  const deciders = await published(measureDeciders(worldOf({ decisions: rows }), asked));
  const hidden = deciders.filter(({ severity }) => severity === undefined);
  assert.deepEqual(
    hidden.map(({ decider }) => decider),
    ['b', 'few'],
  );
});

test('an unfair question is taken out of the score, so that fair ones do not lean the other way', async () => {
  const chance = generatorFrom('questions');
  const items = many(20, (place) => `q${String(place).padStart(2, '0')}`);
  const unfair = new Set(['q03', 'q07', 'q11']);
  const rows = many(1600, (place): MeasuredResponses => {
    const abroad = place % 2 === 0;
    const ability = chance.next() * 4 - 2;
    return {
      groups: [abroad ? 'trained-abroad' : 'trained-us'],
      scoredAt: noon('2026-02-01'),
      items,
      rights: items.map((item) => {
        const odds = ability - (abroad && unfair.has(item) ? 1.8 : 0);
        return chance.next() < 1 / (1 + Math.exp(-odds));
      }),
    };
  });
  const silent = many(100, () => ({ ...at(rows, 0), groups: undefined }));
  const results = [...rows, ...silent].map(({ groups, scoredAt }, place) => ({
    program: 'larkspur-care',
    form: 'form',
    scoredAt,
    groups,
    passed: place % 3 === 0,
  }));
  const world = worldOf({ results, responses: rows });
  const [form] = await published(measureItems(world, { ...asked, program: 'larkspur-care' }));
  assert.equal(form?.compared[0]?.settled, true);
  const measured = figuresOf(form?.compared[0]?.items ?? []);
  assert.deepEqual(
    new Set(measured.filter(({ standsOut }) => standsOut).map(({ item }) => item)),
    unfair,
  );
  const fair = measured.filter(({ item }) => !unfair.has(item)).map(({ delta }) => delta);
  const mean = fair.reduce((sum, delta) => sum + delta, 0) / fair.length;
  assert.ok(Math.abs(mean) < 0.15, `fair questions lean by ${mean}`);
  assert.ok(
    measured.every(({ harderFor, standsOut }) => !standsOut || harderFor === 'trained-abroad'),
  );
});
