/** The decider's pages: the queue, the packet, taking, stepping aside, deciding, asking to see an identity. */
import { createElement } from 'react';
import type { Finding } from '../../casework/matter/matter.ts';
import { outcomeFromFindings } from '../../program/pathway/expression.ts';
import { PacketPage } from '../../web/pages/packet/packet.tsx';
import { QueuePage } from '../../web/pages/queue/queue.tsx';
import type { FieldMistake } from '../../web/parts/field/field.tsx';
import { renderPage } from '../../web/parts/page-frame/render-page.ts';
import { en } from '../../web/words/en.ts';
import { refusalSentence } from '../../web/words/refusals.ts';
import {
  decideMatter,
  stepAsideFromMatter,
  takeMatter,
} from '../../workflow/review/decide-matter.ts';
import { askIdentity } from '../../workflow/review/identity.ts';
import { type Packet, packetOf, reviewQueue } from '../../workflow/review/packet.ts';
import type { App } from '../server/app.ts';
import { refusalPage } from '../server/problem-pages.ts';
import {
  type Fields,
  type Handler,
  one,
  page,
  redirect,
  type SignedInVisit,
  signedIn,
} from '../server/visit.ts';
import { metField, reasonField } from './field-names.ts';
import { outcomeWords, reviewRow } from './in-words.ts';
import { packetModel } from './packet-model.ts';

const desk = en.desk;

type ReviewRoute =
  | 'queue'
  | 'packet'
  | 'packet-take'
  | 'packet-step-aside'
  | 'packet-decide'
  | 'identity-ask';
const QUEUE = { href: '/desk/queue', label: desk.queue.title };

export function reviewHandlers(app: App): Readonly<Record<ReviewRoute, Handler>> {
  return {
    queue: signedIn(async ({ session, frame }) => {
      const rows = await reviewQueue(app.world, session.person);
      return page(
        renderPage(
          createElement(QueuePage, {
            frame,
            title: desk.queue.title,
            intro: desk.queue.intro,
            rows: rows.map((row) => reviewRow(row, `/desk/matters/${row.id}`)),
          }),
        ),
      );
    }),
    packet: signedIn((visit) => showPacket(app, visit, {})),
    'packet-take': signedIn(async (visit) => {
      const matter = one(visit.params, 'matter');
      const taken = await takeMatter(app.world, { reviewer: visit.session.person, matter });
      return taken.ok
        ? redirect(`/desk/matters/${matter}`)
        : refusalPage(visit.frame, taken.refusal, QUEUE);
    }),
    'packet-step-aside': signedIn((visit) => stepAside(app, visit)),
    'packet-decide': signedIn((visit) => decide(app, visit)),
    'identity-ask': signedIn((visit) => ask(app, visit)),
  };
}

async function stepAside(app: App, visit: SignedInVisit) {
  const matter = one(visit.params, 'matter');
  const reason = one(visit.form, 'step-aside');
  const done = await stepAsideFromMatter(app.world, {
    reviewer: visit.session.person,
    matter,
    reason,
  });
  if (done.ok) {
    return redirect('/desk/queue');
  }
  return done.refusal.kind === 'reason-missing'
    ? await showPacket(app, visit, {
        typed: visit.form,
        mistakes: [{ field: 'step-aside', message: refusalSentence(done.refusal) }],
      })
    : refusalPage(visit.frame, done.refusal, QUEUE);
}

async function ask(app: App, visit: SignedInVisit) {
  const matter = one(visit.params, 'matter');
  const done = await askIdentity(app.world, {
    reviewer: visit.session.person,
    matter,
    reason: one(visit.form, 'identity'),
  });
  if (done.ok) {
    const { identity: _sent, ...typed } = visit.form;
    return await showPacket(app, visit, { typed, news: desk.packet.askedIdentity });
  }
  switch (done.refusal.kind) {
    case 'reason-missing':
      return await showPacket(app, visit, {
        typed: visit.form,
        mistakes: [{ field: 'identity', message: refusalSentence(done.refusal) }],
      });
    case 'already-asked':
      return await showPacket(app, visit, {
        typed: visit.form,
        news: refusalSentence(done.refusal),
        status: 409,
      });
    default:
      return refusalPage(visit.frame, done.refusal, QUEUE);
  }
}

async function decide(app: App, visit: SignedInVisit) {
  const matter = one(visit.params, 'matter');
  const found = await packetOf(app.world, { reviewer: visit.session.person, matter });
  if (!found.ok) {
    return refusalPage(visit.frame, found.refusal, QUEUE);
  }
  const { findings, mistakes } = findingsSent(found.value, visit.form);
  if (mistakes.length > 0) {
    return await showPacket(app, visit, { mistakes, typed: visit.form });
  }
  if (one(visit.form, 'step') === 'try-out') {
    return await showPacket(app, visit, {
      typed: visit.form,
      news: desk.packet.wouldFollow(
        outcomeWords(found.value.kind, outcomeOf(found.value, findings)),
      ),
    });
  }
  const done = await decideMatter(app.world, {
    reviewer: visit.session.person,
    matter,
    seen: Number(one(visit.form, 'seen')),
    findings,
  });
  if (done.ok) {
    return redirect(`/desk/matters/${matter}`);
  }
  if (done.refusal.kind === 'someone-wrote-first') {
    // The page is shown anew with everything that was typed, under the newer version of the matter.
    return await showPacket(app, visit, {
      typed: visit.form,
      news: desk.packet.changedMeanwhile,
      status: 409,
    });
  }
  return refusalPage(visit.frame, done.refusal, QUEUE);
}

const outcomeOf = (packet: Packet, findings: readonly Finding[]) =>
  outcomeFromFindings(
    packet.expression,
    new Map(findings.map(({ criterion, met }) => [criterion, met])),
  )
    ? 'met'
    : 'not-met';

function findingsSent(packet: Packet, form: Fields) {
  const appeal = packet.kind === 'appeal';
  const mistakes: FieldMistake[] = [];
  const findings: Finding[] = [];
  for (const criterion of packet.criteria) {
    const met = one(form, metField(criterion.id));
    const reason = one(form, reasonField(criterion.id)).trim();
    if (met !== 'yes' && met !== 'no') {
      mistakes.push({
        field: metField(criterion.id),
        message: `${criterion.title}: ${appeal ? 'choose found or not found' : 'choose met or not met'}.`,
      });
    } else if (reason === '' && (met === 'no' || appeal)) {
      const what = appeal ? (met === 'yes' ? 'found' : 'not found') : 'not met';
      mistakes.push({
        field: reasonField(criterion.id),
        message: `${criterion.title}: say why it is ${what}, in words the person can understand.`,
      });
    } else {
      // The reason that was proposed for "not met" is none for "met".
      const left = met === 'yes' && reason === desk.packet.nothingOffered;
      findings.push({ criterion: criterion.id, met: met === 'yes', reason: left ? '' : reason });
    }
  }
  return { findings, mistakes };
}

interface PageExtra {
  readonly mistakes?: readonly FieldMistake[];
  readonly typed?: Fields;
  readonly news?: string;
  readonly status?: number;
}

async function showPacket(app: App, { session, params, frame }: SignedInVisit, extra: PageExtra) {
  const matter = one(params, 'matter');
  const found = await packetOf(app.world, { reviewer: session.person, matter });
  if (!found.ok) {
    return refusalPage(frame, found.refusal, QUEUE);
  }
  const mistakes = extra.mistakes ?? [];
  return page(
    renderPage(
      createElement(PacketPage, {
        frame,
        address: `/desk/matters/${matter}`,
        ...packetModel(found.value, extra.typed),
        mistakes,
        news: extra.news,
      }),
    ),
    mistakes.length > 0 ? 422 : (extra.status ?? 200),
  );
}
