/**
 * Audits one exam from its file of responses, with no database and no trace left: reads it, works out every
 * item's numbers and the reliability of the total, and, where groups are named, asks of each item whether
 * it is harder for one group among people of equal score.
 */
import { mantelHaenszel } from '../../fairness/dif/mantel-haenszel.ts';
import { strataByScore } from '../../fairness/dif/strata.ts';
import { difClass, direction, enoughPeople } from '../../fairness/dif/verdict.ts';
import { FOCAL, REFERENCE, type TwoGroups, twoGroups } from '../../fairness/groups/group.ts';
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { itemStatistics } from '../../psychometrics/classical/item-statistics.ts';
import { reliability } from '../../psychometrics/classical/reliability.ts';
import type { ReadingFault } from '../../psychometrics/responses/answer-table.ts';
import type { DeclaredCodes } from '../../psychometrics/responses/answers.ts';
import {
  comparablePeople,
  onlyPeople,
  pilotBlocks,
  type ResponseMatrix,
  totals,
} from '../../psychometrics/responses/matrix.ts';
import { type Responses, readResponses } from '../../psychometrics/responses/read-responses.ts';
import type {
  Audit,
  DifAudit,
  GroupTotals,
  Intake,
  ItemDif,
} from '../../reporting/technical-report/audit.ts';

export interface AuditPlan {
  /** The file's name, for the report. */
  readonly file: string;
  readonly id: string | undefined;
  readonly items: string | undefined;
  readonly pilot: string | undefined;
  readonly codes: DeclaredCodes;
  readonly groups:
    | { readonly column: string; readonly reference: string; readonly focal: string }
    | undefined;
}

export type AuditFault = ReadingFault | 'unknown-group' | 'same-group' | 'nobody-to-compare';

export function auditResponses(bytes: Uint8Array, plan: AuditPlan): Result<Audit, AuditFault> {
  const keep = plan.groups === undefined ? [] : [plan.groups.column];
  const read = readResponses(bytes, { ...plan, keep });
  if (!read.ok) {
    return read;
  }
  const people = comparablePeople(read.value.matrix);
  if (people.length === 0) {
    return refuse(
      'nobody-to-compare',
      'Nobody in the file answered a scored item: there is nothing to audit.',
    );
  }
  const matrix = onlyPeople(read.value.matrix, people);
  const scores = totals(matrix);
  const dif = difAudit(plan, read.value, people, matrix, scores);
  if (!dif.ok) {
    return dif;
  }
  return success({
    file: plan.file,
    intake: intakeOf(read.value, matrix),
    items: itemStatistics(matrix, scores),
    reliability: reliability(matrix, scores),
    dif: dif.value,
  });
}

function intakeOf(read: Responses, matrix: ResponseMatrix): Intake {
  const { columns, separator, withoutAnswers } = read;
  return {
    separator,
    idColumn: columns.id === undefined ? undefined : at(columns.names, columns.id),
    itemsAssumed: columns.itemsAssumed,
    peopleRead: read.matrix.people,
    withoutAnswers,
    incomplete: read.matrix.people - withoutAnswers.length - matrix.people,
    people: matrix.people,
    pilotBlocks: pilotBlocks(matrix),
  };
}

function difAudit(
  plan: AuditPlan,
  read: Responses,
  people: readonly number[],
  matrix: ResponseMatrix,
  scores: Int32Array,
): Result<DifAudit | undefined, 'unknown-group' | 'same-group'> {
  if (plan.groups === undefined) {
    return success(undefined);
  }
  const { column, reference, focal } = plan.groups;
  const [labels = []] = [...read.labels.values()];
  const groups = twoGroups(
    people.map((person) => at(labels, person)),
    reference,
    focal,
  );
  if (!groups.ok) {
    return groups;
  }
  return success({
    column,
    groups: groups.value,
    reference: totalsOf(groups.value, REFERENCE, groups.value.reference, scores),
    focal: totalsOf(groups.value, FOCAL, groups.value.focal, scores),
    items: matrix.items.map((_, place) => itemDif(matrix, scores, groups.value, place)),
  });
}

function itemDif(
  matrix: ResponseMatrix,
  scores: Int32Array,
  groups: TwoGroups,
  place: number,
): ItemDif {
  const compared = mantelHaenszel(strataByScore(matrix, scores, groups, place));
  const result = compared.ok ? enoughPeople(compared.value) : compared;
  return {
    place,
    result,
    letter: result.ok ? difClass(result.value) : result,
    direction: result.ok ? direction(result.value, groups) : undefined,
  };
}

function totalsOf(
  groups: TwoGroups,
  side: typeof REFERENCE | typeof FOCAL,
  name: string,
  scores: Int32Array,
): GroupTotals {
  let [people, sum, squares] = [0, 0, 0];
  scores.forEach((score, person) => {
    if (groups.member[person] === side) {
      people += 1;
      sum += score;
      squares += score * score;
    }
  });
  const variance = (people * squares - sum * sum) / (people * (people - 1));
  return {
    name,
    people,
    mean: sum / people,
    deviation: people > 1 ? Math.sqrt(variance) : undefined,
  };
}
