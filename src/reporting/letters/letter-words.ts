/** The words that letters share: steps, sanctions, grounds of appeal, standards of proof. */
import type { PanelKind, ScreeningQuestion } from '../../casework/conduct/conduct-event.ts';
import type {
  AppealEffect,
  AppealGround,
  SanctionKind,
  StandardOfProof,
  Step,
} from '../../casework/conduct/conduct-rules.ts';

/** What the body owes at a step, after "to": "we promised you to ...". */
export const STEP_DUTIES: Readonly<Record<Step, string>> = {
  screening: 'say whether we can take the complaint up',
  'screening-appeal': 'have other people look again at whether we can take it up',
  notice: 'give notice of the complaint',
  response: 'close the time for an answer',
  investigation: 'finish the investigation',
  review: 'have a panel look whether there is cause to go on',
  hearing: 'hold the hearing',
  decision: 'give the decision',
  appeal: 'decide the appeal',
  effect: 'carry the decision out',
  'interim-appeal': 'decide the appeal against the interim suspension',
  reinstatement: 'decide whether the credential is given back',
  closing: 'tell you whether what you hoped for came about, and why',
};

export const SCREENING_WORDS: Readonly<Record<ScreeningQuestion, string>> = {
  standing: 'May you raise this complaint with us?',
  jurisdiction: 'Is it about somebody or something that our rules reach?',
  provision: 'Does what you told us go against a provision of the code that was in force?',
  'in-time': 'Did it reach us in time?',
};

export const SANCTION_WORDS: Readonly<Record<SanctionKind, string>> = {
  'private-reprimand': 'Private reprimand',
  'public-reprimand': 'Public reprimand',
  probation: 'Probation',
  suspension: 'Suspension of the credential',
  revocation: 'Revocation of the credential',
};

/** What each sanction means for the person, in a sentence. */
export const SANCTION_MEANING: Readonly<Record<SanctionKind, string>> = {
  'private-reprimand': 'You keep your credential. Nobody outside this matter is told.',
  'public-reprimand': 'You keep your credential. A dated notice tells the public.',
  probation: 'You keep your credential on conditions. A dated notice tells the public.',
  suspension: 'You may not use your credential until it ends. A dated notice tells the public.',
  revocation: 'Your credential is taken from you. A dated notice tells the public.',
};

export const GROUND_WORDS: Readonly<Record<AppealGround, string>> = {
  'process-not-followed': 'A step of the published process was not followed.',
  'rule-misread': 'A provision or a rule was misread.',
  'conflict-of-interest': 'Somebody who decided had a conflict of interest.',
  'sanction-out-of-measure': 'The sanction is out of measure with what was found.',
  'new-evidence': 'There is evidence that could not be had before.',
};

export const EFFECT_WORDS: Readonly<Record<AppealEffect, string>> = {
  stands: 'The decision stands.',
  reversed: 'The decision is reversed. It has no effect, and nothing of it is published.',
  lessened: 'The sanction is made milder.',
  'heard-again': 'The matter is heard again by people who have had no part in it.',
};

export const STANDARD_WORDS: Readonly<Record<StandardOfProof, string>> = {
  'more-likely-than-not': 'A breach is found where it is more likely than not that it happened.',
  'clear-and-convincing':
    'A breach is found only on clear and convincing evidence: it must be much more likely that it happened than that it did not.',
};

export const PANEL_WORDS: Readonly<Record<PanelKind, string>> = {
  'screening-appeal': 'look again at whether a complaint can be taken up',
  review: 'look whether there is cause to go on',
  hearing: 'hear the matter and decide it',
  appeal: 'decide an appeal',
  'interim-appeal': 'decide an appeal against an interim suspension',
  reinstatement: 'decide whether a credential is given back',
};
