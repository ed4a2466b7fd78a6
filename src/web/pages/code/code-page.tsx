/**
 * `/programs/:program/code`: the code of a program, part by part, with what each part asks and an address for every
 * provision. Whose words they are is said before the first of them.
 */
import type { ReactElement } from 'react';
import { DataTable } from '../../parts/data-table/data-table.tsx';
import { Notice } from '../../parts/notice/notice.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { en } from '../../words/en.ts';
import { PublishedValue } from '../programs/published-value.tsx';
import type { CodeView, GroupView, PartView, PlacedView } from './code-view.ts';

const words = en.codes;

export interface CodePageProps {
  readonly frame: Frame;
  readonly code: CodeView;
}

export function CodePage({ frame, code }: CodePageProps): ReactElement {
  const { program } = code;
  return (
    <PageFrame
      frame={frame}
      title={`${words.title}: ${program.name}`}
      trail={{
        above: [
          { href: '/programs', label: en.programs.title },
          { href: `/programs/${program.id}`, label: program.name },
        ],
      }}
    >
      <h1>{words.title}</h1>
      <p className="lead">{code.lead}</p>
      {code.title === null ? null : (
        <p className="code-title">
          <PublishedValue value={code.title} />
        </p>
      )}
      <Notice title={words.whose}>
        <p>{code.whose}</p>
        <p>{code.notice}</p>
      </Notice>
      {code.asOf === null ? null : (
        <Notice title={code.asOf.title}>
          <p>
            {`${words.asOf.text} `}
            <a href={code.asOf.now}>{words.asOf.now}</a>
          </p>
        </Notice>
      )}
      <Unsure links={code.unsure} />
      <nav aria-label={words.contents} className="contents">
        <ul>
          {code.parts.map(({ id, title }) => (
            <li key={id}>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
          <li>
            <a href="#versions">{words.versions.title}</a>
          </li>
          <li>
            <a href="#sources">{words.sources}</a>
          </li>
        </ul>
      </nav>
      {code.remarks ? <p className="soft small">{en.programs.remarksMeaning}</p> : null}
      {code.parts.map((part) => (
        <Part key={part.id} part={part} />
      ))}
      <p>
        <a href="/complaints">{words.heard}</a>
      </p>
      <Versions code={code} />
      <section aria-labelledby="sources">
        <h2 id="sources">{words.sources}</h2>
        <ul className="sources small">
          {code.sources.map(({ name, address, whose }) => (
            <li key={name}>
              {address.startsWith('http') ? <a href={address}>{address}</a> : address}
              <span className="soft">{` ${en.programs.sources.whose[whose]}`}</span>
            </li>
          ))}
        </ul>
      </section>
    </PageFrame>
  );
}

function Unsure({ links }: { readonly links: CodeView['unsure'] }): ReactElement {
  return (
    <>
      <p>{words.unsure.text}</p>
      <ul className="plain-list">
        {links.map(({ href, label }) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
    </>
  );
}

function Part({ part }: { readonly part: PartView }): ReactElement {
  return (
    <section aria-labelledby={part.id}>
      <h2 id={part.id}>{part.title}</h2>
      <p>
        <strong>{part.binding.name}.</strong> {part.binding.meaning}
      </p>
      <p className="soft">{part.counted}</p>
      {part.groups.map((group) => (
        <Group key={group.id} group={group} />
      ))}
    </section>
  );
}

function Group({ group }: { readonly group: GroupView }): ReactElement {
  const { title, provisions, numbersOnly } = group;
  const empty = provisions.length === 0 && numbersOnly.length === 0;
  return (
    <>
      {title === '' ? null : <h3>{title}</h3>}
      {empty ? <p className="soft">{words.groupEmpty}</p> : null}
      {provisions.length === 0 ? null : (
        <ol className="provisions">
          {provisions.map((provision) => (
            <ProvisionLine key={provision.number} provision={provision} />
          ))}
        </ol>
      )}
      {numbersOnly.length === 0 ? null : (
        <div className="provisions-bare">
          <ul aria-label={words.supplied}>
            {numbersOnly.map((number) => (
              <li key={number} id={number}>
                {number}
              </li>
            ))}
          </ul>
          <p className="soft">{words.supplied}</p>
        </div>
      )}
    </>
  );
}

function ProvisionLine({ provision }: { readonly provision: PlacedView }): ReactElement {
  const { number, title, text, supplied, links } = provision;
  return (
    <li id={number}>
      <a className="provision-number" href={`#${number}`} aria-label={words.linkTo(number)}>
        {number}
      </a>
      <div>
        <p className="provision-title">
          <PublishedValue value={title} />
        </p>
        <p
          className={text === null ? 'soft small' : 'provision-text'}
          dir={text === null ? undefined : 'auto'}
        >
          {text ?? words.textSupplied}
        </p>
        {supplied === null ? null : <p className="soft small">{supplied}</p>}
        {links.length === 0 ? null : (
          <ul className="provision-links small">
            {links.map(({ href, label }) => (
              <li key={href}>
                <a href={href}>{label}</a>
              </li>
            ))}
          </ul>
        )}
      </div>
    </li>
  );
}

function Versions({ code }: { readonly code: CodeView }): ReactElement {
  const { title, caption, rule, version, from, to, found, compare } = words.versions;
  return (
    <section aria-labelledby="versions">
      <h2 id="versions">{title}</h2>
      <p>{rule}</p>
      <DataTable
        caption={caption}
        columns={[version, from, to, found].map((label) => ({ label }))}
        rows={code.versions.map((each) => ({
          key: each.name,
          cells: [
            <a key="version" href={each.href}>
              {each.name}
            </a>,
            each.from,
            each.to,
            each.found,
          ],
        }))}
      />
      {code.earlier === null ? null : <p>{code.earlier}</p>}
      {code.days.length === 0 ? null : (
        <>
          <h3>{words.asOf.daysTitle}</h3>
          <p>{words.asOf.days}</p>
          <ul className="plain-list">
            {code.days.map(({ href, label }) => (
              <li key={href}>
                <a href={href}>{label}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      {code.compareAt === null ? null : (
        <p>
          <a href={code.compareAt}>{compare}</a>
        </p>
      )}
    </section>
  );
}
