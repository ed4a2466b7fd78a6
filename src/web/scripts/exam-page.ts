/** The state of the exam on this page, and the few things that change it. */
import { addressWith, displayFrom } from '../pages/sitting/display-address.ts';
import type { Display } from '../parts/page-frame/frame.ts';
import { exam as words } from '../words/exam.ts';
import type { KeptAnswer } from './exam-outbox.ts';
import type { Sender } from './exam-sender.ts';
import type { ClockAnswer, PageClock } from './exam-time.ts';
import {
  copyOf,
  drawDisplay,
  drawQuestion,
  found,
  type QuestionState,
  reviewOf,
  type ShownForm,
} from './exam-view.ts';

export interface FormAnswer extends ShownForm {
  readonly choices: readonly (readonly [item: string, option: string])[];
  readonly flagged: readonly string[];
  readonly clock: ClockAnswer;
}

/** Why no question is shown, or in the case of time being up, what stands above it. */
export type Stop = 'paused' | 'elsewhere' | 'time-up';

export interface ExamOnPage {
  readonly sitting: string;
  readonly program: string;
  readonly epoch: number;
  /** Of this load of the page. */
  readonly client: string;
  readonly form: ShownForm;
  readonly choices: Map<string, string>;
  readonly flagged: Set<string>;
  readonly question: HTMLElement;
  /** The question's own nodes, put aside while the list of all questions is shown. */
  readonly questionNodes: readonly Node[];
  readonly sender: Sender;
  place: number;
  lastNumber: number;
  /** How many answers the service has not acknowledged yet. */
  waiting: number;
  view: 'question' | 'review';
  stop: Stop | undefined;
  clock: PageClock;
  ends: string | null;
  token: string;
  display: Display;
}

const stateAt = (exam: ExamOnPage, place: number): QuestionState => {
  const item = exam.form.items[place - 1]?.id ?? '';
  return { place, chosen: exam.choices.get(item), flagged: exam.flagged.has(item) };
};

export function showQuestion(exam: ExamOnPage, place: number, focus = true): void {
  exam.place = Math.min(Math.max(place, 1), exam.form.items.length);
  exam.view = 'question';
  exam.question.replaceChildren(...exam.questionNodes);
  drawQuestion(exam.form, exam.question, stateAt(exam, exam.place));
  keepAddress(exam);
  document.title = `${words.windowTitle(exam.place, exam.form.items.length, exam.program)} | Evenhand`;
  if (focus) {
    toTop(exam.question);
  }
}

export function showReview(exam: ExamOnPage): void {
  exam.view = 'review';
  const states = exam.form.items.map((_, k) => stateAt(exam, k + 1));
  exam.question.replaceChildren(reviewOf(states, exam.place));
  setTokens(exam);
  toTop(exam.question);
}

/** Focus goes to the heading, so that a screen reader says where one is; the next Tab reaches the first option. */
function toTop(question: HTMLElement): void {
  const heading = question.querySelector('h1');
  heading?.focus({ preventScroll: true });
  window.scrollTo({ top: 0, behavior: 'instant' });
}

/** Another machine leads, or the clock stands still: no question is shown. Time up: the question stays, with a notice. */
export function stop(exam: ExamOnPage, why: Stop | undefined): void {
  if (exam.stop === why) {
    return;
  }
  exam.stop = why;
  const news = found('player-news');
  news.replaceChildren(...(why === undefined ? [] : [copyOf(why)]));
  news
    .querySelector('a')
    ?.setAttribute(
      'href',
      addressWith(`/sitting/${exam.sitting}`, exam.display, { at: String(exam.place) }),
    );
  exam.question.hidden = why === 'paused' || why === 'elsewhere';
}

export async function answer(exam: ExamOnPage, response: KeptAnswer['response']): Promise<void> {
  const item = exam.form.items[exam.place - 1];
  if (item === undefined) {
    return;
  }
  if ('option' in response) {
    exam.choices.set(item.id, response.option);
  } else if (response.flagged) {
    exam.flagged.add(item.id);
  } else {
    exam.flagged.delete(item.id);
  }
  exam.lastNumber += 1;
  await exam.sender.keep({
    sitting: exam.sitting,
    client: exam.client,
    n: exam.lastNumber,
    epoch: exam.epoch,
    item: item.id,
    response,
    ms: Math.round(performance.timeOrigin + performance.now()),
  });
}

export function chooseDisplay(exam: ExamOnPage, form: HTMLFormElement): void {
  const asked = new FormData(form);
  const text = (name: string): string => String(asked.get(name) ?? '');
  exam.display = displayFrom({
    size: text('size'),
    contrast: text('contrast'),
    theme: text('theme'),
  });
  drawDisplay(exam.display);
  keepAddress(exam);
}

/** A reload comes back to the same question, with the same display. */
function keepAddress(exam: ExamOnPage): void {
  const at = { at: String(exam.place) };
  history.replaceState(null, '', addressWith(`/sitting/${exam.sitting}`, exam.display, at));
}

/** A session that was renewed in another tab has another token. */
export function setTokens(exam: ExamOnPage): void {
  document.querySelectorAll<HTMLInputElement>('input[name="form-token"]').forEach((input) => {
    input.value = exam.token;
  });
}
