/** What is alleged against somebody, who raised it as far as they may know, and exactly what they were shown. */
import type { ReactElement } from 'react';
import { DescriptionList } from '../../parts/description-list/description-list.tsx';
import { myConduct as words } from '../../words/my-conduct.ts';
import { Allegation, Typed } from '../panels/record-parts.tsx';
import { RecordsAsked } from '../panels/records-asked.tsx';
import type { OwnPiece, OwnView } from './own-view.ts';

export function Disclosed({ own }: { readonly own: OwnView }): ReactElement {
  return (
    <>
      <section>
        <h2>{words.alleged}</h2>
        <p className="soft">{words.youAreMeant}</p>
        {own.allegations.map((allegation) => (
          <Allegation key={allegation.id} allegation={allegation} />
        ))}
        <h3>{words.raisedBy}</h3>
        <p>{own.named.length === 0 ? words.unnamed : words.named(own.named.join(', '))}</p>
      </section>
      <section>
        <h2>{words.disclosed}</h2>
        {own.pieces.length === 0 ? <p>{words.disclosedNone}</p> : null}
        {own.pieces.map((piece) => (
          <Piece key={piece.id} piece={piece} />
        ))}
        <RecordsAsked requests={own.requests} />
        <h3>{words.kept}</h3>
        {own.kept.length === 0 ? (
          <p>{words.keptNone}</p>
        ) : (
          <DescriptionList
            items={own.kept.map(({ what, reason }) => ({ term: what, value: reason }))}
          />
        )}
        {own.summary === undefined ? null : (
          <>
            <h3>{words.summary}</h3>
            <Typed>{own.summary}</Typed>
          </>
        )}
      </section>
    </>
  );
}

const Piece = ({ piece }: { readonly piece: OwnPiece }): ReactElement => (
  <section className="piece">
    <h3>{`${piece.name}: ${piece.kind}`}</h3>
    <Typed>{piece.source}</Typed>
    <p>
      {piece.file === undefined ? (
        words.noFile
      ) : (
        <a href={piece.file.href}>{words.openFile(piece.name, piece.file.kind)}</a>
      )}
    </p>
    <p className="soft small">{piece.fingerprint}</p>
  </section>
);
