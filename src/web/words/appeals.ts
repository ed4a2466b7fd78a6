/** The words around the rules of appeal: the public page, the line that points to it before a decision, exam days given back. */
const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`);

export const appeals = {
  title: 'What can be appealed, and what cannot',
  lead: 'These rules stand before anything is decided about you. They are the same for everybody, and each form offers exactly the grounds below.',
  contents: 'On this page',
  cannot: 'What cannot be appealed',
  cannotLead: 'So that you know it before a decision, not after it:',
  never: 'What no appeal does',
  how: 'How an appeal goes',
  steps: [
    'You choose every ground that fits, say in your own words what went wrong, and send it before the last day. It costs nothing.',
    'A records clerk who had no part in the decision takes out names, so that whoever hears it does not learn who you are.',
    'Somebody who had no part in the decision hears it. Nobody who had one can take it or even see that it is there; the database sees to that, not only the program.',
    'Every ground you stated is answered with a reason, whether it is found or not. One ground found is enough.',
    'What follows is published with the ground. It is carried out in the same moment, and written into the public log.',
    'One appeal can be lodged against a decision. Where it sends the matter back and other people decide again, their decision can be appealed anew.',
  ],
  kinds: 'Decisions that can be appealed',
  notMade:
    'No decision of this kind is made here yet. These are the rules that will hold when it is.',
  grounds: 'Grounds',
  groundsLead: 'This list is closed. One ground found is enough.',
  ground: 'Ground',
  rule: 'What it means',
  leadsTo: 'What it leads to',
  effects: {
    reversed: 'the decision turns',
    'decide-again': 'other people decide again',
    'set-aside': 'the result no longer counts, and you may take the exam again',
    lessened: 'a milder or shorter sanction',
    'heard-again': 'another panel hears it again',
  },
  limit: 'How long you have',
  /** `who` names who set it. */
  limitEverywhere: (count: number, who: string): string =>
    `${days(count)} from the day of the decision, in every program here. Set by ${who}.`,
  limitIn: (count: number, programs: string, who: string): string =>
    `${days(count)} from the day of the decision: ${programs}. Set by ${who}.`,
  limitNone: 'Each program sets it. The page of a decision names the last day.',
  limitConduct: (count: number): string => `${days(count)} from the day of the decision.`,
  limitNote:
    'The page of a decision names the last day. For an exam, the days are counted from when the result is there to read.',
  heardBy: 'Who hears it',
  canChange: 'What an appeal can change',
  cannotChange: 'What it cannot',
  read: 'What can be appealed, and what cannot',
  before: {
    apply: 'If the decision goes against you, you can appeal it on published grounds.',
    renewal: 'If your reason is not accepted, you can appeal that on published grounds.',
    'more-time': 'If you do not get more time, you can appeal that on published grounds.',
    name: 'If your request is refused, you can appeal that on published grounds.',
    accommodation: 'If your request is not granted, you can appeal that on published grounds.',
    exam: 'If something goes wrong in the exam or in its scoring, you can appeal the result. A pass, what the exam covers and the score that passes cannot be appealed.',
    open: 'What you can do if the decision goes against you is published before it is made.',
  },
  examDays: {
    title: 'Your exam days',
    span: (from: string, to: string): string => `From ${from} to ${to}`,
    byAppeal: (from: string, to: string): string =>
      `Your exam days had begun while you waited for your appeal. So you may take the exam from ${from} to ${to}. These days are for you alone.`,
    bySetAside: (from: string, to: string): string =>
      `You may take the exam again from ${from} to ${to}. These days are for you alone.`,
    next: (from: string, to: string): string =>
      `If that is too soon, you may take it in the next regular window in its place, from ${from} to ${to}.`,
    noFee: 'You owe no new fee for it.',
    takenBack: (amount: string): string =>
      `What you were charged for applying again while you waited, ${amount}, has been taken back.`,
    demonstration:
      'The exam here is a demonstration. It can be taken on any other day as well, so that you can try it.',
  },
  takeAgain: {
    title: 'You may take this exam again, with your accommodation',
    text: (label: string, until: string): string =>
      `${label} was granted on appeal, and you took this exam without it. If you ask for it until the end of ${until}, this result no longer counts, and you may take the exam again with what was granted. There is no fee. The result cannot be brought back.`,
    button: 'Set this result aside',
    done: 'At your request this result no longer counts. You may take the exam again, with what was granted to you, for no fee.',
    look: (on: string): string => `You took the exam on ${on} without it. See how to take it again`,
  },
};
