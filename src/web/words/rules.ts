/** The words of the page that tries a changed rule on past applicants. */
const people = (count: number): string => count.toLocaleString('en-US');

export const rulePreview = {
  title: 'Try a changed rule',
  intro:
    'Before you change a rule, see what it would have done: every past decision keeps what was found on each criterion, so the outcome under another rule can be worked out. Nothing is decided or changed here.',
  limits:
    'This shows past applicants. Those who never applied because of the rule are in no record, and nobody can count them here.',
  cannot:
    'What cannot be tried: moving a threshold, such as 24 months to 18. A finding says met or not met, and not by how much. Decisions under rules that did not have the criterion count as unchanged.',
  programTitle: 'The program',
  program: 'Program',
  choose: 'Choose a program',
  toCriteria: 'Show its criteria',
  askTitle: (program: string): string => `A change for ${program}`,
  nowHolds: 'As the rules stand, these are needed:',
  kind: 'What would change',
  kinds: {
    drop: { label: 'A criterion is not asked for any more', hint: 'Choose it below' },
    either: {
      label: 'Either of two criteria is enough',
      hint: 'Choose both below; each may then stand in for the other',
    },
  },
  criterion: 'The criterion',
  other: 'The one that may stand in for it',
  otherHint: 'Only where either of two is to be enough',
  dimension: 'Whom to compare',
  dimensionHint: 'One question that people were asked about themselves',
  chooseOne: 'Choose one',
  ask: 'Try it on past applicants',
  asked: 'A preview is a query: its line stands in the decision log, and what it showed is kept.',
  drop: (criterion: string): string => `Without “${criterion}”`,
  either: (one: string, other: string): string => `“${one}” or “${other}”, either is enough`,
  result: (change: string, program: string): string => `${change}: ${program}`,
  counted: (until: string, release: number): string =>
    `Counted are decisions on eligibility through ${until}, the last day of release ${release}.`,
  letIn: (count: string, of: string): string =>
    `Of ${of} who were found not eligible, ${count} would have been found eligible.`,
  letInNobody: 'Nobody who was found not eligible would have been let in.',
  shutOut: (count: string, of: string): string =>
    `Of ${of} who were found eligible, ${count} would have been shut out.`,
  shutOutNobody: 'Nobody who was found eligible would have been shut out.',
  caption: (dimension: string): string => `What would change, by ${dimension}`,
  group: 'Group',
  decided: 'Decided',
  eligible: 'Found eligible',
  letInHead: 'Would be let in',
  shutOutHead: 'Would be shut out',
  rateBefore: 'Rate as it was',
  rateAfter: 'Rate under the change',
  everybody: 'Everybody',
  /** Where a number is withheld, in a sentence. */
  some: 'those',
  unknown: 'a number that is withheld',
  withheldNote:
    'Withheld: so few that somebody could be known by it, or a number that would tell such a one by subtraction, also beside every release and every earlier preview. What is withheld may be small or large.',
  earlierTitle: 'Previews asked so far',
  earlierNone: 'No preview was asked yet.',
  earlier: 'Proposed changes that were tried',
  change: 'Change',
  by: 'By',
  release: 'Release',
  number: 'Number',
  open: (number: number): string => `Preview ${number}`,
  mistakes: {
    program: 'Choose the program.',
    kind: 'Choose what would change.',
    criterion: 'Choose the criterion.',
    other: 'Choose the criterion that may stand in for it.',
    dimension: 'Choose whom to compare.',
  },
  people,
};
