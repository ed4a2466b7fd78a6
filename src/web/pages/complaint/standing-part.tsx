/** Where a complaint stands: its stages, the promises to each side, what is alleged, who is concerned, its panels. */
import type { ReactElement, ReactNode } from 'react';
import { DataTable } from '../../parts/data-table/data-table.tsx';
import { DescriptionList } from '../../parts/description-list/description-list.tsx';
import { StatusTag } from '../../parts/status-tag/status-tag.tsx';
import { complaint as words } from '../../words/complaints.ts';
import { PromisedDate } from '../queue/promised-date.tsx';
import type {
  AllegationShown,
  ComplaintView,
  PanelShown,
  PartyShown,
  PromiseShown,
  StageShown,
} from './complaint-view.ts';

export function Stages({ stages }: { readonly stages: readonly StageShown[] }): ReactElement {
  return (
    <ol className="complaint-stages" aria-label={words.stands}>
      {stages.map(({ key, name, stands, day }) => (
        <li
          key={key}
          className={`stage-${stands}`}
          aria-current={stands === 'now' ? 'step' : undefined}
        >
          <span className="stage-name">{name}</span>
          <span className="stage-stands">
            {stands === 'done'
              ? (day ?? words.stageDone)
              : stands === 'now'
                ? words.stageNow
                : words.stageAhead}
          </span>
        </li>
      ))}
    </ol>
  );
}

const TONES = { running: 'working', kept: 'done', late: 'late' } as const;

export function Promises({
  promises,
}: {
  readonly promises: readonly PromiseShown[];
}): ReactElement {
  const { by, step, to, stands, done } = words.promiseColumns;
  return (
    <DataTable
      caption={words.promises}
      captionHidden
      columns={[by, step, to, stands, done].map((label) => ({ label }))}
      rows={promises.map((one) => ({
        key: one.key,
        cells: [
          <PromisedDate key="by" promised={one.by} daysLate={one.daysLate} />,
          one.step,
          one.to,
          <div key="stands">
            <StatusTag tone={TONES[one.stands]} label={words[one.stands]} />
            {one.notes.map((note) => (
              <p key={note} className="small">
                {note}
              </p>
            ))}
          </div>,
          one.doneOn ?? words.notDone,
        ],
      }))}
    />
  );
}

export function Allegations(props: { readonly alleged: readonly AllegationShown[] }): ReactElement {
  const { provision, words: happened, day, found } = words.allegedColumns;
  return (
    <DataTable
      caption={words.alleged}
      captionHidden
      columns={[provision, happened, day, found].map((label) => ({ label }))}
      rows={props.alleged.map((one) => ({
        key: one.id,
        cells: [
          <div key="provision">
            <a href={one.href}>{`${one.number}. ${one.title}`}</a>
            <p className="small soft">{one.version}</p>
          </div>,
          <div key="words">
            <p dir="auto">{one.words}</p>
            {one.cited === undefined ? null : <p className="small soft">{one.cited}</p>}
          </div>,
          one.day,
          one.found,
        ],
      }))}
    />
  );
}

export function Parties({ complaint }: { readonly complaint: ComplaintView }): ReactElement {
  const { label, name, contact, appears } = words.peopleColumns;
  return (
    <>
      <p>{words.peopleText}</p>
      <DataTable
        caption={words.people}
        captionHidden
        columns={[label, name, contact, appears].map((each) => ({ label: each }))}
        rows={complaint.parties.map((party) => ({
          key: party.key,
          cells: [
            party.label,
            <Name key="name" party={party} />,
            <bdi key="contact">{party.contact ?? words.noContact}</bdi>,
            <div key="appears">
              {party.appears.length === 0 ? <p className="soft">{words.appearsNot}</p> : null}
              {party.appears.map((line) => (
                <p key={line}>{line}</p>
              ))}
              {party.concern === undefined ? null : (
                <p>
                  <a href={`/desk/concerns/${party.concern}`}>{words.toConcern}</a>
                </p>
              )}
            </div>,
          ],
        }))}
      />
      <p>
        <a href={`/desk/complaints/${complaint.id}/names`}>{words.askName}</a>
      </p>
    </>
  );
}

function Name({ party }: { readonly party: PartyShown }): ReactElement {
  return (
    <div>
      {party.name === undefined ? (
        <span className="soft">{words.noName}</span>
      ) : (
        <bdi>{party.name}</bdi>
      )}
      {party.former === undefined ? null : (
        <p className="small soft">
          <bdi>{party.former}</bdi>
        </p>
      )}
    </div>
  );
}

export function Panels({ panels }: { readonly panels: readonly PanelShown[] }): ReactNode {
  return panels.length === 0 ? (
    <p>{words.panelsNone}</p>
  ) : (
    panels.map((panel) => (
      <div key={panel.key} className="complaint-panel">
        <h3>{panel.name}</h3>
        <p>{panel.when}</p>
        {panel.members.length === 0 ? null : (
          <ul className="plain-list">
            {panel.members.map((member) => (
              <li key={member}>
                <bdi>{member}</bdi>
              </li>
            ))}
          </ul>
        )}
        <Replay panel={panel} />
      </div>
    ))
  );
}

function Replay({ panel }: { readonly panel: PanelShown }): ReactElement {
  const { commitment, made } = panel;
  return (
    <details>
      <summary>{words.replay}</summary>
      <p className="small">{made === undefined ? words.notDrawn : words.replayText}</p>
      <DescriptionList
        items={[
          { term: words.commitment, value: <code className="hash">{commitment}</code> },
          ...(made === undefined
            ? []
            : [
                { term: words.seed, value: <code className="hash">{made.seed}</code> },
                {
                  term: words.poolOrder,
                  value: (
                    <ol className="hash small">
                      {made.pool.map((one) => (
                        <li key={one}>
                          <bdi>{one}</bdi>
                        </li>
                      ))}
                    </ol>
                  ),
                },
              ]),
        ]}
      />
    </details>
  );
}
