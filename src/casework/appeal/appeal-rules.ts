/**
 * The rules of appeal, as data: for each kind of decision the closed list of its grounds and what each can lead to, who
 * hears it, what an appeal can change and cannot, and what cannot be appealed at all and why. People read this page
 * before anything is decided about them; forms, deciders and the database all work from the same list.
 *
 * How long a decision can be appealed stands with the rules of each program; see program/catalog/appeal-days.
 */
import type { DecisionKind } from '../../program/definition/rules.ts';
import type { AppealEffect } from '../matter/matter.ts';

export interface AppealGround {
  readonly id: string;
  readonly title: string;
  readonly rule: string;
  readonly leadsTo: readonly AppealEffect[];
}

export interface AppealRules {
  readonly kind: DecisionKind;
  readonly title: string;
  /** The decision that is appealed, in a sentence. */
  readonly decision: string;
  /** Whether decisions of this kind are made here yet; the rules stand before the first one is. */
  readonly made: boolean;
  readonly grounds: readonly AppealGround[];
  readonly heardBy: string;
  readonly canChange: readonly string[];
  /** Beside what no appeal can change; see NO_APPEAL_CHANGES. */
  readonly cannotChange: readonly string[];
}

const ground = (
  id: string,
  title: string,
  rule: string,
  ...leadsTo: readonly AppealEffect[]
): AppealGround => ({ id, title, rule, leadsTo });

const processNotFollowed = ground(
  'process-not-followed',
  'The process was not followed',
  'A published step was left out, and it could have changed the outcome.',
  'decide-again',
);
const conflictOfInterest = ground(
  'conflict-of-interest',
  'A decider had a conflict of interest',
  'Somebody who recorded or decided the matter had a personal stake in it.',
  'decide-again',
);
const ruleMisapplied = ground(
  'rule-misapplied',
  'The rule was misapplied',
  'The published criterion was read to ask for more, or for something else, than it says.',
  'reversed',
);
const evidenceMisread = ground(
  'evidence-misread',
  'The evidence was misread',
  'The record, read rightly, shows that the criteria are met.',
  'reversed',
);

const ONE_REVIEWER =
  'A reviewer who neither recorded, took, decided nor heard anything in the matter before. They see the record and your words, without your name. The database shows the matter to nobody who had a part in it.';
const CONDUCT_PANEL =
  'An appeal panel drawn by lot from people who sat on no other panel of the matter, one of them a public member.';

const eligibility: AppealRules = {
  kind: 'eligibility',
  title: 'Eligibility',
  decision: 'You applied, and the decision is that you may not take the exam.',
  made: true,
  grounds: [evidenceMisread, ruleMisapplied, processNotFollowed, conflictOfInterest],
  heardBy: ONE_REVIEWER,
  canChange: [
    'The decision turns, and you may take the exam; or other people decide again.',
    'If your exam days began while you waited, you get as many days again from the day the decision turns, and the next regular ones after them.',
    'What you were charged because you had to apply again meanwhile is taken back. You owe each fee once.',
  ],
  cannotChange: ['What the documents you sent say. New documents belong in a new application.'],
};

const accommodation: AppealRules = {
  kind: 'accommodation',
  title: 'Accommodation',
  decision: 'You asked for a change of exam conditions, and it was not granted.',
  made: true,
  grounds: [
    ground(
      'document-misread',
      'The document was misread',
      'The letter or record, read rightly, shows the need.',
      'reversed',
    ),
    ground(
      'part-misapplied',
      'The four-part test was misapplied',
      'One of its four parts was read to ask for more, or for something else, than it says.',
      'reversed',
    ),
    ground(
      'earlier-not-weighed',
      'What you were given before was not weighed',
      'Proof that you had the same accommodation in an exam or at school was there, and the decision passes over it.',
      'reversed',
    ),
    processNotFollowed,
    conflictOfInterest,
  ],
  heardBy: ONE_REVIEWER,
  canChange: [
    'The accommodation is granted; or other people decide again.',
    'If you took the exam without it meanwhile and did not pass, you may have that result set aside and take the exam again with it, for no fee.',
  ],
  cannotChange: ['What the exam asks, and the score that passes it.'],
};

const examIrregularity: AppealRules = {
  kind: 'exam-irregularity',
  title: 'How the exam was held',
  decision: 'You did not pass, and something went wrong while you took the exam.',
  made: true,
  grounds: [
    ground(
      'exam-disrupted',
      'The exam was disrupted',
      'A fault or a disturbance that the candidate did not cause took time or attention that was not given back.',
      'set-aside',
    ),
    ground(
      'accommodation-not-given',
      'An accommodation was not given',
      'What had been granted was not there when the exam was taken.',
      'set-aside',
    ),
    ground(
      'process-not-followed',
      'The process was not followed',
      'A published step was left out, and it could have changed the outcome.',
      'set-aside',
    ),
  ],
  heardBy: `${ONE_REVIEWER} Nobody who decided about an accommodation of yours is among them.`,
  canChange: [
    'The result is set aside and counts as no try.',
    'You may take the exam again with no new application and no fee, on days of your own.',
    'If you took it to renew a credential, its term lasts as many days longer as you had left then, and at least one whole exam window.',
  ],
  cannotChange: ['The answers you gave, and the score they earned.'],
};

const examResult: AppealRules = {
  kind: 'exam-result',
  title: 'How the exam was scored',
  decision: 'You did not pass, and you think that the score does not follow from your answers.',
  made: true,
  grounds: [
    ground(
      'question-at-fault',
      'A question was at fault',
      'A question had no right answer, had more than one, or misled by a mistake in it.',
      'set-aside',
    ),
    ground(
      'answer-not-counted',
      'An answer was not counted',
      'An answer that reached us in time, by the published rule of what counts, is missing from the result.',
      'set-aside',
    ),
  ],
  heardBy: ONE_REVIEWER,
  canChange: examIrregularity.canChange,
  cannotChange: ['The answers you gave, and the score that passes.'],
};

const renewal: AppealRules = {
  kind: 'renewal',
  title: 'Renewal',
  decision:
    'You asked to renew late, or to have your credential back, and the reason was not accepted.',
  made: true,
  grounds: [
    ground(
      'hours-miscounted',
      'The hours were miscounted',
      'Hours that the published rule accepts were left out, or counted in the wrong place.',
      'reversed',
    ),
    ruleMisapplied,
    processNotFollowed,
    conflictOfInterest,
  ],
  heardBy: ONE_REVIEWER,
  canChange: [
    'The credential is renewed from the day on which it would have been, with no gap; or other people decide again.',
    'A fee for being late that followed from the decision is taken back.',
  ],
  cannotChange: ['How many hours the rules ask for, and by when they have to be earned.'],
};

const moreTime: AppealRules = {
  kind: 'more-time',
  title: 'More time to renew',
  decision: 'You asked for more time because of a hardship, and it was not given.',
  made: true,
  grounds: [evidenceMisread, ruleMisapplied, processNotFollowed, conflictOfInterest],
  heardBy: ONE_REVIEWER,
  canChange: [
    'You get the time you asked for, and your credential counts as held in it; or other people decide again.',
  ],
  cannotChange: ['How much time the rules allow at most.'],
};

const audit: AppealRules = {
  kind: 'audit',
  title: 'Audit',
  decision: 'Your claims were checked by lot, and the check was not passed.',
  made: true,
  grounds: [
    evidenceMisread,
    ground(
      'lot-not-drawn-by-rule',
      'The lot was not drawn by the rule',
      'The recorded drawing, done again, does not give your name.',
      'decide-again',
    ),
    processNotFollowed,
    conflictOfInterest,
  ],
  heardBy: ONE_REVIEWER,
  canChange: ['The check counts as passed; or other people check again.'],
  cannotChange: ['That claims are checked by lot.'],
};

const termEnd: AppealRules = {
  kind: 'term-end',
  title: 'End of a term after an audit',
  decision:
    'Hours that an audit did not accept were not made good, and the term that rested on them ends.',
  made: true,
  grounds: [evidenceMisread, ruleMisapplied, processNotFollowed, conflictOfInterest],
  heardBy: ONE_REVIEWER,
  canChange: [
    'The term is kept; or other people decide again.',
    'Until the appeal is decided or its time has passed, the term does not end.',
  ],
  cannotChange: ['What the audit found: that has an appeal of its own, in its own time.'],
};

const nameChange: AppealRules = {
  kind: 'name-change',
  title: 'Change of name',
  decision: 'You asked for another name on your account and your credentials, and it was refused.',
  made: true,
  grounds: [evidenceMisread, ruleMisapplied, processNotFollowed, conflictOfInterest],
  heardBy: ONE_REVIEWER,
  canChange: ['You get the name you asked for; or other people decide again.'],
  cannotChange: ['What evidence the published criteria ask for.'],
};

const conduct: AppealRules = {
  kind: 'conduct',
  title: 'Conduct',
  decision: 'A hearing panel found a breach of the code of conduct, and decided a sanction.',
  made: true,
  grounds: [
    ground(
      'process-not-followed',
      'The process was not followed',
      'A published step was left out, and it could have changed the outcome.',
      'heard-again',
      'reversed',
    ),
    ground(
      'rule-misread',
      'The provision was misread',
      'The provision was read to forbid more, or something else, than it says.',
      'reversed',
      'lessened',
      'heard-again',
    ),
    ground(
      'conflict-of-interest',
      'Somebody had a conflict of interest',
      'Somebody who investigated or decided had a personal stake in it.',
      'heard-again',
    ),
    ground(
      'sanction-out-of-measure',
      'The sanction is out of measure',
      'It is harder than in like cases, and the reasons given do not carry the difference.',
      'lessened',
    ),
    ground(
      'new-evidence',
      'There is new evidence',
      'It could not have been brought before, and it could have changed the outcome.',
      'heard-again',
      'reversed',
    ),
  ],
  heardBy: CONDUCT_PANEL,
  canChange: [
    'The decision turns, the sanction is made milder or shorter, or another panel hears it again.',
    'Until the appeal is decided or its time has passed, nothing takes effect and nothing is published. A short suspension for imminent harm is the one exception, and it has an appeal of its own.',
  ],
  cannotChange: ['The code that was in force on the day of the conduct.'],
};

/** One for each kind of decision. */
export const APPEAL_RULES: Readonly<Record<DecisionKind, AppealRules>> = {
  eligibility,
  accommodation,
  'exam-irregularity': examIrregularity,
  'exam-result': examResult,
  renewal,
  'more-time': moreTime,
  audit,
  'term-end': termEnd,
  'name-change': nameChange,
  conduct,
};

export const DECISION_KINDS = Object.keys(APPEAL_RULES) as readonly DecisionKind[];

/** True of every appeal, whatever it is against. */
export const NO_APPEAL_CHANGES: readonly string[] = [
  'It never makes an outcome worse for whoever appeals.',
  'It never turns an exam result into a pass. Only an exam does that.',
  'It never changes a published rule, nor the code, for one person.',
];

export interface NotAppealable {
  readonly id: string;
  readonly what: string;
  readonly why: string;
  /** What can be done in its place. */
  readonly instead: string;
}

/** What cannot be appealed at all. */
export const NOT_APPEALABLE: readonly NotAppealable[] = [
  {
    id: 'in-your-favor',
    what: 'A pass, or any decision in your favor',
    why: 'An appeal could only take something from you, and no appeal does that.',
    instead:
      'If something went wrong all the same, raise a concern, so that it is mended for others.',
  },
  {
    id: 'blueprint',
    what: 'What the exam covers',
    why: 'Its outline rests on a study of the work and is the same for everybody who takes that exam.',
    instead:
      'A single question that is at fault is a ground of appeal. About the outline, raise a concern.',
  },
  {
    id: 'cut-score',
    what: 'The score that passes',
    why: 'It is set before the exam and is the same for everybody who takes that form. Moving it for one person would move it against all others.',
    instead: 'About how it was set, raise a concern.',
  },
  {
    id: 'published-rule',
    what: 'A published rule, a fee or a date that follows from one',
    why: 'An appeal asks whether the rule was followed for you. It cannot make another rule for you alone.',
    instead: 'That a rule was misread is a ground of appeal. That a rule is unfair is a concern.',
  },
  {
    id: 'appeal',
    what: 'The decision on an appeal',
    why: 'Somebody new has looked once more, and a matter has to end. Where an appeal sends it back and other people decide again, their decision can be appealed anew.',
    instead: 'If the process itself was not fair, raise a concern.',
  },
  {
    id: 'somebody-else',
    what: 'A decision about somebody else',
    why: 'What was decided about a person is theirs to accept or appeal.',
    instead: 'If it harmed you, or you know that it rests on something untrue, raise a concern.',
  },
  {
    id: 'not-decided',
    what: 'Waiting, before there is a decision',
    why: 'There is nothing to turn yet.',
    instead:
      'If the promised day has passed, raise a concern. Everybody who could act sees that it is late.',
  },
];
