/** The decider's pages: the queue, the packet, taking, stepping aside, deciding, asking to see an identity. */
import { createElement } from 'react';
import type { Finding } from '../../casework/matter/matter.ts';
import { inWords } from '../../kernel/dates/civil-date.ts';
import { evaluate } from '../../program/pathway/evaluate.ts';
import { PacketPage } from '../../web/pages/packet/packet.tsx';
import { QueuePage } from '../../web/pages/queue/queue.tsx';
import type { FieldMistake } from '../../web/parts/field/field.tsx';
import { renderPage } from '../../web/parts/page-frame/render-page.ts';
import { desk } from '../../web/words/desk.ts';
import {
  decideMatter,
  stepAsideFromMatter,
  takeMatter,
} from '../../workflow/review/decide-matter.ts';
import { askIdentity } from '../../workflow/review/identity.ts';
import {
  type EarlierDecision,
  type Packet,
  packetOf,
  reviewQueue,
} from '../../workflow/review/packet.ts';
import { rulesFor } from '../../workflow/review/records-form.ts';
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
import { daysLate, expressionLines, outcomeWords, programName, queueRow } from './in-words.ts';

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
      const today = app.world.clock.today();
      return page(
        renderPage(
          createElement(QueuePage, {
            frame,
            title: desk.queue.title,
            intro: desk.queue.intro,
            rows: rows.map((row) =>
              queueRow(
                row,
                `/desk/matters/${row.id}`,
                today,
                row.decider === session.person ? desk.queue.yours : undefined,
              ),
            ),
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
        mistakes: [{ field: 'step-aside', message: sentence(done.refusal.because) }],
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
    return await showPacket(app, visit, { news: desk.packet.askedIdentity });
  }
  return done.refusal.kind === 'reason-missing'
    ? await showPacket(app, visit, {
        mistakes: [{ field: 'identity', message: sentence(done.refusal.because) }],
      })
    : refusalPage(visit.frame, done.refusal, QUEUE);
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
      news: sentence(done.refusal.because),
    });
  }
  return refusalPage(visit.frame, done.refusal, QUEUE);
}

function findingsSent(packet: Packet, form: Fields) {
  const mistakes: FieldMistake[] = [];
  const findings: Finding[] = [];
  for (const criterion of packet.criteria) {
    const met = one(form, metField(criterion.id));
    const reason = one(form, reasonField(criterion.id)).trim();
    if (met !== 'yes' && met !== 'no') {
      mistakes.push({
        field: metField(criterion.id),
        message: `${criterion.title}: choose met or not met.`,
      });
    } else if (met === 'no' && reason === '') {
      mistakes.push({
        field: reasonField(criterion.id),
        message: `${criterion.title}: say why it is not met, in words the person can understand.`,
      });
    } else {
      findings.push({ criterion: criterion.id, met: met === 'yes', reason });
    }
  }
  return { findings, mistakes };
}

async function showPacket(
  app: App,
  { session, params, frame }: SignedInVisit,
  extra: {
    readonly mistakes?: readonly FieldMistake[];
    readonly typed?: Fields;
    readonly news?: string;
  },
) {
  const matter = one(params, 'matter');
  const found = await packetOf(app.world, { reviewer: session.person, matter });
  if (!found.ok) {
    return refusalPage(frame, found.refusal, QUEUE);
  }
  const packet = found.value;
  const today = app.world.clock.today();
  const titles = new Map(packet.criteria.map(({ id, title }) => [id, title]));
  const mistakes = extra.mistakes ?? [];
  return page(
    renderPage(
      createElement(PacketPage, {
        frame,
        address: `/desk/matters/${matter}`,
        label: packet.label,
        kind: packet.kind,
        program: programName(packet.program),
        rules: packet.rules,
        opened: inWords(packet.openedOn),
        promised: inWords(packet.promisedBy),
        daysLate: packet.decision === undefined ? daysLate(packet.promisedBy, today) : 0,
        version: packet.version,
        standing: standingOf(packet),
        criteria: criteriaShown(packet, extra.typed),
        follows: expressionLines(packet.expression, titles),
        statement: packet.statement,
        appealed: packet.appealed === undefined ? undefined : earlier(packet.appealed),
        decision:
          packet.decision === undefined
            ? undefined
            : {
                outcome: outcomeWords(packet.kind, packet.decision.outcome),
                findings: findingsShown(packet.decision.findings, titles),
              },
        mistakes,
        news: extra.news,
      }),
    ),
    mistakes.length > 0 ? 422 : 200,
  );
}

function standingOf(packet: Packet) {
  if (packet.decision !== undefined) {
    return 'decided';
  }
  if (packet.yours) {
    return 'yours';
  }
  return packet.status === 'waiting' ? 'to-take' : 'not-yours';
}

function criteriaShown(packet: Packet, typed: Fields | undefined) {
  const rules = packet.kind === 'eligibility' ? rulesFor(packet.program, packet.rules) : undefined;
  const facts = new Map(
    packet.criteria.map(({ id }) => [
      id,
      new Map(
        packet.facts.filter((fact) => fact.criterion === id).map((fact) => [fact.fact, fact.value]),
      ),
    ]),
  );
  const readings = new Map(
    rules === undefined
      ? []
      : evaluate(rules, facts, packet.openedOn).criteria.map((reading) => [reading.id, reading]),
  );
  return packet.criteria.map(({ id, title, rule }) => {
    const reading = readings.get(id);
    const offered = reading?.offered ?? true;
    return {
      id,
      title,
      rule,
      facts: packet.facts
        .filter((fact) => fact.criterion === id)
        .map(({ label, value, basis }) => ({
          label,
          value: valueInWords(packet, id, label, value),
          basis,
        })),
      reading: reading?.offered === true ? reading.because : undefined,
      metName: metField(id),
      reasonName: reasonField(id),
      met: typed === undefined ? '' : one(typed, metField(id)),
      reason:
        typed === undefined
          ? offered
            ? ''
            : desk.packet.nothingOffered
          : one(typed, reasonField(id)),
    };
  });
}

/** A choice is shown by its label, yes and no as words; numbers and dates as they were recorded. */
function valueInWords(packet: Packet, criterion: string, label: string, value: string): string {
  const definition = rulesFor(packet.program, packet.rules)
    ?.criteria.find(({ id }) => id === criterion)
    ?.facts.find((fact) => fact.label === label);
  const option = definition?.options?.find((one) => one.value === value);
  if (option !== undefined) {
    return option.label;
  }
  return value === 'yes' ? 'Yes' : value === 'no' ? 'No' : value;
}

const earlier = (decision: EarlierDecision) => ({
  outcome: outcomeWords(decision.kind, decision.outcome),
  on: inWords(decision.decidedOn),
  facts: decision.facts.map(({ label, value, basis }) => ({ label, value, basis })),
  findings: findingsShown(
    decision.findings,
    new Map(decision.criteria.map(({ id, title }) => [id, title])),
  ),
});

const findingsShown = (findings: readonly Finding[], titles: ReadonlyMap<string, string>) =>
  findings.map(({ criterion, met, reason }) => ({
    title: titles.get(criterion) ?? criterion,
    met,
    reason,
  }));

const sentence = (because: string): string =>
  `${because.charAt(0).toUpperCase()}${because.slice(1)}${/[.!?]$/.test(because) ? '' : '.'}`;
