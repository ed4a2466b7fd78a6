/**
 * The CCM rules as facts read on public pages. CCM is a mark of the Commission for Case Manager Certification; nothing
 * here is issued, reviewed or endorsed by it, and its owner should check every value. Facts collected in 2026.
 */
import { date } from '../../kernel/dates/civil-date.ts';
import type { ApplicationCycle, ExamRules, Fee, RulesVersion } from '../definition/rules.ts';
import { derived, fromThirdParty, notSet, seen } from '../definition/sourced.ts';
import { ccmCriteria, ccmPathway } from './ccm-criteria.ts';
import { dayOf, lastDayOf } from './facts.ts';

const timeline = ['CCM_TIMELINE'];
const cycles: readonly ApplicationCycle[] = [
  {
    id: 'april',
    name: 'April',
    opens: seen(dayOf(11, 1), timeline),
    closes: seen(dayOf(1, 31), timeline),
    decideBy: seen(lastDayOf(2), timeline, {
      note: 'Published as February 29, 2025, a day that does not exist.',
    }),
    exam: {
      from: seen(dayOf(4, 1), timeline),
      lasts: seen({ kind: 'days-after', days: 29 }, timeline),
    },
  },
  {
    id: 'august',
    name: 'August',
    opens: seen(dayOf(3, 1), timeline),
    closes: seen(dayOf(5, 31), timeline),
    decideBy: seen(dayOf(6, 30), timeline, {
      note: 'Published with the wrong year: 2024 for the cycle of 2025.',
    }),
    exam: {
      from: seen(dayOf(8, 1), timeline),
      lasts: seen({ kind: 'days-after', days: 30 }, timeline),
    },
  },
  {
    id: 'december',
    name: 'December',
    opens: seen(dayOf(7, 15), timeline),
    closes: seen(dayOf(10, 15), timeline),
    decideBy: seen(dayOf(10, 31), timeline),
    exam: {
      from: seen(dayOf(12, 1), timeline),
      lasts: seen({ kind: 'days-after', days: 30 }, timeline),
    },
  },
];

const laterFees: readonly Fee[] = [
  {
    id: 'deferral',
    title: 'Moving the exam to the next window',
    amount: seen(85, ['CCM_FAQ_OLD']),
    refundable: null,
  },
  {
    id: 'retake',
    title: 'Taking the exam again',
    amount: seen(195, ['CCM_FAQ_OLD', 'CAREER']),
    refundable: null,
  },
  {
    id: 'renewal-by-hours',
    title: 'Renewal by education hours',
    amount: seen(275, ['CCM_RENEW_FAQ'], {
      note: 'Fits the published 470 for renewal by exam, which is 275 and 195.',
      otherwise: [seen(285, ['CCM_RENEW_FAQ'], { note: 'Another capture of the same page.' })],
    }),
    refundable: null,
  },
  {
    id: 'renewal-by-exam',
    title: 'Renewal by exam',
    amount: seen(470, ['CCM_RENEW_FAQ']),
    refundable: null,
  },
  {
    id: 'late-renewal',
    title: 'Late renewal, added to the renewal fee',
    amount: seen(175, ['CCM_RENEW_FAQ']),
    refundable: null,
  },
  {
    id: 'course-review',
    title: 'Review of a course that was not approved before, each',
    amount: seen(15, ['CCM_RENEW_FAQ']),
    refundable: null,
  },
];

const exam: ExamRules = {
  blueprint: '2025-08',
  basis: derived('A study of the work done in 2024', ['JTA2024'], {
    note: 'The abstract compares itself with 2019; the year 2024 is inferred.',
  }),
  parts: [
    {
      id: 'exam',
      title: 'Exam',
      items: {
        total: fromThirdParty(180, ['CAREER', 'TRIVIUM']),
        scored: fromThirdParty(150, ['CAREER']),
        pretest: fromThirdParty(30, ['CAREER']),
      },
      minutes: fromThirdParty(180, ['CAREER']),
      domains: [
        {
          id: 'care-management',
          title: fromThirdParty('Care Management', ['CMSG_CARE']),
          percent: fromThirdParty(30, ['CMSG_CARE', 'CAREER']),
        },
        {
          id: 'reimbursement',
          title: fromThirdParty('Reimbursement Methods', ['CAREER']),
          percent: fromThirdParty(12, ['CAREER']),
        },
        {
          id: 'psychosocial',
          title: fromThirdParty('Psychosocial Concepts and Support Systems', ['CAREER']),
          percent: derived(20, ['CAREER'], {
            note: 'The source says that this domain and Care Management make half the exam.',
          }),
        },
        {
          id: 'quality',
          title: derived('Quality and Outcomes Evaluation and Measurements', ['CMSG_OLD'], {
            note: 'Title of the earlier outline, carried over.',
          }),
          percent: notSet('Quality and Rehabilitation together make 20; the split was not found.'),
        },
        {
          id: 'rehabilitation',
          title: derived('Rehabilitation Concepts and Strategies', ['CMSG_OLD'], {
            note: 'Title of the earlier outline, carried over.',
          }),
          percent: notSet('Quality and Rehabilitation together make 20; the split was not found.'),
        },
        {
          id: 'ethics-law-practice',
          title: fromThirdParty('Ethical, Legal and Practice Standards', ['CMSG_ELP']),
          percent: fromThirdParty(18, ['CMSG_ELP']),
        },
      ],
      passRule: fromThirdParty(
        'Pass or fail on a scaled score. The passing score is not published.',
        ['CAREER'],
      ),
    },
  ],
  combination: 'single',
  delivery: seen('On a computer, at a test center or online with a live proctor', [
    'CCM_EXAM_FAQ',
    'CCM_TIMELINE',
    'CAREER',
  ]),
  results: seen('4 to 6 weeks after the exam window closes', timeline, {
    note: 'A third-party page of 2023 says that pass or no pass is shown at the end of the exam.',
  }),
  jobAnalysisEveryYears: seen(5, ['CCM_RENEW_GUIDE']),
};

const newest: RulesVersion = {
  id: 'ccm/2025-08',
  from: date('2025-08-01'),
  fromNote: 'The exam outline took effect in August 2025, by a third-party page.',
  criteria: ccmCriteria,
  pathway: ccmPathway,
  intake: { kind: 'cycles', cycles },
  accommodationRequestsUntil: seen('the close of the application window', timeline),
  fees: [
    {
      id: 'application',
      title: 'Application',
      amount: seen(235, ['CCM_FAQ_NEW'], { note: 'As of 2025-26.' }),
      refundable: false,
    },
    {
      id: 'exam',
      title: 'Exam',
      amount: seen(195, ['CCM_FAQ_NEW'], { note: 'As of 2025-26.' }),
      refundable: null,
    },
    ...laterFees,
  ],
  exam,
  retake: {
    rule: seen('Once more, in the next window only, for the retake fee, with no new application.', [
      'CCM_FAQ_OLD',
      'CMSG_RETAKE',
    ]),
    afterThat: seen('A new application with all fees.', ['CCM_FAQ_OLD', 'CMSG_RETAKE']),
    attemptsPerApplication: fromThirdParty(2, ['CMSG_RETAKE']),
    deferrals: seen(1, ['CCM_FAQ_OLD']),
    deferralUsesRetake: fromThirdParty(true, ['CMSG_RETAKE'], {
      note: 'Somebody who moved the exam and then failed must apply anew.',
    }),
    lifetimeLimit: notSet('None was seen.'),
  },
  renewal: {
    everyYears: seen(5, ['CCM_STAY']),
    ends: {
      kind: 'fixed-days',
      days: [seen(dayOf(5, 31), ['CCM_RENEW_CYC']), seen(dayOf(11, 30), ['CCM_RENEW_CYC'])],
      firstTerm: derived(
        'The first of these days that leaves five full years.',
        ['CCM_STAY', 'CCM_RENEW_CYC'],
        {
          note: 'Which of the days a new credential gets was not found; this reading costs no one time.',
        },
      ),
    },
    windows: {
      kind: 'yearly',
      windows: [
        {
          opens: seen(dayOf(3, 1), ['CCM_RENEW_CYC']),
          closes: seen(dayOf(5, 31), ['CCM_RENEW_CYC']),
          decideBy: seen(dayOf(6, 15), ['CCM_RENEW_CYC']),
        },
        {
          opens: seen(dayOf(9, 1), ['CCM_RENEW_CYC']),
          closes: seen(dayOf(11, 30), ['CCM_RENEW_CYC']),
          decideBy: seen(dayOf(12, 15), ['CCM_RENEW_CYC']),
        },
      ],
    },
    hours: seen(80, ['CCM_STAY']),
    minimums: [{ subject: 'ethics', title: 'ethics', hours: seen(8, ['CCM_STAY']) }],
    maximums: [],
    blocks: null,
    carryOverHours: notSet(),
    repeatedCourse: notSet(),
    approvedBefore: seen('An approved course counts as it is, and its provider gives proof.', [
      'CCM_PACE',
    ]),
    reviewedAfterward: seen('Another course is reviewed when it is sent in, for a fee.', [
      'CCM_RENEW_FAQ',
    ]),
    licenseCopy: seen(true, ['CCM_RENEW_FAQ'], {
      note: 'Where the credential rests on a license.',
    }),
    byExam: seen(true, ['CCM_STAY']),
    examInEndYear: notSet(),
    late: {
      acceptedDays: seen(30, ['CCM_RENEW_FAQ'], {
        note: 'The page of the sister program now says 90 days; the current figure here was not seen.',
      }),
      needs: seen(
        ['80 hours', 'The education criterion is still met', 'A clear reason, with proof'],
        ['CCM_RENEW_FAQ'],
      ),
      needsReason: seen(true, ['CCM_RENEW_FAQ']),
      notAReason: seen(
        ['A notice that did not arrive', 'Not having known the day'],
        ['CCM_RENEW_FAQ'],
      ),
      hoursBeforeEnd: notSet(),
      firstReplyWithin: notSet(),
      afterThat: seen('A renewal that comes later is refused without review.', ['CCM_RENEW_FAQ']),
    },
    extension: { offered: notSet(), longest: notSet() },
    retired: {
      offered: seen(true, ['CCM_RETIRE']),
      ownersDesignation: seen('CCM-R', ['CCM_RETIRE']),
      electWithin: seen({ kind: 'months-after', months: 9 }, ['CCM_RETIRE']),
      returnWithin: seen({ kind: 'months-after', months: 60 }, ['CCM_RETIRE'], {
        note: 'From which day the five years run was not seen; here from the day of retiring.',
      }),
      returnNeeds: seen(
        ['What a renewal needs', 'The renewal fee', 'A copy of the license', 'No exam'],
        ['CCM_RETIRE', 'CCM_REINST'],
      ),
    },
    reinstatement: { within: notSet(), needs: notSet() },
    audit: {
      held: seen(true, ['CCM_RENEW_GUIDE'], { note: 'A section on audits exists.' }),
      percent: notSet('The rate was not seen.'),
    },
  },
  code: {
    ownersTitle: seen(
      'Code of Professional Conduct for Case Managers with Standards, Rules, Procedures, and Penalties',
      ['CCM_CODE_DOC'],
    ),
    lastRevisionSeen: seen('January 2015', ['CCM_CODE_DOC'], {
      note: 'Later revisions were not seen.',
    }),
    sections: seen(
      [
        'Preamble',
        'Principles',
        'Rules of Conduct',
        'Scope of Practice',
        'Definitions',
        'Standards for Professional Conduct',
        'Procedures for Processing Complaints',
      ],
      ['CMBOK_CODE'],
    ),
    binding: seen(
      ['Principles: advice', 'Rules of Conduct: binding', 'Standards: binding'],
      ['CCM_CODE_DOC'],
    ),
    committee: seen('Ethics and Professional Conduct Committee', ['CCM_CODE_DOC']),
    complaintDays: notSet('No time limit was seen.'),
  },
  sources: {
    CAREER: {
      address: 'https://careeremployer.com/test-prep/study-guides/ccm-study-guide',
      whose: 'third-party',
    },
    CCM_CERTGUIDE: {
      address: 'https://pdfslide.net/documents/certification-guide.html',
      whose: 'copy',
    },
    CCM_CODE_DOC: {
      address:
        'https://docplayer.net/17651448-Code-of-professional-conduct-for-case-managers-with-standards-rules-procedures-and-penalties.html',
      whose: 'copy',
    },
    CCM_EXAM_FAQ: {
      address: 'https://ccmcertification.org/get-certified/certification/exam-specific-faqs',
      whose: 'owner',
    },
    CCM_FAQ_NEW: {
      address: 'https://www.yourcommission.org/certification/board-certified-case-manager/faqs',
      whose: 'owner',
    },
    CCM_FAQ_OLD: {
      address: 'https://ccmcertification.org/get-certified/certification/certification-faqs',
      whose: 'owner',
    },
    CCM_GLANCE: {
      address: 'https://ccmcertification.org/get-certified/certification/ccmr-eligibility-glance',
      whose: 'owner',
    },
    CCM_PACE: {
      address:
        'https://pdfslide.net/documents/accredited-by-the-national-commission-for-certifying-click-on-button-aoelogincreate.html',
      whose: 'copy',
    },
    CCM_REINST: {
      address: 'https://ccmcertification.org/retirement-reinstatement-form',
      whose: 'owner',
    },
    CCM_RENEW_CYC: {
      address:
        'https://yourcommission.org/certification/board-certified-case-manager/get-certified/renewal-guide-renewal-application-cycles',
      whose: 'owner',
    },
    CCM_RENEW_FAQ: {
      address: 'https://ccmcertification.org/stay-certified/renewal/renewal-faqs',
      whose: 'owner',
    },
    CCM_RENEW_GUIDE: {
      address:
        'https://www.readkong.com/page/criteria-for-certification-renewal-and-continuing-education-2531337',
      whose: 'copy',
    },
    CCM_RETIRE: {
      address: 'https://ccmcertification.org./stay-certified/retirement-designation',
      whose: 'owner',
    },
    CCM_STAY: {
      address:
        'https://www.yourcommission.org/certification/board-certified-case-manager/stay-certified',
      whose: 'owner',
    },
    CCM_TIMELINE: {
      address:
        'https://ccmcertification.org/get-certified/certification/exam-application-and-window-timeline',
      whose: 'owner',
    },
    CMBOK_CODE: {
      address: 'https://cmbodyofknowledge.com/content/case-manager-client-advocate',
      whose: 'owner',
    },
    CMSG_CARE: { address: 'https://casemanagementstudyguide.com/?p=1090', whose: 'third-party' },
    CMSG_ELIG: {
      address:
        'https://casemanagementstudyguide.com/are-you-eligible-to-take-the-ccm-exam-know-before-you-apply/',
      whose: 'third-party',
    },
    CMSG_ELP: {
      address:
        'https://casemanagementstudyguide.com/ccm-knowledge-domains/ethical-legal-practice-standards',
      whose: 'third-party',
    },
    CMSG_OLD: {
      address: 'https://casemanagementstudyguide.com/ccm-knowledge-domains/',
      whose: 'third-party',
    },
    CMSG_RETAKE: {
      address: 'https://casemanagementstudyguide.com/2018/08/',
      whose: 'third-party',
    },
    JTA2024: { address: 'https://booksci.cn/literature_d45015_7.htm', whose: 'third-party' },
    RFS2019: {
      address: 'https://www.nursingcenter.com/journalarticle?Article_ID=5507088',
      whose: 'third-party',
    },
    TRIVIUM: {
      address: 'https://www.triviumtestprep.com/blog/ccm-exam-faqs',
      whose: 'third-party',
    },
  },
};

const asOfAugust2025 = 'What was found describes the exam from August 2025 on.';

const earlier: RulesVersion = {
  ...newest,
  id: 'ccm/2020',
  from: date('2020-01-01'),
  to: date('2025-07-31'),
  fromNote: 'The exam outline is dated 2020 to 2025; its first day was not found and is assumed.',
  fees: [
    {
      id: 'application',
      title: 'Application',
      amount: derived(225, ['CCM_FAQ_OLD'], { note: 'Stood so in captures of 2021 to 2024.' }),
      refundable: false,
    },
    {
      id: 'exam',
      title: 'Exam',
      amount: notSet('Not seen for these years.'),
      refundable: null,
    },
    ...laterFees,
  ],
  exam: {
    ...exam,
    blueprint: '2020-2025',
    basis: fromThirdParty('A study of the work done in 2019', ['RFS2019']),
    parts: [
      {
        id: 'exam',
        title: 'Exam',
        items: {
          total: notSet(asOfAugust2025),
          scored: notSet(asOfAugust2025),
          pretest: notSet(asOfAugust2025),
        },
        minutes: notSet(asOfAugust2025),
        domains: [
          {
            id: 'care-delivery',
            title: fromThirdParty('Care Delivery and Reimbursement Methods', ['CMSG_OLD']),
            percent: fromThirdParty(28, ['CMSG_OLD']),
          },
          {
            id: 'psychosocial',
            title: fromThirdParty('Psychosocial Concepts and Support Systems', ['CMSG_OLD']),
            percent: fromThirdParty(25, ['CMSG_OLD']),
          },
          {
            id: 'quality',
            title: fromThirdParty('Quality and Outcomes Evaluation and Measurements', ['CMSG_OLD']),
            percent: fromThirdParty(19, ['CMSG_OLD']),
          },
          {
            id: 'rehabilitation',
            title: fromThirdParty('Rehabilitation Concepts and Strategies', ['CMSG_OLD']),
            percent: fromThirdParty(11, ['CMSG_OLD']),
          },
          {
            id: 'ethics-law-practice',
            title: fromThirdParty('Ethical, Legal and Practice Standards', ['CMSG_OLD']),
            percent: fromThirdParty(17, ['CMSG_OLD']),
          },
        ],
        passRule: notSet(asOfAugust2025),
      },
    ],
    note: 'The counts of questions on the source page add to 160, not 150; only its percentages are used.',
  },
};

export const ccmRules: readonly RulesVersion[] = [earlier, newest];
