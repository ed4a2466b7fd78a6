/** Turns what a panel may read into the forms of its acts. */

import { calledIn } from '../../casework/conduct/called.ts';
import { effectsOf } from '../../casework/conduct/conduct-appeal.ts';
import type { ConductEvent, Event } from '../../casework/conduct/conduct-event.ts';
import { APPEAL_GROUNDS, type AppealEffect } from '../../casework/conduct/conduct-rules.ts';
import { namesToAsk, type OpenAct } from '../../casework/conduct/open-panel-acts.ts';
import type { PanelAct } from '../../casework/conduct/panel-acts.ts';
import { allegationsFor, foundField } from '../../casework/conduct/panel-form.ts';
import { type CivilDate, daysBetween, inWords } from '../../kernel/dates/civil-date.ts';
import { STANDARD_WORDS } from '../../reporting/letters/letter-words.ts';
import type { ActForm } from '../../web/pages/panels/act-page.tsx';
import type { OutcomeView } from '../../web/pages/panels/findings-form.tsx';
import type { NamesView } from '../../web/pages/panels/names-to-see.tsx';
import { recordView } from '../../web/pages/panels/record-view.ts';
import { conductTerms as terms } from '../../web/words/conduct-terms.ts';
import type { JudgedComplaint } from '../../workflow/conduct/complaint-views.ts';
import { type Fields, one } from '../server/visit.ts';

/** The form of an act, with how like cases ended for what was found so far. */
export function actForm(
  judged: JudgedComplaint,
  act: OpenAct,
  asked: {
    readonly member: string;
    readonly on: CivilDate;
    readonly form: Fields;
    /** What was typed, where it could be read. */
    readonly tried: PanelAct | undefined;
  },
): ActForm {
  const { state } = judged;
  const { evidence, allegations } = recordView(judged, asked.member, asked.on);
  const answered = allegationsFor(state, act).map(({ id }) => id);
  const findings = {
    allegations: allegations.filter(({ id }) => answered.includes(id)),
    evidence: evidence.filter(({ disclosed }) => disclosed),
  };
  switch (act) {
    case 'review':
      return { act, findings };
    case 'offer':
    case 'decide': {
      const sanction = state.about === 'body' ? undefined : sanctionView(judged, answered, asked);
      const outcome: OutcomeView = {
        ...findings,
        standard: STANDARD_WORDS[state.rules.standard],
        sanction,
        isOffer: act === 'offer',
      };
      return { act, outcome };
    }
    case 'decide-appeal':
      return { act, appeal: appealView(judged, asked.form) };
    case 'decide-screening-appeal':
      return { act, statement: latest(judged, 'screening-appealed')?.statement ?? '' };
    case 'decide-interim-appeal':
      return { act, statement: latest(judged, 'interim-appealed')?.statement ?? '' };
    case 'decide-reinstatement':
      return { act, statement: latest(judged, 'reinstatement-asked')?.statement ?? '' };
    case 'hear':
    case 'leave':
      return { act };
    default: {
      const unknown: never = act;
      return unknown;
    }
  }
}

const latest = <Type extends ConductEvent['type']>(
  { events }: JudgedComplaint,
  type: Type,
): Event<Type> | undefined => events.findLast((event): event is Event<Type> => event.type === type);

/** Like cases are those with the provisions found breached; before anything is found, with all that are answered. */
function sanctionView(
  { state, likeFor }: JudgedComplaint,
  answered: readonly string[],
  { tried, on }: { readonly tried: PanelAct | undefined; readonly on: CivilDate },
) {
  const outcome = tried?.act === 'decide' || tried?.act === 'offer' ? tried : undefined;
  const breached = outcome?.findings.filter(({ breach }) => breach).map((one) => one.allegation);
  const among = breached === undefined || breached.length === 0 ? answered : breached;
  const provisions = state.allegations
    .filter(({ id }) => among.includes(id))
    .map(({ provision }) => provision.number);
  const mine = outcome?.sanction;
  return {
    like: likeFor(provisions),
    mine: mine === undefined ? undefined : { kind: mine.kind, days: daysBetween(on, mine.endsOn) },
  };
}

const SANCTION_FIELDS = [
  ...['sanction', 'ends-month', 'ends-day', 'ends-year', 'conditions', 'aggravating', 'mitigating'],
  ...['reason', 'departure'],
];

function appealView(judged: JudgedComplaint, form: Fields) {
  const { grounds, decision } = judged.state;
  const before = decision?.sanction;
  const answers = grounds.map((ground) => one(form, foundField(ground)));
  // What was typed about a sanction stays before whoever typed it, also where the findings now rule one out.
  const typedSanction = SANCTION_FIELDS.some((name) => one(form, name) !== '');
  const possible: readonly AppealEffect[] =
    !typedSanction && answers.every((answer) => answer !== '')
      ? effectsOf(
          grounds.map((ground, place) => ({ ground, found: answers[place] === 'yes', reason: '' })),
        )
      : ['stands', ...grounds.flatMap((ground) => APPEAL_GROUNDS[ground])];
  return {
    grounds,
    statement: latest(judged, 'appealed')?.statement ?? '',
    effects: [...new Set(possible)],
    before:
      before === undefined
        ? undefined
        : { kind: terms.sanctions[before.kind], until: inWords(before.endsOn) },
  };
}

/** Whom the panel can ask about, what it asked, and a name that is shown now. */
export function namesView(
  { state, requests }: JudgedComplaint,
  typed: NamesView['typed'],
  shown:
    | { readonly request: string; readonly fullName: string; readonly contact: string }
    | undefined,
): NamesView {
  const asked = requests.map(({ id, role, answer }) => ({
    id,
    who: calledIn(role),
    standing:
      answer === undefined
        ? ('waiting' as const)
        : answer.consented
          ? ('consented' as const)
          : ('refused' as const),
    reason: answer?.reason ?? '',
  }));
  const seen = asked.find(({ id }) => id === shown?.request);
  return {
    people: namesToAsk(state).map((key) => ({ value: key, label: calledIn(key) })),
    asked,
    shown:
      shown === undefined || seen === undefined
        ? undefined
        : { who: seen.who, name: shown.fullName, contact: shown.contact },
    typed,
  };
}
