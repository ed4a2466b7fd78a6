/** `/desk/custodian`: why somebody needs the name behind a label; consent or refusal. Nothing of the matter is here. */
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
import { TextField } from '../../parts/text-field/text-field.tsx';
import { names, custodian as words } from '../../words/complaints.ts';

export interface NameRequestShown {
  readonly id: string;
  readonly label: string;
  readonly asked: string;
  readonly role: string;
  readonly reason: string;
  readonly answer: { readonly consented: boolean; readonly reason: string } | undefined;
}

export interface CustodianPageProps {
  readonly frame: Frame;
  readonly requests: readonly NameRequestShown[];
  /** What was typed for one request, by the name of its box. */
  readonly typed: Readonly<Record<string, string>>;
  readonly mistakes: readonly FieldMistake[];
  readonly news: string | undefined;
}

export function CustodianPage(props: CustodianPageProps): ReactElement {
  const { frame, requests, mistakes, news } = props;
  const open = requests.filter(({ answer }) => answer === undefined);
  const answered = requests.filter(({ answer }) => answer !== undefined);
  return (
    <PageFrame frame={frame} title={words.title} mistakes={mistakes.length} unlisted>
      <ErrorSummary mistakes={mistakes} />
      <h1>{words.title}</h1>
      <p>{words.intro}</p>
      {news === undefined ? null : (
        <Notice news>
          <p>{news}</p>
        </Notice>
      )}
      {requests.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <>
          <h2>{words.open}</h2>
          {open.length === 0 ? <p>{words.openNone}</p> : null}
          {open.map((request) => (
            <Open key={request.id} {...props} request={request} />
          ))}
        </>
      )}
      {answered.length === 0 ? null : <h2>{words.answered}</h2>}
      {answered.map((request) => (
        <section key={request.id}>
          <h3 className="case-label">{request.label}</h3>
          <Told request={request} />
        </section>
      ))}
    </PageFrame>
  );
}

function Open(props: CustodianPageProps & { readonly request: NameRequestShown }): ReactElement {
  const { frame, request, typed, mistakes } = props;
  const name = `why-${request.id}`;
  return (
    <section>
      <h3 className="case-label">{request.label}</h3>
      <Told request={request} />
      <PostForm frame={frame} action={`/desk/custodian/${request.id}`} name={request.label}>
        <TextField
          name={name}
          label={words.why}
          value={typed[name]}
          error={errorFor(mistakes, name)}
        />
        {/* The Enter key presses the first button, which shows nobody anything. */}
        <Buttons>
          <Button
            label={words.refuse}
            name="answer"
            value="refuse"
            look="secondary"
            heardAlso={request.label}
          />
          <Button label={words.consent} name="answer" value="consent" heardAlso={request.label} />
        </Buttons>
      </PostForm>
    </section>
  );
}

function Told({ request }: { readonly request: NameRequestShown }): ReactElement {
  const { answer } = request;
  return (
    <DescriptionList
      items={[
        { term: words.asked, value: request.asked },
        { term: words.role, value: request.role },
        { term: words.reason, value: <bdi>{request.reason}</bdi> },
        ...(answer === undefined
          ? []
          : [
              {
                term: words.answer,
                value: (
                  <bdi>
                    {answer.consented
                      ? names.consented(answer.reason)
                      : names.refused(answer.reason)}
                  </bdi>
                ),
              },
            ]),
      ]}
    />
  );
}
