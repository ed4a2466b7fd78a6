/** What one reader may do with one question, as its page shows it. */
import { type Draft, isOpen, type Opinion } from '../../casework/opinion/opinion.ts';
import { codeOf } from '../../program/catalog/codes.ts';
import { versionInForce } from '../../program/conduct/in-force.ts';
import { provisionsOf, provisionTitle } from '../../program/definition/code-of-conduct.ts';
import { versionName } from '../../web/pages/code/code-view.ts';
import type { QuestionPageProps, TypedDraft } from '../../web/pages/desk-opinions/question-view.ts';
import type { Answerer } from '../../workflow/codes/change-question.ts';
import { codeAsKept } from '../../workflow/codes/code-as-kept.ts';
import { type AskedQuestion, publishedOpinions } from '../../workflow/codes/read-opinions.ts';
import type { World } from '../../workflow/ports/ports.ts';
import { type Fields, one, type SignedInVisit } from '../server/visit.ts';

type Model = Pick<
  QuestionPageProps,
  'standing' | 'reason' | 'draft' | 'href' | 'drafting' | 'signing' | 'returnWhy' | 'ending'
>;
type ModelWorld = Pick<World, 'records' | 'clock'>;

export async function questionModel(
  world: ModelWorld,
  { form }: SignedInVisit,
  actor: Answerer,
  { label, program, opinion }: AskedQuestion,
): Promise<Model> {
  const { standing, reason, draft, drafters } = opinion;
  const isOwn = drafters.includes(actor.person);
  const waitsForOther = standing === 'drafted' && !isOwn;
  const mayDraft = actor.rights === 'conduct' && isOpen(opinion) && !waitsForOther;
  const isPublished = opinion.publishedOn !== undefined;
  return {
    standing,
    reason,
    draft: draft === undefined ? undefined : draftShown(draft),
    href: isPublished ? `/programs/${program}/opinions/${label}` : undefined,
    drafting: mayDraft ? await draftingIn(world, program, opinion, form) : undefined,
    signing: standing === 'drafted' ? (isOwn ? 'own' : 'may') : undefined,
    returnWhy: one(form, 'return-why'),
    ending: standing === 'published' ? await endingIn(world, program, label, form) : undefined,
  };
}

const draftShown = ({ title, situation, answer, cites }: Draft): TypedDraft => ({
  ...{ title, situation, answer },
  cites: cites.join(', '),
});

async function draftingIn(
  world: ModelWorld,
  program: string,
  { draft, standing }: Opinion,
  form: Fields,
): Promise<Model['drafting']> {
  const code = codeOf(program);
  const kept = code === undefined ? undefined : await codeAsKept(world, code);
  const version = kept === undefined ? undefined : versionInForce(kept.code, world.clock.today());
  if (version?.ok !== true) {
    return undefined;
  }
  const wasSent = one(form, 'title') !== '' || one(form, 'answer') !== '';
  const sent: TypedDraft = {
    title: one(form, 'title'),
    situation: one(form, 'situation'),
    answer: one(form, 'answer'),
    cites: one(form, 'cites'),
  };
  return {
    version: versionName(version.value),
    provisions: provisionsOf(version.value).map(({ provision }) => ({
      value: provision.number,
      label: `${provision.number} ${provisionTitle(provision)}`.trim(),
    })),
    typed: wasSent || draft === undefined ? sent : draftShown(draft),
    mayDecline: standing !== 'drafted',
    declineWhy: one(form, 'decline-why'),
  };
}

async function endingIn(
  world: ModelWorld,
  program: string,
  own: string,
  form: Fields,
): Promise<NonNullable<Model['ending']>> {
  const all = await publishedOpinions(world, program);
  return {
    later: all
      .filter(({ label, standing }) => label !== own && standing === 'published')
      .map(({ label, title }) => ({ value: label, label: `${label} ${title}` })),
    typed: { later: one(form, 'later'), reason: one(form, 'end-why') },
  };
}
