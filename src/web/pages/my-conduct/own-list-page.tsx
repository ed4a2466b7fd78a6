/** `/my/conduct`: matters about one's own conduct, by label. */
import type { ReactElement } from 'react';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { en } from '../../words/en.ts';
import { myConduct as words } from '../../words/my-conduct.ts';

export interface OwnListPageProps {
  readonly frame: Frame;
  readonly matters: readonly {
    readonly id: string;
    readonly label: string;
    readonly program: string;
    readonly opened: string;
  }[];
}

export function OwnListPage({ frame, matters }: OwnListPageProps): ReactElement {
  return (
    <PageFrame
      frame={frame}
      title={words.listTitle}
      trail={{ above: [{ href: '/my', label: en.candidate.my.title }] }}
      unlisted
    >
      <h1>{words.listTitle}</h1>
      <p>{matters.length === 0 ? words.none : words.listIntro}</p>
      <ul>
        {matters.map(({ id, label, program, opened }) => (
          <li key={id}>
            <a href={`/my/conduct/${id}`}>{words.title(label)}</a>
            {`. ${program}. ${words.opened(opened)}.`}
          </li>
        ))}
      </ul>
    </PageFrame>
  );
}
