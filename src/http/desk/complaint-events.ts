/** Each event of a complaint in words: what happened, when, by whom, and what it says. The latest first. */
import type {
  AllegationFinding,
  ConductEvent,
  NamingBasis,
} from '../../casework/conduct/conduct-event.ts';
import { inWords } from '../../kernel/dates/civil-date.ts';
import type { HappenedShown } from '../../web/pages/complaint/complaint-view.ts';
import { complaints as list, complaint as words } from '../../web/words/complaints.ts';
import { conductTerms as terms } from '../../web/words/conduct-terms.ts';
import { calledOnDesk } from './complaint-names.ts';

type NameOf = (person: string) => string;

export const happenedIn = (
  events: readonly ConductEvent[],
  nameOf: NameOf,
): readonly HappenedShown[] =>
  events
    .map((event, place) => ({
      key: String(place),
      when: inWords(event.on),
      what: list.events[event.type],
      by: 'by' in event ? words.byWhom(nameOf(event.by)) : undefined,
      details: detailsOf(event, nameOf),
    }))
    .toReversed();

function detailsOf(event: ConductEvent, nameOf: NameOf): readonly string[] {
  switch (event.type) {
    case 'received':
      return event.allegations.map(({ provision, words: said }) => `${provision.number}: ${said}`);
    case 'joined':
      return [
        calledOnDesk(event.complaint),
        ...event.allegations.map(({ provision, words: said }) => `${provision.number}: ${said}`),
      ];
    case 'screened':
      return Object.entries(event.answers).map(
        ([question, { met, reason }]) =>
          `${list.screening[question as keyof typeof list.screening]}: ${met ? words.met : words.notMet}. ${reason}`,
      );
    case 'notice-given':
      return [words.answerUntil(inWords(event.answerUntil))];
    case 'evidence-added':
      return [`${event.id}. ${words.kinds[event.kind]}: ${event.source}`];
    case 'witness-invited':
      return [
        calledOnDesk(event.witness),
        ...event.asked,
        words.answerUntil(inWords(event.answerUntil)),
      ];
    case 'witness-answered':
      return [
        calledOnDesk(event.witness),
        event.declined ? words.witness.declined : words.witness.said,
      ];
    case 'records-asked':
    case 'records-answered':
    case 'records-overdue':
    case 'records-closed':
      return recordsDetails(event);
    case 'copy-added':
      return [words.copyOf(event.id)];
    case 'evidence-handed':
      return [words.handedTo(event.id, nameOf(event.to))];
    case 'disclosed':
      return [event.evidence.join(', ')];
    case 'investigation-closed':
      return [event.summary];
    case 'hearing-noticed':
      return [
        words.hearingOn(inWords(event.day)),
        event.whereAndWhen,
        event.mayBring,
        ...event.accommodations,
      ];
    case 'draw-committed':
      return [list.panels[event.panel]];
    case 'panel-seated':
      return [
        `${list.panels[event.panel]}: ${event.members.map(({ person }) => nameOf(person)).join('; ')}`,
      ];
    case 'member-left':
      return [`${list.panels[event.panel]}: ${nameOf(event.person)}`, event.reason];
    default:
      return judgedDetails(event);
  }
}

function recordsDetails(
  event: Extract<
    ConductEvent,
    { type: 'records-asked' | 'records-answered' | 'records-overdue' | 'records-closed' }
  >,
): readonly string[] {
  switch (event.type) {
    case 'records-asked': {
      const { holder, kind, what, reason, answerTo, subject, basis, answerUntil } = event;
      return [
        `${calledOnDesk(holder)}. ${terms.holderKinds[kind]}`,
        words.records.asked(what),
        words.records.why(reason),
        subject === undefined
          ? words.records.namesNobody
          : words.records.names(calledOnDesk(subject), basisOf(basis)),
        words.records.answerTo(answerTo),
        words.records.until(inWords(answerUntil)),
      ];
    }
    case 'records-answered':
      return [calledOnDesk(event.holder), terms.recordsAnswers[event.how], event.reason];
    case 'records-overdue':
      return [calledOnDesk(event.holder), terms.recordsOverdue];
    default:
      return [calledOnDesk(event.holder), event.reason];
  }
}

const basisOf = (basis: NamingBasis | undefined): string =>
  basis === undefined
    ? ''
    : basis.kind === 'consent'
      ? words.records.consent(inWords(basis.given))
      : words.records.rule(basis.words);

function judgedDetails(event: ConductEvent): readonly string[] {
  switch (event.type) {
    case 'reviewed':
      return event.findings.map(foundCause);
    case 'heard':
      return [event.represented ? words.represented : words.notRepresented];
    case 'offered':
    case 'decided': {
      const { findings, sanction, remedy } = event;
      return [
        ...findings.map(foundBreach),
        ...(sanction === undefined
          ? []
          : [
              words.until(list.sanctions[sanction.kind], inWords(sanction.endsOn)),
              sanction.reason,
            ]),
        ...(remedy === undefined ? [] : [remedy]),
      ];
    }
    case 'appealed':
      return [...event.grounds.map((ground) => list.appealGrounds[ground]), event.statement];
    case 'appeal-decided':
      return [
        list.appealEffects[event.effect],
        ...event.findings.map(
          ({ ground, found, reason }) =>
            `${list.appealGrounds[ground]}: ${found ? words.metGround : words.notMetGround}. ${reason}`,
        ),
      ];
    case 'took-effect':
      return [words.until(list.sanctions[event.sanction.kind], inWords(event.sanction.endsOn))];
    case 'published':
    case 'interim-suspended':
      return [words.untilDay(inWords(event.until)), ...('reason' in event ? [event.reason] : [])];
    case 'condition-checked':
      return [event.kept ? words.conditionsKept : words.conditionsNotKept, event.words];
    default:
      return asideDetails(event);
  }
}

function asideDetails(event: ConductEvent): readonly string[] {
  switch (event.type) {
    case 'extended':
      return [promiseOf(event), words.untilDay(inWords(event.until)), event.reason];
    case 'promise-broken':
      return [promiseOf(event), words.broken(inWords(event.was))];
    case 'screening-appealed':
      return [calledOnDesk(event.complaint), event.statement];
    case 'withdrawn':
      return [calledOnDesk(event.complaint)];
    case 'closing-told':
      return [calledOnDesk(event.complaint), words.achieved[event.achieved], event.reason];
    case 'ended':
      return [words.endedBy[event.how], event.reason];
    case 'interim-appeal-decided':
      return [event.lifted ? words.lifted : words.interimStands, event.reason];
    case 'reinstatement-decided':
      return [event.granted ? words.granted : words.notGranted, event.reason];
    case 'screening-appeal-decided':
      return [event.upheld ? words.upheld : words.notUpheld, event.reason];
    default:
      return 'words' in event
        ? [event.words]
        : 'statement' in event
          ? [event.statement]
          : 'reason' in event
            ? [event.reason]
            : [];
  }
}

const promiseOf = ({
  step,
  to,
}: Extract<ConductEvent, { type: 'extended' | 'promise-broken' }>): string =>
  `${list.steps[step]}, ${list.promisedTo[to]}`;

const foundCause = ({ allegation, breach, reason }: AllegationFinding): string =>
  `${allegation}: ${breach ? words.found.cause : words.found.noCause}. ${reason}`;
const foundBreach = ({ allegation, breach, reason }: AllegationFinding): string =>
  `${allegation}: ${breach ? words.found.breach : words.found.none}. ${reason}`;
