/**
 * `/appeals`: what can be appealed and what cannot, for every kind of decision, to be read before anything is decided.
 * It shows the table of rules itself; the forms offer the same grounds, and the database takes no others.
 */
import type { ReactElement } from 'react';
import { NO_APPEAL_CHANGES, NOT_APPEALABLE } from '../../../casework/appeal/appeal-rules.ts';
import { type Against, SECOND_LOOK_GROUNDS } from '../../../casework/opening/second-look.ts';
import { DataTable } from '../../parts/data-table/data-table.tsx';
import { DescriptionList } from '../../parts/description-list/description-list.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { en } from '../../words/en.ts';
import { secondLook } from '../../words/second-look.ts';
import type { KindView } from './appeals-view.ts';

const words = en.appeals;

export function AppealsPage(props: {
  readonly frame: Frame;
  readonly kinds: readonly KindView[];
}): ReactElement {
  const { frame, kinds } = props;
  return (
    <PageFrame frame={frame} title={words.title}>
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      <nav aria-label={words.contents} className="contents">
        <ul>
          <li>
            <a href="#cannot">{words.cannot}</a>
          </li>
          <li>
            <a href="#how">{words.how}</a>
          </li>
          {kinds.map(({ id, title }) => (
            <li key={id}>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
          <li>
            <a href="#seats">{secondLook.rules.title}</a>
          </li>
        </ul>
      </nav>
      <NotAppealable />
      <h2 id="never">{words.never}</h2>
      <Lines of={NO_APPEAL_CHANGES} />
      <h2 id="how">{words.how}</h2>
      <ol>
        {words.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p>{words.limitNote}</p>
      {kinds.map((kind) => (
        <Kind key={kind.id} kind={kind} />
      ))}
      <Seats />
      <p>
        <a href="/concern">{en.candidate.matter.concern}</a>
      </p>
    </PageFrame>
  );
}

function NotAppealable(): ReactElement {
  return (
    <section aria-labelledby="cannot">
      <h2 id="cannot">{words.cannot}</h2>
      <p>{words.cannotLead}</p>
      <DescriptionList
        items={NOT_APPEALABLE.map(({ what, why, instead }) => ({
          term: what,
          value: (
            <>
              <p>{why}</p>
              <p className="soft">{instead}</p>
            </>
          ),
        }))}
      />
    </section>
  );
}

function Kind({ kind }: { readonly kind: KindView }): ReactElement {
  return (
    <section aria-labelledby={kind.id}>
      <h2 id={kind.id}>{kind.title}</h2>
      <p>{kind.decision}</p>
      {kind.made ? null : <p className="soft">{words.notMade}</p>}
      <DataTable
        caption={`${words.grounds}: ${kind.title}`}
        columns={[{ label: words.ground }, { label: words.rule }, { label: words.leadsTo }]}
        rows={kind.grounds.map(({ id, title, rule, leadsTo }) => ({
          key: id,
          cells: [title, rule, `${leadsTo.charAt(0).toUpperCase()}${leadsTo.slice(1)}`],
        }))}
      />
      <DescriptionList
        items={[
          { term: words.limit, value: <Lines of={kind.limits} /> },
          { term: words.heardBy, value: kind.heardBy },
          { term: words.canChange, value: <Lines of={kind.canChange} /> },
          { term: words.cannotChange, value: <Lines of={kind.cannotChange} /> },
        ]}
      />
    </section>
  );
}

/** Seats and recognitions are no matters: who hears an appeal and what follows is told here in the same order. */
function Seats(): ReactElement {
  const { rules, grounds } = secondLook;
  return (
    <section aria-labelledby="seats">
      <h2 id="seats">{rules.title}</h2>
      {(['decision', 'aside'] as const satisfies readonly Against[]).map((against) => (
        <div key={against}>
          <p>{rules[against]}</p>
          <DataTable
            caption={`${words.grounds}: ${secondLook.titles[against]}`}
            columns={[{ label: words.ground }, { label: words.rule }]}
            rows={SECOND_LOOK_GROUNDS[against].map((ground) => ({
              key: ground,
              cells: [grounds[ground].title, grounds[ground].rule],
            }))}
          />
        </div>
      ))}
      <DescriptionList
        items={[
          { term: words.limit, value: rules.limit },
          { term: words.heardBy, value: `${rules.heardBy} ${rules.promised}` },
          { term: words.canChange, value: <Lines of={rules.canChange} /> },
          { term: words.cannotChange, value: <Lines of={rules.cannotChange} /> },
        ]}
      />
    </section>
  );
}

function Lines({ of }: { readonly of: readonly string[] }): ReactElement {
  const [only, ...more] = of;
  return only !== undefined && more.length === 0 ? (
    <p>{only}</p>
  ) : (
    <ul className="plain-list">
      {of.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
