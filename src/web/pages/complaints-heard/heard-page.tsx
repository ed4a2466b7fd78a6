/** `/complaints`: how complaints are heard, drawn from the rules themselves, so that the page cannot say anything else. */
import type { ReactElement } from 'react';
import {
  APPEAL_GROUNDS,
  type AppealGround,
  type ConductRules,
  SANCTIONS,
  type Step,
} from '../../../casework/conduct/conduct-rules.ts';
import {
  EFFECT_WORDS,
  GROUND_WORDS,
  STANDARD_WORDS,
} from '../../../reporting/letters/letter-words.ts';
import { DataTable } from '../../parts/data-table/data-table.tsx';
import { LinkButton } from '../../parts/link-button/link-button.tsx';
import { Notice } from '../../parts/notice/notice.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { complaintsHeard as words } from '../../words/complaints-heard.ts';
import { conductTerms as terms } from '../../words/conduct-terms.ts';
import { panels } from '../../words/panels.ts';

export interface HeardPageProps {
  readonly frame: Frame;
  readonly rules: ConductRules;
  readonly keptYears: number;
}

export function HeardPage({ frame, rules, keptYears }: HeardPageProps): ReactElement {
  return (
    <PageFrame frame={frame} title={words.title}>
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      <Notice>
        <p>{words.setHere}</p>
        <p className="soft small">{words.rules(rules.id)}</p>
      </Notice>
      <h2>{words.raise}</h2>
      <p>{words.raiseText}</p>
      <p>{words.limit(monthsInWords(rules.filingMonths))}</p>
      <p>
        <LinkButton href="/concern" label={words.raiseLink} look="secondary" />
      </p>
      <h2>{words.steps}</h2>
      <p>{words.stepsText}</p>
      <Steps rules={rules} />
      <h3>{words.times}</h3>
      <Times rules={rules} />
      <h2>{words.who}</h2>
      <p>{words.whoText(String(rules.panelSize))}</p>
      <p>{words.labels}</p>
      <h3>{words.draw}</h3>
      <ol>
        {words.drawSteps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p>{words.drawCode}</p>
      <p>
        <a href="/log">{words.logLink}</a>
      </p>
      <h2>{words.proof}</h2>
      <p>{STANDARD_WORDS[rules.standard]}</p>
      <p>{words.proofMore}</p>
      <h2>{words.sanctions}</h2>
      <p>{words.sanctionsText}</p>
      <Sanctions />
      <p>{words.body}</p>
      <h2>{words.appeals}</h2>
      <p>{words.appealsText(terms.days(rules.appealDays))}</p>
      <Grounds />
      <p>{words.cannot}</p>
      <h2>{words.secret}</h2>
      <ul>
        {words.secretList.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <h2>{words.kept}</h2>
      <p>{words.keptText(String(keptYears))}</p>
      <p>
        <a href="/notices">{words.noticesLink}</a>
      </p>
    </PageFrame>
  );
}

const monthsInWords = (months: number): string =>
  months % 12 === 0 ? panels.like.years(months / 12) : panels.like.months(months);

function Steps({ rules }: { readonly rules: ConductRules }): ReactElement {
  return (
    <DataTable
      caption={words.caption}
      captionHidden
      columns={[words.step, words.toComplainant, words.toRespondent].map((label) => ({ label }))}
      rows={(Object.keys(rules.within) as readonly Step[]).map((step) => ({
        key: step,
        cells: [
          <div key="step">
            <strong>{terms.steps[step]}</strong>
            <p className="step-what">{words.what[step]}</p>
          </div>,
          words.within(terms.days(rules.within[step].complainant)),
          words.within(terms.days(rules.within[step].respondent)),
        ],
      }))}
    />
  );
}

function Times({ rules }: { readonly rules: ConductRules }): ReactElement {
  const rows = [
    [words.answerDays, rules.answerDays],
    [words.offerDays, rules.offerDays],
    [words.hearingDays, rules.hearingNoticeDays],
    [words.appealDays, rules.appealDays],
    [words.interimDays, rules.interimDays],
  ] as const;
  return (
    <DataTable
      caption={words.timesCaption}
      captionHidden
      columns={[{ label: words.time }, { label: words.days }]}
      rows={rows.map(([label, days]) => ({ key: label, cells: [label, terms.days(days)] }))}
    />
  );
}

const Sanctions = (): ReactElement => (
  <DataTable
    caption={words.sanctionsCaption}
    captionHidden
    columns={[words.sanction, words.means, words.isPublic].map((label) => ({ label }))}
    rows={SANCTIONS.map(({ kind, isPublic }) => ({
      key: kind,
      cells: [
        terms.sanctions[kind],
        words.meanings[kind],
        isPublic ? words.publicYes : words.publicNo,
      ],
    }))}
  />
);

const Grounds = (): ReactElement => (
  <DataTable
    caption={words.appealsCaption}
    captionHidden
    columns={[{ label: words.ground }, { label: words.leadsTo }]}
    rows={(Object.keys(APPEAL_GROUNDS) as readonly AppealGround[]).map((ground) => ({
      key: ground,
      cells: [
        GROUND_WORDS[ground],
        APPEAL_GROUNDS[ground].map((effect) => EFFECT_WORDS[effect]).join(terms.orElse),
      ],
    }))}
  />
);
