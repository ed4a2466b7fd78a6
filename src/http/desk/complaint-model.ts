/** A complaint as its page on the desk shows it: every day, choice and person in words. */
import type { Event } from '../../casework/conduct/conduct-event.ts';
import type { ConductMatter } from '../../casework/conduct/conduct-matter.ts';
import { promisesNow } from '../../casework/conduct/promises.ts';
import { type CivilDate, inWords, inWordsShort } from '../../kernel/dates/civil-date.ts';
import type {
  ComplaintView,
  LetterShown,
  PromiseShown,
  StageShown,
} from '../../web/pages/complaint/complaint-view.ts';
import { isRecordsEvent, requestsIn } from '../../web/pages/panels/records-asked.tsx';
import { complaints as list, complaint as words } from '../../web/words/complaints.ts';
import { concernWords } from '../../web/words/concern-words.ts';
import type { HandledComplaint } from '../../workflow/conduct/complaint-views.ts';
import type { App } from '../server/app.ts';
import { actsOffered } from './complaint-acts.ts';
import { happenedIn } from './complaint-events.ts';
import { actorsOf, calledOnDesk } from './complaint-names.ts';
import {
  allegedIn,
  disclosedIn,
  evidenceIn,
  panelsIn,
  partiesIn,
  saidIn,
} from './complaint-record.ts';
import { daysLate, programName } from './in-words.ts';

export function complaintView(app: App, handled: HandledComplaint, reader: string): ComplaintView {
  const { row, events, state, version } = handled;
  const today = app.world.clock.today();
  const dayOf = (at: number) => inWords(app.world.clock.dayOf(at));
  const nameOf = actorsOf(handled);
  return {
    ...{ id: row.id, label: row.label, version },
    facts: factsOf(handled),
    holds: holdsOf(handled),
    nearest: nearestOf(state, today),
    stages: stagesOf(state),
    ...actsOffered(handled, { on: today, by: reader }),
    promises: promisesOf(state, today),
    alleged: allegedIn(handled),
    parties: partiesIn(handled),
    said: saidIn(handled, dayOf),
    evidence: evidenceIn(handled, nameOf),
    requests: requestsIn(events.filter(isRecordsEvent), today),
    disclosed: disclosedIn(events),
    panels: panelsIn(handled, nameOf),
    decision: decisionOf(state),
    letters: handled.letters.map((letter): LetterShown => {
      const party = handled.parties.find(({ id }) => id === letter.party);
      return {
        id: letter.id,
        on: dayOf(letter.writtenAt),
        to: party === undefined ? words.theBody : calledOnDesk(party.key),
        subject: letter.subject,
        stands:
          letter.returnedOn === undefined
            ? words.sent
            : words.returnedOn(inWords(letter.returnedOn)),
      };
    }),
    happened: happenedIn(events, nameOf),
    handlers: handled.colleagues
      .filter(({ isIn }) => isIn)
      .map(({ person, fullName }) => ({ name: fullName, isYou: person === reader })),
    colleagues: handled.colleagues
      .filter(({ isIn }) => !isIn)
      .map(({ person, fullName }) => ({ person, name: fullName })),
  };
}

function factsOf({ row, state }: HandledComplaint): ComplaintView['facts'] {
  const { facts } = words;
  const { bound } = state;
  const chosen = concernWords.en;
  const labels: Readonly<Record<string, string>> = {
    ...chosen.groundChoices,
    ...chosen.settingChoices,
  };
  const reach =
    bound === undefined
      ? facts.never
      : bound.until === undefined
        ? facts.since(inWords(bound.since))
        : facts.fromTo(inWords(bound.since), inWords(bound.until));
  return [
    { term: facts.about, value: list.abouts[row.about] },
    { term: facts.program, value: programName(row.program) },
    { term: facts.received, value: inWords(state.receivedOn) },
    {
      term: facts.grounds,
      value: row.grounds.map((id) => labels[id] ?? id).join(', ') || facts.none,
    },
    {
      term: facts.setting,
      value: row.setting === undefined ? facts.notSaid : (labels[row.setting] ?? row.setting),
    },
    ...(row.about === 'person' ? [{ term: facts.bound, value: reach }] : []),
    { term: facts.rules, value: row.rules },
  ];
}

function holdsOf({ state, suspendedNow }: HandledComplaint): readonly string[] {
  const { stayedSince, withdrawnOn, interim, endedBy, stage } = state;
  return [
    ...(stayedSince === undefined ? [] : [words.stayedSince(inWords(stayedSince))]),
    ...(withdrawnOn === undefined || stage === 'closed'
      ? []
      : [words.withdrawnOn(inWords(withdrawnOn))]),
    ...(suspendedNow && interim !== undefined
      ? [words.suspendedUntil(inWords(interim.until))]
      : []),
    ...(endedBy === undefined ? [] : [words.endedBy[endedBy]]),
  ];
}

export interface NearestPromise {
  readonly by: CivilDate;
  readonly to: string;
  readonly step: string;
}

/** The promise that runs out first; undefined where none runs. While the matter rests, the clocks stand still. */
export function nearestPromise(state: ConductMatter): NearestPromise | undefined {
  const open = promisesNow(state);
  const [first] = open;
  if (first === undefined) {
    return undefined;
  }
  const { by, step, to } = first;
  const both = open.some((one) => one.step === step && one.by === by && one.to !== to);
  return { by, step: list.steps[step], to: both ? list.both : list.promisedTo[to] };
}

function nearestOf(state: ConductMatter, today: CivilDate): ComplaintView['nearest'] {
  const nearest = nearestPromise(state);
  return nearest === undefined
    ? undefined
    : {
        by: inWords(nearest.by),
        daysLate: daysLate(nearest.by, today),
        what: `${nearest.step}, ${nearest.to}`,
      };
}

const USUAL_WAY = [
  'screening',
  'notice',
  'response',
  'investigation',
  'review',
  'hearing',
  'decision',
  'appeal-window',
  'effect',
  'monitoring',
  'closed',
] as const;
/** Stages that many matters never see: shown where one is at them, or has been. */
const BESIDE = {
  'screening-appeal': 'screening',
  appeal: 'appeal-window',
  reinstatement: 'monitoring',
} as const;

function stagesOf(state: ConductMatter): readonly StageShown[] {
  const { stage, clocks } = state;
  const doneOn = (step: string): CivilDate | undefined =>
    clocks.findLast((clock) => clock.step === step)?.doneOn;
  const way = USUAL_WAY.flatMap((usual) => [
    usual,
    ...(Object.keys(BESIDE) as (keyof typeof BESIDE)[]).filter(
      (beside) =>
        BESIDE[beside] === usual &&
        (stage === beside || clocks.some(({ step }) => step === beside)),
    ),
  ]);
  const at = way.indexOf(stage);
  return way
    .map((key, place): StageShown => {
      const stands = place === at ? 'now' : place < at ? 'done' : 'ahead';
      const day = doneOn(key);
      return {
        ...{ key, name: list.stages[key], stands },
        day: day === undefined ? undefined : inWordsShort(day),
      };
    })
    .filter(({ key, stands }) => stage !== 'closed' || stands !== 'done' || wasAt(state, key));
}

/** A matter that closed early has not been through everything before the end. */
const wasAt = ({ clocks, inForce, decision }: ConductMatter, key: string): boolean =>
  clocks.some(({ step }) => step === key) ||
  (key === 'appeal-window' && decision?.sanction !== undefined) ||
  (key === 'monitoring' && inForce !== undefined);

function promisesOf(state: ConductMatter, today: CivilDate): readonly PromiseShown[] {
  return state.clocks
    .map((clock, place): PromiseShown => {
      const { step, to, by, doneOn, broken, extensions } = clock;
      const isLate = doneOn !== undefined && doneOn > by;
      return {
        key: String(place),
        by: inWordsShort(by),
        daysLate: doneOn === undefined && state.stayedSince === undefined ? daysLate(by, today) : 0,
        step: list.steps[step],
        to: list.sides[to],
        stands: doneOn === undefined ? 'running' : isLate ? 'late' : 'kept',
        notes: [
          ...extensions.map(({ was, reason }) => words.extended(inWordsShort(was), reason)),
          ...broken.map(({ was }) => words.broken(inWordsShort(was))),
        ],
        doneOn: doneOn === undefined ? undefined : inWordsShort(doneOn),
      };
    })
    .toReversed()
    .toSorted(
      (one, other) => Number(one.stands !== 'running') - Number(other.stands !== 'running'),
    );
}

function decisionOf({ decision, inForce, publishedOn }: ConductMatter): ComplaintView['decision'] {
  if (decision === undefined) {
    return [];
  }
  const { decisionFacts: facts } = words;
  const { sanction, remedy } = decision;
  return [
    { term: facts.how, value: words.howDecided[decision.how] },
    { term: facts.standard, value: words.standard[decision.standard] },
    {
      term: facts.sanction,
      value:
        sanction === undefined
          ? words.noSanction
          : words.until(list.sanctions[sanction.kind], inWords(sanction.endsOn)),
    },
    ...sanctionFacts(sanction),
    ...(remedy === undefined ? [] : [{ term: facts.remedy, value: remedy }]),
    ...(sanction === undefined
      ? []
      : [{ term: facts.appealUntil, value: inWords(decision.appealUntil) }]),
    ...(inForce === undefined ? [] : [{ term: facts.inForce, value: inWords(inForce.since) }]),
    ...(publishedOn === undefined ? [] : [{ term: facts.published, value: inWords(publishedOn) }]),
  ];
}

function sanctionFacts(sanction: Event<'decided'>['sanction']): ComplaintView['decision'] {
  const { decisionFacts: facts } = words;
  return sanction === undefined
    ? []
    : [
        ...(sanction.conditions.length === 0
          ? []
          : [{ term: facts.conditions, value: sanction.conditions.join('; ') }]),
        { term: facts.reason, value: sanction.reason },
      ];
}
