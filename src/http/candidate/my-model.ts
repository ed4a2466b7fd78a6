/** What `/my` shows of one program: what happens next first, then what was filed, what is owed, what is held. */
import { amountInWords } from '../../casework/fees/amount.ts';
import { type CivilDate, civilDateAt, inWords } from '../../kernel/dates/civil-date.ts';
import { defaultsOf } from '../../program/catalog/operator-defaults.ts';
import type { MyProgram, NextStep } from '../../web/pages/my/my-page.tsx';
import { en } from '../../web/words/en.ts';
import { myCredential } from '../../web/words/my-credential.ts';
import { renewal } from '../../web/words/renewal.ts';
import type { MatterLine, ProgramOverview } from '../../workflow/apply/my-overview.ts';
import type { ExamOffer } from '../../workflow/exam/exam-page.ts';
import { asSentence, feeName, lateBy, statusShown, whenShown } from './in-words.ts';

const words = en.candidate;

/** `offer` is what the exam page says; undefined where nothing has been decided yet. */
export function myProgram(
  overview: ProgramOverview,
  offer: ExamOffer | undefined,
  today: CivilDate,
): MyProgram {
  const { program, matters } = overview;
  return {
    id: program.id,
    name: program.name,
    notice: program.notice,
    steps: withOneMain([
      ...examRunning(program.id, offer),
      ...draftStep(overview),
      ...matters.flatMap((matter) => appealStep(matter)),
      ...examReady(program.id, offer),
      ...matters.flatMap((matter) => waitStep(matter, today)),
      ...feeSteps(overview),
      ...resultStep(offer),
      ...againStep(overview, offer),
    ]),
    matters: matters.map((matter) => ({
      label: matter.label,
      href: `/matters/${matter.id}`,
      kind: words.kinds[matter.kind],
      ...statusIn(matter),
      when: whenShown(matter, matter.decision?.on, today),
    })),
    fees: feesShown(overview),
    renewals: overview.credentials
      .filter(({ revoked }) => revoked === undefined)
      .flatMap(({ id }) => [
        { href: `/my/credential/${id}`, text: myCredential.link },
        { href: `/my/renewal/${id}`, text: renewal.link },
      ]),
    credentials: overview.credentials.map((credential) => ({
      href: `/c/${credential.newest}`,
      title: program.name,
      state:
        credential.revoked === undefined
          ? words.credential.valid(inWords(credential.validUntil))
          : words.credential.revoked(inWords(credential.revoked.on)),
    })),
    accommodationHref:
      isOpen(overview) || isEligible(offer) ? `/accommodation/${program.id}` : null,
  };
}

/** One primary button a program: the first. */
function withOneMain(steps: readonly NextStep[]): readonly NextStep[] {
  const first = steps.findIndex(({ action }) => action?.main === true);
  return steps.map((step, place) =>
    step.action === undefined || place === first
      ? step
      : { ...step, action: { ...step.action, main: false } },
  );
}

function statusIn(matter: MatterLine) {
  const { label, tone } = statusShown({ ...matter, met: matter.decision?.met });
  return { status: label, tone };
}

const isOpen = ({ matters }: ProgramOverview): boolean =>
  matters.some(
    ({ kind, status }) => kind === 'eligibility' && status !== 'decided' && status !== 'withdrawn',
  );

const isEligible = (offer: ExamOffer | undefined): boolean =>
  offer !== undefined &&
  offer.open?.started !== true &&
  offer.missing.every(({ kind }) => kind !== 'not-eligible');

function examRunning(program: string, offer: ExamOffer | undefined): readonly NextStep[] {
  return offer?.open?.started === true
    ? [
        {
          key: 'running',
          title: words.next.running,
          text: [words.next.runningText],
          action: { href: `/exam/${program}`, label: words.next.examAction, main: true },
        },
      ]
    : [];
}

function draftStep({ program, draftSaved }: ProgramOverview): readonly NextStep[] {
  return draftSaved === undefined
    ? []
    : [
        {
          key: 'draft',
          title: words.next.draft,
          text: [words.next.draftText(inWords(draftSaved))],
          action: { href: `/apply/${program.id}`, label: words.next.draftAction, main: true },
        },
      ];
}

function appealStep(matter: MatterLine): readonly NextStep[] {
  const until = matter.decision?.appealUntil;
  return until === undefined
    ? []
    : [
        {
          key: `appeal ${matter.id}`,
          title: words.next.appeal,
          text: [words.next.appealText(matter.label, inWords(until))],
          action: {
            href: `/matters/${matter.id}`,
            label: words.next.appealAction(matter.label),
            main: false,
          },
        },
      ];
}

function examReady(program: string, offer: ExamOffer | undefined): readonly NextStep[] {
  if (offer === undefined || !isEligible(offer)) {
    return [];
  }
  const href = `/exam/${program}`;
  if (offer.missing.length === 0) {
    const booked = offer.open !== undefined;
    return [
      {
        key: 'exam',
        title: booked ? words.next.booked : words.next.exam,
        text: [booked ? words.next.bookedText : words.next.examText],
        action: { href, label: words.next.examAction, main: true },
      },
    ];
  }
  return [
    {
      key: 'exam',
      title: words.next.examMissing,
      text: [words.next.examMissingText],
      items: offer.missing.map(({ because }) => asSentence(because)),
      action: { href, label: words.next.examMissingAction, main: true },
    },
  ];
}

function waitStep(matter: MatterLine, today: CivilDate): readonly NextStep[] {
  const { status, kind, promisedBy } = matter;
  if (status === 'decided' || status === 'withdrawn') {
    return [];
  }
  const titles = {
    recording: words.next.recording(kind),
    waiting: words.next.waiting(kind),
    'in-review': words.next.inReview(kind),
  };
  const day = inWords(promisedBy);
  const base = {
    key: `wait ${matter.id}`,
    title: titles[status],
    action: {
      href: `/matters/${matter.id}`,
      label: words.next.look(matter.label),
      main: false,
    },
  };
  return [
    matter.overdue
      ? {
          ...base,
          text: [words.next.lateText(day, lateBy(promisedBy, today))],
          also: { href: '/concern', label: words.next.lateConcern },
        }
      : { ...base, text: [words.next.waitText(day)] },
  ];
}

const feeSteps = ({ balances }: ProgramOverview): readonly NextStep[] =>
  balances
    .filter(({ owedCents }) => owedCents > 0)
    .map(({ owedCents, currency }) => ({
      key: `fees ${currency}`,
      title: words.next.fees(amountInWords(owedCents, currency)),
      text: [words.next.feesText],
    }));

function resultStep(offer: ExamOffer | undefined): readonly NextStep[] {
  const [newest] = offer?.handedIn ?? [];
  return newest === undefined
    ? []
    : [
        {
          key: 'result',
          title: words.next.result,
          text: [words.next.resultText],
          action: { href: `/results/${newest.id}`, label: words.next.resultAction, main: false },
        },
      ];
}

/** Nothing open, nothing won, nothing held: the way back in. */
function againStep(overview: ProgramOverview, offer: ExamOffer | undefined): readonly NextStep[] {
  const { program, draftSaved, matters, credentials } = overview;
  const holds = credentials.some(({ revoked }) => revoked === undefined);
  const under = isOpen(overview) || isEligible(offer) || offer?.open !== undefined;
  return matters.length === 0 || draftSaved !== undefined || holds || under
    ? []
    : [
        {
          key: 'again',
          title: words.next.apply,
          text: [words.next.applyText],
          action: { href: `/apply/${program.id}`, label: words.next.applyAction, main: false },
        },
      ];
}

function feesShown({ program, money: entries, balances }: ProgramOverview): MyProgram['fees'] {
  if (entries.length === 0) {
    return null;
  }
  const { zone } = defaultsOf(program);
  const lines = balances.flatMap(({ owedCents, creditCents, currency }) => [
    ...(owedCents > 0 ? [`${words.next.fees(amountInWords(owedCents, currency))}.`] : []),
    ...(creditCents > 0 ? [words.next.credit(amountInWords(creditCents, currency))] : []),
  ]);
  return {
    balance: lines.length === 0 ? words.fees.settled : lines.join(' '),
    entries: entries.map((entry) => ({
      key: entry.id,
      what: words.fees.line(words.fees.kinds[entry.kind], feeName(entry.fee, entry.fee)),
      on: inWords(civilDateAt(entry.at, zone)),
      amount: amountInWords(entry.cents, entry.currency),
    })),
  };
}
