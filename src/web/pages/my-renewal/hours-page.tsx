/** `/my/renewal/:credential/hours`: claim an activity with its certificate, and see what becomes of each. */
import type { ReactElement } from 'react';
import { Button } from '../../parts/button/button.tsx';
import { Buttons } from '../../parts/button/buttons.tsx';
import { boxesIn, DateField } from '../../parts/date-field/date-field.tsx';
import { ErrorSummary } from '../../parts/error-summary/error-summary.tsx';
import { errorFor, type FieldMistake } from '../../parts/field/field.tsx';
import { FileField } from '../../parts/file-field/file-field.tsx';
import { Notice } from '../../parts/notice/notice.tsx';
import { NumberField } from '../../parts/number-field/number-field.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { PostForm } from '../../parts/post-form/post-form.tsx';
import { Select } from '../../parts/select/select.tsx';
import { StatusTag, type StatusTone } from '../../parts/status-tag/status-tag.tsx';
import { TextArea } from '../../parts/text-area/text-area.tsx';
import { TextField } from '../../parts/text-field/text-field.tsx';
import { renewal } from '../../words/renewal.ts';

const words = renewal.hours;
const PROOF = '.pdf,.jpg,.jpeg,.png';

export interface ActivityShown {
  readonly id: string;
  readonly title: string;
  readonly provider: string;
  readonly on: string;
  readonly hours: string;
  readonly fate: { readonly label: string; readonly tone: StatusTone };
  readonly because: string;
  readonly proof: 'file' | 'signed' | 'none';
  readonly proofHref: string;
  /** Of a course that does not count: whether somebody else can look at it, is to, or has. */
  readonly again:
    | { readonly kind: 'can-ask' | 'asked'; readonly text: string }
    | { readonly kind: 'answered' }
    | undefined;
  /** What was typed into the form that asks for it. */
  readonly said: string;
  /** A closed term rests on it. */
  readonly settled: boolean;
}

export interface HoursPageProps {
  readonly frame: Frame;
  readonly credential: string;
  readonly name: string;
  readonly sentence: string;
  readonly news: string | undefined;
  readonly subjects: readonly { readonly value: string; readonly label: string }[];
  readonly kinds: readonly { readonly value: string; readonly label: string }[];
  readonly reviewFee: string | undefined;
  readonly typed: Readonly<Record<string, string>>;
  readonly mistakes: readonly FieldMistake[];
  readonly activities: readonly ActivityShown[];
}

export function HoursPage(props: HoursPageProps): ReactElement {
  const { frame, credential, mistakes, news } = props;
  const at = `/my/renewal/${credential}`;
  return (
    <PageFrame
      frame={frame}
      title={words.title}
      mistakes={mistakes.length}
      trail={{ above: [{ href: at, label: renewal.my.title(props.name) }] }}
      unlisted
    >
      <ErrorSummary mistakes={mistakes} />
      <h1>{words.title}</h1>
      {news === undefined ? null : (
        <Notice news>
          <p>{news}</p>
        </Notice>
      )}
      <p className="lead">{props.sentence}</p>
      <p>{words.lead}</p>
      <h2>{words.form}</h2>
      <ClaimForm {...props} />
      <h2>{words.many}</h2>
      <ul>
        <li>
          <a href={`${at}/table`}>{words.table}</a>
        </li>
        <li>
          <a href={`${at}/hours.csv`}>{words.export}</a>
        </li>
      </ul>
      <PostForm frame={frame} action={`${at}/record`} files>
        <FileField
          name="record"
          label={words.signed}
          hint={words.signedHint}
          accept=".json"
          error={errorFor(mistakes, 'record')}
        />
        <Buttons>
          <Button label={words.signedSend} look="secondary" />
        </Buttons>
      </PostForm>
      <h2>{words.claimed}</h2>
      {props.activities.length === 0 ? <p>{words.none}</p> : null}
      <ul className="renewal-list">
        {props.activities.map((activity) => (
          <li key={activity.id} className="renewal-activity">
            <ActivityCard frame={frame} at={at} activity={activity} mistakes={mistakes} />
          </li>
        ))}
      </ul>
    </PageFrame>
  );
}

function ClaimForm(props: HoursPageProps): ReactElement {
  const { frame, typed, mistakes, subjects, kinds } = props;
  const field = (name: string) => ({
    name,
    value: typed[name],
    error: errorFor(mistakes, name),
  });
  const day = (name: string) => ({ ...field(name), value: boxesIn(typed, name) });
  return (
    <PostForm frame={frame} action={`/my/renewal/${props.credential}/hours`} files>
      <TextField {...field('provider')} label={words.provider} hint={words.providerHint} />
      <TextField {...field('title')} label={words.activity} hint={words.activityHint} />
      <DateField {...day('completed')} label={words.completed} hint={words.completedHint} />
      <DateField {...day('began')} label={words.began} hint={words.beganHint} optional />
      <NumberField {...field('hours')} label={words.count} hint={words.countHint} decimals />
      {subjects.length === 0 ? null : (
        <Select
          {...field('subjects')}
          label={words.subject}
          options={subjects}
          empty={words.noSubject}
          optional="unsaid"
        />
      )}
      {kinds.length === 0 ? null : (
        <Select {...field('delivery')} label={words.kind} options={kinds} />
      )}
      <FileField
        name="proof"
        label={words.proof}
        hint={words.proofHint}
        accept={PROOF}
        error={errorFor(mistakes, 'proof')}
        optional
      />
      {props.reviewFee === undefined ? null : <p>{words.reviewFee(props.reviewFee)}</p>}
      <Buttons>
        <Button label={words.send} />
      </Buttons>
    </PostForm>
  );
}

function ActivityCard(props: {
  readonly frame: Frame;
  readonly at: string;
  readonly activity: ActivityShown;
  readonly mistakes: readonly FieldMistake[];
}): ReactElement {
  const { frame, at, activity, mistakes } = props;
  const own = `${at}/hours/${activity.id}`;
  return (
    <>
      <h3>
        <bdi>{activity.title}</bdi>
      </h3>
      <p>
        <bdi>{activity.provider}</bdi>
        {`, ${activity.on}, ${activity.hours}`}
      </p>
      <p>
        <StatusTag label={activity.fate.label} tone={activity.fate.tone} />
      </p>
      {activity.because === '' ? null : <p>{activity.because}</p>}
      <p className="soft">
        {activity.proof === 'file' ? (
          <a href={activity.proofHref}>{words.hasProof}</a>
        ) : activity.proof === 'signed' ? (
          words.signedProof
        ) : (
          words.noProof
        )}
      </p>
      {activity.proof === 'none' ? (
        <PostForm frame={frame} action={`${own}/proof`} files>
          <FileField name={`proof-${activity.id}`} label={words.proof} accept={PROOF} />
          <Buttons>
            <Button label={words.addProof} look="secondary" heardAlso={activity.title} />
          </Buttons>
        </PostForm>
      ) : null}
      <LookAgain frame={frame} own={own} activity={activity} mistakes={mistakes} />
      {activity.settled ? null : (
        <PostForm frame={frame} action={`${own}/remove`}>
          <Buttons>
            <Button label={words.remove} look="link" heardAlso={activity.title} />
          </Buttons>
        </PostForm>
      )}
    </>
  );
}

function LookAgain(props: {
  readonly frame: Frame;
  readonly own: string;
  readonly activity: ActivityShown;
  readonly mistakes: readonly FieldMistake[];
}): ReactElement | null {
  const { id, title, again, said } = props.activity;
  if (again === undefined) {
    return null;
  }
  if (again.kind !== 'can-ask') {
    return <p>{again.kind === 'asked' ? again.text : words.again.answered}</p>;
  }
  return (
    <PostForm frame={props.frame} action={`${props.own}/again`} name={words.again.form(title)}>
      <TextArea
        name={`said-${id}`}
        label={words.again.said}
        hint={`${words.again.hint} ${again.text}`}
        rows={3}
        value={said}
        error={errorFor(props.mistakes, `said-${id}`)}
      />
      <Buttons>
        <Button label={words.again.send} look="secondary" heardAlso={title} />
      </Buttons>
    </PostForm>
  );
}
