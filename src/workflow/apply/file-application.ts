/**
 * Files an application: one transaction that opens the matter with the rules and criteria of today and a promised
 * date, ties the documents to it, enters the charges, writes to the supervisors and to the candidate, and drops the
 * draft. Either all of it happens or none. Filing twice (a double press, two tabs) leaves one matter.
 */
import { supervisorsOf } from '../../casework/application/draft.ts';
import type { PageValues } from '../../casework/application/field.ts';
import { pagesFor } from '../../casework/application/form-pages.ts';
import { open } from '../../casework/matter/decide.ts';
import { labelFrom } from '../../casework/matter/label.ts';
import { notOpened } from '../../casework/matter/matter.ts';
import { readFormerNames } from '../../casework/person/name.ts';
import { textIn } from '../../casework/person/typed-text.ts';
import { type CivilDate, inWords } from '../../kernel/dates/civil-date.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { appealLimit } from '../../program/catalog/appeal-days.ts';
import { defaultsOf } from '../../program/catalog/operator-defaults.ts';
import type { MatterRow } from '../ports/matter-history.ts';
import type { World } from '../ports/ports.ts';
import type { Records } from '../ports/records.ts';
import {
  type Application,
  type ApplicationRefusal,
  answersOn,
  applicationIn,
  mayFile,
  NAME_PAGE,
  type StandingRefusal,
} from './application.ts';
import { askSupervisors } from './ask-supervisors.ts';
import { filingCharges, promiseOf, reviewOf } from './review-application.ts';

export type FileRefusal =
  | ApplicationRefusal
  | Exclude<StandingRefusal, 'already-filed'>
  | 'not-complete'
  | 'changed-since'
  | 'declaration-missing'
  | 'no-day-to-promise';

export interface Filed {
  readonly matter: MatterRow;
  /** It was filed before, by an earlier press of the same button. */
  readonly before: boolean;
}

type FileWorld = Pick<World, 'records' | 'clock' | 'chance' | 'origin'>;

export async function fileApplication(
  world: FileWorld,
  asked: {
    readonly person: string;
    readonly program: string;
    /** What the person looked at before pressing; see Review. */
    readonly seen: string;
    readonly declared: boolean;
  },
): Promise<Result<Filed, FileRefusal>> {
  const actor = { rights: 'candidate', person: asked.person } as const;
  return await world.records.as(actor, async (records) => {
    await records.matters.oneFilingAtATime();
    const found = await applicationIn(records, world.clock.today(), asked.program);
    if (!found.ok) {
      return found;
    }
    const application = found.value;
    if (application.standing.kind === 'filed') {
      return success({ matter: application.standing.matter, before: true });
    }
    const may = mayBeFiled(application, asked);
    if (!may.ok) {
      return may;
    }
    const row = rowOf(world, application, may.value);
    await openMatter(records, application, row);
    await fileDocuments(records, application, row.id);
    await enterCharges(records, world, application, row.id);
    const candidate = await keepNames(records, application);
    await askSupervisors(records, world, {
      matter: row.id,
      program: application.program,
      zone: defaultsOf(application.program).zone,
      candidate,
      supervisors: supervisorsOf(application.rules, application.draft),
    });
    await records.mail.tellSubject({
      id: world.chance.uuid(),
      matter: row.id,
      ...confirmation(world, application, row),
    });
    await records.drafts.drop(asked.program);
    return success({ matter: row, before: false });
  });
}

/** The promised day, where nothing stands in the way. */
function mayBeFiled(
  application: Application,
  asked: { readonly seen: string; readonly declared: boolean },
): Result<CivilDate, Exclude<FileRefusal, ApplicationRefusal>> {
  const may = mayFile(application);
  if (!may.ok) {
    // An application that is filed already was answered before this.
    return refuse(
      may.refusal.kind === 'already-eligible' ? 'already-eligible' : 'sitting-open',
      may.refusal.because,
    );
  }
  const review = reviewOf(application);
  if (application.savedAt === undefined || review.missing.length > 0) {
    return refuse('not-complete', 'something is still missing in your application');
  }
  if (review.seen !== asked.seen) {
    return refuse(
      'changed-since',
      'your answers were changed after this page was opened, perhaps in another window. Look at them again, then file',
    );
  }
  if (!asked.declared) {
    return refuse('declaration-missing', 'tick the box to say that what you wrote is true');
  }
  const promise = promiseOf(application);
  return promise.ok ? success(promise.value.by) : promise;
}

const rowOf = (
  world: FileWorld,
  { program, rules, today }: Application,
  promisedBy: CivilDate,
): MatterRow => ({
  id: world.chance.uuid(),
  label: labelFrom('E', world.chance.bytes(7)),
  kind: 'eligibility',
  program: program.id,
  rules: rules.id,
  openedOn: today,
  promisedBy,
  appealOf: undefined,
});

async function openMatter(
  records: Records,
  { program, rules, draft, person }: Application,
  row: MatterRow,
): Promise<void> {
  const opened = open(notOpened, {
    ...row,
    criteria: rules.criteria.map(({ id, title, rule }) => ({ id, title, rule })),
    expression: rules.pathway,
    appealDays: appealLimit(program, rules, 'eligibility').days,
  });
  if (!opened.ok) {
    throw new Error(`an application could not be opened: ${opened.refusal.because}`);
  }
  // Answers on pages that no longer apply are claimed by nobody, so they are not kept.
  const pages = new Set(pagesFor(rules, draft).map(({ id }) => id));
  const answers: Record<string, PageValues> = {};
  for (const [page, values] of Object.entries(draft.answers)) {
    if (pages.has(page)) {
      answers[page] = values;
    }
  }
  await records.matters.open(row, person.id, { answers }, opened.value);
}

/** Papers for what is no longer claimed are taken out, not filed. */
async function fileDocuments(
  records: Records,
  { rules, draft, documents }: Application,
  matter: string,
): Promise<void> {
  const asked = new Set(
    pagesFor(rules, draft).flatMap((page) => page.documents.map(({ supports }) => supports)),
  );
  const filed = documents.filter(({ supports }) => asked.has(supports));
  await records.documents.file(
    filed.map(({ id }) => id),
    matter,
  );
  for (const { id } of documents.filter((document) => !filed.includes(document))) {
    await records.documents.remove(id);
  }
}

async function enterCharges(
  records: Records,
  world: FileWorld,
  application: Application,
  matter: string,
): Promise<void> {
  for (const { kind, fee, cents, currency, reference } of filingCharges(application, matter)) {
    await records.money.enter(
      {
        id: world.chance.uuid(),
        person: application.person.id,
        program: application.program.id,
        matter,
        kind,
        fee,
        cents,
        currency,
        reference,
      },
      undefined,
    );
  }
}

/**
 * Whoever holds nothing yet goes by the name on their documents from now on. Whoever holds a credential goes by the name it
 * bears until another one is decided (see ask-name.ts). Every other name is kept beside it, so that each can be kept from
 * whoever decides. Answers the name the account goes by.
 */
async function keepNames(records: Records, { draft, person }: Application): Promise<string> {
  const values = answersOn(draft, NAME_PAGE) ?? {};
  const fullName = textIn(values, 'full-name');
  const former = readFormerNames(textIn(values, 'former-names'));
  const names = [...(former.ok ? former.value : []), ...person.formerNames, person.fullName];
  return await records.people.writeNames(
    fullName,
    [...new Set(names)].filter((name) => name !== fullName),
  );
}

const confirmation = (world: FileWorld, { program }: Application, row: MatterRow) => ({
  subject: `Your application ${row.label} is filed`,
  body: `Your application for ${program.name} (${program.designation}) is filed. Its label is ${row.label}.

You have our answer by ${inWords(row.promisedBy)}. You can see how far it is at any time:

${world.origin}/matters/${row.id}

${program.notice}
`,
});
