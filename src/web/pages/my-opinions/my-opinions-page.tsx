/** `/my/opinions`: what one person asked about the code, until when an answer is promised, and where it can be read. */
import type { ReactElement } from 'react';
import { DescriptionList } from '../../parts/description-list/description-list.tsx';
import { LinkButton } from '../../parts/link-button/link-button.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { opinions } from '../../words/opinions.ts';
import { PromisedDate } from '../queue/promised-date.tsx';

const words = opinions.my;

export interface MyQuestion {
  readonly label: string;
  readonly program: string;
  readonly asked: string;
  readonly words: string;
  readonly provision: string | undefined;
  readonly promised: string;
  readonly daysLate: number;
  readonly standing: keyof typeof words.states;
  /** Where the opinion can be read; undefined while there is none. */
  readonly href: string | undefined;
  /** Why there is no opinion. */
  readonly declined: string | undefined;
}

export interface MyOpinionsPageProps {
  readonly frame: Frame;
  readonly questions: readonly MyQuestion[];
}

export function MyOpinionsPage({ frame, questions }: MyOpinionsPageProps): ReactElement {
  return (
    <PageFrame frame={frame} title={words.title} unlisted>
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      <p>
        <LinkButton href="/my/opinions/ask" label={words.askAnother} />
      </p>
      {questions.length === 0 ? <p>{words.none}</p> : null}
      {questions.map((question) => (
        <Question key={question.label} question={question} />
      ))}
    </PageFrame>
  );
}

function Question({ question }: { readonly question: MyQuestion }): ReactElement {
  const { label, standing, href, declined, daysLate } = question;
  return (
    <section className="opinion-line" aria-labelledby={label}>
      <h2 id={label}>{label}</h2>
      {href === undefined ? null : (
        <p>
          <a href={href}>{opinions.my.read(label)}</a>
        </p>
      )}
      <DescriptionList
        items={[
          { term: words.stands, value: words.states[standing] },
          ...(standing === 'waiting'
            ? [
                {
                  term: words.promised,
                  value: (
                    <>
                      <PromisedDate promised={question.promised} daysLate={daysLate} />
                      {daysLate > 0 ? <p>{words.late}</p> : null}
                    </>
                  ),
                },
              ]
            : []),
          ...(declined === undefined
            ? []
            : [{ term: words.why, value: <p dir="auto">{declined}</p> }]),
          {
            term: words.question,
            value: (
              <div className="typed-text" dir="auto">
                {question.words}
              </div>
            ),
          },
          { term: words.program, value: `${question.program}. ${words.asked(question.asked)}.` },
          { term: words.provision, value: question.provision ?? words.notKnown },
        ]}
      />
    </section>
  );
}
