/** The package's public door to fairness statistics: `evenhand/fairness`. */

export type { OpenTime, RateRatio } from '../fairness/delay/answer-rates.ts';
export { answerRateRatio, openTime } from '../fairness/delay/answer-rates.ts';
export type { AgeBand, Backlog } from '../fairness/delay/backlog.ts';
export { backlog } from '../fairness/delay/backlog.ts';
export type { EndedWait, EndingStep } from '../fairness/delay/competing.ts';
export { endingCurves } from '../fairness/delay/competing.ts';
export type { CoxFit, HazardRatio } from '../fairness/delay/cox.ts';
export { coxRegression, groupDesign } from '../fairness/delay/cox.ts';
export type { GrayTest } from '../fairness/delay/gray.ts';
export { grayTest } from '../fairness/delay/gray.ts';
export type { LogRank } from '../fairness/delay/log-rank.ts';
export { logRank } from '../fairness/delay/log-rank.ts';
export type { Proportionality } from '../fairness/delay/proportionality.ts';
export { proportionality } from '../fairness/delay/proportionality.ts';
export type {
  RestrictedMean,
  WaitDifference,
  WaitRatio,
} from '../fairness/delay/restricted-mean.ts';
export {
  restrictedMean,
  spareDaysRatio,
  waitDifference,
  waitRatio,
} from '../fairness/delay/restricted-mean.ts';
export {
  enoughWaits,
  SMALLEST_FOR_DAYS,
  SMALLEST_FOR_PACE,
} from '../fairness/delay/smallest-groups.ts';
export type { MedianInterval, WaitingStep } from '../fairness/delay/waiting.ts';
export { medianInterval, medianWait, waitingCurve } from '../fairness/delay/waiting.ts';
export type { SortedWaits, Wait, WaitColumns, Waits } from '../fairness/delay/waits.ts';
export { splitWaits } from '../fairness/delay/waits.ts';
export type { AnswerCounts, PackedAnswers } from '../fairness/dif/answer-counts.ts';
export { countAnswers, levelsWithItem, packAnswers } from '../fairness/dif/answer-counts.ts';
export { levelsByPoints, levelsByWrongOption } from '../fairness/dif/answer-levels.ts';
export type { BreslowDay } from '../fairness/dif/breslow-day.ts';
export { breslowDay } from '../fairness/dif/breslow-day.ts';
export { DIF_METHODS, MODEL_METHODS, modelMethod } from '../fairness/dif/catalog.ts';
export type { ModelComparedItem, PreparedModel } from '../fairness/dif/compare-by-model.ts';
export {
  compareByModel,
  compareByModelPurified,
  prepareModel,
} from '../fairness/dif/compare-by-model.ts';
export type { ComparedItem, Flagging, PreparedAnswers } from '../fairness/dif/compare-items.ts';
export { compareItems, comparePurified, prepareAnswers } from '../fairness/dif/compare-items.ts';
export type { ContinuousDif, Measured } from '../fairness/dif/continuous-covariate.ts';
export { continuousDif } from '../fairness/dif/continuous-covariate.ts';
export type { CrossingSibtest } from '../fairness/dif/crossing-sibtest.ts';
export { crossingSibtest } from '../fairness/dif/crossing-sibtest.ts';
export type { CurveDifference } from '../fairness/dif/curve-difference.ts';
export { curveDifference } from '../fairness/dif/curve-difference.ts';
export type { DeltaPlot } from '../fairness/dif/delta-plot.ts';
export { deltaPlot } from '../fairness/dif/delta-plot.ts';
export type {
  DifFinding,
  DifMethod,
  ModelFinding,
  ModelForm,
  ModelMethod,
  TwoGroupMethod,
} from '../fairness/dif/dif-method.ts';
export type { DifferentialTest } from '../fairness/dif/differential-test.ts';
export { differentialTest } from '../fairness/dif/differential-test.ts';
export type { DistractorFunctioning } from '../fairness/dif/distractors.ts';
export { distractorFunctioning } from '../fairness/dif/distractors.ts';
export type { Belief, EmpiricalBayes } from '../fairness/dif/empirical-bayes.ts';
export { empiricalBayes } from '../fairness/dif/empirical-bayes.ts';
export type { GeneralizedLogistic } from '../fairness/dif/generalized-logistic.ts';
export { generalizedLogistic } from '../fairness/dif/generalized-logistic.ts';
export type { GeneralizedMantelHaenszel } from '../fairness/dif/generalized-mantel-haenszel.ts';
export { generalizedMantelHaenszel } from '../fairness/dif/generalized-mantel-haenszel.ts';
export type { ItemEstimate, Scale } from '../fairness/dif/item-estimates.ts';
export {
  equalMeans,
  equalMeansAndSpreads,
  fromSlopeIntercept,
  onScale,
} from '../fairness/dif/item-estimates.ts';
export { prepareLikelihoodRatio } from '../fairness/dif/likelihood-ratio-dif.ts';
export type { LogisticDif } from '../fairness/dif/logistic.ts';
export { logisticDif } from '../fairness/dif/logistic.ts';
export type { Lord } from '../fairness/dif/lord.ts';
export { lord } from '../fairness/dif/lord.ts';
export type { Mantel } from '../fairness/dif/mantel.ts';
export { mantel } from '../fairness/dif/mantel.ts';
export type {
  CommonOdds,
  MantelHaenszel,
  ScoreLevel,
  Stratum,
} from '../fairness/dif/mantel-haenszel.ts';
export { mantelHaenszel } from '../fairness/dif/mantel-haenszel.ts';
export { minimumChiSquared } from '../fairness/dif/minimum-chi-squared.ts';
export type { OneSidedOdds } from '../fairness/dif/one-sided-odds.ts';
export { oneSidedOdds } from '../fairness/dif/one-sided-odds.ts';
export type { OrdinalLogisticDif } from '../fairness/dif/ordinal-logistic.ts';
export { ordinalLogisticDif } from '../fairness/dif/ordinal-logistic.ts';
export type { Purified } from '../fairness/dif/purify.ts';
export { purify } from '../fairness/dif/purify.ts';
export type { Raju } from '../fairness/dif/raju.ts';
export { raju } from '../fairness/dif/raju.ts';
export type { ResultChanges, Resulting } from '../fairness/dif/result-changes.ts';
export { resultChanges } from '../fairness/dif/result-changes.ts';
export type { GroupLevel } from '../fairness/dif/several-groups-levels.ts';
export { groupLevels } from '../fairness/dif/several-groups-levels.ts';
export type { Sibtest } from '../fairness/dif/sibtest.ts';
export { sibtest } from '../fairness/dif/sibtest.ts';
export type { Standardization } from '../fairness/dif/standardization.ts';
export { standardization } from '../fairness/dif/standardization.ts';
export { strataByScore } from '../fairness/dif/strata.ts';
export type { TestCurveDifference } from '../fairness/dif/test-curve-difference.ts';
export {
  testCurveDifference,
  testDifferenceByModel,
} from '../fairness/dif/test-curve-difference.ts';
export { twoGroupMethod } from '../fairness/dif/two-group-methods.ts';
export type { DifClass, Leaning } from '../fairness/dif/verdict.ts';
export { difClass, direction, inWords } from '../fairness/dif/verdict.ts';
export type { Published, Withheld } from '../fairness/disclosure/gate.ts';
export { WITHHELD } from '../fairness/disclosure/gate.ts';
export type {
  LinkedOutcomes,
  ProtectedOutcomes,
  ProtectedRow,
  ShownOutcome,
} from '../fairness/disclosure/published.ts';
export { protectLinkedOutcomes, protectOutcomes } from '../fairness/disclosure/published.ts';
export type { CertificateLevel, DrawCertificate } from '../fairness/draw/certificate.ts';
export type { CheckedDraw } from '../fairness/draw/check-certificate.ts';
export { checkCertificate } from '../fairness/draw/check-certificate.ts';
export type { DrawRules, Person, Pool, Quota } from '../fairness/draw/pool.ts';
export { checkedPool } from '../fairness/draw/pool.ts';
export type {
  CountedGroup,
  PublishedRow,
} from '../fairness/groups/counted-group.ts';
export { countedGroup } from '../fairness/groups/counted-group.ts';
export type { TwoGroups } from '../fairness/groups/group.ts';
export { twoGroups } from '../fairness/groups/group.ts';
export type { SeveralGroups } from '../fairness/groups/several-groups.ts';
export { crossedLabels, severalGroups } from '../fairness/groups/several-groups.ts';
export type {
  Adjusted,
  AdjustedPlan,
  ImpactAndExplanation,
} from '../fairness/impact/adjusted.ts';
export { adjustedOutcomes } from '../fairness/impact/adjusted.ts';
export type {
  Estimate,
  GroupCount,
  OutcomeComparison,
} from '../fairness/impact/compare-outcomes.ts';
export { compareOutcomes } from '../fairness/impact/compare-outcomes.ts';
export type { DeciderCount, DeciderSeverity } from '../fairness/impact/decider-severity.ts';
export { deciderSeverity } from '../fairness/impact/decider-severity.ts';
export type { EffectSizes } from '../fairness/impact/effect-sizes.ts';
export { effectSizes } from '../fairness/impact/effect-sizes.ts';
export type {
  FunnelResult,
  FunnelStep,
  OutsideShare,
  Representation,
} from '../fairness/impact/funnel.ts';
export { funnel } from '../fairness/impact/funnel.ts';
export type { GroupOutcomes, JudgedComparison } from '../fairness/impact/group-outcomes.ts';
export { groupOutcomes } from '../fairness/impact/group-outcomes.ts';
export type {
  AnalyzedComparison,
  ImpactAnalysis,
} from '../fairness/impact/impact-analysis.ts';
export { impactAnalysis } from '../fairness/impact/impact-analysis.ts';
export type {
  Crossing,
  Intersections,
  ShrunkenRate,
} from '../fairness/impact/intersections.ts';
export { intersections } from '../fairness/impact/intersections.ts';
export { belowMinimumShare } from '../fairness/impact/minimum-share.ts';
export type {
  ResponseRate,
  Silent,
  Tipping,
} from '../fairness/impact/missing-groups.ts';
export {
  differenceBounds,
  ratioBounds,
  responseRate,
  tippingPoint,
} from '../fairness/impact/missing-groups.ts';
export type {
  Omnibus,
  Pair,
} from '../fairness/impact/omnibus.ts';
export {
  omnibus,
  pairwise,
} from '../fairness/impact/omnibus.ts';
export type {
  Decisions,
  OutcomeCounts,
} from '../fairness/impact/outcome-counts.ts';
export { countOutcomes } from '../fairness/impact/outcome-counts.ts';
export {
  peopleForEffect,
  peopleToShowGap,
} from '../fairness/impact/planning.ts';
export type {
  WeightedRate,
  WeightingClass,
} from '../fairness/impact/reweighting.ts';
export { reweightedRates } from '../fairness/impact/reweighting.ts';
export type { Shortfall } from '../fairness/impact/shortfall.ts';
export { shortfall } from '../fairness/impact/shortfall.ts';
export type {
  FlipFlop,
  OnePerson,
} from '../fairness/impact/stability.ts';
export {
  flipFlop,
  onePersonMore,
} from '../fairness/impact/stability.ts';
export type {
  OutcomeStratum,
  StratifiedOutcomes,
} from '../fairness/impact/strata.ts';
export { stratifiedOutcomes } from '../fairness/impact/strata.ts';
export type { Fact } from '../fairness/impact/terms.ts';
export type {
  TopDownOutcome,
  TopDownPlan,
} from '../fairness/impact/top-down.ts';
export { topDownRatio } from '../fairness/impact/top-down.ts';
export type { Verdict } from '../fairness/impact/verdict.ts';
export { verdictWords } from '../fairness/impact/verdict.ts';
export type {
  ComplaintLevel,
  ComplaintsAndOutcomes,
} from '../fairness/ordered/complaints-and-outcomes.ts';
export {
  complaintsAndOutcomes,
  splitOfRates,
} from '../fairness/ordered/complaints-and-outcomes.ts';
export { freemanHalton } from '../fairness/ordered/freeman-halton.ts';
export type { ProportionalOdds } from '../fairness/ordered/proportional-odds.ts';
export { proportionalOdds } from '../fairness/ordered/proportional-odds.ts';
export type { RankTest } from '../fairness/ordered/rank-test.ts';
export { rankTest } from '../fairness/ordered/rank-test.ts';
export type { Trend } from '../fairness/ordered/trend-test.ts';
export { trendTest } from '../fairness/ordered/trend-test.ts';
export type { Concordance } from '../fairness/rating/concordance.ts';
export { concordance } from '../fairness/rating/concordance.ts';
export type { FleissKappa } from '../fairness/rating/fleiss-kappa.ts';
export { fleissKappa } from '../fairness/rating/fleiss-kappa.ts';
export type { Intraclass, IntraclassFamily } from '../fairness/rating/intraclass.ts';
export { intraclass } from '../fairness/rating/intraclass.ts';
export type { Kappa, KappaWeights } from '../fairness/rating/kappa.ts';
export { kappa, pairTable } from '../fairness/rating/kappa.ts';
export type { Alpha, MeasurementScale } from '../fairness/rating/krippendorff.ts';
export { krippendorffAlpha } from '../fairness/rating/krippendorff.ts';
export type { ManyFacetFit } from '../fairness/rating/many-facet.ts';
export { manyFacet } from '../fairness/rating/many-facet.ts';
export type { MixedData, MixedFit } from '../fairness/rating/mixed-model.ts';
export { mixedModel } from '../fairness/rating/mixed-model.ts';
export type { RandomFactor } from '../fairness/rating/random-factors.ts';
export type { GroupBias, LevelFit } from '../fairness/rating/rater-fit.ts';
export { groupBias, levelFit } from '../fairness/rating/rater-fit.ts';
export type { Rating, RatingDesign, Severity } from '../fairness/rating/rating-design.ts';
export type {
  Block,
  Look,
} from '../fairness/trend/anytime-comparison.ts';
export { anytimeComparison } from '../fairness/trend/anytime-comparison.ts';
export type {
  Year,
  YearLooks,
} from '../fairness/trend/yearly-alarms.ts';
export { yearlyAlarms } from '../fairness/trend/yearly-alarms.ts';
export { benjaminiHochberg } from '../numerics/comparisons/benjamini-hochberg.ts';
export { holm } from '../numerics/comparisons/holm.ts';
export type { Boschloo } from '../numerics/tables/boschloo.ts';
export { boschloo } from '../numerics/tables/boschloo.ts';
export type { ExactOdds } from '../numerics/tables/conditional-odds.ts';
export { conditionalOdds } from '../numerics/tables/conditional-odds.ts';
export type { MidP } from '../numerics/tables/mid-p.ts';
export { midP } from '../numerics/tables/mid-p.ts';
export type { TwoByTwo } from '../numerics/tables/two-by-two.ts';
