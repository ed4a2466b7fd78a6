/** `/desk/bodies/:body`: a director records who was elected chair, or that the chair was given up. */
import type { ReactElement } from 'react';
import { inWordsShort } from '../../../kernel/dates/civil-date.ts';
import type { BodyShown } from '../../../workflow/opening/bodies.ts';
import type { MemberByLabel } from '../../../workflow/ports/seat-records.ts';
import { Button } from '../../parts/button/button.tsx';
import { DateField, type TypedDate } from '../../parts/date-field/date-field.tsx';
import { ErrorSummary } from '../../parts/error-summary/error-summary.tsx';
import { errorFor, type FieldMistake } from '../../parts/field/field.tsx';
import { Notice } from '../../parts/notice/notice.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { PostForm } from '../../parts/post-form/post-form.tsx';
import { Select } from '../../parts/select/select.tsx';
import { TextArea } from '../../parts/text-area/text-area.tsx';
import { TextField } from '../../parts/text-field/text-field.tsx';
import { bodies } from '../../words/bodies.ts';
import { openings } from '../../words/openings.ts';
import { BodySections } from '../bodies/body-sections.tsx';

const words = bodies.desk;

export interface DeskBodyPageProps {
  readonly frame: Frame;
  readonly shown: BodyShown;
  readonly members: readonly MemberByLabel[];
  readonly typed: (field: string) => string;
  readonly typedDate: (field: string) => TypedDate;
  readonly mistakes: readonly FieldMistake[];
  readonly news: string | undefined;
}

export function DeskBodyPage(props: DeskBodyPageProps): ReactElement {
  const { frame, shown, mistakes, news } = props;
  const isVacant = shown.succession.chairVacantSince !== undefined;
  return (
    <PageFrame
      frame={frame}
      title={shown.body.name}
      mistakes={mistakes.length}
      trail={{ above: [{ href: '/desk/openings', label: openings.desk.title }] }}
      unlisted
    >
      <ErrorSummary mistakes={mistakes} />
      <h1 dir="auto">{shown.body.name}</h1>
      {news === undefined ? null : (
        <Notice news>
          <p>{news}</p>
        </Notice>
      )}
      <BodySections {...shown} />
      {isVacant ? <Election {...props} /> : <End {...props} />}
    </PageFrame>
  );
}

function Election(props: DeskBodyPageProps): ReactElement {
  const { frame, shown, members, typed, mistakes } = props;
  const field = (name: string) => ({ name, value: typed(name), error: errorFor(mistakes, name) });
  return (
    <>
      <h2>{words.record}</h2>
      {members.length === 0 ? (
        <p>{words.noMembers}</p>
      ) : (
        <>
          <p>{words.lead}</p>
          <PostForm
            frame={frame}
            action={`/desk/bodies/${shown.body.id}/chair`}
            name={words.record}
          >
            <Select
              {...field('term')}
              label={words.member}
              empty={openings.nominate.choose}
              options={members.map(({ term, label, until }) => ({
                value: term,
                label: words.memberIs(label ?? term.slice(0, 8), inWordsShort(until)),
              }))}
            />
            <DateField
              name="elected"
              label={words.elected}
              value={props.typedDate('elected')}
              error={errorFor(mistakes, 'elected')}
            />
            <TextField {...field('by-whom')} label={words.byWhom} hint={words.byWhomHint} />
            <TextArea {...field('reason')} label={words.reason} hint={words.reasonHint} rows={3} />
            <Button label={words.send} />
          </PostForm>
        </>
      )}
    </>
  );
}

function End({ frame, shown, typed, mistakes }: DeskBodyPageProps): ReactElement {
  return (
    <>
      <h2>{words.endTitle}</h2>
      <PostForm
        frame={frame}
        action={`/desk/bodies/${shown.body.id}/chair-end`}
        name={words.endTitle}
      >
        <TextArea
          name="why"
          label={words.why}
          value={typed('why')}
          rows={3}
          error={errorFor(mistakes, 'why')}
        />
        <Button label={words.end} look="secondary" />
      </PostForm>
    </>
  );
}
