/** Parts of the record that its page and the forms of a panel share: allegations, pieces of evidence, what was found before. */
import type { ReactElement, ReactNode } from 'react';
import { DescriptionList } from '../../parts/description-list/description-list.tsx';
import { StatusTag } from '../../parts/status-tag/status-tag.tsx';
import { conductTerms as terms } from '../../words/conduct-terms.ts';
import { panels as words } from '../../words/panels.ts';
import type { AllegationShown, ProvisionShown } from './provision-shown.ts';
import type { EarlierShown, FindingShown, PieceShown } from './record-view.ts';

/** What somebody wrote, with its own line breaks and in its own direction. */
export const Typed = ({ children }: { readonly children: string }): ReactElement => (
  <div className="typed-text" dir="auto">
    {children}
  </div>
);

export function Allegation(props: {
  readonly allegation: AllegationShown;
  readonly children?: ReactNode;
}): ReactElement {
  const { name, words: alleged, provision, conductOn, cited } = props.allegation;
  return (
    <section className="allegation">
      <h3>{name}</h3>
      <Typed>{alleged}</Typed>
      <DescriptionList
        items={[
          { term: words.conductOn, value: conductOn },
          { term: words.provision, value: <Provision provision={provision} /> },
          ...(cited.length === 0
            ? []
            : [
                {
                  term: words.cited,
                  value: cited.map((one) => <Provision key={one.number} provision={one} />),
                },
              ]),
        ]}
      />
      {props.children}
    </section>
  );
}

const Provision = ({ provision }: { readonly provision: ProvisionShown }): ReactElement => (
  <>
    <p>
      <a href={provision.href}>{provision.name}</a>
    </p>
    {provision.text === undefined ? (
      <p className="soft small">{terms.textSupplied}</p>
    ) : (
      <p className="provision-words">{provision.text}</p>
    )}
  </>
);

export function Piece({ piece }: { readonly piece: PieceShown }): ReactElement {
  return (
    <section className="piece">
      <h3>{`${piece.name}: ${piece.kind}`}</h3>
      <Typed>{piece.source}</Typed>
      <p className="soft small">{`${words.added}: ${piece.added}`}</p>
      <p>
        {piece.copy === undefined ? (
          words.noCopy
        ) : (
          <a href={piece.copy.href}>{words.openCopy(piece.name, piece.copy.kind)}</a>
        )}
      </p>
      <p>
        <StatusTag
          tone={piece.disclosed ? 'done' : 'waiting'}
          label={piece.disclosed ? words.shown : words.notShown}
        />
      </p>
    </section>
  );
}

export function Earlier({ earlier }: { readonly earlier: EarlierShown }): ReactElement {
  return (
    <section className="piece">
      <h3>{earlier.what}</h3>
      <p className="soft small">{earlier.when}</p>
      {earlier.findings.map((finding) => (
        <FindingLine key={finding.name} finding={finding} />
      ))}
      {earlier.facts.length === 0 ? null : <DescriptionList items={earlier.facts} />}
      {earlier.words === undefined ? null : (
        <div className="transcript">
          <Typed>{earlier.words}</Typed>
        </div>
      )}
    </section>
  );
}

export const FindingLine = ({ finding }: { readonly finding: FindingShown }): ReactElement => (
  <div>
    <p>
      <strong>{`${finding.name}: ${finding.answer}`}</strong>
    </p>
    <Typed>{finding.reason}</Typed>
    {finding.evidence.length === 0 ? null : (
      <p className="soft small">{`${words.evidenceUsed}: ${finding.evidence.join(', ')}`}</p>
    )}
  </div>
);
