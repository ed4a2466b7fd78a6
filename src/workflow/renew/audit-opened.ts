/**
 * The matter of an audit is opened when its holder has sent what they have, or their time is over: with every activity
 * that counted, its proof, and what others confirmed. A clerk records what the proofs show; a decider sees only that.
 */
import { open } from '../../casework/matter/decide.ts';
import { labelFrom } from '../../casework/matter/label.ts';
import { notOpened } from '../../casework/matter/matter.ts';
import { auditable } from '../../casework/renewal/audit.ts';
import { auditMatter } from '../../casework/renewal/audit-matter.ts';
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import { answerDay } from '../../program/calendar/answer-day.ts';
import { appealDaysUnder } from '../../program/catalog/appeal-days.ts';
import { defaultsOf } from '../../program/catalog/operator-defaults.ts';
import type { MatterRow } from '../ports/matter-history.ts';
import type { Records } from '../ports/records.ts';
import { type Held, type KeepWorld, rulesOfTerm } from './held.ts';

export async function openAudit(world: KeepWorld, records: Records, held: Held): Promise<void> {
  const { state, program, claimed, credential, days, history } = held;
  const term = auditable(state);
  const rules = term === undefined ? undefined : rulesOfTerm(program, term.rules);
  const audit = term?.audit;
  if (term === undefined || rules === undefined || audit === undefined) {
    return;
  }
  const isOver =
    audit.answeredOn !== undefined ||
    (audit.paused === undefined && audit.answerBy < days.earliest);
  const asked = isOver ? auditMatter(state, rules, claimed) : undefined;
  const drawnAt = history.events.findLast(({ type }) => type === 'audit-drawn');
  if (asked === undefined || audit.decided !== undefined || drawnAt === undefined) {
    return;
  }
  const before = await records.matters.aboutCredential(credential.id);
  if (before.some(({ row }) => row.kind === 'audit' && row.openedOn >= audit.drawnOn)) {
    return;
  }
  const { decideWithin, holidays } = defaultsOf(program);
  const row: MatterRow = {
    ...{ id: world.chance.uuid(), label: labelFrom('A', world.chance.bytes(7)), kind: 'audit' },
    ...{ program: program.id, rules: term.rules, openedOn: days.today, appealOf: undefined },
    promisedBy: answerDay(decideWithin, days.today, holidays),
  };
  const { criteria, expression } = asked;
  const appealDays = appealDaysUnder(program, term.rules, 'audit');
  const opened = open(notOpened, { ...row, criteria, expression, appealDays });
  if (!opened.ok) {
    throw new Error(`an audit could not be opened: ${opened.refusal.because}`);
  }
  await records.matters.open(
    row,
    credential.person,
    await claimOf(records, held, asked),
    opened.value,
  );
  await records.renewals.tieMatter(row.id, credential.id);
  for (const proof of await proofsOf(records, asked.activities)) {
    const { activity, ...document } = proof;
    await records.documents.add(credential.person, {
      ...{ ...document, id: world.chance.uuid(), program: program.id },
      ...{ matter: row.id, supports: activity },
    });
  }
}

type Asked = NonNullable<ReturnType<typeof auditMatter>>;

/** What the clerk compares with the proofs. Deciders never see it. */
async function claimOf(records: Records, { credential }: Held, asked: Asked): Promise<Json> {
  const confirmed = await records.renewals.confirmationsAnswered(credential.id);
  return {
    activities: asked.activities.map(({ id, provider, title, from, to, hours, subjects }) => ({
      ...{ id, provider, title, from, to, hours },
      subjects: [...subjects],
      confirmed: confirmed
        .filter(({ activity }) => activity === id)
        .map(({ name, tookPlace, hours: said, words }) => ({
          ...{ name, tookPlace, hours: said, words },
        })),
    })),
  };
}

async function proofsOf(records: Records, activities: Asked['activities']) {
  const ids = activities.flatMap(({ evidence }) => (evidence === null ? [] : [evidence]));
  const proofs = await records.renewals.proofs(ids.filter((id) => !id.startsWith('signed:')));
  return activities.flatMap(({ id, evidence }) =>
    proofs.filter((proof) => proof.id === evidence).map((proof) => ({ ...proof, activity: id })),
  );
}
