/** `/apply/:program/check`: everything that was answered, what is missing, how the rules read it, and the last button. */
import type { ReactElement } from 'react';
import { Button } from '../../parts/button/button.tsx';
import { Buttons } from '../../parts/button/buttons.tsx';
import { CheckboxGroup } from '../../parts/checkbox-group/checkbox-group.tsx';
import { DescriptionList } from '../../parts/description-list/description-list.tsx';
import { ErrorSummary } from '../../parts/error-summary/error-summary.tsx';
import { errorFor, type FieldMistake } from '../../parts/field/field.tsx';
import { Notice } from '../../parts/notice/notice.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { PostForm } from '../../parts/post-form/post-form.tsx';
import { StatusTag, type StatusTone } from '../../parts/status-tag/status-tag.tsx';
import { Steps } from '../../parts/steps/steps.tsx';
import { en } from '../../words/en.ts';
import { BeforeDecision } from '../appeals/before-decision.tsx';
import { FeeLines, type FeesShown } from './fee-lines.tsx';
import { OwnName } from './own-name.tsx';

const words = en.apply.check;

export interface CheckSection {
  readonly title: string;
  readonly href: string;
  readonly rows: readonly {
    readonly field: string;
    readonly label: string;
    readonly value: string;
  }[];
  /** Null where the page asks for none. */
  readonly documents: readonly { readonly id: string; readonly name: string }[] | null;
}

/** What is to be mended on one page of the form. */
export interface MissingOnPage {
  readonly page: string;
  readonly lines: readonly { readonly href: string; readonly message: string }[];
}

export interface ReadingShown {
  readonly met: boolean;
  readonly criteria: readonly {
    readonly id: string;
    readonly title: string;
    readonly state: 'met' | 'notMet' | 'notOffered';
    readonly because: string;
  }[];
}

export interface CheckPageProps {
  readonly frame: Frame;
  readonly program: { readonly id: string; readonly name: string; readonly notice: string };
  readonly steps: number;
  readonly missing: readonly MissingOnPage[];
  readonly sections: readonly CheckSection[];
  readonly reading: ReadingShown;
  readonly promise: readonly string[];
  readonly fees: FeesShown;
  readonly supervisors: readonly string[];
  readonly seen: string;
  readonly mistakes: readonly FieldMistake[];
  readonly news: string | null;
  /** The name that only a decision changes, where the page is about another one. */
  readonly ownName?: string | undefined;
}

export function CheckPage(props: CheckPageProps): ReactElement {
  const { frame, program, mistakes } = props;
  return (
    <PageFrame
      frame={frame}
      title={words.title}
      mistakes={mistakes.length}
      trail={{ above: [{ href: `/apply/${program.id}`, label: program.name }] }}
      unlisted
    >
      <ErrorSummary mistakes={mistakes} />
      {props.news === null ? null : (
        <Notice news>
          <p>{props.news}</p>
        </Notice>
      )}
      <Steps current={props.steps} all={props.steps} />
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      <OwnName name={props.ownName} />
      <Missing missing={props.missing} />
      {props.sections.map((section) => (
        <Section key={section.href} section={section} />
      ))}
      <Reading reading={props.reading} complete={props.missing.length === 0} />
      <Outlook {...props} />
      {props.missing.length > 0 ? (
        <Missing missing={props.missing} again />
      ) : (
        <FileForm {...props} />
      )}
      <p className="small soft">{program.notice}</p>
    </PageFrame>
  );
}

function Missing(props: {
  readonly missing: CheckPageProps['missing'];
  readonly again?: boolean;
}): ReactElement | null {
  return props.missing.length === 0 ? null : (
    <>
      {props.again === true ? <h2>{words.missing}</h2> : null}
      <Notice title={props.again === true ? undefined : words.missing}>
        <p>{words.missingText}</p>
        {props.missing.map(({ page, lines }) => (
          <div key={page} className="missing-list">
            <p className="missing-page">{page}</p>
            <ul>
              {lines.map(({ href, message }) => (
                <li key={`${href} ${message}`}>
                  <a href={href}>{message}</a>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </Notice>
    </>
  );
}

function Section({ section }: { readonly section: CheckSection }): ReactElement {
  const documents =
    section.documents === null
      ? []
      : [
          {
            term: words.documents,
            value:
              section.documents.length === 0 ? (
                <span className="soft">{words.noDocuments}</span>
              ) : (
                <ul className="plain-list">
                  {section.documents.map(({ id, name }) => (
                    <li key={id}>
                      <bdi>{name}</bdi>
                    </li>
                  ))}
                </ul>
              ),
            changeAt: section.href,
          },
        ];
  return (
    <section className="check-section">
      <h2>{section.title}</h2>
      <DescriptionList
        items={[
          ...section.rows.map((row) => ({
            term: row.label,
            value:
              row.value === '' ? (
                <span className="soft">{words.notAnswered}</span>
              ) : (
                <span className="typed" dir="auto">
                  {row.value}
                </span>
              ),
            changeAt: `${section.href}#${row.field}`,
          })),
          ...documents,
        ]}
      />
    </section>
  );
}

const tones: Readonly<Record<ReadingShown['criteria'][number]['state'], StatusTone>> = {
  met: 'done',
  notMet: 'stopped',
  notOffered: 'waiting',
};

function Reading(props: {
  readonly reading: ReadingShown;
  readonly complete: boolean;
}): ReactElement {
  const { reading, complete } = props;
  const said = complete ? words.readingNotMet : words.readingSoFar;
  return (
    <>
      <h2>{words.reading}</h2>
      <p>{reading.met ? words.readingMet : said}</p>
      <p className="soft">{words.readingWhat}</p>
      <ul className="reading">
        {reading.criteria.map((criterion) => (
          <li key={criterion.id}>
            <span className="reading-head">
              <strong>{criterion.title}</strong>
              <StatusTag label={words.readingMark[criterion.state]} tone={tones[criterion.state]} />
            </span>
            {criterion.state === 'notOffered' ? null : <p>{criterion.because}</p>}
          </li>
        ))}
      </ul>
    </>
  );
}

function Outlook(props: CheckPageProps): ReactElement {
  return (
    <>
      <h2>{words.promise}</h2>
      {props.promise.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {props.supervisors.length === 0 ? null : (
        <>
          <h2>{words.supervisors}</h2>
          <p>{words.supervisorsText}</p>
          <ul>
            {props.supervisors.map((name) => (
              <li key={name}>
                <bdi>{name}</bdi>
              </li>
            ))}
          </ul>
        </>
      )}
      <h2>{words.fees}</h2>
      <FeeLines fees={props.fees} />
      <h2>{en.appeals.title}</h2>
      <BeforeDecision decision="apply" kind="eligibility" />
    </>
  );
}

function FileForm({ frame, program, seen, mistakes }: CheckPageProps): ReactElement {
  return (
    <PostForm frame={frame} action={`/apply/${program.id}/check`} hidden={{ seen }}>
      <CheckboxGroup
        name="declaration"
        label={words.declaration}
        choices={[{ value: 'true', label: words.declarationChoice }]}
        error={errorFor(mistakes, 'declaration')}
      />
      <Buttons>
        <Button label={words.button} />
        <a href="/my" className="link-like">
          {words.later}
        </a>
      </Buttons>
    </PostForm>
  );
}
