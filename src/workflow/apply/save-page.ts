/**
 * Saves one page of an application. What was typed is kept before anything else, right or wrong; each file is cleaned
 * and kept, and one that cannot be kept is named with the way to mend it, while the rest stays.
 */
import { nextPage, withPage } from '../../casework/application/draft.ts';
import type { Page, PageValues } from '../../casework/application/field.ts';
import { pageOf } from '../../casework/application/form-pages.ts';
import { readPage } from '../../casework/application/read-page.ts';
import { readFormerNames, readName } from '../../casework/person/name.ts';
import { type Mistake, type Typed, textIn } from '../../casework/person/typed-text.ts';
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { World } from '../ports/ports.ts';
import type { DocumentRow, PersonRow, Records } from '../ports/records.ts';
import {
  type Application,
  type ApplicationRefusal,
  applicationIn,
  mayFile,
  openApplication,
  type StandingRefusal,
} from './application.ts';
import { storeUpload, type Upload } from './store-upload.ts';

const MOST_DOCUMENTS_A_PAGE = 10;

/** A file, and the criterion it is about. */
export interface SupportingUpload extends Upload {
  readonly supports: string;
}

export interface SavedPage {
  /** Mistakes in fields, and refused files under the name of their file box. */
  readonly mistakes: readonly Mistake[];
  /** The page to go on with; undefined after the last. */
  readonly next: string | undefined;
}

/** The name under which a page sends the file about a criterion. */
export const fileField = (supports: string): string => `document~${supports}`;

type SaveWorld = Pick<World, 'records' | 'clock' | 'chance' | 'cleaner' | 'files'>;

export async function savePage(
  world: SaveWorld,
  asked: {
    readonly person: string;
    readonly program: string;
    readonly page: string;
    readonly typed: Typed;
    readonly uploads: readonly SupportingUpload[];
  },
): Promise<Result<SavedPage, ApplicationRefusal | StandingRefusal | 'no-such-page'>> {
  const actor = { rights: 'candidate', person: asked.person } as const;
  const welcome = asked.uploads.length === 0 ? success(true) : await asksForFiles(world, asked);
  if (!welcome.ok) {
    return welcome;
  }
  const files = await cleanedFiles(world, asked);
  return await world.records.as(actor, async (records) => {
    await records.matters.oneFilingAtATime();
    const today = world.clock.today();
    const found = await applicationIn(records, today, asked.program);
    if (!found.ok) {
      return found;
    }
    const may = mayFile(found.value);
    if (!may.ok) {
      return may;
    }
    const page = pageOf(found.value.rules, asked.page);
    if (page === undefined || page.kind === 'check') {
      return refuse('no-such-page', 'this application has no such page');
    }
    const { values, errors } = readWithCare(page, asked.typed, today, found.value.person);
    const draft = withPage(found.value.draft, page.id, values);
    await records.drafts.save(asked.program, draftToStore(draft.answers));
    const refused = await addFiles(records, found.value, page, files);
    return success({
      mistakes: [...errors, ...refused],
      next: nextPage(found.value.rules, draft, page.id)?.id,
    });
  });
}

/** No file is kept for an application that does not exist or takes none now. */
async function asksForFiles(
  world: SaveWorld,
  asked: { readonly person: string; readonly program: string },
): Promise<Result<true, ApplicationRefusal | StandingRefusal>> {
  const found = await openApplication(world, asked);
  return found.ok ? mayFile(found.value) : found;
}

const draftToStore = (answers: Readonly<Record<string, PageValues>>): Json => ({ answers });

/** What the form alone cannot know: that a name is a name, and that nobody confirms their own work. */
export function readWithCare(
  page: Page,
  typed: Typed,
  on: CivilDate,
  person: Pick<PersonRow, 'email'>,
): { readonly values: PageValues; readonly errors: readonly Mistake[] } {
  const { values, errors } = readPage(page, typed, on);
  const clear = (field: string): boolean => errors.every((error) => error.field !== field);
  const more: Mistake[] = [];
  if (page.kind === 'name' && clear('full-name') && clear('former-names')) {
    const name = readName(textIn(values, 'full-name'), 'Name on your documents');
    const former = readFormerNames(textIn(values, 'former-names'));
    more.push(...(name.ok ? [] : [{ field: 'full-name', message: name.refusal.because }]));
    more.push(...(former.ok ? [] : [{ field: 'former-names', message: former.refusal.because }]));
  }
  if (page.kind === 'employer' && textIn(values, 'supervisor-email') === person.email) {
    more.push({
      field: 'supervisor-email',
      message:
        'Email address of your supervisor: this is your own address. Write that of somebody else who knows your work.',
    });
  }
  return { values, errors: [...errors, ...more] };
}

type Cleaned =
  | { readonly ok: true; readonly row: DocumentRow }
  | { readonly ok: false; readonly mistake: Mistake };

/** Looked at before the records are touched: this takes longest, and writes nothing that anybody could see. */
async function cleanedFiles(
  world: SaveWorld,
  asked: { readonly program: string; readonly uploads: readonly SupportingUpload[] },
): Promise<readonly Cleaned[]> {
  const cleaned: Cleaned[] = [];
  for (const upload of asked.uploads) {
    const stored = await storeUpload(world, upload, {
      program: asked.program,
      supports: upload.supports,
    });
    cleaned.push(
      stored.ok
        ? { ok: true, row: stored.value }
        : {
            ok: false,
            mistake: { field: fileField(upload.supports), message: `${stored.refusal.because}.` },
          },
    );
  }
  return cleaned;
}

/** The same file sent twice, as a second press does, is kept once. */
async function addFiles(
  records: Records,
  application: Application,
  page: Page,
  files: readonly Cleaned[],
): Promise<readonly Mistake[]> {
  const mistakes: Mistake[] = [];
  const there = application.documents.filter(({ supports }) => asksFor(page, supports));
  for (const file of files) {
    if (!file.ok) {
      mistakes.push(file.mistake);
    } else if (!asksFor(page, file.row.supports)) {
      mistakes.push({
        field: fileField(file.row.supports),
        message: `"${file.row.originalName}" was not kept: this page asks for no such document.`,
      });
    } else if (there.length >= MOST_DOCUMENTS_A_PAGE) {
      mistakes.push({
        field: fileField(file.row.supports),
        message: `"${file.row.originalName}" was not kept: there are ${MOST_DOCUMENTS_A_PAGE} documents here already. Remove one first.`,
      });
    } else if (!there.some((row) => sameFile(row, file.row))) {
      await records.documents.add(application.person.id, file.row);
      there.push(file.row);
    }
  }
  return mistakes;
}

const asksFor = (page: Page, supports: string): boolean =>
  page.documents.some((document) => document.supports === supports);

const sameFile = (one: DocumentRow, other: DocumentRow): boolean =>
  one.sha256 === other.sha256 && one.supports === other.supports;
