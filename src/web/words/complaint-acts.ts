/** The words of what can be done with a complaint: each act with what it does, its fields, and what is said once it is done. */
import type { ActName } from '../../casework/conduct/read-act.ts';

interface ActWords {
  /** As a link and as the title of its page. */
  readonly name: string;
  /** What it does, and who learns of it. */
  readonly intro: string;
  readonly send: string;
  readonly done: string;
}

const acts = {
  screen: {
    name: 'Take the first look',
    intro:
      'Four questions, each answered with a reason. If all four are met, the matter goes on and the respondent is told. If one is not, it ends here; the complainant reads your reasons and can appeal.',
    send: 'Record the first look',
    done: 'The first look is recorded.',
  },
  'give-notice': {
    name: 'Give notice to the respondent',
    intro:
      'The respondent is told every allegation and sees exactly the pieces that you show now. From then on they can read the matter and have time to answer. What you keep back stands on the record with your reason.',
    send: 'Give notice',
    done: 'Notice is given. The respondent can read and answer.',
  },
  'enter-response': {
    name: 'Enter an answer that came on paper',
    intro:
      'Copy it word for word. It is kept as they wrote it; on the record, names become labels. The matter then goes on to the investigation.',
    send: 'Enter the answer',
    done: 'The answer is on record.',
  },
  'close-response': {
    name: 'Go on without an answer',
    intro:
      'The time to answer has passed and nothing came. The matter goes on to the investigation; nothing is held against somebody because they said nothing.',
    send: 'Go on without an answer',
    done: 'The matter goes on without an answer.',
  },
  'add-evidence': {
    name: 'Add evidence',
    intro:
      'You hold the piece from now on. It is kept with the fingerprint of its bytes. Panels and the respondent see only the copy in which nobody is named.',
    send: 'Add the evidence',
    done: 'The evidence is kept. You hold it.',
  },
  'add-copy': {
    name: 'Add a copy without names',
    intro:
      'For a piece that came without one, such as a file of a witness. Open the piece, black out every name, and send the result. Panels and the respondent then see the copy, and not the description alone. It cannot be exchanged afterwards.',
    send: 'Add the copy',
    done: 'The copy without names is kept beside the piece.',
  },
  'hand-on': {
    name: 'Hand evidence on',
    intro:
      'To a colleague who handles this matter too. The bytes are read back and their fingerprint is worked out anew; if they have changed, nothing is handed on.',
    send: 'Hand it on',
    done: 'It was handed on, unchanged.',
  },
  disclose: {
    name: 'Show the respondent more evidence',
    intro:
      'Nobody is judged by what they have not seen. What you show now cannot be taken back. They see the copy without names.',
    send: 'Show it',
    done: 'The respondent can see it.',
  },
  'invite-witness': {
    name: 'Ask a witness',
    intro:
      'Somebody may know something about what is alleged. They get a letter and a link that is theirs alone: no account, no duty to answer, no promise of silence. They learn what you ask them and nothing else of the matter. Whoever bears their name, or is this person, judges nothing in it.',
    send: 'Ask this witness',
    done: 'The witness was asked. Their link was mailed to them and to nobody else.',
  },
  'take-in': {
    name: 'Take a statement in',
    intro:
      'The statement becomes evidence, and you are the first who holds it. It is kept word for word, with a copy in which labels stand in place of names. Show it to the respondent next.',
    send: 'Take it in',
    done: 'The statement is evidence now. Show it to the respondent.',
  },
  'ask-for-records': {
    name: 'Ask a third party for records',
    intro:
      'An employer, a hospital, a state board or anybody else who keeps records. You get a letter to send: it says which records are asked for and by when, and nothing of what is alleged or who complained. Only you and your colleagues read the name; panels and the respondent read “record holder 1”, the kind of holder, and what was asked. Both sides learn that records were asked for.',
    send: 'Ask for the records',
    done: 'The request is on record. Its letter is written in a moment and stands under the letters below: print it and send it.',
  },
  'note-records': {
    name: 'Note what a record holder answered',
    intro:
      'Records that came become evidence: kept with the fingerprint of their bytes, and you are the first who holds them. Show them to the respondent next. A refusal, or that there are none, goes on record with the reason given and counts for nothing against either side. Several files: add the others as evidence.',
    send: 'Put it on record',
    done: 'The answer is on record.',
  },
  'close-request': {
    name: 'Close a request for records',
    intro:
      'The records are needed no more. The holder gets a letter that says so; both sides read your reason.',
    send: 'Close the request',
    done: 'The request is closed.',
  },
  'close-investigation': {
    name: 'Close the investigation',
    intro:
      'Everything has been asked for and shown. A panel drawn by lot looks at it next. The panel and both sides read your summary.',
    send: 'Close the investigation',
    done: 'The investigation is closed. A panel is drawn next.',
  },
  'announce-draw': {
    name: 'Announce a draw',
    intro:
      'A secret seed is made now. Its fingerprint stands in the public log before anybody looks at who can be drawn, so that nobody can draw until they like the result.',
    send: 'Announce the draw',
    done: 'The draw is announced. Look at the pool for ties next.',
  },
  draw: {
    name: 'Make the draw',
    intro:
      'Look at each person in the pool. Whoever has a tie to somebody in this matter is left out of it for good, and is not told that it exists. The lot is cast among the rest.',
    send: 'Make the draw',
    done: 'The panel is drawn. Its members were told.',
  },
  'excuse-member': {
    name: 'Excuse a panel member',
    intro:
      'Somebody fell ill, stepped aside or has a tie. Their seat stays free until another member is drawn. They see nothing more of the matter.',
    send: 'Excuse the member',
    done: 'The seat is free. Announce a draw for it.',
  },
  'call-hearing': {
    name: 'Call the hearing',
    intro:
      'The respondent is told the day, whom they may bring, and what was arranged so that people can take part.',
    send: 'Call the hearing',
    done: 'The hearing is called. The respondent was told.',
  },
  'take-effect': {
    name: 'Carry the sanction out',
    intro:
      'The appeal is over or its time has passed. The credential shows the sanction from today.',
    send: 'Carry it out',
    done: 'The sanction is in effect.',
  },
  publish: {
    name: 'Publish the notice',
    intro: 'The public reads this, word for word, until its last day:',
    send: 'Publish the notice',
    done: 'The notice is out.',
  },
  correct: {
    name: 'Correct the notice',
    intro:
      'The correction stands where the notice stood, as prominently and for as long. The notice itself is marked as corrected.',
    send: 'Publish the correction',
    done: 'The correction is out.',
  },
  'check-condition': {
    name: 'Record a check of the conditions',
    intro: 'What was looked at, and whether the conditions were kept.',
    send: 'Record the check',
    done: 'The check is on record.',
  },
  'answer-withdrawal': {
    name: 'Answer the withdrawal',
    intro:
      'Everybody who complained has withdrawn. The body goes on without them where others could come to harm, or drops the matter. Either way it says why.',
    send: 'Record the answer',
    done: 'The withdrawal is answered.',
  },
  'suspend-meanwhile': {
    name: 'Suspend the credential meanwhile',
    intro:
      'Only against imminent harm, once in a matter, and for a short time. The respondent is told at once and can appeal at once; other people hear that appeal within days.',
    send: 'Suspend meanwhile',
    done: 'The credential is suspended meanwhile. The respondent was told.',
  },
  stay: {
    name: 'Let the matter rest for a court',
    intro: 'Both clocks stop and nothing is decided until you lift it. Both sides are told.',
    send: 'Let it rest',
    done: 'The matter rests.',
  },
  'lift-stay': {
    name: 'Go on with the matter',
    intro:
      'The court has decided. Each promise moves by the days that the matter rested, and so does the time to answer and to appeal. A hearing that was called is called again.',
    send: 'Go on',
    done: 'The matter goes on.',
  },
  reopen: {
    name: 'Open the matter again',
    intro:
      'Only on new evidence that could not be had before. Other people judge it. What is in effect stays so until they have decided.',
    send: 'Open it again',
    done: 'The matter is open again.',
  },
  end: {
    name: 'End the matter',
    intro:
      'The respondent has died or has given up the credential. Nothing is found, nothing is published, and the matter is not opened again.',
    send: 'End the matter',
    done: 'The matter has ended.',
  },
  extend: {
    name: 'Make a new promise',
    intro:
      'One side is told the new day and why. A promise that was broken stays on record as broken.',
    send: 'Make the new promise',
    done: 'The new promise is made.',
  },
  redeliver: {
    name: 'Deliver a letter again',
    intro:
      'A letter came back and was delivered another way. Whoever it was for has the whole time again, from today.',
    send: 'Record the delivery',
    done: 'The delivery is recorded. The time runs anew from today.',
  },
  'tell-closing': {
    name: 'Tell a complainant what came of it',
    intro:
      'They told us what they hoped for. Say whether that came about, and why. Only they read your reason; how often it came about is counted and reported.',
    send: 'Tell the complainant',
    done: 'The complainant was told.',
  },
} as const satisfies Readonly<Record<ActName, ActWords>>;

const fields = {
  words: 'The words',
  summary: 'What was asked and found',
  day: 'Day of the hearing',
  where: 'Where and at what hour',
  'may-bring': 'Whom the respondent may bring',
  accommodations: 'What was arranged so that people can take part',
  kept: 'Were the conditions kept?',
  'goes-on': 'What does the body do?',
  reason: 'Why',
  complaint: 'Whose complaint',
  achieved: 'Did what they hoped for come about?',
  kind: 'What it is',
  source: 'Where it came from',
  original: 'The piece as it came',
  copy: 'A copy in which nobody is named',
  evidence: 'Which piece',
  to: 'To whom',
  what: 'What came back',
  letter: 'The letter',
  panel: 'Which panel',
  member: 'Who',
  until: 'Until',
  how: 'How it ended',
  promise: 'Which promise',
  'full-name': 'Name of the witness',
  contact: 'Their email address',
  language: 'Language of the page they answer on',
  asked: 'What you ask them',
  witness: 'Whose statement',
  'holder-name': 'Name of whoever keeps the records',
  'holder-address': 'Their address',
  'holder-kind': 'What they are',
  records: 'Which records you ask for',
  'needed-for': 'What the records are needed for',
  'answer-to': 'Where they are to send them',
  subject: 'Whom the letter names',
  basis: 'Why the holder may know',
  consent: 'Day of the consent',
  rule: 'The rule',
  holder: 'Which request',
  answered: 'What came of it',
  said: 'What they sent or said',
};

const questions = {
  standing: {
    name: 'Standing',
    asks: 'Was whoever complains affected, or there, or bound to report it?',
  },
  jurisdiction: { name: 'Reach', asks: 'Did the code bind this person on the day of the conduct?' },
  provision: { name: 'Provision', asks: 'If it was so, does it go against a provision in force?' },
  'in-time': { name: 'Time', asks: 'Did the complaint come in time?' },
} as const;

export const complaintActs = {
  acts,
  fields,
  questions,
  choose: (label: string): string => `${label}: choose one.`,
  cancel: 'Back to the matter without doing this',
  notOpen: (name: string): string => `${name}: not possible now`,
  met: 'Met?',
  yes: 'Yes',
  no: 'No',
  reason: 'Why',
  questionField: (question: string, part: 'met' | 'reason'): string =>
    part === 'met' ? `${question}: met or not` : `${question}: why`,
  workedOut: {
    inReach: 'By the dates on file the code bound this person on that day.',
    outOfReach:
      'By the dates on file the code did not bind this person on the day of the conduct: there was no application and no credential then, or it had ended.',
    body: 'A complaint about the body is always within reach.',
    inTime: (months: string): string => `It came within ${months} months of the conduct.`,
    late: (months: string): string => `It came more than ${months} months after the conduct.`,
  },
  hints: {
    noNames:
      'Name nobody: write “the respondent”, “complainant 1” or “witness 1”. Whoever judges works without names.',
    reasonToSide: 'Both sides read this.',
    accommodations:
      'One thing a line, such as an interpreter or a step-free room. Leave it empty if nothing was asked for.',
    where: 'The address, the room and the hour, or how to join from afar.',
    mayBring: 'Such as a lawyer, a union representative, or anybody they trust.',
    hearingDay: (days: string, first: string): string =>
      `At least ${days} days ahead: ${first} or later.`,
    until: (last: string): string => `After today, and ${last} at the latest.`,
    newPromise: (was: string): string => `The promise now is ${was}. The new one comes after it.`,
    source: 'Such as “Shift log of the ward, from the employer”. Name nobody.',
    original:
      'PDF, JPEG or PNG. What the file says about its maker is taken out; what it shows stays.',
    copy: 'Black out every name. Panels and the respondent see this one; without it they see the piece only by its description.',
    copyOptional: 'It can be left out where the piece names nobody; then send the same file twice.',
    to: 'Only a colleague who handles this matter too.',
    closing: 'Only this complainant reads it.',
    words: 'Word for word, as it was written.',
    correction: 'Say what was wrong and what is right.',
    tie: 'Leave it empty if there is none. Otherwise say what the tie is.',
    letter: 'It is marked as returned.',
    witnessName: 'Only those who handle this matter read it.',
    witnessContact:
      'The link goes there. Whoever has none is asked by post; add what they say as evidence.',
    asked:
      'One question a line, such as “What did you see at the front desk on March 2?”. Name nobody: they are to say what they know, not what you suspect.',
    holderName: 'As it stands on the envelope. Only those who handle this matter read it.',
    holderAddress: 'As it stands on the envelope, each line on its own.',
    records:
      'It stands in the letter, word for word: such as “The shift log of the front desk for March 2, 2026”. Ask for no more than is needed. Name nobody, and do not say what is alleged.',
    neededFor: 'The holder does not read this; panels do. Name nobody.',
    answerTo: 'The address, fax or mailbox of your office. Name nobody.',
    basis:
      'Leave it empty where the letter names nobody. Whoever complained is named with their own consent alone.',
    consent: 'Where they consented. Keep what they signed with the matter.',
    rule: 'Where a rule allows it: name it, such as a statute, so that the holder can look it up.',
    said: 'Such as “The shift log for March, 14 pages” or “They keep such logs for a year”. Name nobody; both sides can read it.',
    witnessUntil: (first: string): string => `${first} or later.`,
  },
  languages: { en: 'English', es: 'Spanish' },
  whoseTitle: 'Whose records they are',
  whoseText:
    'Name somebody only where the request cannot be answered otherwise. The letter does not say what part they have in the matter.',
  namesNobody: 'Nobody',
  bases: {
    consent: 'The person whose records they are consented',
    rule: 'A rule allows it',
  },
  filesButNone:
    'a file came with it. Choose that they sent records, or leave the file out and add it as evidence.',
  statementOf: (witness: string): string => `The statement of ${witness}`,
  kinds: {
    document: 'A document',
    record: 'A record, such as a log or a register',
    'named-testimony': 'What somebody said who gave their name',
    'anonymous-testimony': 'What somebody said who stayed anonymous',
  },
  goesOn: { yes: 'It goes on without the complainant', no: 'It drops the matter' },
  how: { death: 'The respondent has died', surrender: 'The respondent gave up the credential' },
  what: { notice: 'The notice', decision: 'The decision' },
  achieved: { yes: 'Yes', partly: 'In part', no: 'No' },
  filesMissing: {
    original: 'The piece as it came: choose a file. If you had chosen one, choose it again.',
    copy: 'The copy without names: choose a file. If you had chosen one, choose it again.',
  },
  fileMistakes: {
    'empty-file': 'this file is empty. Choose another.',
    'wrong-kind': 'this is no PDF, JPEG or PNG. Save it as one of these and choose it again.',
    'damaged-file':
      'this file cannot be opened. It may be damaged; save it anew and choose it again.',
    'locked-file': 'this file is locked with a password. Save it without one and choose it again.',
    'file-too-large': 'this file is larger than 15 MB. Make it smaller, or add it in parts.',
  },
  noLetter: 'No letter of this kind was kept here',
  showPiece: (id: string): string => `Piece ${id}`,
  showNow: 'Show it now',
  keepBack: 'Keep it back for now',
  keptWhy: (id: string): string => `Why piece ${id} is kept back`,
  keptWhyHint: 'Only where you keep it back.',
  nothingToShow: 'There is no evidence yet. What comes later is shown before anybody judges by it.',
  otherTitle: 'Anything else kept back',
  otherWhat: (row: string): string => `What else is kept back (${row})`,
  otherWhy: (row: string): string => `Why (${row})`,
  discloses: 'The respondent will read:',
  provisions: (numbers: string): string => `Breached: ${numbers}`,
  alleged: (number: string, words: string): string => `${number}: ${words}`,
  poolTitle: 'Who can be drawn',
  tie: (name: string): string => `Tie of ${name}`,
  member: 'Member',
  interests: 'Declared interests',
  noInterests: 'None declared',
  public: 'Public member',
  credentialed: 'Holds or held a credential',
  trainedUntil: 'Trained until',
  termEnds: 'Term ends',
  tieColumn: 'Tie, if there is one',
  leftOut: 'Left out',
  leftOutBecause: {
    conflict: 'Concerned in this matter, or handles it',
    seated: 'Sits or sat on a panel of this matter',
    training: 'Training has run out',
    term: 'Term has ended',
  },
  sameName: (label: string): string => `Has the same name as ${label}. Look twice.`,
  seats: (free: string): string =>
    free === '1'
      ? 'One seat is free.'
      : `${free} seats are free, at least one for a public member.`,
  poolEmpty: 'Nobody is in the pool. The director keeps it.',
  promise: (step: string, side: string, by: string): string => `${step}, to the ${side}: by ${by}`,
  hoped: (label: string, hopes: string): string => `${label} hoped for: ${hopes}`,
  hopedNothing: (label: string): string => `${label} did not say what they hoped for.`,
};
