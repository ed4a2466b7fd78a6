/**
 * The unfairness planted in the invented body, all of it, as numbers. Everything else is drawn without regard to any
 * group. docs/demonstration.md says the same in words, with how surely each of these is found.
 */
export const planted = {
  /** Decisions on candidates of this group take longer by so many days, whatever their application holds. */
  slowQueue: { dimension: 'where-trained', answer: 'trained-abroad', days: 9 },
  /** These questions are harder for this group at equal ability: the log odds of a right answer fall by so much. */
  biasedItems: {
    program: 'larkspur-care',
    items: ['care-011', 'care-023'],
    dimension: 'where-trained',
    answer: 'trained-abroad',
    logOdds: 1.3,
  },
  /** This reviewer also refuses so large a share of the applications that the others, on like facts, approve. */
  severeReviewer: { email: 'reviewer.five@desk.larkspur.example', refuses: 0.22 },
  /** For a breach of the same provisions, respondents of this group get harder sanctions: the log odds rise by so much. */
  severeSanctions: { dimension: 'where-trained', answer: 'trained-abroad', logOdds: 2 },
} as const;
