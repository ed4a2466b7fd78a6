/** One body: its seats with their terms, what is vacant since when, its rules and how they are met, and its chair. */
import type { ReactElement } from 'react';
import { inWords, inWordsShort } from '../../../kernel/dates/civil-date.ts';
import type { BodyShown } from '../../../workflow/opening/bodies.ts';
import { DataTable } from '../../parts/data-table/data-table.tsx';
import { DescriptionList } from '../../parts/description-list/description-list.tsx';
import { bodies as words } from '../../words/bodies.ts';

export function BodySections({ body, succession, chairs }: BodyShown): ReactElement {
  const { sitting, vacantSince, chairVacantSince } = succession;
  const current = chairVacantSince === undefined ? chairs.at(-1) : undefined;
  const past = current === undefined ? chairs : chairs.slice(0, -1);
  return (
    <>
      <DescriptionList
        items={[
          {
            term: words.chair,
            value:
              current === undefined
                ? words.chairVacant(inWords(chairVacantSince ?? body.madeOn))
                : words.chairIs(inWords(current.electedOn), current.byWhom, inWords(current.until)),
          },
          ...(past.length === 0
            ? []
            : [
                {
                  term: words.before,
                  value: (
                    <ul>
                      {past.map(({ electedOn, until }) => (
                        <li key={electedOn}>
                          {words.wasChair(inWordsShort(electedOn), inWordsShort(until))}
                        </li>
                      ))}
                    </ul>
                  ),
                },
              ]),
          {
            term: words.rules,
            value: (
              <>
                <p>{words.termRule(body.termMonths, body.mostTerms)}</p>
                <p>
                  {words.publicRule(
                    body.publicMembers,
                    sitting.filter(({ isPublic }) => isPublic).length,
                  )}
                </p>
              </>
            ),
          },
        ]}
      />
      <DataTable
        caption={`${words.seatsTitle}: ${words.one(sitting.length, body.seats)}`}
        columns={[
          { label: words.columns.role },
          { label: words.columns.from },
          { label: words.columns.until },
        ]}
        rows={[
          ...sitting.map(({ from, until, isPublic, isChair }, place) => ({
            key: `seat-${place}`,
            cells: [
              isChair
                ? isPublic
                  ? words.publicChair
                  : words.roles.chair
                : isPublic
                  ? words.roles.public
                  : words.roles.member,
              inWordsShort(from),
              inWordsShort(until),
            ],
          })),
          ...vacantSince.map((since, place) => ({
            key: `vacant-${place}`,
            cells: [words.vacant, inWordsShort(since), '–'],
          })),
        ]}
      />
    </>
  );
}
