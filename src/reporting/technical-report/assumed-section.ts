/** What nobody said and was worked out instead, with how to say it: a section of the commands that run one engine alone. */
import type { Section } from '../document/document.ts';

export const assumedSections = (assumed: readonly string[]): readonly Section[] =>
  assumed.length === 0
    ? []
    : [{ id: 'assumed', title: 'What was assumed', blocks: [{ kind: 'list', items: assumed }] }];
