/** Mentoring with nothing, with pairs of every standing, the form of an offer, and mentors found, none, and asked. */
import { PAIR_STANDINGS } from '../../../casework/mentoring/pair.ts';
import type { Example } from '../../parts/example.ts';
import { candidateFrame } from '../../parts/page-frame/examples.tsx';
import { AskMentorPage, FindPage, type MentorShown } from './find-page.tsx';
import { MentoringPage, type PairShown } from './mentoring-page.tsx';
import { OfferPage } from './offer-page.tsx';

const frame = { ...candidateFrame, path: '/my/mentoring' };
const program = { id: 'larkspur-care', name: 'Larkspur Care Coordinator' };
const programs = [{ value: program.id, label: program.name }];
const mine = { frame, news: undefined, programs: [program] };

const asked: PairShown = {
  id: 'p1',
  program: program.name,
  standing: 'asked',
  side: 'mentor',
  since: 'Mar 2, 2026',
  words: 'I start in a hospital in May and would like to know how others began.',
  other: undefined,
  acts: ['take', 'decline'],
};

const mentor: MentorShown = {
  id: 'm1',
  about: 'How to keep a caseload without losing sleep.',
  settings: 'Hospital, Clinic or doctor’s office',
  region: 'South',
  languages: 'English, Spanish',
  times: 'Weekends',
  places: '1 of 2 places free',
  meets: 'setting, language',
  misses: 'region',
};
const wish = { setting: 'hospital', region: 'west', language: 'es', times: ['weekends'] };
const offer = {
  settings: ['hospital'],
  region: 'south',
  languages: ['en', 'ase'],
  times: ['weekends'],
  places: '2',
  about: 'Wie man mit vielen Fällen zurechtkommt.',
};

export const examples: readonly Example[] = [
  { name: 'none', element: <MentoringPage {...mine} pairs={[]} offers={[]} canOffer={[]} /> },
  {
    name: 'several',
    element: (
      <MentoringPage
        {...mine}
        news="Done. The other of you is told that something changed."
        pairs={[
          asked,
          {
            ...asked,
            id: 'p2',
            standing: 'taken',
            other: { name: 'عبد الرحمن بن محمد الأنصاري', email: 'abd@larkspur.example' },
            acts: ['end'],
          },
          ...PAIR_STANDINGS.slice(2).map((standing, place) => ({
            ...asked,
            id: `p${place + 3}`,
            standing,
            side: 'candidate' as const,
            acts: [],
          })),
        ]}
        offers={[
          { program: program.id, name: program.name, isOpen: true, about: mentor.about },
          { program: 'x', name: 'Larkspur Health Navigator', isOpen: false, about: mentor.about },
        ]}
        canOffer={[{ id: 'y', name: 'Larkspur Workplace Specialist' }]}
      />
    ),
  },
  {
    name: 'offer',
    element: <OfferPage frame={frame} program={program} typed={offer} mistakes={[]} />,
  },
  {
    name: 'offer-mistakes',
    element: (
      <OfferPage
        frame={frame}
        program={program}
        typed={{ ...offer, settings: [], places: '9' }}
        mistakes={[
          { field: 'settings', message: 'Choose one setting at least.' },
          { field: 'places', message: 'Write how many people at once, from 1 to 5.' },
        ]}
      />
    ),
  },
  {
    name: 'found',
    element: (
      <FindPage
        frame={frame}
        program={program}
        programs={programs}
        wish={wish}
        mentors={[mentor, { ...mentor, id: 'm2', meets: '', misses: '' }]}
      />
    ),
  },
  {
    name: 'found-none',
    element: (
      <FindPage frame={frame} program={program} programs={programs} wish={wish} mentors={[]} />
    ),
  },
  {
    name: 'ask',
    element: (
      <AskMentorPage
        frame={frame}
        program={program}
        mentor={mentor}
        typed="Hi"
        mistakes={[{ field: 'words', message: 'What you write to the mentor is too short.' }]}
      />
    ),
  },
];
