/**
 * The page of a public report, checked in the reader's own browser: the report, its receipt and the key of the log are
 * fetched, and every figure that follows from the published counts is worked out again by the modules that made it. The
 * answer stands in `#report-check`, which also carries it as `data-holds`. Nothing is sent anywhere.
 */
import { fromUtf8 } from '../../kernel/bytes/bytes.ts';
import { checkEd25519 } from '../../ledger/checkpoint/ed25519.ts';
import { readNoteKey } from '../../ledger/checkpoint/note.ts';
import type { PublicReport } from '../../reporting/public-report/public-report.ts';
import { type CheckedReport, checkReport } from '../../workflow/report/check-report.ts';
import { CheckedFigures, type CheckNames, CheckResult } from '../pages/reports/check-result.tsx';
import { dimensionTitle, groupLabel, partLabel } from '../pages/reports/view.ts';
import { report as words } from '../words/report.ts';
import { draw } from './draw.ts';

const place = document.getElementById('report-check');
const start = place?.querySelector('p');
const answer = place?.querySelector('div');

async function textAt(address: string | undefined): Promise<string | undefined> {
  const reply = await fetch(address ?? '', { credentials: 'omit', cache: 'no-cache' });
  return reply.ok ? fromUtf8(new Uint8Array(await reply.arrayBuffer())) : undefined;
}

async function check(from: HTMLElement, into: HTMLElement): Promise<void> {
  const { file, receipt, key } = from.dataset;
  const text = (await textAt(file)) ?? '';
  const known = readNoteKey((await textAt(key)) ?? '');
  if (!known.ok) {
    throw new Error(known.refusal.because);
  }
  const asked = { text, key: known.value, receipt: await textAt(receipt) };
  const checked = await checkReport(asked, checkEd25519);
  if (!checked.ok) {
    throw new Error(checked.refusal.because);
  }
  show(checked.value, namesIn(text), into);
  from.dataset['holds'] = String(checked.value.holds);
}

/** What groups and questions are called stands in the report itself. */
function namesIn(text: string): CheckNames {
  const { report }: { report: PublicReport } = JSON.parse(text);
  return {
    dimension: (id) => dimensionTitle(report, id),
    group: (dimension, id) => groupLabel(report, dimension, id),
    part: (part) => (part === 'all' ? words.allPrograms : partLabel(report, part)),
  };
}

function show(checked: CheckedReport, names: CheckNames, into: HTMLElement): void {
  into.replaceChildren();
  draw(CheckResult({ checked, names }), into);
  for (const details of into.querySelectorAll('details')) {
    details.addEventListener('toggle', () => fill(details, checked, names));
    if (details.open) {
      fill(details, checked, names);
    }
  }
}

/** Thousands of figures are drawn table by table, when somebody looks. */
function fill(details: HTMLDetailsElement, checked: CheckedReport, names: CheckNames): void {
  const box = details.querySelector<HTMLElement>('[data-table]');
  const table = checked.tables[Number(box?.dataset['table'])];
  if (box !== null && table !== undefined && box.childElementCount === 0) {
    draw(CheckedFigures({ table, names }), box);
  }
}

function say(sentence: string, into: HTMLElement): void {
  const paragraph = document.createElement('p');
  paragraph.textContent = sentence;
  into.replaceChildren(paragraph);
}

if (place && start && answer) {
  start.hidden = false;
  start.querySelector('button')?.addEventListener('click', () => {
    say(words.checkWorking, answer);
    // A moment, so that the sentence is painted before the work begins.
    setTimeout(() => {
      check(place, answer).catch(() => say(words.checkUnreadable, answer));
    }, 50);
  });
}
