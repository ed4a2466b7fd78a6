/**
 * A panel's findings, allegation by allegation, each with its reason and the evidence it rests on; and after a hearing the
 * sanction, or the remedy where the complaint is about the body.
 */
import type { ReactElement } from 'react';
import { breachField, evidenceField, reasonField } from '../../../casework/conduct/panel-form.ts';
import { CheckboxGroup } from '../../parts/checkbox-group/checkbox-group.tsx';
import { errorFor, type FieldMistake } from '../../parts/field/field.tsx';
import { RadioGroup } from '../../parts/radio-group/radio-group.tsx';
import { TextArea } from '../../parts/text-area/text-area.tsx';
import { panels as words } from '../../words/panels.ts';
import type { AllegationShown } from './provision-shown.ts';
import { Allegation } from './record-parts.tsx';
import type { PieceShown } from './record-view.ts';
import { SanctionFields, type SanctionView } from './sanction-fields.tsx';
import type { TypedForm } from './typed-form.ts';

export interface FindingsView {
  /** The allegations to be answered. */
  readonly allegations: readonly AllegationShown[];
  /** What the respondent was shown; nothing can rest on anything else. */
  readonly evidence: readonly PieceShown[];
}

export interface OutcomeView extends FindingsView {
  /** The standard of proof in words. */
  readonly standard: string;
  /** Undefined where the complaint is about the body. */
  readonly sanction: SanctionView | undefined;
  readonly isOffer: boolean;
}

interface FormProps<View> {
  readonly view: View;
  readonly typed: TypedForm;
  readonly mistakes: readonly FieldMistake[];
}

interface Question {
  readonly ask: (name: string) => string;
  readonly yes: string;
  readonly no: string;
}

export const ReviewForm = (props: FormProps<FindingsView>): ReactElement => (
  <>
    <h2>{words.findings}</h2>
    <Findings
      {...props}
      question={{ ask: words.causeQuestion, yes: words.causeYes, no: words.causeNo }}
    />
  </>
);

export function OutcomeForm(props: FormProps<OutcomeView>): ReactElement {
  const { view, typed, mistakes } = props;
  return (
    <>
      <h2>{words.standardTitle}</h2>
      <p>{view.standard}</p>
      <h2>{words.findings}</h2>
      <Findings
        {...props}
        question={{
          ask: words.breachQuestion,
          yes: view.isOffer ? words.admitted : words.breachYes,
          no: words.breachNo,
        }}
      />
      {view.sanction === undefined ? (
        <>
          <h2>{words.remedyTitle}</h2>
          <p>{words.remedyIntro}</p>
          <TextArea
            name="remedy"
            label={words.remedy}
            value={typed.one('remedy')}
            optional="unsaid"
            error={errorFor(mistakes, 'remedy')}
          />
        </>
      ) : (
        <>
          <h2>{words.sanctionTitle}</h2>
          <p>{words.sanctionIntro}</p>
          <SanctionFields view={view.sanction} typed={typed} mistakes={mistakes} />
        </>
      )}
    </>
  );
}

function Findings(props: FormProps<FindingsView> & { readonly question: Question }): ReactElement {
  const { view, typed, mistakes, question } = props;
  return (
    <>
      {view.evidence.length === 0 ? <p>{words.nothingShown}</p> : null}
      {view.allegations.map((allegation) => {
        const { id } = allegation;
        const [breach, reason, evidence] = [breachField(id), reasonField(id), evidenceField(id)];
        return (
          <Allegation key={allegation.id} allegation={allegation}>
            <RadioGroup
              name={breach}
              label={question.ask(allegation.name)}
              value={typed.one(breach)}
              choices={[
                { value: 'yes', label: question.yes },
                { value: 'no', label: question.no },
              ]}
              error={errorFor(mistakes, breach)}
            />
            <TextArea
              name={reason}
              label={words.reasonOf}
              hint={words.reasonHint}
              value={typed.one(reason)}
              error={errorFor(mistakes, reason)}
            />
            {view.evidence.length === 0 ? null : (
              <CheckboxGroup
                name={evidence}
                label={words.restsOn}
                hint={words.restsHint}
                values={typed.many(evidence)}
                choices={view.evidence.map((piece) => ({
                  value: piece.id,
                  label: `${piece.name}: ${piece.kind}`,
                  hint: piece.source,
                }))}
                error={errorFor(mistakes, evidence)}
              />
            )}
          </Allegation>
        );
      })}
    </>
  );
}
