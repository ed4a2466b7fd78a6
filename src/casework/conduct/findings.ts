/**
 * What a finding and a sanction must rest on. Every allegation is answered with a reason; a breach rests on evidence that the
 * respondent has seen; a sanction on a person rests on a breached duty; and what the public is told never rests on the word of
 * unnamed people alone.
 */
import { type CivilDate, inWords } from '../../kernel/dates/civil-date.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { maySanction } from '../../program/conduct/allegation.ts';
import type { AllegationFinding, Sanction } from './conduct-event.ts';
import type { ConductMatter } from './conduct-matter.ts';
import { isPublic } from './conduct-rules.ts';
import { departs, type LikeCases } from './like-cases.ts';
import { isBlank } from './ready.ts';

export type FindingRefusal =
  | 'left-out'
  | 'answered-twice'
  | 'unknown-allegation'
  | 'reason-missing'
  | 'no-evidence'
  | 'not-disclosed';

/** Is every one of these allegations answered, once, with a reason and on evidence that was shown? */
export function checkedFindings(
  state: ConductMatter,
  asked: readonly string[],
  findings: readonly AllegationFinding[],
): Result<true, FindingRefusal> {
  const answered = findings.map(({ allegation }) => allegation);
  const missing = asked.find((id) => !answered.includes(id));
  if (missing !== undefined) {
    return refuse('left-out', `allegation ${missing} needs an answer`);
  }
  if (new Set(answered).size < answered.length) {
    return refuse('answered-twice', 'each allegation is answered once');
  }
  for (const { allegation, breach, reason, evidence } of findings) {
    if (!asked.includes(allegation)) {
      return refuse('unknown-allegation', `no allegation "${allegation}" is judged here`);
    }
    if (isBlank(reason)) {
      return refuse('reason-missing', `say why allegation ${allegation} is answered so`);
    }
    if (breach && evidence.length === 0) {
      return refuse('no-evidence', `name the evidence on which allegation ${allegation} rests`);
    }
    const unseen = evidence.find((id) => !state.disclosed.includes(id));
    if (unseen !== undefined) {
      return refuse(
        'not-disclosed',
        `the respondent was never shown "${unseen}", so nothing rests on it`,
      );
    }
  }
  return success(true);
}

export type SanctionRefusal =
  | 'sanction-missing'
  | 'nothing-to-sanction'
  | 'body-not-sanctioned'
  | 'remedy-missing'
  | 'no-duty-breached'
  | 'anonymous-alone'
  | 'reason-missing'
  | 'end-not-ahead'
  | 'condition-missing'
  | 'departure-unexplained';

/** Does the sanction, or the lack of one, follow from the findings? */
export function checkedOutcome(
  state: ConductMatter,
  asked: {
    readonly on: CivilDate;
    readonly like: LikeCases;
    readonly findings: readonly AllegationFinding[];
    readonly sanction: Sanction | undefined;
    readonly remedy: string | undefined;
  },
): Result<true, SanctionRefusal> {
  const { on, findings, sanction, remedy } = asked;
  const breached = findings.filter(({ breach }) => breach);
  if (state.about === 'body') {
    return sanction !== undefined
      ? refuse('body-not-sanctioned', 'a complaint about the body ends with a remedy, no sanction')
      : breached.length > 0 && isBlank(remedy ?? '')
        ? refuse('remedy-missing', 'say what the body does to put it right')
        : success(true);
  }
  if (breached.length === 0) {
    return sanction === undefined
      ? success(true)
      : refuse('nothing-to-sanction', 'no breach was found, so nothing is sanctioned');
  }
  return sanction === undefined
    ? refuse(
        'sanction-missing',
        'a breach was found; choose a sanction, a private reprimand at least',
      )
    : likeOthers(checkedSanction(state, on, breached, sanction), asked.like, on, sanction);
}

/** Like cases end alike, or the panel says why this one does not. */
function likeOthers(
  checked: Result<true, SanctionRefusal>,
  like: LikeCases,
  on: CivilDate,
  sanction: Sanction,
): Result<true, SanctionRefusal> {
  return checked.ok && departs(like, sanction, on) && isBlank(sanction.departure ?? '')
    ? refuse(
        'departure-unexplained',
        'no like case before it ended so; say why this one should, or choose a sanction within their range',
      )
    : checked;
}

export function checkedSanction(
  state: ConductMatter,
  on: CivilDate,
  breached: readonly AllegationFinding[],
  sanction: Sanction,
): Result<true, SanctionRefusal> {
  const onDuty = breached.filter((finding) => restsOnDuty(state, finding));
  if (onDuty.length === 0) {
    return refuse(
      'no-duty-breached',
      'a sanction needs a breached duty that was in force on the day of the conduct',
    );
  }
  if (isPublic(sanction.kind) && !onDuty.some((finding) => hasNamedBasis(state, finding))) {
    return refuse(
      'anonymous-alone',
      'nothing public rests on the word of unnamed people alone; choose a private reprimand or find other evidence',
    );
  }
  if (isBlank(sanction.reason)) {
    return refuse('reason-missing', 'say why this sanction and no milder one');
  }
  if (sanction.endsOn <= on) {
    return refuse('end-not-ahead', `${inWords(sanction.endsOn)} is not ahead; every sanction ends`);
  }
  return sanction.kind === 'probation' && sanction.conditions.length === 0
    ? refuse('condition-missing', 'say what has to be kept during probation')
    : success(true);
}

function restsOnDuty({ allegations }: ConductMatter, { allegation }: AllegationFinding): boolean {
  return allegations.some(({ id, provision }) => id === allegation && maySanction(provision));
}

function hasNamedBasis({ evidence }: ConductMatter, finding: AllegationFinding): boolean {
  return evidence.some(
    ({ id, kind }) => kind !== 'anonymous-testimony' && finding.evidence.includes(id),
  );
}
