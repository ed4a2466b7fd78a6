import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asTheyAre, EVERY_LETTER, type Stuff } from '../../../tests/support/letters.ts';
import { navigatorCode } from '../../program/catalog/navigator-code.ts';
import { LETTERS } from './letter.ts';
import { letterAsPage, letterAsText } from './letter-forms.ts';
import { namedInLetter } from './named-in-letter.ts';
import type { StepLateFacts } from './step-late.ts';
import type {
  ClosedFacts,
  ReceivedFacts,
  ScreenedInFacts,
  ScreenedOutFacts,
  ScreeningAppealFacts,
} from './to-complainant.ts';
import type { InvitationFacts, SeatedFacts } from './to-others.ts';
import type { RecordsRequestFacts } from './to-record-holder.ts';
import type {
  EndedFacts,
  InterimAppealDecidedFacts,
  InterimSuspensionFacts,
  ReopenedFacts,
  StayedFacts,
  StayLiftedFacts,
} from './to-respondent-aside.ts';
import type {
  AppealDecidedFacts,
  DecisionFacts,
  OfferFacts,
  ReinstatementDecidedFacts,
  TookEffectFacts,
} from './to-respondent-decision.ts';
import type {
  FurtherDisclosureFacts,
  HearingNoticeFacts,
  NoCauseFacts,
  NoticeFacts,
} from './to-respondent-notice.ts';
import { allegationTold, type ComplainantTold, type PublicSanctionTold } from './told.ts';

const SECRET = 'Marguerite-Canary';

/** What a matter, or a record around it, also holds: put beside every fact that a letter is written from. */
const BESIDE = {
  respondent: { name: SECRET },
  respondentName: SECRET,
  complainant: { naming: 'anonymous', name: SECRET },
  complainantName: SECRET,
  name: SECRET,
  person: SECRET,
  by: SECRET,
  response: SECRET,
  statement: SECRET,
  transcript: SECRET,
  witnesses: [SECRET],
  members: [{ person: SECRET }],
  evidence: [SECRET],
  source: SECRET,
  conditions: [SECRET],
  aggravating: [SECRET],
  mitigating: [SECRET],
  reason: SECRET,
  remedy: SECRET,
  groups: [SECRET],
  race: SECRET,
};

/** Facts as somebody careless would hand them in: whole records instead of what the type asks for. */
const stuffed: Stuff = <Facts>(facts: Facts): Facts => stuffedValue(facts) as Facts;

function stuffedValue(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(stuffedValue);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  const known = Object.entries(value).map(([key, inner]) => [key, stuffedValue(inner)]);
  return { ...BESIDE, ...Object.fromEntries(known) };
}

const flat = (text: string): string => text.replaceAll(/\s+/g, ' ');

const shownText = (page: string): string =>
  page
    .replaceAll(/<style>.*?<\/style>/gs, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');

for (const { name, write, says, saysNot } of EVERY_LETTER) {
  test(`${name}: mail and page hold every fact, and nothing of other readers`, () => {
    const letter = write(asTheyAre);
    for (const text of [letterAsText(letter), shownText(letterAsPage(letter))].map(flat)) {
      for (const words of [letter.label, letter.from.contact, 'Friday, May 29, 2026', ...says]) {
        assert.ok(
          text.toLowerCase().includes(words.toLowerCase()),
          `"${words}" is missing in ${text}`,
        );
      }
      for (const words of saysNot) {
        assert.equal(text.includes(words), false, words);
      }
    }
  });

  test(`${name}: whole records handed in for the facts leak nothing`, () => {
    const letter = write(stuffed);
    assert.equal(JSON.stringify(letter).includes(SECRET), false, JSON.stringify(letter, null, 1));
    assert.deepEqual(letter, write(asTheyAre));
  });
}

test('a letter of every kind to every reader is among the samples', () => {
  const written = EVERY_LETTER.map(({ write }) => write(asTheyAre));
  for (const [reader, kinds] of Object.entries(LETTERS)) {
    for (const kind of kinds) {
      assert.ok(
        written.some((letter) => letter.reader === reader && letter.kind === kind),
        `${kind} to ${reader}`,
      );
    }
  }
});

test('every letter says how to have it in another form, and what can or cannot be appealed or done', () => {
  // What a witness said is evidence, and no letter to anybody.
  const letters = EVERY_LETTER.filter(({ write }) => write(asTheyAre).kind !== 'statement');
  for (const { name, write } of letters) {
    const text = flat(letterAsText(write(asTheyAre)));
    assert.match(text, /large print, read aloud, in Braille, in Spanish/, name);
    const { reader, kind, sections } = write(asTheyAre);
    assert.ok(
      sections.some(({ id }) => id === 'next' || id === 'appeal'),
      `${reader}: ${kind}`,
    );
  }
});

/** Compiles only where a type has none of these fields. */
type HasNone<Facts, Field extends string> =
  Extract<keyof Facts, Field> extends never ? true : Extract<keyof Facts, Field>;
type AboutOthers = 'respondent' | 'response' | 'witnesses' | 'groups' | 'members' | 'evidence';

test('no type of a letter has a field for what its reader may not know', () => {
  const toComplainant: HasNone<
    | ReceivedFacts
    | ScreeningAppealFacts
    | ScreenedOutFacts
    | ScreenedInFacts
    | ClosedFacts
    | StepLateFacts,
    AboutOthers | 'sanction'
  > = true;
  const toRespondent: HasNone<
    | FurtherDisclosureFacts
    | HearingNoticeFacts
    | NoCauseFacts
    | DecisionFacts
    | AppealDecidedFacts
    | TookEffectFacts
    | ReinstatementDecidedFacts
    | InterimSuspensionFacts
    | InterimAppealDecidedFacts
    | StayedFacts
    | StayLiftedFacts
    | OfferFacts
    | ReopenedFacts
    | EndedFacts,
    'complainant' | 'complainants' | 'witnesses' | 'groups' | 'members' | 'hopes'
  > = true;
  const theNotice: HasNone<NoticeFacts, 'witnesses' | 'groups' | 'members' | 'hopes'> = true;
  const toHelpers: HasNone<
    InvitationFacts | SeatedFacts | RecordsRequestFacts,
    AboutOthers | 'complainant' | 'complainants' | 'allegations' | 'hopes'
  > = true;
  const named: HasNone<Exclude<ComplainantTold, { naming: 'to-all' }>, 'name'> = true;
  const sanction: HasNone<
    PublicSanctionTold,
    'reason' | 'conditions' | 'aggravating' | 'mitigating'
  > = true;
  assert.ok([toComplainant, toRespondent, theNotice, toHelpers, named, sanction].every(Boolean));
  // @ts-expect-error A private reprimand is nothing that a complainant can be told of.
  const reprimand: PublicSanctionTold['kind'] = 'private-reprimand';
  assert.equal(reprimand, 'private-reprimand');
});

test('a name that somebody typed into a reason is found before the letter goes out', () => {
  const notice = EVERY_LETTER.find(({ name }) => name === 'notice, of somebody named to all');
  assert.ok(notice);
  const letter = notice.write(asTheyAre);
  assert.deepEqual(namedInLetter(letter, ['Ánh Tuyết', 'Marisol Vega']), ['Ánh Tuyết']);
  // The reader's own name stands in the address and the salutation of every letter.
  assert.deepEqual(namedInLetter(letter, ['Halina Wójcik']), []);
});

test('an allegation is told with the title that its version of the code gives it', () => {
  const version = navigatorCode.versions.at(-1);
  const placed = version?.parts
    .find(({ binding }) => binding.value === 'mandatory')
    ?.provisions.at(0);
  assert.ok(version && placed);
  const provision = {
    code: navigatorCode.id,
    version: version.id,
    number: placed.number,
    binding: 'mandatory' as const,
    conductOn: version.from,
  };
  const told = allegationTold({ provision, words: 'It happened.' }, navigatorCode);
  assert.equal(told.provision.title, placed.title.value);
  assert.equal(told.provision.code, navigatorCode.title.value);
  const unknown = { ...provision, number: 'Z99' };
  assert.equal(
    allegationTold({ provision: unknown, words: '' }, navigatorCode).provision.title,
    undefined,
  );
});
