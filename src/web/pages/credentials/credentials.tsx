/** Credentials as a director sees them, and the page on which one is revoked. */
import type { ReactElement } from 'react';
import { Button } from '../../parts/button/button.tsx';
import { DataTable } from '../../parts/data-table/data-table.tsx';
import { DescriptionList } from '../../parts/description-list/description-list.tsx';
import { ErrorSummary } from '../../parts/error-summary/error-summary.tsx';
import { errorFor, type FieldMistake } from '../../parts/field/field.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { PostForm } from '../../parts/post-form/post-form.tsx';
import { StatusTag } from '../../parts/status-tag/status-tag.tsx';
import { TextArea } from '../../parts/text-area/text-area.tsx';
import { en } from '../../words/en.ts';

const words = en.desk.credentials;

export interface CredentialLine {
  readonly id: string;
  /** The address of its newest copy. */
  readonly newest: string;
  readonly title: string;
  readonly holder: string;
  readonly issued: string;
  readonly until: string;
  readonly revokedOn: string | undefined;
  /** Past its last day. */
  readonly ended: boolean;
}

export function CredentialsPage(props: {
  readonly frame: Frame;
  readonly rows: readonly CredentialLine[];
}): ReactElement {
  return (
    <PageFrame frame={props.frame} title={words.title} wide unlisted>
      <h1>{words.title}</h1>
      <p>{words.intro}</p>
      {props.rows.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <DataTable
          caption={words.title}
          captionHidden
          columns={[
            { label: words.credential },
            { label: words.issued },
            { label: words.until },
            { label: words.state },
            { label: words.revoke },
          ]}
          rows={props.rows.map((row) => ({
            key: row.id,
            cells: [
              <a key="credential" href={`/c/${row.newest}`}>
                <bdi>{row.holder}</bdi>, {row.title}
              </a>,
              row.issued,
              row.until,
              <State key="state" row={row} />,
              row.revokedOn === undefined ? (
                <a key="revoke" href={`/desk/credentials/${row.id}/revoke`}>
                  {words.revoke}
                  <span className="only-heard">{` ${row.holder}`}</span>
                </a>
              ) : (
                ''
              ),
            ],
          }))}
        />
      )}
    </PageFrame>
  );
}

function State({ row }: { readonly row: CredentialLine }): ReactElement {
  if (row.revokedOn !== undefined) {
    return <StatusTag tone="stopped" label={words.revoked(row.revokedOn)} />;
  }
  return row.ended ? (
    <StatusTag tone="stopped" label={words.ended} />
  ) : (
    <StatusTag tone="done" label={words.current} />
  );
}

export function RevokePage(props: {
  readonly frame: Frame;
  readonly row: CredentialLine;
  readonly reason: string;
  readonly mistakes: readonly FieldMistake[];
}): ReactElement {
  return (
    <PageFrame
      frame={props.frame}
      title={words.revokeTitle}
      mistakes={props.mistakes.length}
      trail={{ above: [{ href: '/desk/credentials', label: words.title }] }}
      unlisted
    >
      <ErrorSummary mistakes={props.mistakes} />
      <h1>{words.revokeTitle}</h1>
      <p>{props.row.revokedOn === undefined ? words.revokeText : words.revokedAlready}</p>
      <DescriptionList
        items={[
          {
            term: words.credential,
            value: (
              <a href={`/c/${props.row.newest}`}>
                <bdi>{props.row.holder}</bdi>, {props.row.title}
              </a>
            ),
          },
          { term: words.issued, value: props.row.issued },
          { term: words.until, value: props.row.until },
          { term: words.state, value: <State row={props.row} /> },
        ]}
      />
      {props.row.revokedOn === undefined ? (
        <PostForm frame={props.frame} action={`/desk/credentials/${props.row.id}/revoke`}>
          <TextArea
            name="reason"
            label={words.reason}
            value={props.reason}
            error={errorFor(props.mistakes, 'reason')}
          />
          <Button label={words.revokeButton} />
        </PostForm>
      ) : null}
    </PageFrame>
  );
}
