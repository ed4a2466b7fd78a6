/** `/my/studies`: the job analyses somebody is asked to answer. */
import type { ReactElement } from 'react';
import { LinkButton } from '../../parts/link-button/link-button.tsx';
import { Notice } from '../../parts/notice/notice.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { studies } from '../../words/studies.ts';

const words = studies.my;

export interface MyStudyShown {
  readonly id: string;
  readonly title: string;
  readonly program: string;
  readonly standing: 'open' | 'begun' | 'done' | 'over';
  readonly closes: string;
}

export interface MyStudiesPageProps {
  readonly frame: Frame;
  readonly studies: readonly MyStudyShown[];
  readonly news: string | undefined;
}

export function MyStudiesPage({ frame, studies: all, news }: MyStudiesPageProps): ReactElement {
  return (
    <PageFrame frame={frame} title={words.title} unlisted>
      <h1>{words.title}</h1>
      {news === undefined ? null : (
        <Notice news>
          <p>{news}</p>
        </Notice>
      )}
      <p className="lead">{words.lead}</p>
      {all.length === 0 ? <p>{words.none}</p> : null}
      {all.map((one) => (
        <section key={one.id} aria-labelledby={one.id}>
          <h2 id={one.id} dir="auto">
            {one.title}
          </h2>
          <p>{one.program}</p>
          <Standing one={one} />
        </section>
      ))}
    </PageFrame>
  );
}

function Standing({ one }: { readonly one: MyStudyShown }): ReactElement {
  switch (one.standing) {
    case 'done':
      return <p>{words.done}</p>;
    case 'over':
      return <p>{words.over(one.closes)}</p>;
    default:
      return (
        <>
          <p>{words.open(one.closes)}</p>
          <LinkButton
            href={`/my/studies/${one.id}`}
            label={one.standing === 'begun' ? words.goOn : words.begin}
          />
        </>
      );
  }
}
