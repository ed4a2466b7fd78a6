/** A person appeals a decision on stated grounds. A new matter is opened; the database keeps the first deciders out. */
import {
  criteriaOf,
  expressionOf,
  groundsOf,
  type LodgeRefusal,
  mayLodge,
  standsInTheWay,
} from '../../casework/appeal/appeal.ts';
import { open } from '../../casework/matter/decide.ts';
import { labelFrom } from '../../casework/matter/label.ts';
import { notOpened, stateOf } from '../../casework/matter/matter.ts';
import {
  allIn,
  type Mistake,
  readParagraphs,
  type Typed,
  textIn,
} from '../../casework/person/typed-text.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { answerDay } from '../../program/calendar/answer-day.ts';
import { programOf } from '../../program/catalog/catalog.ts';
import { defaultsOf } from '../../program/catalog/operator-defaults.ts';
import type { DecisionKind } from '../../program/definition/rules.ts';
import type { MatterRow } from '../ports/matter-history.ts';
import type { World } from '../ports/ports.ts';

const STATEMENT = { label: 'What went wrong', atLeast: 20, atMost: 4000 };

/** The form of an appeal against decisions of these kinds, read whole, so that everything to mend is said at once. */
export function readAppeal(
  typed: Typed,
  kinds: readonly DecisionKind[],
): {
  readonly grounds: readonly string[];
  readonly statement: string;
  readonly mistakes: readonly Mistake[];
} {
  const offered = groundsOf(kinds).map(({ id }) => id);
  const grounds = [...new Set(allIn(typed, 'grounds'))].filter((id) => offered.includes(id));
  const statement = readParagraphs(textIn(typed, 'statement'), STATEMENT);
  return {
    grounds,
    statement: statement.ok ? statement.value : textIn(typed, 'statement'),
    mistakes: [
      ...(grounds.length > 0
        ? []
        : [{ field: 'grounds', message: 'Grounds: choose at least one.' }]),
      ...(statement.ok ? [] : [{ field: 'statement', message: statement.refusal.because }]),
    ],
  };
}

export async function lodgeAppeal(
  world: Pick<World, 'records' | 'clock' | 'chance'>,
  asked: {
    readonly person: string;
    readonly matter: string;
    readonly grounds: readonly string[];
    readonly statement: string;
  },
): Promise<Result<MatterRow, LodgeRefusal | 'no-such-matter' | 'no-such-program'>> {
  return await world.records.as({ rights: 'candidate', person: asked.person }, async (records) => {
    await records.matters.oneFilingAtATime();
    const history = await records.matters.read(asked.matter);
    const state = stateOf(history?.events ?? []);
    if (history === undefined || state.status === 'not-opened' || history.row.kind === 'appeal') {
      return refuse('no-such-matter', 'there is no such matter, or it is not yours to appeal');
    }
    const today = world.clock.today();
    const earlier = await records.matters.appealsOf(asked.matter);
    const may = mayLodge(state, {
      on: today,
      grounds: asked.grounds,
      statement: asked.statement,
      appealed: earlier.some((appeal) => standsInTheWay(appeal, history.events)),
    });
    if (!may.ok) {
      return may;
    }
    const program = programOf(history.row.program);
    if (program === undefined) {
      return refuse('no-such-program', 'this program is no longer offered here');
    }
    const { decideAppealWithin, appealDays, holidays } = defaultsOf(program);
    const criteria = criteriaOf([history.row.kind], asked.grounds);
    const row: MatterRow = {
      id: world.chance.uuid(),
      label: labelFrom('P', world.chance.bytes(7)),
      kind: 'appeal',
      program: history.row.program,
      rules: history.row.rules,
      openedOn: today,
      promisedBy: answerDay(decideAppealWithin, today, holidays),
      appealOf: asked.matter,
    };
    const opened = open(notOpened, {
      ...row,
      criteria,
      expression: expressionOf(criteria),
      appealDays,
    });
    if (!opened.ok) {
      throw new Error(`an appeal could not be opened: ${opened.refusal.because}`);
    }
    const claim = { grounds: [...asked.grounds], statement: asked.statement.trim() };
    await records.matters.open(row, asked.person, claim, opened.value);
    return success(row);
  });
}
