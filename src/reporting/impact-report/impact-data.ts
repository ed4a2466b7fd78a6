/** The report on outcomes as data, with every digit. The names are a promise to other programs. */
import type { AnalyzedComparison } from '../../fairness/impact/impact-analysis.ts';
import type { Result } from '../../kernel/result/result.ts';
import {
  CAUTION,
  comparisonWords,
  type ImpactReport,
  numberOf,
  STATES,
  shown,
  stillNeeded,
} from './impact-report.ts';

export function impactData(report: ImpactReport): object {
  const { analysis, group } = report;
  const { reference, together, response } = analysis;
  return {
    file: report.file,
    groupColumn: group,
    outcomeColumn: report.outcome,
    strataColumn: report.strata ?? null,
    people: report.people,
    withoutOutcome: report.withoutOutcome,
    withoutStratum: report.withoutStratum,
    outcomes: report.words,
    groups: analysis.groups.map((row) => ({
      group: row.group,
      count: row.succeeded,
      total: row.total,
      rate: numberOf(row.rate),
      low: row.interval.ok ? row.interval.value.low : null,
      high: row.interval.ok ? row.interval.value.high : null,
      tooSmallToJudge: row.tooSmallToJudge,
      belowTwoPercent: row.belowMinimumShare,
    })),
    reference: reference.ok ? reference.value : { group: null, because: reference.refusal.because },
    omnibus: together.ok
      ? {
          method: together.value.method,
          pValue: together.value.pValue,
          chiSquared: together.value.chiSquared,
          exact: numberOf(together.value.exact),
        }
      : { pValue: null, because: together.refusal.because },
    response: orReason(response),
    comparisons: analysis.comparisons.map((one) => comparisonData(one, group)),
    caution: CAUTION,
  };
}

function comparisonData(one: AnalyzedComparison, group: string) {
  const { focal, reference, effects, shortfall, flipFlop } = one;
  return {
    group,
    focal: focal.group,
    reference: reference.group,
    focalCount: focal.succeeded,
    focalTotal: focal.total,
    referenceCount: reference.succeeded,
    referenceTotal: reference.total,
    ratio: shown(one.successRatio),
    failRatio: shown(one.failureRatio),
    difference: shown({ ok: true, value: one.difference }),
    oddsRatio: shown(one.oddsRatio),
    fisher: one.fisherP,
    midP: one.midP.minimumLikelihood,
    z: numberOf(effects.z),
    verdict: STATES[one.verdict.state],
    stillNeeded: stillNeeded(one),
    words: comparisonWords(one),
    belowFourFifths: one.belowFourFifths ?? null,
    raisedP: one.raisedP,
    standing: one.pair.standing,
    holm: one.pair.holm,
    benjaminiHochberg: one.pair.benjaminiHochberg,
    midPCentral: one.midP.central,
    boschloo: one.boschloo.ok ? one.boschloo.value.minimumLikelihood : null,
    boschlooCentral: one.boschloo.ok ? one.boschloo.value.central : null,
    cohenH: effects.cohenH,
    phi: numberOf(effects.phi),
    exactOdds: exactOdds(one),
    shortfall,
    flipFlop: {
      toFourFifths: flipFlop.toFourFifths ?? null,
      toTwoDeviations: flipFlop.toTwoDeviations ?? null,
      toFisher: flipFlop.toFisher ?? null,
    },
    onePerson: orReason(one.onePerson),
    silence: silenceData(one),
    strata: strataData(one),
  };
}

const orReason = <Value extends object>(result: Result<Value>) =>
  result.ok ? result.value : { because: result.refusal.because };

function exactOdds({ exactOdds: odds }: Pick<AnalyzedComparison, 'exactOdds'>) {
  return odds.ok
    ? {
        value: numberOf(odds.value.estimate),
        low: odds.value.low,
        high: odds.value.high ?? null,
        pValue: odds.value.pValue,
      }
    : { value: null, low: null, high: null, because: odds.refusal.because };
}

function silenceData({ silence }: AnalyzedComparison) {
  return silence === undefined
    ? null
    : {
        ratio: orReason(silence.ratio),
        tippingPoint: silence.tipping.people ?? null,
        notStated: silence.tipping.silent,
      };
}

function strataData({ strata }: AnalyzedComparison) {
  if (strata === undefined) {
    return null;
  }
  if (!strata.ok) {
    return { because: strata.refusal.because };
  }
  const { common, exact, homogeneity, advice, strata: parts } = strata.value;
  return {
    advice: advice === 'pool' ? 'pool' : 'do not pool',
    cmh: common.uncorrected,
    cmhCorrected: common.corrected,
    oddsRatio: shown(
      common.oddsRatio.ok
        ? {
            ok: true,
            value: {
              value: common.oddsRatio.value.value,
              interval: { ok: true, value: common.oddsRatio.value.interval },
            },
          }
        : common.oddsRatio,
    ),
    exact: exactOdds({ exactOdds: exact }),
    breslowDay: homogeneity.ok ? homogeneity.value.breslowDay : null,
    tarone: homogeneity.ok ? homogeneity.value.tarone : null,
    woolf: homogeneity.ok ? orReason(homogeneity.value.woolf) : null,
    strata: parts.map(({ stratum, comparison }) =>
      comparison.ok
        ? {
            stratum,
            focalCount: comparison.value.focal.succeeded,
            focalTotal: comparison.value.focal.total,
            referenceCount: comparison.value.reference.succeeded,
            referenceTotal: comparison.value.reference.total,
            ratio: shown(comparison.value.successRatio),
            difference: shown({ ok: true, value: comparison.value.difference }),
          }
        : { stratum, because: comparison.refusal.because },
    ),
  };
}
