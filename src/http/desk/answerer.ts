/** Who acts on questions and cases: a coordinator as such, anybody else who was let in as a director. */
import type { Answerer } from '../../workflow/codes/change-question.ts';
import type { SignedInVisit } from '../server/visit.ts';

export const answererOf = ({ session }: SignedInVisit): Answerer => ({
  rights: session.offices.includes('conduct') ? 'conduct' : 'director',
  person: session.person,
});
