/** `/apply/:program`: what the application asks for, by when it is answered, what it costs, and every page of it. */
import type { ReactElement } from 'react';
import { LinkButton } from '../../parts/link-button/link-button.tsx';
import { Notice } from '../../parts/notice/notice.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { StatusTag, type StatusTone } from '../../parts/status-tag/status-tag.tsx';
import { outreach } from '../../words/board.ts';
import { en } from '../../words/en.ts';
import { FeeLines, type FeesShown } from './fee-lines.tsx';

const words = en.apply.start;

export interface PageLine {
  readonly href: string;
  readonly title: string;
  readonly state: 'done' | 'open' | 'new';
}

export interface ApplyStartPageProps {
  readonly frame: Frame;
  readonly program: { readonly id: string; readonly name: string; readonly notice: string };
  readonly promise: string;
  readonly judged: string;
  readonly fees: FeesShown;
  /** The papers that the pages as they stand now ask for. */
  readonly papers: readonly string[];
  readonly pages: readonly PageLine[];
  /** Where to go on. */
  readonly go: string;
  readonly begun: boolean;
  /** The code of the link that an outreach handed out, where somebody came by one. */
  readonly from?: string | undefined;
}

const tones: Readonly<Record<PageLine['state'], StatusTone>> = {
  done: 'done',
  open: 'working',
  new: 'waiting',
};

/** The code goes along to the first page, whose form keeps it. */
const withCode = (href: string, from: string | undefined): string =>
  from === undefined ? href : `${href}?from=${encodeURIComponent(from)}`;

export function ApplyStartPage(props: ApplyStartPageProps): ReactElement {
  const { frame, program } = props;
  return (
    <PageFrame
      frame={frame}
      title={words.title(program.name)}
      trail={{ above: [{ href: '/my', label: en.candidate.my.title }] }}
      unlisted
    >
      <h1>{words.title(program.name)}</h1>
      <p className="lead">{words.lead}</p>
      <Notice>
        <p>{props.promise}</p>
      </Notice>
      <p>{words.who}</p>
      {props.from !== undefined ? (
        <Notice news>
          <p>{outreach.came}</p>
        </Notice>
      ) : null}
      <p>
        {`${props.judged} `}
        <a href={`/programs/${program.id}`}>{words.reading}</a>
      </p>
      <div className="buttons">
        <LinkButton
          href={withCode(props.go, props.from)}
          label={props.begun ? words.go : words.start}
        />
      </div>
      {props.papers.length === 0 ? null : (
        <>
          <h2>{words.need}</h2>
          <p>{words.needText}</p>
          <ul>
            {props.papers.map((paper) => (
              <li key={paper}>{paper}</li>
            ))}
          </ul>
        </>
      )}
      <h2>{words.fees}</h2>
      <FeeLines fees={props.fees} />
      <h2>{words.pages}</h2>
      <p>{words.pagesText}</p>
      <ol className="page-lines">
        {props.pages.map((page) => (
          <li key={page.href}>
            <a href={withCode(page.href, props.from)}>{page.title}</a>
            <StatusTag label={words.states[page.state]} tone={tones[page.state]} />
          </li>
        ))}
        <li>
          <a href={`/apply/${program.id}/check`}>{words.check}</a>
        </li>
      </ol>
      <p className="small soft">{program.notice}</p>
    </PageFrame>
  );
}

export interface ApplyClosedPageProps {
  readonly frame: Frame;
  readonly title: string;
  readonly text: string;
  readonly notice: string;
  readonly action: { readonly href: string; readonly label: string };
}

/** Shown in place of the form where no application can be filed now. */
export function ApplyClosedPage(props: ApplyClosedPageProps): ReactElement {
  return (
    <PageFrame
      frame={props.frame}
      title={props.title}
      trail={{ above: [{ href: '/my', label: en.candidate.my.title }] }}
      unlisted
    >
      <h1>{props.title}</h1>
      <p className="lead">{props.text}</p>
      <div className="buttons">
        <LinkButton href={props.action.href} label={props.action.label} />
      </div>
      <p className="small soft">{props.notice}</p>
    </PageFrame>
  );
}
