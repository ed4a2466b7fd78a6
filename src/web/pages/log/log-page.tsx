/** `/log`: the decision log: its signed size, how anybody can check it, and its latest entries, with nothing personal. */
import type { ReactElement } from 'react';
import { DataTable } from '../../parts/data-table/data-table.tsx';
import { Notice } from '../../parts/notice/notice.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { Pagination } from '../../parts/pagination/pagination.tsx';
import { Receipt } from '../../parts/receipt/receipt.tsx';
import { en } from '../../words/en.ts';

const words = en.log;

export interface LogEntryView {
  /** The place of the entry, counted from 0 as the log does. */
  readonly index: number;
  readonly decidedOn: string;
  readonly kind: string;
  readonly program: string;
}

export interface WatchView {
  readonly day: string;
  readonly entries: number;
  readonly places: number;
  /** A sentence for each thing that differs. */
  readonly found: readonly string[];
}

export interface WitnessView {
  readonly name: string;
  /** The key as the command takes it. */
  readonly key: string;
  readonly signedAt: string | undefined;
}

export interface LogPageProps {
  readonly frame: Frame;
  readonly size: number;
  /** When the checkpoint was signed, in words. */
  readonly signedAt: string;
  readonly checkpoint: string;
  /** The command that checks the whole log. */
  readonly command: string;
  /** Newest first. */
  readonly entries: readonly LogEntryView[];
  /** Why nothing can be decided at the moment, and since when; undefined while all is well. */
  readonly held?: { readonly because: string; readonly since: string } | undefined;
  /** Who is asked to sign each head, and when they signed the one shown; undefined where they have not. */
  readonly witnesses: readonly WitnessView[];
  /** True where the same people run the log and its witnesses. */
  readonly ownWitnesses: boolean;
  /** What the newest daily check found; undefined before the first. */
  readonly watch: WatchView | undefined;
  readonly newer?: string | undefined;
  readonly older?: string | undefined;
}

export function LogPage(props: LogPageProps): ReactElement {
  return (
    <PageFrame frame={props.frame} title={words.title}>
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      <p className="log-size">
        <strong>{words.size(props.size)}</strong>
        <span className="soft">{` ${words.asOf(props.signedAt)}`}</span>
      </p>
      {props.held === undefined ? null : (
        <Notice title={words.held.title}>
          <p>{words.held.since(props.held.since)}</p>
          <p>{props.held.because}</p>
        </Notice>
      )}
      <h2>{words.holds}</h2>
      <p>{words.holdsText}</p>
      <h2>{words.recent}</h2>
      <Entries {...props} />
      <h2 id="check">{words.check}</h2>
      <ol>
        {words.checkSteps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <Receipt title={words.command} text={props.command} />
      <Receipt title={words.checkpoint} text={props.checkpoint}>
        <p className="small">{words.checkpointText}</p>
      </Receipt>
      <Witnesses {...props} />
      <h3 id="watch">{words.watch.title}</h3>
      <p>{words.watch.intro}</p>
      <Watch watch={props.watch} />
      <h3>{words.files.title}</h3>
      <ul>
        <li>
          <a href="/log/checkpoint">{words.files.checkpoint}</a>
        </li>
        <li>
          <a href="/log/key">{words.files.key}</a>
        </li>
        <li>
          {words.files.tiles}: <code>/log/tile/</code>
        </li>
      </ul>
      <h3>{words.receipt}</h3>
      <p>{words.receiptText}</p>
    </PageFrame>
  );
}

function Witnesses({ witnesses, ownWitnesses }: LogPageProps): ReactElement {
  const { title, text, none, own, signed, silent } = words.witnesses;
  return (
    <>
      <h3>{title}</h3>
      <p>{witnesses.length === 0 ? none : text}</p>
      <ul className="log-witnesses">
        {witnesses.map(({ name, key, signedAt }) => (
          <li key={key}>
            {`${name}: ${signedAt === undefined ? silent : signed(signedAt)}`}
            <br />
            <code>{key}</code>
          </li>
        ))}
      </ul>
      {ownWitnesses ? <p className="small">{own}</p> : null}
    </>
  );
}

function Watch({ watch }: Pick<LogPageProps, 'watch'>): ReactElement {
  if (watch === undefined) {
    return <p>{words.watch.none}</p>;
  }
  const { day, entries, places, found } = watch;
  return (
    <>
      <p>{found.length === 0 ? words.watch.sound(day, entries, places) : words.watch.found(day)}</p>
      {found.length === 0 ? null : (
        <ul>
          {found.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      )}
      <p>
        <a href="/log/monitor.json">{words.watch.file}</a> ·{' '}
        <a href="/log/monitor.note">{words.watch.note}</a>
      </p>
    </>
  );
}

function Entries({ entries, size, newer, older }: LogPageProps): ReactElement {
  const [first] = entries;
  const last = entries.at(-1);
  if (first === undefined || last === undefined) {
    return <p>{words.empty}</p>;
  }
  const { columns } = words;
  return (
    <>
      <DataTable
        caption={words.recent}
        captionHidden
        columns={[
          { label: columns.number },
          { label: columns.day },
          { label: columns.kind },
          { label: columns.program },
        ]}
        rows={entries.map((entry) => ({
          key: String(entry.index),
          cells: [entry.index.toLocaleString('en-US'), entry.decidedOn, entry.kind, entry.program],
        }))}
      />
      <Pagination
        here={words.here(last.index, first.index, size)}
        previous={newer}
        previousLabel={words.newer}
        next={older}
        nextLabel={words.older}
      />
    </>
  );
}
