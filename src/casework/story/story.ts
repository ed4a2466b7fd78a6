/**
 * A story that a certificant tells for anybody to read. A named person publishes it or gives it back, by a promised day, against
 * three published criteria; what is given back can be looked at again, once, by a director who did not decide. Its author changes
 * nothing silently, and takes it down at any time, at once and for good.
 */
import { addDays, type CivilDate } from '../../kernel/dates/civil-date.ts';
import type { YearlyRule } from '../../kernel/dates/date-rule.ts';
import { answerDay } from '../../program/calendar/answer-day.ts';
import { PRACTICE_SETTINGS } from '../../program/conduct/practice-settings.ts';
import { LONGEST_NAME } from '../person/name.ts';
import {
  type Mistake,
  readLine,
  readParagraphs,
  type Typed,
  textIn,
} from '../person/typed-text.ts';

export const STORY_RULES = 'stories/1';
export const STORY_CRITERIA = ['unrecognizable', 'no-advertising', 'own-words'] as const;
export type StoryCriterion = (typeof STORY_CRITERIA)[number];
const STORY_LANGUAGES = ['en', 'es', 'zh', 'vi', 'tl', 'ko', 'fr', 'ar', 'ht'] as const;

const ANSWER_WITHIN_DAYS = 21;
const ASK_AGAIN_DAYS = 30;

export type StoryFindings = Readonly<
  Record<StoryCriterion, { readonly met: boolean; readonly reason: string }>
>;

interface Answer {
  readonly on: CivilDate;
  readonly by: string;
  /** It follows: every criterion is met. */
  readonly published: boolean;
  readonly findings: StoryFindings;
}

export type StoryEvent =
  | (Answer & { readonly type: 'answered' | 'answered-again' })
  | {
      readonly type: 'asked-again';
      readonly on: CivilDate;
      readonly reason: string;
      readonly promisedBy: CivilDate;
    }
  | { readonly type: 'taken-down'; readonly on: CivilDate };

export type StoryStanding = 'waiting' | 'published' | 'given-back' | 'asked-again' | 'taken-down';

export interface Story {
  readonly standing: StoryStanding;
  readonly promisedBy: CivilDate;
  readonly findings: StoryFindings | undefined;
  readonly again: string | undefined;
  /** Until when it can be looked at again; undefined where it cannot. */
  readonly againUntil: CivilDate | undefined;
}

export const storyPromisedBy = (on: CivilDate, holidays: readonly YearlyRule[]): CivilDate =>
  answerDay({ kind: 'days-after', days: ANSWER_WITHIN_DAYS }, on, holidays);

/** Where a story stands after everything that happened. */
export function storyOf(promisedBy: CivilDate, events: readonly StoryEvent[]): Story {
  let story: Story = {
    standing: 'waiting',
    promisedBy,
    findings: undefined,
    again: undefined,
    againUntil: undefined,
  };
  for (const event of events) {
    if (event.type === 'taken-down') {
      story = { ...story, standing: 'taken-down', againUntil: undefined };
    } else if (event.type === 'asked-again') {
      const { reason, promisedBy: day } = event;
      story = {
        ...story,
        ...{ standing: 'asked-again', again: reason, promisedBy: day, againUntil: undefined },
      };
    } else {
      const { findings, published, on, type } = event;
      story = {
        ...story,
        findings,
        standing: published ? 'published' : 'given-back',
        againUntil:
          published || type === 'answered-again' ? undefined : addDays(on, ASK_AGAIN_DAYS),
      };
    }
  }
  return story;
}

type Read<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly mistakes: readonly Mistake[] };

export interface StoryWritten {
  readonly title: string;
  readonly words: string;
  readonly language: string;
  readonly shownAs: string | undefined;
  readonly program: string | undefined;
  readonly setting: string | undefined;
}

export interface StoryAsked {
  readonly fullName: string;
  readonly programs: readonly string[];
}

/** Reads the form; all mistakes come at once. */
export function readStory(raw: Typed, asked: StoryAsked): Read<StoryWritten> {
  const mistakes: Mistake[] = [];
  const wrong = (field: string, message: string): void => {
    mistakes.push({ field, message });
  };
  const title = readLine(textIn(raw, 'title'), { label: 'The title', atLeast: 3, atMost: 120 });
  if (!title.ok) {
    wrong('title', title.refusal.because);
  }
  const words = readParagraphs(textIn(raw, 'words'), {
    label: 'Your story',
    atLeast: 100,
    atMost: 6000,
  });
  if (!words.ok) {
    wrong('words', words.refusal.because);
  }
  const language = STORY_LANGUAGES.find((one) => one === textIn(raw, 'language'));
  if (language === undefined) {
    wrong('language', 'Choose the language in which it is written.');
  }
  const show = textIn(raw, 'show');
  let shownAs: string | undefined;
  if (show === 'full') {
    shownAs = asked.fullName.normalize('NFC');
  } else if (show === 'part') {
    const part = readLine(textIn(raw, 'name'), { label: 'The part', atMost: LONGEST_NAME });
    if (!part.ok) {
      wrong('name', part.refusal.because);
    } else if (!asked.fullName.normalize('NFC').includes(part.value)) {
      wrong(
        'name',
        `Write a part of your name as it stands in your account (“${asked.fullName}”).`,
      );
    } else {
      shownAs = part.value;
    }
  } else if (show !== 'none') {
    wrong('show', 'Choose how much of your name is shown.');
  }
  for (const criterion of STORY_CRITERIA) {
    if (textIn(raw, criterion) !== 'yes') {
      wrong(criterion, 'Confirm this. A story that does not keep to it is given back.');
    }
  }
  return title.ok && words.ok && language !== undefined && mistakes.length === 0
    ? {
        ok: true,
        value: {
          ...{ title: title.value, words: words.value, language, shownAs },
          program: asked.programs.find((one) => one === textIn(raw, 'program')),
          setting: PRACTICE_SETTINGS.find((one) => one === textIn(raw, 'setting')),
        },
      }
    : { ok: false, mistakes };
}

/** Reads `met-CRITERION` and `reason-CRITERION` for each; what is not met has a reason. */
export function readStoryAnswer(
  raw: Typed,
): Read<{ readonly published: boolean; readonly findings: StoryFindings }> {
  const mistakes: Mistake[] = [];
  const found = STORY_CRITERIA.map((criterion) => {
    const met = textIn(raw, `met-${criterion}`);
    if (met !== 'yes' && met !== 'no') {
      mistakes.push({ field: `met-${criterion}`, message: 'Say whether this is kept.' });
    }
    const typed = textIn(raw, `reason-${criterion}`);
    const reason = readParagraphs(typed, { label: 'The reason', atLeast: 10, atMost: 2000 });
    if (met === 'no' && !reason.ok) {
      mistakes.push({ field: `reason-${criterion}`, message: reason.refusal.because });
    }
    return [
      criterion,
      { met: met === 'yes', reason: met === 'no' && reason.ok ? reason.value : '' },
    ];
  });
  const findings = Object.fromEntries(found) as StoryFindings;
  return mistakes.length === 0
    ? {
        ok: true,
        value: { findings, published: STORY_CRITERIA.every((one) => findings[one].met) },
      }
    : { ok: false, mistakes };
}
