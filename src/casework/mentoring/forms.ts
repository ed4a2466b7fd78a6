/** What is typed about mentoring, read with care. All mistakes at once; an offer says nothing by which somebody is known. */
import { PRACTICE_SETTINGS } from '../../program/conduct/practice-settings.ts';
import { namesOneself } from '../opinion/known-names.ts';
import type { NamedPerson } from '../person/name.ts';
import { allIn, type Mistake, readParagraphs, type Typed, textIn } from '../person/typed-text.ts';
import { LANGUAGES, type Offer, REGIONS, TIMES, type Wish } from './wishes.ts';

type Read<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly mistakes: readonly Mistake[] };

const ABOUT = { label: 'What you can help with', atLeast: 10, atMost: 1000 };
const WORDS = { label: 'What you write to the mentor', atLeast: 10, atMost: 1000 };
const MOST_PLACES = 5;

const chosen = <Value extends string>(
  raw: Typed,
  field: string,
  known: readonly Value[],
): readonly Value[] => known.filter((value) => allIn(raw, field).includes(value));

/** Reads `settings`, `region`, `languages`, `times`, `places` and `about`. */
export function readOffer(
  raw: Typed,
  { program, me }: { readonly program: string; readonly me: NamedPerson },
): Read<Offer> {
  const settings = chosen(raw, 'settings', PRACTICE_SETTINGS);
  const [region] = chosen(raw, 'region', REGIONS);
  const languages = chosen(raw, 'languages', LANGUAGES);
  const times = chosen(raw, 'times', TIMES);
  const places = /^[1-9]$/.test(textIn(raw, 'places').trim()) ? Number(textIn(raw, 'places')) : 0;
  const about = readParagraphs(textIn(raw, 'about'), ABOUT);
  const name = about.ok ? namesOneself(about.value, me) : undefined;
  const mistakes: Mistake[] = [
    ...(settings.length === 0
      ? [{ field: 'settings', message: 'Choose one setting at least.' }]
      : []),
    ...(region === undefined ? [{ field: 'region', message: 'Choose where you are.' }] : []),
    ...(languages.length === 0
      ? [{ field: 'languages', message: 'Choose one language at least.' }]
      : []),
    ...(times.length === 0 ? [{ field: 'times', message: 'Choose when you could meet.' }] : []),
    ...(places < 1 || places > MOST_PLACES
      ? [{ field: 'places', message: `Write how many people at once, from 1 to ${MOST_PLACES}.` }]
      : []),
    ...(about.ok ? [] : [{ field: 'about', message: about.refusal.because }]),
    ...(name === undefined ? [] : [{ field: 'about', message: ownName(name) }]),
  ];
  return region !== undefined && about.ok && mistakes.length === 0
    ? {
        ok: true,
        value: { program, settings, region, languages, times, places, about: about.value },
      }
    : { ok: false, mistakes };
}

/** Reads `setting`, `region`, `language` and `times`; whatever is not known does not matter. */
export const readWish = (raw: Typed): Wish => ({
  setting: chosen(raw, 'setting', PRACTICE_SETTINGS)[0],
  region: chosen(raw, 'region', REGIONS)[0],
  language: chosen(raw, 'language', LANGUAGES)[0],
  times: chosen(raw, 'times', TIMES),
});

/** Reads `words`: what a candidate writes to a mentor who does not know yet who it is. */
export function readRequest(raw: Typed, me: NamedPerson): Read<string> {
  const words = readParagraphs(textIn(raw, 'words'), WORDS);
  if (!words.ok) {
    return { ok: false, mistakes: [{ field: 'words', message: words.refusal.because }] };
  }
  const name = namesOneself(words.value, me);
  return name === undefined
    ? words
    : { ok: false, mistakes: [{ field: 'words', message: ownName(name) }] };
}

const ownName = (name: string): string =>
  `It holds “${name}”, which is a name of yours. Names are shown to both once a mentor has taken somebody; take it out until then.`;
