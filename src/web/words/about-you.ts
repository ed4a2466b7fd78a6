/** The words of the page on which people may tell us about themselves. */
export const aboutYou = {
  title: 'Tell us about yourself, if you like',
  lead: 'Every question is optional. What you answer never changes how you are treated.',
  filed: (label: string): string => `Your application ${label} is filed.`,
  filedText: (day: string): string =>
    `You have our answer by ${day}. This page is not part of your application, and you may leave it out.`,
  skip: 'Go on without answering',
  why: 'Why we ask',
  whyText:
    'We promise to treat everybody alike. Whether we do can only be seen when outcomes are compared between groups.',
  who: 'Who sees it',
  whoText: [
    'No clerk, decider, member of staff or director can open your answers. Only one part of this system may count them, and it shows sums over many people.',
    'They are stored under a pseudonym, not anonymously: a key that is kept apart ties them to your account, so that you can change and erase them. They are encrypted.',
    'No sum is shown for a group so small that it could point to somebody.',
  ],
  /** In the place of the second, where the answers belong to a concern. */
  tiedToConcern:
    'They are stored under a pseudonym, not anonymously: a key that is kept apart ties them to your concern, so that you can change and erase them here. They are encrypted.',
  off: 'We do not ask about anything now. The body has to put on record why it asks, on what legal basis and for how long it keeps the answers, before a question appears here.',
  details: (title: string): string => `Why we ask about: ${title}`,
  purpose: 'Purpose',
  basis: 'Legal basis',
  retention: 'Kept',
  /** Years where they are a number; older words of a body stand as they were written. */
  keptFor: (recorded: string): string =>
    /^\d+$/.test(recorded)
      ? `For ${recorded} ${recorded === '1' ? 'year' : 'years'} after you last answered; then it is erased by itself, or by you at any time before`
      : recorded,
  published: 'Published',
  year: 'Year with four digits, such as 1978',
  insteadOfYear: 'Or, instead of a year',
  change:
    'For your privacy this page never shows what you answered before. To change an answer, give it again. A question you leave empty stays as it was.',
  button: 'Save what I answered',
  saved: 'What you answered is saved.',
  nothing: 'You answered nothing, so nothing was saved.',
  erased: 'Everything you told us about yourself is erased.',
  erase: 'Erase everything I told you',
  eraseText:
    'This takes every answer out of the store, and with them by which outreach you came, if you came by one. Sums that were published before stay as they are; nobody can be found in them.',
  eraseSure: 'Yes, erase all my answers',
  eraseBox: 'Are you sure?',
  eraseMistake: 'Are you sure: tick the box to erase your answers.',
  /** What is wrong with an answer, by kind; after the title of its question. */
  mistakes: {
    'not-asked': 'we do not ask about this now. Nothing was stored; open the page again.',
    'unknown-option': 'choose among the answers on the page.',
    'one-answer-only': 'choose the one answer that fits best.',
    'none-with-others': 'this answer cannot stand with others. Take out one or the other.',
    'not-a-year': 'write the year with four digits, such as 1978.',
  },
};
