/**
 * The CDMS rules as facts read on public pages. CDMS is a mark of the Commission for Case Manager Certification;
 * nothing here is issued, reviewed or endorsed by it, and its owner should check every value. Facts collected in 2026.
 *
 * The exam week moves: September 14, 2024, March 15, 2025, March 14 and September 12, 2026, always a Saturday, to the
 * Saturday after. "The first Saturday on or after the 9th" gives all four; so would the 10th, 11th or 12th, but not
 * "the second Saturday" (March 2025) nor "the third". It is our reading, and is shown as inferred.
 */
import { date } from '../../kernel/dates/civil-date.ts';
import type { YearlyRule } from '../../kernel/dates/date-rule.ts';
import type { CriterionDefinition } from '../definition/criterion.ts';
import type { ApplicationCycle, RulesVersion } from '../definition/rules.ts';
import { derived, fromThirdParty, notSet, seen } from '../definition/sourced.ts';
import { choice, dayOf, degreeLevels, fact, lastDayOf, standingFact } from './facts.ts';

const criteria: readonly CriterionDefinition[] = [
  {
    id: 'degree',
    title: 'Degree',
    rule: 'Holds a bachelor’s or higher degree in any field from a school that was accredited, when the degree was given, by a body that CHEA recognizes.',
    sources: ['CDMS_ELIG', 'CDMS_FAQ_B'],
    standing: 'seen',
    evidence: 'education',
    facts: [
      choice('level', 'Level of the degree', degreeLevels),
      fact('year', 'year', 'Year it was given'),
      fact('accredited', 'yes-no', 'The school was accredited when the degree was given'),
    ],
    tests: [
      { kind: 'one-of', fact: 'level', values: ['bachelor', 'master', 'doctorate'] },
      { kind: 'has-come', fact: 'year' },
      { kind: 'yes', fact: 'accredited' },
    ],
  },
  {
    id: 'license',
    title: 'Nursing license',
    rule: 'Holds a current license as a registered nurse.',
    sources: ['CDMS_ELIG'],
    standing: 'seen',
    note: 'The page asks for a license that is current; that a restriction is no bar is inferred.',
    evidence: 'license',
    facts: [
      choice('kind', 'Kind of license', [
        ['registered-nurse', 'Registered nurse'],
        ['other', 'Another license'],
      ]),
      standingFact,
      fact('expires', 'date', 'Expires on'),
    ],
    tests: [
      { kind: 'one-of', fact: 'kind', values: ['registered-nurse'] },
      { kind: 'one-of', fact: 'status', values: ['active', 'restricted'] },
      { kind: 'not-past', fact: 'expires' },
    ],
  },
  {
    id: 'employed-now',
    title: 'Employed in the field now',
    rule: 'Is employed in absence and disability management on the day of applying.',
    sources: ['CDMS_ELIG'],
    standing: 'seen',
    evidence: 'employment',
    facts: [
      fact('employed', 'yes-no', 'Employed in the field on the day of applying'),
      fact('paid', 'yes-no', 'The work is paid'),
    ],
    tests: [
      { kind: 'yes', fact: 'employed' },
      { kind: 'yes', fact: 'paid' },
    ],
  },
  {
    id: 'hours',
    title: '2,080 hours in 36 months',
    rule: 'Has 2,080 paid hours of work in the field in the 36 months before applying. Internships and volunteer work do not count.',
    sources: ['CDMS_ELIG', 'CDMS_FAQ_A', 'VIVIAN'],
    standing: 'seen',
    note: 'The pages conflict: the eligibility page and one capture of the questions page say 36 months, another capture of the questions page (CDMS_FAQ_B) says five years. Only the owner can settle it.',
    evidence: 'employment',
    facts: [
      fact('hours-36', 'number', 'Paid hours in the 36 months before applying'),
      fact(
        'hours-60',
        'number',
        'Paid hours in the 60 months before applying',
        'Asked because the owner’s pages conflict: one of them counts five years.',
      ),
    ],
    tests: [
      {
        kind: 'at-least',
        fact: 'hours-36',
        count: 2080,
        unit: 'hours',
        otherwise: {
          fact: 'hours-60',
          sentence:
            'The owner’s pages conflict: one of them counts 60 months, and by that page this is met.',
        },
      },
    ],
  },
  {
    id: 'domains',
    title: 'Work in 2 of 4 domains',
    rule: 'The hours cover at least 2 of the 4 domains of the field.',
    sources: ['CDMS_ELIG'],
    standing: 'seen',
    evidence: 'employment',
    facts: [
      fact('case-management', 'yes-no', 'Disability and work interruption case management'),
      fact('workplace-intervention', 'yes-no', 'Workplace intervention for disability prevention'),
      fact('program-development', 'yes-no', 'Program development, management, and evaluation'),
      fact('leaves-benefits', 'yes-no', 'Employment leaves and benefits administration'),
    ],
    tests: [
      {
        kind: 'count-yes',
        facts: [
          'case-management',
          'workplace-intervention',
          'program-development',
          'leaves-benefits',
        ],
        atLeast: 2,
        unit: 'domains',
      },
    ],
  },
  {
    id: 'code',
    title: 'Code of conduct',
    rule: 'Agrees to keep the code of conduct of this credential.',
    sources: ['CDMS_ELIG'],
    standing: 'seen',
    evidence: 'own-word',
    facts: [fact('agreed', 'yes-no', 'Agreed to keep the code of conduct')],
    tests: [{ kind: 'yes', fact: 'agreed' }],
  },
];

const examPages = ['CDMS_EXAM', 'CDMS_CYC'];
const saturdayFrom9th = (month: number): YearlyRule => ({
  kind: 'weekday-on-or-after',
  month,
  day: 9,
  weekday: 6,
});
const examWeek = (month: number): ApplicationCycle['exam'] => ({
  from: derived(saturdayFrom9th(month), examPages, {
    note: 'The pages give the days of 2024, 2025 and 2026; this rule gives those days.',
  }),
  lasts: derived({ kind: 'days-after', days: 7 }, examPages),
});
const cycles: readonly ApplicationCycle[] = [
  {
    id: 'march',
    name: 'March',
    opens: seen(dayOf(11, 1), ['CDMS_CYC']),
    closes: seen(dayOf(1, 31), ['CDMS_CYC']),
    decideBy: seen(lastDayOf(2), ['CDMS_CYC'], { note: 'Published as February 29.' }),
    exam: examWeek(3),
  },
  {
    id: 'september',
    name: 'September',
    opens: seen(dayOf(4, 1), ['CDMS_CYC']),
    closes: seen(dayOf(6, 30), ['CDMS_CYC']),
    decideBy: seen(dayOf(7, 31), ['CDMS_CYC']),
    exam: examWeek(9),
  },
];

const outlinePages = ['CDMS_EXAM', 'SHRM'];

const rules: RulesVersion = {
  id: 'cdms/2021-03',
  from: date('2021-03-01'),
  fromNote:
    'An exam outline took effect in March 2021; the day is assumed. Values are as of 2024 to 2026.',
  criteria,
  pathway: {
    kind: 'all',
    of: [
      {
        kind: 'any',
        of: [
          { kind: 'criterion', criterion: 'degree' },
          { kind: 'criterion', criterion: 'license' },
        ],
      },
      { kind: 'criterion', criterion: 'employed-now' },
      { kind: 'criterion', criterion: 'hours' },
      { kind: 'criterion', criterion: 'domains' },
      { kind: 'criterion', criterion: 'code' },
    ],
  },
  intake: { kind: 'cycles', cycles },
  accommodationRequestsUntil: notSet(),
  fees: [
    {
      id: 'application',
      title: 'Application',
      amount: seen(235, ['CDMS_FAQ_NEW'], { note: 'As of 2026; 225 earlier.' }),
      refundable: false,
    },
    { id: 'exam', title: 'Exam', amount: seen(195, ['CDMS_FAQ_NEW']), refundable: null },
    {
      id: 'renewal-by-hours',
      title: 'Renewal',
      amount: notSet('The amount was not seen.'),
      refundable: null,
    },
  ],
  exam: {
    blueprint: '2014-study',
    basis: seen('A study of the work done in 2014', ['CDMS_EXAM'], {
      note: 'The page still showed this list in 2024-25, although an outline with revised domains took effect in March 2021; that one was not found.',
    }),
    parts: [
      {
        id: 'exam',
        title: 'Exam',
        items: {
          total: fromThirdParty(150, ['VIVIAN']),
          scored: fromThirdParty(125, ['VIVIAN']),
          pretest: derived(25, ['VIVIAN'], { note: 'What is left of 150 after 125.' }),
        },
        minutes: notSet(),
        domains: [
          {
            id: 'case-management',
            title: seen('Disability and Work Interruption Case Management', outlinePages),
            percent: notSet(),
          },
          {
            id: 'workplace-intervention',
            title: seen('Workplace Intervention for Disability Prevention', outlinePages),
            percent: notSet(),
          },
          {
            id: 'program-development',
            title: seen('Program Development, Management, and Evaluation', outlinePages),
            percent: notSet(),
          },
          {
            id: 'leaves-benefits',
            title: seen('Employment Leaves and Benefits Administration', outlinePages),
            percent: notSet(),
          },
        ],
        passRule: seen('A study at each new outline sets the passing score.', ['CDMS_2021'], {
          note: 'The method was not named.',
        }),
      },
    ],
    combination: 'single',
    delivery: seen('On a computer, at more than 300 test centers in the US', ['CDMS_EXAM']),
    results: seen('With a new outline, up to 60 days after the exam window closes', ['CDMS_2021']),
    jobAnalysisEveryYears: seen(5, ['CDMS_EXAM', 'CDMS_RECERT_GUIDE']),
  },
  retake: {
    rule: seen('How to take the exam again or apply anew is mailed with the result.', [
      'CDMS_2021',
    ]),
    afterThat: notSet(),
    attemptsPerApplication: notSet(),
    deferrals: notSet(),
    deferralUsesRetake: notSet(),
    lifetimeLimit: notSet(),
  },
  renewal: {
    everyYears: seen(5, ['CDMS_STAY']),
    ends: {
      kind: 'fixed-days',
      days: [
        seen(dayOf(3, 31), ['CDMS_STAY']),
        seen(dayOf(9, 30), ['CDMS_STAY']),
        seen(dayOf(12, 31), ['CDMS_STAY']),
      ],
      firstTerm: derived('The first of these days that leaves five full years.', ['CDMS_STAY'], {
        note: 'Which of the days a new credential gets was not found; this reading costs no one time.',
      }),
    },
    windows: {
      kind: 'yearly',
      windows: [
        {
          opens: seen(dayOf(2, 1), ['CDMS_STAY']),
          closes: seen(dayOf(3, 31), ['CDMS_STAY']),
          decideBy: seen(dayOf(4, 30), ['CDMS_STAY']),
        },
        {
          opens: seen(dayOf(8, 1), ['CDMS_STAY']),
          closes: seen(dayOf(9, 30), ['CDMS_STAY']),
          decideBy: seen(dayOf(10, 31), ['CDMS_STAY']),
        },
        {
          opens: seen(dayOf(11, 1), ['CDMS_STAY']),
          closes: seen(dayOf(12, 31), ['CDMS_STAY']),
          decideBy: seen(dayOf(1, 31), ['CDMS_STAY']),
        },
      ],
    },
    hours: seen(80, ['CDMS_RENEW']),
    minimums: [{ subject: 'ethics', title: 'ethics', hours: seen(4, ['CDMS_RENEW']) }],
    maximums: [],
    blocks: null,
    carryOverHours: notSet(),
    repeatedCourse: notSet(),
    approvedBefore: notSet(),
    reviewedAfterward: notSet(),
    licenseCopy: notSet(),
    byExam: seen(true, ['CDMS_RENEW'], {
      note: 'In the year the credential ends; it cannot be moved.',
    }),
    examInEndYear: seen(true, ['CDMS_RENEW']),
    late: {
      acceptedDays: seen(90, ['CDMS_STAY']),
      needs: seen(
        [
          '80 hours, 4 of them ethics, all before the credential ended',
          'A nursing license or a bachelor’s degree',
          'A compelling reason, with proof',
        ],
        ['CDMS_STAY'],
      ),
      needsReason: seen(true, ['CDMS_STAY']),
      notAReason: notSet(),
      hoursBeforeEnd: seen(true, ['CDMS_STAY']),
      firstReplyWithin: seen({ kind: 'business-days-after', days: 7 }, ['CDMS_STAY']),
      afterThat: notSet(),
    },
    extension: {
      offered: seen(true, ['CDMS_RECERT_GUIDE'], {
        note: 'A heading was seen; its terms were not.',
      }),
      longest: notSet(),
    },
    retired: {
      offered: seen(true, ['CDMS_RENEW'], { note: 'It exists; its terms were not seen.' }),
      ownersDesignation: notSet(),
      electWithin: notSet(),
      returnWithin: notSet(),
      returnNeeds: notSet(),
    },
    reinstatement: { within: notSet(), needs: notSet() },
    audit: { held: seen(true, ['CDMS_RECERT_GUIDE']), percent: notSet('The rate was not seen.') },
  },
  code: {
    ownersTitle: seen('The CDMS Code of Professional Conduct', ['CDMS_CODE']),
    lastRevisionSeen: seen('September 2015', ['CDMS_CODE']),
    sections: seen(
      [
        'Preamble',
        'Definitions',
        'Principles',
        'Rules of Professional Conduct',
        'Procedures for Processing Complaints',
        'Acknowledgment',
      ],
      ['CDMS_CODE'],
    ),
    binding: seen(['Principles: aims', 'Rules of Professional Conduct: binding'], ['CDMS_CODE']),
    committee: seen('Professional Conduct Committee', ['CDMS_CODE']),
    complaintDays: notSet('The text of these sections was not read.'),
  },
  sources: {
    CDMS_2021: {
      address: 'https://www.cdms.org/index.php/news/reminder-about-results-march-2021-exam',
      whose: 'owner',
    },
    CDMS_CODE: {
      address: 'https://vdocument.in/cdms-code-of-professional-conduct-76-...',
      whose: 'copy',
    },
    CDMS_CYC: {
      address:
        'https://www.yourcommission.org/certification/certified-disability-management-specialist/get-certified/certification-guide-application-cycles',
      whose: 'owner',
    },
    CDMS_ELIG: {
      address:
        'https://cdms.org/get-certified/cdms-certification/eligibility-criteria-and-requirements',
      whose: 'owner',
    },
    CDMS_EXAM: {
      address: 'https://cdms.org/get-certified/cdms-certification/cdms-certification-exam',
      whose: 'owner',
    },
    CDMS_FAQ_A: {
      address: 'https://www.cdms.org/about-cdms/frequently-asked-questions-faqs',
      whose: 'owner',
    },
    CDMS_FAQ_B: {
      address: 'https://cdms.org/about-cdms/frequently-asked-questions-faqs',
      whose: 'owner',
    },
    CDMS_FAQ_NEW: {
      address:
        'https://www.yourcommission.org/certification/certified-disability-management-specialist/faqs',
      whose: 'owner',
    },
    CDMS_RECERT_GUIDE: {
      address:
        'http://technodocbox.com/Computer_Certification/127539135-The-cdms-guide-for-candidate-recertification.html',
      whose: 'copy',
    },
    CDMS_RENEW: { address: 'https://www.cdms.org/stay-certified/cdms-renewal', whose: 'owner' },
    CDMS_STAY: {
      address:
        'https://www.yourcommission.org/certification/certified-disability-management-specialist/stay-certified',
      whose: 'owner',
    },
    SHRM: {
      address:
        'https://www.shrm.org/mena/topics-tools/news/benefits-compensation/coordinated-approach-to-disability-management',
      whose: 'third-party',
    },
    VIVIAN: { address: 'https://www.vivian.com/certifications/cdms', whose: 'third-party' },
  },
};

export const cdmsRules: readonly RulesVersion[] = [rules];
