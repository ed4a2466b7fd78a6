/**
 * Checks a public report, with nothing but the file and the key of the log: who signed it, whether it is the one that was
 * signed for, whether the decision log holds it, and whether every figure follows from the counts beside it. The same
 * code runs in the reader's browser and in `evenhand report verify`.
 */
import { asJson } from '../../kernel/bytes/as-json.ts';
import { canonicalJson, type Json } from '../../kernel/bytes/canonical-json.ts';
import { member, textMember } from '../../kernel/bytes/json-members.ts';
import { sha256Hex } from '../../kernel/bytes/sha256.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { type CheckEd25519, type NoteKey, openNote } from '../../ledger/checkpoint/note.ts';
import { checkReceipt } from '../../ledger/checkpoint/receipt.ts';
import { type ReportRead, readReport } from '../../reporting/public-report/read-report.ts';
import { type RecomputedTable, recomputed } from '../../reporting/public-report/recompute.ts';
import { reportLabel, reportNoteText } from './report-note.ts';

export interface Answer {
  readonly answer: 'holds' | 'fails' | 'not-asked';
  /** What was found, in a sentence. */
  readonly found: string;
}

export interface CheckedReport {
  readonly report: ReportRead;
  readonly digest: string;
  readonly signature: Answer;
  readonly body: Answer;
  readonly log: Answer;
  readonly tables: readonly RecomputedTable[];
  readonly agreeing: number;
  readonly differing: number;
  /** Nothing that was asked fails, and no figure differs. */
  readonly holds: boolean;
}

export interface ReportToCheck {
  /** The file as it was downloaded. */
  readonly text: string;
  readonly key: NoteKey;
  /** The receipt of its line in the decision log, where that is asked too. */
  readonly receipt: string | undefined;
}

/** Refused where the file is no report at all. */
export async function checkReport(
  { text, key, receipt }: ReportToCheck,
  check: CheckEd25519,
): Promise<Result<CheckedReport, 'not-a-report'>> {
  const file = jsonIn(text);
  const body = member(file, 'report');
  const report = readReport(body);
  if (!report.ok || body === undefined) {
    return report.ok ? refuse('not-a-report', 'there is no report in it') : report;
  }
  const digest = digestOf(body);
  if (digest === undefined) {
    return refuse('not-a-report', 'it holds text that is none');
  }
  const facts = { ...report.value, digest };
  const note = textMember(file, 'note') ?? '';
  const opened = await openNote(note, [key], check);
  const signature: Answer = opened.ok
    ? { answer: 'holds', found: `${key.name} has signed it` }
    : { answer: 'fails', found: opened.refusal.because };
  const signed = opened.ok ? opened.value.text : note.slice(0, note.lastIndexOf('\n\n') + 1);
  const isSignedFor = signed === reportNoteText(facts);
  const tables = recomputed(report.value);
  const figures = tables.flatMap((table) => table.figures);
  const agreeing = figures.filter(({ agrees }) => agrees).length;
  const answers = {
    signature,
    body: bodyAnswer(isSignedFor),
    log: await logAnswer(receipt, facts, key, check),
  };
  return success({
    report: report.value,
    digest,
    ...answers,
    tables,
    agreeing,
    differing: figures.length - agreeing,
    holds:
      agreeing === figures.length &&
      Object.values(answers).every(({ answer }) => answer !== 'fails'),
  });
}

const bodyAnswer = (isSignedFor: boolean): Answer =>
  isSignedFor
    ? { answer: 'holds', found: 'number, dates and every character are those that were signed for' }
    : {
        answer: 'fails',
        found: 'this is not the report that was signed for: something was changed',
      };

async function logAnswer(
  receipt: string | undefined,
  { number, release, digest }: { number: number; release: number; digest: string },
  key: NoteKey,
  check: CheckEd25519,
): Promise<Answer> {
  if (receipt === undefined) {
    return { answer: 'not-asked', found: 'no receipt of the decision log was given' };
  }
  const checked = await checkReceipt(receipt, key, check);
  if (!checked.ok) {
    return { answer: 'fails', found: checked.refusal.because };
  }
  const { opening, index, checkpoint } = checked.value;
  const isThis =
    opening?.matter === reportLabel(number) &&
    canonicalJson(opening.outcome) === canonicalJson(asJson({ release, digest }));
  return isThis
    ? {
        answer: 'holds',
        found: `it is entry ${index} of the ${checkpoint.size} that the log has signed`,
      }
    : { answer: 'fails', found: 'the line of the log is about another report' };
}

function jsonIn(text: string): Json | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function digestOf(body: Json): string | undefined {
  try {
    return sha256Hex(canonicalJson(body));
  } catch {
    return undefined;
  }
}
