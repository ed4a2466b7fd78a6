/** Stories: what anybody reads, an author's own, and the desk that publishes or gives back. */
import type { Office } from './office.ts';
import type { Route } from './route.ts';

const nothing = 'nothing';
const deciders: readonly Office[] = ['staff', 'director'];

export const storyRoutes = [
  { id: 'stories', method: 'GET', path: '/stories', who: 'anybody', records: nothing },
  { id: 'my-stories', method: 'GET', path: '/my/stories', who: 'signed-in', records: nothing },
  {
    id: 'story-offer',
    method: 'POST',
    path: '/my/stories',
    who: 'signed-in',
    records: 'a story that somebody offers, and how much of their name it shows',
  },
  {
    id: 'story-down',
    method: 'POST',
    path: '/my/stories/:story/down',
    who: 'signed-in',
    records: 'that a story is taken down, whose words are erased',
  },
  {
    id: 'story-again',
    method: 'POST',
    path: '/my/stories/:story/again',
    who: 'signed-in',
    records: 'that a story is to be looked at again',
  },
  { id: 'desk-stories', method: 'GET', path: '/desk/stories', who: deciders, records: nothing },
  {
    id: 'story-decide',
    method: 'POST',
    path: '/desk/stories/:story',
    who: deciders,
    records: 'that a story is published or given back, with reasons, a line of the log, a mail',
  },
] as const satisfies readonly Route[];
