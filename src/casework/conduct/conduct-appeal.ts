/**
 * The appeal against a sanction, on grounds from a closed list, heard by people new to the matter; and what follows once it is
 * decided or its time has passed. Nothing takes effect and nothing is published before.
 */
import { type CivilDate, inWords } from '../../kernel/dates/civil-date.ts';
import { type Result, refuse } from '../../kernel/result/result.ts';
import type { AppealFinding, ConductEvent, Event, Sanction } from './conduct-event.ts';
import type { ConductMatter } from './conduct-matter.ts';
import {
  APPEAL_GROUNDS,
  type AppealEffect,
  type AppealGround,
  isPublic,
  severityOf,
} from './conduct-rules.ts';
import { checkedSanction, type SanctionRefusal } from './findings.ts';
import { mayJudge, type PanelRefusal } from './panels.ts';
import { inOrder, isBlank, type NotReady, ready, recorded } from './ready.ts';

export type AppealRefusal = NotReady | 'too-late' | 'no-ground' | 'words-missing';

export function appeal(
  state: ConductMatter,
  asked: {
    readonly on: CivilDate;
    readonly grounds: readonly AppealGround[];
    readonly statement: string;
  },
): Result<readonly ConductEvent[], AppealRefusal> {
  const now = ready(state, asked.on, ['appeal-window']);
  if (!now.ok) {
    return now;
  }
  const until = state.decision?.appealUntil ?? asked.on;
  if (asked.on > until) {
    return refuse('too-late', `the last day to appeal was ${inWords(until)}`);
  }
  if (asked.grounds.length === 0) {
    return refuse('no-ground', 'choose at least one ground');
  }
  return isBlank(asked.statement)
    ? refuse('words-missing', 'say in a few sentences what went wrong')
    : recorded(now.value, { type: 'appealed', ...asked, grounds: [...new Set(asked.grounds)] });
}

export type AppealDecisionRefusal =
  | NotReady
  | PanelRefusal
  | 'left-out'
  | 'reason-missing'
  | 'effect-does-not-follow'
  | 'not-milder'
  | SanctionRefusal;

/** Every stated ground is answered with a reason, and the effect is one that the found grounds can lead to. */
export function decideAppeal(
  state: ConductMatter,
  asked: Omit<Event<'appeal-decided'>, 'type'>,
): Result<readonly ConductEvent[], AppealDecisionRefusal> {
  const now = ready(state, asked.on, ['appeal']);
  if (!now.ok) {
    return now;
  }
  const panel = mayJudge(state, 'appeal', asked.by);
  if (!panel.ok) {
    return panel;
  }
  const answered = asked.findings.map(({ ground }) => ground);
  if (answered.toSorted().join() !== state.grounds.toSorted().join()) {
    return refuse('left-out', 'each ground that was stated is answered, once, and no other');
  }
  if (asked.findings.some(({ reason }) => isBlank(reason))) {
    return refuse('reason-missing', 'say why each ground is found or not');
  }
  if (!effectsOf(asked.findings).includes(asked.effect)) {
    return refuse('effect-does-not-follow', 'this effect does not follow from the grounds found');
  }
  const lessened = checkedLessening(state, asked);
  return lessened.ok ? recorded(now.value, { type: 'appeal-decided', ...asked }) : lessened;
}

/** What the grounds that were found can lead to; where none was, the decision stands. */
export function effectsOf(findings: readonly AppealFinding[]): readonly AppealEffect[] {
  const found = findings.filter((finding) => finding.found);
  return found.length === 0 ? ['stands'] : found.flatMap(({ ground }) => APPEAL_GROUNDS[ground]);
}

function checkedLessening(
  state: ConductMatter,
  { on, effect, sanction }: Omit<Event<'appeal-decided'>, 'type'>,
): Result<true, 'not-milder' | SanctionRefusal> {
  const before = state.decision?.sanction;
  const asIs = { ok: true, value: true } as const;
  if (effect !== 'lessened') {
    return sanction === undefined
      ? asIs
      : refuse('not-milder', 'an appeal sets a sanction only where it makes it milder');
  }
  if (sanction === undefined || before === undefined || !isMilder(sanction, before)) {
    return refuse('not-milder', 'an appeal makes a sanction milder or shorter, never harder');
  }
  const breached = state.decision?.findings.filter(({ breach }) => breach) ?? [];
  return checkedSanction(state, on, breached, sanction);
}

const isMilder = (after: Sanction, before: Sanction): boolean =>
  severityOf(after.kind) < severityOf(before.kind) ||
  (after.kind === before.kind && after.endsOn < before.endsOn);

/** Carries the sanction out, once the appeal is over. */
export function takeEffect(
  state: ConductMatter,
  asked: { readonly on: CivilDate; readonly by: string },
): Result<readonly ConductEvent[], NotReady | 'nothing-to-carry-out'> {
  const now = ready(state, asked.on, ['effect']);
  if (!now.ok) {
    return now;
  }
  const sanction = state.decision?.sanction;
  return sanction === undefined
    ? refuse('nothing-to-carry-out', 'no sanction was decided')
    : recorded(now.value, { type: 'took-effect', ...asked, sanction });
}

/** Tells the public what is in force, until the day on which it ends. */
export function publish(
  state: ConductMatter,
  asked: { readonly on: CivilDate; readonly by: string },
): Result<readonly ConductEvent[], NotReady | 'not-public' | 'published-before' | 'ended-before'> {
  const now = ready(state, asked.on, ['monitoring']);
  if (!now.ok) {
    return now;
  }
  const sanction = state.inForce?.sanction;
  if (sanction === undefined || !isPublic(sanction.kind)) {
    return refuse('not-public', 'by the rule, the public is told of no such sanction');
  }
  if (state.publishedOn !== undefined) {
    return refuse('published-before', 'the notice is out already');
  }
  return sanction.endsOn < asked.on
    ? refuse('ended-before', 'this sanction has ended')
    : recorded(now.value, { type: 'published', ...asked, until: sanction.endsOn });
}

/** Corrects a notice, as prominently and for as long as what was wrong. */
export function correct(
  state: ConductMatter,
  asked: Omit<Event<'corrected'>, 'type'>,
): Result<readonly ConductEvent[], 'before-latest' | 'nothing-published' | 'words-missing'> {
  const now = inOrder(state, asked.on);
  if (!now.ok) {
    return now;
  }
  if (!state.everPublished) {
    return refuse('nothing-published', 'no notice is out that could be corrected');
  }
  return isBlank(asked.words)
    ? refuse('words-missing', 'say what was wrong and what is right')
    : recorded(now.value, { type: 'corrected', ...asked });
}

/** A condition of the sanction was looked at. */
export function checkCondition(
  state: ConductMatter,
  asked: Omit<Event<'condition-checked'>, 'type'>,
): Result<readonly ConductEvent[], NotReady | 'words-missing'> {
  const now = ready(state, asked.on, ['monitoring']);
  if (!now.ok) {
    return now;
  }
  return isBlank(asked.words)
    ? refuse('words-missing', 'say what was looked at and found')
    : recorded(now.value, { type: 'condition-checked', ...asked });
}

export function askReinstatement(
  state: ConductMatter,
  asked: { readonly on: CivilDate; readonly statement: string },
): Result<readonly ConductEvent[], NotReady | 'nothing-taken' | 'too-early' | 'words-missing'> {
  const now = ready(state, asked.on, ['monitoring']);
  if (!now.ok) {
    return now;
  }
  const sanction = state.inForce?.sanction;
  if (sanction?.kind !== 'revocation') {
    return refuse(
      'nothing-taken',
      'only a revoked credential is asked for again; others end by themselves',
    );
  }
  if (asked.on < sanction.endsOn) {
    return refuse('too-early', `it can be asked for from ${inWords(sanction.endsOn)}`);
  }
  return isBlank(asked.statement)
    ? refuse('words-missing', 'say what has changed since')
    : recorded(now.value, { type: 'reinstatement-asked', ...asked });
}

export function decideReinstatement(
  state: ConductMatter,
  asked: Omit<Event<'reinstatement-decided'>, 'type'>,
): Result<readonly ConductEvent[], NotReady | PanelRefusal | 'reason-missing'> {
  const now = ready(state, asked.on, ['reinstatement']);
  if (!now.ok) {
    return now;
  }
  const panel = mayJudge(state, 'reinstatement', asked.by);
  if (!panel.ok) {
    return panel;
  }
  return isBlank(asked.reason)
    ? refuse('reason-missing', 'say why the credential is given back or not')
    : recorded(now.value, { type: 'reinstatement-decided', ...asked });
}
