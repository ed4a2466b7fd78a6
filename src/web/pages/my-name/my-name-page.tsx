/** `/my/name`: the name of the account, a request for another one, and what became of earlier requests. */
import type { ReactElement } from 'react';
import { ErrorSummary } from '../../parts/error-summary/error-summary.tsx';
import type { FieldMistake } from '../../parts/field/field.tsx';
import { LinkButton } from '../../parts/link-button/link-button.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { en } from '../../words/en.ts';
import { names } from '../../words/names.ts';
import { type CriteriaShown, NameCriteria } from '../names/name-criteria.tsx';
import { NameForm } from './name-form.tsx';

const words = names.my;

export interface MyNamePageProps {
  readonly frame: Frame;
  readonly present: string;
  readonly former: readonly string[];
  readonly readings: readonly string[];
  /** A request that is not decided: then there is no form. */
  readonly open: {
    readonly href: string;
    readonly label: string;
    readonly promised: string;
  } | null;
  readonly earlier: readonly { readonly href: string; readonly text: string }[];
  /** The promised day; null where nothing was filed that bears a name. */
  readonly answerBy: string | null;
  readonly criteria: CriteriaShown;
  readonly typed: (field: string) => string;
  readonly mistakes: readonly FieldMistake[];
}

export function MyNamePage(props: MyNamePageProps): ReactElement {
  return (
    <PageFrame
      frame={props.frame}
      title={words.title}
      mistakes={props.mistakes.length}
      trail={{ above: [{ href: '/my', label: en.candidate.my.title }] }}
      unlisted
    >
      <ErrorSummary mistakes={props.mistakes} />
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      <h2>{words.present}</h2>
      <p>
        <strong>
          <bdi>{props.present}</bdi>
        </strong>
      </p>
      <Asking {...props} />
      <Lines title={words.earlier} lines={props.earlier} />
      <h2>{words.who}</h2>
      <p>{words.whoText}</p>
      <h2>{words.criteria}</h2>
      <NameCriteria criteria={props.criteria} />
      <h2>{words.after}</h2>
      <ul>
        {words.afterText.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <Former {...props} />
      <p>
        <a href="/names">{words.privacy}</a>
      </p>
    </PageFrame>
  );
}

function Asking(props: MyNamePageProps): ReactElement {
  const { open, answerBy } = props;
  if (open !== null) {
    return (
      <>
        <h2>{words.open}</h2>
        <p>{words.openText(open.label, open.promised)}</p>
        <div className="buttons">
          <LinkButton href={open.href} label={words.look(open.label)} />
        </div>
      </>
    );
  }
  return (
    <>
      <h2>{words.ask}</h2>
      {answerBy === null ? (
        <>
          <p>{words.none}</p>
          <div className="buttons">
            <LinkButton href="/programs" label={words.apply} />
          </div>
        </>
      ) : (
        <NameForm {...props} answerBy={answerBy} />
      )}
    </>
  );
}

function Former({ former, readings }: MyNamePageProps): ReactElement | null {
  return former.length === 0 ? null : (
    <>
      <h2>{words.former}</h2>
      <p>{words.formerText}</p>
      <ul>
        {former.map((name) => (
          <li key={name}>
            <bdi>{name}</bdi>
          </li>
        ))}
      </ul>
      <h3>{words.readings}</h3>
      {readings.length === 0 ? (
        <p>{words.readingsNone}</p>
      ) : (
        <ul>
          {readings.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </>
  );
}

function Lines(props: {
  readonly title: string;
  readonly lines: MyNamePageProps['earlier'];
}): ReactElement | null {
  return props.lines.length === 0 ? null : (
    <>
      <h2>{props.title}</h2>
      <ul>
        {props.lines.map(({ href, text }) => (
          <li key={href}>
            <a href={href}>{text}</a>
          </li>
        ))}
      </ul>
    </>
  );
}
