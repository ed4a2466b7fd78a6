/** The rules of renewal of the catalog's programs, as their bodies work by them, and a credential that is lived through. */
import assert from 'node:assert/strict';
import type { Activity } from '../../src/casework/renewal/activity.ts';
import type { Provider } from '../../src/casework/renewal/approval.ts';
import { type CredentialLife, lifeOf } from '../../src/casework/renewal/credential-life.ts';
import { finish } from '../../src/casework/renewal/finish.ts';
import { type ClaimedHours, hoursOn } from '../../src/casework/renewal/hours.ts';
import { pay } from '../../src/casework/renewal/payment.ts';
import { inOneSentence, pictureOf } from '../../src/casework/renewal/picture.ts';
import { attest, open } from '../../src/casework/renewal/renew.ts';
import type { RenewalEvent } from '../../src/casework/renewal/renewal-event.ts';
import { standingOn } from '../../src/casework/renewal/standing.ts';
import { addDays, type CivilDate, date } from '../../src/kernel/dates/civil-date.ts';
import type { Result } from '../../src/kernel/result/result.ts';
import { programOf } from '../../src/program/catalog/catalog.ts';
import { defaultsOf } from '../../src/program/catalog/operator-defaults.ts';
import { rulesInForce } from '../../src/program/definition/offered-program.ts';
import type { RulesVersion } from '../../src/program/definition/rules.ts';
import type { RenewalRoute } from '../../src/program/maintenance/renewal-fees.ts';
import { freshTerm } from '../../src/program/maintenance/term.ts';
import { type WorkingRules, workingRules } from '../../src/program/maintenance/working-rules.ts';

export type Program = 'larkspur-care' | 'larkspur-work' | 'larkspur-navigator';

function rulesOf(id: Program, on: string): WorkingRules {
  const program = programOf(id);
  assert.ok(program);
  const working = workingRules(publishedRules(id, date(on)), defaultsOf(program));
  assert.ok(working.ok);
  return working.value;
}

export function publishedRules(id: Program, on: CivilDate): RulesVersion {
  const program = programOf(id);
  assert.ok(program);
  return rulesInForce(program, on);
}

/** CCM's rules, CDMS's, the invented program's of three years, and its rules with two-year periods in ten years. */
export const care = rulesOf('larkspur-care', '2026-01-01');
export const work = rulesOf('larkspur-work', '2026-01-01');
export const navigator = rulesOf('larkspur-navigator', '2026-01-01');
export const inBlocks = rulesOf('larkspur-navigator', '2027-01-01');

let made = 0;

/** An activity of one day, with proof, of a provider that is approved; unlike any other. */
export function activity(
  completed: string,
  hours: number,
  change: Partial<Activity> = {},
): Activity {
  made += 1;
  return {
    ...{ id: `a-${made}`, provider: 'Harbor Institute', title: `Course ${made}`, hours },
    ...{ from: date(completed), to: date(completed), subjects: [], delivery: 'live' },
    ...{ evidence: `file-${made}`, approval: { kind: 'provider', provider: 'harbor' } },
    ...change,
  };
}

export const ethics = (
  completed: string,
  hours: number,
  change: Partial<Activity> = {},
): Activity => activity(completed, hours, { subjects: ['ethics'], ...change });

export const providers: readonly Provider[] = [
  {
    id: 'harbor',
    name: 'Harbor Institute',
    approved: [{ from: date('2000-01-01'), to: null }],
  },
  {
    id: 'lapsed',
    name: 'Old Mill School',
    approved: [
      { from: date('2020-01-01'), to: date('2024-06-30') },
      { from: date('2025-01-01'), to: date('2025-12-31') },
    ],
  },
];

/** A life from its grant, with the steps of a test; throws where a rule refuses. */
export class Life {
  readonly #rules: WorkingRules;
  readonly events: RenewalEvent[] = [];
  activities: readonly Activity[] = [];

  constructor(rules: WorkingRules, grantedOn: string, to?: string) {
    const fresh = freshTerm(rules, date(grantedOn));
    const term = to === undefined ? fresh : { ...fresh, to: date(to) };
    this.#rules = rules;
    this.events.push({ type: 'granted', on: term.from, rules: rules.id, term });
  }

  get state(): CredentialLife {
    const state = lifeOf(this.events);
    assert.ok(state);
    return state;
  }

  get claimed(): ClaimedHours {
    return { activities: this.activities, providers };
  }

  add(event: Result<RenewalEvent>): this {
    assert.ok(event.ok, event.ok ? '' : `${event.refusal.kind}: ${event.refusal.because}`);
    this.events.push(event.value);
    return this;
  }

  claim(...activities: readonly Activity[]): this {
    this.activities = [...this.activities, ...activities];
    return this;
  }

  open(on: string, change: { readonly route?: RenewalRoute; readonly reason?: string } = {}) {
    const asked = { route: 'hours' as const, reason: '', dueCents: () => 27_500, ...change };
    return open(this.state, this.#rules, { ...asked, on: date(on) });
  }

  attest(on: string, examPassedOn: string | null = null) {
    return attest(this.state, this.#rules, this.claimed, {
      ...{ on: date(on), latest: date(on) },
      examPassedOn: examPassedOn === null ? null : date(examPassedOn),
    });
  }

  pay(on: string, reference = `payment-${on}`, cents = 27_500) {
    return pay(this.state, { on: date(on), reference, cents });
  }

  finish(on: string, by: string | null = null) {
    return finish(this.state, this.#rules, this.claimed, {
      ...{ on: date(on), by, rulesOn: () => this.#rules },
    });
  }

  /** Opened, attested, paid and finished on one day. */
  renew(on: string, by: string | null = null, reason = ''): this {
    this.add(this.open(on, { reason })).add(this.attest(on));
    return this.add(this.pay(on)).add(this.finish(on, by));
  }

  standing(on: string) {
    return standingOn(this.state, this.#rules, date(on));
  }

  hours(on: string) {
    return hoursOn(this.state, this.#rules, this.claimed, { on: date(on), latest: date(on) });
  }

  sentence(on: string): string {
    return inOneSentence(pictureOf(this.hours(on), this.#rules, date(on)));
  }
}

/** Enough hours for CCM, and for CDMS: 80 with 8 of ethics, completed by one day. */
export const enough = (completed: string): readonly Activity[] => [
  activity(completed, 72, { from: addDays(date(completed), -9) }),
  ethics(completed, 8),
];
