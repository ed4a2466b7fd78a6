/**
 * What happened in a complaint is told to those whom it concerns: by mail, which holds nothing but that there is something
 * to read, and where. Nobody learns from it what they may not know, and nothing of it shows to whoever else sees their mail.
 */
import type { ConductEvent, PanelKind } from '../../casework/conduct/conduct-event.ts';
import type { ConductHistory } from '../ports/conduct-records.ts';
import type { World } from '../ports/ports.ts';
import type { Records } from '../ports/records.ts';

interface Told {
  readonly respondent?: string;
  readonly complainants?: string;
  readonly panel?: PanelKind;
}

/** What the mail says happened, for each event that somebody is told of. */
const NEWS: Readonly<Partial<Record<ConductEvent['type'], Told>>> = {
  received: { complainants: 'Your complaint is being looked at.' },
  screened: { complainants: 'Your complaint was looked at for the first time.' },
  'screening-appeal-decided': { complainants: 'Other people looked at your complaint again.' },
  'notice-given': {
    respondent:
      'Somebody raised a concern about your conduct. Nothing has been decided. Read what is alleged, and answer it.',
    complainants: 'The person you complained about was told.',
  },
  disclosed: { respondent: 'You can see more of what was gathered.' },
  'investigation-closed': {
    complainants: 'Everything has been gathered; a panel looks at it now.',
  },
  reviewed: {
    respondent: 'A panel looked at what was gathered.',
    complainants: 'A panel looked at what was gathered.',
  },
  'hearing-noticed': { respondent: 'The day of your hearing is set.' },
  offered: { respondent: 'The panel offers an agreement. You can take it or leave it.' },
  decided: {
    respondent: 'There is a decision, with its reasons and how to appeal.',
    complainants:
      'There is a decision. It takes effect, if at all, when the time to appeal is over.',
  },
  'appeal-decided': {
    respondent: 'Your appeal was decided.',
    complainants: 'An appeal was decided.',
  },
  'took-effect': { respondent: 'The decision is in effect now.' },
  published: { complainants: 'A public notice is out.' },
  'interim-suspended': {
    respondent:
      'Your credential is suspended for a short time. You can appeal against that at once.',
  },
  'interim-appeal-decided': {
    respondent: 'Your appeal against the interim suspension was decided.',
  },
  'reinstatement-decided': { respondent: 'What you asked for was decided.' },
  stayed: {
    respondent: 'The matter rests while a court decides.',
    complainants: 'The matter rests while a court decides.',
  },
  'stay-lifted': { respondent: 'The matter goes on.', complainants: 'The matter goes on.' },
  reopened: {
    respondent: 'The matter was opened again on new evidence.',
    complainants: 'The matter was opened again on new evidence.',
  },
  ended: { respondent: 'The matter has ended.', complainants: 'The matter has ended.' },
  redelivered: { respondent: 'A letter that came back was sent again; its time runs anew.' },
  'closing-told': { complainants: 'You can read what came of your complaint.' },
};

const SUBJECT = (label: string): string => `There is something to read in ${label}`;

export async function tellConcerned(
  { origin }: Pick<World, 'origin'>,
  { conduct }: Pick<Records, 'conduct'>,
  { row }: ConductHistory,
  events: readonly ConductEvent[],
  complaints: readonly string[],
): Promise<void> {
  for (const event of events) {
    const news = newsOf(event);
    if (news.respondent !== undefined) {
      const where = `Read it at ${origin}/my/conduct/${row.id}`;
      await conduct.tell(
        row.id,
        'respondent',
        SUBJECT(row.label),
        `${news.respondent}\n\n${where}`,
      );
    }
    if (news.complainants !== undefined) {
      const where = `Read it with your receipt code at ${origin}/concern/receipt`;
      for (const key of toldOf(event, complaints)) {
        await conduct.tell(row.id, key, SUBJECT(row.label), `${news.complainants}\n\n${where}`);
      }
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

function newsOf(event: ConductEvent): Told {
  if (event.type === 'extended' || event.type === 'promise-broken') {
    const words =
      event.type === 'extended'
        ? 'We need longer than we promised. Read why, and the new day.'
        : 'We did not keep a promise to you. The board sees it too.';
    return event.to === 'respondent' ? { respondent: words } : { complainants: words };
  }
  return NEWS[event.type] ?? {};
}

const toldOf = (event: ConductEvent, complaints: readonly string[]): readonly string[] =>
  event.type === 'closing-told' ? [event.complaint] : complaints;
