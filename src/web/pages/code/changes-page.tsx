/** `/programs/:program/code/changes`: two versions of a code side by side. */
import type { ReactElement } from 'react';
import { DataTable } from '../../parts/data-table/data-table.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { en } from '../../words/en.ts';
import { PublishedValue } from '../programs/published-value.tsx';
import type { ChangedLine, ChangesView } from './changes-view.ts';
import type { ProvisionView } from './code-view.ts';

const words = en.codes.changes;

export interface ChangesPageProps {
  readonly frame: Frame;
  readonly changes: ChangesView;
}

export function ChangesPage({ frame, changes }: ChangesPageProps): ReactElement {
  const { program, lines, unchanged, pairs } = changes;
  return (
    <PageFrame
      frame={frame}
      title={`${words.title}: ${program.name}`}
      trail={{
        above: [
          { href: '/programs', label: en.programs.title },
          { href: `/programs/${program.id}`, label: program.name },
          { href: `/programs/${program.id}/code`, label: en.codes.back },
        ],
      }}
    >
      <h1>{words.title}</h1>
      <p className="lead">{changes.lead}</p>
      <p>{lines.length === 0 ? words.none : changes.summary}</p>
      {lines.length === 0 ? null : (
        <DataTable
          caption={words.caption}
          columns={[words.what, changes.before, changes.after].map((label) => ({ label }))}
          rows={lines.map((line) => ({
            key: line.key,
            cells: [
              asOne(line.what),
              <Side key="before" provision={line.before} line={line} />,
              <Side key="after" provision={line.after} line={line} />,
            ],
          }))}
        />
      )}
      {unchanged.length === 0 ? null : (
        <section aria-labelledby="unchanged">
          <h2 id="unchanged">{words.unchanged}</h2>
          <ul className="plain-list">
            {unchanged.map((provision) => (
              <li key={provision.number}>
                {`${provision.number} `}
                <Title provision={provision} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {pairs.length === 0 ? null : (
        <section aria-labelledby="pairs">
          <h2 id="pairs">{words.choose}</h2>
          <ul className="plain-list">
            {pairs.map(({ href, label }) => (
              <li key={href}>
                <a href={href}>{label}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <p className="soft small">{changes.notice}</p>
    </PageFrame>
  );
}

/** "New number, new title". */
const asOne = (what: readonly string[]): string => {
  const [first = '', ...rest] = what;
  return [first, ...rest.map((each) => each.toLowerCase())].join(', ');
};

function Side(props: {
  readonly provision: ProvisionView | null;
  readonly line: ChangedLine;
}): ReactElement {
  const { provision, line } = props;
  return provision === null ? (
    <span className="soft">{words.absent}</span>
  ) : (
    <div className="code-side">
      <p>
        <strong>{`${provision.number} `}</strong>
        <Title provision={provision} />
      </p>
      {line.showText && provision.text !== null ? <p>{provision.text}</p> : null}
    </div>
  );
}

const Title = ({ provision }: { readonly provision: ProvisionView }): ReactElement =>
  provision.title.unset ? (
    <span className="soft">{en.codes.supplied}</span>
  ) : (
    <PublishedValue value={provision.title} />
  );
