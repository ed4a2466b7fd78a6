/**
 * `/desk/complaints/open`: a complaint is opened from a concern, or by the body itself, or joins another. One form: looking
 * people and provisions up sends it too, and keeps everything that was typed.
 */
import type { ReactElement } from 'react';
import { Button } from '../../parts/button/button.tsx';
import { Buttons } from '../../parts/button/buttons.tsx';
import { CheckboxGroup } from '../../parts/checkbox-group/checkbox-group.tsx';
import { DescriptionList } from '../../parts/description-list/description-list.tsx';
import { ErrorSummary } from '../../parts/error-summary/error-summary.tsx';
import { errorFor } from '../../parts/field/field.tsx';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { PostForm } from '../../parts/post-form/post-form.tsx';
import { RadioGroup } from '../../parts/radio-group/radio-group.tsx';
import { Select } from '../../parts/select/select.tsx';
import { complaints, opening as words } from '../../words/complaints.ts';
import { AboutWhom } from './about-whom.tsx';
import { AllegationBlock } from './allegation-block.tsx';
import type { OpeningPageProps } from './opening-view.ts';
import { SameEvents } from './same-events.tsx';

export function OpeningPage(props: OpeningPageProps): ReactElement {
  const { frame, concern, mistakes, blocks } = props;
  return (
    <PageFrame
      frame={frame}
      title={words.title}
      mistakes={mistakes.length}
      trail={{ above: [{ href: '/desk/complaints', label: complaints.title }] }}
      unlisted
    >
      <ErrorSummary mistakes={mistakes} />
      <h1 id="open">{words.title}</h1>
      <p className="lead">
        {concern === undefined ? (
          words.ofTheBody
        ) : (
          <a href={`/desk/concerns/${concern.id}`}>{words.fromConcern(concern.label)}</a>
        )}
      </p>
      <p>{words.intro}</p>
      <Taken concern={concern} />
      <PostForm
        frame={frame}
        action="/desk/complaints/open"
        hidden={{
          ...(concern === undefined ? {} : { concern: concern.id }),
          blocks: String(blocks.length),
        }}
      >
        {props.choosesAbout ? (
          <RadioGroup
            name="about"
            label={words.aboutWhom}
            inline
            choices={[
              { value: 'person', label: complaints.abouts.person },
              { value: 'body', label: complaints.abouts.body },
            ]}
            value={props.about}
          />
        ) : (
          <input type="hidden" name="about" value={props.about} />
        )}
        <RadioGroup
          name="program"
          label={words.program}
          choices={props.programs}
          value={props.program}
          error={errorFor(mistakes, 'program')}
        />
        <AboutWhom {...props} />
        <h2>{words.allegations}</h2>
        {blocks.map((block, place) => (
          <AllegationBlock
            key={block.name}
            block={block}
            place={place + 1}
            about={props.about}
            mistakes={mistakes}
          />
        ))}
        <Buttons>
          <Button label={words.look} name="step" value="look" look="secondary" />
          {props.mayAddBlock ? (
            <Button label={words.more} name="step" value="more" look="link" />
          ) : null}
        </Buttons>
        {concern === undefined ? <Counted {...props} /> : null}
        <SameEvents {...props} />
        <Buttons>
          <Button label={words.open} name="step" value="open" />
        </Buttons>
      </PostForm>
    </PageFrame>
  );
}

function Taken({ concern }: Pick<OpeningPageProps, 'concern'>): ReactElement | null {
  return concern === undefined ? null : (
    <section aria-labelledby="taken">
      <h2 id="taken">{words.taken}</h2>
      <DescriptionList
        items={[
          {
            term: words.takenFields.appears,
            value: `${concern.appears}. ${words.appearsText}`,
          },
          ...concern.taken.map(({ term, value }) => ({
            term,
            value: <bdi>{value}</bdi>,
          })),
          {
            term: words.takenFields.account,
            value: (
              <div className="typed-text" dir="auto">
                {concern.account}
              </div>
            ),
          },
        ]}
      />
    </section>
  );
}

function Counted({ grounds, settings, mistakes }: OpeningPageProps): ReactElement {
  return (
    <>
      <CheckboxGroup
        name="grounds"
        label={words.takenFields.grounds}
        choices={grounds.choices}
        values={grounds.values}
        optional
      />
      <Select
        name="setting"
        label={words.takenFields.setting}
        options={settings.choices}
        value={settings.value}
        optional
        error={errorFor(mistakes, 'setting')}
      />
    </>
  );
}
