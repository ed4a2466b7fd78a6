/** Which exam questions stand out between groups of one dimension, by number; never what they ask. */
import type { ReactElement } from 'react';
import { WITHHELD } from '../../../fairness/disclosure/gate.ts';
import type { ComparedItems, NamedGroup } from '../../../fairness/disclosure/published-items.ts';
import type { PublicReport } from '../../../reporting/public-report/public-report.ts';
import { Verdict } from '../../parts/verdict/verdict.tsx';
import { report as words } from '../../words/report.ts';
import { partLabel } from './view.ts';

export function QuestionsSection(props: {
  readonly report: PublicReport;
  readonly dimension: string;
}): ReactElement {
  const { report, dimension } = props;
  const own = report.questions.filter((one) => one.dimension === dimension);
  const forms = own.flatMap(({ program, forms: all }) => all.map((form) => ({ program, form })));
  return (
    <section aria-labelledby="questions-heading">
      <h2 id="questions-heading">{words.questionsTitle}</h2>
      <p>{words.questionsIntro}</p>
      {forms.every(({ form }) => form.compared.length === 0) ? <p>{words.questionsNone}</p> : null}
      {forms.map(({ program, form: { form, reference, compared, tooFew } }) =>
        compared.length === 0 ? null : (
          <div key={form}>
            <h3>{words.questionsOf(partLabel(report, `program:${program}`))}</h3>
            <ul className="report-shows">
              {compared.map((one) => (
                <Compared key={one.focal.id} compared={one} reference={reference} />
              ))}
            </ul>
            {tooFew.length === 0 ? null : (
              <p className="report-note">
                {words.tooFew(tooFew.map(({ label }) => label).join(', '))}
              </p>
            )}
          </div>
        ),
      )}
    </section>
  );
}

function Compared(props: {
  readonly compared: ComparedItems;
  readonly reference: NamedGroup | undefined;
}) {
  const { focal, items } = props.compared;
  const beside = props.reference?.label ?? '';
  const marked = items.filter(({ figures }) => figures !== WITHHELD && figures.standsOut);
  if (marked.length === 0) {
    return (
      <li>
        <span />
        <span>{words.noneStandsOut(items.length, focal.label, beside)}</span>
      </li>
    );
  }
  return marked.map(({ item, figures }) => {
    const say = figures !== WITHHELD && figures.delta > 0 ? words.standsEasier : words.standsOut;
    return (
      <li key={item}>
        <Verdict kind="disparity" />
        <span>{say(item, focal.label, beside)}</span>
      </li>
    );
  });
}
