import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { counted, inYear, type OffsetRule, type YearlyRule } from '../../kernel/dates/date-rule.ts';
import type { ApplicationCycle, RulesVersion } from '../definition/rules.ts';
import type { Sourced } from '../definition/sourced.ts';
import { ccmRules } from './ccm.ts';
import { cdmsRules } from './cdms.ts';
import { navigatorRules } from './navigator.ts';

interface Fact {
  readonly value: unknown;
  readonly source: readonly string[];
  readonly confidence: string;
  readonly derived?: boolean;
}
type Facts = Readonly<Record<string, Fact>>;
/** Where a value of ours stands in the collected facts. `written` absent: our own words, only their standing is compared. */
type Claim = readonly [path: string, sourced: Sourced<unknown>, written?: unknown];

const [earlier, ccm] = ccmRules as readonly [RulesVersion, RulesVersion];
const [cdms] = cdmsRules as readonly [RulesVersion];

const factsOf = (name: string): Facts =>
  JSON.parse(readFileSync(`reference/program/${name}.json`, 'utf8')).facts;

const valuesOf = (name: string): ReadonlyMap<string, unknown> =>
  new Map(Object.entries(factsOf(name)).map(([path, fact]) => [path, fact.value]));

/** A yearly rule as the collected facts write it. */
const writtenDay = (rule: YearlyRule | null): unknown =>
  rule?.kind === 'last-day-of-month' ? 'last day of February' : rule && inYear(rule, 2026).slice(5);
const same = (path: string, sourced: Sourced<unknown>): Claim => [path, sourced, sourced.value];
const words = (path: string, sourced: Sourced<unknown>): Claim => [path, sourced];
const day = (path: string, sourced: Sourced<YearlyRule>): Claim => [
  path,
  sourced,
  writtenDay(sourced.value),
];

/** A number of months that was read in months, or in years. */
const months = (path: string, sourced: Sourced<OffsetRule>, each: number): Claim => {
  assert.equal(sourced.value?.kind, 'months-after');
  return [path, sourced, sourced.value.months / each];
};
const days = (path: string, sourced: Sourced<OffsetRule>): Claim => {
  assert.equal(sourced.value?.kind, 'business-days-after');
  return [path, sourced, sourced.value.days];
};

function cycleClaims(cycle: ApplicationCycle, at: number, year: boolean): readonly Claim[] {
  const path = `application.cycles.${at}`;
  const { from, lasts } = cycle.exam;
  assert.ok(from.value && lasts.value);
  const first = inYear(from.value, 2026);
  const exam = [first, counted(lasts.value, first)].map((each) => each.slice(year ? 0 : 5));
  return [
    day(`${path}.opens`, cycle.opens),
    day(`${path}.closes`, cycle.closes),
    day(`${path}.decideBy`, cycle.decideBy),
    [`${path}.exam`, from, exam],
    [`${path}.exam`, lasts, exam],
  ];
}

function intakeClaims({ intake }: RulesVersion, year: boolean): readonly Claim[] {
  assert.equal(intake.kind, 'cycles');
  return intake.cycles.flatMap((cycle, at) => cycleClaims(cycle, at, year));
}

function examClaims(rules: RulesVersion, blueprint: number): readonly Claim[] {
  const path = `exam.blueprints.${blueprint}.domains`;
  return (rules.exam.parts[0]?.domains ?? []).flatMap(({ title, percent }, at) => [
    same(`${path}.${at}.title`, title),
    same(`${path}.${at}.percent`, percent),
  ]);
}

function renewalClaims({ renewal }: RulesVersion): readonly Claim[] {
  assert.equal(renewal.ends.kind, 'fixed-days');
  const days = renewal.ends.days.map(({ value }) => writtenDay(value));
  return [
    same('renewal.cycleYears', renewal.everyYears),
    ...renewal.ends.days.map((each): Claim => ['renewal.expiryDates', each, days]),
    words('renewal.expiryDates', renewal.ends.firstTerm),
    ...(renewal.windows.kind === 'yearly' ? renewal.windows.windows : []).flatMap((window, at) => [
      day(`renewal.windows.${at}.opens`, window.opens),
      day(`renewal.windows.${at}.closes`, window.closes),
      day(`renewal.windows.${at}.decideBy`, window.decideBy),
    ]),
    same('renewal.ceHours', renewal.hours),
    same('renewal.ethicsHours', renewal.minimums[0]!.hours),
    same('renewal.late.acceptedDaysAfterExpiry', renewal.late.acceptedDays),
    words('renewal.late.needs', renewal.late.needs),
    words('renewal.late.needs', renewal.late.needsReason),
    words('renewal.byExam', renewal.byExam),
    words('renewal.audit', renewal.audit.held),
  ];
}

const codeClaims = ({ code }: RulesVersion, revised: string): readonly Claim[] => [
  same('codeOfConduct.title', code.ownersTitle),
  words(revised, code.lastRevisionSeen),
  same('codeOfConduct.sections', code.sections),
  words('codeOfConduct.bindingLevels', code.binding),
  same('codeOfConduct.committee', code.committee),
  same('codeOfConduct.timeLimits', code.complaintDays),
];

const amount = (rules: RulesVersion, id: string): Sourced<number> => {
  const fee = rules.fees.find((each) => each.id === id);
  assert.ok(fee);
  return fee.amount;
};

const itemClaims = ({ exam }: RulesVersion): readonly Claim[] => {
  const part = exam.parts[0];
  assert.ok(part);
  return [
    same('exam.items.total', part.items.total),
    same('exam.items.scored', part.items.scored),
    same('exam.items.pretest', part.items.pretest),
    same('exam.minutes', part.minutes),
  ];
};

const ccmClaims: readonly Claim[] = [
  ...intakeClaims(ccm, false),
  ...examClaims(ccm, 0),
  ...itemClaims(ccm),
  ...renewalClaims(ccm),
  ...codeClaims(ccm, 'codeOfConduct.history'),
  same('fees.application', amount(ccm, 'application')),
  same('fees.exam', amount(ccm, 'exam')),
  same('fees.deferral', amount(ccm, 'deferral')),
  same('fees.retake', amount(ccm, 'retake')),
  same('fees.renewalByCE', amount(ccm, 'renewal-by-hours')),
  same('fees.renewalByExam', amount(ccm, 'renewal-by-exam')),
  same('fees.lateRenewalSurcharge', amount(ccm, 'late-renewal')),
  same('fees.cePostApprovalPerCourse', amount(ccm, 'course-review')),
  words('renewal.preApproval.program', ccm.renewal.approvedBefore),
  words('renewal.postApproval', ccm.renewal.reviewedAfterward),
  same('renewal.licenceCopyRequired', ccm.renewal.licenseCopy),
  words('renewal.late.notAReason', ccm.renewal.late.notAReason),
  words('renewal.late.after', ccm.renewal.late.afterThat),
  words('renewal.retired.designation', ccm.renewal.retired.offered),
  same('renewal.retired.designation', ccm.renewal.retired.ownersDesignation),
  months('renewal.retired.electUntilMonthsAfterExpiry', ccm.renewal.retired.electWithin, 1),
  months('renewal.retired.returnWithinYears', ccm.renewal.retired.returnWithin, 12),
  words('renewal.retired.returnNeeds', ccm.renewal.retired.returnNeeds),
  words('application.accommodationRequestDeadline', ccm.accommodationRequestsUntil),
  words('exam.blueprints.0.basis', ccm.exam.basis),
  words('exam.scoring.report', ccm.exam.parts[0]!.passRule),
  words('exam.delivery', ccm.exam.delivery),
  words('exam.resultsRelease', ccm.exam.results),
  same('exam.jobAnalysisIntervalYears', ccm.exam.jobAnalysisEveryYears),
  words('retake.withinEligibility', ccm.retake.rule),
  words('retake.afterThat', ccm.retake.afterThat),
  same('retake.windowsPerApplication', ccm.retake.attemptsPerApplication),
  same('retake.deferralCount', ccm.retake.deferrals),
  same('retake.deferralConsumesRetake', ccm.retake.deferralUsesRetake),
  same('retake.lifetimeLimit', ccm.retake.lifetimeLimit),
  ...examClaims(earlier, 1),
  words('exam.blueprints.1.basis', earlier.exam.basis),
];

const cdmsClaims: readonly Claim[] = [
  ...intakeClaims(cdms, true),
  ...examClaims(cdms, 0),
  ...itemClaims(cdms),
  ...renewalClaims(cdms),
  ...codeClaims(cdms, 'codeOfConduct.revised'),
  same('fees.application', amount(cdms, 'application')),
  same('fees.exam', amount(cdms, 'exam')),
  same('fees.renewal', amount(cdms, 'renewal-by-hours')),
  words('exam.blueprints.0.domains.0.title', cdms.exam.basis),
  words('exam.standardSetting', cdms.exam.parts[0]!.passRule),
  words('exam.delivery', cdms.exam.delivery),
  words('exam.newBlueprintHold', cdms.exam.results),
  same('exam.jobAnalysisIntervalYears', cdms.exam.jobAnalysisEveryYears),
  words('retake.rule', cdms.retake.rule),
  words('renewal.byExam', cdms.renewal.examInEndYear),
  words('renewal.late.needs', cdms.renewal.late.hoursBeforeEnd),
  days('renewal.late.firstReplyBusinessDays', cdms.renewal.late.firstReplyWithin),
  words('renewal.extensions', cdms.renewal.extension.offered),
  words('renewal.retired', cdms.renewal.retired.offered),
];

/** Every sourced value inside a version of rules. */
function sourcedIn(value: unknown, at = ''): readonly (readonly [string, Sourced<unknown>])[] {
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  if ('standing' in value && 'value' in value) {
    return [[at, value as Sourced<unknown>]];
  }
  return Object.entries(value).flatMap(([key, inner]) => sourcedIn(inner, `${at}.${key}`));
}

const catalogs = [
  { name: 'ccm', versions: ccmRules, claims: ccmClaims },
  { name: 'cdms', versions: cdmsRules, claims: cdmsClaims },
];

for (const { name, versions, claims } of catalogs) {
  test(`${name}: every value shown equals the value that was read, or is not shown`, () => {
    const facts = factsOf(name);
    for (const [path, sourced, written] of claims) {
      const fact = facts[path];
      assert.ok(fact, path);
      if (fact.confidence !== 'seen' || fact.value === null) {
        assert.deepEqual([sourced.standing, sourced.value], ['not-set', null], path);
        continue;
      }
      assert.notEqual(sourced.value, null, path);
      if (fact.derived === true) {
        assert.equal(sourced.standing, 'derived', path);
      }
      if (written !== undefined) {
        assert.deepEqual(written, fact.value, path);
        assert.ok(
          fact.source.every((source) => sourced.sources.includes(source)),
          `${path} cites ${sourced.sources}, read in ${fact.source}`,
        );
      } else {
        assert.ok(
          sourced.sources.some((source) => fact.source.includes(source)),
          path,
        );
      }
    }
  });

  test(`${name}: no value is shown that this comparison does not cover`, () => {
    const covered = new Set(claims.map(([, sourced]) => sourced));
    const bare = versions
      .flatMap((rules) => sourcedIn(rules, rules.id))
      .filter(([, sourced]) => sourced.value !== null && !covered.has(sourced))
      .map(([at]) => at);
    // The earlier fee stands only in a remark of the collected facts; it is shown as inferred.
    assert.deepEqual(bare, name === 'ccm' ? ['ccm/2020.fees.0.amount'] : []);
  });

  const path = `../shared/domain/${name}.json`;
  test(`${name}: the committed facts are those that were collected`, {
    skip: existsSync(path) ? false : 'no ../shared',
  }, () => {
    const collected: unknown = JSON.parse(readFileSync(path, 'utf8'));
    for (const [at, fact] of Object.entries(factsOf(name))) {
      const found = at
        .split('.')
        .reduce<unknown>(
          (inner, key) => (inner as Readonly<Record<string, unknown>>)[key],
          collected,
        ) as Fact;
      assert.deepEqual(fact.value, found.value, at);
      assert.deepEqual(fact.source, [found.source].flat(), at);
      assert.equal(fact.confidence, found.confidence, at);
      assert.equal(fact.derived, found.derived, at);
    }
  });
}

test('no value from memory is shown, and every page cited has an address', () => {
  for (const rules of [...ccmRules, ...cdmsRules, ...navigatorRules]) {
    const cited = [
      ...sourcedIn(rules).flatMap(([, { sources, otherwise }]) => [
        ...sources,
        ...(otherwise ?? []).flatMap((other) => other.sources),
      ]),
      ...rules.criteria.flatMap(({ sources }) => sources),
    ];
    for (const source of cited) {
      assert.notEqual(source, 'MEM');
      assert.ok(rules.sources[source], `${rules.id} cites ${source}, which has no address`);
    }
    const unread = Object.keys(rules.sources).filter((source) => !cited.includes(source));
    const elsewhere = ['CDMS_FAQ_B'];
    const inSibling = [...ccmRules].some(
      (each) => each !== rules && each.sources === rules.sources,
    );
    assert.deepEqual(inSibling ? [] : unread.filter((each) => !elsewhere.includes(each)), []);
  }
});

test('the standing says whose page it was', () => {
  for (const rules of [...ccmRules, ...cdmsRules, ...navigatorRules]) {
    const judged = [
      ...sourcedIn(rules, rules.id),
      ...rules.criteria.map((each) => [each.id, { ...each, value: each.rule }] as const),
    ];
    for (const [at, { standing, sources, value }] of judged) {
      const owners = sources.filter((source) => rules.sources[source]?.whose !== 'third-party');
      const stands = {
        seen: owners.length > 0 && value !== null,
        'third-party': owners.length === 0 && sources.length > 0 && value !== null,
        derived: sources.length > 0 && value !== null,
        'not-set': value === null && sources.length === 0,
      };
      assert.ok(stands[standing], `${at} is not "${standing}"`);
    }
  }
});

test('what the criteria ask is what was read', () => {
  const counts = (rules: RulesVersion, id: string): readonly number[] =>
    rules.criteria
      .filter((criterion) => criterion.id === id)
      .flatMap(({ tests }) =>
        tests.flatMap((each) =>
          each.kind === 'at-least' ? [each.count] : each.kind === 'count-yes' ? [each.atLeast] : [],
        ),
      );
  const ccmFacts = valuesOf('ccm');
  const options = 'eligibility.employmentOptions';
  assert.deepEqual(counts(ccm, 'supervised-by-holder'), [
    ccmFacts.get(`${options}.0.fullTimeMonths`),
  ]);
  assert.deepEqual(counts(ccm, 'supervised-by-other'), [
    ccmFacts.get(`${options}.1.fullTimeMonths`),
  ]);
  assert.equal(counts(ccm, 'as-supervisor')[0], ccmFacts.get(`${options}.2.fullTimeMonths`));
  const cdmsFacts = valuesOf('cdms');
  assert.deepEqual(counts(cdms, 'hours'), [cdmsFacts.get('eligibility.employment.hours')]);
  assert.deepEqual(cdmsFacts.get('eligibility.employment.domainCoverage'), {
    atLeast: counts(cdms, 'domains')[0],
    of: cdms.criteria.find(({ id }) => id === 'domains')?.facts.length,
  });
  assert.equal(cdmsFacts.get('eligibility.employment.lookbackMonths'), 36);
  assert.equal(cdmsFacts.get('eligibility.employment.lookbackMonthsAlternative'), 60);
});
