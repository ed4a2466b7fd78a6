/** Begins the exam on this page, listens to what is pressed, and asks the service for the time. */
import { displayFrom } from '../pages/sitting/display-address.ts';
import { exam as words } from '../words/exam.ts';
import type { KeptAnswer, Outbox } from './exam-outbox.ts';
import {
  answer,
  chooseDisplay,
  type ExamOnPage,
  type FormAnswer,
  setTokens,
  showQuestion,
  showReview,
  stop,
} from './exam-page.ts';
import { type Sender, senderOf } from './exam-sender.ts';
import { type ClockAnswer, leftMs, newsBetween, pageClock } from './exam-time.ts';
import { announceTime, drawFlag, drawSaved, drawTime, found } from './exam-view.ts';

export interface PlayerParts {
  readonly sitting: string;
  readonly program: string;
  readonly epoch: number;
  readonly place: number;
  readonly token: string;
  readonly outbox: Outbox;
}

const ASK_EVERY_MS = 30_000;
const ASK_SOON_MS = 3000;
const TICK_MS = 250;
const ASKING_MS = 8000;

export async function playerOn(parts: PlayerParts): Promise<void> {
  const now: { exam: ExamOnPage | undefined; token: string } = {
    exam: undefined,
    token: parts.token,
  };
  const others = new BroadcastChannel(`evenhand-exam-${parts.sitting}`);
  const sender = senderOf({
    sitting: parts.sitting,
    outbox: parts.outbox,
    token: () => now.exam?.token ?? now.token,
    now: () => performance.now(),
    told: (state, waiting) => {
      if (now.exam !== undefined) {
        now.exam.waiting = waiting;
      }
      if (now.exam !== undefined || state !== 'saved') {
        drawSaved(state, !navigator.onLine);
      }
    },
    leads: (epoch) => notLeading(now.exam, parts.epoch, epoch),
    renew: async () => {
      if (now.exam !== undefined) {
        await ask(now.exam);
      }
    },
  });
  // What this device kept before a reload goes first, so that the service can show it again.
  await sender.flush();
  const exam = await begun(parts, sender);
  now.exam = exam;
  others.postMessage(parts.epoch);
  others.addEventListener('message', (event: MessageEvent<unknown>) => {
    notLeading(exam, parts.epoch, Number(event.data));
  });
  listen(exam);
  watch(exam);
  found('player').setAttribute('data-taken', 'yes');
}

function notLeading(exam: ExamOnPage | undefined, own: number, leading: number): void {
  if (exam !== undefined && leading > own) {
    stop(exam, 'elsewhere');
  }
}

/** Tries until the service answers: meanwhile the page works as plain forms. */
async function begun(parts: PlayerParts, sender: Sender): Promise<ExamOnPage> {
  for (;;) {
    const askedAt = performance.now();
    const form = await json<FormAnswer>(`/sitting/${parts.sitting}/form.json`);
    if (form !== undefined) {
      return await examFrom(parts, sender, form, askedAt);
    }
    await new Promise((resolve) => setTimeout(resolve, ASK_SOON_MS));
  }
}

async function examFrom(
  parts: PlayerParts,
  sender: Sender,
  form: FormAnswer,
  askedAt: number,
): Promise<ExamOnPage> {
  const choices = new Map(form.choices);
  const flagged = new Set(form.flagged);
  const waiting = await parts.outbox.waiting();
  [...waiting]
    .sort((a, b) => a.epoch - b.epoch || a.n - b.n)
    .forEach((kept) => {
      overlay(kept, choices, flagged);
    });
  const question = found('question');
  const asked = new URLSearchParams(location.search);
  const exam: ExamOnPage = {
    ...parts,
    client: freshId(),
    form,
    choices,
    flagged,
    question,
    questionNodes: [...question.childNodes],
    sender,
    lastNumber: 0,
    waiting: waiting.length,
    view: 'question',
    stop: undefined,
    clock: pageClock(form.clock, askedAt, performance.now(), undefined),
    ends: form.clock.ends,
    token: form.clock.formToken,
    display: displayFrom({
      size: asked.get('size') ?? '',
      contrast: asked.get('contrast') ?? '',
      theme: asked.get('theme') ?? '',
    }),
  };
  showQuestion(exam, parts.place, false);
  if (waiting.length === 0 && choices.size > 0) {
    drawSaved('saved', false);
  }
  heard(exam, form.clock);
  return exam;
}

function overlay(kept: KeptAnswer, choices: Map<string, string>, flagged: Set<string>): void {
  if ('option' in kept.response) {
    choices.set(kept.item, kept.response.option);
  } else if (kept.response.flagged) {
    flagged.add(kept.item);
  } else {
    flagged.delete(kept.item);
  }
}

function listen(exam: ExamOnPage): void {
  exam.question.addEventListener('change', (event) => {
    const input = event.target;
    if (!(input instanceof HTMLInputElement) || input.form === null) {
      return;
    }
    if (input.name === 'option') {
      void answer(exam, { option: input.value });
    } else {
      chooseDisplay(exam, input.form);
    }
  });
  exam.question.addEventListener('submit', (event) => {
    event.preventDefault();
    const { submitter } = event;
    pressed(exam, submitter instanceof HTMLButtonElement ? submitter.value : 'next');
  });
  exam.question.addEventListener('click', (event) => {
    const place =
      event.target instanceof Element
        ? event.target.closest('a[data-place], button[data-place]')
        : null;
    if (place instanceof HTMLElement && exam.view === 'review') {
      event.preventDefault();
      showQuestion(exam, Number(place.dataset['place']));
    }
  });
  window.addEventListener('online', () => void exam.sender.flush());
  document.addEventListener('visibilitychange', () => {
    void exam.sender.flush();
    if (document.visibilityState === 'visible') {
      void ask(exam);
    }
  });
}

function pressed(exam: ExamOnPage, then: string): void {
  if (exam.view === 'review') {
    void handIn(exam);
    return;
  }
  // The Enter key presses the form's first button, "next", at the last question too, where it is hidden.
  const past = then === 'next' && exam.place === exam.form.items.length;
  if (!past && (then === 'next' || then === 'previous')) {
    showQuestion(exam, exam.place + (then === 'next' ? 1 : -1));
  } else if (then === 'flag' || then === 'unflag') {
    void answer(exam, { flagged: then === 'flag' });
    drawFlag(exam.question, then === 'flag');
    exam.question.querySelector<HTMLElement>('.button[value$="flag"]:not([hidden])')?.focus();
  } else if (past || then === 'review') {
    showReview(exam);
  }
}

/** Everything is sent first. The service hands in; this page only asks it to. */
async function handIn(exam: ExamOnPage): Promise<void> {
  const line = found('review-waiting');
  line.textContent = '';
  if (!(await exam.sender.flush())) {
    line.textContent = words.review.waiting(exam.waiting);
    return;
  }
  try {
    const answered = await fetch(`/sitting/${exam.sitting}/submit`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ 'form-token': exam.token }),
      signal: AbortSignal.timeout(ASKING_MS),
    });
    if (answered.type === 'opaqueredirect') {
      location.assign(`/results/${exam.sitting}`);
      return;
    }
  } catch {
    // No connection, or no answer in time: nothing is lost, and pressing again is harmless.
  }
  line.textContent = words.review.failed;
  await ask(exam);
}

/** Shows the time, says it at the few moments it is said, and asks the service now and then and at zero. */
function watch(exam: ExamOnPage): void {
  let before = leftMs(exam.clock, performance.now());
  let askAt = performance.now() + ASK_EVERY_MS;
  let asking = false;
  setInterval(() => {
    const now = performance.now();
    const left = leftMs(exam.clock, now);
    drawTime(left, exam.ends);
    const news = newsBetween(before, left);
    if (news !== undefined) {
      announceTime(news);
    }
    const atZero = left === 0 && before > 0;
    before = left;
    if (!asking && (atZero || now >= askAt)) {
      asking = true;
      void (atZero ? exam.sender.flush() : Promise.resolve(true))
        .then(() => ask(exam))
        .finally(() => {
          asking = false;
          const soon = exam.stop === 'paused' || exam.stop === 'time-up';
          askAt = performance.now() + (soon ? ASK_SOON_MS : ASK_EVERY_MS);
        });
    }
  }, TICK_MS);
}

async function ask(exam: ExamOnPage): Promise<void> {
  const askedAt = performance.now();
  const clock = await json<ClockAnswer>(`/sitting/${exam.sitting}/clock`);
  if (clock !== undefined) {
    exam.clock = pageClock(clock, askedAt, performance.now(), exam.clock);
    exam.ends = clock.ends;
    exam.token = clock.formToken;
    setTokens(exam);
    heard(exam, clock);
  }
}

function heard(exam: ExamOnPage, clock: ClockAnswer): void {
  if (clock.status === 'submitted') {
    location.assign(`/results/${exam.sitting}`);
  } else if (clock.epoch > exam.epoch) {
    stop(exam, 'elsewhere');
  } else if (clock.status === 'paused') {
    stop(exam, 'paused');
  } else {
    stop(exam, clock.status === 'time-is-up' ? 'time-up' : undefined);
  }
}

async function json<Answer>(address: string): Promise<Answer | undefined> {
  try {
    const answered = await fetch(address, { signal: AbortSignal.timeout(ASKING_MS) });
    return answered.ok ? ((await answered.json()) as Answer) : undefined;
  } catch {
    // No connection, or no answer in time: asked again later.
    return undefined;
  }
}

/** A random UUID. Not crypto.randomUUID, which browsers keep from pages without encryption. */
function freshId(): string {
  const hex = [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte, place) =>
      place === 6 ? (byte & 0x0f) | 0x40 : place === 8 ? (byte & 0x3f) | 0x80 : byte,
    )
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-');
}
