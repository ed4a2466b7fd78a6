/**
 * The last look before filing: what is still missing, how the published rules read what is claimed, the day by which
 * the answer is promised, what it costs, and who will be written to. The reading is help; a person decides.
 */
import {
  factsClaimed,
  type Missing,
  missing,
  type Supervisor,
  supervisorsOf,
  valuesOn,
} from '../../casework/application/draft.ts';
import { pagesFor } from '../../casework/application/form-pages.ts';
import { type Charge, chargesFor } from '../../casework/fees/fees.ts';
import { canonicalJson } from '../../kernel/bytes/canonical-json.ts';
import { sha256Hex } from '../../kernel/bytes/sha256.ts';
import type { Result } from '../../kernel/result/result.ts';
import { type DecisionPromise, promisedDate } from '../../program/calendar/promise.ts';
import { defaultsOf } from '../../program/catalog/operator-defaults.ts';
import { evaluate, type PathwayReading } from '../../program/pathway/evaluate.ts';
import type { Application } from './application.ts';
import { readWithCare } from './save-page.ts';

export interface Review {
  readonly missing: readonly Missing[];
  readonly reading: PathwayReading;
  readonly promise: Result<DecisionPromise, 'no-day-to-promise'>;
  /** What falls due on filing. */
  readonly charges: readonly Charge[];
  /** What falls due on the day the application is found to meet the rules. */
  readonly chargesLater: readonly Charge[];
  readonly supervisors: readonly Supervisor[];
  /** Stands for exactly these answers and papers; what is filed is what was looked at. */
  readonly seen: string;
}

export function reviewOf(application: Application): Review {
  const { rules, draft, documents, today } = application;
  const gaps = missing(rules, draft, documents, today);
  return {
    missing: [...gaps, ...mistakesLeft(application, gaps)],
    reading: evaluate(rules, factsClaimed(rules, draft, today), today),
    promise: promiseOf(application),
    charges: filingCharges(application, ''),
    chargesLater: chargesFor(rules.fees, 'exam', ''),
    supervisors: supervisorsOf(rules, draft),
    seen: sha256Hex(
      canonicalJson({ answers: draft.answers, documents: documents.map(({ id }) => id) }),
    ),
  };
}

/** What is promised if it is filed today. */
export const promiseOf = ({
  program,
  rules,
  today,
}: Pick<Application, 'program' | 'rules' | 'today'>): Review['promise'] =>
  promisedDate({ ...program, defaults: defaultsOf(program) }, rules, today);

/** `about` is the matter the charges are for. */
export const filingCharges = (
  { rules }: Pick<Application, 'rules'>,
  about: string,
): readonly Charge[] => chargesFor(rules.fees, 'application', about);

/** What was kept as it was typed, though it cannot be filed so; see readWithCare. */
function mistakesLeft(application: Application, known: readonly Missing[]): readonly Missing[] {
  const { rules, draft, today, person } = application;
  const told = new Set(known.map(({ message }) => message));
  return pagesFor(rules, draft)
    .filter(({ kind }) => kind !== 'check')
    .flatMap((page) =>
      readWithCare(page, valuesOn(draft, page), today, person).errors.map(({ field, message }) => ({
        page: page.id,
        field,
        message,
      })),
    )
    .filter(({ message }) => !told.has(message));
}
