/** What is typed about an idea, read with care: the proposal, and the answer as it will be published. All mistakes at once. */
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import { readTypedDate } from '../application/typed-values.ts';
import { typedDate } from '../finding/answer-form.ts';
import { namedIn, namesOneself } from '../opinion/known-names.ts';
import type { NamedPerson } from '../person/name.ts';
import {
  type Mistake,
  readLine,
  readParagraphs,
  type Typed,
  textIn,
} from '../person/typed-text.ts';
import {
  IDEA_OUTCOMES,
  IDEA_SUBJECTS,
  type IdeaAnswer,
  type IdeaSubject,
  PROPOSER_ROLES,
  type ProposerRole,
} from './idea.ts';

export interface Proposal {
  readonly subject: IdeaSubject;
  /** A program, or undefined for all. */
  readonly program: string | undefined;
  readonly role: ProposerRole;
  readonly words: string;
  readonly why: string;
}

type Read<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly mistakes: readonly Mistake[] };

const WORDS = { label: 'Your idea', atLeast: 20, atMost: 4000 };
const WHY = { label: 'Why', atLeast: 10, atMost: 4000 };

/** Reads `subject`, `program`, `role`, `words` and `why`. `programs` are those that are offered. */
export function readProposal(
  raw: Typed,
  { programs, me }: { readonly programs: readonly string[]; readonly me: NamedPerson },
): Read<Proposal> {
  const subject = IDEA_SUBJECTS.find((known) => known === textIn(raw, 'subject'));
  const role = PROPOSER_ROLES.find((known) => known === textIn(raw, 'role'));
  const texts = {
    words: readParagraphs(textIn(raw, 'words'), WORDS),
    why: readParagraphs(textIn(raw, 'why'), WHY),
  };
  const mistakes: Mistake[] = [];
  if (subject === undefined) {
    mistakes.push({ field: 'subject', message: 'Choose what it would change.' });
  }
  if (role === undefined) {
    mistakes.push({ field: 'role', message: 'Choose what you are here, or “something else”.' });
  }
  for (const [field, read] of Object.entries(texts)) {
    const name = read.ok ? namesOneself(read.value, me) : undefined;
    if (!read.ok || name !== undefined) {
      mistakes.push({ field, message: read.ok ? ownName(name ?? '') : read.refusal.because });
    }
  }
  return subject !== undefined &&
    role !== undefined &&
    texts.words.ok &&
    texts.why.ok &&
    mistakes.length === 0
    ? {
        ok: true,
        value: {
          subject,
          role,
          program: programs.find((known) => known === textIn(raw, 'program')),
          words: texts.words.value,
          why: texts.why.value,
        },
      }
    : { ok: false, mistakes };
}

const ownName = (name: string): string =>
  `It holds “${name}”, which is a name of yours. Take it out, so that whoever answers does not know whose idea it is.`;

const TITLE = { label: 'The title', atLeast: 8, atMost: 120 };
const SUMMARY = { label: 'The idea', atLeast: 20, atMost: 2000 };
const REASON = { label: 'The reason', atLeast: 20, atMost: 4000 };

/** Reads `outcome`, `title`, `summary`, `reason` and, where something is adopted, the day of `by-when`. */
export function readIdeaAnswer(
  raw: Typed,
  { on, people }: { readonly on: CivilDate; readonly people: readonly NamedPerson[] },
): Read<IdeaAnswer> {
  const outcome = IDEA_OUTCOMES.find((known) => known === textIn(raw, 'outcome'));
  const texts = {
    title: readLine(textIn(raw, 'title'), TITLE),
    summary: readParagraphs(textIn(raw, 'summary'), SUMMARY),
    reason: readParagraphs(textIn(raw, 'reason'), REASON),
  };
  const mistakes: Mistake[] = [];
  if (outcome === undefined) {
    mistakes.push({ field: 'outcome', message: 'Choose what becomes of the idea.' });
  }
  for (const [field, read] of Object.entries(texts)) {
    const name = read.ok ? namedIn(read.value, people) : undefined;
    if (!read.ok || name !== undefined) {
      mistakes.push({ field, message: read.ok ? somebodysName(name ?? '') : read.refusal.because });
    }
  }
  const isAdopted = outcome === 'adopted' || outcome === 'partly';
  const day = isAdopted ? readTypedDate('By when', typedDate(raw, 'by-when'), on) : undefined;
  if (day !== undefined && (!day.ok || day.value < on)) {
    mistakes.push({
      field: 'by-when',
      message: day.ok ? 'By when: this day is over. Choose a later one.' : day.refusal.because,
    });
  }
  const { title, summary, reason } = texts;
  return outcome !== undefined && title.ok && summary.ok && reason.ok && mistakes.length === 0
    ? {
        ok: true,
        value: {
          outcome,
          title: title.value,
          summary: summary.value,
          reason: reason.value,
          byWhen: day?.ok === true ? day.value : undefined,
        },
      }
    : { ok: false, mistakes };
}

const somebodysName = (name: string): string =>
  `“${name}” is a name of somebody who is known here. The answer is published without names. Where it is meant as another word, choose a different one.`;
