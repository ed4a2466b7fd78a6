/**
 * What happened in a complaint is told to those whom it concerns. The mail to a complainant says that there is something
 * to read and nothing else: whoever else sees their mail learns of no complaint. The respondent has an account and has to
 * answer in time, so that their mail says what happened, under the label of the matter.
 */
import type { ConductEvent } from '../../casework/conduct/conduct-event.ts';
import type { ConductHistory } from '../ports/conduct-records.ts';
import type { World } from '../ports/ports.ts';
import type { Records } from '../ports/records.ts';
import { answerMail } from './concern-mail.ts';

/** What the mail to the respondent says happened. */
const TO_RESPONDENT: Readonly<Partial<Record<ConductEvent['type'], string>>> = {
  'notice-given':
    'Somebody raised a concern about your conduct. Nothing has been decided. Read what is alleged, and answer it.',
  disclosed: 'You can see more of what was gathered.',
  reviewed: 'A panel looked at what was gathered.',
  'hearing-noticed': 'The day of your hearing is set.',
  offered: 'The panel offers an agreement. You can take it or leave it.',
  decided: 'There is a decision, with its reasons and how to appeal.',
  'appeal-decided': 'Your appeal was decided.',
  'took-effect': 'The decision is in effect now.',
  'interim-suspended':
    'Your credential is suspended for a short time. You can appeal against that at once.',
  'interim-appeal-decided': 'Your appeal against the interim suspension was decided.',
  'reinstatement-decided': 'What you asked for was decided.',
  stayed: 'The matter rests while a court decides.',
  'stay-lifted': 'The matter goes on.',
  reopened: 'The matter was opened again on new evidence.',
  ended: 'The matter has ended.',
  redelivered: 'A letter that came back was sent again; its time runs anew.',
};

/** What a complainant finds something new about behind their receipt. */
const TO_COMPLAINANTS: ReadonlySet<ConductEvent['type']> = new Set([
  ...(['received', 'screened', 'screening-appeal-decided', 'notice-given'] as const),
  ...(['investigation-closed', 'reviewed', 'decided', 'appeal-decided', 'published'] as const),
  ...(['stayed', 'stay-lifted', 'reopened', 'ended', 'closing-told'] as const),
]);

const SUBJECT = (label: string): string => `There is something to read in ${label}`;

export async function tellConcerned(
  { origin }: Pick<World, 'origin'>,
  { conduct }: Pick<Records, 'conduct'>,
  { row }: { readonly row: Pick<ConductHistory['row'], 'id' | 'label'> },
  events: readonly ConductEvent[],
  complaints: readonly string[],
): Promise<void> {
  for (const event of events) {
    const news = newsForRespondent(event);
    if (news !== undefined) {
      const where = `Read it at ${origin}/my/conduct/${row.id}`;
      const mail = { subject: SUBJECT(row.label), body: `${news}\n\n${where}` };
      await conduct.tell(row.id, 'respondent', { en: mail, es: mail });
    }
    for (const key of complainantsToldOf(event, complaints)) {
      await conduct.tell(row.id, key, {
        en: answerMail('en', origin),
        es: answerMail('es', origin),
      });
    }
    if (event.type === 'panel-seated') {
      await conduct.tellPanel(
        row.id,
        event.panel,
        `You were drawn for a panel: ${row.label}`,
        `You were drawn by lot to sit on a panel. Read the matter, under labels and without names, at ${origin}/desk/panels/${row.id}\n\nIf you have a tie to somebody in it, say so there; you are then replaced and see nothing more of it.`,
      );
    }
  }
}

function newsForRespondent(event: ConductEvent): string | undefined {
  if (event.type === 'extended' || event.type === 'promise-broken') {
    return event.to !== 'respondent'
      ? undefined
      : event.type === 'extended'
        ? 'We need longer than we promised. Read why, and the new day.'
        : 'We did not keep a promise to you. The board sees it too.';
  }
  return TO_RESPONDENT[event.type];
}

function complainantsToldOf(event: ConductEvent, complaints: readonly string[]): readonly string[] {
  if (event.type === 'closing-told' || event.type === 'joined') return [event.complaint];
  return TO_COMPLAINANTS.has(event.type) || (isAboutAPromise(event) && event.to !== 'respondent')
    ? complaints
    : [];
}

const isAboutAPromise = (
  event: ConductEvent,
): event is Extract<ConductEvent, { readonly type: 'extended' | 'promise-broken' }> =>
  event.type === 'extended' || event.type === 'promise-broken';
