/** `/demonstration`: one press signs in as any of the invented people. Each is a form of its own. */
import type { ReactElement } from 'react';
import { Button } from '../../parts/button/button.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { PostForm } from '../../parts/post-form/post-form.tsx';
import { en } from '../../words/en.ts';

const words = en.demonstration;

export interface DemonstrationPerson {
  /** Sent as `person`. */
  readonly id: string;
  readonly name: string;
  /** "Reviewer", "Candidate whose exam is open". */
  readonly part: string;
  /** What this person can see and do, in a sentence or two. */
  readonly sees: string;
}

export interface DemonstrationPageProps {
  readonly frame: Frame;
  readonly people: readonly DemonstrationPerson[];
}

export function DemonstrationPage({ frame, people }: DemonstrationPageProps): ReactElement {
  return (
    <PageFrame frame={frame} title={words.title} unlisted>
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      <ul className="people">
        {people.map((person) => (
          <li key={person.id}>
            <div>
              <h2>{person.part}</h2>
              <p>
                <bdi className="person-name">{person.name}</bdi>
              </p>
              <p>{person.sees}</p>
            </div>
            <PostForm
              frame={frame}
              action="/demonstration/enter"
              hidden={{ person: person.id }}
              name={words.enterAs(person.name)}
            >
              <Button label={words.enterAs(person.name)} look="secondary" />
            </PostForm>
          </li>
        ))}
      </ul>
      <p>
        <a href="/demonstration/inbox">{words.inbox}</a>
      </p>
      <p>{words.planted}</p>
    </PageFrame>
  );
}
