/** `/desk/second-looks/:nomination/:against`: one appeal with all that was said, and every ground to answer. */
import type { ReactElement } from 'react';
import type { SecondLookGround } from '../../../casework/opening/second-look.ts';
import { inWords } from '../../../kernel/dates/civil-date.ts';
import type { SeatAppealToHear } from '../../../workflow/ports/seat-records.ts';
import { Button } from '../../parts/button/button.tsx';
import { DescriptionList } from '../../parts/description-list/description-list.tsx';
import { ErrorSummary } from '../../parts/error-summary/error-summary.tsx';
import { errorFor, type FieldMistake } from '../../parts/field/field.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { PostForm } from '../../parts/post-form/post-form.tsx';
import { RadioGroup } from '../../parts/radio-group/radio-group.tsx';
import { TextArea } from '../../parts/text-area/text-area.tsx';
import { openings } from '../../words/openings.ts';
import { secondLook } from '../../words/second-look.ts';
import { PromisedDate } from '../queue/promised-date.tsx';

const words = secondLook.desk;

export interface SecondLookPageProps {
  readonly frame: Frame;
  readonly appeal: SeatAppealToHear;
  readonly title: string;
  readonly criteria: readonly string[];
  readonly daysLate: number;
  readonly typed: (field: string) => string;
  readonly mistakes: readonly FieldMistake[];
}

export function SecondLookPage(props: SecondLookPageProps): ReactElement {
  const { frame, appeal, title, mistakes } = props;
  return (
    <PageFrame
      frame={frame}
      title={`${words.title}: ${appeal.label}`}
      mistakes={mistakes.length}
      trail={{ above: [{ href: '/desk/second-looks', label: words.title }] }}
      unlisted
    >
      <ErrorSummary mistakes={mistakes} />
      <h1>{`${appeal.label}: ${words.against[appeal.against]}`}</h1>
      <p className="lead" dir="auto">
        {title}
      </p>
      <Facts {...props} />
      {appeal.answer === undefined ? <AnswerForm {...props} /> : <Answered appeal={appeal} />}
    </PageFrame>
  );
}

const text = (content: string): ReactElement => (
  <div className="typed-text" dir="auto">
    {content}
  </div>
);

const pairs = (values: Readonly<Record<string, string>>): string =>
  Object.entries(values)
    .map(([category, value]) => `${category}: ${value}`)
    .join(', ');

function Facts({ appeal, criteria, daysLate }: SecondLookPageProps): ReactElement {
  const { stated, verified } = appeal;
  return (
    <DescriptionList
      items={[
        ...(appeal.answer === undefined
          ? [
              {
                term: openings.one.answerBy,
                value: <PromisedDate promised={inWords(appeal.promisedBy)} daysLate={daysLate} />,
              },
            ]
          : []),
        { term: words.reason, value: text(appeal.reason) },
        { term: words.words, value: text(appeal.words) },
        ...criteria.flatMap((criterion, place) => {
          const said = appeal.statement[place];
          return said === undefined ? [] : [{ term: criterion, value: text(said) }];
        }),
        ...appeal.readings.map(({ scores, note }, place) => ({
          term: words.reading(place + 1),
          value: (
            <>
              <p>{words.points(scores.join(', '))}</p>
              {text(note)}
            </>
          ),
        })),
        ...(Object.keys(stated).length === 0 ? [] : [{ term: words.states, value: pairs(stated) }]),
        ...(Object.keys(verified).length === 0
          ? []
          : [{ term: words.verified, value: pairs(verified) }]),
        { term: openings.desk.conflicts, value: text(appeal.conflicts) },
      ]}
    />
  );
}

const titleOf = (ground: string): string =>
  secondLook.grounds[ground as SecondLookGround]?.title ?? ground;

function AnswerForm({ frame, appeal, typed, mistakes }: SecondLookPageProps): ReactElement {
  return (
    <>
      <h2>{words.answerTitle}</h2>
      <p>{words.answerLead}</p>
      <PostForm
        frame={frame}
        action={`/desk/second-looks/${appeal.nomination}/${appeal.against}`}
        name={words.answerTitle}
      >
        {appeal.grounds.map((ground) => (
          <div key={ground}>
            <RadioGroup
              name={`found-${ground}`}
              label={words.isFound(titleOf(ground))}
              value={typed(`found-${ground}`)}
              error={errorFor(mistakes, `found-${ground}`)}
              choices={[
                { value: 'yes', label: words.yes },
                { value: 'no', label: words.no },
              ]}
              inline
            />
            <TextArea
              name={`reason-${ground}`}
              label={words.why(titleOf(ground))}
              value={typed(`reason-${ground}`)}
              rows={4}
              error={errorFor(mistakes, `reason-${ground}`)}
            />
          </div>
        ))}
        <Button label={words.send} />
      </PostForm>
    </>
  );
}

function Answered({ appeal }: { readonly appeal: SeatAppealToHear }): ReactElement {
  const { answer } = appeal;
  return (
    <>
      <h2>{answer?.upheld === true ? words.upheld : words.notUpheld}</h2>
      <DescriptionList
        items={Object.entries(answer?.findings ?? {}).map(([ground, { found, reason }]) => ({
          term: titleOf(ground),
          value: (
            <>
              <p>{found ? words.yes : words.no}</p>
              {text(reason)}
            </>
          ),
        }))}
      />
    </>
  );
}
