/** Who handles a complaint: let a colleague in, or leave because of a tie. */
import type { ReactElement } from 'react';
import { Button } from '../../parts/button/button.tsx';
import { Buttons } from '../../parts/button/buttons.tsx';
import { errorFor } from '../../parts/field/field.tsx';
import { PostForm } from '../../parts/post-form/post-form.tsx';
import { Select } from '../../parts/select/select.tsx';
import { TextArea } from '../../parts/text-area/text-area.tsx';
import { complaint as words } from '../../words/complaints.ts';
import type { ComplaintPageProps } from './complaint-view.ts';

export function Handlers(props: ComplaintPageProps): ReactElement {
  const { complaint, frame, mistakes } = props;
  return (
    <>
      <ul>
        {complaint.handlers.map(({ name, isYou }) => (
          <li key={name}>
            <bdi>{name}</bdi>
            {isYou ? ` ${words.you}` : null}
          </li>
        ))}
      </ul>
      {complaint.colleagues.length === 0 ? (
        <p>{words.nobodyToLetIn}</p>
      ) : (
        <PostForm
          frame={frame}
          action={`/desk/complaints/${complaint.id}/let-in`}
          name={words.colleague}
        >
          <Select
            name="colleague"
            label={words.colleague}
            hint={words.colleagueHint}
            options={complaint.colleagues.map(({ person, name }) => ({
              value: person,
              label: name,
            }))}
            error={errorFor(mistakes, 'colleague')}
          />
          <Buttons>
            <Button label={words.colleagueButton} look="secondary" />
          </Buttons>
        </PostForm>
      )}
    </>
  );
}

export function LeaveForTie(props: ComplaintPageProps): ReactElement {
  const { complaint, frame, mistakes, typed } = props;
  return (
    <>
      <h3>{words.tie}</h3>
      <p>{words.tieText}</p>
      <PostForm frame={frame} action={`/desk/complaints/${complaint.id}/leave`} name={words.tie}>
        <TextArea
          name="why"
          label={words.tieWhy}
          hint={words.tieHint}
          rows={2}
          value={typed.why}
          error={errorFor(mistakes, 'why')}
        />
        <Buttons>
          <Button label={words.tieButton} look="secondary" />
        </Buttons>
      </PostForm>
    </>
  );
}
