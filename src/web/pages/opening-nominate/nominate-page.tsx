/** `/openings/:opening/nominate`: come forward in ten minutes, or suggest somebody else. */
import type { ReactElement } from 'react';
import { inWords } from '../../../kernel/dates/civil-date.ts';
import type { Opening } from '../../../workflow/ports/seat-records.ts';
import { Button } from '../../parts/button/button.tsx';
import { CheckboxGroup } from '../../parts/checkbox-group/checkbox-group.tsx';
import { ErrorSummary } from '../../parts/error-summary/error-summary.tsx';
import { errorFor, type FieldMistake } from '../../parts/field/field.tsx';
import { Notice } from '../../parts/notice/notice.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { PostForm } from '../../parts/post-form/post-form.tsx';
import { Select } from '../../parts/select/select.tsx';
import { TextArea } from '../../parts/text-area/text-area.tsx';
import { TextField } from '../../parts/text-field/text-field.tsx';
import { openings } from '../../words/openings.ts';
import { recognitions } from '../../words/recognitions.ts';

const words = openings.nominate;

export interface NominatePageProps {
  readonly frame: Frame;
  readonly opening: Opening;
  /** Why this person cannot have the seat; undefined where they can. */
  readonly forOthers: string | undefined;
  readonly categories: readonly { readonly category: string; readonly values: readonly string[] }[];
  readonly formKey: string;
  readonly suggestion: string | undefined;
  /** What was typed, by field. */
  readonly typed: (field: string) => string;
  readonly mistakes: readonly FieldMistake[];
  readonly news: string | undefined;
}

export function NominatePage(props: NominatePageProps): ReactElement {
  const { frame, opening, mistakes, news, forOthers } = props;
  return (
    <PageFrame
      frame={frame}
      title={`${words.title}: ${opening.title}`}
      mistakes={mistakes.length}
      trail={{
        above: [
          opening.recognition === undefined
            ? { href: '/openings', label: openings.title }
            : { href: '/recognitions', label: recognitions.title },
          { href: `/openings/${opening.id}`, label: words.back },
        ],
      }}
      unlisted
    >
      <ErrorSummary mistakes={mistakes} />
      <h1>{words.title}</h1>
      <p className="lead opening-hash">{`${words.lead(opening.title)}. ${words.promise(inWords(opening.answerBy))}`}</p>
      {news === undefined ? null : (
        <Notice news>
          <p>{news}</p>
        </Notice>
      )}
      {forOthers === undefined ? (
        <OwnForm {...props} />
      ) : (
        <Notice title={words.forOthers[opening.recognition === undefined ? 'seat' : 'recognition']}>
          <p>{`${forOthers.charAt(0).toUpperCase()}${forOthers.slice(1)}.`}</p>
        </Notice>
      )}
      <SuggestForm {...props} />
    </PageFrame>
  );
}

function OwnForm(props: NominatePageProps): ReactElement {
  const { frame, opening, categories, typed, mistakes, suggestion } = props;
  const error = (field: string): string | undefined => errorFor(mistakes, field);
  return (
    <>
      <p>{opening.how === 'reading' ? words.blind : words.lot}</p>
      {suggestion === undefined ? null : <p>{words.suggested}</p>}
      <PostForm
        frame={frame}
        action={`/openings/${opening.id}/nominate`}
        hidden={{ key: props.formKey, suggestion: suggestion ?? '' }}
        name={words.title}
      >
        {(opening.how === 'reading' ? opening.criteria : []).map((criterion, place) => (
          <TextArea
            key={criterion}
            name={`statement-${place + 1}`}
            label={criterion}
            value={typed(`statement-${place + 1}`)}
            rows={5}
            error={error(`statement-${place + 1}`)}
          />
        ))}
        {categories.map(({ category, values }, place) => (
          <Select
            key={category}
            name={`stated-${place + 1}`}
            label={words.stated(category)}
            options={values.map((value) => ({ value, label: value }))}
            empty={words.choose}
            value={typed(`stated-${place + 1}`)}
            error={error(`stated-${place + 1}`)}
          />
        ))}
        <TextArea
          name="conflicts"
          label={words.conflicts}
          hint={words.conflictsHint}
          value={typed('conflicts')}
          rows={3}
          error={error('conflicts')}
        />
        {opening.how === 'draw' ? (
          <TextField
            name="household"
            label={words.household}
            hint={words.householdHint}
            value={typed('household')}
            error={error('household')}
            optional
          />
        ) : null}
        {opening.openTo === 'public' ? (
          <CheckboxGroup
            name="never"
            label={words.never}
            choices={[{ value: 'yes', label: words.neverYes }]}
            values={[typed('never')]}
            error={error('never')}
          />
        ) : null}
        <CheckboxGroup
          name="consent"
          label={words.consent}
          choices={[
            {
              value: 'yes',
              label:
                opening.recognition === undefined
                  ? words.consentYes
                  : recognitions.nominate.consentYes,
            },
          ]}
          values={[typed('consent')]}
          error={error('consent')}
        />
        <Button label={words.send} />
      </PostForm>
    </>
  );
}

function SuggestForm({ frame, opening, typed, mistakes }: NominatePageProps): ReactElement {
  return (
    <section aria-labelledby="suggest">
      <h2 id="suggest">{words.suggestTitle}</h2>
      <p>{words.suggestLead}</p>
      <PostForm frame={frame} action={`/openings/${opening.id}/suggest`} name={words.suggestTitle}>
        <TextField
          name="email"
          type="email"
          label={words.email}
          value={typed('email')}
          error={errorFor(mistakes, 'email')}
        />
        <TextArea
          name="why"
          label={words.why}
          value={typed('why')}
          rows={3}
          error={errorFor(mistakes, 'why')}
        />
        <Button label={words.suggest} look="secondary" />
      </PostForm>
    </section>
  );
}
