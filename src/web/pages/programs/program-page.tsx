/** `/programs/:program`: everything its owner has published, each value with how sure it is, and the way to apply. */
import type { ReactElement, ReactNode } from 'react';
import { LinkButton } from '../../parts/link-button/link-button.tsx';
import { Notice } from '../../parts/notice/notice.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { en } from '../../words/en.ts';
import { BeforeDecision } from '../appeals/before-decision.tsx';
import { PathwayTree } from './pathway-tree.tsx';
import type { ProgramView } from './program-model.ts';
import { DatesSection, ExamSection, FactsSection, FeesSection } from './program-sections.tsx';

const words = en.programs;

export interface ProgramPageProps {
  readonly frame: Frame;
  readonly program: ProgramView;
}

export function ProgramPage({ frame, program }: ProgramPageProps): ReactElement {
  const sections = [
    ['eligibility', words.eligibility.title],
    ['dates', words.dates.title],
    ['fees', words.fees.title],
    ['exam', words.exam.title],
    ['retake', words.retake.title],
    ['renewal', words.renewal.title],
    ['appeals', en.appeals.title],
    ['code', words.code.title],
    ['sources', words.sources.title],
  ] as const;
  return (
    <PageFrame
      frame={frame}
      title={program.name}
      trail={{ above: [{ href: '/programs', label: words.title }] }}
    >
      <h1>{program.name}</h1>
      <p className="lead">
        {`${program.designation}. ${words.runBy(program.body)}. ${words.inForce(program.inForce)}.`}
      </p>
      <Notice title={words.mark}>
        <p>{program.notice}</p>
      </Notice>
      <p>
        <strong>{program.window}</strong>
      </p>
      {program.applyAt === null ? (
        <p>{words.notIssued}</p>
      ) : (
        <p>
          <LinkButton href={program.applyAt} label={words.apply} />
        </p>
      )}
      <nav aria-label={words.contents} className="contents">
        <ul>
          {sections.map(([id, title]) => (
            <li key={id}>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
        </ul>
      </nav>
      <p className="soft small">{words.remarksMeaning}</p>
      <Section id="eligibility" title={words.eligibility.title}>
        <PathwayTree pathway={program.pathway} />
        <p>{words.eligibility.decides}</p>
      </Section>
      <Section id="dates" title={words.dates.title}>
        <DatesSection dates={program.dates} />
      </Section>
      <Section id="fees" title={words.fees.title}>
        <FeesSection fees={program.fees} />
      </Section>
      <Section id="exam" title={words.exam.title}>
        <ExamSection exam={program.exam} />
      </Section>
      <Section id="retake" title={words.retake.title}>
        <FactsSection facts={program.retake} />
      </Section>
      <Section id="renewal" title={words.renewal.title}>
        <FactsSection facts={program.renewal} />
      </Section>
      <Section id="appeals" title={en.appeals.title}>
        <BeforeDecision decision="open" />
      </Section>
      <Section id="code" title={words.code.title}>
        <FactsSection facts={program.code} />
        <p>
          <a href={`/programs/${program.id}/code`}>{words.code.read}</a>
        </p>
      </Section>
      <Section id="sources" title={words.sources.title}>
        <p>{words.sources.text}</p>
        <ul className="sources small">
          {program.sources.map((source) => (
            <li key={source.name}>
              <a href={source.address}>{source.address}</a>
              <span className="soft">{` ${words.sources.whose[source.whose]}`}</span>
            </li>
          ))}
        </ul>
      </Section>
    </PageFrame>
  );
}

function Section(props: {
  readonly id: string;
  readonly title: string;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <section aria-labelledby={props.id}>
      <h2 id={props.id}>{props.title}</h2>
      {props.children}
    </section>
  );
}
