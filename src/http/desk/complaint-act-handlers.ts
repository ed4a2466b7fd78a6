/** One act on a complaint: its form, and what was sent with it. Mistakes come back at their fields, with everything typed. */
import { createElement } from 'react';
import { labeledParties } from '../../casework/conduct/called.ts';
import { openActs, whyNot } from '../../casework/conduct/open-acts.ts';
import { type AskedAct, HANDLER_ACTS, readAct } from '../../casework/conduct/read-act.ts';
import { holdsName } from '../../casework/matter/holds-name.ts';
import type { Refusal, Result } from '../../kernel/result/result.ts';
import { ActPage } from '../../web/pages/complaint-act/act-page.tsx';
import type { FieldMistake } from '../../web/parts/field/field.tsx';
import { renderPage } from '../../web/parts/page-frame/render-page.ts';
import { complaintActs as words } from '../../web/words/complaint-acts.ts';
import { complaint as complaintWords } from '../../web/words/complaints.ts';
import { refusalSentence } from '../../web/words/refusals.ts';
import { askForRecordsOf, noteRecordsFrom } from '../../workflow/conduct/ask-for-records.ts';
import { askWitness, takeInStatementOf } from '../../workflow/conduct/ask-witness.ts';
import { type HandledComplaint, handledComplaint } from '../../workflow/conduct/complaint-views.ts';
import {
  addCopyTo,
  addEvidenceTo,
  announceDraw,
  type EvidenceFile,
  handleComplaint,
  handOnEvidence,
  makeDraw,
  redeliverLetter,
  reopenComplaint,
} from '../../workflow/conduct/handle-complaint.ts';
import type { App } from '../server/app.ts';
import { missingPage, refusalPage } from '../server/problem-pages.ts';
import {
  type Fields,
  type Handler,
  one,
  page,
  type Reply,
  redirect,
  type SignedInVisit,
  signedIn,
} from '../server/visit.ts';
import { actFacts, actFields } from './act-form.ts';
import { type AskedForm, fieldLabel, withoutCopy } from './asked-form.ts';
import { addressOf, inMatter } from './complaint-handlers.ts';
import { fieldOfRefusal } from './field-of-refusal.ts';
import { filesSent } from './files-sent.ts';

export function complaintActHandlers(
  app: App,
): Readonly<Record<'complaint-act' | 'complaint-act-send', Handler>> {
  return {
    'complaint-act': signedIn(async (visit) => {
      const form = await formOf(app, visit);
      return form === undefined ? missingPage(visit.frame) : shown(visit, form, []);
    }),
    'complaint-act-send': signedIn(async (visit) => {
      const form = await formOf(app, visit);
      return form === undefined ? missingPage(visit.frame) : await send(app, visit, form);
    }),
  };
}

/** Undefined where there is no such act, no such complaint, or it is not the reader's to see. */
async function formOf(app: App, visit: SignedInVisit): Promise<AskedForm | undefined> {
  const act = HANDLER_ACTS.find((known) => known === one(visit.params, 'act'));
  const handled =
    act === undefined ? undefined : await handledComplaint(app.world, inMatter(visit));
  return act === undefined || handled === undefined
    ? undefined
    : {
        ...{ act, handled, reader: visit.session.person, on: app.world.clock.today() },
        typed: visit.form,
      };
}

const isOpen = ({ act, handled, on, reader }: AskedForm): boolean =>
  openActs(handled.state, { on, by: reader }).some((open) => open.act === act) &&
  (act !== 'add-copy' || withoutCopy(handled).length > 0);

function shown(
  visit: SignedInVisit,
  form: AskedForm,
  mistakes: readonly FieldMistake[],
  status = mistakes.length > 0 ? 422 : 200,
): Reply {
  const { act, handled, on, reader } = form;
  if (!isOpen(form)) {
    const because = whyNot(handled.state, { on, by: reader }, act);
    return notPossible(visit, {
      kind: status === 409 ? 'someone-wrote-first' : 'not-now',
      because,
    });
  }
  const { row, version } = handled;
  return page(
    renderPage(
      createElement(ActPage, {
        ...{ frame: visit.frame, act, version, mistakes },
        matter: { id: row.id, label: row.label },
        facts: actFacts(form),
        fields: actFields(form),
      }),
    ),
    status,
  );
}

const notPossible = (visit: SignedInVisit, refusal: Refusal): Reply =>
  refusalPage(visit.frame, refusal, { href: addressOf(visit), label: complaintWords.backTo });

async function send(app: App, visit: SignedInVisit, form: AskedForm): Promise<Reply> {
  const { act, handled } = form;
  const seen = Number.parseInt(one(visit.form, 'seen'), 10);
  if (seen !== handled.version) {
    return shown(visit, form, [{ field: 'act', message: complaintWords.changedMeanwhile }], 409);
  }
  if (!isOpen(form)) {
    return shown(visit, form, []);
  }
  const pool = handled.pool.map(({ person }) => person);
  const read = readAct(visit.form, {
    ...{ act, state: handled.state, on: form.on, pool },
    words: { label: fieldLabel, choose: words.choose },
  });
  const files = await filesSent(app.world, act, visit.files, visit.form);
  const mistakes = [...(read.ok ? [] : read.mistakes), ...files.mistakes];
  if (!read.ok || mistakes.length > 0) {
    return shown(visit, form, mistakes);
  }
  const done = await taken(app, visit, read.value, files.kept);
  return done.ok ? redirect(`${addressOf(visit)}?news=${act}`) : refused(visit, form, done.refusal);
}

function refused(visit: SignedInVisit, form: AskedForm, refusal: Refusal): Reply {
  switch (refusal.kind) {
    case 'no-such-complaint':
      return missingPage(visit.frame);
    case 'excluded':
      return notPossible(visit, refusal);
    case 'someone-wrote-first':
      return shown(visit, form, [{ field: 'act', message: complaintWords.changedMeanwhile }], 409);
    default: {
      const field =
        refusal.kind === 'names-somebody'
          ? form.act === 'invite-witness'
            ? 'asked'
            : (fieldThatNames(visit.form, form.handled) ?? 'act')
          : fieldOfRefusal(form.act, refusal.kind);
      return shown(visit, form, [{ field, message: sentenceAt(field, refusal) }]);
    }
  }
}

/** "Until: it ends after today and by Friday, May 29, 2026." */
const sentenceAt = (field: string, refusal: Refusal): string =>
  field === 'act' ? refusalSentence(refusal) : `${fieldLabel(field)}: ${refusal.because}.`;

/** The first box in which somebody concerned is named, or the holder who is asked. Its own name stands where it belongs. */
function fieldThatNames(typed: Fields, { parties }: HandledComplaint): string | undefined {
  const asked = one(typed, 'holder-name').trim();
  const names = [
    ...labeledParties(parties).flatMap((party) => party.names),
    ...(asked === '' ? [] : [asked]),
  ];
  return Object.entries(typed).find(
    ([field, value]) =>
      !field.startsWith('holder-') &&
      [value].flat().some((text) => names.some((name) => holdsName(text, name))),
  )?.[0];
}

function taken(
  app: App,
  visit: SignedInVisit,
  act: AskedAct,
  { original, copy }: { readonly original?: EvidenceFile; readonly copy?: EvidenceFile },
): Promise<Result<unknown, string>> {
  const { world } = app;
  const asked = { ...inMatter(visit), seen: Number.parseInt(one(visit.form, 'seen'), 10) };
  switch (act.act) {
    case 'announce-draw':
      return announceDraw(world, { ...asked, panel: act.panel });
    case 'draw':
      return makeDraw(world, { ...asked, panel: act.panel, ties: act.ties });
    case 'add-evidence':
      return addEvidenceTo(world, {
        ...{ ...asked, kind: act.kind, source: act.source },
        ...{ original: needed(original), copy },
      });
    case 'add-copy':
      return addCopyTo(world, { ...asked, evidence: act.id, copy: needed(copy) });
    case 'reopen':
      return reopenComplaint(world, {
        ...{ ...asked, reason: act.reason, original: needed(original), copy },
      });
    case 'hand-on':
      return handOnEvidence(world, { ...asked, evidence: act.id, to: act.to });
    case 'invite-witness':
      return askWitness(world, {
        ...{ ...asked, whom: act.whom, asked: act.asked, answerUntil: act.answerUntil },
      });
    case 'ask-for-records':
      return askForRecordsOf(world, { ...asked, whom: act.whom, request: act.request });
    case 'note-records': {
      const { holder, how, reason } = act;
      return noteRecordsFrom(world, { ...asked, holder, how, reason, original, copy });
    }
    case 'take-in':
      return takeInStatementOf(world, { ...asked, witness: act.witness });
    case 'redeliver':
      return redeliverLetter(world, {
        ...{ ...asked, what: act.what, letter: act.letter, reason: act.reason },
      });
    default:
      return handleComplaint(world, { ...asked, act });
  }
}

function needed(file: EvidenceFile | undefined): EvidenceFile {
  if (file === undefined) {
    throw new Error('an act that needs a file was taken without one');
  }
  return file;
}
