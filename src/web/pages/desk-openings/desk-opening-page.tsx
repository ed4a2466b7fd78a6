/** `/desk/openings/:opening`: what staff verify of an opening, and what a director does with it. */
import type { ReactElement } from 'react';
import { inWords } from '../../../kernel/dates/civil-date.ts';
import type {
  NomineeByLabel,
  NomineeToVerify,
  Opening,
} from '../../../workflow/ports/seat-records.ts';
import { Button } from '../../parts/button/button.tsx';
import { DescriptionList } from '../../parts/description-list/description-list.tsx';
import { ErrorSummary } from '../../parts/error-summary/error-summary.tsx';
import { errorFor, type FieldMistake } from '../../parts/field/field.tsx';
import { Notice } from '../../parts/notice/notice.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { PostForm } from '../../parts/post-form/post-form.tsx';
import { RadioGroup } from '../../parts/radio-group/radio-group.tsx';
import { TextArea } from '../../parts/text-area/text-area.tsx';
import { TextField } from '../../parts/text-field/text-field.tsx';
import { openings } from '../../words/openings.ts';
import { recognitions } from '../../words/recognitions.ts';

const words = openings.desk;

export interface DeskOpeningPageProps {
  readonly frame: Frame;
  readonly opening: Opening;
  readonly news: string | undefined;
  /** What was typed, by field, and what was found by it. */
  readonly typed: (field: string) => string;
  readonly mistakes: readonly FieldMistake[];
  /** For staff. */
  readonly verify:
    | { readonly nominees: readonly NomineeToVerify[]; readonly categories: readonly string[] }
    | undefined;
  /** For a director, of a draw. */
  readonly draw:
    | {
        readonly all: number;
        readonly unverified: number;
        readonly step: 'wait' | 'commit' | 'hold' | 'refill' | 'none';
        readonly accepted: number;
        readonly declined: number;
        readonly waiting: number;
      }
    | undefined;
  /** For a director, of an opening that is read. */
  readonly decide:
    | {
        readonly nominees: readonly NomineeByLabel[];
        readonly agreement: { readonly value: string; readonly pairs: number } | undefined;
      }
    | undefined;
}

export function DeskOpeningPage(props: DeskOpeningPageProps): ReactElement {
  const { frame, opening, news } = props;
  return (
    <PageFrame
      frame={frame}
      title={`${opening.title}: ${words.title}`}
      trail={{ above: [{ href: '/desk/openings', label: words.title }] }}
      mistakes={props.mistakes.length}
      unlisted
    >
      <ErrorSummary mistakes={props.mistakes} />
      <h1>{opening.title}</h1>
      {news === undefined ? null : (
        <Notice news>
          <p>{news}</p>
        </Notice>
      )}
      <p>
        {openings.closed(inWords(opening.closesOn))}.{' '}
        <a href={`/openings/${opening.id}`}>{words.open}</a>
      </p>
      {props.draw === undefined ? null : <Draw {...props} draw={props.draw} />}
      {props.verify === undefined ? null : <Verify {...props} verify={props.verify} />}
      {props.decide === undefined ? null : <Decide {...props} decide={props.decide} />}
    </PageFrame>
  );
}

type With<Name extends 'draw' | 'verify' | 'decide'> = DeskOpeningPageProps & {
  readonly [Key in Name]: NonNullable<DeskOpeningPageProps[Name]>;
};

function Draw({ frame, opening, draw }: With<'draw'>): ReactElement {
  const to = (act: string): string => `/desk/openings/${opening.id}/${act}`;
  const day = opening.randomOn === undefined ? '' : inWords(opening.randomOn);
  return (
    <section aria-labelledby="pool">
      <h2 id="pool">{words.poolTitle}</h2>
      <p>{words.poolIs(draw.all, draw.unverified)}</p>
      {draw.step === 'commit' ? (
        <>
          <p>{words.commitLead(day)}</p>
          <PostForm frame={frame} action={to('commit')} name={words.commit}>
            <Button label={words.commit} />
          </PostForm>
        </>
      ) : null}
      {draw.step === 'hold' ? (
        <>
          <p>{words.holdLead(opening.randomSource ?? '', day)}</p>
          <PostForm frame={frame} action={to('draw')} name={words.hold}>
            <TextField name="words" label={words.words} />
            <Button label={words.hold} />
          </PostForm>
        </>
      ) : null}
      {draw.step === 'refill' || draw.step === 'none' ? (
        <p>{words.refillLead(draw.accepted, draw.declined, draw.waiting)}</p>
      ) : null}
      {draw.step === 'refill' ? (
        <PostForm frame={frame} action={to('refill')} name={words.refill}>
          <Button label={words.refill} />
        </PostForm>
      ) : null}
    </section>
  );
}

function Verify({ frame, opening, verify }: With<'verify'>): ReactElement {
  const { nominees, categories } = verify;
  const open = nominees.filter(
    ({ verified, setAside }) =>
      setAside === undefined && categories.some((category) => verified[category] === undefined),
  );
  return (
    <section aria-labelledby="verify">
      <h2 id="verify">{words.verifyTitle}</h2>
      <p>{words.poolIs(nominees.length, open.length)}</p>
      {open.map((one) => (
        <section key={one.id} className="opening-line" aria-labelledby={`nominee-${one.id}`}>
          <h3 id={`nominee-${one.id}`}>{`${one.name} (${one.label})`}</h3>
          <ul>
            {Object.entries(one.stated).map(([category, value]) => (
              <li key={category}>{`${category}: ${words.states} ${value}`}</li>
            ))}
          </ul>
          <PostForm
            frame={frame}
            action={`/desk/openings/${opening.id}/verify`}
            hidden={{ nomination: one.id }}
            name={`${words.verify}: ${one.label}`}
          >
            <TextField name={`source-${one.id}`} label={words.source} />
            <Button label={words.verify} look="secondary" />
          </PostForm>
          <PostForm
            frame={frame}
            action={`/desk/openings/${opening.id}/aside`}
            hidden={{ nomination: one.id }}
            name={`${words.aside}: ${one.label}`}
          >
            <TextField name={`reason-${one.id}`} label={words.reason} />
            <Button label={words.aside} look="secondary" />
          </PostForm>
        </section>
      ))}
    </section>
  );
}

function Decide(props: With<'decide'>): ReactElement {
  const { decide } = props;
  return (
    <section aria-labelledby="nominees">
      <h2 id="nominees">{words.decideTitle}</h2>
      <p>
        {`${words.agreement}: `}
        {decide.agreement === undefined
          ? words.agreementNone
          : words.agreementIs(decide.agreement.value, decide.agreement.pairs)}
      </p>
      {decide.nominees.map((nominee) => (
        <Nominee key={nominee.id} {...props} nominee={nominee} />
      ))}
    </section>
  );
}

function Nominee(props: With<'decide'> & { readonly nominee: NomineeByLabel }): ReactElement {
  const { frame, opening, nominee, typed, mistakes } = props;
  const { id, label, statement, readings, decided, answer } = nominee;
  const terms =
    opening.recognition === undefined
      ? { choices: words.chosenChoices, decided: words.decided }
      : recognitions.desk;
  const sums = readings.map(({ scores }) => scores.reduce((sum, one) => sum + one, 0));
  return (
    <section className="opening-line" aria-labelledby={`nominee-${id}`}>
      <h3 id={`nominee-${id}`}>{label}</h3>
      <p>{`${words.readings(readings.length)}. ${sums.length === 0 ? '' : `${words.sum(sums.join(' and '))}.`}`}</p>
      <DescriptionList
        items={[
          ...opening.criteria.map((criterion, place) => ({
            term: criterion,
            value: (
              <div className="typed-text" dir="auto">
                {statement[place] ?? ''}
              </div>
            ),
          })),
          { term: words.conflicts, value: <div dir="auto">{nominee.conflicts}</div> },
        ]}
      />
      {decided === undefined ? null : (
        <p>
          {`${terms.decided[decided.chosen ? 'yes' : 'no']}: ${decided.reason}`}
          {answer === undefined ? null : ` (${words.answers[answer]})`}
        </p>
      )}
      {nominee.upheld === undefined ? null : <p>{`${words.upheld[nominee.upheld]}.`}</p>}
      {decided === undefined && readings.length === 2 && !nominee.withdrawn ? (
        <PostForm
          frame={frame}
          action={`/desk/openings/${opening.id}/decide`}
          hidden={{ nomination: id }}
          name={`${words.decide}: ${label}`}
        >
          <RadioGroup
            name={`chosen-${id}`}
            label={words.chosen}
            value={typed(`chosen-${id}`)}
            error={errorFor(mistakes, `chosen-${id}`)}
            choices={[
              { value: 'yes', label: terms.choices.yes },
              { value: 'no', label: terms.choices.no },
            ]}
            inline
          />
          <TextArea
            name={`reason-${id}`}
            label={words.why}
            value={typed(`reason-${id}`)}
            rows={3}
            error={errorFor(mistakes, `reason-${id}`)}
          />
          <Button label={words.decide} look="secondary" />
        </PostForm>
      ) : null}
    </section>
  );
}
