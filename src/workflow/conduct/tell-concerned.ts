/**
 * What happened in a complaint is told to those whom it concerns. Their mail says that there is something to read and
 * nothing else: whoever else sees it, an employer or somebody at home, learns of no complaint.
 */
import type { ConductEvent } from '../../casework/conduct/conduct-event.ts';
import type { Side } from '../../casework/conduct/conduct-rules.ts';
import type { ConductHistory } from '../ports/conduct-records.ts';
import type { World } from '../ports/ports.ts';
import type { Records } from '../ports/records.ts';
import { answerMail, respondentMail } from './concern-mail.ts';

/** What the respondent finds something new about on their own pages. */
const TO_RESPONDENT: ReadonlySet<ConductEvent['type']> = new Set([
  ...(['notice-given', 'disclosed', 'reviewed', 'hearing-noticed', 'offered', 'decided'] as const),
  ...(['appeal-decided', 'took-effect', 'interim-suspended', 'interim-appeal-decided'] as const),
  ...(['reinstatement-decided', 'stayed', 'stay-lifted', 'reopened', 'ended'] as const),
  'redelivered',
]);

/** What a complainant finds something new about behind their receipt. */
const TO_COMPLAINANTS: ReadonlySet<ConductEvent['type']> = new Set([
  ...(['received', 'screened', 'screening-appeal-decided', 'notice-given'] as const),
  ...(['investigation-closed', 'reviewed', 'decided', 'appeal-decided', 'published'] as const),
  ...(['stayed', 'stay-lifted', 'reopened', 'ended', 'closing-told'] as const),
]);

export async function tellConcerned(
  { origin }: Pick<World, 'origin'>,
  { conduct }: Pick<Records, 'conduct'>,
  { row }: { readonly row: Pick<ConductHistory['row'], 'id' | 'label'> },
  events: readonly ConductEvent[],
  complaints: readonly string[],
): Promise<void> {
  for (const event of events) {
    if (isToldTo('respondent', TO_RESPONDENT, event)) {
      const mail = respondentMail(origin);
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

function complainantsToldOf(event: ConductEvent, complaints: readonly string[]): readonly string[] {
  if (event.type === 'closing-told' || event.type === 'joined') return [event.complaint];
  return isToldTo('complainant', TO_COMPLAINANTS, event) ? complaints : [];
}

/** What became of a promise is told to the side it was made to. */
const isToldTo = (
  side: Side,
  told: ReadonlySet<ConductEvent['type']>,
  event: ConductEvent,
): boolean =>
  event.type === 'extended' || event.type === 'promise-broken'
    ? event.to === side
    : told.has(event.type);
