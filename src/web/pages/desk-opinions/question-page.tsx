/** `/desk/opinions/:question`: the question, the draft, and what this person may do with them now. */
import type { ReactElement } from 'react';
import type { Standing } from '../../../casework/opinion/opinion.ts';
import { DescriptionList } from '../../parts/description-list/description-list.tsx';
import { ErrorSummary } from '../../parts/error-summary/error-summary.tsx';
import { Notice } from '../../parts/notice/notice.tsx';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { opinions } from '../../words/opinions.ts';
import { PromisedDate } from '../queue/promised-date.tsx';
import { DeclineForm, DraftForm, EndForm, SignForm } from './question-forms.tsx';
import type { QuestionPageProps } from './question-view.ts';

const words = opinions.desk;

export function QuestionPage(props: QuestionPageProps): ReactElement {
  const { frame, question, standing, mistakes, news, href } = props;
  return (
    <PageFrame
      frame={frame}
      title={`${words.title}: ${question.label}`}
      mistakes={mistakes.length}
      trail={{ above: [{ href: '/desk/opinions', label: words.title }] }}
      unlisted
    >
      <ErrorSummary mistakes={mistakes} />
      <h1>{question.label}</h1>
      {news === undefined ? null : (
        <Notice news>
          <p>{news}</p>
        </Notice>
      )}
      <DescriptionList
        items={[
          { term: words.columns.stands, value: words.standings[standing] },
          {
            term: opinions.my.promised,
            value: <PromisedDate promised={question.promised} daysLate={question.daysLate} />,
          },
          {
            term: words.columns.program,
            value: `${question.program}. ${opinions.my.asked(question.asked)}.`,
          },
          { term: words.provision, value: question.provision ?? opinions.my.notKnown },
          {
            term: words.question,
            value: (
              <div className="typed-text" dir="auto">
                {question.words}
              </div>
            ),
          },
        ]}
      />
      {href === undefined ? null : (
        <p>
          <a href={href}>{words.read}</a>
        </p>
      )}
      <Reason {...props} />
      <Draft {...props} />
      {props.signing === undefined ? null : <SignForm {...props} />}
      {props.drafting === undefined ? null : <DraftForm {...props} drafting={props.drafting} />}
      {props.drafting?.mayDecline === true ? (
        <DeclineForm {...props} why={props.drafting.declineWhy} />
      ) : null}
      {props.ending === undefined ? null : <EndForm {...props} ending={props.ending} />}
    </PageFrame>
  );
}

const reasonTitles: Partial<Record<Standing, string>> = {
  returned: words.returned,
  declined: words.declined,
  withdrawn: words.ended,
  superseded: words.ended,
};

function Reason({ standing, reason }: QuestionPageProps): ReactElement | null {
  const title = reasonTitles[standing];
  return reason === undefined || title === undefined ? null : (
    <Notice title={title}>
      <p className="typed-text" dir="auto">
        {reason}
      </p>
    </Notice>
  );
}

function Draft({ draft }: QuestionPageProps): ReactElement | null {
  return draft === undefined ? null : (
    <section aria-labelledby="draft" className="opinion-draft">
      <h2 id="draft" dir="auto">
        {draft.title}
      </h2>
      <h3>{opinions.situation}</h3>
      <p className="typed-text" dir="auto">
        {draft.situation}
      </p>
      <h3>{opinions.answer}</h3>
      <p className="typed-text" dir="auto">
        {draft.answer}
      </p>
      <p className="soft small">{`${opinions.cites} ${draft.cites}.`}</p>
    </section>
  );
}
