/** `/my/register`: how a holder can be found, and employers who ask about them. */
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
import { Select } from '../../parts/select/select.tsx';
import { en } from '../../words/en.ts';
import { register } from '../../words/register.ts';

const words = register.my;

export interface AskShown {
  /** Where the answer goes. */
  readonly at: string;
  readonly asked: string;
  readonly until: string;
  readonly answer: 'agreed' | 'refused' | undefined;
  /** Set where agreeing would put two names side by side. */
  readonly namesTwo?: boolean | undefined;
}

export interface MyRegisterPageProps {
  readonly frame: Frame;
  readonly news: string | undefined;
  readonly shown: string;
  readonly place: string;
  readonly places: readonly { readonly value: string; readonly label: string }[];
  readonly asks: readonly AskShown[];
  readonly mistakes: readonly FieldMistake[];
}

export function MyRegisterPage(props: MyRegisterPageProps): ReactElement {
  const { frame, news, mistakes, asks } = props;
  const choices = (['number', 'name', 'link'] as const).map((value) => ({
    ...{ value, ...words.choices[value] },
  }));
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
      <p className="lead">{words.lead}</p>
      <PostForm frame={frame} action="/my/register">
        <RadioGroup
          name="shown"
          label={words.shown}
          choices={choices}
          value={props.shown}
          error={errorFor(mistakes, 'shown')}
        />
        <Select
          name="place"
          label={words.place}
          hint={words.placeHint}
          options={props.places}
          value={props.place}
          optional
          error={errorFor(mistakes, 'place')}
        />
        <Buttons>
          <Button label={words.save} />
        </Buttons>
      </PostForm>
      <h2>{words.asks}</h2>
      <p>{asks.length === 0 ? words.asksNone : words.asksText}</p>
      {asks.map((ask) => (
        <section key={ask.at} aria-label={ask.asked}>
          <h3>{ask.asked}</h3>
          <p>
            {ask.answer === undefined ? null : `${words[ask.answer]} `}
            {ask.until}
          </p>
          {ask.namesTwo === true ? <p>{words.namesTwo}</p> : null}
          <PostForm frame={frame} action={ask.at}>
            <Buttons>
              {ask.answer === 'agreed' ? null : (
                <Button label={words.agree} name="answer" value="agreed" heardAlso={ask.asked} />
              )}
              {ask.answer === 'refused' ? null : (
                <Button
                  label={words.refuse}
                  look="secondary"
                  name="answer"
                  value="refused"
                  heardAlso={ask.asked}
                />
              )}
            </Buttons>
          </PostForm>
        </section>
      ))}
    </PageFrame>
  );
}
