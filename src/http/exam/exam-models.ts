/** Turns what the use cases answer into what the exam's pages show. */
import { civilDateAt, inWords } from '../../kernel/dates/civil-date.ts';
import { programOf } from '../../program/catalog/catalog.ts';
import { defaultsOf } from '../../program/catalog/operator-defaults.ts';
import type { ExamModel } from '../../web/pages/exam/exam.tsx';
import type { ExamTime } from '../../web/pages/sitting/exam-clock.tsx';
import type { SittingModel } from '../../web/pages/sitting/sitting.tsx';
import type { ReviewModel } from '../../web/pages/sitting-review/question-list.tsx';
import type { ExamOffer, Missing } from '../../workflow/exam/exam-page.ts';
import {
  questionAt,
  type SittingClock,
  type SittingView,
} from '../../workflow/exam/open-sitting.ts';
import { examDaysInWords } from '../candidate/exam-days.ts';

export const nameOf = (program: string): string => {
  const offered = programOf(program);
  return offered === undefined ? program : `${offered.name} (${offered.designation})`;
};

function zoneOf(program: string): string {
  const offered = programOf(program);
  return offered === undefined ? 'UTC' : defaultsOf(offered).zone;
}

export function examModel(offer: ExamOffer): ExamModel {
  const { program, form } = offer;
  return {
    program: program.id,
    name: nameOf(program.id),
    notice: program.notice,
    form:
      form === undefined
        ? undefined
        : {
            demonstration: form.kind === 'demonstration',
            questions: form.questions,
            minutes: form.minutes,
            standardMinutes: form.standardMinutes,
            granted: form.granted,
            parts: form.parts,
          },
    missing: offer.missing.map(({ because, way }) => ({
      text: sentence(because),
      href: addressOf(way, program.id),
      way: way.to,
    })),
    days: examDaysInWords(
      offer.tries,
      civilDateAt(offer.now, zoneOf(program.id)),
      form?.kind !== 'operational',
    ),
    rule: offer.rule,
    running: offer.open?.started === true ? `/sitting/${offer.open.id}` : undefined,
    past: offer.handedIn.map(({ id, startedAt }) => ({
      href: `/results/${id}`,
      on: inWords(civilDateAt(startedAt, zoneOf(program.id))),
    })),
  };
}

function addressOf({ to, matter }: Missing['way'], program: string): string {
  switch (to) {
    case 'apply':
      return `/apply/${program}`;
    case 'matter':
      return matter === undefined ? '/my' : `/matters/${matter}`;
    default:
      return '/my';
  }
}

export const sentence = (clause: string): string =>
  `${clause.charAt(0).toUpperCase()}${clause.slice(1)}${/[.!?]$/.test(clause) ? '' : '.'}`;

/** `epoch`: of the machine that asks. */
export function sittingModel(
  view: SittingView,
  asked: { readonly place: number; readonly epoch: number; readonly now: number },
): SittingModel {
  const { item, place, part } = questionAt(view, asked.place);
  return {
    sitting: view.sitting,
    programName: nameOf(view.program),
    epoch: asked.epoch,
    superseded: asked.epoch < view.epoch,
    place,
    of: view.items.length,
    part,
    question: { stem: item.stem, options: item.options },
    chosen: view.choices.get(item.id),
    flagged: view.flagged.has(item.id),
    time: timeOf(view, asked.now),
  };
}

export function reviewModel(view: SittingView, epoch: number): ReviewModel {
  return {
    sitting: view.sitting,
    epoch,
    questions: view.items.map(({ id }, k) => ({
      place: k + 1,
      answered: view.choices.has(id),
      flagged: view.flagged.has(id),
    })),
  };
}

export const timeOf = (clock: SittingClock, now: number): ExamTime => ({
  remainingMs: clock.remainingMs,
  ends:
    clock.status === 'running'
      ? timeOfDay(now + clock.remainingMs, zoneOf(clock.program))
      : undefined,
});

/** "2:45 p.m. Eastern Time". */
function timeOfDay(instantMs: number, zone: string): string {
  const text = new Intl.DateTimeFormat('en-US', {
    hour: 'numeric',
    minute: '2-digit',
    timeZone: zone,
    timeZoneName: 'longGeneric',
  }).format(instantMs);
  return text.replace(/\s?AM\b/, ' a.m.').replace(/\s?PM\b/, ' p.m.');
}

/** The whole exam for the script: every question at once, so that going on needs no network. */
export function formForScript(view: SittingView, formToken: string, now: number) {
  return {
    items: view.items.map(({ id, stem, options }) => ({
      id,
      stem,
      options: options.map((option) => ({ id: option.id, text: option.text })),
    })),
    parts: view.parts,
    choices: [...view.choices],
    flagged: [...view.flagged],
    clock: clockForScript(view, formToken, now),
  };
}

export const clockForScript = (clock: SittingClock, formToken: string, now: number) => ({
  status: clock.status,
  remainingMs: clock.remainingMs,
  epoch: clock.epoch,
  ends: timeOf(clock, now).ends ?? null,
  formToken,
});
