/**
 * Whether a term ends is a matter like any other: opened when its holder has said what should be known, or their time for
 * it is over. A clerk takes names out of their words; whoever decides sees those words, the published questions, and no name.
 */
import { open } from '../../casework/matter/decide.ts';
import { labelFrom } from '../../casework/matter/label.ts';
import { notOpened } from '../../casework/matter/matter.ts';
import { auditable } from '../../casework/renewal/audit.ts';
import { awaitsDecision, TERM_END_CRITERIA } from '../../casework/renewal/term-end.ts';
import { inWordsShort } from '../../kernel/dates/civil-date.ts';
import { answerDay } from '../../program/calendar/answer-day.ts';
import { appealDaysUnder } from '../../program/catalog/appeal-days.ts';
import type { MatterHistory, MatterRow } from '../ports/matter-history.ts';
import type { Records } from '../ports/records.ts';
import type { Held, KeepWorld } from './held.ts';
import { endMatter } from './keep-audit.ts';

export async function openTermEnd(
  world: Pick<KeepWorld, 'chance'>,
  records: Records,
  held: Held,
  matters: readonly MatterHistory[],
): Promise<void> {
  const { state, rules, program, version, credential, days } = held;
  const audit = auditable(state)?.audit;
  const end = audit?.end;
  if (
    end === undefined ||
    !awaitsDecision(end, days.earliest) ||
    endMatter(held, matters) !== undefined
  ) {
    return;
  }
  const row: MatterRow = {
    ...{ id: world.chance.uuid(), label: labelFrom('E', world.chance.bytes(7)), kind: 'term-end' },
    ...{ program: program.id, rules: version.id, openedOn: days.today, appealOf: undefined },
    promisedBy: answerDay(rules.answerWithin, days.today, rules.holidays),
  };
  const opened = open(notOpened, {
    ...{ ...row, criteria: TERM_END_CRITERIA },
    expression: {
      kind: 'any',
      of: TERM_END_CRITERIA.map(({ id }) => ({ kind: 'criterion', criterion: id })),
    },
    appealDays: appealDaysUnder(program, version.id, 'term-end'),
  });
  if (!opened.ok) {
    throw new Error(`the end of a term could not be opened: ${opened.refusal.because}`);
  }
  const { makeGoodBy } = audit?.decided ?? { makeGoodBy: null };
  await records.matters.open(
    row,
    credential.person,
    {
      statement: end.said?.words ?? 'Its holder said nothing.',
      asked: `Could be made good until ${makeGoodBy === null ? 'no day' : inWordsShort(makeGoodBy)}`,
    },
    opened.value,
  );
  await records.renewals.tieMatter(row.id, credential.id);
}
