/** What a respondent can do now: each step is asked of its own rule, so that a page offers nothing that would be refused. */
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import { appealInterim } from './aside.ts';
import { appeal, askReinstatement } from './conduct-appeal.ts';
import type { ConductMatter } from './conduct-matter.ts';
import { respond } from './intake.ts';
import { answerOffer } from './judgment.ts';

export const RESPONDENT_ACTS = [
  'respond',
  'answer-offer',
  'appeal',
  'appeal-interim',
  'ask-reinstatement',
] as const;
export type OpenToRespondent = (typeof RESPONDENT_ACTS)[number];

const SAID = 'asked';

export function openRespondentActs(
  state: ConductMatter,
  on: CivilDate,
): readonly OpenToRespondent[] {
  const asks: Readonly<Record<OpenToRespondent, () => boolean>> = {
    respond: () => respond(state, { on, words: SAID }).ok,
    'answer-offer': () => answerOffer(state, { on, agrees: true }).ok,
    appeal: () => appeal(state, { on, grounds: ['rule-misread'], statement: SAID }).ok,
    'appeal-interim': () => appealInterim(state, { on, statement: SAID }).ok,
    'ask-reinstatement': () => askReinstatement(state, { on, statement: SAID }).ok,
  };
  return RESPONDENT_ACTS.filter((act) => asks[act]());
}
