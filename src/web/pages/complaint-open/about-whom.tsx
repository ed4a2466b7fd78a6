/** Whom a complaint is about: found by a name they have or had, or somebody whom the code never bound. */
import type { ReactElement } from 'react';
import { Button } from '../../parts/button/button.tsx';
import { Buttons } from '../../parts/button/buttons.tsx';
import { errorFor } from '../../parts/field/field.tsx';
import { Notice } from '../../parts/notice/notice.tsx';
import { RadioGroup } from '../../parts/radio-group/radio-group.tsx';
import { TextArea } from '../../parts/text-area/text-area.tsx';
import { TextField } from '../../parts/text-field/text-field.tsx';
import { opening as words } from '../../words/complaints.ts';
import type { OpeningPageProps } from './opening-view.ts';

export function AboutWhom(props: OpeningPageProps): ReactElement {
  const { about, search, found, whom, mistakes, outOfReach } = props;
  if (about === 'body') {
    return (
      <>
        <h2>{words.aboutWhom}</h2>
        <p>{words.aboutBody}</p>
      </>
    );
  }
  return (
    <>
      <h2>{words.aboutWhom}</h2>
      <TextField
        name="search"
        label={words.search}
        hint={words.searchHint}
        type="search"
        value={search}
        error={errorFor(mistakes, 'search')}
      />
      <Buttons>
        <Button label={words.look} name="step" value="look" look="secondary" />
      </Buttons>
      {found !== undefined && found.length === 0 && search.trim() !== '' ? (
        <p role="status">{words.foundNobody(search)}</p>
      ) : null}
      <RadioGroup
        name="whom"
        label={words.whom}
        choices={[
          ...(found ?? []).map(({ value, label, hint }) => ({
            value,
            label: <bdi>{label}</bdi>,
            hint,
          })),
          {
            value: 'other',
            label: words.somebodyElse,
            hint: words.somebodyElseHint,
            apart: (found ?? []).length > 0,
          },
        ]}
        value={whom}
        error={errorFor(mistakes, 'whom')}
      />
      {outOfReach === undefined ? null : (
        <Notice>
          <p>{outOfReach}</p>
        </Notice>
      )}
      <SomebodyElse {...props} />
    </>
  );
}

/** Open where it was chosen, so that nothing typed is hidden. */
function SomebodyElse({ whom, name, former, mistakes }: OpeningPageProps): ReactElement {
  return (
    <details open={whom === 'other' || name !== '' || former !== ''}>
      <summary>{words.somebodyElse}</summary>
      <TextField
        name="name"
        label={words.name}
        value={name}
        optional="unsaid"
        error={errorFor(mistakes, 'name')}
      />
      <TextArea
        name="former"
        label={words.former}
        hint={words.formerHint}
        rows={2}
        value={former}
        optional
      />
    </details>
  );
}
