/**
 * The whole audit of one exam, from its file to the result that every format prints: what was read and by which rules, the
 * classical numbers, the model, and, where groups are named, their results and the items that are harder for one of them.
 * No database, nothing kept.
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { missingRules } from '../../psychometrics/responses/answers.ts';
import {
  INVALID,
  NOT_ADMINISTERED,
  NOT_REACHED,
  OMITTED,
} from '../../psychometrics/responses/codes.ts';
import {
  codeCounts,
  pilotBlocks,
  placesOf,
  rightOrWrong,
} from '../../psychometrics/responses/matrix.ts';
import {
  AUDIT_SCHEMA,
  type CalibrationFacts,
  type ItemFacts,
  type Settings,
  type TechnicalReport,
} from '../../reporting/technical-report/report.ts';
import type { MissingRuleUsed, Sample } from '../../reporting/technical-report/sample-facts.ts';
import { calibrationFacts } from './calibration-facts.ts';
import {
  type ChosenGroups,
  chosenForAll,
  type GroupFault,
  type GroupRequest,
} from './choose-groups.ts';
import { classicalFacts } from './classical-facts.ts';
import { comparisonFacts } from './comparison-facts.ts';
import { covariateFacts, type MeasuredExam, measuredBy, numberRows } from './dif-by-number.ts';
import { firstWithPoints } from './dif-by-points.ts';
import { driftFacts, driftFlags } from './drift-facts.ts';
import { fitExam } from './fitted-exam.ts';
import { optionFindings } from './option-facts.ts';
import { type Exam, type ExamFault, type ExamPlan, type Incoming, readExam } from './read-exam.ts';
import { shownComparisons } from './shown-groups.ts';

export interface AuditPlan extends ExamPlan {
  readonly groups: readonly GroupRequest[];
  readonly cut: number | undefined;
  readonly minimumGroup: number;
  /** Columns of numbers such as age. */
  readonly covariates: readonly string[];
  /** The column of exam windows, if items are to be followed over them. */
  readonly window: string | undefined;
  /** Whether to ask if the model as a whole, and each person, fits; it takes time. */
  readonly fit: boolean;
}

export type AuditFault = ExamFault | GroupFault | 'bad-cut' | 'bad-covariate' | 'bad-window';

/** `tell` is told what is being done, for whoever waits. */
export async function auditExam(
  incoming: Incoming,
  plan: AuditPlan,
  tell: (what: string) => void,
): Promise<Result<TechnicalReport, AuditFault>> {
  tell('Reading the answers');
  const exam = await readExam(incoming, plan, tell);
  if (!exam.ok) {
    return exam;
  }
  const chosen = chosenForAll(exam.value, plan.groups);
  if (!chosen.ok) {
    return chosen;
  }
  const measured = allMeasured(exam.value, plan.covariates);
  if (!measured.ok) {
    return measured;
  }
  const windows =
    plan.window === undefined
      ? success([])
      : driftFacts(exam.value, { window: plan.window, minimumGroup: plan.minimumGroup });
  if (!windows.ok) {
    return windows;
  }
  tell('Items, totals and reliability');
  const classical = classicalFacts(exam.value, plan.cut);
  if (plan.cut !== undefined && plan.cut > classical.scores.highestPossible) {
    return refuse(
      'bad-cut',
      `--cut ${plan.cut} cannot be reached: the highest total is ${classical.scores.highestPossible}. Give the lowest total that passes.`,
    );
  }
  const chosenOptions = optionFindings(exam.value);
  const drifted = driftFlags(windows.value);
  const items = classical.items.map((item) => {
    const found = [chosenOptions.flags, drifted].flatMap((flags) => flags.get(item.id) ?? []);
    return { ...item, flags: [...item.flags, ...found] };
  });
  tell('Fitting the model');
  const calibration = modelOf(exam.value, plan, tell);
  const shown = shownComparisons(exam.value, chosen.value, plan);
  const compared = chosen.value.map((groups, place) => {
    tell(`Comparing ${groups.groups.focal} with ${groups.groups.reference}`);
    return comparisonFacts(exam.value, groups, at(shown, place), plan);
  });
  const counts = codeCounts(exam.value.matrix);
  return success({
    schema: AUDIT_SCHEMA,
    file: plan.file,
    settings: settingsOf(exam.value, plan),
    assumed: assumedOf(exam.value, counts, plan, chosen.value),
    doubts: doubtsOf(exam.value, counts, plan),
    missingRules: rulesUsed(counts, plan),
    sample: sampleOf(exam.value),
    ...classical,
    items: calibration.ok ? withModelFlags(items, calibration.value) : items,
    options: chosenOptions.options,
    calibration: calibration.ok ? calibration.value : null,
    comparisons: compared.map(({ comparison }) => comparison),
    covariates: measured.value.map((one) => covariateFacts(exam.value, one, plan.minimumGroup)),
    windows: windows.value,
    dif: [
      ...compared.flatMap(({ dif }) => dif),
      ...measured.value.flatMap((one) => numberRows(exam.value, one)),
    ],
    reasons: calibration.ok ? {} : { calibration: calibration.refusal.because },
  });
}

function allMeasured(
  exam: Exam,
  columns: readonly string[],
): Result<readonly MeasuredExam[], 'bad-covariate'> {
  const measured: MeasuredExam[] = [];
  for (const column of columns) {
    const one = measuredBy(exam, column);
    if (!one.ok) {
      return one;
    }
    measured.push(one.value);
  }
  return success(measured);
}

/** Two parameters for right-or-wrong items; ordered categories are graded. Pilot items are left out of the audit's model. */
function modelOf(
  { matrix, read }: Exam,
  { cut, fit }: AuditPlan,
  tell: (what: string) => void,
): Result<CalibrationFacts> {
  const places = placesOf(matrix, false);
  const fitted = fitExam(matrix, {
    model: rightOrWrong(matrix) ? '2pl' : 'graded',
    errors: true,
    places,
    lowest: read.lowestCategory,
  });
  if (!fitted.ok) {
    return fitted;
  }
  tell('Abilities, and how the items follow the model');
  if (fit) {
    tell('Asking whether the model as a whole describes the answers');
  }
  const facts = calibrationFacts(fitted.value, cut, fit);
  if (!facts.ok) {
    return facts;
  }
  const missing = fitted.value.leftOut.map(({ id, because }) => ({
    id,
    a: null,
    b: null,
    d: null,
    g: null,
    se: {},
    sx2: null,
    sx2Df: null,
    sx2P: null,
    infit: null,
    outfit: null,
    observed: [],
    reasons: Object.fromEntries(
      ['a', 'b', 'd', 'g', 'se.a', 'se.b', 'sx2', 'sx2Df', 'sx2P', 'infit', 'outfit'].map(
        (name) => [name, because],
      ),
    ),
  }));
  const byName = new Map([...facts.value.items, ...missing].map((item) => [item.id, item]));
  return success({
    ...facts.value,
    items: places.flatMap((place) => {
      const item = byName.get(at(matrix.items, place).name);
      return item === undefined ? [] : [item];
    }),
  });
}

const LOOSE = 1.3;
const MISFIT_P = 0.01;

/** What the model adds to an item's flags: answers that do not follow the curve, and the same question twice. */
function withModelFlags(
  items: readonly ItemFacts[],
  { items: calibrated, duplicates }: CalibrationFacts,
): readonly ItemFacts[] {
  const byName = new Map(calibrated.map((item) => [item.id, item]));
  const judged = calibrated.filter(({ sx2P }) => sx2P !== null).length;
  return items.map((item) => {
    const found = byName.get(item.id);
    const twin = duplicates.find(({ first, second }) => first === item.id || second === item.id);
    const bad =
      found !== undefined &&
      ((found.sx2P ?? 1) * judged < MISFIT_P ||
        (found.outfit ?? 1) > LOOSE ||
        (found.infit ?? 1) > LOOSE);
    return {
      ...item,
      flags: [
        ...item.flags,
        ...(bad
          ? [
              {
                kind: 'misfit' as const,
                because: `its answers do not follow the model (S-X2 p ${found.sx2P?.toExponential(1) ?? 'none'}, outfit ${found.outfit?.toFixed(2) ?? 'none'})`,
              },
            ]
          : []),
        ...(twin === undefined
          ? []
          : [
              {
                kind: 'duplicate' as const,
                because: `answered as ${twin.first === item.id ? twin.second : twin.first} is, as if it were the same question`,
              },
            ]),
      ],
    };
  });
}

function settingsOf({ read }: Exam, plan: AuditPlan): Settings {
  const { columns, separator } = read;
  return {
    separator,
    idColumn: columns.id === undefined ? null : at(columns.names, columns.id),
    minimumGroup: plan.minimumGroup,
    cut: plan.cut ?? null,
    missing: plan.missing,
  };
}

function assumedOf(
  { read }: Exam,
  counts: Float64Array,
  plan: AuditPlan,
  chosen: readonly ChosenGroups[],
): readonly string[] {
  return [
    ...read.assumed,
    ...manyBlanks(counts),
    ...(plan.cut === undefined
      ? [
          'No cut was given, so nothing is said about passing. Give the lowest total that passes with --cut.',
        ]
      : []),
    ...chosen.flatMap(({ assumed }) => (assumed === undefined ? [] : [assumed])),
  ];
}

function doubtsOf(exam: Exam, counts: Float64Array, plan: AuditPlan): readonly string[] {
  const points = firstWithPoints(exam);
  return [
    ...manyBlanks(counts),
    ...(points === undefined || plan.categories !== undefined
      ? []
      : [
          'The items hold more than 0 and 1, and nobody said what their numbers mean. They were taken for points; if they are options, every number here is wrong until the key is given with --key.',
        ]),
  ];
}

/** A share of blanks beyond which items were probably not put before everybody. */
const MANY_BLANKS = 0.2;

function manyBlanks(counts: Float64Array): readonly string[] {
  const cells = counts.subarray(0, 256).reduce((sum, count) => sum + count, 0);
  const blank = at(counts, OMITTED) + at(counts, NOT_REACHED);
  return blank > MANY_BLANKS * cells
    ? [
        `${Math.round((100 * blank) / cells)} % of the scored cells are blank and were read as omitted or not reached. If items were not put before everybody, say so: write a code in those cells and declare it with --not-administered.`,
      ]
    : [];
}

const KINDS = [
  [OMITTED, 'omitted'],
  [NOT_REACHED, 'notReached'],
  [NOT_ADMINISTERED, 'notAdministered'],
  [INVALID, 'invalid'],
] as const;

function rulesUsed(counts: Float64Array, plan: AuditPlan): readonly MissingRuleUsed[] {
  const rules = missingRules(plan.missing === 'wrong' ? 'wrong' : 'by-place');
  return KINDS.flatMap(([code]) => {
    const rule = rules.get(code);
    return rule === undefined
      ? []
      : [
          {
            kind: rule.name,
            meaning: rule.meaning,
            rule: rule.rule,
            inShort: rule.inShort,
            cells: at(counts, code) + at(counts, 256 + code),
          },
        ];
  });
}

function sampleOf({ read, matrix }: Exam): Sample {
  return {
    peopleRead: read.matrix.people,
    people: matrix.people,
    items: placesOf(matrix, false).length,
    pilotItems: placesOf(matrix, true).length,
    withoutAnswers: read.withoutAnswers,
    incomplete: read.matrix.people - read.withoutAnswers.length - matrix.people,
    pilotBlocks: pilotBlocks(matrix).map((block) => ({
      people: block.people,
      items: block.items.map((place) => at(matrix.items, place).name),
    })),
  };
}
