/** Renewing, more time and retiring: one question each, with what follows said before the button. */
import type { ReactElement, ReactNode } from 'react';
import { Button } from '../../parts/button/button.tsx';
import { Buttons } from '../../parts/button/buttons.tsx';
import { CheckboxGroup } from '../../parts/checkbox-group/checkbox-group.tsx';
import { DateField, type TypedDate } from '../../parts/date-field/date-field.tsx';
import { ErrorSummary } from '../../parts/error-summary/error-summary.tsx';
import { errorFor, type FieldMistake } from '../../parts/field/field.tsx';
import { Notice } from '../../parts/notice/notice.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { PostForm } from '../../parts/post-form/post-form.tsx';
import { RadioGroup } from '../../parts/radio-group/radio-group.tsx';
import { TextArea } from '../../parts/text-area/text-area.tsx';
import { renewal } from '../../words/renewal.ts';
import { BeforeDecision } from '../appeals/before-decision.tsx';

const words = renewal.renew;

interface Around {
  readonly frame: Frame;
  readonly credential: string;
  readonly name: string;
  readonly mistakes: readonly FieldMistake[];
}

function Page(
  props: Around & { readonly title: string; readonly children: ReactNode },
): ReactElement {
  const { frame, credential, name, mistakes, title } = props;
  return (
    <PageFrame
      frame={frame}
      title={title}
      mistakes={mistakes.length}
      trail={{ above: [{ href: `/my/renewal/${credential}`, label: renewal.my.title(name) }] }}
      unlisted
    >
      <ErrorSummary mistakes={mistakes} />
      <h1>{title}</h1>
      {props.children}
    </PageFrame>
  );
}

interface ToExam {
  readonly text: readonly string[];
  readonly href: string;
  /** What the way back to hours means. */
  readonly instead: string;
}

export interface RenewPageProps extends Around {
  /** What stands open already, or why nothing can be opened; then there is no form. */
  readonly instead: { readonly title: string; readonly text: readonly string[] } | undefined;
  readonly purpose: keyof typeof words.purposes;
  readonly sentence: string;
  readonly fees: { readonly hours: readonly string[]; readonly exam: readonly string[] };
  /** Undefined where the exam cannot be chosen; the days are empty where none is left. */
  readonly byExam: { readonly days: string } | undefined;
  /** A renewal by exam that is open. */
  readonly toExam: ToExam | undefined;
  /** That an exam of this term was not passed, and what is open. */
  readonly notPassed: string | undefined;
  readonly asksReason: boolean;
  readonly answerBy: string | undefined;
  readonly typed: { readonly reason: string; readonly route: string };
}

export function RenewPage(props: RenewPageProps): ReactElement {
  const { frame, credential, mistakes, instead, typed } = props;
  const title = words.title(props.name);
  if (instead !== undefined) {
    return (
      <Page {...props} title={title}>
        <h2>{instead.title}</h2>
        {instead.text.map((text) => (
          <p key={text}>{text}</p>
        ))}
      </Page>
    );
  }
  return (
    <Page {...props} title={title}>
      <p className="lead">{words.purposes[props.purpose]}</p>
      {props.notPassed === undefined ? null : (
        <Notice>
          <p>{props.notPassed}</p>
        </Notice>
      )}
      {props.toExam === undefined ? null : <OpenByExam {...props.toExam} fees={props.fees.exam} />}
      <h2>{words.check}</h2>
      <p>{props.sentence}</p>
      <h2>{words.cost}</h2>
      {props.byExam === undefined ? (
        <Fees fees={props.fees.hours} />
      ) : (
        <>
          <h3>{words.costByHours}</h3>
          <Fees fees={props.fees.hours} />
          <h3>{words.costByExam}</h3>
          <Fees fees={props.fees.exam} />
        </>
      )}
      {props.asksReason ? <BeforeDecision decision="renewal" kind="renewal" /> : null}
      {props.answerBy === undefined ? null : <p>{renewal.moreTime.answer(props.answerBy)}</p>}
      <PostForm frame={frame} action={`/my/renewal/${credential}/renew`}>
        {props.byExam !== undefined ? (
          <RadioGroup
            name="route"
            label={words.route}
            hint={props.byExam.days === '' ? words.noExamDays : words.byExamHint(props.byExam.days)}
            choices={[
              { value: 'hours', label: words.byHours },
              { value: 'exam', label: words.byExam },
            ]}
            value={typed.route}
            error={errorFor(mistakes, 'route')}
          />
        ) : null}
        {props.asksReason ? (
          <TextArea
            name="reason"
            label={props.purpose === 'late' ? words.reason : words.reasonReinstatement}
            hint={words.reasonHint}
            value={typed.reason}
            error={errorFor(mistakes, 'reason')}
          />
        ) : null}
        <CheckboxGroup
          name="declared"
          label={words.declare}
          choices={[{ value: 'yes', label: renewal.confirm.yes }]}
          error={errorFor(mistakes, 'declared')}
        />
        <Buttons>
          <Button label={words.send} />
        </Buttons>
      </PostForm>
    </Page>
  );
}

/** What is left for an exam that was chosen; below it stands the way by hours. */
function OpenByExam({
  text,
  href,
  instead,
  fees,
}: ToExam & { readonly fees: readonly string[] }): ReactElement {
  return (
    <>
      <h2>{words.examOpen}</h2>
      <Fees fees={fees} />
      {text.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <p>
        <a href={href}>{words.examLink}</a>
      </p>
      <h2>{words.examInstead}</h2>
      <p>{instead}</p>
    </>
  );
}

function Fees({ fees }: { readonly fees: readonly string[] }): ReactElement {
  return fees.length === 0 ? (
    <p>{words.noCost}</p>
  ) : (
    <ul>
      {fees.map((fee) => (
        <li key={fee}>{fee}</li>
      ))}
    </ul>
  );
}

export interface MoreTimePageProps extends Around {
  /** The latest day; undefined where more time cannot be asked for. */
  readonly latest: string | undefined;
  readonly answerBy: string;
  readonly judged: readonly { readonly title: string; readonly rule: string }[];
  readonly typed: { readonly until: TypedDate; readonly hardship: string };
}

export function MoreTimePage(props: MoreTimePageProps): ReactElement {
  const { frame, credential, mistakes, latest, typed } = props;
  const own = renewal.moreTime;
  if (latest === undefined) {
    return (
      <Page {...props} title={own.title}>
        <p>{own.cannot}</p>
      </Page>
    );
  }
  return (
    <Page {...props} title={own.title}>
      <p className="lead">{own.lead(latest)}</p>
      <p>{own.kept}</p>
      <p>{own.answer(props.answerBy)}</p>
      <BeforeDecision decision="more-time" kind="more-time" />
      <PostForm frame={frame} action={`/my/renewal/${credential}/more-time`}>
        <DateField
          name="until"
          label={own.until}
          value={typed.until}
          error={errorFor(mistakes, 'until')}
        />
        <TextArea
          name="hardship"
          label={own.hardship}
          hint={own.hardshipHint}
          value={typed.hardship}
          error={errorFor(mistakes, 'hardship')}
        />
        <Buttons>
          <Button label={own.send} />
        </Buttons>
      </PostForm>
      <h2>{own.judged}</h2>
      <ol>
        {props.judged.map(({ title, rule }) => (
          <li key={title}>
            <strong>{title}.</strong>
            {` ${rule}`}
          </li>
        ))}
      </ol>
    </Page>
  );
}

/** `returnUntil` is undefined where retiring is not open. */
export function RetirePage(
  props: Around & { readonly returnUntil: string | undefined },
): ReactElement {
  const own = renewal.retire;
  return (
    <Page {...props} title={own.title}>
      {props.returnUntil === undefined ? (
        <p>{own.cannot}</p>
      ) : (
        <>
          <p className="lead">{own.text(props.returnUntil)}</p>
          <PostForm frame={props.frame} action={`/my/renewal/${props.credential}/retire`}>
            <Buttons>
              <Button label={own.send} />
            </Buttons>
          </PostForm>
        </>
      )}
    </Page>
  );
}
