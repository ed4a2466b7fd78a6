/** `/my/renewal/:credential/audit`: each activity with what shows it, somebody asked to confirm it, leave, and the answer. */
import type { ReactElement } from 'react';
import { Button } from '../../parts/button/button.tsx';
import { Buttons } from '../../parts/button/buttons.tsx';
import { CheckboxGroup } from '../../parts/checkbox-group/checkbox-group.tsx';
import { DateField } from '../../parts/date-field/date-field.tsx';
import { ErrorSummary } from '../../parts/error-summary/error-summary.tsx';
import { errorFor, type FieldMistake } from '../../parts/field/field.tsx';
import { FileField } from '../../parts/file-field/file-field.tsx';
import { Notice } from '../../parts/notice/notice.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { PostForm } from '../../parts/post-form/post-form.tsx';
import { TextArea } from '../../parts/text-area/text-area.tsx';
import { TextField } from '../../parts/text-field/text-field.tsx';
import { renewal } from '../../words/renewal.ts';

const words = renewal.audit;

export interface AuditedShown {
  readonly id: string;
  readonly what: string;
  readonly proofHref: string | undefined;
  readonly asked: readonly string[];
}

export interface AuditPageProps {
  readonly frame: Frame;
  readonly credential: string;
  readonly name: string;
  readonly news: string | undefined;
  readonly lotteryHref: string;
  /** How it stands, in sentences. */
  readonly stands: readonly string[];
  readonly open: boolean;
  readonly paused: 'third-party' | 'leave' | undefined;
  readonly activities: readonly AuditedShown[];
  readonly gap:
    | {
        readonly text: string;
        readonly choices: readonly { readonly value: string; readonly label: string }[];
      }
    | undefined;
  readonly end: EndShown | undefined;
  readonly mistakes: readonly FieldMistake[];
}

/** Whether the term that rested on a gap ends, and what its holder can still say. */
export interface EndShown {
  readonly stands: readonly string[];
  readonly matterHref: string | undefined;
  /** What was typed; undefined where nothing can be said any more. */
  readonly say: string | undefined;
}

export function AuditPage(props: AuditPageProps): ReactElement {
  const { frame, credential, name, mistakes, news, gap } = props;
  const at = `/my/renewal/${credential}`;
  return (
    <PageFrame
      frame={frame}
      title={words.title}
      mistakes={mistakes.length}
      trail={{ above: [{ href: at, label: renewal.my.title(name) }] }}
      unlisted
    >
      <ErrorSummary mistakes={mistakes} />
      <h1>{words.title}</h1>
      {news === undefined ? null : (
        <Notice news>
          <p>{news}</p>
        </Notice>
      )}
      <p className="lead">{words.lead}</p>
      <p>
        <a href={props.lotteryHref}>{words.lottery}</a>
      </p>
      {props.stands.map((text) => (
        <p key={text}>{text}</p>
      ))}
      {props.open ? <OpenAudit {...props} /> : null}
      {gap === undefined ? null : (
        <>
          <h2>{words.gap}</h2>
          <p>{gap.text}</p>
          <PostForm frame={frame} action={`${at}/audit/fill`}>
            <CheckboxGroup
              name="activities"
              label={words.gap}
              choices={gap.choices}
              error={errorFor(mistakes, 'activities')}
            />
            <Buttons>
              <Button label={words.gapSend} />
            </Buttons>
          </PostForm>
        </>
      )}
      {props.end === undefined ? null : <TermEnd {...props} end={props.end} />}
    </PageFrame>
  );
}

function TermEnd({
  frame,
  credential,
  mistakes,
  end,
}: AuditPageProps & { readonly end: EndShown }): ReactElement {
  return (
    <>
      <h2>{words.end}</h2>
      {end.stands.map((text) => (
        <p key={text}>{text}</p>
      ))}
      {end.matterHref === undefined ? null : (
        <p>
          <a href={end.matterHref}>{words.endMatter}</a>
        </p>
      )}
      {end.say === undefined ? null : (
        <PostForm frame={frame} action={`/my/renewal/${credential}/audit/say`}>
          <TextArea
            name="words"
            label={words.endSay}
            hint={words.endSayHint}
            value={end.say}
            error={errorFor(mistakes, 'words')}
          />
          <Buttons>
            <Button label={words.endSend} />
          </Buttons>
        </PostForm>
      )}
    </>
  );
}

function OpenAudit(props: AuditPageProps): ReactElement {
  const { frame, credential, mistakes, paused } = props;
  const act = (name: string): string => `/my/renewal/${credential}/audit/${name}`;
  return (
    <>
      <p>{words.proofs}</p>
      {props.activities.map((activity, place) => (
        <section key={activity.id} className="renewal-activity">
          <h2>{words.activity(place + 1)}</h2>
          <p>
            <bdi>{activity.what}</bdi>
          </p>
          {activity.proofHref === undefined ? null : (
            <p>
              <a href={activity.proofHref}>{renewal.hours.hasProof}</a>
            </p>
          )}
          {activity.asked.map((line) => (
            <p key={line}>
              <bdi>{line}</bdi>
            </p>
          ))}
          <PostForm frame={frame} action={`${act('proof')}/${activity.id}`} files>
            <FileField
              name={`proof-${activity.id}`}
              label={words.add}
              accept=".pdf,.jpg,.jpeg,.png"
              error={errorFor(mistakes, `proof-${activity.id}`)}
            />
            <Buttons>
              <Button label={words.add} look="secondary" heardAlso={words.activity(place + 1)} />
            </Buttons>
          </PostForm>
          <details open={mistakes.some(({ field }) => field.endsWith(activity.id))}>
            <summary>{words.ask}</summary>
            <PostForm frame={frame} action={`${act('ask')}/${activity.id}`}>
              <TextField
                name={`name-${activity.id}`}
                label={words.askName}
                error={errorFor(mistakes, `name-${activity.id}`)}
              />
              <TextField
                name={`email-${activity.id}`}
                label={words.askEmail}
                type="email"
                error={errorFor(mistakes, `email-${activity.id}`)}
              />
              <Buttons>
                <Button label={words.askSend} look="secondary" />
              </Buttons>
            </PostForm>
          </details>
        </section>
      ))}
      {paused !== 'leave' ? (
        <>
          <h2>{words.leave}</h2>
          <PostForm frame={frame} action={act('leave')}>
            <DateField name="until" label={words.leaveUntil} error={errorFor(mistakes, 'until')} />
            <Buttons>
              <Button label={words.leaveSend} look="secondary" />
            </Buttons>
          </PostForm>
        </>
      ) : null}
      {paused === 'leave' ? (
        <PostForm frame={frame} action={act('back')}>
          <Buttons>
            <Button label={words.backSend} look="secondary" />
          </Buttons>
        </PostForm>
      ) : null}
      <h2>{words.answer}</h2>
      <p>{words.answerText}</p>
      <PostForm frame={frame} action={act('answer')}>
        <Buttons>
          <Button label={words.answerSend} />
        </Buttons>
      </PostForm>
    </>
  );
}
