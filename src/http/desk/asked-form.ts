/** The parts that the forms of acts on a complaint are put together from: a field of each kind, with what was typed before. */
import type { HandlerAct } from '../../casework/conduct/handler-acts.ts';
import { openActs } from '../../casework/conduct/open-acts.ts';
import type { ActName } from '../../casework/conduct/read-act.ts';
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import type { ActChoice, ActField } from '../../web/pages/complaint-act/act-view.ts';
import { complaintActs as words } from '../../web/words/complaint-acts.ts';
import type { HandledComplaint } from '../../workflow/conduct/complaint-views.ts';
import { type Fields, one } from '../server/visit.ts';

const { fields: labels, hints } = words;
const known: Readonly<Record<string, string>> = labels;

export interface AskedForm {
  readonly act: ActName;
  readonly handled: HandledComplaint;
  readonly reader: string;
  readonly on: CivilDate;
  readonly typed: Fields;
}

/** What a field is called, also where its name holds an id. */
export function fieldLabel(field: string): string {
  const [, question, part] =
    /^(standing|jurisdiction|provision|in-time)-(met|reason)$/.exec(field) ?? [];
  if (question !== undefined) {
    const { name } = words.questions[question as keyof typeof words.questions];
    return words.questionField(name, part === 'met' ? 'met' : 'reason');
  }
  const [, kind, id] = /^(show|why|other-why|other|tie)-(.+)$/.exec(field) ?? [];
  switch (kind) {
    case 'show':
      return words.showPiece(id ?? '');
    case 'why':
      return words.keptWhy(id ?? '');
    case 'other':
      return words.otherWhat(id ?? '');
    case 'other-why':
      return words.otherWhy(id ?? '');
    case 'tie':
      return words.tieColumn;
    default:
      return known[field] ?? field;
  }
}

/** The open acts of one kind: what they can be about is what the fields offer. */
export function openOf<Kind extends HandlerAct['act']>(
  { handled, on, reader }: AskedForm,
  kind: Kind,
): readonly Extract<HandlerAct, { act: Kind }>[] {
  return openActs(handled.state, { on, by: reader }).filter(
    (act): act is Extract<HandlerAct, { act: Kind }> => act.act === kind,
  );
}

export function pieceOf({ handled }: AskedForm, id: string): ActChoice {
  const added = handled.events.find((event) => event.type === 'evidence-added' && event.id === id);
  const hint =
    added?.type === 'evidence-added' ? `${words.kinds[added.kind]}. ${added.source}` : undefined;
  return { value: id, label: id, hint };
}

/** Pieces that came as a file, and beside which no copy without names stands. */
export const withoutCopy = ({
  state,
  files: kept,
}: Pick<HandledComplaint, 'state' | 'files'>): readonly string[] =>
  state.evidence
    .map(({ id }) => id)
    .filter((id) => {
      const own = kept.filter(({ evidence }) => evidence === id).map(({ which }) => which);
      return own.includes('original') && !own.includes('copy');
    });

export const text = (
  { typed }: AskedForm,
  name: string,
  more: { readonly hint?: string; readonly rows?: number; readonly optional?: boolean } = {},
): ActField => ({
  ...{ kind: 'words', name, label: fieldLabel(name), hint: more.hint },
  ...{ value: one(typed, name), rows: more.rows ?? 4, optional: more.optional ?? false },
});

export const reason = (form: AskedForm): ActField => text(form, 'reason', { hint: hints.noNames });

export const day = ({ typed }: AskedForm, name: string, hint?: string): ActField => ({
  ...{ kind: 'day', name, label: fieldLabel(name), hint },
  value: {
    month: one(typed, `${name}-month`),
    day: one(typed, `${name}-day`),
    year: one(typed, `${name}-year`),
  },
});

/** With one choice there is nothing to choose. */
export const choice = (
  { typed }: AskedForm,
  name: string,
  choices: readonly ActChoice[],
  hint?: string,
): ActField => ({
  ...{ kind: 'one-of', name, label: fieldLabel(name), hint, choices },
  value: one(typed, name) || (choices.length === 1 ? (choices[0]?.value ?? '') : ''),
});

export const yesNo = (form: AskedForm, name: string): ActField =>
  choice(form, name, pairs({ yes: words.yes, no: words.no }));

export const pairs = (of: Readonly<Record<string, string>>): readonly ActChoice[] =>
  Object.entries(of).map(([value, label]) => ({ value, label }));

export const files: readonly ActField[] = [
  { kind: 'file', name: 'original', label: labels.original, hint: hints.original },
  { kind: 'file', name: 'copy', label: labels.copy, hint: hints.copy },
];
