/** What an appeal can change and what it cannot: said beside the decision and again where the appeal is written. */
import type { ReactElement } from 'react';
import { APPEAL_GROUNDS, type AppealGround } from '../../../casework/conduct/conduct-rules.ts';
import { EFFECT_WORDS, GROUND_WORDS } from '../../../reporting/letters/letter-words.ts';
import { DescriptionList } from '../../parts/description-list/description-list.tsx';
import { conductTerms as terms } from '../../words/conduct-terms.ts';
import { myConduct as words } from '../../words/my-conduct.ts';

export const GROUNDS = Object.keys(APPEAL_GROUNDS) as readonly AppealGround[];

/** "Where found: The sanction is made milder." */
export const leadsTo = (ground: AppealGround): string =>
  words.leadsTo(APPEAL_GROUNDS[ground].map((effect) => EFFECT_WORDS[effect]).join(terms.orElse));

export const AboutAppeals = (): ReactElement => (
  <>
    <h4>{words.canChange}</h4>
    <DescriptionList
      items={GROUNDS.map((ground) => ({ term: GROUND_WORDS[ground], value: leadsTo(ground) }))}
    />
    <h4>{words.cannotChange}</h4>
    <CannotChange />
  </>
);

export const CannotChange = (): ReactElement => (
  <ul>
    {words.cannot.map((line) => (
      <li key={line}>{line}</li>
    ))}
  </ul>
);
