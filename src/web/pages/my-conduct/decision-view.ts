/** What was answered and decided about somebody, with reasons, and what can be done about it. */
import type { AllegationFinding, Sanction } from '../../../casework/conduct/conduct-event.ts';
import { isPublic } from '../../../casework/conduct/conduct-rules.ts';
import { type CivilDate, inWords } from '../../../kernel/dates/civil-date.ts';
import {
  EFFECT_WORDS,
  GROUND_WORDS,
  SANCTION_MEANING,
  STANDARD_WORDS,
} from '../../../reporting/letters/letter-words.ts';
import { conductTerms as terms } from '../../words/conduct-terms.ts';
import { myConduct as words } from '../../words/my-conduct.ts';
import { panels } from '../../words/panels.ts';
import { allegationName, pieceName } from '../panels/provision-shown.ts';
import { type FindingShown, sanctionFacts } from '../panels/record-view.ts';
import { type Own, shownOf } from './own-shown.ts';

interface Fact {
  readonly term: string;
  readonly value: string;
}

export interface DecisionView {
  readonly review: readonly FindingShown[];
  /** What is offered now. */
  readonly offer:
    | {
        readonly until: string;
        readonly findings: readonly FindingShown[];
        readonly facts: readonly Fact[];
      }
    | undefined;
  readonly decision:
    | {
        readonly findings: readonly FindingShown[];
        readonly facts: readonly Fact[];
        /** The last day to appeal, while somebody can. */
        readonly appealUntil: string | undefined;
      }
    | undefined;
  readonly appeal: { readonly grounds: readonly string[]; readonly statement: string } | undefined;
  readonly appealDecided:
    | { readonly findings: readonly FindingShown[]; readonly facts: readonly Fact[] }
    | undefined;
  readonly interim:
    | { readonly text: string; readonly reason: string; readonly outcome: string | undefined }
    | undefined;
  readonly reinstatement: readonly string[];
}

export function decisionView(own: Own, on: CivilDate): DecisionView {
  const { state, shown } = own;
  const appealed = shownOf(shown, 'appealed').at(-1);
  const answered = shownOf(shown, 'appeal-decided').at(-1);
  const { offer } = state;
  return {
    review: (shownOf(shown, 'reviewed').at(-1)?.findings ?? []).map((one) =>
      findingOf(one, [terms.cause, terms.noCause]),
    ),
    offer:
      offer === undefined || offer.until < on
        ? undefined
        : {
            until: inWords(offer.until),
            findings: offer.findings.map((one) => findingOf(one, BREACH)),
            facts: [...sanctionTold(offer.sanction), ...remedy(offer.remedy)],
          },
    decision: decisionIn(own),
    appeal:
      appealed === undefined
        ? undefined
        : {
            grounds: appealed.grounds.map((ground) => GROUND_WORDS[ground]),
            statement: appealed.statement,
          },
    appealDecided:
      answered === undefined
        ? undefined
        : {
            findings: answered.findings.map(({ ground, found, reason }) => ({
              ...{ name: GROUND_WORDS[ground], reason, evidence: [] },
              answer: found ? terms.found : terms.notFound,
            })),
            facts: [
              { term: panels.effect, value: EFFECT_WORDS[answered.effect] },
              ...sanctionTold(answered.sanction),
            ],
          },
    interim: interimIn(own),
    reinstatement: reinstatementIn(own),
  };
}

const BREACH = [terms.breach, terms.noBreach] as const;

const findingOf = (
  { allegation, breach, reason, evidence }: AllegationFinding,
  [yes, no]: readonly [string, string],
): FindingShown => ({
  name: allegationName(allegation),
  answer: breach ? yes : no,
  reason,
  evidence: evidence.map(pieceName),
});

const remedy = (text: string | undefined): readonly Fact[] =>
  text === undefined ? [] : [{ term: panels.remedy, value: text }];

const sanctionTold = (sanction: Sanction | undefined): readonly Fact[] =>
  sanction === undefined
    ? []
    : [
        ...sanctionFacts(sanction),
        { term: words.means, value: SANCTION_MEANING[sanction.kind] },
        {
          term: words.publicNotice,
          value: isPublic(sanction.kind) ? words.noticePublic : words.noticePrivate,
        },
      ];

function decisionIn({ shown, state }: Own): DecisionView['decision'] {
  const decided = shownOf(shown, 'decided').at(-1);
  if (decided === undefined) {
    return undefined;
  }
  const { sanction, findings, standard, how } = decided;
  const until = state.decision?.appealUntil ?? decided.appealUntil;
  const effect =
    state.inForce === undefined
      ? words.afterAppeal(inWords(until))
      : words.since(inWords(state.inForce.since));
  return {
    findings: findings.map((one) => findingOf(one, BREACH)),
    facts: [
      {
        term: words.standard,
        value: `${STANDARD_WORDS[standard]} ${how === 'consent' ? words.howConsent : words.howHearing}.`,
      },
      ...(sanction === undefined
        ? [{ term: words.sanction, value: words.noSanction }]
        : [...sanctionTold(sanction), { term: words.takesEffect, value: effect }]),
      ...remedy(decided.remedy),
    ],
    appealUntil: state.stage === 'appeal-window' ? inWords(until) : undefined,
  };
}

function interimIn({ shown, state }: Own): DecisionView['interim'] {
  const ordered = shownOf(shown, 'interim-suspended').at(-1);
  if (ordered === undefined) {
    return undefined;
  }
  const answered = shownOf(shown, 'interim-appeal-decided').at(-1);
  return {
    text: words.interimText(inWords(state.interim?.until ?? ordered.until)),
    reason: ordered.reason,
    outcome:
      answered === undefined
        ? undefined
        : `${answered.lifted ? words.interimLifted : words.interimStays} ${answered.reason}`,
  };
}

function reinstatementIn({ shown, state }: Own): readonly string[] {
  const sanction = state.inForce?.sanction;
  const asked = shownOf(shown, 'reinstatement-asked').map(({ statement }) => statement);
  const answered = shownOf(shown, 'reinstatement-decided').map(
    ({ granted, reason }) =>
      `${granted ? words.reinstatementYes : words.reinstatementNo} ${reason}`,
  );
  return [
    ...(sanction?.kind === 'revocation' ? [words.reinstatementFrom(inWords(sanction.endsOn))] : []),
    ...asked,
    ...answered,
  ];
}
