/** `/accommodation/:program`: what would help in the exam, why, and one document; and what became of earlier requests. */
import type { ReactElement } from 'react';
import { Button } from '../../parts/button/button.tsx';
import { Buttons } from '../../parts/button/buttons.tsx';
import { CheckboxGroup } from '../../parts/checkbox-group/checkbox-group.tsx';
import { ErrorSummary } from '../../parts/error-summary/error-summary.tsx';
import { errorFor, type FieldMistake } from '../../parts/field/field.tsx';
import { FileField } from '../../parts/file-field/file-field.tsx';
import { LinkButton } from '../../parts/link-button/link-button.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { PostForm } from '../../parts/post-form/post-form.tsx';
import { TextArea } from '../../parts/text-area/text-area.tsx';
import { en } from '../../words/en.ts';
import { BeforeDecision } from '../appeals/before-decision.tsx';

const words = en.apply.accommodation;

export interface AccommodationPageProps {
  readonly frame: Frame;
  readonly program: { readonly id: string; readonly name: string; readonly notice: string };
  readonly deadline: string;
  readonly answerBy: string;
  readonly kinds: readonly {
    readonly value: string;
    readonly label: string;
    readonly hint: string | undefined;
  }[];
  readonly test: readonly { readonly title: string; readonly rule: string }[];
  /** A request that is not decided: then there is no form. */
  readonly open: {
    readonly href: string;
    readonly label: string;
    readonly promised: string;
  } | null;
  readonly earlier: readonly { readonly href: string; readonly text: string }[];
  readonly typed: { readonly kinds: readonly string[]; readonly need: string };
  readonly mistakes: readonly FieldMistake[];
}

export function AccommodationPage(props: AccommodationPageProps): ReactElement {
  const { frame, program, mistakes, open } = props;
  return (
    <PageFrame
      frame={frame}
      title={words.title}
      mistakes={mistakes.length}
      trail={{ above: [{ href: '/my', label: en.candidate.my.title }] }}
      unlisted
    >
      <ErrorSummary mistakes={mistakes} />
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      <p>
        <strong>{program.name}</strong>
      </p>
      {open === null ? (
        <RequestForm {...props} />
      ) : (
        <>
          <h2>{words.open}</h2>
          <p>{words.openText(open.label, open.promised)}</p>
          <div className="buttons">
            <LinkButton href={open.href} label={words.look(open.label)} />
          </div>
        </>
      )}
      {props.earlier.length === 0 ? null : (
        <>
          <h2>{words.earlier}</h2>
          <ul>
            {props.earlier.map((request) => (
              <li key={request.href}>
                <a href={request.href}>{request.text}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      <h2>{words.who}</h2>
      <p>{words.whoText}</p>
      <h2>{words.test}</h2>
      <p>{words.testText}</p>
      <ol>
        {props.test.map((part) => (
          <li key={part.title}>
            <strong>{part.title}.</strong>
            {` ${part.rule}`}
          </li>
        ))}
      </ol>
      <p className="small soft">{program.notice}</p>
    </PageFrame>
  );
}

function RequestForm(props: AccommodationPageProps): ReactElement {
  const { frame, program, mistakes, typed } = props;
  return (
    <>
      <p>{props.deadline}</p>
      <p>{words.answer(props.answerBy)}</p>
      <BeforeDecision decision="accommodation" kind="accommodation" />
      <PostForm frame={frame} action={`/accommodation/${program.id}`} files>
        <CheckboxGroup
          name="kinds"
          label={words.kinds}
          hint={words.kindsHint}
          choices={props.kinds}
          values={typed.kinds}
          error={errorFor(mistakes, 'kinds')}
        />
        <TextArea
          name="need"
          label={words.need}
          hint={words.needHint}
          value={typed.need}
          error={errorFor(mistakes, 'need')}
        />
        <FileField
          name="document"
          label={words.document}
          hint={words.documentHint}
          accept=".pdf,.jpg,.jpeg,.png"
          error={errorFor(mistakes, 'document')}
        />
        <Buttons>
          <Button label={words.button} />
        </Buttons>
      </PostForm>
    </>
  );
}
