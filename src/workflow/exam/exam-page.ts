/**
 * What a candidate reads before the clock starts: how many questions, how many minutes and why that many, which answers
 * count, what is still missing and the way to it.
 */
import { ACCOMMODATIONS } from '../../casework/accommodation/accommodation.ts';
import type { Form } from '../../casework/form/form.ts';
import { allowedMs, clockOf } from '../../casework/sitting/clock.ts';
import { decideStart, type StartRefusal } from '../../casework/sitting/decide.ts';
import { COUNTING_RULE } from '../../casework/sitting/standing.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { programOf } from '../../program/catalog/catalog.ts';
import type { World } from '../ports/ports.ts';
import { type Ready, readiness } from './ready.ts';

export type MissingKind = StartRefusal | 'no-form';

/** One thing that stands between a candidate and the exam, and where to do something about it. */
export interface Missing {
  readonly kind: MissingKind;
  readonly because: string;
  readonly way: { readonly to: 'apply' | 'matter' | 'my'; readonly matter: string | undefined };
}

export interface ExamOffer {
  readonly program: {
    readonly id: string;
    readonly name: string;
    readonly designation: string;
    readonly notice: string;
  };
  readonly form:
    | {
        readonly kind: 'demonstration' | 'operational';
        readonly questions: number;
        readonly parts: readonly {
          readonly title: string;
          readonly questions: number;
          readonly minutes: number;
        }[];
        readonly standardMinutes: number;
        /** The whole time of this candidate, with what was granted. */
        readonly minutes: number;
        /** What was granted, by its public title. */
        readonly granted: readonly string[];
      }
    | undefined;
  readonly missing: readonly Missing[];
  /** When each try may be used. */
  readonly tries: Ready['tries'];
  /** By the clock that stamps every exam. */
  readonly now: number;
  readonly rule: readonly string[];
  readonly open: Ready['open'];
  readonly handedIn: Ready['handedIn'];
}

const MINUTE = 60_000;

export async function examPage(
  world: Pick<World, 'records'>,
  person: string,
  program: string,
): Promise<Result<ExamOffer, 'no-such-program'>> {
  const offered = programOf(program);
  if (offered === undefined) {
    return refuse('no-such-program', 'there is no program at this address');
  }
  const ready = await world.records.as({ rights: 'candidate', person }, (records) =>
    readiness(records, program),
  );
  const { id, name, designation, notice } = offered;
  return success({
    program: { id, name, designation, notice },
    form: ready.form === undefined ? undefined : formLine(ready.form, ready),
    missing: missingFor(ready),
    tries: ready.tries,
    now: ready.now,
    rule: COUNTING_RULE,
    open: ready.open,
    handedIn: ready.handedIn,
  });
}

function formLine(form: Form, ready: Ready): ExamOffer['form'] {
  const { limitMs } = ready.allowance;
  return {
    kind: form.kind,
    questions: form.parts.reduce((sum, part) => sum + part.items.length, 0),
    parts: form.parts.map(({ title, items, minutes }) => ({
      title,
      questions: items.length,
      minutes,
    })),
    standardMinutes: limitMs / MINUTE,
    minutes: Math.round(allowedMs(ready.allowance) / MINUTE),
    granted: ACCOMMODATIONS.filter(({ id }) => ready.accommodations.includes(id)).map(
      ({ title }) => title,
    ),
  };
}

/** Everything that is missing at once, so that nobody mends one thing only to be told of the next. */
export function missingFor(ready: Ready): readonly Missing[] {
  if (ready.open?.started === true) {
    return [];
  }
  const noForm: readonly Missing[] =
    ready.form === undefined
      ? [
          {
            kind: 'no-form',
            because: 'no exam form of this program is in use here',
            way: { to: 'my', matter: undefined },
          },
        ]
      : [];
  return [...noForm, ...startRefusals(ready)];
}

const PASSED: Missing = {
  kind: 'not-eligible',
  because: 'you have passed this exam, so there is nothing more to take',
  way: { to: 'my', matter: undefined },
};

function startRefusals(ready: Ready): readonly Missing[] {
  const { allowance, facts, undecided, now } = ready;
  if (ready.passed && !facts.eligible && undecided.eligibility === undefined) {
    return [PASSED];
  }
  const clear = { eligible: true, owedCents: 0, accommodationPending: false, window: undefined };
  const each = [
    { ...clear, eligible: facts.eligible },
    { ...clear, owedCents: facts.owedCents },
    { ...clear, accommodationPending: facts.accommodationPending },
    ...(facts.eligible ? [{ ...clear, window: facts.window }] : []),
  ];
  return each.flatMap((alone) => {
    const answer = decideStart(clockOf([]), allowance, alone, now);
    return answer.ok ? [] : [{ ...answer.refusal, way: wayTo(answer.refusal.kind, undecided) }];
  });
}

function wayTo(kind: StartRefusal, undecided: Ready['undecided']): Missing['way'] {
  switch (kind) {
    case 'window-closed':
      return { to: 'apply', matter: undefined };
    case 'not-eligible':
      return undecided.eligibility === undefined
        ? { to: 'apply', matter: undefined }
        : { to: 'matter', matter: undecided.eligibility };
    case 'accommodation-pending':
      return { to: 'matter', matter: undecided.accommodation };
    default:
      return { to: 'my', matter: undefined };
  }
}
