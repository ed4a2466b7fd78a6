/** `/desk/openings/new`: an opening is written and published. */
import type { ReactElement } from 'react';
import { BODY_KINDS } from '../../../casework/opening/opening-form.ts';
import { Button } from '../../parts/button/button.tsx';
import { DateField, type TypedDate } from '../../parts/date-field/date-field.tsx';
import { ErrorSummary } from '../../parts/error-summary/error-summary.tsx';
import { errorFor, type FieldMistake } from '../../parts/field/field.tsx';
import { NumberField } from '../../parts/number-field/number-field.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { PostForm } from '../../parts/post-form/post-form.tsx';
import { RadioGroup } from '../../parts/radio-group/radio-group.tsx';
import { Select } from '../../parts/select/select.tsx';
import { TextArea } from '../../parts/text-area/text-area.tsx';
import { TextField } from '../../parts/text-field/text-field.tsx';
import { openings } from '../../words/openings.ts';
import { recognitions } from '../../words/recognitions.ts';

const words = openings.desk;

export interface PublishPageProps {
  readonly frame: Frame;
  /** Whether something is recognized; else seats are filled. */
  readonly recognition: boolean;
  readonly bodies: readonly { readonly value: string; readonly label: string }[];
  readonly programs: readonly { readonly value: string; readonly label: string }[];
  readonly typed: (field: string) => string;
  readonly typedDate: (field: string) => TypedDate;
  readonly mistakes: readonly FieldMistake[];
}

export function PublishPage(props: PublishPageProps): ReactElement {
  const { frame, mistakes, recognition } = props;
  const title = recognition ? recognitions.desk.publish : words.publishTitle;
  return (
    <PageFrame
      frame={frame}
      title={title}
      mistakes={mistakes.length}
      trail={{ above: [{ href: '/desk/openings', label: words.title }] }}
      unlisted
    >
      <ErrorSummary mistakes={mistakes} />
      <h1>{title}</h1>
      <p className="lead">{words.publishLead}</p>
      <PostForm
        frame={frame}
        action="/desk/openings/new"
        hidden={{ purpose: recognition ? 'recognition' : 'seat' }}
      >
        <About {...props} />
        {recognition ? null : <SeatTerms {...props} />}
        <Days {...props} />
        {recognition ? null : (
          <>
            <Draw {...props} />
            <Body {...props} />
          </>
        )}
        <Button label={title} />
      </PostForm>
    </PageFrame>
  );
}

const choicesIn = <Value extends string>(
  labels: Readonly<Record<Value, string>>,
): { value: string; label: string }[] =>
  Object.entries<string>(labels).map(([value, label]) => ({ value, label }));

function About({ typed, mistakes, programs, recognition }: PublishPageProps): ReactElement {
  const field = (name: string) => ({ name, value: typed(name), error: errorFor(mistakes, name) });
  return (
    <>
      {recognition ? (
        <RadioGroup
          {...field('recognition')}
          label={recognitions.desk.kind}
          choices={choicesIn(recognitions.kinds)}
        />
      ) : null}
      <TextField {...field('title')} label={words.openingTitle} />
      <NumberField
        {...field('seats')}
        label={recognition ? recognitions.desk.most : words.seatsOpen}
      />
      <Select
        {...field('program')}
        label={words.program}
        options={programs}
        empty={openings.nominate.choose}
      />
      <TextArea {...field('duties')} label={words.duties} rows={4} />
      <TextArea {...field('criteria')} label={words.criteria} hint={words.criteriaHint} rows={4} />
    </>
  );
}

function SeatTerms({ typed, mistakes }: PublishPageProps): ReactElement {
  const field = (name: string) => ({ name, value: typed(name), error: errorFor(mistakes, name) });
  return (
    <>
      <RadioGroup {...field('how')} label={words.how} choices={choicesIn(words.howChoices)} />
      <RadioGroup
        {...field('open-to')}
        label={words.openTo}
        choices={choicesIn(words.openToChoices)}
      />
      <TextField {...field('hours')} label={words.hours} />
      <TextField {...field('pay')} label={words.pay} />
      <TextArea {...field('meetings')} label={words.meetings} rows={3} />
    </>
  );
}

function Days({ typedDate, mistakes, recognition }: PublishPageProps): ReactElement {
  const field = (name: string) => ({
    name,
    value: typedDate(name),
    error: errorFor(mistakes, name),
  });
  return (
    <>
      <DateField {...field('closes')} label={words.closes} />
      <DateField {...field('answer-by')} label={words.answerBy} />
      {recognition ? null : <DateField {...field('term-from')} label={words.termFrom} />}
    </>
  );
}

function Draw({ typed, typedDate, mistakes }: PublishPageProps): ReactElement {
  const field = (name: string) => ({ name, value: typed(name), error: errorFor(mistakes, name) });
  return (
    <>
      <h2>{words.drawTitle}</h2>
      <TextField
        {...field('random-source')}
        label={words.randomSource}
        hint={words.randomSourceHint}
        optional
      />
      <DateField
        name="random-on"
        value={typedDate('random-on')}
        error={errorFor(mistakes, 'random-on')}
        label={words.randomOn}
        optional
      />
      <TextArea
        {...field('quotas')}
        label={words.quotas}
        hint={words.quotasHint}
        rows={8}
        optional
      />
      <TextArea {...field('legal-basis')} label={words.legalBasis} rows={2} optional />
    </>
  );
}

function Body({ typed, mistakes, bodies }: PublishPageProps): ReactElement {
  const field = (name: string) => ({ name, value: typed(name), error: errorFor(mistakes, name) });
  return (
    <>
      <Select
        {...field('body')}
        label={words.body}
        options={bodies}
        empty={words.newBody}
        optional="unsaid"
      />
      <h2>{words.bodyTitle}</h2>
      <TextField {...field('body-name')} label={words.bodyName} optional />
      <Select
        {...field('body-kind')}
        label={words.bodyKind}
        options={BODY_KINDS.map((value) => ({ value, label: openings.kinds[value] }))}
        empty={openings.nominate.choose}
        optional
      />
      <NumberField {...field('body-seats')} label={words.bodySeats} optional />
      <NumberField {...field('term-months')} label={words.termMonths} optional />
      <NumberField {...field('most-terms')} label={words.mostTerms} optional />
      <NumberField {...field('public-members')} label={words.publicMembers} optional />
    </>
  );
}
