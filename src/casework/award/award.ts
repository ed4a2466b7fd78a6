/**
 * An award: what a credential rests on. Granted once for one passed sitting, and revoked by a person with a reason.
 * Events are facts and never refused here; decide.ts says what may happen.
 */
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import { never } from '../../kernel/result/result.ts';

export interface Granted {
  readonly type: 'granted';
  readonly on: CivilDate;
  readonly program: string;
  readonly sitting: string;
  readonly validUntil: CivilDate;
  /** Rests on a demonstration form, so it can certify nobody; every later document must say so. */
  readonly demonstration: boolean;
}

export interface Revoked {
  readonly type: 'revoked';
  readonly on: CivilDate;
  readonly director: string;
  readonly reason: string;
}

export type AwardEvent = Granted | Revoked;

export type Award =
  | { readonly status: 'not-granted' }
  | { readonly status: 'granted'; readonly granted: Granted }
  | { readonly status: 'revoked'; readonly granted: Granted; readonly revoked: Revoked };

export const notGranted: Award = { status: 'not-granted' };

export function evolveAward(state: Award, event: AwardEvent): Award {
  switch (event.type) {
    case 'granted':
      return state.status === 'not-granted' ? { status: 'granted', granted: event } : state;
    case 'revoked':
      return state.status === 'granted'
        ? { status: 'revoked', granted: state.granted, revoked: event }
        : state;
    default:
      throw never(event);
  }
}

/** In force on a day. The last day counts; expiry is read from the date and needs no event. */
export const inForce = (award: Award, on: CivilDate): boolean =>
  award.status === 'granted' && award.granted.on <= on && on <= award.granted.validUntil;
