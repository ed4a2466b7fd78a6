/** One letter of every kind about an invented matter, with what it must say; and facts stuffed with what nobody may read. */
import { date } from '../../src/kernel/dates/civil-date.ts';
import type { Envelope, Letter } from '../../src/reporting/letters/letter.ts';
import { statement } from '../../src/reporting/letters/statement.ts';
import { stepLate } from '../../src/reporting/letters/step-late.ts';
import {
  closed,
  received,
  screenedIn,
  screenedOut,
  screeningAppealDecided,
} from '../../src/reporting/letters/to-complainant.ts';
import { invitation, seated } from '../../src/reporting/letters/to-others.ts';
import { recordsRequest, requestClosed } from '../../src/reporting/letters/to-record-holder.ts';
import {
  ended,
  interimAppealDecided,
  interimSuspension,
  reopened,
  stayed,
  stayLifted,
} from '../../src/reporting/letters/to-respondent-aside.ts';
import {
  appealDecided,
  decision,
  offer,
  reinstatementDecided,
  tookEffect,
} from '../../src/reporting/letters/to-respondent-decision.ts';
import {
  furtherDisclosure,
  hearingNotice,
  noCause,
  notice,
} from '../../src/reporting/letters/to-respondent-notice.ts';
import type { SanctionTold } from '../../src/reporting/letters/told.ts';

export const envelope = (name: string | undefined): Envelope => ({
  from: {
    name: 'Larkspur Board of Care Managers',
    office: 'Office of professional conduct',
    address: ['12 Elm Street', 'Springfield, IL 62701'],
    contact: 'conduct@larkspur.example',
  },
  to: { name, address: name === undefined ? [] : ['1 Main Street, Apt 5', 'Oakland, CA 94601'] },
  dated: date('2026-05-29'),
  label: 'C-2026-0017',
});

const ENVELOPE = envelope('Halina Wójcik');
const PROVISION = {
  code: 'Code of conduct',
  version: 'larkspur/2024-01',
  number: 'D3',
  title: 'Equal service to every client',
  conductOn: date('2026-03-02'),
};
const UNTITLED = { ...PROVISION, number: 'D9', title: undefined };
const SANCTION: SanctionTold = {
  kind: 'probation',
  endsOn: date('2027-05-29'),
  conditions: ['Work under supervision for six months.'],
  aggravating: ['It happened twice.'],
  mitigating: ['An apology was sent.'],
  reason: 'A reprimand would not keep clients safe.',
  departure: 'Like cases were answered with a reprimand; none of them happened twice.',
};
const PROMISED = [{ step: 'screening', by: date('2026-06-15') }] as const;
const IN_WORDS = 'Monday, June 15, 2026';
const PROVISION_SAID = [
  'D3, Equal service to every client',
  'Code of conduct, larkspur/2024-01',
  'March 2, 2026',
];
const SANCTION_SAID = [
  'Probation',
  'Saturday, May 29, 2027',
  ...SANCTION.conditions,
  ...SANCTION.aggravating,
  ...SANCTION.mitigating,
  SANCTION.reason,
  'none of them happened twice',
];
const GROUNDS_SAID = ['A step of the published process was not followed.'];

export interface Sample {
  readonly name: string;
  /** Writes it; `stuff` puts into the facts what does not belong there. */
  readonly write: (stuff: Stuff) => Letter;
  readonly says: readonly string[];
  readonly saysNot: readonly string[];
}

export type Stuff = <Facts>(facts: Facts) => Facts;
export const asTheyAre: Stuff = (facts) => facts;

function sample<Facts extends object>(
  name: string,
  write: (facts: Facts) => Letter,
  facts: Facts,
  says: readonly string[],
  saysNot: readonly string[] = [],
): Sample {
  return { name, write: (stuff) => write(stuff(facts)), says, saysNot };
}

const answer = (met: boolean, reason: string) => ({ met, reason });
const disclosed = [{ what: 'Minutes of March 2, two pages', sha256: '0123456789abcdef'.repeat(4) }];
const keptBack = [{ what: 'The address of a witness', reason: 'it would put them in danger' }];

export const EVERY_LETTER: readonly Sample[] = [
  sample(
    'received',
    received,
    { ...ENVELOPE, receivedOn: date('2026-05-28'), naming: 'to-staff', promised: PROMISED },
    [
      'Thursday, May 28, 2026',
      IN_WORDS,
      'say whether we can take the complaint up',
      'We ask no promise of silence from you.',
      'named to our staff only',
    ],
  ),
  sample(
    'received, from somebody unknown',
    received,
    {
      ...envelope(undefined),
      receivedOn: date('2026-05-28'),
      naming: 'anonymous',
      promised: PROMISED,
    },
    ['Hello,', 'You chose not to say who you are.'],
    ['Dear', 'undefined'],
  ),
  sample(
    'screened out',
    screenedOut,
    {
      ...ENVELOPE,
      screenedOn: date('2026-05-29'),
      answers: {
        standing: answer(true, 'Anybody may complain.'),
        jurisdiction: answer(false, 'The person holds no credential of ours.'),
        provision: answer(true, 'It would go against D3.'),
        'in-time': answer(true, 'It happened this spring.'),
      },
      appealUntil: date('2026-06-15'),
    },
    [
      'Yes. Anybody may complain.',
      'No. The person holds no credential of ours.',
      'Yes. It would go against D3.',
      'Yes. It happened this spring.',
      `You can appeal until ${IN_WORDS}.`,
      'You cannot appeal against',
    ],
  ),
  sample(
    'appeal against the first look',
    screeningAppealDecided,
    {
      ...ENVELOPE,
      decidedOn: date('2026-05-28'),
      upheld: true,
      reason: 'The credential was held on that day.',
    },
    ['The credential was held on that day.', 'we take the complaint up'],
  ),
  sample(
    'appeal against the first look, in vain',
    screeningAppealDecided,
    {
      ...ENVELOPE,
      decidedOn: date('2026-05-28'),
      upheld: false,
      reason: 'No credential was held on that day.',
    },
    ['No credential was held on that day.', 'There is no further appeal to us.'],
  ),
  sample(
    'screened in',
    screenedIn,
    {
      ...ENVELOPE,
      screenedOn: date('2026-05-29'),
      allegations: [PROVISION, UNTITLED],
      promised: [{ step: 'notice', by: date('2026-06-15') }],
    },
    [...PROVISION_SAID, 'D9, title not supplied', IN_WORDS, 'We give notice of the complaint.'],
  ),
  ...(['complainant', 'respondent'] as const).map((side) =>
    sample(
      `late, to the ${side}`,
      stepLate,
      {
        ...ENVELOPE,
        side,
        step: 'hearing',
        was: date('2026-05-28'),
        anew: { by: date('2026-06-15'), reason: 'Two members of the panel are ill.' },
      },
      [
        'We promised you to hold the hearing by Thursday, May 28, 2026',
        IN_WORDS,
        'Two members of the panel are ill.',
      ],
    ),
  ),
  sample(
    'closed, after a public sanction',
    closed,
    {
      ...ENVELOPE,
      closedOn: date('2026-05-28'),
      hopes: 'That nobody else is turned away.',
      achieved: 'partly',
      why: 'The office changed its practice, and you were not served yourself.',
      how: { kind: 'breach', sanction: { kind: 'suspension', endsOn: date('2026-06-15') } },
    },
    [
      'That nobody else is turned away.',
      'In part',
      'The office changed its practice, and you were not served yourself.',
      `suspension of the credential, until ${IN_WORDS}`,
    ],
  ),
  sample(
    'closed, after a sanction that is not public',
    closed,
    {
      ...ENVELOPE,
      closedOn: date('2026-05-28'),
      hopes: '',
      achieved: 'no',
      why: 'Nobody can give the day back.',
      how: { kind: 'breach', sanction: undefined },
    },
    ['told only to the person concerned', 'Nobody can give the day back.'],
    ['reprimand', 'You hoped for'],
  ),
  sample(
    'notice, of somebody named to all',
    notice,
    {
      ...ENVELOPE,
      receivedOn: date('2026-05-28'),
      complainants: [{ naming: 'to-all', name: 'Nguyễn Thị Ánh Tuyết' }, { naming: 'anonymous' }],
      allegations: [
        { provision: PROVISION, words: 'A client was turned away.\nIt was said twice.' },
        { provision: UNTITLED, words: 'An interpreter was refused.' },
      ],
      disclosed,
      keptBack,
      answerUntil: date('2026-06-15'),
    },
    [
      ...PROVISION_SAID,
      'D9, title not supplied',
      'It was raised by Nguyễn Thị Ánh Tuyết.',
      'Somebody who raised it did not say who they are.',
      'A client was turned away.',
      'It was said twice.',
      'An interpreter was refused.',
      'Minutes of March 2, two pages (fingerprint 0123456789abcdef)',
      'The address of a witness: it would put them in danger',
      `You can answer until ${IN_WORDS}`,
      'You may bring somebody',
      'accommodation',
      'another language',
    ],
  ),
  sample(
    'notice, of somebody named to staff',
    notice,
    {
      ...ENVELOPE,
      receivedOn: date('2026-05-28'),
      complainants: [{ naming: 'to-staff' }],
      allegations: [{ provision: PROVISION, words: 'A client was turned away.' }],
      disclosed: [],
      keptBack: [],
      answerUntil: date('2026-06-15'),
    },
    ['chose not to be named to you', 'We hold no evidence yet.', 'We keep nothing back from you.'],
    ['It was raised by'],
  ),
  sample(
    'further disclosure',
    furtherDisclosure,
    { ...ENVELOPE, disclosed, keptBack, answerUntil: date('2026-06-15') },
    ['Minutes of March 2, two pages (fingerprint 0123456789abcdef)', IN_WORDS],
  ),
  sample(
    'hearing notice',
    hearingNotice,
    {
      ...ENVELOPE,
      day: date('2026-06-15'),
      whereAndWhen: 'It begins at 10 in the morning, in room 4 of our office.',
      allegations: [PROVISION],
      mayBring: 'a lawyer or anybody else you trust',
      accommodations: ['A sign language interpreter.'],
    },
    [
      ...PROVISION_SAID,
      `The hearing is on ${IN_WORDS}.`,
      'room 4',
      'a lawyer or anybody else you trust',
      'A sign language interpreter.',
    ],
  ),
  sample(
    'no cause',
    noCause,
    {
      ...ENVELOPE,
      findings: [{ provision: PROVISION, reason: 'The client was served that day.' }],
    },
    [...PROVISION_SAID, 'The client was served that day.', 'Nothing is published'],
  ),
  sample(
    'offer',
    offer,
    {
      ...ENVELOPE,
      findings: [{ provision: PROVISION, breach: true, reason: 'Two letters show it.' }],
      sanction: SANCTION,
      until: date('2026-06-15'),
      appealDays: 30,
    },
    [...PROVISION_SAID, ...SANCTION_SAID, 'Two letters show it.', IN_WORDS, '30 days to appeal'],
  ),
  sample(
    'decision',
    decision,
    {
      ...ENVELOPE,
      decidedOn: date('2026-05-28'),
      how: 'hearing',
      standard: 'clear-and-convincing',
      findings: [
        { provision: PROVISION, breach: true, reason: 'Two letters show it.' },
        { provision: UNTITLED, breach: false, reason: 'An interpreter was there.' },
      ],
      sanction: {
        laid: SANCTION,
        appeal: { until: date('2026-06-15'), grounds: ['process-not-followed'] },
      },
    },
    [
      ...PROVISION_SAID,
      ...SANCTION_SAID,
      ...GROUNDS_SAID,
      'clear and convincing evidence',
      'Two letters show it.',
      'An interpreter was there.',
      'A breach was found in 1 of 2 allegations.',
      `You can appeal until ${IN_WORDS}.`,
      'Nothing takes effect and nothing is published before',
      'You cannot appeal because',
    ],
    ['A provision or a rule was misread.'],
  ),
  sample(
    'decision without a breach',
    decision,
    {
      ...ENVELOPE,
      decidedOn: date('2026-05-28'),
      how: 'hearing',
      standard: 'more-likely-than-not',
      findings: [{ provision: PROVISION, breach: false, reason: 'Nobody saw it.' }],
      sanction: undefined,
    },
    ['No breach of the code was found.', 'more likely than not', 'Nobody saw it.'],
    ['You can appeal'],
  ),
  sample(
    'appeal decided',
    appealDecided,
    {
      ...ENVELOPE,
      decidedOn: date('2026-05-28'),
      findings: [
        { ground: 'process-not-followed', found: true, reason: 'The notice came too late.' },
      ],
      effect: 'lessened',
      sanction: SANCTION,
    },
    [...GROUNDS_SAID, ...SANCTION_SAID, 'Found. The notice came too late.', 'milder', 'no further'],
  ),
  sample(
    'sanction in effect',
    tookEffect,
    {
      ...ENVELOPE,
      tookEffectOn: date('2026-05-28'),
      sanction: SANCTION,
      publishedUntil: date('2026-06-15'),
    },
    [...SANCTION_SAID, 'Thursday, May 28, 2026', IN_WORDS],
  ),
  sample(
    'interim suspension',
    interimSuspension,
    {
      ...ENVELOPE,
      orderedOn: date('2026-05-29'),
      until: date('2026-07-28'),
      reason: 'Clients are in danger now.',
      appealAnsweredBy: date('2026-06-15'),
    },
    [
      'Tuesday, July 28, 2026',
      'Clients are in danger now.',
      `answered by ${IN_WORDS}`,
      'This is no sanction',
    ],
  ),
  sample(
    'interim suspension after its appeal',
    interimAppealDecided,
    {
      ...ENVELOPE,
      decidedOn: date('2026-05-28'),
      lifted: false,
      until: date('2026-06-15'),
      reason: 'The danger lasts.',
    },
    ['The danger lasts.', IN_WORDS],
  ),
  sample(
    'stay',
    stayed,
    {
      ...ENVELOPE,
      stayedOn: date('2026-05-28'),
      reason: 'A court decides about the same events.',
      interimGoesOn: true,
    },
    ['A court decides about the same events.', 'does not rest'],
  ),
  sample(
    'end of the stay',
    stayLifted,
    {
      ...ENVELOPE,
      liftedOn: date('2026-05-28'),
      yourTime: { to: 'answer', until: date('2026-06-15') },
      promised: [{ step: 'response', by: date('2026-07-28') }],
      hearingAnew: true,
    },
    [`You can answer until ${IN_WORDS}`, 'Tuesday, July 28, 2026', 'The hearing gets another day.'],
  ),
  sample(
    'reinstatement refused',
    reinstatementDecided,
    {
      ...ENVELOPE,
      decidedOn: date('2026-05-28'),
      granted: false,
      reason: 'The training was not finished.',
      conditions: [],
    },
    ['The training was not finished.', 'you do not get it back now'],
  ),
  sample(
    'reinstatement granted',
    reinstatementDecided,
    {
      ...ENVELOPE,
      decidedOn: date('2026-05-28'),
      granted: true,
      reason: 'The training was finished.',
      conditions: ['A report after a year.'],
    },
    ['The training was finished.', 'A report after a year.'],
  ),
  sample(
    'opened again',
    reopened,
    {
      ...ENVELOPE,
      reopenedOn: date('2026-05-28'),
      reason: 'A recording was found.',
      sanctionStays: true,
    },
    ['Thursday, May 28, 2026', 'A recording was found.', 'stays so until they have decided'],
  ),
  sample(
    'ended',
    ended,
    { ...ENVELOPE, endedOn: date('2026-05-28'), how: 'surrender', decided: false },
    ['You gave your credential up.', 'Nothing was found, and nothing is published.'],
  ),
  sample(
    'witness invited',
    invitation,
    {
      ...ENVELOPE,
      asked: ['What did you see at the front desk on March 2?'],
      notAsked: ['What you think of anybody.'],
      answerUntil: date('2026-06-15'),
    },
    [
      'What did you see at the front desk on March 2?',
      'What you think of anybody.',
      'To keep silent about this letter.',
      IN_WORDS,
    ],
  ),
  sample(
    'statement of a witness',
    statement,
    {
      ...{ from: ENVELOPE.from, label: ENVELOPE.label, dated: ENVELOPE.dated },
      ...{ witness: 'witness 1', name: 'Nguyễn Thị Ánh', words: 'I was there.\nI saw it.' },
    },
    ['Statement of witness 1', 'Nguyễn Thị Ánh', 'I was there.', 'I saw it.', 'C-2026-0017'],
    ['another language'],
  ),
  sample(
    'statement of a witness, without names',
    statement,
    {
      ...{ from: ENVELOPE.from, label: ENVELOPE.label, dated: ENVELOPE.dated },
      ...{ witness: 'witness 2', name: undefined, words: 'The respondent was there.' },
    },
    ['Given by witness 2.', 'The respondent was there.'],
    ['undefined'],
  ),
  sample(
    'records asked for, of nobody named',
    recordsRequest,
    {
      ...ENVELOPE,
      what: 'The shift log of the front desk for March 2, 2026',
      answerUntil: date('2026-06-15'),
      whose: undefined,
    },
    [
      'The shift log of the front desk for March 2, 2026',
      `by ${IN_WORDS} to conduct@larkspur.example`,
      'This request names nobody.',
      'Nothing has been found against anybody',
      'Nothing is held against anybody because you send nothing.',
    ],
    ['complain', 'alleg', 'undefined'],
  ),
  sample(
    'records asked for, of somebody who agreed',
    recordsRequest,
    {
      ...ENVELOPE,
      what: 'The record of the visit of March 2, 2026',
      answerUntil: date('2026-06-15'),
      whose: { name: 'Ánh Tuyết', basis: { kind: 'consent', given: date('2026-05-28') } },
    },
    ['Ánh Tuyết', 'They agreed to it on Thursday, May 28, 2026.', IN_WORDS],
    ['complain', 'alleg', 'names nobody'],
  ),
  sample(
    'records asked for, as a rule allows',
    recordsRequest,
    {
      ...ENVELOPE,
      what: 'The license file',
      answerUntil: date('2026-06-15'),
      whose: {
        name: 'Ánh Tuyết',
        basis: { kind: 'rule', words: 'Section 12 of the licensing act' },
      },
    },
    ['Ánh Tuyết', 'Section 12 of the licensing act'],
    ['agreed', 'undefined'],
  ),
  sample(
    'a request that is closed',
    requestClosed,
    ENVELOPE,
    ['We do not need them any more.', 'C-2026-0017'],
    ['complain', 'alleg'],
  ),
  sample(
    'panel seated',
    seated,
    {
      ...ENVELOPE,
      panel: 'hearing',
      drawnOn: date('2026-05-28'),
      decideBy: date('2026-06-15'),
    },
    ['C-2026-0017', 'hear the matter and decide it', IN_WORDS],
  ),
];
