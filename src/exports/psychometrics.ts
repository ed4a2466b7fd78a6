/** The package's public door to psychometrics: `evenhand/psychometrics`. */
export type { Abilities, Ability, AbilityRefusal } from '../psychometrics/ability/ability.ts';
export {
  characteristicCurves,
  testCharacteristicCurve,
} from '../psychometrics/ability/characteristic-curves.ts';
export { expectedAPosteriori } from '../psychometrics/ability/expected-a-posteriori.ts';
export { itemInformation, testInformation } from '../psychometrics/ability/information.ts';
export type { DensityPlan, LatentDensity } from '../psychometrics/ability/latent-density.ts';
export { normalDensity, STANDARD_DENSITY } from '../psychometrics/ability/latent-density.ts';
export { maximumAPosteriori } from '../psychometrics/ability/maximum-a-posteriori.ts';
export { maximumLikelihood } from '../psychometrics/ability/maximum-likelihood.ts';
export type { SumScoreAbility } from '../psychometrics/ability/sum-score-ability.ts';
export {
  abilityFromSumScores,
  sumScoreAbility,
} from '../psychometrics/ability/sum-score-ability.ts';
export { jeffreysMode, weightedLikelihood } from '../psychometrics/ability/weighted-likelihood.ts';
export type { ConditionalError } from '../psychometrics/classical/conditional-error.ts';
export { conditionalErrors } from '../psychometrics/classical/conditional-error.ts';
export type { DistractorTable, OptionStatistics } from '../psychometrics/classical/distractors.ts';
export { distractorTables } from '../psychometrics/classical/distractors.ts';
export type { ItemDrift, WindowDrift } from '../psychometrics/classical/drift.ts';
export { drift } from '../psychometrics/classical/drift.ts';
export type { ItemStatistics, Statistic } from '../psychometrics/classical/item-statistics.ts';
export { itemStatistics } from '../psychometrics/classical/item-statistics.ts';
export type {
  Reliability,
  SplitHalf,
} from '../psychometrics/classical/reliability.ts';
export { reliability } from '../psychometrics/classical/reliability.ts';
export type { Speededness } from '../psychometrics/classical/speededness.ts';
export { speededness } from '../psychometrics/classical/speededness.ts';
export type {
  Domain,
  DomainReliability,
  StratifiedAlpha,
} from '../psychometrics/classical/stratified-alpha.ts';
export { stratifiedAlpha } from '../psychometrics/classical/stratified-alpha.ts';
export type { TotalScores } from '../psychometrics/classical/total-scores.ts';
export type {
  DecisionQuality,
  Decisions,
} from '../psychometrics/decision-quality/decision-quality.ts';
export {
  hansonBrennan,
  livingstonLewis,
} from '../psychometrics/decision-quality/decision-quality.ts';
export type { ErrorAtCut } from '../psychometrics/decision-quality/error-at-cut.ts';
export { errorAtCut } from '../psychometrics/decision-quality/error-at-cut.ts';
export type { SubkoviakConsistency } from '../psychometrics/decision-quality/subkoviak.ts';
export { subkoviak } from '../psychometrics/decision-quality/subkoviak.ts';
export type { FreeParameters } from '../psychometrics/fit/free-parameters.ts';
export type { LimitedInformationFit } from '../psychometrics/fit/limited-information.ts';
export { limitedInformationFit } from '../psychometrics/fit/limited-information.ts';
export type { MeanSquareFit, MeanSquares } from '../psychometrics/fit/mean-squares.ts';
export { meanSquareFit } from '../psychometrics/fit/mean-squares.ts';
export type { PersonFit } from '../psychometrics/fit/person-fit.ts';
export { personFit } from '../psychometrics/fit/person-fit.ts';
export type {
  ResidualCorrelation,
  ResidualCorrelations,
} from '../psychometrics/fit/residual-correlations.ts';
export { residualCorrelations } from '../psychometrics/fit/residual-correlations.ts';
export type { ItemFit, SumScoreItemFit } from '../psychometrics/fit/sum-score-item-fit.ts';
export { sumScoreItemFit } from '../psychometrics/fit/sum-score-item-fit.ts';
export type { Variation } from '../psychometrics/irt/calibrate.ts';
export { Calibrator, calibrate } from '../psychometrics/irt/calibrate.ts';
export type {
  Calibration,
  GroupEstimate,
  ItemEstimate,
} from '../psychometrics/irt/calibration.ts';
export type {
  CalibrationNote,
  CalibrationPlan,
  CalibrationRefusal,
  GroupFreedom,
  GroupPlan,
  ModelName,
} from '../psychometrics/irt/calibration-plan.ts';
export type { CalibratedItem } from '../psychometrics/irt/item-model.ts';
export { categoryProbabilities } from '../psychometrics/irt/item-model.ts';
export type { LikelihoodRatio } from '../psychometrics/irt/likelihood-ratio.ts';
export { likelihoodRatio } from '../psychometrics/irt/likelihood-ratio.ts';
export type { AndersenTest, ConditionalRasch } from '../psychometrics/irt/rasch-conditional.ts';
export { andersenTest, conditionalRasch } from '../psychometrics/irt/rasch-conditional.ts';
export type { AnswerKey } from '../psychometrics/responses/answer-key.ts';
export { domainsInKey, itemsInKey, readKey } from '../psychometrics/responses/answer-key.ts';
export type { AnswerTable, ReadingFault } from '../psychometrics/responses/answer-table.ts';
export type { BlankRule, DeclaredCodes } from '../psychometrics/responses/answers.ts';
export { missingRules, NO_CODES } from '../psychometrics/responses/answers.ts';
export type { CategoryItem, CategoryMatrix } from '../psychometrics/responses/categories.ts';
export { NO_ANSWER } from '../psychometrics/responses/categories.ts';
export type { Categorized } from '../psychometrics/responses/category-matrix.ts';
export { categoryMatrix } from '../psychometrics/responses/category-matrix.ts';
export type { MissingRule } from '../psychometrics/responses/codes.ts';
export { MISSING_RULES } from '../psychometrics/responses/codes.ts';
export { enoughToAnalyze } from '../psychometrics/responses/enough-to-analyze.ts';
export type { Item, ResponseMatrix } from '../psychometrics/responses/matrix.ts';
export {
  comparablePeople,
  highestTotal,
  onlyPeople,
  rightOrWrong,
  totals,
} from '../psychometrics/responses/matrix.ts';
export type { OptionItem, OptionMatrix } from '../psychometrics/responses/option-matrix.ts';
export { optionsOfPeople } from '../psychometrics/responses/option-matrix.ts';
export type { ReadingPlan, Responses } from '../psychometrics/responses/read-responses.ts';
export { readResponses, scoreAnswers } from '../psychometrics/responses/read-responses.ts';
export type { ResponseReader } from '../psychometrics/responses/response-reader.ts';
export { responseReader } from '../psychometrics/responses/response-reader.ts';
