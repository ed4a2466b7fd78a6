/**
 * Evidence with its chain of custody, shown to the respondent before anybody decides on it. Each piece keeps its
 * fingerprint from the first day; it is handed on only by whoever holds it, and only unchanged.
 */
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import { type Result, refuse } from '../../kernel/result/result.ts';
import type { ConductEvent, EvidenceKind } from './conduct-event.ts';
import type { ConductMatter, Evidence, Stage } from './conduct-matter.ts';
import { isBlank, type NotReady, ready, recorded } from './ready.ts';
import { overdueOn } from './record-holders.ts';
import { allAnswered } from './records-requests.ts';
import { allHeard } from './witnesses.ts';

const GATHERING: readonly Stage[] = ['screening', 'notice', 'response', 'investigation'];
/** Pieces are still handed on and shown while people judge. */
const OPEN: readonly Stage[] = [...GATHERING, 'review', 'hearing', 'decision', 'appeal'];
const FINGERPRINT = /^[0-9a-f]{64}$/;

type Asked = { readonly on: CivilDate; readonly by: string };

export type AddRefusal =
  | NotReady
  | 'no-fingerprint'
  | 'known-already'
  | 'source-missing'
  | 'on-a-panel';

export function addEvidence(
  state: ConductMatter,
  asked: Asked & {
    readonly id: string;
    readonly kind: EvidenceKind;
    readonly sha256: string;
    readonly source: string;
  },
): Result<readonly ConductEvent[], AddRefusal> {
  const now = ready(state, asked.on, GATHERING);
  if (!now.ok) {
    return now;
  }
  if (!FINGERPRINT.test(asked.sha256)) {
    return refuse('no-fingerprint', 'evidence is kept with the SHA-256 of its bytes');
  }
  if (state.evidence.some(({ id }) => id === asked.id)) {
    return refuse('known-already', `there is evidence "${asked.id}" already`);
  }
  if (isBlank(asked.source)) {
    return refuse('source-missing', 'say from where this came, without naming anybody');
  }
  return state.seated.includes(asked.by)
    ? onAPanel
    : recorded(now.value, { type: 'evidence-added', ...asked });
}

const onAPanel = refuse(
  'on-a-panel',
  'whoever sits on a panel of this matter gathers nothing for it',
);

export type HandRefusal =
  | NotReady
  | 'unknown-evidence'
  | 'not-the-holder'
  | 'changed'
  | 'on-a-panel';

/** From whoever holds it to the next. `sha256` is worked out anew from the bytes that are handed over. */
export function handOn(
  state: ConductMatter,
  asked: Asked & { readonly id: string; readonly to: string; readonly sha256: string },
): Result<readonly ConductEvent[], HandRefusal> {
  const now = ready(state, asked.on, OPEN);
  if (!now.ok) {
    return now;
  }
  const piece = state.evidence.find(({ id }) => id === asked.id);
  if (piece === undefined) {
    return refuse('unknown-evidence', `there is no evidence "${asked.id}" here`);
  }
  if (holderOf(piece) !== asked.by) {
    return refuse('not-the-holder', 'only whoever holds a piece of evidence hands it on');
  }
  if (piece.sha256 !== asked.sha256) {
    return refuse(
      'changed',
      'the bytes are not those that came in; find out why before anything else',
    );
  }
  const { on, by, id, to } = asked;
  return state.seated.includes(by)
    ? onAPanel
    : recorded(now.value, { type: 'evidence-handed', on, by, id, to });
}

const holderOf = ({ custody }: Evidence): string | undefined => custody.at(-1)?.by;

export type CopyRefusal =
  | NotReady
  | 'no-notice'
  | 'no-fingerprint'
  | 'unknown-evidence'
  | 'copied-before'
  | 'on-a-panel';

/** A copy without names is put beside a piece that came without one, as what a witness sends does. It stays as it is. */
export function addCopy(
  state: ConductMatter,
  asked: Asked & { readonly id: string; readonly sha256: string },
): Result<readonly ConductEvent[], CopyRefusal> {
  const now = ready(state, asked.on, OPEN);
  if (!now.ok) {
    return now;
  }
  if (state.noticedOn === undefined) {
    return refuse('no-notice', 'give notice first; it says what is alleged');
  }
  if (!FINGERPRINT.test(asked.sha256)) {
    return refuse('no-fingerprint', 'a copy is kept with the SHA-256 of its bytes');
  }
  const piece = state.evidence.find(({ id }) => id === asked.id);
  if (piece === undefined) {
    return refuse('unknown-evidence', `there is no evidence "${asked.id}" here`);
  }
  if (piece.copied) {
    return refuse('copied-before', `a copy without names stands beside "${asked.id}" already`);
  }
  return state.seated.includes(asked.by)
    ? onAPanel
    : recorded(now.value, { type: 'copy-added', ...asked });
}

/** Shows the respondent more of what is held against them. */
export function disclose(
  state: ConductMatter,
  asked: Asked & { readonly evidence: readonly string[] },
): Result<readonly ConductEvent[], NotReady | 'unknown-evidence' | 'no-notice' | 'on-a-panel'> {
  const now = ready(state, asked.on, OPEN);
  if (!now.ok) {
    return now;
  }
  if (state.noticedOn === undefined) {
    return refuse('no-notice', 'give notice first; it says what is alleged');
  }
  const known = state.evidence.map(({ id }) => id);
  const stray = asked.evidence.find((id) => !known.includes(id));
  if (stray !== undefined) {
    return refuse('unknown-evidence', `there is no evidence "${stray}" here`);
  }
  return state.seated.includes(asked.by)
    ? onAPanel
    : recorded(now.value, { type: 'disclosed', ...asked });
}

export type CloseRefusal =
  | NotReady
  | 'reason-missing'
  | 'not-disclosed'
  | 'on-a-panel'
  | 'witness-may-answer'
  | 'statement-waits'
  | 'records-may-come';

export function closeInvestigation(
  state: ConductMatter,
  asked: Asked & { readonly summary: string },
): Result<readonly ConductEvent[], CloseRefusal> {
  const now = ready(state, asked.on, ['investigation']);
  if (!now.ok) {
    return now;
  }
  if (isBlank(asked.summary)) {
    return refuse('reason-missing', 'say what was asked and found');
  }
  const heard = allHeard(state, asked.on);
  if (!heard.ok) {
    return heard;
  }
  const answered = allAnswered(state, asked.on);
  if (!answered.ok) {
    return answered;
  }
  const hidden = state.evidence.find(({ id }) => !state.disclosed.includes(id));
  if (hidden !== undefined) {
    return refuse(
      'not-disclosed',
      `the respondent has not been shown "${hidden.id}"; nobody is judged by what they have not seen`,
    );
  }
  return state.seated.includes(asked.by)
    ? onAPanel
    : recorded(now.value, ...overdueOn(state, asked.on), {
        type: 'investigation-closed',
        ...asked,
      });
}
