/**
 * Which letters one event of a complaint asks for, to whom, and each with the facts that its reader may know: what the types
 * of the letters let through, and nothing of the rest of the matter.
 */
import type { ConductEvent, Event } from '../../casework/conduct/conduct-event.ts';
import type { ConductMatter } from '../../casework/conduct/conduct-matter.ts';
import {
  APPEAL_GROUNDS,
  type AppealGround,
  isPublic,
  type Side,
} from '../../casework/conduct/conduct-rules.ts';
import { promisesNow } from '../../casework/conduct/promises.ts';
import { screeningAppealUntil } from '../../casework/conduct/screening-appeal.ts';
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import type { CodeOfConduct } from '../../program/definition/code-of-conduct.ts';
import type { Addressee, Envelope, Letter, Sender } from './letter.ts';
import { lettersAside } from './letters-aside.ts';
import { stepLate } from './step-late.ts';
import {
  type ClosedHow,
  closed,
  type Promised,
  received,
  screenedIn,
  screenedOut,
  screeningAppealDecided,
} from './to-complainant.ts';
import { invitation } from './to-others.ts';
import { recordsRequest, requestClosed } from './to-record-holder.ts';
import { appealDecided, decision, offer, tookEffect } from './to-respondent-decision.ts';
import { furtherDisclosure, hearingNotice, noCause, notice } from './to-respondent-notice.ts';
import { type AllegationTold, allegationTold, type FindingTold } from './told.ts';

export interface Correspondent {
  /** "respondent", "c1". */
  readonly key: string;
  readonly to: Addressee;
  readonly naming: 'to-all' | 'to-staff' | 'anonymous' | undefined;
  readonly hopes: string;
}

export interface Occasion {
  readonly event: ConductEvent;
  /** Everything before the event, and the event. */
  readonly events: readonly ConductEvent[];
  /** The matter after the event. */
  readonly state: ConductMatter;
  readonly label: string;
  readonly code: CodeOfConduct;
  readonly from: Sender;
  readonly people: readonly Correspondent[];
}

export interface LetterTo {
  readonly key: string;
  readonly letter: Letter;
}

const GROUNDS = Object.keys(APPEAL_GROUNDS) as readonly AppealGround[];

/** None where nobody needs one. */
export function lettersFor(occasion: Occasion): readonly LetterTo[] {
  const { event } = occasion;
  switch (event.type) {
    case 'received':
    case 'joined':
      return toComplaint(occasion, event.complaint, (envelope, { naming }) =>
        received({
          ...envelope,
          receivedOn: event.on,
          naming: naming ?? 'to-staff',
          promised: promisedTo(occasion.state, 'complainant'),
        }),
      );
    case 'screened':
      return screening(occasion, event);
    case 'screening-appeal-decided':
      return toComplainants(occasion, (envelope) =>
        screeningAppealDecided({
          ...envelope,
          decidedOn: event.on,
          upheld: event.upheld,
          reason: event.reason,
        }),
      );
    case 'closing-told':
      return toComplaint(occasion, event.complaint, (envelope, { hopes }) =>
        closed({
          ...{ ...envelope, closedOn: event.on, hopes },
          achieved: event.achieved,
          why: event.reason,
          how: howItEnded(occasion),
        }),
      );
    case 'promise-broken':
      return late(occasion, event, event.to, event.was, undefined);
    case 'extended':
      return late(occasion, event, event.to, wasBefore(occasion, event), {
        by: event.until,
        reason: event.reason,
      });
    case 'witness-invited':
      return toThose(
        occasion,
        occasion.people.filter(({ key }) => key === event.witness),
        (envelope) =>
          invitation({
            ...{ ...envelope, asked: event.asked, answerUntil: event.answerUntil },
            notAsked: [],
          }),
      );
    case 'records-asked':
    case 'records-closed':
      return toHolder(occasion, event);
    case 'notice-given':
    case 'disclosed':
    case 'hearing-noticed':
    case 'reviewed':
      return inquiry(occasion, event);
    case 'offered':
    case 'decided':
    case 'appeal-decided':
    case 'took-effect':
      return judgment(occasion, event);
    default:
      return toRespondent(occasion, (envelope) => lettersAside(envelope, occasion, event));
  }
}

type Write = (envelope: Envelope, person: Correspondent) => Letter | undefined;

const envelopeOf = ({ from, label, event }: Occasion, { to }: Correspondent): Envelope => ({
  ...{ from, to, label },
  dated: event.on,
});

const toThose = (
  occasion: Occasion,
  people: readonly Correspondent[],
  write: Write,
): readonly LetterTo[] =>
  people.flatMap((person) => {
    const letter = write(envelopeOf(occasion, person), person);
    return letter === undefined ? [] : [{ key: person.key, letter }];
  });
const toComplaint = (occasion: Occasion, complaint: string, write: Write) =>
  toThose(
    occasion,
    occasion.people.filter(({ key }) => key === complaint),
    write,
  );
const toComplainants = (occasion: Occasion, write: Write) =>
  toThose(
    occasion,
    occasion.people.filter(({ naming }) => naming !== undefined),
    write,
  );
/** A complaint about the body has nobody to write to on this side. */
const toRespondent = (occasion: Occasion, write: Write) =>
  toThose(
    occasion,
    occasion.state.about === 'body'
      ? []
      : occasion.people.filter(({ key }) => key === 'respondent'),
    write,
  );

const promisedTo = (state: ConductMatter, side: Side): readonly Promised[] =>
  promisesNow(state, side).map(({ step, by }) => ({ step, by }));

/** A holder answers where the request says; of whose records they are it reads what the request tells. */
function toHolder(
  occasion: Occasion,
  event: Event<'records-asked' | 'records-closed'>,
): readonly LetterTo[] {
  const { events, people } = occasion;
  const asked = events.find(
    (one): one is Event<'records-asked'> =>
      one.type === 'records-asked' && one.holder === event.holder,
  );
  if (asked === undefined) {
    return [];
  }
  const { subject, basis } = asked;
  const name = people.find(({ key }) => key === subject)?.to.name;
  return toThose(
    occasion,
    people.filter(({ key }) => key === event.holder),
    ({ from, ...rest }) => {
      const envelope = { ...rest, from: { ...from, contact: asked.answerTo } };
      return event.type === 'records-closed'
        ? requestClosed(envelope)
        : recordsRequest({
            ...{ ...envelope, what: asked.what, answerUntil: asked.answerUntil },
            whose: name === undefined || basis === undefined ? undefined : { name, basis },
          });
    },
  );
}

function screening(occasion: Occasion, event: Event<'screened'>): readonly LetterTo[] {
  const { state } = occasion;
  const until = screeningAppealUntil(state);
  return toComplainants(occasion, (envelope) =>
    until === undefined
      ? screenedIn({
          ...{ ...envelope, screenedOn: event.on },
          allegations: toldOf(occasion).map(({ provision }) => provision),
          promised: promisedTo(state, 'complainant'),
        })
      : screenedOut({
          ...{ ...envelope, screenedOn: event.on, answers: event.answers },
          appealUntil: until,
        }),
  );
}

/** The day promised before an extension; the state after it holds the new one. */
const wasBefore = ({ state }: Occasion, { step, to }: Event<'extended'>): CivilDate | undefined =>
  state.clocks
    .find((clock) => clock.step === step && clock.to === to && clock.doneOn === undefined)
    ?.extensions.at(-1)?.was;

function late(
  occasion: Occasion,
  { step }: Event<'extended'> | Event<'promise-broken'>,
  side: Side,
  was: CivilDate | undefined,
  anew: { readonly by: CivilDate; readonly reason: string } | undefined,
): readonly LetterTo[] {
  // A promise made anew before it ran out broke nothing; the page shows it.
  if (was === undefined || (anew !== undefined && occasion.event.on <= was)) {
    return [];
  }
  const write: Write = (envelope) => stepLate({ ...envelope, side, step, was, anew });
  return side === 'complainant' ? toComplainants(occasion, write) : toRespondent(occasion, write);
}

const toldOf = ({ state, code }: Occasion): readonly AllegationTold[] =>
  state.allegations.map((allegation) => allegationTold(allegation, code));

const disclosedIn = ({ state, events }: Occasion, ids: readonly string[]) =>
  state.evidence
    .filter(({ id }) => ids.includes(id))
    .map(({ id, sha256 }) => ({
      what:
        events.find(
          (event): event is Event<'evidence-added'> =>
            event.type === 'evidence-added' && event.id === id,
        )?.source ?? id,
      sha256,
    }));

function inquiry(
  occasion: Occasion,
  event: Event<'notice-given' | 'disclosed' | 'hearing-noticed' | 'reviewed'>,
): readonly LetterTo[] {
  const { state, people } = occasion;
  switch (event.type) {
    case 'notice-given':
      return toRespondent(occasion, (envelope) =>
        notice({
          ...{ ...envelope, receivedOn: state.receivedOn, answerUntil: event.answerUntil },
          complainants: people.flatMap(({ naming, to: { name } }) =>
            naming === undefined
              ? []
              : [
                  naming === 'to-all' && name !== undefined
                    ? { naming, name }
                    : { naming: naming === 'anonymous' ? naming : ('to-staff' as const) },
                ],
          ),
          allegations: toldOf(occasion),
          disclosed: disclosedIn(occasion, event.evidence),
          keptBack: event.keptBack,
        }),
      );
    case 'disclosed':
      return toRespondent(occasion, (envelope) =>
        furtherDisclosure({
          ...envelope,
          disclosed: disclosedIn(occasion, event.evidence),
          keptBack: [],
          answerUntil: state.stage === 'response' ? state.answerUntil : undefined,
        }),
      );
    case 'hearing-noticed':
      return toRespondent(occasion, (envelope) =>
        hearingNotice({
          ...{ ...envelope, day: event.day, whereAndWhen: event.whereAndWhen },
          mayBring: event.mayBring,
          accommodations: event.accommodations,
          allegations: state.allegations
            .filter(({ id }) => state.cause.includes(id))
            .map((allegation) => allegationTold(allegation, occasion.code).provision),
        }),
      );
    default:
      return state.cause.length > 0
        ? []
        : toRespondent(occasion, (envelope) =>
            noCause({
              ...envelope,
              findings: findingsTold(occasion, event.findings),
            }),
          );
  }
}

const findingsTold = (
  { state, code }: Occasion,
  findings: Event<'decided'>['findings'],
): readonly FindingTold[] =>
  findings.flatMap(({ allegation, breach, reason }) =>
    state.allegations
      .filter(({ id }) => id === allegation)
      .map((one) => ({ provision: allegationTold(one, code).provision, breach, reason })),
  );

function judgment(
  occasion: Occasion,
  event: Event<'offered' | 'decided' | 'appeal-decided' | 'took-effect'>,
): readonly LetterTo[] {
  const { state } = occasion;
  switch (event.type) {
    case 'offered':
      return toRespondent(occasion, (envelope) =>
        event.sanction === undefined
          ? undefined
          : offer({
              ...{ ...envelope, until: event.until, appealDays: state.rules.appealDays },
              findings: findingsTold(occasion, event.findings),
              sanction: event.sanction,
            }),
      );
    case 'decided':
      return toRespondent(occasion, (envelope) =>
        decision({
          ...{ ...envelope, decidedOn: event.on, how: event.how, standard: event.standard },
          findings: findingsTold(occasion, event.findings),
          sanction:
            event.sanction === undefined
              ? undefined
              : { laid: event.sanction, appeal: { until: event.appealUntil, grounds: GROUNDS } },
        }),
      );
    case 'appeal-decided':
      return toRespondent(occasion, (envelope) =>
        appealDecided({
          ...{ ...envelope, decidedOn: event.on, findings: event.findings },
          ...{ effect: event.effect, sanction: event.sanction },
        }),
      );
    default:
      return toRespondent(occasion, (envelope) =>
        tookEffect({
          ...{ ...envelope, tookEffectOn: event.on, sanction: event.sanction },
          publishedUntil: isPublic(event.sanction.kind) ? event.sanction.endsOn : undefined,
        }),
      );
  }
}

function howItEnded({ state, events }: Occasion): ClosedHow {
  const decided = events.findLast((event): event is Event<'decided'> => event.type === 'decided');
  const reversed = events.findLast(
    (event): event is Event<'appeal-decided'> => event.type === 'appeal-decided',
  );
  if (state.endedBy !== undefined || events.some(({ type }) => type === 'dropped')) {
    return { kind: state.endedBy === undefined ? 'dropped' : 'ended' };
  }
  if (decided === undefined) {
    return { kind: 'no-cause' };
  }
  if (reversed?.effect === 'reversed' && state.inForce === undefined) {
    return { kind: 'reversed' };
  }
  if (!decided.findings.some(({ breach }) => breach)) {
    return { kind: 'no-breach' };
  }
  if (state.about === 'body') {
    return { kind: 'remedy', remedy: decided.remedy ?? '' };
  }
  const sanction = state.inForce?.sanction;
  return {
    kind: 'breach',
    sanction:
      sanction === undefined || sanction.kind === 'private-reprimand'
        ? undefined
        : { kind: sanction.kind, endsOn: sanction.endsOn },
  };
}
