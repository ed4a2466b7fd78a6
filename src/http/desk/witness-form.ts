/** The forms about witnesses: whom to ask what, and whose statement becomes evidence. */
import { LEAST_WITNESS_DAYS, statementWaits } from '../../casework/conduct/witnesses.ts';
import { addDays, inWords } from '../../kernel/dates/civil-date.ts';
import type { ActField } from '../../web/pages/complaint-act/act-view.ts';
import { complaintActs as words } from '../../web/words/complaint-acts.ts';
import { type AskedForm, choice, day, pairs, text } from './asked-form.ts';
import { calledOnDesk } from './complaint-names.ts';

const { hints } = words;

export function witnessFields(
  form: AskedForm,
  act: 'invite-witness' | 'take-in',
): readonly ActField[] {
  if (act === 'take-in') {
    const waiting = form.handled.state.witnesses.filter(statementWaits).map(({ id }) => ({
      value: id,
      label: words.statementOf(calledOnDesk(id)),
    }));
    return [choice(form, 'witness', waiting)];
  }
  const first = inWords(addDays(form.on, LEAST_WITNESS_DAYS));
  return [
    text(form, 'full-name', { hint: hints.witnessName, rows: 1 }),
    text(form, 'contact', { hint: hints.witnessContact, rows: 1 }),
    choice(form, 'language', pairs(words.languages)),
    text(form, 'asked', { hint: hints.asked, rows: 4 }),
    day(form, 'until', hints.witnessUntil(first)),
  ];
}
