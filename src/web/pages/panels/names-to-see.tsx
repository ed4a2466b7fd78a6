/** Asking the custodian for the name behind a label, and seeing it after a consent. */
import type { ReactElement } from 'react';
import { Button } from '../../parts/button/button.tsx';
import { Buttons } from '../../parts/button/buttons.tsx';
import { DescriptionList } from '../../parts/description-list/description-list.tsx';
import { errorFor, type FieldMistake } from '../../parts/field/field.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PostForm } from '../../parts/post-form/post-form.tsx';
import { Select } from '../../parts/select/select.tsx';
import { TextArea } from '../../parts/text-area/text-area.tsx';
import { panels as words } from '../../words/panels.ts';

export interface NamesView {
  /** Whom one can ask about. */
  readonly people: readonly { readonly value: string; readonly label: string }[];
  readonly asked: readonly {
    readonly id: string;
    readonly who: string;
    readonly standing: 'waiting' | 'consented' | 'refused';
    readonly reason: string;
  }[];
  /** A name that is shown now, once. */
  readonly shown:
    | { readonly who: string; readonly name: string; readonly contact: string }
    | undefined;
  readonly typed: { readonly key: string; readonly why: string };
}

export function NamesToSee(props: {
  readonly frame: Frame;
  readonly matter: string;
  readonly names: NamesView;
  readonly mistakes: readonly FieldMistake[];
}): ReactElement {
  const { frame, matter, names, mistakes } = props;
  const at = `/desk/panels/${matter}/names`;
  const { shown } = names;
  return (
    <section aria-labelledby="names">
      <h2 id="names">{words.names}</h2>
      <p>{words.namesText}</p>
      {shown === undefined ? null : (
        <DescriptionList
          items={[
            { term: words.shownName(shown.who), value: shown.name || words.unnamed },
            ...(shown.contact === '' ? [] : [{ term: words.contact, value: shown.contact }]),
          ]}
        />
      )}
      {names.asked.map(({ id, who, standing, reason }) => (
        <div key={id} className="piece">
          <p>
            <strong>{who}</strong>
          </p>
          {standing === 'consented' ? (
            <PostForm
              frame={frame}
              action={`${at}/show`}
              hidden={{ asked: id }}
              name={words.show(who)}
            >
              <p>{words.consented}</p>
              <Buttons>
                <Button label={words.show(who)} look="secondary" />
              </Buttons>
            </PostForm>
          ) : (
            <p>{standing === 'waiting' ? words.waiting : words.refused(reason)}</p>
          )}
        </div>
      ))}
      <PostForm frame={frame} action={at} name={words.names}>
        <Select
          name="who"
          label={words.who}
          options={names.people}
          value={names.typed.key}
          error={errorFor(mistakes, 'who')}
        />
        <TextArea
          name="why"
          label={words.why}
          hint={words.whyHint}
          value={names.typed.why}
          error={errorFor(mistakes, 'why')}
        />
        <Buttons>
          <Button label={words.ask} look="secondary" />
        </Buttons>
      </PostForm>
    </section>
  );
}
