/** Changes that invented people proposed, and what the invented body answered. */
import type { IdeaOutcome, IdeaSubject, ProposerRole } from '../../casework/idea/idea.ts';

export interface IdeaText {
  /** Proposed so many days before the last day of the three years. */
  readonly daysAgo: number;
  readonly subject: IdeaSubject;
  readonly program: string | undefined;
  readonly role: ProposerRole;
  readonly words: string;
  readonly why: string;
  /** Undefined: nobody has answered yet. */
  readonly answered:
    | {
        readonly afterDays: number;
        readonly outcome: IdeaOutcome;
        readonly title: string;
        readonly summary: string;
        readonly reason: string;
        /** To be carried out so many days after the answer; only what is adopted. */
        readonly withinDays?: number;
        readonly done?: { readonly afterDays: number; readonly what: string };
      }
    | undefined;
  /** That the board is asked to look again, so many days after the answer. */
  readonly again?: { readonly afterDays: number; readonly reason: string };
}

export const ideaTexts: readonly IdeaText[] = [
  {
    daysAgo: 290,
    subject: 'exam',
    program: undefined,
    role: 'candidate',
    words:
      'Offer the exam on a Saturday too. I work in a ward with shifts and a weekday costs me a day of pay each time.',
    why: 'People with shifts and people who are paid by the hour would not have to choose between their pay and the exam.',
    answered: {
      afterDays: 41,
      outcome: 'adopted',
      title: 'Exam seats on Saturdays',
      summary: 'Two Saturdays in every exam window have seats, at the same fee as any other day.',
      reason:
        'Waiting times for a seat were longest among people who work in shifts, and a Saturday costs the body little. It is tried for a year and then looked at again.',
      withinDays: 120,
      done: {
        afterDays: 96,
        what: 'Both Saturdays of the spring window had seats. 61 of 80 were taken.',
      },
    },
  },
  {
    daysAgo: 214,
    subject: 'process',
    program: 'larkspur-care',
    role: 'certificant',
    words:
      'Let a supervisor attest by voice message or on paper. Mine works in a prison and has no private mail address she may use.',
    why: 'In prisons, on reservations and on ships the link cannot be opened, and then the file waits for weeks.',
    answered: {
      afterDays: 55,
      outcome: 'partly',
      title: 'Attestation on paper where no link can be opened',
      summary:
        'A supervisor who cannot open a link may sign the same questions on paper; a records clerk types them in and keeps the sheet.',
      reason:
        'Paper is taken, because some workplaces allow nothing else. Voice messages are not: nobody could later show who spoke.',
      withinDays: 90,
    },
    again: {
      afterDays: 12,
      reason:
        'Voice with a call back to the switchboard of the prison would show who speaks. Paper takes three weeks there.',
    },
  },
  {
    daysAgo: 160,
    subject: 'rules',
    program: 'larkspur-navigator',
    role: 'employer',
    words:
      'Count experience from before the degree in full, not by half. Our best navigators worked as aides for years.',
    why: 'They come mostly from the neighborhoods we serve, and they wait the longest.',
    answered: {
      afterDays: 44,
      outcome: 'not-adopted',
      title: 'Experience before the degree counted in full',
      summary: 'Months of work before a degree would count as much as months after it.',
      reason:
        'Tried on past applicants, the change makes eleven more people of the last three years eligible, who then pass the exam no less often; but the law of two states asks for work after the degree. It is put on the list for the next review of the rules, which may ask those states.',
    },
  },
  {
    daysAgo: 118,
    subject: 'process',
    program: undefined,
    role: 'client',
    words:
      'Put a line in plain words on each credential page that says what a care coordinator may and may not do for me.',
    why: 'I could check that she is certified, and still did not know what I could ask of her.',
    answered: {
      afterDays: 30,
      outcome: 'adopted',
      title: 'What a certified person may do, on each credential page',
      summary:
        'A short text in plain words beside every credential says what the certificate stands for.',
      reason:
        'Whoever checks a credential is seldom of the profession. The text costs nothing and helps everybody.',
      withinDays: 120,
    },
  },
  {
    daysAgo: 71,
    subject: 'exam',
    program: 'larkspur-care',
    role: 'candidate',
    words:
      'Print the time that is left in larger digits, or let us choose how large. I lost time looking for it.',
    why: 'Everybody with weak eyes looks for it, and looking costs time that others have.',
    answered: undefined,
  },
  {
    daysAgo: 19,
    subject: 'other',
    program: undefined,
    role: 'family',
    words: 'Have somebody who was a client sit on the committee that writes the questions.',
    why: 'The questions ask what is best for us and nobody who was one of us has read them.',
    answered: undefined,
  },
];
