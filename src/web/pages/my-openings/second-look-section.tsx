/** On one's own nomination: asking for a second look, and what became of it. */
import type { ReactElement } from 'react';
import {
  type Against,
  SECOND_LOOK_GROUNDS,
  type SecondLookGround,
} from '../../../casework/opening/second-look.ts';
import { Button } from '../../parts/button/button.tsx';
import { CheckboxGroup } from '../../parts/checkbox-group/checkbox-group.tsx';
import { DescriptionList } from '../../parts/description-list/description-list.tsx';
import { errorFor, type FieldMistake } from '../../parts/field/field.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PostForm } from '../../parts/post-form/post-form.tsx';
import { TextArea } from '../../parts/text-area/text-area.tsx';
import { secondLook as words } from '../../words/second-look.ts';

export interface SecondLookShown {
  /** What can be looked at again now, and until when, in words. */
  readonly offered: { readonly against: Against; readonly until: string } | undefined;
  readonly asked: readonly {
    readonly against: Against;
    readonly promised: string;
    readonly words: string;
    readonly answer:
      | {
          readonly upheld: boolean;
          readonly findings: Readonly<
            Record<string, { readonly found: boolean; readonly reason: string }>
          >;
        }
      | undefined;
  }[];
}

export interface TypedOfSeats {
  readonly one: (field: string) => string;
  readonly many: (field: string) => readonly string[];
  readonly mistakes: readonly FieldMistake[];
}

export function SecondLookSection(props: {
  readonly frame: Frame;
  readonly nomination: string;
  readonly title: string;
  readonly secondLook: SecondLookShown;
  readonly typed: TypedOfSeats;
}): ReactElement {
  const { frame, nomination, secondLook, typed } = props;
  const { offered } = secondLook;
  const [grounds, text] = [`grounds-${nomination}`, `words-${nomination}`];
  return (
    <>
      {secondLook.asked.map((one) => (
        <Asked key={one.against} asked={one} />
      ))}
      {offered === undefined ? null : (
        <>
          <h3>{words.title}</h3>
          <p>{words.lead(offered.until)}</p>
          <PostForm
            frame={frame}
            action={`/my/openings/${nomination}/appeal`}
            hidden={{ against: offered.against }}
            name={`${words.title}: ${props.title}`}
          >
            <CheckboxGroup
              name={grounds}
              label={words.choose}
              values={typed.many(grounds)}
              error={errorFor(typed.mistakes, grounds)}
              choices={SECOND_LOOK_GROUNDS[offered.against].map((value) => ({
                value,
                label: words.grounds[value].title,
                hint: words.grounds[value].rule,
              }))}
            />
            <TextArea
              name={text}
              label={words.words}
              value={typed.one(text)}
              rows={5}
              error={errorFor(typed.mistakes, text)}
            />
            <Button label={words.send} look="secondary" />
          </PostForm>
        </>
      )}
    </>
  );
}

function Asked({ asked }: { readonly asked: SecondLookShown['asked'][number] }): ReactElement {
  const { answer } = asked;
  const own = (
    <p className="typed-text" dir="auto">
      {asked.words}
    </p>
  );
  return (
    <>
      <h3>{answer === undefined ? words.asked : answer.upheld ? words.upheld : words.notUpheld}</h3>
      <p>
        {`${words.titles[asked.against]}. ${answer === undefined ? words.promised(asked.promised) : ''}`}
      </p>
      {answer === undefined ? (
        own
      ) : (
        <DescriptionList
          items={[
            { term: words.words, value: own },
            ...Object.entries(answer.findings).map(([ground, { found, reason }]) => ({
              term: words.grounds[ground as SecondLookGround]?.title ?? ground,
              value: (
                <>
                  <p>{found ? words.found : words.notFound}</p>
                  <p className="typed-text" dir="auto">
                    {reason}
                  </p>
                </>
              ),
            })),
          ]}
        />
      )}
    </>
  );
}
