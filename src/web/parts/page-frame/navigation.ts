/** Which places the header offers to whom. The public places stay where they are for everybody. */
import { en } from '../../words/en.ts';
import type { Place, Role } from './frame.ts';

const words = en.frame.places;

export const publicPlaces: readonly Place[] = [
  { href: '/', label: words.pledge },
  { href: '/programs', label: words.programs },
  { href: '/log', label: words.log },
  { href: '/reports', label: words.reports },
  { href: '/verify', label: words.verify },
  { href: '/concern', label: words.concern },
];

export const footerPlaces: readonly Place[] = [
  { href: '/register', label: words.register },
  { href: '/appeals', label: words.appeals },
  { href: '/openings', label: words.openings },
  { href: '/recognitions', label: words.recognitions },
  { href: '/stories', label: words.stories },
  { href: '/complaints', label: words.complaintsHeard },
  { href: '/audits', label: words.audits },
  { href: '/notices', label: words.notices },
  { href: '/ideas', label: words.ideas },
  { href: '/accessibility', label: words.accessibility },
  { href: '/privacy', label: words.privacy },
];

export const demonstrationPlaces: readonly Place[] = [
  { href: '/demonstration', label: words.demonstration },
  { href: '/demonstration/inbox', label: words.inbox },
];

const overdue: Place = { href: '/desk/overdue', label: words.overdue };
const identity: Place = { href: '/desk/identity', label: words.identity };
const concerns: Place = { href: '/desk/concerns', label: words.concerns };
const sources: Place = { href: '/desk/sources', label: words.sources };

export const placesOf: Readonly<Record<Role, readonly Place[]>> = {
  candidate: [
    { href: '/my', label: words.applications },
    { href: '/my/renewal', label: words.renewal },
    { href: '/my/about-you', label: words.aboutYou },
    { href: '/my/opinions', label: words.opinionsAsked },
    { href: '/my/ideas', label: words.ideasProposed },
    { href: '/my/openings', label: words.openingsMine },
    { href: '/my/stories', label: words.storiesMine },
    { href: '/my/mentoring', label: words.mentoring },
    { href: '/my/register', label: words.registerMine },
  ],
  clerk: [{ href: '/desk/records', label: words.records }, overdue],
  reviewer: [
    { href: '/desk/queue', label: words.queue },
    { href: '/desk/courses', label: words.courses },
    overdue,
    identity,
    { href: '/desk/findings', label: words.findingsOwn },
    { href: '/desk/statements', label: words.statements },
  ],
  staff: [
    overdue,
    { href: '/desk/fees', label: words.fees },
    { href: '/desk/providers', label: words.providers },
    sources,
    { href: '/desk/openings', label: words.openings },
    { href: '/desk/stories', label: words.stories },
  ],
  director: [
    overdue,
    { href: '/desk/fairness', label: words.fairness },
    { href: '/desk/board', label: words.findings },
    { href: '/desk/dimensions', label: words.dimensions },
    { href: '/desk/depictions', label: words.depictions },
    { href: '/desk/studies', label: words.studies },
    { href: '/desk/credentials', label: words.credentials },
    { href: '/desk/codes', label: words.codeTexts },
    { href: '/desk/pool', label: words.pool },
    { href: '/desk/ideas', label: words.ideasAnswered },
    { href: '/desk/openings', label: words.openings },
    { href: '/desk/stories', label: words.stories },
    { href: '/desk/lotteries', label: words.lotteries },
    identity,
    sources,
  ],
  auditor: [
    { href: '/desk/audit', label: words.audit },
    { href: '/desk/readings', label: words.readings },
    { href: '/desk/fairness', label: words.fairness },
    { href: '/desk/depictions', label: words.depictions },
    { href: '/desk/board', label: words.findings },
    identity,
    overdue,
  ],
  board: [
    { href: '/desk/board', label: words.board },
    { href: '/desk/outreach', label: words.outreach },
    { href: '/desk/ideas', label: words.ideasAnswered },
    { href: '/desk/second-looks', label: words.secondLooks },
    concerns,
    { href: '/desk/complaints', label: words.complaints },
  ],
  conduct: [
    concerns,
    { href: '/desk/complaints', label: words.complaints },
    { href: '/desk/opinions', label: words.questions },
    { href: '/desk/dilemmas', label: words.dilemmas },
  ],
  ombud: [concerns, { href: '/desk/complaints', label: words.complaints }],
  panel: [{ href: '/desk/panels', label: words.panels }],
  custodian: [{ href: '/desk/custodian', label: words.custodian }],
};

/** The place a page belongs to is the longest listed address that its own address starts with. */
export function currentPlace(path: string, places: readonly Place[]): string | undefined {
  const holds = (href: string): boolean =>
    path === href || (href !== '/' && path.startsWith(`${href}/`));
  return places
    .map((place) => place.href)
    .filter(holds)
    .sort((a, b) => b.length - a.length)[0];
}
