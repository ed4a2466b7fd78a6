/**
 * What a proposed change of a program's rules would have done to past applicants, by group of one dimension: whom it
 * would have let in and shut out, of the decisions the newest release counts. It goes through the gate beside all
 * releases and all earlier previews, and is kept with its line of the decision log.
 *
 * It speaks of people who applied. Whoever stayed away because of the rule is in no record.
 */
import type { Published } from '../../fairness/disclosure/gate.ts';
import type { ReleasedOutcomes } from '../../fairness/disclosure/released-outcomes.ts';
import {
  type CannotPreview,
  type Judged,
  protectPreview,
  type RulePreview,
  storedPreviews,
} from '../../fairness/disclosure/rule-preview.ts';
import { canonicalJson, type Json } from '../../kernel/bytes/canonical-json.ts';
import { sha256Hex } from '../../kernel/bytes/sha256.ts';
import { addDays, date } from '../../kernel/dates/civil-date.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { Solver } from '../../numerics/linear/linear-program.ts';
import type { Pathway } from '../../program/definition/pathway.ts';
import {
  allFindings,
  type ChangeRefusal,
  changedExpression,
  type RuleChange,
} from '../../program/pathway/changed-rule.ts';
import { criteriaIn, outcomeFromFindings } from '../../program/pathway/expression.ts';
import type { Actor, Transactor, World } from '../ports/ports.ts';
import { recordOpenly } from '../publish/record-in-log.ts';
import { decisionTables, programPart } from './count-outcomes.ts';
import { dayOf, dimensionsMeasured, divisionBy, groupOf } from './division.ts';
import type { MeasuredJudgment, Measurements } from './measurements.ts';

export interface PreviewWorld extends Pick<World, 'clock' | 'chance' | 'records'> {
  readonly measurements: Measurements;
  readonly solver: () => Promise<Solver>;
}

export interface StoredPreview {
  readonly number: number;
  readonly program: string;
  readonly change: RuleChange;
  readonly preview: Published<RulePreview>;
}

export type PreviewRefusal =
  | CannotPreview
  | ChangeRefusal
  | 'not-asked'
  | 'asked-often'
  | 'someone-asked-first';

/** So many in a quarter for one program: each leaves the next one less to show. */
const MOST_PREVIEWS = 6;
const RULES = 'disclosure-gate-1';

/** The stored one where this was asked before in the same quarter. */
export async function previewRule(
  world: PreviewWorld,
  asked: {
    readonly member: string;
    readonly program: string;
    readonly change: RuleChange;
    readonly dimension: string;
  },
): Promise<Result<StoredPreview, PreviewRefusal>> {
  const { member, program, dimension } = asked;
  const reader = { rights: 'board', person: member } as const;
  if (!(await dimensionsMeasured(world)).some(({ id }) => id === dimension)) {
    return refuse('not-asked', 'this question is not asked of anybody');
  }
  const releases = await world.records.as(
    reader,
    async (records) =>
      (await records.releases.outcomes()) as unknown as readonly ReleasedOutcomes[],
  );
  const newest = releases.at(-1);
  if (newest === undefined) {
    return refuse('not-released', 'no release was drawn yet');
  }
  const stored = await readPreviews(world.records, reader);
  const own = stored.filter((one) => one.program === program);
  const here = own.filter(({ preview }) => preview.value.release === newest.number);
  const known = here.find(
    ({ change, preview }) =>
      changeName(change) === changeName(asked.change) && preview.value.dimension === dimension,
  );
  if (known !== undefined) {
    return success(known);
  }
  if (here.length >= MOST_PREVIEWS) {
    return refuse(
      'asked-often',
      `${MOST_PREVIEWS} previews of this program were asked since the newest release; more would tell of single people`,
    );
  }
  const division = divisionBy(dimension);
  const before = addDays(newest.countedUntil, 1);
  const rows = await world.measurements.judgments(dimension);
  const decided = rows.filter(
    (row) =>
      row.program === program &&
      row.closedAt !== undefined &&
      dayOf(program, row.closedAt) < before,
  );
  const turning = turnsUnder(
    decided.map(({ expression }) => expression),
    [...here.map(({ change }) => change), asked.change],
  );
  if (!turning.ok) {
    return turning;
  }
  const { turnsOf, possible } = turning.value;
  const preview = protectPreview(await world.solver(), {
    now: decisionTables('eligibility', division, rows, before),
    part: programPart(program),
    change: changeName(asked.change),
    judged: decided.map((row) => ({
      group: groupOf(division, row.groups, date(row.openedOn)),
      succeeded: row.outcome === 'met',
      turns: turnsOf(row),
    })),
    possible,
    releases,
    earlier: here.map((one) => one.preview),
    before: own.filter((one) => !here.includes(one)).map((one) => one.preview),
  });
  const number = stored.length + 1;
  return await keep(world, { ...asked, number, release: newest.number }, preview);
}

type Kept = {
  readonly member: string;
  readonly number: number;
  readonly release: number;
  readonly program: string;
  readonly dimension: string;
  readonly change: RuleChange;
};

/** With its line of the log in one transaction; a refusal of the gate has its line too. */
async function keep(
  world: PreviewWorld,
  asked: Kept,
  preview: Result<Published<RulePreview>, CannotPreview>,
): Promise<Result<StoredPreview, PreviewRefusal>> {
  const { member, number, release, program, dimension } = asked;
  const change = changeName(asked.change);
  const query: Json = { release, program, dimension, change };
  const line = (outcome: Json) => ({
    ...{ kind: 'rule-preview', program, rules: RULES, decidedOn: world.clock.today() },
    ...{ label: `rule preview ${number}`, outcome },
  });
  const actor = { rights: 'board', person: member } as const;
  if (!preview.ok) {
    const { because } = preview.refusal;
    // A refusal as the answer of a transaction would undo its line.
    await world.records.as(actor, async (records) => {
      await recordOpenly(records, world.chance, line({ query, refused: because }));
    });
    return preview;
  }
  return await world.records.as(actor, async (records) => {
    const body = canonicalJson(asJson(preview.value.value));
    const digest = sha256Hex(body);
    const { place, salt } = await recordOpenly(records, world.chance, line({ query, digest }));
    const written = await records.previews.add({
      ...{ number, release, program, dimension, change, askedBy: member },
      ...{ body, digest, opening: salt, place },
    });
    return written === 'written'
      ? success({ number, program, change: asked.change, preview: preview.value })
      : refuse('someone-asked-first', 'somebody asked for another preview meanwhile; ask again');
  });
}

const asJson = (value: RulePreview): Json => JSON.parse(JSON.stringify(value)) as Json;

export async function readPreviews(
  records: Transactor,
  reader: Actor,
): Promise<readonly StoredPreview[]> {
  const rows = await records.as(reader, ({ previews }) => previews.list());
  return rows.flatMap(({ number, program, change, body }) => {
    const [preview] = storedPreviews([JSON.parse(body) as RulePreview]);
    const read = readChange(change);
    return preview === undefined || read === undefined
      ? []
      : [{ number, program, change: read, preview }];
  });
}

/** The same for the same change, in whichever order two criteria are named. */
const changeName = (change: RuleChange): string =>
  change.kind === 'drop'
    ? `drop:${change.criterion}`
    : `either:${[change.criterion, change.other].toSorted((a, b) => (a < b ? -1 : 1)).join(':')}`;

function readChange(name: string): RuleChange | undefined {
  const [kind, criterion, other] = name.split(':');
  if (kind === 'drop' && criterion !== undefined) {
    return { kind, criterion };
  }
  return kind === 'either' && criterion !== undefined && other !== undefined
    ? { kind, criterion, other }
    : undefined;
}

interface Turning {
  turnsOf(row: Pick<MeasuredJudgment, 'expression' | 'findings' | 'outcome'>): readonly boolean[];
  readonly possible: readonly Omit<Judged, 'group'>[];
}

/** Under rules that do not have the criterion, a change turns nothing; refused where it turns nothing under any. */
function turnsUnder(
  expressions: readonly Pathway[],
  changes: readonly RuleChange[],
): Result<Turning, ChangeRefusal> {
  const rules = new Map<string, readonly Result<Pathway, ChangeRefusal>[]>();
  const distinct = new Map(expressions.map((one) => [canonicalJson(one as unknown as Json), one]));
  for (const [key, expression] of distinct) {
    rules.set(
      key,
      changes.map((change) => changedExpression(expression, change)),
    );
  }
  const asked = [...rules.values()].flatMap((all) => all.at(-1) ?? []);
  const refused = asked.find((one) => !one.ok);
  if (asked.length === 0 || (refused !== undefined && !asked.some(({ ok }) => ok))) {
    return refused ?? refuse('no-such-criterion', 'nobody was decided about under these rules');
  }
  const turns = (
    changed: readonly Result<Pathway, ChangeRefusal>[],
    findings: ReadonlyMap<string, boolean>,
    met: boolean,
  ): readonly boolean[] =>
    changed.map((one) => one.ok && outcomeFromFindings(one.value, findings) !== met);
  return success({
    turnsOf: ({ expression, findings, outcome }) =>
      turns(
        rules.get(canonicalJson(expression as unknown as Json)) ?? [],
        findings,
        outcome === 'met',
      ),
    possible: [...distinct].flatMap(([key, expression]) =>
      allFindings(criteriaIn(expression)).map((findings) => {
        const succeeded = outcomeFromFindings(expression, findings);
        return { succeeded, turns: turns(rules.get(key) ?? [], findings, succeeded) };
      }),
    ),
  });
}
