/**
 * A candidate asks for an accommodation: what is needed, why in a sentence, one document. It is judged by the four-part
 * test, by somebody who sees the need and never the person. This record has nothing to do with what people tell us
 * about themselves for measuring.
 */
import {
  type AccommodationKind,
  FOUR_PARTS,
  fourPartTest,
  isAccommodation,
  mayAsk,
} from '../../casework/accommodation/accommodation.ts';
import { open } from '../../casework/matter/decide.ts';
import { labelFrom } from '../../casework/matter/label.ts';
import { notOpened } from '../../casework/matter/matter.ts';
import {
  allIn,
  type Mistake,
  readParagraphs,
  type Typed,
  textIn,
} from '../../casework/person/typed-text.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { answerDay } from '../../program/calendar/answer-day.ts';
import { appealLimit } from '../../program/catalog/appeal-days.ts';
import { programOf } from '../../program/catalog/catalog.ts';
import { defaultsOf } from '../../program/catalog/operator-defaults.ts';
import { rulesInForce } from '../../program/definition/offered-program.ts';
import type { MatterRow } from '../ports/matter-history.ts';
import type { World } from '../ports/ports.ts';
import type { DocumentRow } from '../ports/records.ts';
import { storeUpload, type Upload, type UploadRefusal } from './store-upload.ts';

export type AskRefusal =
  | UploadRefusal
  | 'no-such-program'
  | 'no-accommodation'
  | 'need-missing'
  | 'document-missing'
  | 'already-asked';

const NEED = { label: 'Why you need it', atLeast: 10, atMost: 2000 };

/** The form of a request, read whole; `documents` is how many files came with it. */
export function readRequest(
  typed: Typed,
  documents: number,
): {
  readonly kinds: readonly AccommodationKind[];
  readonly need: string;
  readonly mistakes: readonly Mistake[];
} {
  const kinds = [...new Set(allIn(typed, 'kinds'))].filter(isAccommodation);
  const need = readParagraphs(textIn(typed, 'need'), NEED);
  return {
    kinds,
    need: need.ok ? need.value : textIn(typed, 'need'),
    mistakes: [
      ...(kinds.length > 0
        ? []
        : [{ field: 'kinds', message: 'What would help you: choose at least one.' }]),
      ...(need.ok ? [] : [{ field: 'need', message: need.refusal.because }]),
      ...(documents > 0
        ? []
        : [
            {
              field: 'document',
              message:
                'One document: choose a letter from a professional, or proof that you had this before.',
            },
          ]),
    ],
  };
}

export async function askAccommodation(
  world: Pick<World, 'records' | 'clock' | 'chance' | 'cleaner' | 'files'>,
  asked: {
    readonly person: string;
    readonly program: string;
    readonly kinds: readonly string[];
    readonly need: string;
    readonly uploads: readonly Upload[];
  },
): Promise<Result<MatterRow, AskRefusal>> {
  const program = programOf(asked.program);
  if (program === undefined) {
    return refuse('no-such-program', 'there is no such program here');
  }
  const may = mayAsk({ kinds: asked.kinds, need: asked.need, documents: asked.uploads.length });
  if (!may.ok) {
    return may;
  }
  const documents: DocumentRow[] = [];
  for (const upload of asked.uploads) {
    const stored = await storeUpload(world, upload, {
      program: asked.program,
      supports: 'accommodation',
    });
    if (!stored.ok) {
      return stored;
    }
    documents.push(stored.value);
  }
  const today = world.clock.today();
  const rules = rulesInForce(program, today);
  const { decideAccommodationWithin, holidays } = defaultsOf(program);
  const row: MatterRow = {
    id: world.chance.uuid(),
    label: labelFrom('N', world.chance.bytes(7)),
    kind: 'accommodation',
    program: asked.program,
    rules: rules.id,
    openedOn: today,
    promisedBy: answerDay(decideAccommodationWithin, today, holidays),
    appealOf: undefined,
  };
  const opened = open(notOpened, {
    ...row,
    criteria: FOUR_PARTS,
    expression: fourPartTest,
    appealDays: appealLimit(program, rules, 'accommodation').days,
  });
  if (!opened.ok) {
    throw new Error(`a request could not be opened: ${opened.refusal.because}`);
  }
  return await world.records.as({ rights: 'candidate', person: asked.person }, async (records) => {
    await records.matters.oneFilingAtATime();
    const open = (await records.matters.mine()).filter(
      (matter) =>
        matter.kind === 'accommodation' &&
        matter.program === asked.program &&
        matter.status !== 'decided' &&
        matter.status !== 'withdrawn',
    );
    if (open.length > 0) {
      return refuse('already-asked', 'you have asked already, and that request is still open');
    }
    const claim = { kinds: [...may.value], need: asked.need.trim() };
    await records.matters.open(row, asked.person, claim, opened.value);
    for (const document of documents) {
      await records.documents.add(asked.person, { ...document, matter: row.id });
    }
    return success(row);
  });
}
