/** What was put before the board, what it answered and by when, and what came of it: as of today, never about a rater. */
import type { ReactElement } from 'react';
import type { ShownDisparity } from '../../../casework/finding/disparity.ts';
import { type Finding, lastMeasured } from '../../../casework/finding/finding.ts';
import { inWords } from '../../../kernel/dates/civil-date.ts';
import type { PublicFindings } from '../../../workflow/board/read-findings.ts';
import { Verdict } from '../../parts/verdict/verdict.tsx';
import { board, outreach as outreachWords } from '../../words/board.ts';
import { report as words } from '../../words/report.ts';
import { figureText, findingSentence, programLabel, verdictKind } from '../finding/sentence.ts';

export function FindingsSection(props: { readonly board: PublicFindings }): ReactElement {
  const { findings, outreach } = props.board;
  return (
    <section aria-labelledby="findings-heading">
      <h2 id="findings-heading">{words.findingsTitle}</h2>
      <p>{words.findingsIntro}</p>
      {findings.length === 0 ? <p>{words.findingsNone}</p> : null}
      <ul className="report-findings">
        {findings.map(({ label, finding, standing }) => (
          <li key={label}>
            <p>
              <strong>{findingSentence(finding.measurements[0])}</strong>
              <span className="soft">{` ${label}`}</span>
            </p>
            <p>{`${words.findingColumns.first}: ${measured(finding.measurements[0])}`}</p>
            {finding.measurements.length === 1 ? null : (
              <p>
                {`${words.findingColumns.last}: ${measured(lastMeasured(finding))} `}
                <Verdict kind={verdictKind[lastMeasured(finding).state]} />
              </p>
            )}
            <p>{`${board.standings[standing]}. ${promised(finding)}`}</p>
            <Answer finding={finding} />
          </li>
        ))}
      </ul>
      {outreach.length === 0 ? null : (
        <>
          <h3>{words.outreachTitle}</h3>
          <ul className="report-findings">
            {outreach.map(({ label, target, means, how, program, from, until }) => (
              <li key={label}>
                <p>
                  <strong>{target}</strong>
                  <span className="soft">{` ${label}`}</span>
                </p>
                <p>
                  {`${outreachWords.means[means]}, ${programLabel(program)}: ${words.runs(inWords(from), inWords(until))}`}
                </p>
                <p className="typed-text" dir="auto">
                  {how}
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

const measured = (shown: ShownDisparity): string =>
  shown.figure.measure === 'delta' ? words.delta(figureText(shown)) : figureText(shown);

function promised({ answered, carriedOut, promisedBy }: Finding): string {
  if (answered === undefined) {
    return `${words.promisedBy(inWords(promisedBy))}.`;
  }
  const { answer, on } = answered;
  const parts = [words.answered(board.answers[answer.kind], inWords(on))];
  if (answer.kind !== 'refusal') {
    parts.push(words.until(inWords(answer.byWhen)));
  }
  if (carriedOut !== undefined) {
    parts.push(words.done(inWords(carriedOut.on)));
  }
  return `${parts.join(', ')}.`;
}

function Answer({ finding: { answered, carriedOut } }: { readonly finding: Finding }) {
  if (answered === undefined) {
    return null;
  }
  const { answer } = answered;
  const texts = [
    ...(answer.kind === 'refusal' ? [] : [answer.what]),
    `${words.reasons}: ${answer.reasons}`,
    ...(carriedOut === undefined ? [] : [carriedOut.done]),
  ];
  return texts.map((text) => (
    <p key={text} className="typed-text" dir="auto">
      {text}
    </p>
  ));
}
