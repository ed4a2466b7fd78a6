/** Turns a concern into what its page on the desk shows. Choices made in another language read in English here. */

import { askedSince, concernAnswerDay, waitsForAnswer } from '../../casework/concern/answer-day.ts';
import { languageOf, subjectOf, VISIBILITIES } from '../../casework/concern/concern.ts';
import { inWords } from '../../kernel/dates/civil-date.ts';
import type { ConcernOnDesk } from '../../web/pages/concerns/concern-props.ts';
import { concernWords } from '../../web/words/concern-words.ts';
import type { OpenedConcern } from '../../workflow/conduct/handle-concern.ts';
import type { Colleague } from '../../workflow/ports/concern-records.ts';
import type { App } from '../server/app.ts';
import { daysLate, programName } from './in-words.ts';

const chosen = concernWords.en;
type Labels = Readonly<Record<string, string>>;

const labelIn = (labels: Labels, id: string): string => labels[id] ?? id;
const labelOr = (labels: Labels, id: string | undefined): string | undefined =>
  id === undefined ? undefined : labelIn(labels, id);

export const aboutInWords = (about: string): string => chosen.subjects[subjectOf(about)];

const named = ({ id, fullName }: Colleague) => ({ id, name: fullName });

export function concernShown(app: App, opened: OpenedConcern, reader: string): ConcernOnDesk {
  const { row } = opened;
  const dayOf = (at: number) => app.world.clock.dayOf(at);
  const by = concernAnswerDay(dayOf(askedSince(row)));
  const filesOf = (reply: string | undefined) => row.files.filter((file) => file.reply === reply);
  return {
    id: row.id,
    label: row.label,
    language: languageOf(row.language),
    received: inWords(dayOf(row.receivedAt)),
    answerBy: waitsForAnswer(row)
      ? { day: inWords(by), daysLate: daysLate(by, app.world.clock.today()) }
      : undefined,
    withdrawn: row.withdrawnAt === undefined ? undefined : inWords(dayOf(row.withdrawnAt)),
    about: aboutInWords(row.about),
    account: row.account,
    happened: row.happenedOn === undefined ? undefined : inWords(row.happenedOn),
    who: row.who,
    toWhom: row.toWhom.map((id) => labelIn(chosen.toWhomChoices, id)),
    grounds: row.grounds.map((id) => labelIn(chosen.groundChoices, id)),
    setting: labelOr(chosen.settingChoices, row.setting),
    program: row.program === undefined ? undefined : programName(row.program),
    relation: labelOr(chosen.relationChoices, row.relation),
    hope: row.hope,
    visibility: VISIBILITIES.find((one) => one === row.visibility) ?? 'staff',
    fullName: opened.fullName,
    contact: opened.contact,
    isAnonymous: opened.isAnonymous,
    files: filesOf(undefined),
    replies: row.replies.map((reply) => ({
      id: reply.id,
      on: inWords(dayOf(reply.at)),
      by: reply.byStaff ? (reply.asks ? 'byBodyAsks' : 'byBody') : 'byPerson',
      words: reply.words,
      files: filesOf(reply.id),
    })),
    twins: opened.twins,
    list: opened.list.map((one) => ({ ...named(one), isYou: one.id === reader })),
    mayBeLetSee: opened.mayBeLetSee.map(named),
    mayBeConcerned: opened.mayBeConcerned.map(named),
    nextReply: app.world.chance.uuid(),
  };
}
