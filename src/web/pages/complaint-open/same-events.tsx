/** Matters that may be about the same events, side by side with what is being opened, and the choice between them. */
import type { ReactElement } from 'react';
import { DataTable } from '../../parts/data-table/data-table.tsx';
import { errorFor } from '../../parts/field/field.tsx';
import { RadioGroup } from '../../parts/radio-group/radio-group.tsx';
import { StatusTag } from '../../parts/status-tag/status-tag.tsx';
import { opening as words } from '../../words/complaints.ts';
import type { OpeningPageProps } from './opening-view.ts';

export function SameEvents(props: OpeningPageProps): ReactElement | null {
  const { same, join, about, mistakes } = props;
  const { label, stands, day, alleged } = words.sameColumns;
  return same.length === 0 ? null : (
    <section aria-labelledby="same">
      <h2 id="same">{about === 'person' ? words.same : words.sameBody}</h2>
      <p>{words.sameText}</p>
      <DataTable
        caption={about === 'person' ? words.same : words.sameBody}
        captionHidden
        columns={[label, day, alleged, stands].map((each) => ({ label: each }))}
        rows={same.map((one) => ({
          key: one.id,
          cells: [
            <a key="label" className="case-label" href={`/desk/complaints/${one.id}`}>
              {one.label}
            </a>,
            <div key="day">
              {one.days}
              {one.sameDay ? (
                <>
                  {' '}
                  <StatusTag tone="late" label={words.sameDay} />
                </>
              ) : null}
            </div>,
            <ul key="alleged" className="plain-list">
              {one.alleged.map((line) => (
                <li key={line} dir="auto">
                  {line}
                </li>
              ))}
            </ul>,
            one.stands,
          ],
        }))}
      />
      {same.map(({ id, version }) => (
        <input key={id} type="hidden" name={`seen-${id}`} value={version} />
      ))}
      <RadioGroup
        name="join"
        label={words.join}
        choices={[
          ...same.map((one) => ({ value: one.id, label: words.joinIt(one.label) })),
          { value: 'own', label: words.onItsOwn, apart: true },
        ]}
        value={join}
        error={errorFor(mistakes, 'join')}
      />
    </section>
  );
}
