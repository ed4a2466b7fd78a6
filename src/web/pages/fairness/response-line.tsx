/** How many told us their group: it stands beside every result, and says "At least" where no more follows from it. */
import type { ReactElement } from 'react';
import { WITHHELD } from '../../../fairness/disclosure/gate.ts';
import type { MeasuredOutcomes } from '../../../fairness/disclosure/published.ts';
import { fairness } from '../../words/fairness.ts';
import { count, percent } from './figures.ts';

export function ResponseLine(props: {
  readonly response: MeasuredOutcomes['response'];
  readonly say: (told: string, all: number, percent: string) => string;
}): ReactElement {
  const { response, say } = props;
  return (
    <p className="figures-note">
      {response === WITHHELD
        ? fairness.responseWithheld
        : say(
            response.atLeast ? fairness.atLeast(response.told) : count(response.told),
            response.all,
            percent(response.told / response.all),
          )}
    </p>
  );
}
