/** The package's public door to psychometrics: `evenhand/psychometrics`. */
export type { ItemStatistics, Statistic } from '../psychometrics/classical/item-statistics.ts';
export { itemStatistics } from '../psychometrics/classical/item-statistics.ts';
export type { Reliability } from '../psychometrics/classical/reliability.ts';
export { reliability } from '../psychometrics/classical/reliability.ts';
export type { TotalScores } from '../psychometrics/classical/total-scores.ts';
export type { DeclaredCodes } from '../psychometrics/responses/answers.ts';
export { NO_CODES } from '../psychometrics/responses/answers.ts';
export type { MissingRule } from '../psychometrics/responses/codes.ts';
export { MISSING_RULES } from '../psychometrics/responses/codes.ts';
export type { Item, ResponseMatrix } from '../psychometrics/responses/matrix.ts';
export { comparablePeople, onlyPeople, totals } from '../psychometrics/responses/matrix.ts';
export type { ReadingPlan, Responses } from '../psychometrics/responses/read-responses.ts';
export { readResponses } from '../psychometrics/responses/read-responses.ts';
