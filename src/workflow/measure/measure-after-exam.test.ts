import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { onlyComplaints } from '../../../tests/support/invented-complaints.ts';
import { WITHHELD } from '../../fairness/disclosure/gate.ts';
import type { ShownDraw } from '../../fairness/disclosure/published-draws.ts';
import { outcomesOf, type Release } from '../../fairness/disclosure/release.ts';
import { date, dayNumber } from '../../kernel/dates/civil-date.ts';
import { linearSolver } from '../../outside/adapters/linear-solver.ts';
import { drawRelease } from './draw-release.ts';
import type {
  MeasuredAuditChance,
  MeasuredChoice,
  MeasuredIdea,
  MeasuredSeatChance,
  MeasuredService,
  MeasuredTerm,
  Measurements,
} from './measurements.ts';
import { shownComparisons } from './shown-comparisons.ts';

const noon = (day: string): number => (dayNumber(date(day)) * 24 + 17) * 3_600_000;
const program = 'larkspur-care';
const US = ['trained-us'];
const ABROAD = ['trained-abroad'];

async function released(rows: Partial<Measurements>) {
  const nothing = onlyComplaints(async () => []);
  const drawn = await drawRelease({ ...nothing, ...rows }, await linearSolver(), {
    ...{ number: 1, before: date('2026-01-01'), dimensions: ['where-trained'], earlier: [] },
  });
  assert.ok(drawn.ok, drawn.ok ? '' : drawn.refusal.because);
  return drawn.value;
}

const times = <Row>(count: number, row: Row): readonly Row[] =>
  Array.from({ length: count }, () => row);
const numberOf = ({ outcomes }: Release, kind: string, row: string, part = 'all') =>
  outcomes.numbers[`${kind} / where-trained / ${part} / ${row}`];
const drawOf = ({ draws = [] }: Release, kind: string, group: string): ShownDraw => {
  const row = draws
    .find((one) => one.kind === kind)
    ?.figures.rows.find((one) => one.group === group);
  assert.ok(row !== undefined && row.draw !== WITHHELD);
  return row.draw;
};

const term = (change: Partial<MeasuredTerm>): MeasuredTerm => ({
  ...{ program, groups: US, inTimeOn: undefined, lateOn: undefined, ranOutOn: undefined },
  ...change,
});

describe('terms in a release', () => {
  const rows = [US, ABROAD, undefined].flatMap((groups) => [
    ...times(40, term({ groups, inTimeOn: '2025-02-10' })),
    ...times(20, term({ groups, ranOutOn: '2025-02-28', lateOn: '2025-04-01' })),
    ...times(15, term({ groups, ranOutOn: '2025-02-28' })),
    // Renewed only after the last day that is counted, and ended only after it.
    ...times(3, term({ groups, ranOutOn: '2025-11-30', lateOn: '2026-01-15' })),
    ...times(9, term({ groups, inTimeOn: '2026-01-15' })),
  ]);

  test('count once: renewed in time, renewed late, or run out, as it stood on the day', async () => {
    const { value: release } = await released({ terms: async () => rows });
    assert.equal(numberOf(release, 'term-renewed', 'trained-us / all'), 78);
    assert.equal(numberOf(release, 'term-renewed', 'trained-us / succeeded'), 60);
    assert.equal(numberOf(release, 'term-in-time', 'trained-abroad / all'), 60);
    assert.equal(numberOf(release, 'term-in-time', 'trained-abroad / succeeded'), 40);
    assert.equal(
      numberOf(release, 'term-in-time', 'trained-abroad / failed', 'program:larkspur-care'),
      20,
    );
  });

  test('of a group renewed late far more often, a disparity is shown in being in time alone', async () => {
    const late = rows.filter(({ groups }) => groups !== ABROAD);
    const release = await released({
      terms: async () => [
        ...late,
        ...times(15, term({ groups: ABROAD, inTimeOn: '2025-02-10' })),
        ...times(45, term({ groups: ABROAD, lateOn: '2025-03-10' })),
        ...times(18, term({ groups: ABROAD, ranOutOn: '2025-02-28' })),
      ],
    });
    const shown = shownComparisons(release, outcomesOf(release))
      .filter(({ state, group }) => state === 'disparity-shown' && group === 'trained-abroad')
      .map(({ kind }) => kind);
    assert.deepEqual(shown, ['term-in-time']);
  });
});

describe('who is recognized, of those nominated and read', () => {
  const choice = (
    groups: readonly string[] | undefined,
    chosen: boolean,
    change: Partial<MeasuredChoice> = {},
  ): MeasuredChoice => ({
    ...{ program, groups, decidedOn: '2025-06-02', chosen },
    ...{ forRecognition: true, upheldOn: undefined, ...change },
  });

  test('is counted apart from who is chosen for a seat; what an appeal changed counts; a disparity is shown', async () => {
    const release = await released({
      choices: async () => [
        ...times(45, choice(US, true)),
        ...times(45, choice(US, false)),
        ...times(8, choice(ABROAD, true)),
        ...times(4, choice(ABROAD, false, { upheldOn: '2025-07-10' })),
        // Upheld only after the last day that is counted; decided only after it; for a seat.
        ...times(2, choice(ABROAD, false, { upheldOn: '2026-01-10' })),
        ...times(76, choice(ABROAD, false)),
        ...times(9, choice(ABROAD, true, { decidedOn: '2026-01-05' })),
        ...times(30, choice(US, true, { forRecognition: false })),
        ...times(30, choice(ABROAD, true, { forRecognition: false })),
        ...times(30, choice(undefined, true)),
        ...times(30, choice(undefined, false)),
      ],
    });
    assert.equal(numberOf(release.value, 'recognized', 'trained-abroad / all'), 90);
    assert.equal(numberOf(release.value, 'recognized', 'trained-abroad / succeeded'), 12);
    assert.equal(numberOf(release.value, 'recognized', 'trained-us / succeeded'), 45);
    const shown = shownComparisons(release, outcomesOf(release))
      .filter(({ state }) => state === 'disparity-shown')
      .map(({ kind, group }) => `${kind} ${group}`);
    assert.deepEqual(shown, ['recognized trained-abroad']);
  });
});

describe('who is drawn', () => {
  const chance = (
    groups: readonly string[] | undefined,
    stratum: string,
    drawn: boolean,
  ): MeasuredAuditChance => ({
    ...{ program, groups, lottery: 'audit-1', stratum, drawnAt: noon('2025-06-02'), drawn },
  });
  const stratum = (
    groups: readonly string[] | undefined,
    name: string,
    drawn: number,
    others: number,
  ) => [...times(drawn, chance(groups, name, true)), ...times(others, chance(groups, name, false))];

  test('a group that stands where the published rate is higher is drawn as chance has it', async () => {
    const { value: release } = await released({
      auditChances: async () => [
        ...stratum(US, 'approved', 12, 228),
        ...stratum(US, 'reviewed', 15, 15),
        ...stratum(ABROAD, 'approved', 2, 38),
        ...stratum(ABROAD, 'reviewed', 45, 45),
        ...stratum(undefined, 'reviewed', 20, 20),
      ],
    });
    const abroad = drawOf(release, 'audit-drawn', 'trained-abroad');
    assert.deepEqual(abroad, {
      ...{ drawn: 47, inPool: 130, expected: 47, band: '0.05 or more' },
      state: 'as-chance-has-it',
    });
  });

  test('a group drawn more often than its stratum explains is put before the board, beside chance and no other group', async () => {
    const release = await released({
      auditChances: async () => [
        ...stratum(US, 'approved', 20, 280),
        ...stratum(ABROAD, 'approved', 30, 70),
        ...stratum(undefined, 'approved', 15, 85),
      ],
    });
    const abroad = drawOf(release.value, 'audit-drawn', 'trained-abroad');
    assert.equal(abroad.state, 'more-than-chance');
    assert.equal(abroad.expected, 13);
    assert.equal(abroad.band, 'under 0.001');
    const shown = shownComparisons(release, outcomesOf(release));
    assert.ok(shown.every(({ about }) => about === 'draw'));
    const one = shown.find(({ group }) => group === 'trained-abroad');
    assert.equal(one?.state, 'disparity-shown');
    assert.equal(one?.figure.value, 30 / 13);
  });

  test('of a group that the gate withholds nothing is said, of the strata of the others neither', async () => {
    const { value: release } = await released({
      auditChances: async () => [
        ...stratum(US, 'approved', 40, 260),
        ...stratum(ABROAD, 'approved', 3, 70),
        ...stratum(undefined, 'approved', 15, 85),
      ],
    });
    const rows = release.draws?.[0]?.figures.rows ?? [];
    assert.equal(rows.find(({ group }) => group === 'trained-abroad')?.draw, WITHHELD);
    assert.ok(!JSON.stringify(rows).includes('approved'));
  });

  test('a panel is held against its tickets, not against equal chances', async () => {
    const seat = (
      groups: readonly string[] | undefined,
      opening: string,
      drawn: boolean,
      tickets: readonly number[],
    ): MeasuredSeatChance => ({
      ...{ program, groups, opening, drawnOn: '2025-05-05', drawn, tickets },
    });
    const from = (first: number, count: number) =>
      Array.from({ length: count }, (_, place) => ((first + place - 1) % 1000) + 1);
    // Thirty draws of three seats: quotas give the two from abroad 500 tickets each, the four others 400 and those unstated 200.
    const draws = Array.from({ length: 30 }, (_, place) => `opening ${place}`).flatMap(
      (opening, place) => [
        seat(ABROAD, opening, place % 2 === 0, from(1, 500)),
        seat(ABROAD, opening, place % 2 === 1, from(501, 500)),
        ...[1, 401, 801, 201].map((first, one) =>
          seat(US, opening, one === place % 4 || one === (place + 2) % 4, from(first, 400)),
        ),
        seat(undefined, opening, place % 2 === 0, from(601, 200)),
        seat(undefined, opening, place % 3 === 0, from(801, 200)),
      ],
    );
    const { value: release } = await released({ seatChances: async () => draws });
    const abroad = drawOf(release, 'seat-drawn', 'trained-abroad');
    // One of the two is on every ticket: it could not have come out otherwise.
    assert.deepEqual(abroad, {
      ...{ drawn: 30, inPool: 60, expected: undefined, band: undefined, state: undefined },
    });
    const us = drawOf(release, 'seat-drawn', 'trained-us');
    assert.equal(us.expected, 48);
    assert.equal(us.state, 'more-than-chance');
  });
});

describe('serving and ideas', () => {
  const certified = (change: Partial<MeasuredService>): MeasuredService => ({
    ...{ program, groups: US, certifiedAt: noon('2023-03-01'), forwardOn: undefined },
    ...{ suggestedOn: undefined, servedOn: undefined, againOn: undefined },
    ...{ chairedOn: undefined, ...change },
  });

  test('each step of serving counts those who came through the one before it', async () => {
    const forward = { forwardOn: '2025-02-01' };
    const served = { ...forward, servedOn: '2025-06-01' };
    const { value: release } = await released({
      service: async () =>
        [US, ABROAD, undefined].flatMap((groups) => [
          ...times(100, certified({ groups })),
          ...times(40, certified({ groups, ...forward, suggestedOn: '2025-02-01' })),
          ...times(30, certified({ groups, ...served })),
          ...times(15, certified({ groups, ...served, chairedOn: '2025-06-01' })),
          // Chosen before, serving only after the last day that is counted.
          ...times(12, certified({ groups, ...served, servedOn: '2026-02-01' })),
        ]),
    });
    const counts = (step: string) => [
      numberOf(release, step, 'trained-abroad / succeeded'),
      numberOf(release, step, 'trained-abroad / all'),
    ];
    assert.deepEqual(counts('seat-forward'), [97, 197]);
    assert.deepEqual(counts('seat-named'), [40, 97]);
    assert.deepEqual(counts('seat-served'), [45, 97]);
    assert.deepEqual(counts('seat-chaired'), [15, 45]);
    // Nobody served twice: a step without anybody would only take the others with it.
    assert.equal(counts('seat-again')[1], undefined);
  });

  test('an idea counts as adopted by its first answer or by the second look, once that is counted', async () => {
    const idea = (change: Partial<MeasuredIdea>): MeasuredIdea => ({
      ...{ program: undefined, groups: US, proposedOn: '2025-01-10', answeredOn: '2025-02-10' },
      ...{ adopted: true, againOn: undefined, adoptedAgain: undefined, ...change },
    });
    const { value: release } = await released({
      ideas: async () =>
        [US, ABROAD, undefined].flatMap((groups) => [
          ...times(20, idea({ groups })),
          ...times(15, idea({ groups, adopted: false })),
          ...times(4, idea({ groups, adopted: false, againOn: '2025-04-01', adoptedAgain: true })),
          ...times(4, idea({ groups, adopted: false, againOn: '2026-04-01', adoptedAgain: true })),
          ...times(5, idea({ groups, answeredOn: undefined, adopted: undefined })),
        ]),
    });
    assert.equal(numberOf(release, 'idea', 'trained-abroad / succeeded'), 24);
    assert.equal(numberOf(release, 'idea', 'trained-abroad / all'), 43);
    const waits = release.waiting.find(({ kind }) => kind === 'idea');
    const abroad = waits?.figures.rows.find(({ group }) => group === 'trained-abroad')?.waiting;
    assert.ok(abroad !== undefined && abroad !== WITHHELD);
    assert.equal(abroad.medianDays, 31);
  });
});
