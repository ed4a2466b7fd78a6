import assert from 'node:assert/strict';
import { test } from 'node:test';
import { WITHHELD } from '../../fairness/disclosure/gate.ts';
import { ALL } from '../../fairness/disclosure/outcome-cells.ts';
import type { MeasuredItem } from '../../fairness/disclosure/published-items.ts';
import {
  type Release,
  standingDeciders,
  standingItems,
  standingOutcomes,
  standingWaiting,
  storedReleases,
} from '../../fairness/disclosure/release.ts';
import { generatorFrom } from '../../kernel/chance/generator.ts';
import { date, dayNumber } from '../../kernel/dates/civil-date.ts';
import { at } from '../../kernel/result/at.ts';
import { linearSolver } from '../../outside/adapters/linear-solver.ts';
import { divisionBy, groupOf, NOT_STATED, nextReleaseOn, releasedBefore } from './division.ts';
import { drawRelease } from './draw-release.ts';
import type { MeasuredDecision, MeasuredResponses, Measurements } from './measurements.ts';

const noon = (day: string): number => (dayNumber(date(day)) * 24 + 17) * 3_600_000;

interface Rows {
  readonly decisions?: readonly MeasuredDecision[];
  readonly results?: Awaited<ReturnType<Measurements['results']>>;
  readonly responses?: readonly MeasuredResponses[];
}

/** A release of these rows, up to the end of April 2026 or another day, after earlier ones. */
async function released(
  { decisions = [], results = [], responses = [] }: Rows,
  earlier: readonly Release[] = [],
  before = '2026-05-01',
): Promise<Release> {
  const measurements: Measurements = {
    decisions: async (_, kind) => (kind === 'eligibility' ? decisions : []),
    results: async () => results,
    responses: async () => responses,
    ways: async () => [],
    judgments: async () => [],
    complaints: async () => [],
    terms: async () => [],
    auditChances: async () => [],
    service: async () => [],
    seatChances: async () => [],
    choices: async () => [],
    ideas: async () => [],
    journeys: async () => [],
  };
  const number = earlier.length + 1;
  const found = await drawRelease(measurements, await linearSolver(), {
    number,
    before: date(before),
    dimensions: [where.dimension],
    earlier,
  });
  assert.ok(found.ok, found.ok ? '' : found.refusal.because);
  return found.value.value;
}

const where = { dimension: 'where-trained', part: ALL };
const tableIn = (releases: readonly Release[], kind = 'eligibility') => {
  const of = { ...where, kind, part: undefined, unstated: NOT_STATED };
  const found = standingOutcomes(storedReleases(releases), of);
  assert.ok(found !== undefined, `a table of ${kind}`);
  return found.value;
};
const waitingIn = (releases: readonly Release[]) =>
  standingWaiting(storedReleases(releases), { ...where, kind: 'eligibility' }).value;
const itemsIn = (release: Release) =>
  standingItems(storedReleases([release]), { ...where, program: 'larkspur-care' })?.value ?? [];
const decidersIn = (release: Release) =>
  standingDeciders(storedReleases([release]), { kind: 'eligibility', part: ALL }).value;

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

test('whoever told nothing, and whoever preferred not to say, is counted as not stated', () => {
  const division = divisionBy('where-trained');
  const on = date('2026-01-05');
  assert.equal(groupOf(division, undefined, on), 'not-stated');
  assert.equal(groupOf(division, ['prefer-not-to-say'], on), 'not-stated');
  assert.equal(groupOf(division, ['trained-abroad'], on), 'trained-abroad');
  assert.equal(groupOf(divisionBy('race-ethnicity'), ['black', 'asian'], on), 'multiracial');
  assert.equal(division.groups.at(-1)?.label, 'Not stated');
});

test('figures stand still for a quarter, so that they do not tell of single days', async () => {
  assert.equal(releasedBefore(date('2026-05-20')), '2026-04-01');
  assert.equal(releasedBefore(date('2026-01-01')), '2026-01-01');
  assert.equal(releasedBefore(date('2025-12-31')), '2025-10-01');
  assert.equal(nextReleaseOn(date('2026-11-29')), '2027-01-01');
  const before = [...beside, ...many(120, (place) => decision({ outcome: half(place) }))];
  const still = tableIn([await released({ decisions: before })]);
  const later = many(40, () => decision({ closedAt: noon('2026-05-04'), outcome: 'not-met' }));
  const withLater = [...before, ...later];
  assert.deepEqual(tableIn([await released({ decisions: withLater })]), still);
  const counted = await released({ decisions: withLater }, [], '2026-06-01');
  assert.notDeepEqual(tableIn([counted]), still);
});

test('applications that are open or withdrawn have no outcome, and count among those who wait', async () => {
  const closed = [...beside, ...many(120, (place) => decision({ outcome: half(place) }))];
  const open = many(60, () =>
    decision({ openedOn: '2026-03-01', closedAt: undefined, outcome: undefined }),
  );
  const gone = many(30, () => decision({ withdrawn: true, outcome: undefined }));
  const decisions = [...closed, ...open, ...gone];
  const { outcomes } = tableIn([await released({ decisions })]);
  assert.deepEqual(outcomes.total, { succeeded: 160, total: 320 });
  const wait = async (rows: MeasuredDecision[]) => {
    const measured = waitingIn([await released({ decisions: rows })]);
    const row = measured.rows.find(({ group }) => group === 'trained-us')?.waiting;
    assert.ok(row !== undefined && row !== WITHHELD, 'the group is shown');
    return row;
  };
  const alone = await wait(closed);
  const withOpen = await wait(decisions);
  assert.equal(alone.meanDays, 15);
  assert.ok((withOpen.meanDays ?? 0) > 25);
  assert.equal(withOpen.decided, 120);
});

test('of fewer than twenty who waited, no verdict on days is given, only how many are missing', async () => {
  const slow = (place: number) =>
    decision({
      groups: ['trained-abroad'],
      outcome: place % 2 === 0 ? 'met' : 'not-met',
      openedOn: '2026-01-05',
      closedAt: noon('2026-03-20'),
    });
  const rows = (count: number) => [
    ...many(300, (place) => decision({ outcome: half(place) })),
    ...many(count, slow),
    ...many(90, (place) => decision({ groups: undefined, outcome: half(place) })),
  ];
  // A group is shown from eleven of each outcome on, so the fewest shown are 22 and all are judged; the reference too.
  const verdictOf = async (count: number) => {
    const { rows: waits } = waitingIn([await released({ decisions: rows(count) })]);
    const row = waits.find(({ group }) => group === 'trained-abroad')?.waiting;
    return row === undefined || row === WITHHELD ? row : row.comparison?.verdict.state;
  };
  assert.equal(await verdictOf(19), WITHHELD);
  assert.equal(await verdictOf(22), 'disparity-shown');
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
  const release = await released({ decisions: rows, results, responses });
  const abroad = waitingIn([release]).rows.find(({ group }) => group === 'trained-abroad');
  assert.equal(abroad?.waiting, WITHHELD);
  assert.deepEqual(
    tableIn([release], 'pass').response,
    { told: 300, all: 396, atLeast: true },
    'of those who told, only the shown are counted: the rest shields the withheld group',
  );
  assert.deepEqual(itemsIn(release)[0]?.compared, []);
});

test('where few came since, a group stands as it was shown, with its day, and the next release cannot be subtracted', async () => {
  const first = [
    ...many(400, (place) => decision({ outcome: half(place) })),
    ...many(60, (place) => decision({ groups: ['trained-abroad'], outcome: half(place) })),
    ...many(90, (place) => decision({ groups: undefined, outcome: half(place) })),
  ];
  const since = [
    ...many(80, (place) => decision({ outcome: half(place), closedAt: noon('2026-06-01') })),
    ...many(3, () => decision({ groups: ['trained-abroad'], closedAt: noon('2026-06-01') })),
    ...many(40, (place) =>
      decision({ groups: undefined, outcome: half(place), closedAt: noon('2026-06-01') }),
    ),
  ];
  const decisions = [...first, ...since];
  const one = await released({ decisions });
  const two = await released({ decisions }, [one], '2026-07-01');
  const row = tableIn([one, two]).outcomes.rows.find(({ group }) => group === 'trained-abroad');
  assert.equal(row?.countedUntil, '2026-04-30');
  assert.ok(row?.outcome !== WITHHELD && row?.outcome.total === 60);
  assert.equal(
    waitingIn([one, two]).rows.find(({ group }) => group === 'trained-abroad')?.countedUntil,
    '2026-04-30',
  );
  const own = tableIn([two]).outcomes;
  const hidden = own.rows.filter(({ outcome }) => outcome === WITHHELD).map(({ group }) => group);
  assert.ok(hidden.includes('trained-abroad') && hidden.length > 1, `withheld: ${hidden}`);
  assert.deepEqual(two.outcomes.proof.earlier, [1]);
});

test('a severe decider is found, and does not make the others look lenient', async () => {
  const of = (decider: string, approved: number) =>
    many(400, (place) => decision({ decider, outcome: place < approved ? 'met' : 'not-met' }));
  const rows = [...of('severe', 240), ...of('a', 330), ...of('b', 335), ...of('c', 332)];
  const deciders = decidersIn(await released({ decisions: rows }));
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
  const deciders = decidersIn(await released({ decisions: rows }));
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
  const [form] = itemsIn(await released({ results, responses: rows }));
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
