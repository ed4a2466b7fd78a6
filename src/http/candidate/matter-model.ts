/** What the page of one matter shows: the outcome, every finding, what can be done and until when, what happened. */
import {
  ACCOMMODATIONS,
  grantedFrom,
  isAccommodation,
} from '../../casework/accommodation/accommodation.ts';
import { amountInWords } from '../../casework/fees/amount.ts';
import { NAME_REASONS } from '../../casework/person/name-change.ts';
import { type CivilDate, inWords, inWordsShort } from '../../kernel/dates/civil-date.ts';
import { programOf } from '../../program/catalog/catalog.ts';
import type { DecisionShown, MatterPageProps } from '../../web/pages/matter/matter-page.tsx';
import type { TimelineEvent } from '../../web/parts/timeline/timeline.tsx';
import { en } from '../../web/words/en.ts';
import { names as nameWords } from '../../web/words/names.ts';
import { renewal } from '../../web/words/renewal.ts';
import type { OwnMatter } from '../../workflow/apply/own-matter.ts';
import type { ExamOffer } from '../../workflow/exam/exam-page.ts';
import { examDaysInWords } from './exam-days.ts';
import { factShown, followsFrom, lateBy, statusShown } from './in-words.ts';

const words = en.candidate.matter;
const appeals = en.appeals;
const names = nameWords.my;

export type MatterModel = Omit<MatterPageProps, 'frame' | 'news'>;

/** What the exam has to do with it. */
interface OfExam {
  /** What the exam page says of this program: it knows the minutes and the days. */
  readonly offer: ExamOffer | undefined;
  /** Exams that a granted accommodation entitles to take again. */
  readonly again: readonly { readonly sitting: string; readonly takenOn: CivilDate }[];
}

export function matterModel(own: OwnMatter, exam: OfExam, today: CivilDate): MatterModel {
  const { row, state, decision } = own;
  const program = programOf(row.program);
  const { kind, label } = row;
  return {
    ...headOf(own, today),
    status: statusShown({
      status: state.status,
      kind,
      overdue: own.overdue,
      met: decision === undefined ? undefined : decision.outcome === 'met',
    }),
    label,
    program: program?.name ?? row.program,
    notice: program?.notice ?? '',
    filed: inWords(row.openedOn),
    promised: inWords(row.promisedBy),
    against: appealedAgainst(own) ?? null,
    decision: decisionShown(own),
    granted: grantedLines(own, exam.offer),
    ...choicesNow(own, exam, today),
    asked: askedShown(own),
    timeline: timelineOf(own, today),
    receipts: own.receipts.map((place) => ({
      href: `/matters/${row.id}/receipt/${place}`,
      text: words.receipt(place),
    })),
    documents: own.documents.map(({ id, originalName }) => ({ key: id, text: originalName })),
    supervisors: own.supervisors.map(({ name, answered }, place) => ({
      key: `${place}`,
      text: `${name} ${answered ? words.supervisorAnswered : words.supervisorWaits}`,
    })),
  };
}

/** The decision or the exam result that an appeal is against. */
function appealedAgainst({ against, againstResultOf }: OwnMatter) {
  if (against !== undefined) {
    return { href: `/matters/${against.id}`, text: against.label };
  }
  return againstResultOf === undefined
    ? undefined
    : { href: `/results/${againstResultOf}`, text: en.exam.result.title };
}

function headOf(
  { row, state, decision, overdue }: OwnMatter,
  today: CivilDate,
): Pick<MatterModel, 'title' | 'lead'> {
  const { kind, label } = row;
  if (decision !== undefined) {
    const lead = words.lead.decided(label, inWords(decision.decidedOn));
    return {
      title: words.decided[kind][decision.outcome],
      lead: decision.reversedByAppeal === undefined ? [lead] : [words.lead.reversed(label), lead],
    };
  }
  if (state.status === 'withdrawn') {
    return { title: words.withdrawn[kind], lead: [words.lead.withdrawn] };
  }
  const day = inWords(row.promisedBy);
  const next = en.candidate.next;
  const stands = state.status === 'decided' ? [] : [words.stands[state.status]];
  return {
    title: words.open[kind](label),
    lead: [
      overdue ? next.lateText(day, lateBy(row.promisedBy, today)) : next.waitText(day),
      ...stands,
    ],
  };
}

function decisionShown({ row, state, decision }: OwnMatter): DecisionShown | null {
  if (decision === undefined) {
    return null;
  }
  const { opening, facts, statement } = state;
  const program = programOf(row.program);
  return {
    together: words.findingsFor[row.kind],
    appeal: row.kind === 'appeal',
    findings: opening.criteria.map(({ id, title, rule }) => {
      const finding = decision.findings.find(({ criterion }) => criterion === id);
      return {
        id,
        title,
        rule,
        met: finding?.met ?? false,
        reason: finding?.reason ?? '',
        facts: facts
          .filter(({ criterion }) => criterion === id)
          .map((fact) => factShown(opening, program, fact)),
      };
    }),
    follows: [followsFrom(opening, decision.findings)],
    judged: judgedBy(row),
    statement,
  };
}

function judgedBy({ kind, rules, openedOn }: OwnMatter['row']): string {
  switch (kind) {
    case 'eligibility':
      return words.judged(rules, inWordsShort(openedOn));
    case 'accommodation':
      return words.fourParts;
    case 'renewal':
    case 'more-time':
      return words.hardship;
    case 'audit':
      return words.onShowing;
    case 'term-end':
      return words.onEnd;
    case 'name-change':
      return names.onNames;
    default:
      return words.onGrounds;
  }
}

function grantedLines(
  { row, decision, asked }: OwnMatter,
  offer: ExamOffer | undefined,
): readonly string[] {
  if (row.kind !== 'accommodation' || decision?.outcome !== 'met') {
    return [];
  }
  const kinds = asked.filter(isAccommodation);
  const titles = ACCOMMODATIONS.filter(({ id }) => kinds.includes(id)).map(({ title }) => title);
  const { breakMinutes } = grantedFrom(kinds);
  const form = offer?.form;
  return [
    ...titles,
    ...(form === undefined ? [] : [words.minutes(form.standardMinutes, form.minutes)]),
    ...(form !== undefined && breakMinutes > 0 ? [words.breaks(breakMinutes)] : []),
  ];
}

const ABOUT_RENEWING: ReadonlySet<string> = new Set(['renewal', 'more-time', 'audit', 'term-end']);
const toName = { href: '/my/name', text: names.toName, main: false };
const toRenewal = { href: '/my/renewal', text: renewal.link, main: false };

/** What the person can do, in sentences and as ways on. */
function choicesNow(
  own: OwnMatter,
  exam: OfExam,
  today: CivilDate,
): Pick<MatterModel, 'now' | 'actions'> {
  const { row, state, decision } = own;
  const address = `/matters/${row.id}`;
  const concern = { href: '/concern', text: words.concern, main: false };
  if (decision === undefined) {
    const withdraw = { href: `${address}/withdraw`, text: words.withdraw, main: false };
    const aboutYou = { href: '/my/about-you', text: words.aboutYou, main: false };
    return state.status === 'withdrawn'
      ? { now: [], actions: [] }
      : {
          now: [],
          actions: [
            {
              href: `/appeals#${row.kind === 'appeal' ? 'how' : row.kind}`,
              text: appeals.read,
              main: false,
            },
            ...(row.kind === 'eligibility' ? [aboutYou] : []),
            ...(ABOUT_RENEWING.has(row.kind) ? [toRenewal] : []),
            ...(row.kind === 'name-change' ? [toName] : []),
            // Neither was asked for by whoever it is about, so there is nothing to take back.
            ...(row.kind === 'audit' || row.kind === 'term-end' ? [] : [withdraw]),
            ...(own.overdue ? [concern] : []),
          ],
        };
  }
  return decision.outcome === 'met' ? won(own, exam, today) : lost(own, decision.appealUntil);
}

function won(own: OwnMatter, exam: OfExam, today: CivilDate): Pick<MatterModel, 'now' | 'actions'> {
  const { row, againstResultOf } = own;
  const against = appealedAgainst(own);
  if (row.kind === 'appeal' && againstResultOf === undefined) {
    return { now: [], actions: against === undefined ? [] : [{ ...against, main: true }] };
  }
  if (row.kind === 'name-change') {
    return { now: [names.answerNow], actions: [{ ...toName, main: true }] };
  }
  if (ABOUT_RENEWING.has(row.kind)) {
    return { now: [], actions: [{ ...toRenewal, main: true }] };
  }
  return {
    now: [
      ...(againstResultOf === undefined ? [] : [en.exam.result.appealUpheld]),
      ...daysGivenBack(own, exam, today),
      ...own.takenBack.map(({ cents, currency }) =>
        appeals.examDays.takenBack(amountInWords(cents, currency)),
      ),
    ],
    actions: [
      { href: `/exam/${row.program}`, text: words.toExam, main: true },
      ...exam.again.map(({ sitting, takenOn }) => ({
        href: `/results/${sitting}`,
        text: appeals.takeAgain.look(inWords(takenOn)),
        main: false,
      })),
    ],
  };
}

/** The days on which the exam may be taken, where waiting for an appeal took the first ones. */
function daysGivenBack(
  { row, againstResultOf }: OwnMatter,
  { offer }: OfExam,
  today: CivilDate,
): readonly string[] {
  const tries = (offer?.tries ?? []).filter(({ matter, by }) =>
    againstResultOf === undefined ? matter === row.id && by === 'appeal' : by === 'set-aside',
  );
  return examDaysInWords(tries, today, offer?.form?.kind !== 'operational');
}

function lost(own: OwnMatter, until: CivilDate): Pick<MatterModel, 'now' | 'actions'> {
  const { row, appealed } = own;
  const concern = { href: '/concern', text: words.concern, main: false };
  if (row.kind === 'appeal') {
    return { now: [words.appealFinal], actions: [concern] };
  }
  const again =
    row.kind === 'eligibility'
      ? [{ href: `/apply/${row.program}`, text: en.candidate.next.applyAction, main: false }]
      : [];
  if (own.mayAppeal) {
    return {
      now: [words.mayAppeal(inWords(until)), ...(again.length > 0 ? [words.applyAgain] : [])],
      actions: [{ href: `/matters/${row.id}/appeal`, text: words.appeal, main: true }, ...again],
    };
  }
  return {
    now: [appealed !== undefined ? words.appealLodged : words.appealOver(inWords(until))],
    actions: [
      ...(appealed === undefined
        ? []
        : [{ href: `/matters/${appealed.id}`, text: appealed.label, main: false }]),
      ...again,
      concern,
    ],
  };
}

function askedShown(own: OwnMatter): MatterModel['asked'] {
  const { row, state, asked, statement, name } = own;
  if (name !== undefined) {
    const why = NAME_REASONS.find((reason) => reason === name.reason);
    return {
      title: names.asked,
      items: [name.asked, ...(why === undefined ? [] : [names.why(names.reasons[why])])],
      statement,
    };
  }
  const choices =
    row.kind === 'appeal'
      ? state.opening.criteria
      : row.kind === 'accommodation'
        ? ACCOMMODATIONS
        : [];
  return choices.length === 0
    ? null
    : {
        title: row.kind === 'appeal' ? words.grounds : words.asked,
        items: choices.filter(({ id }) => asked.includes(id)).map(({ title }) => title),
        statement,
      };
}

function timelineOf(
  { row, state, timeline, overdue }: OwnMatter,
  today: CivilDate,
): readonly TimelineEvent[] {
  const past = timeline.map(({ type, on, effect }, place) => ({
    key: `${place} ${type}`,
    when: inWords(on),
    what: effect === undefined ? words.events[type] : words.effects[effect],
  }));
  if (state.status === 'decided' || state.status === 'withdrawn') {
    return past;
  }
  const day = inWords(row.promisedBy);
  return [
    ...past,
    {
      key: 'ahead',
      when: overdue ? en.candidate.when.overdue(day, lateBy(row.promisedBy, today)) : day,
      what: overdue ? words.aheadLate : words.ahead,
      ahead: true,
    },
  ];
}
