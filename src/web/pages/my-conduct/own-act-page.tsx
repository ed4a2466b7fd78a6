/** `/my/conduct/:matter/:act`: what a respondent sends, one thing a page, with what follows from it said before. */
import type { ReactElement } from 'react';
import type { OpenToRespondent } from '../../../casework/conduct/open-respondent-acts.ts';
import { GROUND_WORDS } from '../../../reporting/letters/letter-words.ts';
import { Button } from '../../parts/button/button.tsx';
import { Buttons } from '../../parts/button/buttons.tsx';
import { CheckboxGroup } from '../../parts/checkbox-group/checkbox-group.tsx';
import { ErrorSummary } from '../../parts/error-summary/error-summary.tsx';
import { errorFor, type FieldMistake } from '../../parts/field/field.tsx';
import { Notice } from '../../parts/notice/notice.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { PostForm } from '../../parts/post-form/post-form.tsx';
import { RadioGroup } from '../../parts/radio-group/radio-group.tsx';
import { TextArea } from '../../parts/text-area/text-area.tsx';
import { myConduct as words } from '../../words/my-conduct.ts';
import type { TypedForm } from '../panels/typed-form.ts';
import { CannotChange, GROUNDS, leadsTo } from './about-appeals.tsx';
import { Found } from './decisions.tsx';
import type { OwnView } from './own-view.ts';

export interface OwnActPageProps {
  readonly frame: Frame;
  readonly own: Pick<OwnView, 'id' | 'label' | 'acts' | 'decisions'>;
  readonly act: OpenToRespondent;
  readonly seen: number;
  /** Within how many days an appeal against an interim suspension is answered. */
  readonly interimWithin: string;
  readonly typed: TypedForm;
  readonly mistakes: readonly FieldMistake[];
  readonly news: string | undefined;
}

const TITLES: Readonly<Record<OpenToRespondent, { title: string; send: string }>> = {
  respond: words.answer,
  appeal: words.appeal,
  'appeal-interim': words.interimAppeal,
  'answer-offer': words.offerAnswer,
  'ask-reinstatement': words.reinstatementAsk,
};

export function OwnActPage(props: OwnActPageProps): ReactElement {
  const { frame, own, act, mistakes, news } = props;
  const { title, send } = TITLES[act];
  const at = `/my/conduct/${own.id}`;
  return (
    <PageFrame
      frame={frame}
      title={title}
      mistakes={mistakes.length}
      trail={{ above: [{ href: at, label: words.title(own.label) }] }}
      unlisted
    >
      <ErrorSummary mistakes={mistakes} />
      <h1>{title}</h1>
      {news === undefined ? null : (
        <Notice news>
          <p>{news}</p>
        </Notice>
      )}
      <PostForm frame={frame} action={`${at}/${act}`} hidden={{ seen: String(props.seen) }}>
        <Fields {...props} />
        <Buttons>
          <Button label={send} />
        </Buttons>
      </PostForm>
      <p>
        <a href={at}>{words.letterBack}</a>
      </p>
    </PageFrame>
  );
}

function Fields(props: OwnActPageProps): ReactElement {
  const until = props.own.acts.find(({ act }) => act === props.act)?.until;
  const day = until === undefined ? null : <p>{until}</p>;
  switch (props.act) {
    case 'respond':
      return (
        <>
          <p className="lead">{words.answer.intro}</p>
          {day}
          <p>{words.answer.silence}</p>
          <Statement {...props} name="words" label={words.answer.words} rows={12} />
        </>
      );
    case 'appeal':
      return (
        <>
          {day}
          <h2>{words.cannotChange}</h2>
          <CannotChange />
          <CheckboxGroup
            name="grounds"
            label={words.appeal.grounds}
            hint={words.appeal.groundsHint}
            values={props.typed.many('grounds')}
            choices={GROUNDS.map((ground) => ({
              value: ground,
              label: GROUND_WORDS[ground],
              hint: leadsTo(ground),
            }))}
            error={errorFor(props.mistakes, 'grounds')}
          />
          <Statement
            {...props}
            label={words.appeal.statement}
            hint={words.appeal.statementHint}
            rows={10}
          />
        </>
      );
    case 'appeal-interim':
      return (
        <>
          {day}
          <p>{words.interimAppeal.promise(props.interimWithin)}</p>
          <Statement {...props} label={words.interimAppeal.statement} />
        </>
      );
    case 'answer-offer':
      return <Offer {...props} />;
    default:
      return (
        <Statement
          {...props}
          label={words.reinstatementAsk.statement}
          hint={words.reinstatementAsk.statementHint}
        />
      );
  }
}

function Offer({ own, typed, mistakes }: OwnActPageProps): ReactElement {
  const { offer } = own.decisions;
  return (
    <>
      {offer === undefined ? null : (
        <>
          <p>{words.offerText(offer.until)}</p>
          <Found {...offer} />
        </>
      )}
      <RadioGroup
        name="answer"
        label={words.offerAnswer.question}
        value={typed.one('answer')}
        choices={[
          { value: 'take', label: words.offerAnswer.take, hint: words.offerAnswer.takeHint },
          {
            value: 'decline',
            label: words.offerAnswer.decline,
            hint: words.offerAnswer.declineHint,
          },
        ]}
        error={errorFor(mistakes, 'answer')}
      />
    </>
  );
}

const Statement = (
  props: Pick<OwnActPageProps, 'typed' | 'mistakes'> & {
    readonly name?: string;
    readonly label: string;
    readonly hint?: string;
    readonly rows?: number;
  },
): ReactElement => {
  const name = props.name ?? 'statement';
  return (
    <TextArea
      name={name}
      label={props.label}
      hint={props.hint}
      rows={props.rows ?? 8}
      value={props.typed.one(name)}
      error={errorFor(props.mistakes, name)}
    />
  );
};
