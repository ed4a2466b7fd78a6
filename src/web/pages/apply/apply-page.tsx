/** `/apply/:program/:page`: one page of the form: its questions, its papers, and two ways on, both of which save. */
import type { ReactElement } from 'react';
import type { Field, PageValues } from '../../../casework/application/field.ts';
import { Button } from '../../parts/button/button.tsx';
import { Buttons } from '../../parts/button/buttons.tsx';
import { ErrorSummary } from '../../parts/error-summary/error-summary.tsx';
import { errorFor, type FieldMistake } from '../../parts/field/field.tsx';
import { FileField } from '../../parts/file-field/file-field.tsx';
import { Notice } from '../../parts/notice/notice.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { PostForm } from '../../parts/post-form/post-form.tsx';
import { Steps } from '../../parts/steps/steps.tsx';
import { en } from '../../words/en.ts';
import { OwnName } from './own-name.tsx';
import { Question } from './question.tsx';

const words = en.apply.page;

export interface PaperAsked {
  /** The name of the box that sends the file. */
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly required: boolean;
  readonly uploaded: readonly { readonly id: string; readonly name: string }[];
}

export interface ApplyPageProps {
  readonly frame: Frame;
  readonly program: { readonly id: string; readonly name: string; readonly notice: string };
  readonly page: { readonly id: string; readonly title: string; readonly lead: string };
  readonly step: { readonly current: number; readonly all: number };
  /** The page before; null on the first. */
  readonly before: string | null;
  readonly fields: readonly Field[];
  readonly values: PageValues;
  readonly papers: readonly PaperAsked[];
  readonly mistakes: readonly FieldMistake[];
  readonly news: string | null;
  /** The name that only a decision changes, where the page is about another one. */
  readonly ownName?: string | undefined;
  /** The code of the link that an outreach handed out; kept, sealed, when the page is saved. */
  readonly from?: string | undefined;
}

export function ApplyPage(props: ApplyPageProps): ReactElement {
  const { frame, program, page, mistakes } = props;
  const address = `/apply/${program.id}`;
  return (
    <PageFrame
      frame={frame}
      title={page.title}
      mistakes={mistakes.length}
      trail={{ above: [{ href: address, label: program.name }] }}
      unlisted
    >
      <ErrorSummary mistakes={mistakes} />
      {props.news === null ? null : (
        <Notice news>
          <p>
            <bdi>{props.news}</bdi>
          </p>
        </Notice>
      )}
      <Steps current={props.step.current} all={props.step.all} />
      <h1>{page.title}</h1>
      <p>{page.lead}</p>
      <OwnName name={props.ownName} />
      <PostForm
        frame={frame}
        action={`${address}/${page.id}`}
        files={props.papers.length > 0}
        hidden={{ page: page.id, ...(props.from === undefined ? {} : { from: props.from }) }}
      >
        {/* The first button of a form is the one that Enter presses: it must save, not remove a document. */}
        <button type="submit" name="go" value="on" hidden />
        {props.fields.map((field) => (
          <Question key={field.id} field={field} values={props.values} mistakes={mistakes} />
        ))}
        {props.papers.map((paper) => (
          <Paper key={paper.name} paper={paper} address={address} mistakes={mistakes} />
        ))}
        {props.papers.length === 0 ? null : <p className="small soft">{words.clean}</p>}
        <Buttons>
          <Button label={words.save} name="go" value="on" />
          <Button label={words.later} name="go" value="later" look="secondary" />
        </Buttons>
      </PostForm>
      {props.before === null ? null : (
        <p>
          <a href={props.before}>{words.back}</a>
        </p>
      )}
      <p className="small soft">{program.notice}</p>
    </PageFrame>
  );
}

function Paper(props: {
  readonly paper: PaperAsked;
  readonly address: string;
  readonly mistakes: readonly FieldMistake[];
}): ReactElement {
  const { paper, address, mistakes } = props;
  const when = paper.required ? words.fileLater : words.fileOptional;
  return (
    <div className="paper">
      <FileField
        name={paper.name}
        label={paper.uploaded.length === 0 ? paper.label : words.fileAnother(paper.label)}
        hint={
          paper.uploaded.length === 0
            ? `${words.fileHint(paper.hint)} ${when}`
            : words.fileHint(paper.hint)
        }
        accept=".pdf,.jpg,.jpeg,.png"
        optional={!paper.required || paper.uploaded.length > 0}
        error={errorFor(mistakes, paper.name)}
      />
      {paper.uploaded.length === 0 ? null : (
        <>
          <p className="paper-heading">{words.uploaded}</p>
          <ul className="paper-list">
            {paper.uploaded.map((file) => (
              <li key={file.id}>
                <bdi>{file.name}</bdi>
                <Button
                  label={words.remove}
                  heardAlso={file.name}
                  look="link"
                  action={`${address}/documents/${file.id}/remove`}
                />
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
