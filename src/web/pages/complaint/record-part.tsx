/** The record of a complaint: what people wrote, the evidence with everybody who held it, what was disclosed, the letters. */
import type { ReactElement, ReactNode } from 'react';
import { DataTable } from '../../parts/data-table/data-table.tsx';
import { complaint as words } from '../../words/complaints.ts';
import type { ComplaintView, EvidenceShown, SaidShown } from './complaint-view.ts';

export function Said({ said }: { readonly said: readonly SaidShown[] }): ReactElement {
  const { who, own, record } = words.saidColumns;
  return said.length === 0 ? (
    <p>{words.saidNone}</p>
  ) : (
    <>
      <p>{words.saidText}</p>
      <DataTable
        caption={words.said}
        captionHidden
        columns={[who, own, record].map((label) => ({ label }))}
        rows={said.map((one) => ({
          key: one.key,
          cells: [
            <div key="who">
              {one.who}
              <p className="small soft">{one.on}</p>
            </div>,
            <div key="own" className="typed-text" dir="auto">
              {one.own}
            </div>,
            one.record === undefined ? (
              <span key="record" className="soft">
                {words.notOnRecord}
              </span>
            ) : (
              <div key="record" className="typed-text" dir="auto">
                {one.record}
              </div>
            ),
          ],
        }))}
      />
    </>
  );
}

export function Evidence({ complaint }: { readonly complaint: ComplaintView }): ReactElement {
  const { id, held, files, shown } = words.evidenceColumns;
  return complaint.evidence.length === 0 ? (
    <p>{words.evidenceNone}</p>
  ) : (
    <DataTable
      caption={words.evidence}
      captionHidden
      columns={[id, held, files, shown].map((label) => ({ label }))}
      rows={complaint.evidence.map((piece) => ({
        key: piece.id,
        cells: [
          <div key="id">
            {`${piece.id}. ${piece.kind}`}
            <p dir="auto">{piece.source}</p>
            <p className="small soft">
              {`${words.fingerprint} `}
              <code className="hash">{piece.sha256}</code>
            </p>
          </div>,
          <ol key="held" className="plain-list">
            {piece.custody.map((line) => (
              <li key={line}>
                <bdi>{line}</bdi>
              </li>
            ))}
          </ol>,
          <Files
            key="files"
            matter={complaint.id}
            piece={piece}
            mayCopy={
              complaint.aside.some(({ act }) => act === 'add-copy') &&
              piece.files.some(({ which, size }) => which === 'original' && size !== undefined)
            }
          />,
          piece.shown ? words.shown : words.notShown,
        ],
      }))}
    />
  );
}

function Files(props: {
  readonly matter: string;
  readonly piece: EvidenceShown;
  readonly mayCopy: boolean;
}): ReactElement {
  const { matter, piece, mayCopy } = props;
  return (
    <ul className="plain-list">
      {piece.files.map(({ which, size }) => (
        <li key={which}>
          {size === undefined ? (
            <>
              <span className="soft">{words.noFile[which]}</span>
              {which === 'copy' && mayCopy ? (
                <>
                  {' '}
                  <a href={`/desk/complaints/${matter}/add-copy`}>
                    {words.addCopy}
                    <span className="only-heard">{` ${piece.id}`}</span>
                  </a>
                </>
              ) : null}
            </>
          ) : (
            <>
              <a href={`/desk/complaints/${matter}/files/${piece.id}/${which}`}>
                {words.file[which]}
                <span className="only-heard">{` ${piece.id}`}</span>
              </a>
              <span className="small soft">{` ${size}`}</span>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

export function Disclosed({ disclosed }: Pick<ComplaintView, 'disclosed'>): ReactNode {
  return disclosed.length === 0 ? (
    <p>{words.disclosureNone}</p>
  ) : (
    disclosed.map(({ title, lines }) => (
      <div key={title}>
        <h3>{title}</h3>
        <ul>
          {lines.map((line) => (
            <li key={line} dir="auto">
              {line}
            </li>
          ))}
        </ul>
      </div>
    ))
  );
}

export function Letters({ complaint }: { readonly complaint: ComplaintView }): ReactElement {
  const { on, to, subject, stands } = words.letterColumns;
  return complaint.letters.length === 0 ? (
    <p>{words.lettersNone}</p>
  ) : (
    <DataTable
      caption={words.letters}
      captionHidden
      columns={[on, to, subject, stands].map((label) => ({ label }))}
      rows={complaint.letters.map((letter) => ({
        key: letter.id,
        cells: [
          letter.on,
          letter.to,
          <a key="subject" href={`/desk/complaints/${complaint.id}/letters/${letter.id}`}>
            {letter.subject}
          </a>,
          letter.stands,
        ],
      }))}
    />
  );
}
