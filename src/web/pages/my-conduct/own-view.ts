/**
 * A matter about somebody's own conduct, as its page shows it. What is told comes from what the database shows a respondent
 * and from nothing else; the state of the matter only says what can be done next and by when.
 */
import type { ConductMatter } from '../../../casework/conduct/conduct-matter.ts';
import {
  type OpenToRespondent,
  openRespondentActs,
} from '../../../casework/conduct/open-respondent-acts.ts';
import { promisesInTheMatter } from '../../../casework/conduct/promises.ts';
import { type CivilDate, inWords } from '../../../kernel/dates/civil-date.ts';
import { STEP_DUTIES } from '../../../reporting/letters/letter-words.ts';
import { conductTerms as terms } from '../../words/conduct-terms.ts';
import { myConduct as words } from '../../words/my-conduct.ts';
import { type AllegationShown, allegationShown, pieceName } from '../panels/provision-shown.ts';
import { isRecordsEvent, type RequestShown, requestsIn } from '../panels/records-asked.tsx';
import { type DecisionView, decisionView } from './decision-view.ts';
import { type Own, type ShownTo, shownOf } from './own-shown.ts';

export interface OwnPiece {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly source: string;
  readonly fingerprint: string;
  readonly file: { readonly href: string; readonly kind: string } | undefined;
}

export interface OwnView {
  readonly id: string;
  readonly label: string;
  /** The sentence that comes first: whether anything has been decided. */
  readonly standing: { readonly title: string; readonly text: string | undefined };
  readonly next: string;
  readonly stayed: string | undefined;
  readonly suspended: string | undefined;
  readonly acts: readonly { readonly act: OpenToRespondent; readonly until: string | undefined }[];
  readonly promises: readonly {
    readonly text: string;
    readonly extended: readonly string[];
    readonly broken: readonly string[];
  }[];
  readonly allegations: readonly AllegationShown[];
  readonly named: readonly string[];
  readonly pieces: readonly OwnPiece[];
  readonly requests: readonly RequestShown[];
  readonly kept: readonly { readonly what: string; readonly reason: string }[];
  readonly answers: readonly { readonly when: string; readonly words: string }[];
  readonly mayStillAnswer: boolean;
  readonly summary: string | undefined;
  readonly hearing:
    | {
        readonly day: string;
        readonly whereAndWhen: string;
        readonly mayBring: string;
        readonly accommodations: readonly string[];
      }
    | undefined;
  readonly decisions: DecisionView;
  readonly letters: readonly {
    readonly id: string;
    readonly subject: string;
    readonly when: string;
  }[];
  readonly history: readonly {
    readonly key: string;
    readonly when: string;
    readonly what: string;
  }[];
}

export function ownView(own: Own, on: CivilDate, dayOf: (at: number) => CivilDate): OwnView {
  const { state, shown, program } = own;
  const hearing = shownOf(shown, 'hearing-noticed').at(-1);
  const summary = shownOf(shown, 'investigation-closed').at(-1)?.summary;
  const acts = openRespondentActs(state, on);
  return {
    ...{ id: own.id, label: own.label, named: own.named, summary },
    standing: standingIn(own),
    next: words.next[state.stage],
    stayed: state.stayedSince === undefined ? undefined : words.stayed(inWords(state.stayedSince)),
    suspended:
      own.suspendedNow && state.interim !== undefined
        ? words.suspended(inWords(state.interim.until))
        : undefined,
    acts: acts.map((act) => ({ act, until: untilOf(state, act, on) })),
    promises: promisesTo(state),
    allegations: [...shownOf(shown, 'received'), ...shownOf(shown, 'joined')].flatMap((event) =>
      event.allegations.map((one) => allegationShown(program, one)),
    ),
    pieces: shownOf(shown, 'evidence-added').map((piece) => pieceOf(own, piece)),
    requests: requestsIn(
      shown.map(({ type, body }) => ({ ...body, type })).filter(isRecordsEvent),
      on,
    ),
    kept: shownOf(shown, 'notice-given').flatMap(({ keptBack }) => keptBack),
    answers: shownOf(shown, 'responded').map((one) => ({
      when: inWords(one.on),
      words: one.words,
    })),
    mayStillAnswer: acts.includes('respond'),
    hearing:
      hearing === undefined || state.hearingDay === undefined || state.stage !== 'hearing'
        ? undefined
        : { ...hearing, day: inWords(state.hearingDay) },
    decisions: decisionView(own, on),
    letters: own.letters.map(({ id, subject, writtenAt }) => ({
      ...{ id, subject },
      when: words.letterOn(inWords(dayOf(writtenAt))),
    })),
    history: shown.map(({ type, version, body }) => ({
      key: String(version),
      when: inWords(body['on'] as CivilDate),
      what: words.happened[type] ?? terms.happened[type],
    })),
  };
}

/** Nothing is said that sounds like a finding before there is one. */
function standingIn({ state, shown }: Own): OwnView['standing'] {
  const review = shownOf(shown, 'reviewed').at(-1);
  const decided = shownOf(shown, 'decided').at(-1);
  const appealed = shownOf(shown, 'appeal-decided').at(-1);
  if (state.decision !== undefined || state.inForce !== undefined) {
    const breach = state.decision?.findings.some((finding) => finding.breach) ?? true;
    return breach
      ? { title: words.decided, text: undefined }
      : { title: words.over, text: words.noBreach };
  }
  if (state.stage !== 'closed') {
    return { title: words.undecided, text: words.undecidedText };
  }
  if (appealed?.effect === 'reversed' && decided !== undefined) {
    return { title: words.over, text: words.reversed };
  }
  const hadCause = review?.findings.some(({ breach }) => breach) ?? false;
  return { title: words.over, text: review !== undefined && !hadCause ? words.noCause : undefined };
}

/** The last day of what can be done, where it has one that lies ahead. */
function untilOf(state: ConductMatter, act: OpenToRespondent, on: CivilDate): string | undefined {
  const days: Readonly<Record<OpenToRespondent, CivilDate | undefined>> = {
    respond: state.answerUntil,
    'answer-offer': state.offer?.until,
    appeal: state.decision?.appealUntil,
    'appeal-interim': state.interim?.until,
    'ask-reinstatement': undefined,
  };
  const day = days[act];
  if (act === 'respond' && day !== undefined && day < on) {
    return words.respondLate;
  }
  return day === undefined ? undefined : words.until(inWords(day));
}

const promisesTo = (state: ConductMatter): OwnView['promises'] =>
  promisesInTheMatter(state, 'respondent').map(({ step, by, extensions, broken }) => ({
    text: words.promise(STEP_DUTIES[step], inWords(by)),
    extended: extensions.map(({ was, reason }) => words.extended(inWords(was), reason)),
    broken: broken.map(({ was }) => words.broken(inWords(was))),
  }));

const KINDS: Readonly<Record<string, string>> = {
  'application/pdf': 'PDF',
  'image/jpeg': 'JPEG',
  'image/png': 'PNG',
};

function pieceOf({ id: matter, files }: Own, piece: ShownTo<'evidence-added'>): OwnPiece {
  const { id, kind, source, sha256 } = piece;
  const copy = files.find(({ evidence, which }) => evidence === id && which === 'copy');
  return {
    ...{ id, name: pieceName(id), kind: terms.evidence[kind], source },
    fingerprint: words.fingerprint(sha256.slice(0, 16)),
    file:
      copy === undefined
        ? undefined
        : {
            href: `/my/conduct/${matter}/files/${id}`,
            kind: KINDS[copy.mediaType] ?? copy.mediaType,
          },
  };
}
