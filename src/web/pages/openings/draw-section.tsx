/** The draw of an opening as anybody sees it: quotas, the published pool and its chances, who was drawn, and how to check it. */
import type { ReactElement } from 'react';
import { inWords } from '../../../kernel/dates/civil-date.ts';
import type { DrawnRow } from '../../../workflow/ports/seat-records.ts';
import { DataTable } from '../../parts/data-table/data-table.tsx';
import { DescriptionList } from '../../parts/description-list/description-list.tsx';
import { openings } from '../../words/openings.ts';
import { type OpeningPageProps, poolRows } from './opening-view.ts';
import { TicketDots } from './ticket-dots.tsx';

const words = openings.draw;

export function DrawSection(props: OpeningPageProps): ReactElement {
  const { opening, draw } = props;
  const { committed } = draw;
  const categories = [...new Set(opening.quotas.map(({ category }) => category))];
  const rows = committed === undefined ? undefined : poolRows(committed.pool);
  return (
    <section aria-labelledby="draw">
      <h2 id="draw">{words.title}</h2>
      <DescriptionList
        items={[
          {
            term: words.numbers,
            value:
              opening.randomSource === undefined || opening.randomOn === undefined
                ? ''
                : words.numbersAre(opening.randomSource, inWords(opening.randomOn)),
          },
          ...(committed === undefined
            ? []
            : [
                {
                  term: words.commitment,
                  value: <code className="opening-hash">{committed.commitment}</code>,
                },
                { term: words.place, value: <a href="/log">{committed.place}</a> },
              ]),
        ]}
      />
      <p>
        {committed === undefined
          ? words.open
          : words.committed(inWords(committed.onDay), Object.keys(committed.held).length)}
      </p>
      <DataTable
        caption={words.quotas}
        columns={[
          { label: words.quotaColumns.category },
          { label: words.quotaColumns.value },
          { label: words.quotaColumns.least, figures: true },
          { label: words.quotaColumns.most, figures: true },
          ...(rows === undefined ? [] : [{ label: words.quotaColumns.pool, figures: true }]),
        ]}
        rows={opening.quotas.map(({ category, value, least, most }) => ({
          key: `${category} ${value}`,
          cells: [
            category,
            value,
            String(least),
            String(most),
            ...(rows === undefined
              ? []
              : [
                  String(
                    rows.filter((row) => row[categories.indexOf(category) + 1] === value).length,
                  ),
                ]),
          ],
        }))}
      />
      <p className="small soft">
        {words.quotasNote}
        {opening.legalBasis === undefined ? null : ` ${words.basis(opening.legalBasis)}`}
      </p>
      {committed === undefined ? null : (
        <TicketDots held={Object.values(committed.held)} seats={opening.seats} />
      )}
      <Panel {...props} />
      <Check {...props} />
    </section>
  );
}

function Panel({ draw }: OpeningPageProps): ReactElement | null {
  const { committed, drawn } = draw;
  const [first, last] = [drawn[0], drawn.at(-1)];
  if (committed === undefined || first === undefined || last === undefined) {
    return null;
  }
  const since = (label: string): DrawnRow =>
    drawn.findLast(({ fresh }) => fresh.includes(label)) ?? first;
  return (
    <>
      <h3>{words.panelTitle}</h3>
      <p>{words.panelIs(inWords(first.onDay), first.publicWords)}</p>
      <DataTable
        caption={words.panelTitle}
        captionHidden
        columns={[
          { label: words.panelColumns.label },
          { label: words.panelColumns.held, figures: true },
          { label: words.panelColumns.standing },
        ]}
        rows={last.panel.map((label) => ({
          key: label,
          cells: [label, words.heldOf(committed.held[label] ?? 0), sinceWords(since(label))],
        }))}
      />
      {drawn.length > 1 ? (
        <>
          <h3>{words.refills}</h3>
          <ul>
            {drawn.slice(1).map(({ number, onDay, fresh }) => (
              <li key={number}>
                {words.refill(
                  number,
                  inWords(onDay),
                  leftWith(drawn, number).join(', '),
                  fresh.join(', '),
                )}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}

const sinceWords = ({ how, number }: DrawnRow): string =>
  how === 'draw' ? words.fresh.draw : words.fresh[how](number);

/** Who had a seat until this replacement. */
function leftWith(drawn: readonly DrawnRow[], number: number): readonly string[] {
  const before = drawn.find((one) => one.number === number - 1)?.panel ?? [];
  const after = drawn.find((one) => one.number === number)?.panel ?? [];
  return before.filter((label) => !after.includes(label));
}

function Check({ opening, files, draw }: OpeningPageProps): ReactElement | null {
  return files.length === 0 ? null : (
    <>
      <h3>{words.filesTitle}</h3>
      <p>{words.files}</p>
      <ul>
        {[...files, words.receiptName].map((name) => (
          <li key={name}>
            <a href={`/openings/${opening.id}/files/${name}`}>{name}</a>
          </li>
        ))}
      </ul>
      {draw.drawn.length === 0 ? null : (
        <>
          {files
            .filter((name) => name === 'draw.json' || name.startsWith('replacement'))
            .map((name) => (
              <pre key={name} className="opening-command">
                <code>{words.replayAgain(name)}</code>
              </pre>
            ))}
          <p>{words.replayNote}</p>
          <pre className="opening-command">
            <code>{words.receipt}</code>
          </pre>
        </>
      )}
    </>
  );
}
