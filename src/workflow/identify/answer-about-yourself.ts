/**
 * Writes what a person tells us about themselves, and erases it. It can do nothing else: there is no way from here to
 * read an answer, not even one's own.
 */
import { DIMENSIONS, WORDING_VERSION } from '../../sealed/answers/dimensions.ts';
import {
  askedDimensions,
  choicesOf,
  type DimensionSetting,
  readSelfIdentification,
  type SelfIdentificationRefusal,
} from '../../sealed/answers/self-identification.ts';
import type { World } from '../ports/ports.ts';

type IdentifyWorld = Pick<World, 'records' | 'sealed' | 'clock'>;

/** One question as it is asked, with what the body has put on record about it. */
export interface QuestionAsked {
  readonly id: string;
  readonly title: string;
  readonly question: string;
  readonly kind: 'choice' | 'year';
  readonly multiple: boolean;
  readonly choices: readonly {
    readonly id: string;
    readonly label: string;
    readonly hint?: string;
    /** Stands alone: none of the others, or no answer at all. */
    readonly alone?: boolean;
  }[];
  /** In which groups answers are published. */
  readonly published: string;
  readonly purpose: string;
  readonly basis: string;
  readonly retention: string;
}

/** The questions that are asked: those whose purpose, basis and retention the body has recorded. */
export async function questionsAsked(
  world: Pick<IdentifyWorld, 'records'>,
): Promise<readonly QuestionAsked[]> {
  const settings = await settingsOf(world);
  return askedDimensions(settings).flatMap((dimension) => {
    const setting = settings.find((row) => row.dimension === dimension.id);
    const { id, title, question, kind, multiple, published } = dimension;
    return setting === undefined
      ? []
      : [
          {
            id,
            title,
            question,
            kind,
            multiple,
            choices: choicesOf(dimension),
            published,
            purpose: setting.purpose,
            basis: setting.basis,
            retention: setting.retention,
          },
        ];
  });
}

type Raw = Readonly<Record<string, string | readonly string[]>>;

export type AnsweredAboutYourself =
  /** How many questions were answered. */
  | { readonly stored: number }
  | {
      readonly stored: undefined;
      readonly mistakes: readonly AnswerMistake[];
    };

/** The sentence is English; pages in another language say it by its kind. */
export interface AnswerMistake {
  readonly field: string;
  readonly kind: SelfIdentificationRefusal;
  readonly message: string;
}

/** Stores every answer, or, where one cannot be read, none, and says for each what is wrong with it. */
export async function answerAboutYourself(
  world: IdentifyWorld,
  asked: {
    /** A person, or a concern whose answers stand for whoever raised it. */
    readonly person: string;
    readonly raw: Raw;
    /** The language in which the questions were read; it is kept with the wording. */
    readonly language?: 'en' | 'es';
  },
): Promise<AnsweredAboutYourself> {
  const settings = await settingsOf(world);
  const answers = readSelfIdentification(asked.raw, settings, world.clock.today());
  if (!answers.ok) {
    return { stored: undefined, mistakes: mistakesIn(world, asked.raw, settings) };
  }
  const wording = asked.language === 'es' ? `${WORDING_VERSION}-es` : WORDING_VERSION;
  await world.sealed.record(asked.person, answers.value, wording);
  return { stored: answers.value.size };
}

export async function eraseAboutYourself(
  world: Pick<IdentifyWorld, 'sealed'>,
  person: string,
): Promise<void> {
  await world.sealed.erase(person);
}

const settingsOf = async (
  world: Pick<IdentifyWorld, 'records'>,
): Promise<readonly DimensionSetting[]> =>
  await world.records.as({ rights: 'public', person: undefined }, ({ settings }) =>
    settings.dimensions(),
  );

/** Each answer read alone, so that everything to mend is said at once. */
const mistakesIn = (
  world: Pick<IdentifyWorld, 'clock'>,
  raw: Raw,
  settings: readonly DimensionSetting[],
): readonly AnswerMistake[] =>
  DIMENSIONS.flatMap(({ id }) => {
    const typed = Object.hasOwn(raw, id) ? raw[id] : undefined;
    const read =
      typed === undefined
        ? undefined
        : readSelfIdentification({ [id]: typed }, settings, world.clock.today());
    return read === undefined || read.ok
      ? []
      : [{ field: id, kind: read.refusal.kind, message: read.refusal.because }];
  });
