/** `/my`: everything of one person, program by program, with what happens next and when first. */
import type { ReactElement } from 'react';
import { DataTable } from '../../parts/data-table/data-table.tsx';
import { LinkButton } from '../../parts/link-button/link-button.tsx';
import { Notice } from '../../parts/notice/notice.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { StatusTag, type StatusTone } from '../../parts/status-tag/status-tag.tsx';
import { en } from '../../words/en.ts';
import { ideas } from '../../words/ideas.ts';
import { mentoring } from '../../words/mentoring.ts';
import { myConduct } from '../../words/my-conduct.ts';
import { names } from '../../words/names.ts';
import { opinions } from '../../words/opinions.ts';
import { studies } from '../../words/studies.ts';

const words = en.candidate.my;

/** One thing that is to be done or waited for. */
export interface NextStep {
  readonly key: string;
  readonly title: string;
  readonly text: readonly string[];
  /** What is still missing, one a line. */
  readonly items?: readonly string[];
  readonly action?: { readonly href: string; readonly label: string; readonly main: boolean };
  readonly also?: { readonly href: string; readonly label: string };
}

export interface MatterRowShown {
  readonly label: string;
  readonly href: string;
  readonly kind: string;
  readonly status: string;
  readonly tone: StatusTone;
  readonly when: string;
}

export interface MyProgram {
  readonly id: string;
  readonly name: string;
  readonly notice: string;
  readonly steps: readonly NextStep[];
  readonly matters: readonly MatterRowShown[];
  readonly fees: {
    readonly balance: string;
    readonly entries: readonly {
      readonly key: string;
      readonly what: string;
      readonly on: string;
      readonly amount: string;
    }[];
  } | null;
  readonly credentials: readonly {
    readonly href: string;
    readonly title: string;
    readonly state: string;
  }[];
  /** Where copies are fetched to hand on, and where hours are claimed and the credential is renewed. */
  readonly renewals?: readonly { readonly href: string; readonly text: string }[];
  /** Where an accommodation can be asked for; null where nothing is open in this program. */
  readonly accommodationHref: string | null;
}

export interface MyPageProps {
  readonly frame: Frame;
  readonly programs: readonly MyProgram[];
  /** Whether there is any question on the page about yourself. */
  readonly aboutYou: boolean;
  /** Whether there is a matter about their conduct. */
  readonly conduct?: boolean | undefined;
}

export function MyPage({ frame, programs, aboutYou, conduct }: MyPageProps): ReactElement {
  return (
    <PageFrame frame={frame} title={words.title} unlisted>
      <h1>{words.title}</h1>
      {conduct === true ? (
        <Notice title={myConduct.linkFromMy}>
          <p>
            <a href="/my/conduct">{myConduct.linkText}</a>
          </p>
        </Notice>
      ) : null}
      {programs.length === 0 ? (
        <>
          <p className="lead">{words.empty}</p>
          <p>{words.emptyText}</p>
          <p>
            <LinkButton href="/programs" label={words.see} />
          </p>
        </>
      ) : (
        programs.map((program) => <ProgramSection key={program.id} program={program} />)
      )}
      <hr />
      {programs.length === 0 ? null : (
        <p>
          <a href="/programs">{words.more}</a>
        </p>
      )}
      <p>
        <a href="/my/name">{names.my.link}</a>
        {`. ${names.my.linkText}`}
      </p>
      <p>
        <a href="/my/opinions">{opinions.my.link}</a>
        {`. ${opinions.my.linkText}`}
      </p>
      <p>
        <a href="/my/ideas">{ideas.my.link}</a>
        {`. ${ideas.my.linkText}`}
      </p>
      <p>
        <a href="/my/studies">{studies.my.link}</a>
        {`. ${studies.my.linkText}`}
      </p>
      <p>
        <a href="/my/mentoring">{mentoring.link}</a>
        {`. ${mentoring.linkText}`}
      </p>
      <p>
        <a href="/my/close">{names.close.link}</a>
        {`. ${names.close.linkText}.`}
      </p>
      {aboutYou ? (
        <p>
          <a href="/my/about-you">{words.aboutYou}</a>
          {`. ${words.aboutYouText}`}
        </p>
      ) : null}
    </PageFrame>
  );
}

function ProgramSection({ program }: { readonly program: MyProgram }): ReactElement {
  return (
    <section aria-labelledby={`program-${program.id}`} className="my-program">
      <h2 id={`program-${program.id}`}>{program.name}</h2>
      <h3>{words.next}</h3>
      {program.steps.length === 0 ? (
        <p>{words.nothing}</p>
      ) : (
        <ul className="next-steps">
          {program.steps.map((step) => (
            <Step key={step.key} step={step} />
          ))}
        </ul>
      )}
      <Credentials program={program} />
      <Matters program={program} />
      <Fees program={program} />
      {program.accommodationHref === null ? null : (
        <p>
          <a href={program.accommodationHref}>{words.accommodation}</a>
        </p>
      )}
      <p className="small soft">{program.notice}</p>
    </section>
  );
}

function Step({ step }: { readonly step: NextStep }): ReactElement {
  return (
    <li>
      <p className="next-step-title">{step.title}</p>
      {step.text.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {step.items === undefined ? null : (
        <ul>
          {step.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      )}
      {step.action === undefined ? null : (
        <p>
          <LinkButton
            href={step.action.href}
            label={step.action.label}
            look={step.action.main ? 'primary' : 'secondary'}
          />
        </p>
      )}
      {step.also === undefined ? null : (
        <p>
          <a href={step.also.href}>{step.also.label}</a>
        </p>
      )}
    </li>
  );
}

function Credentials({ program }: { readonly program: MyProgram }): ReactElement | null {
  return program.credentials.length === 0 ? null : (
    <>
      <h3>{words.credentials}</h3>
      <ul>
        {program.credentials.map((credential) => (
          <li key={credential.href}>
            <a href={credential.href}>{credential.title}</a>
            {`. ${credential.state}.`}
          </li>
        ))}
        {program.renewals?.map(({ href, text }) => (
          <li key={href}>
            <a href={href}>{text}</a>
          </li>
        ))}
      </ul>
    </>
  );
}

function Matters({ program }: { readonly program: MyProgram }): ReactElement | null {
  const { columns } = words;
  return program.matters.length === 0 ? null : (
    <DataTable
      caption={words.matters}
      columns={[
        { label: columns.label },
        { label: columns.kind },
        { label: columns.status },
        { label: columns.when },
      ]}
      rows={program.matters.map((matter) => ({
        key: matter.href,
        cells: [
          <a key="label" href={matter.href}>
            {matter.label}
          </a>,
          matter.kind,
          <StatusTag key="status" label={matter.status} tone={matter.tone} />,
          matter.when,
        ],
      }))}
    />
  );
}

function Fees({ program }: { readonly program: MyProgram }): ReactElement | null {
  const fees = en.candidate.fees;
  return program.fees === null ? null : (
    <>
      <h3>{words.fees}</h3>
      <p>{program.fees.balance}</p>
      <details>
        <summary>{fees.show}</summary>
        <DataTable
          caption={fees.caption}
          captionHidden
          columns={[
            { label: fees.what },
            { label: fees.on },
            { label: fees.amount, figures: true },
          ]}
          rows={program.fees.entries.map(({ key, what, on, amount }) => ({
            key,
            cells: [what, on, amount],
          }))}
        />
      </details>
    </>
  );
}
