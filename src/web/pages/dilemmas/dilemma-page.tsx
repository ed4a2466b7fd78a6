/**
 * `/programs/:program/dilemmas/:case`: a situation, ways to act, and, once one is chosen, what the code says to each of
 * them. It works without a script; nothing is scored.
 */
import type { ReactElement } from 'react';
import type { Dilemma, DilemmaOption } from '../../../program/conduct/dilemma.ts';
import { Button } from '../../parts/button/button.tsx';
import { Buttons } from '../../parts/button/buttons.tsx';
import { ErrorSummary } from '../../parts/error-summary/error-summary.tsx';
import { errorFor, type FieldMistake } from '../../parts/field/field.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { PostForm } from '../../parts/post-form/post-form.tsx';
import { RadioGroup } from '../../parts/radio-group/radio-group.tsx';
import { StatusTag } from '../../parts/status-tag/status-tag.tsx';
import { dilemmas as words } from '../../words/dilemmas.ts';
import { placesAbove } from '../opinions/opinions-page.tsx';

export interface DilemmaPageProps {
  readonly frame: Frame;
  readonly program: { readonly id: string; readonly name: string; readonly notice: string };
  readonly dilemma: Dilemma;
  /** "2026" of "navigator-code/2026". */
  readonly version: string;
  /** Titles of the provisions it speaks of, by number. */
  readonly titles: ReadonlyMap<string, string>;
  /** The id of the way that was chosen; undefined before. */
  readonly chosen: string | undefined;
  readonly mistakes: readonly FieldMistake[];
}

export function DilemmaPage(props: DilemmaPageProps): ReactElement {
  const { frame, program, dilemma, chosen, mistakes, version } = props;
  const list = `/programs/${program.id}/dilemmas`;
  return (
    <PageFrame
      frame={frame}
      title={`${dilemma.title}: ${words.title}`}
      mistakes={mistakes.length}
      trail={{ above: [...placesAbove(program), { href: list, label: words.title }] }}
    >
      <ErrorSummary mistakes={mistakes} />
      <h1>{dilemma.title}</h1>
      <h2>{words.situation}</h2>
      {dilemma.situation.split('\n\n').map((paragraph) => (
        <p key={paragraph} dir="auto">
          {paragraph}
        </p>
      ))}
      {chosen === undefined ? <Choose {...props} /> : <Says {...props} chosen={chosen} />}
      <p>
        <a href={list}>{words.another}</a>
      </p>
      <p className="soft small">
        {`${words.versionOf(version)} ${words.invented} ${program.notice}`}
      </p>
    </PageFrame>
  );
}

function Choose({ frame, program, dilemma, mistakes }: DilemmaPageProps): ReactElement {
  return (
    <PostForm frame={frame} action={`/programs/${program.id}/dilemmas/${dilemma.slug}`}>
      <RadioGroup
        name="way"
        label={words.question}
        hint={frame.viewer === null ? words.noScore : words.keptForYou}
        choices={dilemma.options.map(({ id, text }) => ({ value: id, label: text }))}
        error={errorFor(mistakes, 'way')}
      />
      <Buttons>
        <Button label={words.choose} />
      </Buttons>
    </PostForm>
  );
}

function Says(props: DilemmaPageProps & { readonly chosen: string }): ReactElement {
  const { program, dilemma, chosen } = props;
  return (
    <section aria-labelledby="says" className="dilemma-says">
      <h2 id="says">{words.saysTitle}</h2>
      <ol className="dilemma-ways">
        {dilemma.options.map((option, place) => (
          <li key={option.id}>
            <h3>{words.way(place + 1)}</h3>
            {option.id === chosen ? (
              <p>
                <StatusTag tone="working" label={words.yours} />
              </p>
            ) : null}
            <p className="dilemma-way" dir="auto">
              {option.text}
            </p>
            <p className="typed-text" dir="auto">
              {option.says}
            </p>
            <p className="small">
              {`${words.restsOn} `}
              <Provisions {...props} option={option} />
            </p>
          </li>
        ))}
      </ol>
      <p>
        <a href={`/programs/${program.id}/dilemmas/${dilemma.slug}`}>{words.think}</a>
      </p>
    </section>
  );
}

function Provisions(props: DilemmaPageProps & { readonly option: DilemmaOption }): ReactElement {
  const { program, version, titles, option } = props;
  return (
    <>
      {option.provisions.map((number, place) => (
        <span key={number}>
          <a href={`/programs/${program.id}/code?version=${version}#${number}`}>
            {`${number} ${titles.get(number) ?? ''}`.trim()}
          </a>
          {place === option.provisions.length - 1 ? '.' : ', '}
        </span>
      ))}
    </>
  );
}
