/** Draws on the exam's page. Everything it draws was drawn by the server first; here it is copied and filled. */

import { timeLeft } from '../pages/sitting/time-left.ts';
import type { Display } from '../parts/page-frame/frame.ts';
import { exam as words } from '../words/exam.ts';
import type { SavedState } from './exam-sender.ts';

export interface ShownForm {
  readonly items: readonly {
    readonly id: string;
    readonly stem: string;
    readonly options: readonly { readonly id: string; readonly text: string }[];
  }[];
  readonly parts: readonly {
    readonly title: string;
    readonly from: number;
    readonly items: number;
  }[];
}

export interface QuestionState {
  readonly place: number;
  readonly chosen: string | undefined;
  readonly flagged: boolean;
}

export function found(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (element === null) {
    throw new Error(`the page has no ${id}`);
  }
  return element;
}

export function copyOf(id: string): DocumentFragment {
  const template = found(id);
  if (!(template instanceof HTMLTemplateElement)) {
    throw new TypeError(`${id} is not a template`);
  }
  return document.importNode(template.content, true);
}

/** The question of a place, in the part of the page that the server drew for it. */
export function drawQuestion(form: ShownForm, question: HTMLElement, state: QuestionState): void {
  const { place, chosen, flagged } = state;
  const item = form.items[place - 1];
  const group = question.querySelector('fieldset');
  const choices = group?.querySelector('.choices');
  const legend = group?.querySelector('legend');
  if (item === undefined || choices == null || legend == null) {
    throw new Error(`there is no question ${place}`);
  }
  const of = form.items.length;
  const heading = question.querySelector('h1');
  if (heading !== null) {
    heading.textContent = words.question(place, of);
  }
  question.querySelector('form')?.setAttribute('aria-label', words.question(place, of));
  drawPart(form, question, place);
  legend.textContent = item.stem;
  choices.replaceChildren(
    ...item.options.map(({ id, text }, k) => choiceRow(id, text, k, id === chosen)),
  );
  show(question, 'next', place < of);
  question.querySelectorAll<HTMLElement>('.button[value="review"]').forEach((button) => {
    button.hidden = place < of;
  });
  show(question, 'previous', place > 1);
  drawFlag(question, flagged);
}

export function drawFlag(question: HTMLElement, flagged: boolean): void {
  show(question, 'flag', !flagged);
  show(question, 'unflag', flagged);
  const note = question.querySelector('.flag-note');
  if (note !== null) {
    note.textContent = flagged ? words.flagged : '';
  }
}

function drawPart(form: ShownForm, question: HTMLElement, place: number): void {
  const line = question.querySelector<HTMLElement>('#question-part');
  const part = form.parts.find(({ from, items }) => place >= from && place < from + items);
  if (line !== null) {
    line.hidden = form.parts.length < 2;
    line.textContent = form.parts.length < 2 ? '' : (part?.title ?? '');
  }
}

function choiceRow(id: string, text: string, k: number, checked: boolean): DocumentFragment {
  const row = copyOf('one-choice');
  const input = row.querySelector('input');
  const label = row.querySelector('label');
  if (input !== null && label !== null) {
    input.id = k === 0 ? 'option' : `option-${k + 1}`;
    input.value = id;
    input.checked = checked;
    label.htmlFor = input.id;
    label.textContent = text;
  }
  return row;
}

function show(under: HTMLElement, then: string, shown: boolean): void {
  const button = under.querySelector<HTMLElement>(`.button[value="${then}"]`);
  if (button !== null) {
    button.hidden = !shown;
  }
}

/** The list of all questions, freshly filled. */
export function reviewOf(states: readonly QuestionState[], back: number): DocumentFragment {
  const review = copyOf('review');
  const answered = states.filter(({ chosen }) => chosen !== undefined).length;
  const left = states.length - answered;
  fill(review, '#review-tally', words.review.tally(answered, states.length));
  fill(review, '#review-left', left === 0 ? '' : words.review.unanswered(left));
  review.querySelector('#review-left')?.toggleAttribute('hidden', left === 0);
  review.querySelector<HTMLElement>('button[data-place]')?.setAttribute('data-place', String(back));
  const rows = review.querySelectorAll('#review-list > li');
  rows.forEach((row, k) => {
    const state = states[k];
    const { answered: yes, noAnswer, flagged } = words.review;
    fill(row, '.question-state', state?.chosen === undefined ? noAnswer : yes);
    fill(row, '.question-flag', state?.flagged === true ? flagged : '');
  });
  return review;
}

function fill(under: ParentNode, where: string, text: string): void {
  const element = under.querySelector(where);
  if (element !== null) {
    element.textContent = text;
  }
}

const SAVED_WORDS: Readonly<Record<SavedState, readonly [state: string, detail: string]>> = {
  saved: [words.saved, ''],
  kept: [words.kept, ''],
  long: [words.notSaved, words.details.long],
  nowhere: [words.notSaved, words.details.nowhere],
  'signed-out': [words.notSaved, words.details.signedOut],
};

export function drawSaved(state: SavedState, offline: boolean): void {
  const [line, detail] = SAVED_WORDS[state];
  const status = found('saved');
  if (status.textContent !== line) {
    status.textContent = line;
  }
  const more = state === 'kept' && offline ? words.details.offline : detail;
  found('saved-detail').replaceChildren(
    more,
    ...(state === 'signed-out' ? [' ', copyOf('signed-out')] : []),
  );
  status.parentElement?.setAttribute('data-state', line === words.notSaved ? 'alarm' : 'calm');
}

export function drawTime(remainingMs: number, ends: string | null): void {
  const left = found('clock');
  const text = timeLeft(remainingMs);
  if (left.textContent !== text) {
    left.textContent = text;
  }
  const end = ends === null ? words.standsStill : words.ends(ends);
  const line = document.querySelector('.clock-ends');
  if (line !== null && line.textContent !== end) {
    line.textContent = end;
  }
}

export function announceTime(minutes: number): void {
  found('clock-news').textContent = words.newsOfTime(minutes);
}

export function drawDisplay({ size, contrast, theme }: Display): void {
  const root = document.documentElement;
  for (const [name, value] of Object.entries({ size, contrast, theme })) {
    if (value === undefined) {
      delete root.dataset[name];
    } else {
      root.dataset[name] = value;
    }
  }
}
