import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { activity, care, enough, ethics, inBlocks, Life } from '../../../tests/support/renewal.ts';
import { date } from '../../kernel/dates/civil-date.ts';
import { outcomeFromFindings } from '../../program/pathway/expression.ts';
import { answerAudit, decideAudit, drawForAudit } from './audit.ts';
import { auditMatter } from './audit-matter.ts';

/** A term that was renewed, drawn and answered. */
function audited(life: Life, rules: typeof care, renewedOn: string, drawnOn: string): Life {
  life.renew(renewedOn);
  life.add(drawForAudit(life.state, rules, { on: date(drawnOn), lottery: 'l-1' }));
  return life.add(answerAudit(life.state, date(drawnOn)));
}

function agree(life: Life, rules: typeof care, on: string, bits: number): void {
  const matter = auditMatter(life.state, rules, life.claimed) ?? assert.fail();
  const shown = matter.activities.map(({ id }, place) => ({
    ...{ activity: id, accepted: ((bits >> place) & 1) === 1, reason: 'As shown.' },
  }));
  const decided = decideAudit(life.state, rules, life.claimed, {
    ...{ on: date(on), by: 'reviewer-1', findings: shown, appealDays: 30 },
  });
  assert.ok(decided.ok);
  const met = outcomeFromFindings(
    matter.expression,
    new Map(shown.map(({ activity: id, accepted }) => [id, accepted])),
  );
  const all = shown.every(({ accepted }) => accepted);
  assert.equal(met || all ? 'passed' : 'failed', decided.value.outcome, JSON.stringify(shown));
}

describe('an audit as a matter', () => {
  const held = () =>
    audited(
      new Life(care, '2022-06-01', '2027-05-31').claim(
        ...enough('2025-02-03'),
        activity('2025-03-01', 10),
        ethics('2025-03-02', 2.5),
      ),
      care,
      '2027-03-01',
      '2027-09-01',
    );
  test('asks about each activity that counted, by hours, subject and day, and never by its title', () => {
    const life = held();
    const matter = auditMatter(life.state, care, life.claimed) ?? assert.fail();
    assert.equal(matter.criteria.length, 4);
    assert.deepEqual(
      matter.criteria.map(({ title }) => title),
      ['Activity 1', 'Activity 2', 'Activity 3', 'Activity 4'],
    );
    assert.ok(
      matter.criteria.some(
        ({ rule }) =>
          rule ===
          '2.5 hours of ethics, live, completed on March 2, 2025. Any one proof of several kinds shows that it took place.',
      ),
    );
    const words = JSON.stringify([matter.criteria, matter.expression]);
    for (const { title, provider } of life.activities) {
      assert.ok(!words.includes(title) && !words.includes(provider));
    }
  });
  test('has conditions in words: the total and each subject', () => {
    const life = held();
    const { expression } = auditMatter(life.state, care, life.claimed) ?? assert.fail();
    assert.deepEqual(
      expression.of.map(({ title }) => title),
      ['80 hours', '8 hours of ethics'],
    );
  });
  test('comes to what the rule of the audit comes to, whatever is shown', () => {
    const life = held();
    for (let bits = 0; bits < 16; bits += 1) {
      agree(life, care, '2027-10-01', bits);
    }
  });
  test('in periods too, with a most for some kinds and what one lacked made up in the next', () => {
    const blocks = () => {
      const life = new Life(inBlocks, '2027-07-04');
      for (const [place, year] of ['2028', '2030', '2032', '2034', '2036'].entries()) {
        life.claim(
          activity(`${year}-02-01`, place === 1 ? 10 : 12),
          activity(`${year}-02-02`, place === 2 ? 12 : 6, { delivery: 'self-paced' }),
          ethics(`${year}-02-03`, 4, { subjects: ['ethics', 'language-access'] }),
        );
      }
      return audited(life, inBlocks, '2037-06-01', '2037-09-01');
    };
    const life = blocks();
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 15 - 1 }), (bits) => {
        agree(life, inBlocks, '2037-10-01', bits);
        // Nearly everything shown is where the border runs.
        agree(life, inBlocks, '2037-10-01', (2 ** 15 - 1) ^ (1 << (bits % 15)));
      }),
      { numRuns: 60 },
    );
  });
  test('is none where nothing was renewed', () => {
    const life = new Life(care, '2022-06-01', '2027-05-31').claim(...enough('2025-02-03'));
    assert.equal(auditMatter(life.state, care, life.claimed), undefined);
  });
});
