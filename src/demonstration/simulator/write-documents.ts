/**
 * The papers filed with matters that are still open, so that a records clerk has something to open and to compare: what
 * the invented candidate claims, as the school, the board or the professional who gave it might have put it. Papers of
 * matters decided long ago are left out: nobody opens them, and each is a file to keep.
 */
import { ACCOMMODATIONS } from '../../casework/accommodation/accommodation.ts';
import { draftFrom, inPlainWords, valuesOn } from '../../casework/application/draft.ts';
import { pagesFor } from '../../casework/application/form-pages.ts';
import { textIn } from '../../casework/person/typed-text.ts';
import { listed, member } from '../../kernel/bytes/json-members.ts';
import { inWordsShort } from '../../kernel/dates/civil-date.ts';
import { rulesInForce } from '../../program/definition/offered-program.ts';
import type { DocumentToLoad, MatterToLoad } from '../../workflow/ports/body-to-load.ts';
import { type Ids, stateIn } from './matter-record.ts';
import { offered } from './write-application.ts';

export function writeDocuments(
  ids: Pick<Ids, 'uuid'>,
  matters: readonly MatterToLoad[],
): readonly DocumentToLoad[] {
  return matters.filter(isOpen).flatMap((matter) => {
    switch (matter.row.kind) {
      case 'eligibility':
        return papersOf(ids, matter);
      case 'accommodation':
        return [letter(ids, matter)];
      default:
        return [];
    }
  });
}

function isOpen(matter: MatterToLoad): boolean {
  const { status } = stateIn(matter);
  return status === 'recording' || status === 'waiting' || status === 'in-review';
}

const base = (ids: Pick<Ids, 'uuid'>, { row, subject, events }: MatterToLoad) => ({
  id: ids.uuid(),
  person: subject,
  program: row.program,
  matter: row.id,
  at: events[0]?.at ?? 0,
});

function papersOf(ids: Pick<Ids, 'uuid'>, matter: MatterToLoad): readonly DocumentToLoad[] {
  const { row, claim } = matter;
  const rules = rulesInForce(offered(row.program), row.openedOn);
  const draft = draftFrom(claim);
  const pages = pagesFor(rules, draft);
  const holder = pages
    .filter(({ kind }) => kind === 'name')
    .map((page) => textIn(valuesOn(draft, page), 'full-name'))
    .join();
  return pages.flatMap(({ documents }) =>
    documents
      .filter(({ required }) => required)
      .map(({ supports, label }) => ({
        ...base(ids, matter),
        supports,
        name: `${supports}.pdf`,
        title: label.replace(/^Your /, '').replace(/^./, (first) => first.toUpperCase()),
        lines: [
          `Name: ${holder}`,
          ...pages
            .filter(({ criterion }) => criterion === supports)
            .flatMap((page) =>
              page.fields.map((field) => ({
                label: field.label,
                words: inPlainWords(field, valuesOn(draft, page)),
              })),
            )
            .filter(({ words }) => words !== '')
            .map((line) => `${line.label}: ${line.words}`),
        ],
      })),
  );
}

function letter(ids: Pick<Ids, 'uuid'>, matter: MatterToLoad): DocumentToLoad {
  const kinds = listed(member(matter.claim, 'kinds'));
  const titles = ACCOMMODATIONS.filter(({ id }) => kinds.includes(id)).map(({ title }) => title);
  return {
    ...base(ids, matter),
    supports: 'accommodation',
    name: 'letter.pdf',
    title: 'Letter of a professional',
    lines: [
      `Written on ${inWordsShort(matter.row.openedOn)}`,
      'I have known this person for more than a year in my practice.',
      'A condition makes a timed exam at a screen harder for them to show what they know.',
      `What would help: ${titles.join('; ')}`,
    ],
  };
}
