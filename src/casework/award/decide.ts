/**
 * May a credential be awarded, and may it be taken away?
 *
 * Awarded: only for a sitting whose every part was passed, to a person in good standing, once for each sitting (also
 * after a revocation: what a person took away, a second run of the program does not bring back), and for a program
 * that carries a real mark only once its owner's authorization is on record.
 * Revoked: by a director, with a reason.
 */
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { FormKind } from '../form/form.ts';
import type { Award, Granted, Revoked } from './award.ts';

export interface AwardFacts {
  readonly program: string;
  readonly sitting: string;
  readonly formKind: FormKind;
  /** Of the scored sitting. A word, not a yes or no: "not scorable" is not a pass. */
  readonly outcome: 'passed' | 'not-passed' | 'not-scorable';
  readonly inGoodStanding: boolean;
  /** The program carries a mark that somebody owns. */
  readonly realMark: boolean;
  /** The owner of the mark has authorized this service, and that is on record. */
  readonly authorized: boolean;
  readonly on: CivilDate;
  readonly validUntil: CivilDate;
}

export type AwardRefusal =
  | 'already-awarded'
  | 'not-passed'
  | 'not-in-good-standing'
  | 'mark-not-authorized'
  | 'ends-before-it-begins';

/** `state` is the history of awards for this sitting. */
export function decideAward(state: Award, facts: AwardFacts): Result<Granted, AwardRefusal> {
  if (state.status !== 'not-granted') {
    return refuse('already-awarded', 'this exam has led to a credential already');
  }
  if (facts.outcome !== 'passed') {
    return refuse('not-passed', 'a credential is awarded once every part of the exam is passed');
  }
  if (!facts.inGoodStanding) {
    return refuse(
      'not-in-good-standing',
      'a credential is awarded to people in good standing; an open matter has to be decided first',
    );
  }
  if (facts.realMark && !facts.authorized) {
    return refuse(
      'mark-not-authorized',
      "this program carries its owner's mark, and the owner's authorization is not on record",
    );
  }
  const { program, sitting, on, validUntil } = facts;
  if (validUntil <= on) {
    return refuse('ends-before-it-begins', 'the credential would end before it begins');
  }
  return success({
    type: 'granted',
    on,
    program,
    sitting,
    validUntil,
    demonstration: facts.formKind === 'demonstration',
  });
}

export interface Revoke {
  readonly person: string;
  readonly isDirector: boolean;
  readonly reason: string;
  readonly on: CivilDate;
}

export type RevokeRefusal = 'not-awarded' | 'already-revoked' | 'not-a-director' | 'reason-missing';

export function decideRevoke(state: Award, asked: Revoke): Result<Revoked, RevokeRefusal> {
  if (!asked.isDirector) {
    return refuse('not-a-director', 'only a director may revoke a credential');
  }
  if (state.status === 'not-granted') {
    return refuse('not-awarded', 'there is no credential to revoke');
  }
  if (state.status === 'revoked') {
    return refuse('already-revoked', 'this credential has been revoked already');
  }
  const reason = asked.reason.trim();
  if (reason === '') {
    return refuse('reason-missing', 'say why the credential is revoked; its holder will read it');
  }
  return success({ type: 'revoked', on: asked.on, director: asked.person, reason });
}
