/**
 * Somebody asks for another name on their account and their credentials. A matter like every other is opened: the criteria of the
 * day, a promised day, the document where one is needed. The name asked for stands in the claim, which no decider reads; what it
 * takes effect on is in the trigger casework.follow_name.
 */
import { open } from '../../casework/matter/decide.ts';
import { labelFrom } from '../../casework/matter/label.ts';
import { notOpened } from '../../casework/matter/matter.ts';
import {
  type NameRequest,
  nameExpression,
  nameRulesOn,
  SHOWS_NAME,
} from '../../casework/person/name-change.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { answerDay } from '../../program/calendar/answer-day.ts';
import { appealLimit } from '../../program/catalog/appeal-days.ts';
import { programOf } from '../../program/catalog/catalog.ts';
import { defaultsOf } from '../../program/catalog/operator-defaults.ts';
import { type OfferedProgram, rulesInForce } from '../../program/definition/offered-program.ts';
import type { MatterRow } from '../ports/matter-history.ts';
import type { World } from '../ports/ports.ts';
import type { DocumentRow, MatterSummary, PersonRow, Records } from '../ports/records.ts';
import { storeUpload, type Upload, type UploadRefusal } from './store-upload.ts';

export interface MyName {
  readonly person: PersonRow;
  /** Whose rules say how long an answer and an appeal may take; undefined where nothing was filed or is held yet. */
  readonly program: OfferedProgram | undefined;
  /** The newest first. */
  readonly requests: readonly MatterSummary[];
  readonly readings: readonly { readonly purpose: string; readonly at: number }[];
}

export const isOpenRequest = ({ status }: Pick<MatterSummary, 'status'>): boolean =>
  status !== 'decided' && status !== 'withdrawn';

export async function myName(world: Pick<World, 'records'>, person: string): Promise<MyName> {
  return await world.records.as({ rights: 'candidate', person }, mineIn);
}

async function mineIn(records: Records): Promise<MyName> {
  const me = await records.people.me();
  if (me === undefined) {
    throw new Error('somebody without an account asked for their name');
  }
  const matters = await records.matters.mine();
  const held = await records.register.mine();
  const about = held[0]?.program ?? matters[0]?.program;
  return {
    person: me,
    program: about === undefined ? undefined : programOf(about),
    requests: matters.filter(({ kind }) => kind === 'name-change'),
    readings: await records.matters.readingsOfMyNames(),
  };
}

export type AskNameRefusal = UploadRefusal | 'nothing-filed' | 'name-not-printed' | 'already-asked';

type AskWorld = Pick<World, 'records' | 'clock' | 'chance' | 'cleaner' | 'files' | 'papers'>;

export async function askName(
  world: AskWorld,
  asked: NameRequest & { readonly person: string; readonly uploads: readonly Upload[] },
): Promise<Result<MatterRow, AskNameRefusal>> {
  const { program } = await myName(world, asked.person);
  if (program === undefined) {
    return refuse(
      'nothing-filed',
      'you have filed nothing yet: write your name in your application as it should be',
    );
  }
  // Before anybody works on it: a name that no paper can show would be granted and never signed.
  const prints = await world.papers.namePrints(asked.name);
  if (!prints.ok) {
    return prints;
  }
  const documents: DocumentRow[] = [];
  for (const upload of asked.uploads) {
    const stored = await storeUpload(world, upload, { program: program.id, supports: SHOWS_NAME });
    if (!stored.ok) {
      return stored;
    }
    documents.push(stored.value);
  }
  return await world.records.as({ rights: 'candidate', person: asked.person }, async (records) => {
    await records.matters.oneFilingAtATime();
    if ((await mineIn(records)).requests.some(isOpenRequest)) {
      return refuse('already-asked', 'you have asked already, and that request is still open');
    }
    return success(await openRequest(world, records, program, { ...asked, documents }));
  });
}

async function openRequest(
  world: AskWorld,
  records: Records,
  program: OfferedProgram,
  asked: NameRequest & { readonly person: string; readonly documents: readonly DocumentRow[] },
): Promise<MatterRow> {
  const today = world.clock.today();
  const rules = rulesInForce(program, today);
  const criteria = nameRulesOn(today).criteria[asked.way];
  const { decideNameWithin, holidays } = defaultsOf(program);
  const row: MatterRow = {
    id: world.chance.uuid(),
    label: labelFrom('C', world.chance.bytes(7)),
    kind: 'name-change',
    program: program.id,
    rules: rules.id,
    openedOn: today,
    promisedBy: answerDay(decideNameWithin, today, holidays),
    appealOf: undefined,
  };
  const opened = open(notOpened, {
    ...row,
    criteria,
    expression: nameExpression(criteria),
    appealDays: appealLimit(program, rules, 'name-change').days,
  });
  if (!opened.ok) {
    throw new Error(`a request for a name could not be opened: ${opened.refusal.because}`);
  }
  const { name, way, statement } = asked;
  await records.matters.open(row, asked.person, { name, way, statement }, opened.value);
  if (asked.reason !== undefined) {
    await records.matters.keepNameReason(row.id, asked.reason);
  }
  for (const document of asked.documents) {
    await records.documents.add(asked.person, { ...document, matter: row.id });
  }
  return row;
}
