import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  activity,
  care,
  enough,
  ethics,
  inBlocks,
  Life,
  providers,
} from '../../../tests/support/renewal.ts';
import { date } from '../../kernel/dates/civil-date.ts';
import type { Activity } from './activity.ts';
import { readDateText } from './date-text.ts';
import { fatesOf, type HoursRow, type RowFate, toSave } from './import-hours.ts';
import {
  deliveriesOf,
  LONGEST_TITLE,
  readActivity,
  subjectsOf,
  type TypedActivity,
} from './read-activity.ts';

const typed: TypedActivity = {
  ...{ provider: 'Harbor Institute', title: 'Ethics at work', began: '', completed: '2025-03-02' },
  ...{ hours: '2.5', subjects: 'ethics', delivery: '', evidence: '' },
};
const row = (number: number, change: Partial<HoursRow> = {}): HoursRow => ({
  ...typed,
  ...{ row: number, id: '' },
  ...change,
});
/** The row as an export of this claim would write it. */
const exported = (number: number, claim: Activity, change: Partial<HoursRow> = {}): HoursRow => ({
  ...{ row: number, id: claim.id, provider: claim.provider, title: claim.title },
  ...{ began: claim.from, completed: claim.to, hours: String(claim.hours) },
  ...{ subjects: claim.subjects.join('; '), delivery: claim.delivery },
  evidence: claim.evidence ?? '',
  ...change,
});

const held = () => new Life(care, '2022-06-01', '2027-05-31');
const today = '2026-01-01';
function fates(life: Life, ...rows: readonly HoursRow[]): readonly RowFate[] {
  return fatesOf(rows, {
    ...{ state: life.state, rules: care, providers, latest: date(today) },
    period: life.hours(today).period,
    claimed: life.activities,
  });
}
const kinds = (all: readonly RowFate[]): readonly string[] => all.map(({ kind }) => kind);
const reasons = (fate: RowFate | undefined): string =>
  fate?.kind === 'refused' ? fate.because.join(' ') : '';

describe('every row of a table has a fate before anything is saved', () => {
  test('a row that is not claimed yet is new', () => {
    const [fate] = fates(held(), row(2));
    assert.equal(fate?.kind, 'new');
    assert.deepEqual(fate?.kind === 'new' && fate.draft, {
      ...{ provider: 'Harbor Institute', title: 'Ethics at work' },
      ...{ from: '2025-03-02', to: '2025-03-02', hours: 2.5, subjects: ['ethics'] },
      ...{ delivery: 'live', evidence: null, approval: { kind: 'provider', provider: 'harbor' } },
    });
  });
  test('the same table again changes nothing: every row is the same, with or without its id', () => {
    const life = held().claim(activity('2025-01-02', 5), ethics('2025-01-03', 3));
    const rows = life.activities.map((claim, place) => exported(place + 2, claim));
    assert.deepEqual(kinds(fates(life, ...rows)), ['same', 'same']);
    const bare = rows.map((each) => ({ ...each, id: '' }));
    assert.deepEqual(kinds(fates(life, ...bare)), ['same', 'same']);
  });
  test('exported, edited and handed in again it is an update, and what changed is listed', () => {
    const life = held().claim(activity('2025-01-02', 5));
    const [claim] = life.activities;
    assert.ok(claim);
    const [fate] = fates(life, exported(2, claim, { hours: '6', subjects: 'ethics' }));
    assert.deepEqual(fate?.kind === 'changed' && [fate.id, fate.changes], [
      claim.id,
      [
        { field: 'hours', was: '5', is: '6' },
        { field: 'subjects', was: '', is: 'ethics' },
      ],
    ]);
  });
  test('an empty cell takes no proof away, and a review that was made stays made', () => {
    const reviewed = activity('2025-01-02', 5, {
      provider: 'Somebody else',
      approval: { kind: 'review', outcome: 'accepted', on: date('2025-02-01') },
    });
    const life = held().claim(reviewed);
    assert.deepEqual(kinds(fates(life, exported(2, reviewed, { evidence: '' }))), ['same']);
    const [changed] = fates(life, exported(2, reviewed, { hours: '4' }));
    assert.deepEqual(
      changed?.kind === 'changed' && changed.draft.approval,
      { kind: 'review', outcome: 'waiting' },
      'other hours than those that were accepted are reviewed anew',
    );
    assert.deepEqual(changed?.kind === 'changed' && changed.draft.evidence, reviewed.evidence);
  });
  test('a date that was corrected changes the claim and makes no second one', () => {
    const life = held().claim(activity('2025-01-02', 5));
    const [claim] = life.activities;
    assert.ok(claim);
    const moved = exported(2, claim, { began: '2025-01-09', completed: '2025-01-09' });
    assert.deepEqual(kinds(fates(life, moved)), ['changed']);
  });
  test('the same activity in two rows is refused in the second, which names the first', () => {
    const all = fates(held(), row(2), row(3, { title: 'ETHICS at work', hours: '3' }));
    assert.deepEqual(kinds(all), ['new', 'refused']);
    assert.equal(reasons(all[1]), 'Row 2 is the same activity. Take one of the two out.');
  });
  test('an id that is not yours asks before it becomes new, and "0010" is not "10"', () => {
    const life = held().claim(activity('2025-01-02', 5, { id: '10' }));
    assert.deepEqual(kinds(fates(life, row(2, { id: '0010' }))), ['unknown-id']);
  });
  test('a change that would make it a copy of another claim is refused', () => {
    const life = held().claim(activity('2025-01-02', 5), activity('2025-01-03', 5));
    const [one, other] = life.activities;
    assert.ok(one && other);
    const copied = exported(2, one, {
      ...{ title: other.title, began: '2025-01-03', completed: '2025-01-03' },
    });
    assert.match(reasons(fates(life, copied)[0]), /an activity that you have claimed already/);
  });
  test('hours of another cycle are refused with where they would count', () => {
    const life = held().claim(...enough('2024-03-01'));
    const all = fates(
      life,
      row(2, { completed: '2022-05-31' }),
      row(3, { completed: '2026-02-01' }),
    );
    assert.match(reasons(all[0]), /before this credential began, on June 1, 2022/);
    assert.match(reasons(all[1]), /February 1, 2026 has not come yet/);
  });
  test('hours that were counted for a closed term stay as they are', () => {
    const life = held()
      .claim(...enough('2024-03-01'))
      .renew('2027-03-01');
    const [claim] = life.activities;
    assert.ok(claim);
    const into = {
      ...{ state: life.state, rules: care, providers, latest: date('2027-04-01') },
      ...{ period: life.hours('2027-04-01').period, claimed: life.activities },
    };
    const fateOf = (change: Partial<HoursRow>) => fatesOf([exported(2, claim, change)], into)[0];
    assert.equal(fateOf({})?.kind, 'same');
    assert.match(reasons(fateOf({ hours: '80' })), /counted for a term that is closed/);
  });
});

describe('saving is all or nothing', () => {
  const mixed = () =>
    fates(held(), row(2), row(3, { hours: 'many' }), row(4, { id: 'x', title: 'Other' }));
  test('nothing is saved while a row is refused, and the rows are named', () => {
    const answer = toSave(mixed(), { leftOut: [], confirmed: [4] });
    assert.ok(!answer.ok);
    assert.equal(answer.refusal.because, 'Nothing is saved yet. Mend or leave out: row 3.');
  });
  test('nor while an unknown id is not confirmed', () => {
    const answer = toSave(mixed(), { leftOut: [3], confirmed: [] });
    assert.ok(!answer.ok);
    assert.equal(answer.refusal.kind, 'ids-to-confirm');
  });
  test('what was left out by name is left out, and the rest is saved', () => {
    const answer = toSave(mixed(), { leftOut: [3], confirmed: [4] });
    assert.ok(answer.ok);
    assert.deepEqual(
      answer.value.added.map(({ title }) => title),
      ['Ethics at work', 'Other'],
    );
  });
  test('handed in again after saving, nothing is left to save', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 28 }), { minLength: 1 }),
        fc.integer({ min: 25, max: 900 }),
        (days, hundredths) => {
          const rows = days.map((day, place) =>
            row(place + 2, { completed: `2025-02-${day}`, hours: String(hundredths / 100) }),
          );
          const life = held();
          const first = toSave(fates(life, ...rows), { leftOut: [], confirmed: [] });
          assert.ok(first.ok);
          life.claim(...first.value.added.map((draft, place) => ({ ...draft, id: `n-${place}` })));
          const again = toSave(fates(life, ...rows), { leftOut: [], confirmed: [] });
          assert.deepEqual(again.ok && again.value, { added: [], changed: [] });
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe('an activity as it is typed', () => {
  const read = (change: Partial<TypedActivity>, rules = care) =>
    readActivity({ ...typed, ...change }, rules, providers);
  const mistake = (change: Partial<TypedActivity>, rules = care): string => {
    const answer = read(change, rules);
    return answer.ok ? '' : answer.mistakes.map(({ because }) => because).join(' ');
  };
  test('every mistake is told at once, each with its field', () => {
    const answer = read({ title: '', completed: '2025-02-30', hours: '0' });
    assert.ok(!answer.ok);
    assert.deepEqual(
      answer.mistakes.map(({ field }) => field),
      ['title', 'completed'],
    );
  });
  test('what a form offers is what the program asks about: CCM one subject and no kinds', () => {
    assert.deepEqual(subjectsOf(care), [['ethics', 'ethics']]);
    assert.deepEqual(deliveriesOf(care), []);
    assert.deepEqual(
      subjectsOf(inBlocks).map(([, title]) => title),
      ['ethics', 'language access'],
    );
    assert.deepEqual(
      deliveriesOf(inBlocks).map(([id]) => id),
      ['live', 'self-paced', 'teaching'],
    );
  });
  test('a title has room for what stands on a certificate, and is never cut off', () => {
    assert.equal(mistake({ title: 'x'.repeat(LONGEST_TITLE) }), '');
    assert.match(mistake({ title: 'x'.repeat(LONGEST_TITLE + 1) }), /300 is the most that fits/);
  });
  test('no hours, more hours than the days have, and an end before the beginning are refused', () => {
    assert.match(mistake({ hours: '0' }), /it is zero/);
    assert.match(mistake({ hours: '25' }), /25 hours do not fit into one day/);
    assert.equal(mistake({ hours: '25', began: '2025-03-01' }), '');
    assert.match(mistake({ began: '2025-03-03' }), /March 3, 2025 is after March 2, 2025/);
  });
  test('a provider is known by its name, however it is typed; any other course is sent for review', () => {
    const approval = (provider: string) => {
      const answer = read({ provider });
      return answer.ok ? answer.value.approval.kind : '';
    };
    assert.equal(approval('HARBOR institute'), 'provider');
    assert.equal(approval('Колледж Гавань'), 'review');
  });
  test('subjects and kinds are those of the program; an unknown one is told which there are', () => {
    assert.match(mistake({ subjects: 'ethic' }), /there is no "ethic". Write "ethics", or leave/);
    assert.match(
      mistake({ delivery: 'podcast' }, inBlocks),
      /Write "live" or "self-paced courses" or "teaching"/,
    );
    assert.equal(
      mistake({ subjects: 'Ethics; language access', delivery: 'Teaching' }, inBlocks),
      '',
    );
    assert.equal(mistake({ delivery: 'podcast' }), '');
  });
});

describe('a date in one cell', () => {
  const day = (text: string): string => {
    const answer = readDateText('Completed', text);
    return answer.ok ? answer.value : answer.refusal.because;
  };
  test('is read as people and spreadsheets write it', () => {
    for (const text of [
      '2026-05-29',
      '2026-5-29',
      '2026-05-29T00:00:00.000Z',
      '2026-05-29 00:00:00',
      '5/29/2026',
      '05.29.2026',
      'May 29, 2026',
      'may 29 2026',
      '29 May 2026',
      'May 29th, 2026',
      ' ５/２９/２０２６ ',
    ]) {
      assert.equal(day(text), '2026-05-29', text);
    }
    assert.equal(day('Sep. 3, 2026'), '2026-09-03');
  });
  test('is never guessed', () => {
    assert.match(day('31/05/2026'), /has no month 31. Write the month first/);
    assert.match(day('2025-02-29'), /no day of the calendar/);
    assert.match(day('5/29/26'), /cannot be read as a date/);
    assert.match(day('Foo 3, 2026'), /no day of the calendar/);
    assert.match(day('46171'), /cannot be read as a date/);
    assert.match(day(''), /write the date/);
  });
});
