/** What a respondent sends, read from its form: what is missing is told beside its box. */
import { APPEAL_GROUNDS, type AppealGround } from '../../casework/conduct/conduct-rules.ts';
import type { OpenToRespondent } from '../../casework/conduct/open-respondent-acts.ts';
import { readParagraphs } from '../../casework/person/typed-text.ts';
import type { FieldMistake } from '../../web/parts/field/field.tsx';
import { myConduct as words } from '../../web/words/my-conduct.ts';
import type { RespondentAct } from '../../workflow/conduct/answer-complaint.ts';
import { type Fields, many, one } from '../server/visit.ts';

export type ReadRespondentAct =
  | { readonly ok: true; readonly value: RespondentAct }
  | { readonly ok: false; readonly mistakes: readonly FieldMistake[] };

const LONGEST = 50_000;
const GROUNDS = Object.keys(APPEAL_GROUNDS) as readonly AppealGround[];

export function readRespondentAct(act: OpenToRespondent, form: Fields): ReadRespondentAct {
  switch (act) {
    case 'respond':
      return textOf(form, 'words', words.answer.missing, (text) => ({ act, words: text }));
    case 'appeal-interim':
      return textOf(form, 'statement', words.interimAppeal.missing, (statement) => ({
        act,
        statement,
      }));
    case 'ask-reinstatement':
      return textOf(form, 'statement', words.reinstatementAsk.missing, (statement) => ({
        act,
        statement,
      }));
    case 'answer-offer': {
      const answer = one(form, 'answer');
      return answer === 'take' || answer === 'decline'
        ? { ok: true, value: { act, agrees: answer === 'take' } }
        : { ok: false, mistakes: [{ field: 'answer', message: words.offerAnswer.missing }] };
    }
    default:
      return readAppeal(form);
  }
}

function readAppeal(form: Fields): ReadRespondentAct {
  const grounds = GROUNDS.filter((ground) => many(form, 'grounds').includes(ground));
  const read = textOf(form, 'statement', words.appeal.statementMissing, (statement) => ({
    ...{ act: 'appeal', grounds, statement },
  }));
  return grounds.length > 0
    ? read
    : {
        ok: false,
        mistakes: [
          { field: 'grounds', message: words.appeal.groundsMissing },
          ...(read.ok ? [] : read.mistakes),
        ],
      };
}

function textOf(
  form: Fields,
  field: string,
  missing: string,
  make: (text: string) => RespondentAct,
): ReadRespondentAct {
  const read = readParagraphs(one(form, field), { label: 'What you wrote', atMost: LONGEST });
  if (read.ok) {
    return { ok: true, value: make(read.value) };
  }
  const message = read.refusal.kind === 'missing' ? missing : read.refusal.because;
  return { ok: false, mistakes: [{ field, message }] };
}
