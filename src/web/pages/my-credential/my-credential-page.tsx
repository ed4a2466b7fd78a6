/** `/my/credential/:credential`: everything a holder can hand on, LinkedIn, and copies in wallets. */
import type { ReactElement } from 'react';
import { Button } from '../../parts/button/button.tsx';
import { Buttons } from '../../parts/button/buttons.tsx';
import { DescriptionList } from '../../parts/description-list/description-list.tsx';
import { ErrorSummary } from '../../parts/error-summary/error-summary.tsx';
import { errorFor, type FieldMistake } from '../../parts/field/field.tsx';
import { Notice } from '../../parts/notice/notice.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { PostForm } from '../../parts/post-form/post-form.tsx';
import { RadioGroup } from '../../parts/radio-group/radio-group.tsx';
import { StatusTag, type StatusTone } from '../../parts/status-tag/status-tag.tsx';
import { en } from '../../words/en.ts';
import { myCredential as words } from '../../words/my-credential.ts';

export interface WalletCopyShown {
  readonly id: string;
  readonly what: string;
  /** Undefined while it counts. */
  readonly endedOn: string | undefined;
}

export interface MyCredentialPageProps {
  readonly frame: Frame;
  readonly name: string;
  readonly status: { readonly label: string; readonly tone: StatusTone };
  /** Its address here: `/my/credential/…`. */
  readonly at: string;
  /** The public page, as a whole address. */
  readonly address: string;
  /** The path of the public page. */
  readonly publicAt: string;
  /** What LinkedIn asks for, and the link; undefined where the credential may not be relied on. */
  readonly profile:
    | {
        readonly href: string;
        readonly fields: Readonly<Record<keyof typeof words.fields, string | undefined>>;
      }
    | undefined;
  readonly inWallets: readonly WalletCopyShown[];
  readonly form: string;
  readonly news: string | undefined;
  readonly mistakes: readonly FieldMistake[];
}

export function MyCredentialPage(props: MyCredentialPageProps): ReactElement {
  const { frame, profile, mistakes, news } = props;
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
      {news === undefined ? null : (
        <Notice news>
          <p>{news}</p>
        </Notice>
      )}
      <p>
        <strong>{props.name}</strong>{' '}
        <StatusTag tone={props.status.tone} label={props.status.label} />
      </p>
      <p className="lead">{profile === undefined ? words.notCurrent : words.lead}</p>
      <h2>{words.page}</h2>
      <p>{profile === undefined ? null : words.pageText}</p>
      <p>
        <a href={props.publicAt} className="to-copy">
          {props.address}
        </a>
      </p>
      {profile === undefined ? null : (
        <>
          <Files at={props.publicAt} />
          <Profile {...profile} />
          <Wallet {...props} />
        </>
      )}
      <InWallets {...props} />
    </PageFrame>
  );
}

const FILES = [
  ['certificate.pdf', words.certificate],
  ['letter.pdf', words.letter],
  ['badge.png', words.png],
  ['badge.svg', words.svg],
  ['credential.json', words.json],
] as const;

function Files({ at }: { readonly at: string }): ReactElement {
  return (
    <>
      <h2>{words.files}</h2>
      <ul className="files-to-save">
        {FILES.map(([file, label]) => (
          <li key={file}>
            <a href={`${at}/${file}`} download={file}>
              {label}
            </a>
          </li>
        ))}
      </ul>
      <p className="small soft">{words.filesText}</p>
    </>
  );
}

function Profile({ href, fields }: NonNullable<MyCredentialPageProps['profile']>): ReactElement {
  const shown = (Object.keys(words.fields) as (keyof typeof words.fields)[]).flatMap((field) => {
    const value = fields[field];
    return value === undefined
      ? []
      : [{ term: words.fields[field], value: <span className="to-copy">{value}</span> }];
  });
  return (
    <>
      <h2>{words.profile}</h2>
      <p>{words.profileText}</p>
      <DescriptionList items={shown} />
      <p>
        <a href={href} rel="noreferrer noopener external">
          {words.profileLink}
        </a>
      </p>
    </>
  );
}

function Wallet({ frame, at, form, mistakes }: MyCredentialPageProps): ReactElement {
  return (
    <>
      <h2 id="wallet">{words.wallet}</h2>
      <p>{words.walletText}</p>
      <PostForm frame={frame} action={`${at}/wallet`}>
        <RadioGroup
          name="form"
          label={words.form}
          choices={(['ldp_vc', 'dc+sd-jwt'] as const).map((value) => ({
            ...{ value, ...words.forms[value] },
          }))}
          value={form}
          error={errorFor(mistakes, 'form')}
        />
        <Buttons>
          <Button label={words.make} />
        </Buttons>
      </PostForm>
    </>
  );
}

function InWallets({ frame, at, inWallets }: MyCredentialPageProps): ReactElement {
  return (
    <>
      <h2>{words.inWallets}</h2>
      {inWallets.length === 0 ? (
        <p>{words.inWalletsNone}</p>
      ) : (
        <ul className="wallet-copies">
          {inWallets.map((copy) => (
            <li key={copy.id}>
              <p>
                {copy.what}{' '}
                <StatusTag
                  tone={copy.endedOn === undefined ? 'done' : 'stopped'}
                  label={copy.endedOn === undefined ? words.counts : words.ended(copy.endedOn)}
                />
              </p>
              {copy.endedOn === undefined ? (
                <PostForm frame={frame} action={`${at}/wallet/${copy.id}/end`}>
                  <Button label={words.end} look="secondary" heardAlso={copy.what} />
                </PostForm>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      <p className="small soft">{words.inWalletsText}</p>
    </>
  );
}
