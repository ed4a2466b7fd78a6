/**
 * Letters to the person a complaint is about once it is decided: the decision with its standard of proof and reasons, the
 * appeal, what took effect, the reinstatement. What cannot be appealed is said here, before the time to appeal runs out.
 */
import type {
  AppealEffect,
  AppealGround,
  StandardOfProof,
} from '../../casework/conduct/conduct-rules.ts';
import { type CivilDate, inWords } from '../../kernel/dates/civil-date.ts';
import { type Envelope, facts, type Letter, letter, says, section } from './letter.ts';
import { allegationTable, howToAppeal, listed, sanctionBlocks } from './letter-parts.ts';
import { EFFECT_WORDS, GROUND_WORDS, SANCTION_WORDS, STANDARD_WORDS } from './letter-words.ts';
import type { AppealTold, FindingTold, SanctionTold } from './told.ts';

export interface DecisionFacts extends Envelope {
  readonly decidedOn: CivilDate;
  readonly how: 'hearing' | 'consent';
  readonly standard: StandardOfProof;
  readonly findings: readonly FindingTold[];
  /** Undefined where no breach was found; then there is nothing to appeal against. */
  readonly sanction: { readonly laid: SanctionTold; readonly appeal: AppealTold } | undefined;
}

export const decision = (told: DecisionFacts): Letter =>
  letter(told, {
    reader: 'respondent',
    kind: 'decision',
    title: 'The decision in your matter',
    opening: [says(`${DECIDED_HOW[told.how]} on ${inWords(told.decidedOn)}. ${summary(told)}`)],
    sections: [
      section(
        'findings',
        'What was found, and why',
        says(STANDARD_WORDS[told.standard]),
        ...findingBlocks(told.findings),
      ),
      ...(told.sanction === undefined
        ? [
            section(
              'next',
              'What happens next',
              says(
                'The matter is closed. Nothing is published, nothing of it stands on your credential, and you do not have to do anything.',
              ),
            ),
          ]
        : [
            section('sanction', 'The sanction, and why', ...sanctionBlocks(told.sanction.laid)),
            howToAppeal(told.sanction.appeal, { contact: told.from.contact, nothingBefore: true }),
          ]),
    ],
  });

const DECIDED_HOW: Readonly<Record<DecisionFacts['how'], string>> = {
  hearing: 'The panel that heard your matter decided it',
  consent: 'Your matter was decided by agreement with you',
};

function summary({ findings, sanction }: DecisionFacts): string {
  const breaches = findings.filter(({ breach }) => breach).length;
  const found =
    breaches === 0
      ? 'No breach of the code was found.'
      : `A breach was found in ${breaches} of ${findings.length} ${findings.length === 1 ? 'allegation' : 'allegations'}.`;
  return sanction === undefined
    ? found
    : `${found} The sanction: ${SANCTION_WORDS[sanction.laid.kind].toLowerCase()}.`;
}

export interface OfferFacts extends Envelope {
  readonly findings: readonly FindingTold[];
  readonly sanction: SanctionTold;
  readonly until: CivilDate;
  readonly appealDays: number;
}

export const offer = (told: OfferFacts): Letter =>
  letter(told, {
    reader: 'respondent',
    kind: 'offer',
    title: 'An agreement we offer you',
    opening: [
      says(
        `The matter can end by agreement, with no hearing. This is what the panel would agree to. Nothing is decided: you are free to say no, and that counts for nothing against you.`,
      ),
    ],
    sections: [
      section('findings', 'What you would agree was found', ...findingBlocks(told.findings)),
      section('sanction', 'The sanction you would agree to', ...sanctionBlocks(told.sanction)),
      section(
        'next',
        'What to do next, and by when',
        says(
          `Think it over, and ask somebody you trust. Tell us at ${told.from.contact} by ${inWords(told.until)} whether you agree, with the label of the matter. If you say no, or nothing, there is a hearing before the panel.`,
        ),
        says(
          `After you agree you have ${told.appealDays} days to appeal, and nothing takes effect before. There is no appeal against this offer itself.`,
        ),
      ),
    ],
  });

const findingBlocks = (findings: readonly FindingTold[]) => [
  allegationTable(findings.map(({ provision }) => provision)),
  facts(
    findings.map(({ breach, reason }, place) => [
      `Allegation ${place + 1}: ${breach ? 'breach found' : 'no breach found'}`,
      reason,
    ]),
  ),
];

export interface AppealDecidedFacts extends Envelope {
  readonly decidedOn: CivilDate;
  readonly findings: readonly {
    readonly ground: AppealGround;
    readonly found: boolean;
    readonly reason: string;
  }[];
  readonly effect: AppealEffect;
  /** The milder sanction, where the appeal lessened it. */
  readonly sanction: SanctionTold | undefined;
}

export const appealDecided = (told: AppealDecidedFacts): Letter =>
  letter(told, {
    reader: 'respondent',
    kind: 'appeal-decided',
    title: 'The decision on your appeal',
    opening: [
      says(
        `People who have had no part in your matter decided your appeal on ${inWords(told.decidedOn)}. ${EFFECT_WORDS[told.effect]}`,
      ),
    ],
    sections: [
      section(
        'grounds',
        'Each ground you named, with its answer',
        facts(
          told.findings.map(({ ground, found, reason }) => [
            GROUND_WORDS[ground],
            `${found ? 'Found' : 'Not found'}. ${reason}`,
          ]),
        ),
      ),
      ...(told.sanction === undefined
        ? []
        : [section('sanction', 'The sanction as it is now', ...sanctionBlocks(told.sanction))]),
      section('next', 'What happens next', says(AFTER_APPEAL[told.effect])),
      section(
        'cannot-appeal',
        'What you cannot appeal',
        says(
          'An appeal is heard once: there is no further appeal to us against this decision. You may go to a court. On evidence that could not be had before, a closed matter can be opened again.',
        ),
      ),
    ],
  });

const AFTER_APPEAL: Readonly<Record<AppealEffect, string>> = {
  stands: 'The sanction now takes effect. We write to you on the day it does.',
  lessened: 'The milder sanction now takes effect. We write to you on the day it does.',
  reversed: 'The matter is closed, and you do not have to do anything.',
  'heard-again':
    'The matter goes back to a hearing before other people. We write to you with its day. Until then nothing takes effect.',
};

export interface TookEffectFacts extends Envelope {
  readonly tookEffectOn: CivilDate;
  readonly sanction: SanctionTold;
  /** Until when the public notice stands; undefined for a sanction that is not published. */
  readonly publishedUntil: CivilDate | undefined;
}

export const tookEffect = (told: TookEffectFacts): Letter =>
  letter(told, {
    reader: 'respondent',
    kind: 'took-effect',
    title: 'The sanction is in effect',
    opening: [
      says(
        `The time to appeal is over or your appeal is decided, so the sanction took effect on ${inWords(told.tookEffectOn)}.`,
      ),
    ],
    sections: [
      section('sanction', 'What is in effect', ...sanctionBlocks(told.sanction)),
      section(
        'public',
        'What the public is told',
        says(
          told.publishedUntil === undefined
            ? 'Nothing. This sanction is not published.'
            : `A dated notice names the sanction, the provisions and the day it ends. It stands until ${inWords(told.publishedUntil)}.`,
        ),
      ),
      section(
        'next',
        'What to do next',
        says(
          told.sanction.conditions.length === 0
            ? `You do not have to do anything. Questions reach us at ${told.from.contact}.`
            : `Keep to what is listed above, and tell us at ${told.from.contact} if something stands in the way.`,
        ),
        says(
          told.sanction.kind === 'revocation'
            ? `From ${inWords(told.sanction.endsOn)} you can ask for your credential again.`
            : `It ends by itself on ${inWords(told.sanction.endsOn)}.`,
        ),
        says('There is no further appeal to us against it.'),
      ),
    ],
  });

export interface ReinstatementDecidedFacts extends Envelope {
  readonly decidedOn: CivilDate;
  readonly granted: boolean;
  readonly reason: string;
  readonly conditions: readonly string[];
}

export const reinstatementDecided = (told: ReinstatementDecidedFacts): Letter =>
  letter(told, {
    reader: 'respondent',
    kind: 'reinstatement-decided',
    title: told.granted
      ? 'You get your credential back'
      : 'You do not get your credential back yet',
    opening: [
      says(
        `You asked for your credential again. People who have had no part in your matter decided on ${inWords(told.decidedOn)}: ${told.granted ? 'you get it back' : 'you do not get it back now'}.`,
      ),
    ],
    sections: [
      section(
        'reason',
        'Why',
        says(told.reason),
        ...listed('What you have to keep to:', told.conditions),
      ),
      section(
        'next',
        'What to do next',
        says(
          told.granted
            ? 'You do not have to do anything. The revocation no longer stands.'
            : `You can ask again at ${told.from.contact} when something has changed since. There is no appeal to us against this decision.`,
        ),
      ),
    ],
  });
