/** The decision log as anybody reads it: a page, the signed head, the key, and the files of the tree. */
import { createElement } from 'react';
import { utf8 } from '../../kernel/bytes/bytes.ts';
import { inWords, inWordsShort } from '../../kernel/dates/civil-date.ts';
import { openCheckpoint } from '../../ledger/checkpoint/checkpoint.ts';
import { checkEd25519 } from '../../ledger/checkpoint/ed25519.ts';
import { writeNoteKey } from '../../ledger/checkpoint/note.ts';
import { readEntry } from '../../ledger/entry/entry.ts';
import { programOf } from '../../program/catalog/catalog.ts';
import { LogPage, type LogPageProps } from '../../web/pages/log/log-page.tsx';
import { renderPage } from '../../web/parts/page-frame/render-page.ts';
import { log as logWords } from '../../web/words/log.ts';
import { ALL_PROGRAMS } from '../../workflow/board/answer-finding.ts';
import type { LogWatchRow } from '../../workflow/ports/log-watch.ts';
import { credentialProof } from '../../workflow/publish/opened-receipt.ts';
import { lastWatch, WATCH_FILE, WATCH_NOTE } from '../../workflow/publish/watch-log.ts';
import type { App } from '../server/app.ts';
import { missingPage, refusalPage } from '../server/problem-pages.ts';
import { type Handler, one, page, type Reply, type Visit } from '../server/visit.ts';
import { type KeyHistoryRoute, keyHistoryHandlers } from './key-history-handlers.ts';

type LogRoute =
  | 'log'
  | 'log-checkpoint'
  | 'log-key'
  | 'log-tile'
  | 'log-monitor'
  | 'log-monitor-note'
  | 'credential-proof'
  | KeyHistoryRoute;
const PAGE = 25;
const PUBLIC = { rights: 'public', person: undefined } as const;
/** A copy of the head or the key is good for as long as a page takes to read; after that it is asked for anew. */
const SHORT = 'public, max-age=5, must-revalidate';
const OPEN_TO_ALL = { 'access-control-allow-origin': '*' };

export function logHandlers(app: App): Readonly<Record<LogRoute, Handler>> {
  return {
    ...keyHistoryHandlers(app),
    log: (visit) => showLog(app, visit),
    'log-checkpoint': () => file(app, 'checkpoint', 'text/plain; charset=utf-8', SHORT),
    'log-key': async () => ({
      kind: 'bytes',
      type: 'text/plain; charset=utf-8',
      bytes: `${writeNoteKey(app.log.key)}\n`,
      headers: { ...OPEN_TO_ALL, 'cache-control': SHORT },
    }),
    'log-monitor': () => file(app, WATCH_FILE, 'application/json', SHORT),
    'log-monitor-note': () => file(app, WATCH_NOTE, 'text/plain; charset=utf-8', SHORT),
    'credential-proof': (visit) => proof(app, visit),
    'log-tile': ({ params }) => {
      const name = `tile/${params['*'] ?? ''}`;
      // A full tile never changes; a partial one is replaced by a larger one at another address.
      return file(app, name, 'application/octet-stream', 'public, max-age=31536000, immutable');
    },
  };
}

/** The C2SP tlog-proof beside a credential: what was signed once stays proof for good. */
async function proof(app: App, { params, frame }: Visit): Promise<Reply> {
  const id = one(params, 'credential');
  const found = await credentialProof(app.world, app.log, id);
  if (found === undefined) {
    return missingPage(frame);
  }
  return found.ok
    ? {
        kind: 'bytes',
        type: 'text/plain; charset=utf-8',
        bytes: found.value,
        headers: {
          ...OPEN_TO_ALL,
          'cache-control': SHORT,
          'content-disposition': 'inline; filename="credential.tlog-proof"',
        },
      }
    : refusalPage(frame, found.refusal);
}

async function file(app: App, name: string, type: string, cache: string): Promise<Reply> {
  const bytes =
    /^[a-z0-9./]+$/.test(name) && !name.includes('..') ? await app.logFolder.read(name) : undefined;
  return bytes === undefined
    ? { kind: 'bytes', type: 'text/plain; charset=utf-8', bytes: 'not here\n', status: 404 }
    : { kind: 'bytes', type, bytes, headers: { ...OPEN_TO_ALL, 'cache-control': cache } };
}

async function showLog(app: App, { query, frame }: Visit): Promise<Reply> {
  const asked = Number(one(query, 'before'));
  const { held, size, before, from, rows } = await app.world.records.as(PUBLIC, async ({ log }) => {
    const all = await log.size();
    const last = Number.isInteger(asked) && asked > 0 && asked <= all ? asked : all;
    const first = Math.max(0, last - PAGE);
    return {
      held: await log.held(),
      size: all,
      before: last,
      from: first,
      rows: await log.entries(first, last - first),
    };
  });
  const kinds: Readonly<Record<string, string>> = logWords.kinds;
  const entries = rows.toReversed().flatMap((row) => {
    const entry = readEntry(utf8(row.commitment));
    return entry.ok
      ? [
          {
            index: row.place,
            decidedOn: inWordsShort(entry.value.decidedOn),
            kind: kinds[entry.value.kind] ?? entry.value.kind,
            program: programLine(entry.value.program),
          },
        ]
      : [];
  });
  return page(
    renderPage(
      createElement(LogPage, {
        frame,
        ...(await signedHead(app)),
        held:
          held === undefined
            ? undefined
            : { because: sentence(held.because), since: day(app, held.since) },
        ownWitnesses: app.demonstration,
        watch: watchShown(await lastWatch(app.world)),
        command: `evenhand ledger verify ${app.world.origin}/log`,
        entries,
        newer: before < size ? `/log?before=${Math.min(size, before + PAGE)}` : undefined,
        older: from > 0 ? `/log?before=${from}` : undefined,
      }),
    ),
  );
}

/** The head as it lies in the log's folder, and who signed it. */
async function signedHead(
  app: App,
): Promise<Pick<LogPageProps, 'size' | 'signedAt' | 'checkpoint' | 'witnesses'>> {
  const note = (await app.log.head()) ?? '';
  const { key, witnesses } = app.log;
  const opened = await openCheckpoint(note, key, checkEd25519, witnesses);
  const signedBy = opened.ok ? opened.value.signedBy : [];
  const noted = await app.world.records.as(PUBLIC, ({ log }) => log.checkpoint());
  return {
    size: opened.ok ? opened.value.size : 0,
    signedAt: noted === undefined ? '' : day(app, noted.at),
    checkpoint: note,
    witnesses: witnesses.map((witness) => {
      const at = signedBy.find((one) => one.key.id === witness.id)?.atSeconds;
      const [name, line] = [witness.name, writeNoteKey(witness)];
      return { name, key: line, signedAt: at === undefined ? undefined : day(app, at * 1000) };
    }),
  };
}

function watchShown(last: LogWatchRow | undefined): LogPageProps['watch'] {
  if (last === undefined) {
    return undefined;
  }
  const { faults, issued, entries } = last.result;
  const { watch } = logWords;
  return {
    day: inWords(last.onDay),
    entries,
    places: issued.places,
    found: [
      ...faults.map(({ where, because }) => watch.fault(where, because)),
      ...issued.differences.map(
        ({ kind, line, list, place }) =>
          `${watch.differences[kind]} (${watch.at(line, list, place)})`,
      ),
    ],
  };
}

const day = (app: App, at: number): string => inWords(app.world.clock.dayOf(at));
const sentence = (because: string): string => `${because[0]?.toUpperCase()}${because.slice(1)}.`;

const programLine = (program: string): string =>
  program === ALL_PROGRAMS ? logWords.allPrograms : (programOf(program)?.name ?? program);
