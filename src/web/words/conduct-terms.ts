/** The words in which every side of a complaint reads about it: steps, panels, evidence. Sanctions and grounds stand with the letters. */
import type {
  Achieved,
  ConductEvent,
  EvidenceKind,
  HolderKind,
  PanelKind,
  RecordsAnswer,
  ScreeningQuestion,
} from '../../casework/conduct/conduct-event.ts';
import type { Stage } from '../../casework/conduct/conduct-matter.ts';
import type { SanctionKind, Side, Step } from '../../casework/conduct/conduct-rules.ts';

const panels: Readonly<Record<PanelKind, string>> = {
  'screening-appeal': 'Panel on the first look',
  review: 'Review panel',
  hearing: 'Hearing panel',
  appeal: 'Appeal panel',
  'interim-appeal': 'Panel on the interim suspension',
  reinstatement: 'Reinstatement panel',
};

const steps: Readonly<Record<Step, string>> = {
  screening: 'First look',
  'screening-appeal': 'Second look by other people',
  notice: 'Notice to the respondent',
  response: 'The respondent’s answer',
  investigation: 'Gathering what there is to know',
  review: 'Review by a panel',
  hearing: 'Hearing',
  decision: 'Decision',
  appeal: 'Appeal',
  effect: 'Carrying the decision out',
  'interim-appeal': 'Appeal against the interim suspension',
  reinstatement: 'Giving the credential back',
  closing: 'Telling what came of it',
};

const stages: Readonly<Record<Stage, string>> = {
  ...steps,
  'appeal-window': 'Time to appeal',
  monitoring: 'Decision in force',
  closed: 'Closed',
};

const evidence: Readonly<Record<EvidenceKind, string>> = {
  document: 'Document',
  record: 'Record',
  'named-testimony': 'Word of a person who gave their name',
  'anonymous-testimony': 'Word of a person who stayed unnamed',
};

const sanctions: Readonly<Record<SanctionKind, string>> = {
  'private-reprimand': 'Private reprimand',
  'public-reprimand': 'Public reprimand',
  probation: 'Probation',
  suspension: 'Suspension',
  revocation: 'Revocation',
};

const screening: Readonly<Record<ScreeningQuestion, string>> = {
  standing: 'May this person complain here?',
  jurisdiction: 'Is it about somebody or something our rules reach?',
  provision: 'Does it go against a provision that was in force?',
  'in-time': 'Did it reach us in time?',
};

/** What happened, as those who judge read it. */
const happened: Readonly<Record<ConductEvent['type'], string>> = {
  received: 'The complaint came in',
  joined: 'Another complaint about the same events joined',
  screened: 'It was looked at first',
  'screening-appealed': 'A second look was asked for',
  'screening-appeal-decided': 'The second look was decided',
  'notice-given': 'The respondent was told',
  responded: 'The respondent answered',
  'response-closed': 'The time to answer passed without an answer',
  'evidence-added': 'Evidence was added',
  'copy-added': 'A copy without names was put beside a piece of evidence',
  'evidence-handed': 'Evidence was handed on',
  'witness-invited': 'A witness was asked',
  'witness-answered': 'A witness answered',
  'records-asked': 'A third party was asked for records',
  'records-answered': 'A third party answered a request for records',
  'records-overdue': 'No records came by the day; it counts for nothing',
  'records-closed': 'A request for records was closed',
  disclosed: 'More was shown to the respondent',
  'investigation-closed': 'The gathering was closed',
  'draw-committed': 'A draw was announced',
  'panel-seated': 'A panel was drawn',
  'member-left': 'A member left the panel',
  reviewed: 'The review panel answered',
  'hearing-noticed': 'The hearing was called',
  heard: 'The hearing was held',
  offered: 'An agreement was offered',
  declined: 'The offer was declined',
  decided: 'The decision was given',
  appealed: 'The respondent appealed',
  'appeal-decided': 'The appeal was decided',
  'appeal-time-passed': 'The time to appeal passed',
  'took-effect': 'The decision took effect',
  published: 'A public notice went out',
  corrected: 'The notice was corrected',
  'condition-checked': 'A condition was looked at',
  'reinstatement-asked': 'The respondent asked for the credential back',
  'reinstatement-decided': 'Whether to give the credential back was decided',
  withdrawn: 'A complainant withdrew',
  'went-on': 'The body goes on without the complainant',
  dropped: 'The body let the matter rest for good',
  'interim-suspended': 'An interim suspension was ordered',
  'interim-appealed': 'The respondent appealed against the interim suspension',
  'interim-appeal-decided': 'The appeal against the interim suspension was decided',
  stayed: 'The matter rests for a court',
  'stay-lifted': 'The matter goes on',
  reopened: 'The matter was opened again',
  ended: 'The matter ended',
  extended: 'A promise was made anew',
  redelivered: 'A letter that came back was delivered',
  'closing-told': 'A complainant was told what came of it',
  'promise-broken': 'A promise was not kept',
};

const sides: Readonly<Record<Side, string>> = {
  complainant: 'the complainant',
  respondent: 'the respondent',
};

const achieved: Readonly<Record<Achieved, string>> = {
  yes: 'Yes',
  partly: 'In part',
  no: 'No',
};

const holderKinds: Readonly<Record<HolderKind, string>> = {
  employer: 'An employer',
  hospital: 'A hospital or clinic',
  'state-board': 'A state board or licensing office',
  'certification-body': 'Another certification body',
  school: 'A school or course provider',
  insurer: 'An insurer',
  court: 'A court or public office',
  other: 'Somebody else who keeps records',
};

const recordsAnswers: Readonly<Record<RecordsAnswer, string>> = {
  received: 'They sent records',
  refused: 'They refused',
  'not-held': 'They do not hold such records',
};

export const conductTerms = {
  ...{ holderKinds, recordsAnswers },
  recordsAsked: {
    title: 'Records asked of third parties',
    text: 'Who keeps them is told nothing of what is alleged. What does not come counts for nothing against either side.',
    asked: (on: string, until: string): string => `Asked on ${on}, to be answered by ${until}.`,
    waits: 'No answer yet.',
    answered: (on: string, how: string, reason: string): string => `${on}: ${how}. ${reason}`,
    closed: (on: string, reason: string): string =>
      `${on}: the request was closed; the records are needed no more. ${reason}`,
    overdue: (on: string): string =>
      `${on}: nothing had come by the day. It counts for nothing against either side.`,
  },
  recordsOverdue: 'Nothing came by the day. It counts for nothing against either side.',
  ...{ panels, steps, stages, evidence, sanctions, screening, happened, sides, achieved },
  allegation: (number: string): string => `Allegation ${number}`,
  /** "e2" is how a piece is called in the events. */
  piece: (number: string): string => `Evidence ${number}`,
  breach: 'Breach found',
  noBreach: 'No breach found',
  cause: 'Cause to go on',
  noCause: 'No cause to go on',
  /** Between effects of which one follows. */
  orElse: ' Or: ',
  found: 'Found',
  notFound: 'Not found',
  version: (version: string): string => `version ${version}`,
  titleSupplied: 'its title is supplied by the body',
  textSupplied: 'Its words are supplied by the body and are not kept here.',
  days: (count: number): string =>
    count === 1 ? '1 day' : `${count.toLocaleString('en-US')} days`,
};
