/** The words of the pages of a code of conduct: what binds and what is advice, whose words they are, what has changed. */
import type { Change } from '../../program/conduct/compare-versions.ts';
import type { Binding } from '../../program/definition/code-of-conduct.ts';

const bindings = {
  advisory: {
    name: 'Advice',
    meaning:
      'It says what to aim for. It can be cited, and nobody is sanctioned for falling short of it. A complaint about the body itself may rest on it alone.',
  },
  mandatory: {
    name: 'Binding',
    meaning:
      'A complaint about a person rests on one of these, in the version that was in force on the day of the conduct. A sanction can follow.',
  },
  procedural: {
    name: 'How complaints are heard',
    meaning: 'It says how a complaint is handled. Nobody is accused under it.',
  },
  definition: {
    name: 'What words mean',
    meaning: 'It says how the rest is read. Nobody is accused under it.',
  },
} as const satisfies Readonly<Record<Binding, { readonly name: string; readonly meaning: string }>>;

const changes = {
  renumbered: 'New number',
  retitled: 'New title',
  regrouped: 'Moved to another group',
  rebound: 'Binds otherwise',
  reworded: 'New words',
} as const satisfies Readonly<Record<Change, string>>;

export const codes = {
  heard: 'How a complaint about conduct is heard',
  title: 'Code of conduct',
  lead: (program: string, since: string): string => `${program}. In force since ${since}.`,
  leadPast: (program: string, from: string, to: string): string =>
    `${program}. An earlier version, in force from ${from} to ${to}.`,
  leadNext: (program: string, from: string): string =>
    `${program}. A later version, in force from ${from}.`,
  whose: 'Whose words these are',
  owned: (owner: string): string =>
    `The text of this code belongs to ${owner}. You see its structure as far as we could read it, with its source. The body that runs the program supplies the rest.`,
  ownWords: 'This code was written for this platform, for an invented body. Anybody may reuse it.',
  contents: 'On this page',
  bindings,
  bindingUnknown: {
    name: 'Not known whether it binds',
    meaning: 'Nobody was found to say what it asks. Nobody is accused under it.',
  },
  counted: (count: number): string => `${count} ${count === 1 ? 'provision' : 'provisions'}.`,
  countUnknown: 'How many provisions it has was not found; the body supplies them.',
  partSupplied: 'Its text is supplied by the body.',
  group: (id: string, title: string): string => `${id}. ${title}`,
  groupUntitled: (id: string): string => `${id}. Title supplied by the body`,
  groupEmpty: 'Which provisions belong here was not found; the body supplies it.',
  ungrouped: 'Not assigned to a group',
  supplied: 'Title and text are supplied by the body.',
  textSupplied: 'Text supplied by the body.',
  suppliedOn: (day: string): string => `Supplied by the body on ${day}.`,
  asOf: {
    title: (day: string): string => `As it read on ${day}`,
    text: 'Texts that the body supplied later are left out.',
    now: 'Read it as it is now',
    daysTitle: 'What it said on a day',
    days: 'The body supplied texts of this version on these days. Each leads to the code as it read then.',
  },
  unsure: {
    text: 'Not sure what the code asks of you?',
    ask: 'Ask before you act',
    opinions: 'Read the opinions given so far',
    dilemmas: 'Work through a dilemma case',
  },
  linkTo: (number: string): string => `Link to ${number}`,
  versions: {
    title: 'Versions',
    caption: 'Versions that are kept here',
    rule: 'Conduct is judged by the version that was in force on its day.',
    version: 'Version',
    from: 'In force from',
    to: 'Until',
    open: 'today',
    found: 'How that is known',
    earlier: (months: string): string =>
      `Earlier versions are known by their month alone: ${months}. Conduct of their time cannot be judged here until the body supplies them.`,
    compare: 'See what changed between versions',
  },
  sources: 'Sources',
  back: 'Code of conduct',
  changes: {
    title: 'What changed in the code of conduct',
    lead: (program: string, before: string, after: string): string =>
      `${program}. The version of ${before} beside the version of ${after}.`,
    choose: 'Other versions',
    pair: (before: string, after: string): string => `${before} and ${after}`,
    summary: (counts: {
      readonly added: number;
      readonly removed: number;
      readonly changed: number;
      readonly unchanged: number;
    }): string =>
      `${counts.added} added, ${counts.removed} removed, ${counts.changed} changed, ${counts.unchanged} unchanged.`,
    caption: 'Added, removed and changed',
    what: 'What happened',
    before: (version: string): string => `Version ${version}`,
    added: 'Added',
    removed: 'Removed',
    kinds: changes,
    absent: 'Not in this version',
    unchanged: 'Unchanged',
    none: 'Nothing has changed between these versions.',
  },
};
