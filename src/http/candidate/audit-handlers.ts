/** The audit of one's own hours: files added, somebody asked, leave, the answer, a gap filled. */
import { createElement } from 'react';
import { readTypedDate } from '../../casework/application/typed-values.ts';
import { isRunning, type Pause } from '../../casework/renewal/audit-state.ts';
import { inWords, inWordsShort } from '../../kernel/dates/civil-date.ts';
import { AuditPage, type AuditPageProps } from '../../web/pages/my-renewal/audit-page.tsx';
import type { FieldMistake } from '../../web/parts/field/field.tsx';
import { renderPage } from '../../web/parts/page-frame/render-page.ts';
import { renewal as words } from '../../web/words/renewal.ts';
import {
  askToConfirm,
  backFromLeave,
  fillGap,
  sayBeforeEnd,
  sayLeave,
  sendAnswer,
} from '../../workflow/renew/answer-audit.ts';
import { addProof } from '../../workflow/renew/claim-hours.ts';
import type { MyRenewal } from '../../workflow/renew/my-renewal.ts';
import type { App } from '../server/app.ts';
import { missingPage, refusalPage } from '../server/problem-pages.ts';
import {
  type Handler,
  many,
  one,
  page,
  type Reply,
  redirect,
  type SignedInVisit,
} from '../server/visit.ts';
import { asSentence } from './in-words.ts';
import { typedDay, withRenewal } from './renewal-handlers.ts';
import { addressOf, nameOf } from './renewal-view.ts';

const own = words.audit;

export function auditHandlers(
  app: App,
): Readonly<Record<'my-audit' | 'my-audit-act' | 'my-audit-activity', Handler>> {
  return {
    'my-audit': withRenewal(app, async (visit, mine) => show(visit, mine, [])),
    'my-audit-act': withRenewal(app, (visit, mine) => act(app, visit, mine)),
    'my-audit-activity': withRenewal(app, (visit, mine) => actOnActivity(app, visit, mine)),
  };
}

function show(visit: SignedInVisit, mine: MyRenewal, mistakes: readonly FieldMistake[]): Reply {
  const { audit } = mine;
  if (audit === undefined) {
    return missingPage(visit.frame);
  }
  const told: Readonly<Record<string, string>> = words.my.news;
  const at = addressOf(mine);
  return page(
    renderPage(
      createElement(AuditPage, {
        ...{ frame: visit.frame, credential: mine.held.credential.id, name: nameOf(mine) },
        ...{ mistakes, news: told[one(visit.query, 'news')] },
        lotteryHref: `/audits/${audit.lottery}`,
        stands: standsOf(mine),
        open: audit.answeredOn === undefined && audit.decided === undefined,
        paused: audit.paused?.why,
        activities: mine.audited.map(({ id, title, provider, to, hours, evidence }) => ({
          id,
          what: `${title}, ${provider}, ${inWordsShort(to)}, ${hours} h`,
          proofHref:
            evidence === null || evidence.startsWith('signed:')
              ? undefined
              : `${at}/proofs/${evidence}`,
          asked: mine.confirmations
            .filter(({ activity }) => activity === id)
            .map(({ name, answeredAt }) =>
              answeredAt === undefined ? own.asked(name) : own.confirmed(name),
            ),
        })),
        gap: gapOf(mine),
        end: endOf(visit, mine),
      }),
    ),
    mistakes.length > 0 ? 422 : 200,
  );
}

function standsOf(mine: MyRenewal): readonly string[] {
  const { audit } = mine;
  if (audit === undefined) {
    return [own.none];
  }
  const { decided, paused, answeredOn, answerBy } = audit;
  if (decided !== undefined) {
    const { outcome, makeGoodBy } = decided;
    return [
      outcome === 'passed'
        ? words.my.auditDecided.passed
        : isRunning(audit) && makeGoodBy !== null && audit.end === undefined
          ? words.my.auditDecided.failed(inWords(makeGoodBy))
          : audit.end !== undefined && audit.end.closed === undefined
            ? own.gapLeft
            : words.my.auditDecided.over,
    ];
  }
  if (answeredOn !== undefined) {
    return [own.answered(inWords(answeredOn))];
  }
  return [own.by(inWords(answerBy)), ...pauseLines(paused, mine)];
}

function pauseLines(paused: Pause | undefined, { confirmations }: MyRenewal): readonly string[] {
  const { why, leaveUntil, askedUntil } = paused ?? {};
  const owed = confirmations.some(({ answeredAt }) => answeredAt === undefined);
  return [
    ...(why === 'leave' && leaveUntil !== undefined ? [own.paused.leave(inWords(leaveUntil))] : []),
    ...(askedUntil !== undefined && owed ? [own.paused['third-party'](inWords(askedUntil))] : []),
  ];
}

function endOf(visit: SignedInVisit, { audit, matters }: MyRenewal): AuditPageProps['end'] {
  const end = audit?.end;
  if (end === undefined) {
    return undefined;
  }
  const matter = matters.find(
    ({ kind, openedOn }) => kind === 'term-end' && openedOn >= end.announcedOn,
  );
  const { closed, decided, said, answerBy } = end;
  const canSay = said === undefined && matter === undefined && decided === undefined;
  const stands =
    closed !== undefined
      ? [closed.how === 'kept' ? own.endKept : own.endDone(inWords(closed.on))]
      : decided !== undefined
        ? [own.endDecided(inWords(decided.appealUntil))]
        : said !== undefined
          ? [own.endSaid(inWords(said.on)), own.endUnchanged]
          : [canSay ? own.endTold(inWords(answerBy)) : own.endWaits, own.endUnchanged];
  return {
    stands,
    matterHref: decided === undefined || matter === undefined ? undefined : `/matters/${matter.id}`,
    say: canSay && closed === undefined ? one(visit.form, 'words') : undefined,
  };
}

function gapOf({ audit, hours }: MyRenewal): AuditPageProps['gap'] {
  const by = audit?.decided?.makeGoodBy ?? null;
  if (audit === undefined || by === null || audit.end !== undefined || !isRunning(audit)) {
    return undefined;
  }
  return {
    text: own.gapText(inWords(by)),
    choices: hours.fates
      .filter(({ kind }) => kind === 'counts')
      .map(({ activity: { id, title, to, hours: count } }) => ({
        value: id,
        label: `${title}, ${inWordsShort(to)}, ${count} h`,
      })),
  };
}

async function act(app: App, visit: SignedInVisit, mine: MyRenewal): Promise<Reply> {
  const asked = { person: visit.session.person, credential: mine.held.credential.id };
  const at = `${addressOf(mine)}/audit`;
  switch (one(visit.params, 'act')) {
    case 'leave': {
      const until = readTypedDate(own.leaveUntil, typedDay(visit), app.world.clock.today());
      if (!until.ok) {
        return show(visit, mine, [{ field: 'until', message: until.refusal.because }]);
      }
      const done = await sayLeave(app.world, { ...asked, until: until.value });
      return done.ok
        ? redirect(`${at}?news=paused`)
        : show(visit, mine, [{ field: 'until', message: asSentence(done.refusal.because) }]);
    }
    case 'back':
      return answered(visit, mine, await backFromLeave(app.world, asked), `${at}?news=resumed`);
    case 'answer':
      return answered(visit, mine, await sendAnswer(app.world, asked), `${at}?news=answered`);
    case 'fill': {
      const activities = many(visit.form, 'activities');
      const done = await fillGap(app.world, { ...asked, activities });
      return done.ok
        ? redirect(`${at}?news=filled`)
        : show(visit, mine, [{ field: 'activities', message: asSentence(done.refusal.because) }]);
    }
    case 'say': {
      const done = await sayBeforeEnd(app.world, { ...asked, words: one(visit.form, 'words') });
      return done.ok
        ? redirect(`${at}?news=said`)
        : done.refusal.kind === 'words-missing'
          ? show(visit, mine, [{ field: 'words', message: asSentence(done.refusal.because) }])
          : refusalPage(visit.frame, done.refusal, { href: at, label: own.title });
    }
    default:
      return missingPage(visit.frame);
  }
}

const answered = (
  visit: SignedInVisit,
  mine: MyRenewal,
  done: Awaited<ReturnType<typeof sendAnswer>>,
  to: string,
): Reply =>
  done.ok
    ? redirect(to)
    : refusalPage(visit.frame, done.refusal, {
        href: `${addressOf(mine)}/audit`,
        label: own.title,
      });

async function actOnActivity(app: App, visit: SignedInVisit, mine: MyRenewal): Promise<Reply> {
  const activity = one(visit.params, 'activity');
  const asked = { person: visit.session.person, credential: mine.held.credential.id, activity };
  const at = `${addressOf(mine)}/audit`;
  if (one(visit.params, 'act') === 'proof') {
    const field = `proof-${activity}`;
    const upload = visit.files.find((file) => file.field === field);
    const done = await addProof(app.world, {
      ...asked,
      upload: upload ?? { name: '', bytes: new Uint8Array(), tooLarge: false },
    });
    return done.ok
      ? redirect(`${at}?news=proof`)
      : show(visit, mine, [{ field, message: asSentence(done.refusal.because) }]);
  }
  if (one(visit.params, 'act') !== 'ask') {
    return missingPage(visit.frame);
  }
  const done = await askToConfirm(app.world, {
    ...asked,
    name: one(visit.form, `name-${activity}`),
    email: one(visit.form, `email-${activity}`),
  });
  if (done.ok === 'mistakes') {
    return show(
      visit,
      mine,
      done.mistakes.map(({ field, message }) => ({ field: `${field}-${activity}`, message })),
    );
  }
  return done.ok
    ? redirect(`${at}?news=linked`)
    : show(visit, mine, [{ field: `name-${activity}`, message: asSentence(done.refusal.because) }]);
}
