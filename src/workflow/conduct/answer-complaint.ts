/**
 * The respondent answers, appeals, agrees or asks for the credential back. The rules need the whole matter, which the
 * respondent may not read; so it is read under the worker's rights and written under the respondent's own, and only if
 * nothing was written in between.
 */
import { appealInterim } from '../../casework/conduct/aside.ts';
import { appeal, askReinstatement } from '../../casework/conduct/conduct-appeal.ts';
import type { ConductMatter } from '../../casework/conduct/conduct-matter.ts';
import type { AppealGround } from '../../casework/conduct/conduct-rules.ts';
import { respond } from '../../casework/conduct/intake.ts';
import { answerOffer } from '../../casework/conduct/judgment.ts';
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import { never, success } from '../../kernel/result/result.ts';
import type { LineToAppend } from '../ports/conduct-records.ts';
import type { World } from '../ports/ports.ts';
import { notWritten, ruledOn, type SeenComplaint } from './change-complaint.ts';
import { logConduct } from './log-conduct.ts';
import { tellConcerned } from './tell-concerned.ts';
import { underLabels } from './words-without-names.ts';

export type RespondentAct =
  | { readonly act: 'respond'; readonly words: string }
  | {
      readonly act: 'appeal';
      readonly grounds: readonly AppealGround[];
      readonly statement: string;
    }
  | { readonly act: 'appeal-interim'; readonly statement: string }
  | { readonly act: 'answer-offer'; readonly agrees: boolean }
  | { readonly act: 'ask-reinstatement'; readonly statement: string };

const WORKER = { rights: 'worker', person: undefined } as const;

export async function answerComplaint(
  world: Pick<World, 'records' | 'clock' | 'chance' | 'origin'>,
  asked: SeenComplaint & { readonly respondent: string; readonly act: RespondentAct },
) {
  const { respondent, matter, act } = asked;
  const isTheirs = await world.records.as(
    { rights: 'candidate', person: respondent },
    async ({ conduct }) => (await conduct.mine()).some(({ id }) => id === matter),
  );
  const read = isTheirs
    ? await world.records.as(WORKER, async ({ conduct }) => ({
        history: await conduct.read(matter),
        parties: await conduct.parties(matter),
      }))
    : undefined;
  const on = world.clock.today();
  const ruled = await ruledOn(read?.history, asked, (state) => byRespondent(state, on, act));
  if (!ruled.ok) {
    return ruled;
  }
  return await world.records.as({ rights: 'candidate', person: respondent }, async (records) => {
    const { conduct } = records;
    const events = ruled.value.events.map((event) => underLabels(event, read?.parties ?? []));
    const written = await conduct.append(matter, ruled.value.history.version, events);
    if (written !== 'written') {
      return notWritten(written);
    }
    const words = wordsOf(act);
    if (words !== undefined) {
      await conduct.say({ id: world.chance.uuid(), matter, key: 'respondent', words });
    }
    const { after } = ruled.value;
    // Under these rights a line can be written for this act and no other.
    const log = {
      ...records.log,
      append: (line: LineToAppend) => conduct.appendLine(matter, line),
    };
    await logConduct({ ...records, log }, world.chance, ruled.value.history, events);
    await tellConcerned(
      world,
      records,
      ruled.value.history,
      events,
      after.complaints.map(({ id }) => id),
    );
    return success(after);
  });
}

function byRespondent(state: ConductMatter, on: CivilDate, asked: RespondentAct) {
  switch (asked.act) {
    case 'respond':
      return respond(state, { on, words: asked.words });
    case 'appeal':
      return appeal(state, { on, grounds: asked.grounds, statement: asked.statement });
    case 'appeal-interim':
      return appealInterim(state, { on, statement: asked.statement });
    case 'answer-offer':
      return answerOffer(state, { on, agrees: asked.agrees });
    case 'ask-reinstatement':
      return askReinstatement(state, { on, statement: asked.statement });
    default:
      throw never(asked);
  }
}

const wordsOf = (act: RespondentAct): string | undefined =>
  act.act === 'respond' ? act.words : act.act === 'answer-offer' ? undefined : act.statement;
