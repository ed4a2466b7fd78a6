/**
 * The application form of any program, made from its published rules: your name; what you rely on, wherever the rules
 * leave a choice; a page or a few for each criterion; your employers where work counts; and a last look at all answers.
 * One question or one small group a page. Page ids come from criterion ids, so that an address stays the same.
 */
import type { CriterionDefinition, FactDefinition } from '../../program/definition/criterion.ts';
import type { Pathway } from '../../program/definition/pathway.ts';
import type { RulesVersion } from '../../program/definition/rules.ts';
import { criteriaIn } from '../../program/pathway/expression.ts';
import { allIn, textIn } from '../person/typed-text.ts';
import { employerFields, extraFields, papersFor, restsOnWork } from './evidence.ts';
import { type Field, type Page, type PageValues, YES_NO } from './field.ts';

/** The part of a program's rules that the form is made from. */
export type FormRules = Pick<RulesVersion, 'criteria' | 'pathway'>;

/** What has been answered so far, by page. Plain data, kept between visits. */
export interface Draft {
  readonly answers: Readonly<Record<string, PageValues>>;
}

const MOST_EMPLOYERS = 3;
/** A criterion with more questions than this is asked for on several pages. */
const MOST_TOGETHER = 4;
const SMALL_GROUP = 3;
/** The one field of a page that asks what somebody relies on. */
const CHOSEN = 'chosen';

const NAME: Page = {
  id: 'your-name',
  kind: 'name',
  title: 'Your name',
  lead: 'The name on your documents. Whoever decides never sees it.',
  criterion: undefined,
  fields: [
    {
      id: 'full-name',
      label: 'Name on your documents',
      hint: 'In full, as it is printed there. A single name is fine.',
      kind: 'text',
      required: true,
      identifying: true,
    },
    {
      id: 'former-names',
      label: 'Other names on your documents',
      hint: 'Such as a name before marriage; one on each line',
      kind: 'text-long',
      required: false,
      identifying: true,
    },
  ],
  documents: [],
};

const CHECK: Page = {
  id: 'check-your-answers',
  kind: 'check',
  title: 'Check your answers',
  lead: 'Nothing is filed until you say so here.',
  criterion: undefined,
  fields: [
    {
      id: 'declaration',
      label: 'Your word',
      kind: 'choices',
      options: [{ value: 'true', label: 'What I have said here is true, as far as I know.' }],
      required: true,
      identifying: false,
    },
  ],
  documents: [],
};

interface Step {
  readonly page: Page;
  readonly applies: (draft: Draft) => boolean;
}

/** Every page the form can have, in order, whatever is chosen. */
export const formPages = (rules: FormRules): readonly Page[] =>
  stepsOf(rules).map(({ page }) => page);

/** The pages that apply, given what has been chosen so far. */
export const pagesFor = (rules: FormRules, draft: Draft): readonly Page[] =>
  stepsOf(rules)
    .filter(({ applies }) => applies(draft))
    .map(({ page }) => page);

/** The page with this id, whether or not it applies; undefined where the form has none. */
export const pageOf = (rules: FormRules, id: string): Page | undefined =>
  formPages(rules).find((page) => page.id === id);

/** The form of a set of rules is made once, however often it is asked for. */
const made = new WeakMap<FormRules, readonly Step[]>();

function stepsOf(rules: FormRules): readonly Step[] {
  const known = made.get(rules) ?? stepsFrom(rules);
  made.set(rules, known);
  return known;
}

function stepsFrom(rules: FormRules): readonly Step[] {
  const always = (): boolean => true;
  const groups = groupsIn(rules.pathway).length;
  const walked: Step[] = [];
  walk(rules, rules.pathway, always, walked, groups);
  const merged = mergedByPage(walked);
  const work = merged.filter(({ page }) =>
    rules.criteria.some((criterion) => criterion.id === page.criterion && restsOnWork(criterion)),
  );
  const employers = employerSteps((draft) => work.some(({ applies }) => applies(draft)));
  return [
    { page: NAME, applies: always },
    ...merged,
    ...(work.length > 0 ? employers : []),
    { page: CHECK, applies: always },
  ];
}

function walk(
  rules: FormRules,
  pathway: Pathway,
  applies: Step['applies'],
  into: Step[],
  groups: number,
): void {
  if (pathway.kind === 'criterion') {
    for (const page of criterionPages(criterionOf(rules, pathway.criterion))) {
      into.push({ page, applies });
    }
    return;
  }
  const least = leastOf(pathway);
  if (least >= pathway.of.length) {
    for (const part of pathway.of) {
      walk(rules, part, applies, into, groups);
    }
    return;
  }
  const place = into.filter(({ page }) => page.kind === 'options').length + 1;
  const page = optionsPage(rules, pathway.of, least, { place, groups, taken: into });
  into.push({ page, applies });
  for (const part of pathway.of) {
    const chosen = (draft: Draft): boolean =>
      applies(draft) && allIn(draft.answers[page.id] ?? {}, CHOSEN).includes(branchId(part));
    walk(rules, part, chosen, into, groups);
  }
}

const leastOf = (pathway: Exclude<Pathway, { readonly kind: 'criterion' }>): number =>
  pathway.kind === 'all' ? pathway.of.length : pathway.kind === 'any' ? 1 : pathway.count;

/** The places of a pathway where there is a choice to make. */
function groupsIn(pathway: Pathway): readonly Pathway[] {
  if (pathway.kind === 'criterion') {
    return [];
  }
  const own = leastOf(pathway) < pathway.of.length ? [pathway] : [];
  return [...own, ...pathway.of.flatMap(groupsIn)];
}

const branchId = (pathway: Pathway): string => criteriaIn(pathway).join('+');

function optionsPage(
  rules: FormRules,
  branches: readonly Pathway[],
  least: number,
  where: { readonly place: number; readonly groups: number; readonly taken: readonly Step[] },
): Page {
  const base = `choose-${criteriaIn(branches[0] ?? rules.pathway)[0] ?? ''}`;
  const namesakes = where.taken.filter(({ page }) => page.id.replace(/-\d+$/, '') === base).length;
  const part = where.groups > 1 ? `, choice ${where.place} of ${where.groups}` : '';
  return {
    id: namesakes === 0 ? base : `${base}-${namesakes + 1}`,
    kind: 'options',
    title: `What you rely on${part}`,
    lead: `The rules ask for at least ${least} of these. You may choose more: each one is looked at.`,
    criterion: undefined,
    fields: [
      {
        id: CHOSEN,
        label: `Which ${least === 1 ? 'of these do' : `${least} or more of these do`} you rely on?`,
        kind: 'choices',
        options: branches.map((branch) => ({
          value: branchId(branch),
          label: titleOf(rules, branch),
          ...(branch.kind === 'criterion'
            ? { hint: criterionOf(rules, branch.criterion).rule }
            : {}),
        })),
        atLeast: least,
        required: true,
        identifying: false,
      },
    ],
    documents: [],
  };
}

function titleOf(rules: FormRules, pathway: Pathway): string {
  if (pathway.kind === 'criterion') {
    return criterionOf(rules, pathway.criterion).title;
  }
  const titles = pathway.of.map((part) => titleOf(rules, part));
  return pathway.kind === 'at-least'
    ? `At least ${pathway.count} of: ${titles.join('; ')}`
    : titles.join(pathway.kind === 'all' ? ' and ' : ' or ');
}

/** One page, or a small group of questions a page where there are many: the facts first, then names and papers. */
function criterionPages(criterion: CriterionDefinition): readonly Page[] {
  const facts = criterion.facts.map(factField);
  const extras = extraFields(criterion);
  const groups =
    facts.length + extras.length <= MOST_TOGETHER
      ? [[...facts, ...extras]]
      : [...inGroups(facts), ...(extras.length === 0 ? [] : [extras])];
  return groups.map((fields, index) => ({
    id: index === 0 ? criterion.id : `${criterion.id}-${index + 1}`,
    kind: 'criterion',
    title:
      groups.length === 1
        ? criterion.title
        : `${criterion.title}, part ${index + 1} of ${groups.length}`,
    lead: criterion.rule,
    criterion: criterion.id,
    fields,
    documents: index === groups.length - 1 ? papersFor(criterion) : [],
  }));
}

/** As even as can be, and none larger than a small group. */
function inGroups(fields: readonly Field[]): readonly (readonly Field[])[] {
  const count = Math.ceil(fields.length / SMALL_GROUP);
  const size = Math.ceil(fields.length / count);
  return Array.from({ length: count }, (_, place) =>
    fields.slice(place * size, (place + 1) * size),
  );
}

function factField({ id, label, kind, hint, options }: FactDefinition): Field {
  const offered = kind === 'yes-no' ? YES_NO : options;
  return {
    id,
    label,
    kind,
    required: true,
    identifying: false,
    ...(hint === undefined ? {} : { hint }),
    ...(offered === undefined ? {} : { options: offered }),
  };
}

/** Up to three employers; each but the first is asked for only if the one before was not the last. */
function employerSteps(workCounts: Step['applies']): readonly Step[] {
  const idOf = (place: number): string => (place === 1 ? 'employer' : `employer-${place}`);
  return Array.from({ length: MOST_EMPLOYERS }, (_, index) => {
    const place = index + 1;
    return {
      page: {
        id: idOf(place),
        kind: 'employer',
        title: place === 1 ? 'Where you worked' : `Where you worked, employer ${place}`,
        lead: 'The work you count above, and who can confirm it. Whoever decides never sees this page.',
        criterion: undefined,
        fields: employerFields(place < MOST_EMPLOYERS),
        documents: [],
      },
      applies: (draft: Draft): boolean =>
        workCounts(draft) &&
        Array.from({ length: index }, (__, earlier) => draft.answers[idOf(earlier + 1)]).every(
          (values) => textIn(values ?? {}, 'another') === 'yes',
        ),
    };
  });
}

/** A criterion that stands in two places of a pathway has one page, shown if either place asks for it. */
function mergedByPage(steps: readonly Step[]): readonly Step[] {
  const ids = [...new Set(steps.map(({ page }) => page.id))];
  return ids.flatMap((id) => {
    const same = steps.filter(({ page }) => page.id === id);
    return same.slice(0, 1).map(({ page }) => ({
      page,
      applies: (draft: Draft): boolean => same.some(({ applies }) => applies(draft)),
    }));
  });
}

function criterionOf(rules: FormRules, id: string): CriterionDefinition {
  const found = rules.criteria.find((criterion) => criterion.id === id);
  if (found === undefined) {
    throw new Error(`the pathway names a criterion "${id}" that the rules do not define`);
  }
  return found;
}
