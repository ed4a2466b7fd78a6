/** The desk of renewal: courses to review, providers, the lotteries of audits. */
import type { Route } from './route.ts';

const nothing = 'nothing';

export const renewalDeskRoutes = [
  { id: 'courses', method: 'GET', path: '/desk/courses', who: ['reviewer'], records: nothing },
  {
    id: 'course-review',
    method: 'POST',
    path: '/desk/courses/:activity',
    who: ['reviewer'],
    records: 'whether a course counts, and a mail',
  },
  {
    id: 'course-again',
    method: 'POST',
    path: '/desk/courses/:activity/again',
    who: ['reviewer'],
    records: 'the second answer about a course, and a mail',
  },
  { id: 'providers', method: 'GET', path: '/desk/providers', who: ['staff'], records: nothing },
  {
    id: 'provider-add',
    method: 'POST',
    path: '/desk/providers',
    who: ['staff'],
    records: 'a provider of education',
  },
  {
    id: 'provider-change',
    method: 'POST',
    path: '/desk/providers/:provider',
    who: ['staff'],
    records: 'from when or until when a provider is approved',
  },
  { id: 'lotteries', method: 'GET', path: '/desk/lotteries', who: ['director'], records: nothing },
  {
    id: 'lottery-plan',
    method: 'POST',
    path: '/desk/lotteries',
    who: ['director'],
    records: 'the plan of an audit lottery, a line of the log',
  },
  {
    id: 'lottery-step',
    method: 'POST',
    path: '/desk/lotteries/:lottery/:step',
    who: ['director'],
    records: 'a closed pool or a draw, a line of the log, mails',
  },
] as const satisfies readonly Route[];
