/** Questions that invented navigators asked before they acted, and what the invented coordinators answered. */
export interface AskedText {
  /** Asked so many days before the last day of the three years. */
  readonly daysAgo: number;
  readonly provision: string | undefined;
  readonly words: string;
  /** Undefined: nobody has answered yet. */
  readonly answered:
    | {
        readonly afterDays: number;
        readonly cites: readonly string[];
        readonly title: string;
        readonly situation: string;
        readonly answer: string;
      }
    | undefined;
}

const paragraphs = (...all: readonly string[]): string => all.join('\n\n');

export const askedTexts: readonly AskedText[] = [
  {
    daysAgo: 231,
    provision: 'R9',
    words:
      'Our clinic wants us to paste what people tell us into a writing program that makes the letters to their insurer for us. It saves me an hour a day. People here do not know that we use it. May I?',
    answered: {
      afterDays: 24,
      cites: ['R9', 'R3', 'R7'],
      title: 'A writing program that drafts letters to insurers',
      situation:
        'A clinic asks its navigators to paste notes about people into an outside writing program, which drafts letters to their insurers. The people do not know of it. The navigator does not know what the program keeps.',
      answer: paragraphs(
        'Not as it is done now. The rule on machines forbids entering anything about a person into a service that may keep or learn from it without that person’s consent. As long as nobody knows what the program keeps, it has to be treated as one that may.',
        'There are two ways to go on. Either the clinic shows in writing that the service keeps nothing and learns from nothing; then it may be used, and the person is told that it was. Or the person is asked first, in words that say what is entered, where it goes and that the letter is written by hand if they would rather; then their yes is noted.',
        'In both cases whoever sends the letter reads it before it goes out and answers for it as their own. A wrong diagnosis in a smooth sentence is still a wrong diagnosis.',
        'That a clinic asks for it does not change what the rule asks of whoever holds the credential. Nobody may be put at a disadvantage for saying so.',
      ),
    },
  },
  {
    daysAgo: 148,
    provision: 'R7',
    words:
      'A woman I help was hit by her partner and told me so. She has two small children and does not want anybody to know. I am afraid for them. I am not sure whether I may tell somebody, or must.',
    answered: {
      afterDays: 17,
      cites: ['R7', 'D4', 'R25', 'P1'],
      title: 'Violence at home that somebody wants kept secret',
      situation:
        'A person tells a navigator, in confidence, of being hurt by a partner. There are small children at home. The person wants nobody to know. The navigator fears for all of them.',
      answer: paragraphs(
        'Begin with the law. In many places whoever works in care must report it when there is reason to believe that a child is harmed or in danger. Where that law binds you, the code does too: it asks you to keep the law that governs the work, and it lets you share what law requires. Find out today what holds where you work; your supervisor or a legal service can tell you, and you can ask without naming anybody.',
        'Where no law decides it, you may share without consent what is needed to keep somebody from serious harm, with somebody who can prevent it, and no more than that. The rule says “may”. Weigh how near and how grave the danger is, and whether telling somebody makes it worse; leaving is often the most dangerous hour.',
        'In either case speak with the person first, unless that would bring the harm nearer. Say what you have to do and why, ask what would make it safer, and offer the help there is: a shelter, an advocate, a number to call that leaves no trace on a bill. The choice about their own life stays with them.',
        'Write down what you were told, when, and what you did, in a place where the partner cannot read it.',
      ),
    },
  },
  {
    daysAgo: 66,
    provision: undefined,
    words:
      'A company that sells pill boxes pays for a lunch for our whole team every month and leaves its leaflets. Nobody asks us to do anything for it. Some of us think it is fine, some do not eat. What does the code say?',
    answered: {
      afterDays: 20,
      cites: ['R17', 'R16', 'D3'],
      title: 'Lunches paid for by a seller of products',
      situation:
        'A company that sells products to people who take medicine pays for a monthly lunch of a whole team of navigators and leaves leaflets. Nothing is asked in return.',
      answer: paragraphs(
        'The rule on gifts does not cover it, because the lunch does not come from somebody you serve. Two others do.',
        'You may take nothing of value for sending a person to a product. A lunch for which nothing is asked is not yet that. It becomes that once it depends, said or unsaid, on how many boxes are sold, and nobody who eats every month can be sure that it does not.',
        'And it is a tie. If you name a pill box of this company to anybody, the rule on conflicts asks that you tell them first that the company pays for your lunches. Most people find that sentence hard to say, which is a good sign of how it looks from outside.',
        'The plain way out is to pay for your own lunch and to put the leaflet beside those of others, so that whoever needs a box can compare. Some employers have a rule that is stricter; it holds as well.',
      ),
    },
  },
  {
    daysAgo: 41,
    provision: 'R12',
    words:
      'I train two volunteers who make calls for us. One of them promised a family that their bill would be dropped. I did not hear the call. Do I answer for what was promised, and what do I do now?',
    answered: undefined,
  },
  {
    daysAgo: 6,
    provision: 'R15',
    words:
      'A man I helped last year wants to write about it in the local paper and name me. I did not ask him to. May I say yes, and may I put a copy on our wall?',
    answered: undefined,
  },
];
