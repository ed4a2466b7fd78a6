/** `/desk/complaints/:matter/names`: ask a custodian for the name behind a label, and see it once one has consented. */
import type { ReactElement } from 'react';
import { Button } from '../../parts/button/button.tsx';
import { Buttons } from '../../parts/button/buttons.tsx';
import { ErrorSummary } from '../../parts/error-summary/error-summary.tsx';
import { errorFor, type FieldMistake } from '../../parts/field/field.tsx';
import { Notice } from '../../parts/notice/notice.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { PostForm } from '../../parts/post-form/post-form.tsx';
import { RadioGroup } from '../../parts/radio-group/radio-group.tsx';
import { TextArea } from '../../parts/text-area/text-area.tsx';
import { names as words } from '../../words/complaints.ts';

export interface NamesPageProps {
  readonly frame: Frame;
  readonly matter: { readonly id: string; readonly label: string };
  /** Whose name can be asked for: key and label. */
  readonly people: readonly { readonly value: string; readonly label: string }[];
  readonly requests: readonly {
    readonly id: string;
    readonly label: string;
    readonly reason: string;
    readonly stands: string;
    readonly maySee: boolean;
  }[];
  readonly seen: { readonly fullName: string; readonly contact: string } | undefined;
  readonly typed: { readonly key: string; readonly reason: string };
  readonly mistakes: readonly FieldMistake[];
  readonly news: string | undefined;
}

export function NamesPage(props: NamesPageProps): ReactElement {
  const { frame, matter, people, requests, seen, typed, mistakes, news } = props;
  const at = `/desk/complaints/${matter.id}`;
  return (
    <PageFrame
      frame={frame}
      title={`${words.title}: ${matter.label}`}
      mistakes={mistakes.length}
      trail={{ above: [{ href: at, label: matter.label }] }}
      unlisted
    >
      <ErrorSummary mistakes={mistakes} />
      <h1>{words.title}</h1>
      <p>{words.intro}</p>
      {news === undefined ? null : (
        <Notice news>
          <p>{news}</p>
        </Notice>
      )}
      {seen === undefined ? null : (
        <Notice title={words.seen} news>
          <p>
            {seen.fullName === '' ? words.nobodyGave : <bdi>{seen.fullName}</bdi>}
            {seen.contact === '' ? null : (
              <>
                {', '}
                <bdi>{seen.contact}</bdi>
              </>
            )}
          </p>
          <p>{words.recorded}</p>
        </Notice>
      )}
      <PostForm frame={frame} action={`${at}/names`} name={words.title}>
        <RadioGroup
          name="key"
          label={words.whose}
          choices={people}
          value={typed.key}
          error={errorFor(mistakes, 'key')}
        />
        <TextArea
          name="reason"
          label={words.reason}
          hint={words.reasonHint}
          value={typed.reason}
          error={errorFor(mistakes, 'reason')}
        />
        <Buttons>
          <Button label={words.send} />
        </Buttons>
      </PostForm>
      {requests.length === 0 ? null : <h2>{words.requests}</h2>}
      {requests.map((request) => (
        <section key={request.id} aria-label={request.label}>
          <h3>{request.label}</h3>
          <p dir="auto">{request.reason}</p>
          <p dir="auto">{request.stands}</p>
          {request.maySee ? (
            <PostForm frame={frame} action={`${at}/names/${request.id}`} name={request.label}>
              <Button label={words.see} look="secondary" heardAlso={request.label} />
            </PostForm>
          ) : null}
        </section>
      ))}
    </PageFrame>
  );
}
