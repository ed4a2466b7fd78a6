/** `/register/roster`: an employer sends a list; behind the link they see who agreed and how that stands. */
import type { ReactElement } from 'react';
import { Button } from '../../parts/button/button.tsx';
import { Buttons } from '../../parts/button/buttons.tsx';
import { CheckboxGroup } from '../../parts/checkbox-group/checkbox-group.tsx';
import { DataTable } from '../../parts/data-table/data-table.tsx';
import { ErrorSummary } from '../../parts/error-summary/error-summary.tsx';
import { errorFor, type FieldMistake } from '../../parts/field/field.tsx';
import { FileField } from '../../parts/file-field/file-field.tsx';
import { Notice } from '../../parts/notice/notice.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { PostForm } from '../../parts/post-form/post-form.tsx';
import { TextField } from '../../parts/text-field/text-field.tsx';
import { register } from '../../words/register.ts';

const words = register.rosters;
const trail = { above: [{ href: '/register', label: register.title }] };

export interface RosterFormProps {
  readonly frame: Frame;
  readonly typed: (field: string) => string;
  readonly mistakes: readonly FieldMistake[];
}

export function RosterFormPage({ frame, typed, mistakes }: RosterFormProps): ReactElement {
  const field = (name: string) => ({ name, value: typed(name), error: errorFor(mistakes, name) });
  return (
    <PageFrame frame={frame} title={words.title} mistakes={mistakes.length} trail={trail}>
      <ErrorSummary mistakes={mistakes} />
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      <PostForm frame={frame} action="/register/roster" files>
        <TextField
          {...field('organization')}
          label={words.organization}
          autoComplete="organization"
        />
        <TextField
          {...field('email')}
          label={words.email}
          hint={words.emailHint}
          type="email"
          autoComplete="email"
        />
        <FileField
          name="table"
          label={words.table}
          hint={words.tableHint}
          accept=".csv,.xlsx"
          error={errorFor(mistakes, 'table')}
        />
        <CheckboxGroup
          name="told"
          label={words.told}
          choices={[{ value: 'yes', label: words.toldYes }]}
          values={typed('told') === 'yes' ? ['yes'] : []}
          error={errorFor(mistakes, 'told')}
        />
        <Buttons>
          <Button label={words.send} />
        </Buttons>
      </PostForm>
    </PageFrame>
  );
}

/** After a list was sent, and after it was erased. */
export function RosterEndPage(props: {
  readonly frame: Frame;
  readonly kind: 'sent' | 'ended';
}): ReactElement {
  const [title, text] =
    props.kind === 'sent' ? [words.sent, words.sentText] : [words.ended, words.endedText];
  return (
    <PageFrame frame={props.frame} title={title} trail={trail} unlisted>
      <h1>{title}</h1>
      <p className="lead">{text}</p>
    </PageFrame>
  );
}

export interface RosterLineProps {
  readonly line: number;
  readonly who: string;
  /** What stands where nobody agreed is said by the page. */
  readonly state: string | undefined;
  readonly until: string;
}

export interface RosterPageProps {
  readonly frame: Frame;
  readonly at: string;
  readonly organization: string;
  readonly ends: string;
  readonly isConfirmed: boolean;
  readonly isNew: boolean;
  readonly lines: readonly RosterLineProps[];
}

export function RosterPage(props: RosterPageProps): ReactElement {
  const { frame, at, isConfirmed, lines } = props;
  const { columns } = words;
  return (
    <PageFrame frame={frame} title={words.page(props.organization)} trail={trail} unlisted>
      <h1>{words.page(props.organization)}</h1>
      {props.isNew ? (
        <Notice news>
          <p>{words.confirmed}</p>
        </Notice>
      ) : null}
      <p>{words.ends(props.ends)}</p>
      {isConfirmed ? (
        <>
          <DataTable
            caption={words.page(props.organization)}
            captionHidden
            columns={[{ label: columns.who }, { label: columns.state }, { label: columns.until }]}
            rows={lines.map(({ line, who, state, until }) => ({
              key: String(line),
              cells: [<bdi key="who">{who}</bdi>, state ?? words.noAnswer, until],
            }))}
          />
          <p className="soft">{words.noAnswerText}</p>
        </>
      ) : (
        <>
          <p className="lead">{words.confirmText}</p>
          <PostForm frame={frame} action={`${at}/confirm`}>
            <Buttons>
              <Button label={words.confirm} />
            </Buttons>
          </PostForm>
        </>
      )}
      <PostForm frame={frame} action={`${at}/end`}>
        <Buttons>
          <Button label={words.end} look="link" />
        </Buttons>
      </PostForm>
    </PageFrame>
  );
}
