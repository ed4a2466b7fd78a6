/**
 * The record of a matter as a panel reads it: under labels, with the evidence as far as there is a copy without names. It
 * is made of events alone, and of those only what bears on judging; who handled what stays behind.
 */
import {
  type ConductEvent,
  type Event,
  type PanelKind,
  type Sanction,
  SCREENING,
} from '../../../casework/conduct/conduct-event.ts';
import type { ConductMatter } from '../../../casework/conduct/conduct-matter.ts';
import { type OpenAct, openPanelActs } from '../../../casework/conduct/open-panel-acts.ts';
import { promisesInTheMatter } from '../../../casework/conduct/promises.ts';
import { type CivilDate, daysBetween, inWords } from '../../../kernel/dates/civil-date.ts';
import {
  EFFECT_WORDS,
  GROUND_WORDS,
  PANEL_WORDS,
} from '../../../reporting/letters/letter-words.ts';
import type { ConductHistory, EvidenceFileRow } from '../../../workflow/ports/conduct-records.ts';
import { conductTerms as terms } from '../../words/conduct-terms.ts';
import { panels as words } from '../../words/panels.ts';
import {
  type AllegationShown,
  allegationName,
  allegationShown,
  pieceName,
} from './provision-shown.ts';
import { isRecordsEvent, type RequestShown, requestsIn } from './records-asked.tsx';

export interface PieceShown {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly source: string;
  readonly added: string;
  readonly disclosed: boolean;
  /** Of the copy without names; undefined where nobody made one. */
  readonly copy: { readonly href: string; readonly kind: string } | undefined;
}

export interface FindingShown {
  readonly name: string;
  readonly answer: string;
  readonly reason: string;
  readonly evidence: readonly string[];
}

/** What an earlier panel answered, or what somebody says against it. */
export interface EarlierShown {
  readonly key: string;
  readonly when: string;
  readonly what: string;
  readonly findings: readonly FindingShown[];
  readonly facts: readonly { readonly term: string; readonly value: string }[];
  /** Free words, under labels. */
  readonly words: string | undefined;
}

export interface RecordView {
  readonly id: string;
  readonly label: string;
  readonly asked: string;
  readonly program: string;
  readonly stayedSince: string | undefined;
  /** Every seat of the panel is taken. */
  readonly isWhole: boolean;
  readonly promises: readonly { readonly text: string; readonly late: string | undefined }[];
  readonly open: readonly OpenAct[];
  readonly allegations: readonly AllegationShown[];
  readonly answers: readonly { readonly when: string; readonly words: string }[];
  readonly isSilent: boolean;
  readonly summary: string | undefined;
  readonly evidence: readonly PieceShown[];
  readonly requests: readonly RequestShown[];
  readonly kept: readonly { readonly what: string; readonly reason: string }[];
  readonly hearing:
    | {
        readonly day: string;
        readonly whereAndWhen: string;
        readonly mayBring: string;
        readonly accommodations: readonly string[];
      }
    | undefined;
  readonly earlier: readonly EarlierShown[];
  readonly history: readonly {
    readonly key: string;
    readonly when: string;
    readonly what: string;
  }[];
}

export interface Judged extends ConductHistory {
  readonly state: ConductMatter;
  readonly panel: PanelKind;
  readonly files: readonly EvidenceFileRow[];
}

const KINDS: Readonly<Record<string, string>> = {
  'application/pdf': 'PDF',
  'image/jpeg': 'JPEG',
  'image/png': 'PNG',
};

export function recordView(judged: Judged, member: string, on: CivilDate): RecordView {
  const { row, state, panel, events, files } = judged;
  const all = <Type extends ConductEvent['type']>(type: Type): readonly Event<Type>[] =>
    events.filter((event): event is Event<Type> => event.type === type);
  const hearing = all('hearing-noticed').at(-1);
  return {
    id: row.id,
    label: row.label,
    asked: words.asked(terms.panels[panel], PANEL_WORDS[panel]),
    program: row.program,
    stayedSince: state.stayedSince === undefined ? undefined : inWords(state.stayedSince),
    isWhole: (state.sitting[panel] ?? []).length === state.rules.panelSize,
    promises: promisesIn(state, on),
    open: openPanelActs(state, { panel, member, on }),
    allegations: state.allegations.map((one) => allegationShown(row.program, one)),
    answers: all('responded').map((one) => ({ when: inWords(one.on), words: one.words })),
    isSilent: all('response-closed').length > 0 && all('responded').length === 0,
    summary: all('investigation-closed').at(-1)?.summary,
    evidence: piecesIn(row.id, state, [...all('evidence-added')], files),
    requests: requestsIn(events.filter(isRecordsEvent), on),
    kept: all('notice-given').flatMap(({ keptBack }) => keptBack),
    hearing:
      hearing === undefined || state.hearingDay === undefined
        ? undefined
        : {
            day: inWords(state.hearingDay),
            whereAndWhen: hearing.whereAndWhen,
            mayBring: hearing.mayBring,
            accommodations: hearing.accommodations,
          },
    earlier: events.flatMap((event, place) => earlierIn(event, place)),
    history: events.flatMap((event, place) =>
      QUIET.has(event.type)
        ? []
        : [{ key: String(place), when: inWords(event.on), what: terms.happened[event.type] }],
    ),
  };
}

/** Steps of the body's own housekeeping, which bear on nothing that is judged. */
const QUIET = new Set<ConductEvent['type']>([
  ...(['evidence-handed', 'draw-committed', 'promise-broken', 'extended', 'closing-told'] as const),
]);

/** The promises that run, each with whether it is late, the nearest first. */
const promisesIn = (state: ConductMatter, on: CivilDate): RecordView['promises'] =>
  promisesInTheMatter(state).map(({ step, to, by }) => ({
    text: words.promisedTo(terms.steps[step], inWords(by), terms.sides[to]),
    late: by < on ? words.late(terms.days(daysBetween(by, on))) : undefined,
  }));

function piecesIn(
  matter: string,
  state: ConductMatter,
  added: readonly Event<'evidence-added'>[],
  files: readonly EvidenceFileRow[],
): readonly PieceShown[] {
  // What opens a matter again comes as evidence without a description of its own.
  return state.evidence.map(({ id, kind, custody }) => {
    const copy = files.find(({ evidence, which }) => evidence === id && which === 'copy');
    return {
      ...{ id, name: pieceName(id), kind: terms.evidence[kind] },
      source: added.find((one) => one.id === id)?.source ?? terms.happened.reopened,
      added: custody[0] === undefined ? '' : inWords(custody[0].since),
      disclosed: state.disclosed.includes(id),
      copy:
        copy === undefined
          ? undefined
          : {
              href: `/desk/panels/${matter}/evidence/${id}`,
              kind: KINDS[copy.mediaType] ?? copy.mediaType,
            },
    };
  });
}

const earlierIn = (event: ConductEvent, place: number): readonly EarlierShown[] => {
  const told = judgedBefore(event) ?? saidBefore(event);
  return told === undefined
    ? []
    : [
        {
          ...{ key: String(place), when: inWords(event.on), what: terms.happened[event.type] },
          ...{ findings: [], facts: [], words: undefined },
          ...told,
        },
      ];
};

type Told = Partial<Pick<EarlierShown, 'findings' | 'facts' | 'words'>> | undefined;

/** What somebody who judged before answered. */
function judgedBefore(event: ConductEvent): Told {
  switch (event.type) {
    case 'screened':
      return {
        findings: SCREENING.map((question) => {
          const { met, reason } = event.answers[question];
          const answer = met ? words.yes : words.no;
          return { name: terms.screening[question], answer, reason, evidence: [] };
        }),
      };
    case 'reviewed':
      return { findings: event.findings.map((one) => findingIn(one, 'review')) };
    case 'offered':
    case 'decided':
      return {
        findings: event.findings.map((one) => findingIn(one, 'hearing')),
        facts: [
          ...sanctionFacts(event.sanction),
          ...(event.remedy === undefined ? [] : [{ term: words.remedy, value: event.remedy }]),
        ],
      };
    case 'appeal-decided':
      return {
        findings: event.findings.map(({ ground, found, reason }) => ({
          ...{ name: GROUND_WORDS[ground], reason, evidence: [] },
          answer: found ? terms.found : terms.notFound,
        })),
        facts: [
          { term: words.effect, value: EFFECT_WORDS[event.effect] },
          ...sanctionFacts(event.sanction),
        ],
      };
    default:
      return undefined;
  }
}

/** What was said, by whoever is concerned or by the body. */
function saidBefore(event: ConductEvent): Told {
  switch (event.type) {
    case 'screening-appealed':
    case 'interim-appealed':
    case 'reinstatement-asked':
      return { words: event.statement };
    case 'heard': {
      const value = event.represented ? words.represented : words.notRepresented;
      return { facts: [{ term: words.wasRepresented, value }], words: event.transcript };
    }
    case 'appealed': {
      const value = event.grounds.map((one) => GROUND_WORDS[one]).join(' ');
      return { facts: [{ term: words.grounds, value }], words: event.statement };
    }
    case 'interim-suspended': {
      const value = words.interimUntil(inWords(event.until));
      return { facts: [{ term: words.interim, value }], words: event.reason };
    }
    case 'reopened':
    case 'interim-appeal-decided':
    case 'screening-appeal-decided':
    case 'reinstatement-decided':
      return { words: event.reason };
    case 'condition-checked':
      return { words: event.words };
    default:
      return undefined;
  }
}

const findingIn = (
  { allegation, breach, reason, evidence }: Event<'decided'>['findings'][number],
  panel: 'review' | 'hearing',
): FindingShown => ({
  name: allegationName(allegation),
  answer:
    panel === 'review'
      ? breach
        ? terms.cause
        : terms.noCause
      : breach
        ? terms.breach
        : terms.noBreach,
  reason,
  evidence: evidence.map(pieceName),
});

/** A sanction as terms and values; none where there is none. */
export const sanctionFacts = (
  sanction: Sanction | undefined,
): readonly { readonly term: string; readonly value: string }[] =>
  sanction === undefined
    ? []
    : [
        { term: words.sanction, value: terms.sanctions[sanction.kind] },
        { term: words.until, value: inWords(sanction.endsOn) },
        ...(
          [
            [words.conditions, sanction.conditions.join('; ')],
            [words.aggravating, sanction.aggravating.join('; ')],
            [words.mitigating, sanction.mitigating.join('; ')],
            [words.reason, sanction.reason],
            [words.departure, sanction.departure ?? ''],
          ] as const
        )
          .filter(([, value]) => value !== '')
          .map(([term, value]) => ({ term, value })),
      ];
