/** `/programs/:program/opinions`: what people asked before they acted, found by provision and by word. */
import type { ReactElement } from 'react';
import type { PublishedOpinion } from '../../../casework/opinion/opinion.ts';
import { inWordsShort } from '../../../kernel/dates/civil-date.ts';
import { Button } from '../../parts/button/button.tsx';
import { LinkButton } from '../../parts/link-button/link-button.tsx';
import { Notice } from '../../parts/notice/notice.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { Select } from '../../parts/select/select.tsx';
import { StatusTag } from '../../parts/status-tag/status-tag.tsx';
import { TextField } from '../../parts/text-field/text-field.tsx';
import { en } from '../../words/en.ts';
import { opinions as words } from '../../words/opinions.ts';

export interface OpinionsPageProps {
  readonly frame: Frame;
  readonly program: { readonly id: string; readonly name: string; readonly notice: string };
  /** Those that fit what was asked for, the latest first. */
  readonly opinions: readonly PublishedOpinion[];
  /** Whether the program has any. */
  readonly any: boolean;
  /** Provisions that opinions cite, with their titles. */
  readonly provisions: readonly { readonly value: string; readonly label: string }[];
  readonly wish: { readonly provision: string; readonly words: string };
}

export function OpinionsPage(props: OpinionsPageProps): ReactElement {
  const { frame, program, opinions, any, wish } = props;
  const searched = wish.provision !== '' || wish.words !== '';
  return (
    <PageFrame
      frame={frame}
      title={`${words.title}: ${program.name}`}
      trail={{ above: placesAbove(program) }}
    >
      <h1>{words.title}</h1>
      <p className="lead">{words.lead(program.name)}</p>
      <Notice title={words.what}>
        <p>{words.whatText}</p>
        <p>{words.goodFaith}</p>
      </Notice>
      <p>
        <LinkButton
          href={`/my/opinions/ask?program=${program.id}`}
          label={words.ask}
          look="secondary"
        />
      </p>
      {any ? <Search {...props} /> : <p>{words.none}</p>}
      {any && searched ? (
        <p role="status">
          {opinions.length === 0 ? words.noneFound : words.found(opinions.length)}{' '}
          <a href={`/programs/${program.id}/opinions`}>{words.all}</a>
        </p>
      ) : null}
      {opinions.map((opinion) => (
        <Line key={opinion.label} opinion={opinion} />
      ))}
      <p className="soft small">{program.notice}</p>
    </PageFrame>
  );
}

export const placesAbove = (program: { readonly id: string; readonly name: string }) => [
  { href: '/programs', label: en.programs.title },
  { href: `/programs/${program.id}`, label: program.name },
  { href: `/programs/${program.id}/code`, label: en.codes.back },
];

function Search({ program, provisions, wish }: OpinionsPageProps): ReactElement {
  return (
    <search className="opinion-search" aria-label={words.searchTitle}>
      <form method="get" action={`/programs/${program.id}/opinions`}>
        <h2>{words.searchTitle}</h2>
        <Select
          name="provision"
          label={words.provision}
          options={provisions}
          empty={words.anyProvision}
          value={wish.provision}
          optional="unsaid"
        />
        <TextField
          name="words"
          type="search"
          label={words.words}
          hint={words.wordsHint}
          value={wish.words}
          optional="unsaid"
        />
        <Button label={words.search} look="secondary" />
      </form>
    </search>
  );
}

function Line({ opinion }: { readonly opinion: PublishedOpinion }): ReactElement {
  const { label, program, title, cites, publishedOn, standing } = opinion;
  return (
    <section className="opinion-line" aria-labelledby={label}>
      <h2 id={label}>
        <a href={`/programs/${program}/opinions/${label}`}>{title}</a>
      </h2>
      {standing === 'published' ? null : (
        <p>
          <StatusTag tone="stopped" label={words.ended.tag[standing]} />
        </p>
      )}
      <p className="soft small">
        {`${words.label(label)}. ${words.published(inWordsShort(publishedOn))} ${words.cites} ${cites.join(', ')}.`}
      </p>
    </section>
  );
}
