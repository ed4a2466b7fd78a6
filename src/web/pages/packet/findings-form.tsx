/**
 * The form a decider answers: on the left what was recorded for a criterion, on the right whether it is met and why.
 * Stepping aside and asking who it is are part of the same form, so that neither loses an answer already typed.
 */
import type { ReactElement } from 'react';
import { Button } from '../../parts/button/button.tsx';
import { Buttons } from '../../parts/button/buttons.tsx';
import { errorFor, type FieldMistake } from '../../parts/field/field.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PostForm } from '../../parts/post-form/post-form.tsx';
import { RadioGroup } from '../../parts/radio-group/radio-group.tsx';
import { TextArea } from '../../parts/text-area/text-area.tsx';
import { en } from '../../words/en.ts';
import { FactTable, type PacketFact } from './fact-table.tsx';

const words = en.desk.packet;

export interface PacketCriterion {
  readonly id: string;
  readonly title: string;
  readonly rule: string;
  readonly facts: readonly PacketFact[];
  /** A reading of the facts by the rule; undefined where there is none to give. */
  readonly reading: string | undefined;
  readonly metName: string;
  readonly reasonName: string;
  readonly met: string;
  readonly reason: string;
}

export interface FindingsFormProps {
  readonly frame: Frame;
  readonly address: string;
  readonly version: number;
  /** In an appeal every ground is answered with a reason, found or not. */
  readonly kind: keyof typeof en.desk.kinds;
  readonly criteria: readonly PacketCriterion[];
  /** The expression in words, one line a step. */
  readonly follows: readonly string[];
  /** What was typed under the other ways. */
  readonly stepAside: string;
  readonly identity: string;
  readonly mistakes: readonly FieldMistake[];
}

export function FindingsForm(props: FindingsFormProps): ReactElement {
  return (
    <>
      <h2>{words.findings}</h2>
      <p>{props.kind === 'appeal' ? words.groundsIntro : words.findingsIntro}</p>
      <details>
        <summary>{words.follows}</summary>
        <ul>
          {props.follows.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </details>
      <PostForm
        frame={props.frame}
        action={`${props.address}/decide`}
        hidden={{ seen: String(props.version) }}
      >
        {props.criteria.map((criterion, place) => (
          <FindingRow
            key={criterion.id}
            criterion={criterion}
            appeal={props.kind === 'appeal'}
            place={(props.kind === 'appeal' ? words.groundPlace : words.place)(
              place + 1,
              props.criteria.length,
            )}
            mistakes={props.mistakes}
          />
        ))}
        {/* The Enter key presses the first button, which records nothing. */}
        <Buttons>
          <Button label={words.tryOut} look="secondary" name="step" value="try-out" />
          <Button label={words.decide} name="step" value="decide" />
        </Buttons>
        <OtherWays {...props} />
      </PostForm>
    </>
  );
}

function FindingRow(props: {
  readonly criterion: PacketCriterion;
  readonly appeal: boolean;
  readonly place: string;
  readonly mistakes: readonly FieldMistake[];
}): ReactElement {
  const { criterion, appeal, mistakes } = props;
  return (
    <section className="finding">
      <div className="finding-evidence">
        <p className="finding-place">{props.place}</p>
        <h3>{criterion.title}</h3>
        <p>{criterion.rule}</p>
        <FactTable title={criterion.title} facts={criterion.facts} />
        {criterion.reading === undefined ? null : (
          <div className="finding-reading">
            <p>
              <strong>{words.reading}:</strong> {criterion.reading}
            </p>
            <p className="soft small">{words.readingNote}</p>
          </div>
        )}
      </div>
      <div className="finding-answer">
        <RadioGroup
          name={criterion.metName}
          label={(appeal ? words.groundQuestion : words.question)(criterion.title)}
          inline
          value={criterion.met}
          error={errorFor(mistakes, criterion.metName)}
          choices={[
            { value: 'yes', label: appeal ? words.found : words.met },
            { value: 'no', label: appeal ? words.notFound : words.notMet },
          ]}
        />
        <TextArea
          name={criterion.reasonName}
          label={words.reasonFor(criterion.title)}
          value={criterion.reason}
          rows={3}
          optional={!appeal}
          error={errorFor(mistakes, criterion.reasonName)}
        />
      </div>
    </section>
  );
}

function OtherWays(props: FindingsFormProps): ReactElement {
  const wrong = (name: string): string | undefined => errorFor(props.mistakes, name);
  return (
    <section className="packet-ways" aria-label={words.away}>
      <details open={wrong('step-aside') !== undefined}>
        <summary>{words.stepAside}</summary>
        <TextArea
          name="step-aside"
          label={words.stepAsideReason}
          hint={words.stepAsideHint}
          value={props.stepAside}
          rows={2}
          error={wrong('step-aside')}
        />
        <Button
          label={words.stepAside}
          look="secondary"
          action={`${props.address}/step-aside`}
          name="step"
          value="step-aside"
        />
      </details>
      <details open={wrong('identity') !== undefined}>
        <summary>{words.identity}</summary>
        <TextArea
          name="identity"
          label={words.identityReason}
          hint={words.identityHint}
          value={props.identity}
          rows={2}
          error={wrong('identity')}
        />
        <Button
          label={words.ask}
          look="secondary"
          action={`${props.address}/identity`}
          name="step"
          value="identity"
        />
      </details>
    </section>
  );
}
