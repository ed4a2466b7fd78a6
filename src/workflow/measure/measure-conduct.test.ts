import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { onlyComplaints } from '../../../tests/support/invented-complaints.ts';
import type { SanctionKind } from '../../casework/conduct/conduct-rules.ts';
import { WITHHELD } from '../../fairness/disclosure/gate.ts';
import {
  type Release,
  standingWaiting,
  storedReleases,
} from '../../fairness/disclosure/release.ts';
import { addDays, type CivilDate, date, dayNumber } from '../../kernel/dates/civil-date.ts';
import { linearSolver } from '../../outside/adapters/linear-solver.ts';
import { FINDING, patternTables, SCREENING } from './count-conduct.ts';
import { drawRelease } from './draw-release.ts';
import { likeCase } from './measure-sanctions.ts';
import type { ConductSide, MeasuredConduct } from './measured-conduct.ts';

const noon = (day: CivilDate): number => (dayNumber(day) * 24 + 17) * 3_600_000;
const opened = date('2025-02-03');

function complaint(change: Partial<MeasuredConduct> = {}): MeasuredConduct {
  return {
    about: 'person',
    program: 'larkspur-navigator',
    groups: ['trained-us'],
    grounds: [],
    setting: undefined,
    openedOn: opened,
    screenedAt: noon(addDays(opened, 10)),
    takenUp: true,
    noticedAt: noon(addDays(opened, 12)),
    concludedAt: noon(addDays(opened, 112)),
    breach: true,
    provisions: [{ number: 'R1', on: '2025-01-10' }],
    sanction: 'public-reprimand',
    appealedAt: undefined,
    appealDecidedAt: undefined,
    appealEffect: undefined,
    leftAt: undefined,
    toldAt: noon(addDays(opened, 160)),
    achieved: 'yes',
    rests: [],
    ...change,
  };
}

const times = (count: number, change: Partial<MeasuredConduct>): readonly MeasuredConduct[] =>
  Array.from({ length: count }, () => complaint(change));

async function released(
  of: Readonly<Record<ConductSide, readonly MeasuredConduct[]>>,
): Promise<Release> {
  const drawn = await drawRelease(
    onlyComplaints(async (_, side) => of[side]),
    await linearSolver(),
    { number: 1, before: date('2026-01-01'), dimensions: ['where-trained'], earlier: [] },
  );
  assert.ok(drawn.ok, drawn.ok ? '' : drawn.refusal.because);
  return drawn.value.value;
}

const both = (rows: readonly MeasuredConduct[]) => ({ respondent: rows, complainant: rows });
const numberOf = ({ outcomes }: Release, kind: string, dimension: string, row: string) =>
  outcomes.numbers[`${kind} / ${dimension} / all / ${row}`];

/** So many in breach of one provision, the credential taken from some of them; and as many in whom no breach was found. */
const sanctioned = (
  group: string | undefined,
  hard: number,
  mild: number,
  number = 'R1',
): readonly MeasuredConduct[] => {
  const own = { groups: group === undefined ? undefined : [group] };
  const provisions = [{ number, on: '2025-01-10' }];
  const of = (sanction: SanctionKind) => ({ ...own, provisions, sanction });
  return [
    ...times(hard, of('revocation')),
    ...times(mild, of('private-reprimand')),
    ...times(hard + mild, { ...own, breach: false, provisions: [], sanction: undefined }),
    ...times(hard + mild, {
      ...own,
      ...{ takenUp: false, noticedAt: undefined, concludedAt: undefined, breach: undefined },
      ...{ provisions: [], sanction: undefined, achieved: 'no' },
    }),
  ];
};

describe('complaints about conduct in a release', () => {
  test('are counted by the group of the respondent, and once more by that of whoever complained', async () => {
    const respondent = [
      ...sanctioned('trained-us', 20, 40),
      ...sanctioned('trained-abroad', 30, 12),
      ...sanctioned(undefined, 20, 20),
    ];
    const complainant = respondent.map((row) => ({ ...row, groups: ['trained-abroad'] }));
    const release = await released({ respondent, complainant });
    assert.equal(numberOf(release, SCREENING, 'where-trained', 'trained-us / all'), 180);
    assert.equal(numberOf(release, SCREENING, 'where-trained', 'trained-us / succeeded'), 120);
    assert.equal(numberOf(release, FINDING, 'where-trained', 'trained-abroad / succeeded'), 42);
    // Everybody in one group: the others, empty, are withheld, and the one that would give them away with them.
    const ofComplainants = 'complainant:where-trained';
    assert.equal(numberOf(release, 'conduct-hope', ofComplainants, 'trained-us / all'), null);
    assert.ok(release.outcomes.tables.some(({ dimension }) => dimension === ofComplainants));
  });

  test('harder sanctions in like cases are shown as such, with no count of any sanction', async () => {
    const release = await released(
      both([
        ...sanctioned('trained-us', 15, 45),
        ...sanctioned('trained-abroad', 30, 12),
        ...sanctioned(undefined, 20, 20),
      ]),
    );
    const found = release.sanctions?.find(({ part }) => part === 'all')?.figures;
    assert.equal(found?.reference, 'trained-us');
    const abroad = found?.rows.find(({ group }) => group === 'trained-abroad')?.sanctions;
    assert.ok(abroad !== undefined && abroad !== WITHHELD);
    assert.equal(abroad.sanctioned, 42);
    assert.equal(abroad.comparison?.verdict.state, 'disparity-shown');
    // Two levels: in 30 of 42 times 45 of 60 pairs the harder, ties half.
    const expected = (30 / 42) * 0.75 + 0.5 * ((30 / 42) * 0.25 + (12 / 42) * 0.75);
    assert.equal(abroad.comparison?.superiority.value, Math.round(expected * 100) / 100);
    assert.ok(!JSON.stringify(found).includes('revocation'));
  });

  test('a group that breaches graver provisions more often is not called harder treated', async () => {
    const release = await released(
      both([
        ...sanctioned('trained-us', 4, 36, 'R1'),
        ...sanctioned('trained-us', 18, 2, 'R7'),
        ...sanctioned('trained-abroad', 1, 9, 'R1'),
        ...sanctioned('trained-abroad', 36, 4, 'R7'),
        ...sanctioned(undefined, 20, 20, 'R1'),
      ]),
    );
    const found = release.sanctions?.find(({ part }) => part === 'all')?.figures;
    const abroad = found?.rows.find(({ group }) => group === 'trained-abroad')?.sanctions;
    assert.ok(abroad !== undefined && abroad !== WITHHELD);
    assert.equal(abroad.comparison?.superiority.value, 0.5);
    assert.notEqual(abroad.comparison?.verdict.state, 'disparity-shown');
  });

  test('fewer than eleven in breach are withheld with everything that is said of them', async () => {
    const release = await released(
      both([
        ...sanctioned('trained-us', 30, 60),
        ...sanctioned('trained-abroad', 8, 2),
        ...sanctioned(undefined, 20, 20),
      ]),
    );
    const rows = release.sanctions?.find(({ part }) => part === 'all')?.figures.rows;
    assert.equal(rows?.find(({ group }) => group === 'trained-abroad')?.sanctions, WITHHELD);
  });

  test('days on which a matter rested for a court are no wait', async () => {
    const rests = [{ from: addDays(opened, 40), until: addDays(opened, 90) }];
    const rows = [
      ...sanctioned('trained-us', 20, 20),
      ...sanctioned('trained-abroad', 20, 20).map((row) => ({ ...row, rests })),
      ...sanctioned(undefined, 20, 20),
    ];
    const releases = storedReleases([await released(both(rows))]);
    const of = { kind: FINDING, dimension: 'where-trained', part: 'all' };
    const waits = standingWaiting(releases, of).value.rows;
    const days = (group: string) => {
      const waiting = waits.find((row) => row.group === group)?.waiting;
      return waiting === undefined || waiting === WITHHELD ? undefined : waiting.medianDays;
    };
    assert.equal(days('trained-us'), 100);
    assert.equal(days('trained-abroad'), 50);
  });

  test('complaints about the body are counted apart, in steps of eleven, and in no table of people', async () => {
    const body = times(25, { about: 'body', groups: undefined, sanction: undefined });
    const release = await released(
      both([...sanctioned('trained-us', 20, 20), ...sanctioned(undefined, 20, 20), ...body]),
    );
    assert.deepEqual(release.aboutBody, [
      { step: 'looked-at', atLeast: 22 },
      { step: 'taken-up', atLeast: 22 },
      { step: 'concluded', atLeast: 22 },
      { step: 'put-right', atLeast: 22 },
    ]);
    assert.equal(release.outcomes.numbers[`${SCREENING} / * / all / * / all`], 240);
  });
});

describe('patterns', () => {
  test('each complaint counts once: by its ground, as several grounds, or as naming none', () => {
    const rows = [
      ...times(3, { grounds: ['race'] }),
      ...times(2, { grounds: ['race', 'age'] }),
      ...times(4, { grounds: [], setting: 'hospital' }),
      complaint({ grounds: ['a-ground-that-is-not-asked'] }),
      complaint({ about: 'body', grounds: ['race'] }),
    ];
    const [byGround, bySetting] = patternTables(rows, date('2026-01-01'));
    const totals = (table: typeof byGround) =>
      Object.fromEntries(
        (table?.all ?? [])
          .filter(({ total }) => total > 0)
          .map(({ group, total }) => [group, total]),
      );
    assert.deepEqual(totals(byGround), { race: 3, several: 2, 'none-named': 5 });
    assert.deepEqual(totals(bySetting), { hospital: 4, 'none-named': 6 });
    assert.deepEqual(
      byGround?.parts.map(({ part }) => part),
      ['year:2025'],
    );
  });

  test('like cases are breaches of the same part and group of the code that was in force', () => {
    const of = (program: string, ...provisions: readonly (readonly [string, string])[]) =>
      likeCase({ program, provisions: provisions.map(([number, on]) => ({ number, on })) });
    assert.equal(
      of('larkspur-navigator', ['R1', '2025-01-10']),
      of('larkspur-navigator', ['R4', '2026-06-01']),
    );
    assert.notEqual(
      of('larkspur-navigator', ['R1', '2025-01-10']),
      of('larkspur-navigator', ['R7', '2025-01-10']),
    );
    // R9 was about competence in 2023 and is about advising machines, among privacy, since 2026.
    assert.notEqual(
      of('larkspur-navigator', ['R9', '2025-01-10']),
      of('larkspur-navigator', ['R9', '2026-06-01']),
    );
    assert.notEqual(
      of('larkspur-care', ['R1', '2025-01-10']),
      of('larkspur-care', ['S1', '2025-01-10']),
    );
  });
});
