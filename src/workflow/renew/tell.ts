/** Tells the holder of a credential what happened to it, and puts each new term into the decision log. */
import type { RenewalEvent } from '../../casework/renewal/renewal-event.ts';
import { inWordsShort } from '../../kernel/dates/civil-date.ts';
import type { Records } from '../ports/records.ts';
import { recordInLog } from '../publish/record-in-log.ts';
import type { Held, KeepWorld } from './held.ts';

export async function tellOf(
  world: KeepWorld,
  records: Records,
  held: Held,
  event: RenewalEvent,
): Promise<void> {
  const { credential, program } = held;
  if ('term' in event && event.type !== 'granted') {
    await recordInLog(
      records,
      world.chance,
      {
        ...{ kind: 'renewal-done', program: program.id, rules: event.rules, decidedOn: event.on },
        ...{ label: credential.id, outcome: { how: event.type, validUntil: event.term.to } },
      },
      { credential: credential.id },
    );
  }
  if (event.type === 'end-took-effect') {
    await recordInLog(
      records,
      world.chance,
      {
        ...{ kind: 'renewal-done', program: program.id, rules: held.version.id },
        ...{ decidedOn: event.on, label: credential.id },
        outcome: { how: 'ended-after-audit', validUntil: event.lastDay },
      },
      { credential: credential.id },
    );
  }
  const words = wordsOf(held, event);
  const [person] = words === undefined ? [] : await records.people.byIds([credential.person]);
  if (words === undefined || person === undefined) {
    return;
  }
  await records.mail.send({
    ...{ id: world.chance.uuid(), toPerson: credential.person, to: person.email },
    subject: words.subject,
    body: `${words.body}\n\nEverything about it: ${world.origin}/my/renewal/${credential.id}\n\n${program.notice}\n`,
  });
}

function wordsOf(
  { program }: Held,
  event: RenewalEvent,
): { readonly subject: string; readonly body: string } | undefined {
  const name = program.designation;
  switch (event.type) {
    case 'renewed':
    case 'late-renewed':
    case 'returned':
    case 'reinstated':
      return {
        subject: `Your ${name} is renewed`,
        body: `Your new term runs from ${inWordsShort(event.term.from)} to ${inWordsShort(event.term.to)}. Its signed copy has an address of its own: sign in and open My credentials. The copy you had is superseded.`,
      };
    case 'lapsed':
      return {
        subject: `Your ${name} has ended`,
        body: `Its last day was ${inWordsShort(event.lastDay)}, and it was not renewed. The page below says what is still open to you, and until when.`,
      };
    case 'extended':
      return {
        subject: `You have more time to renew your ${name}`,
        body: `Your credential counts as held until ${inWordsShort(event.until)}. Renew by then.`,
      };
    case 'audit-drawn':
      return {
        subject: `Your hours were drawn for an audit`,
        body: `You were drawn by lottery, as anybody can check; it says nothing about you. Send what shows your activities by ${inWordsShort(event.answerBy)}. Any one proof of several kinds is enough, and the clock stands still while somebody you ask owes an answer, or while you are on leave.`,
      };
    case 'audit-resumed':
      return {
        subject: `The clock of your audit runs again`,
        body: `Send what shows your activities by ${inWordsShort(event.answerBy)}.`,
      };
    case 'audit-decided':
      return event.makeGoodBy === null
        ? undefined
        : {
            subject: `There is time to make good what is missing`,
            body: `Not every hour was shown. You can fill the gap with other hours until ${inWordsShort(event.makeGoodBy)}, or appeal until ${inWordsShort(event.appealUntil)}. Until then nothing changes.`,
          };
    case 'end-announced':
      return {
        subject: `A person will decide whether your ${name} term ends`,
        body: `The gap that the audit left was not filled in time. Before anybody decides, you can say what should be known, until ${inWordsShort(event.answerBy)}. Whoever decides does not learn who you are. Until the decision, and until the time to appeal it is over, nothing changes.`,
      };
    case 'ended-after-audit':
      return {
        subject: `There is a decision about your ${name} term`,
        body: `You can appeal it until ${inWordsShort(event.appealUntil)}, and other people hear that. Nothing changes before.`,
      };
    case 'end-took-effect':
      return {
        subject: `Your ${name} term has ended`,
        body: `Its last day was ${inWordsShort(event.lastDay)}.${event.heldAgainFrom === null ? '' : ` The term you have renewed since stands on hours of its own; it begins on ${inWordsShort(event.heldAgainFrom)}.`} The page below says what is still open to you, and until when.`,
      };
    case 'kept-after-audit':
      return {
        subject: `You keep your ${name} term`,
        body: 'The audit is over, and nothing is left for you to do.',
      };
    case 'attempt-over':
      return OVER[event.why];
    default:
      return undefined;
  }
}

const OVER = {
  'ran-out': {
    subject: 'Your attempt to renew is over',
    body: 'Its last day passed before everything was there. What was charged for it is taken back; what you paid is yours and is shown as credit.',
  },
  'not-accepted': {
    subject: 'What was charged for your renewal is taken back',
    body: 'It was not accepted, and the time to appeal is over. What you paid for it is yours and is shown as credit.',
  },
  'exam-not-passed': {
    subject: 'The exam did not renew your credential',
    body: 'You can still renew by hours, or by another exam, as long as your term runs. The page below says until when.',
  },
} as const;
