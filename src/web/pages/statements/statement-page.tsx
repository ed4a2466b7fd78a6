/** `/accessibility` and `/privacy`: what the site says about itself, in lists of plain sentences. */
import type { ReactElement } from 'react';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { en } from '../../words/en.ts';

const words = en.statements;

interface StatementProps {
  readonly frame: Frame;
}

export function AccessibilityPage({ frame }: StatementProps): ReactElement {
  const { title, lead, sections, help, helpLink, accommodation } = words.accessibility;
  return (
    <PageFrame frame={frame} title={title}>
      <h1>{title}</h1>
      <p className="lead">{lead}</p>
      <Sections sections={sections} />
      <h2>{helpLink}</h2>
      <p>{help}</p>
      <p>
        <a href="/concern">{helpLink}</a>
      </p>
      <p>{accommodation}</p>
    </PageFrame>
  );
}

export function PrivacyPage({ frame }: StatementProps): ReactElement {
  const { title, lead, sections, question, questionLink } = words.privacy;
  return (
    <PageFrame frame={frame} title={title}>
      <h1>{title}</h1>
      <p className="lead">{lead}</p>
      <Sections sections={sections} />
      <p>
        {`${question} `}
        <a href="/concern">{questionLink}</a>.
      </p>
    </PageFrame>
  );
}

function Sections(props: {
  readonly sections: readonly { readonly title: string; readonly items: readonly string[] }[];
}): ReactElement {
  return (
    <>
      {props.sections.map(({ title, items }) => (
        <section key={title}>
          <h2>{title}</h2>
          <ul>
            {items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
