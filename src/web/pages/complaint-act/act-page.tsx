/** `/desk/complaints/:matter/:act`: one act on a complaint, with what it does, what it asks, and the way back. */
import type { ReactElement } from 'react';
import { Button } from '../../parts/button/button.tsx';
import { Buttons } from '../../parts/button/buttons.tsx';
import { ErrorSummary } from '../../parts/error-summary/error-summary.tsx';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { PostForm } from '../../parts/post-form/post-form.tsx';
import { complaintActs as words } from '../../words/complaint-acts.ts';
import { complaints } from '../../words/complaints.ts';
import { ActFields } from './act-fields.tsx';
import type { ActField, ActPageProps } from './act-view.ts';

export function ActPage(props: ActPageProps): ReactElement {
  const { frame, act, matter, facts, fields, mistakes } = props;
  const { name, intro, send } = words.acts[act];
  const at = `/desk/complaints/${matter.id}`;
  return (
    <PageFrame
      frame={frame}
      title={`${name}: ${matter.label}`}
      mistakes={mistakes.length}
      wide={fields.some(({ kind }) => kind === 'pool')}
      trail={{
        above: [
          { href: '/desk/complaints', label: complaints.title },
          { href: at, label: matter.label },
        ],
      }}
      unlisted
    >
      <ErrorSummary mistakes={mistakes} />
      <h1 id="act">{name}</h1>
      <p className="lead">{intro}</p>
      {facts.map(({ title, lines }) => (
        <div key={lines.join()} className="act-facts">
          {title === undefined ? null : <p className="act-facts-title">{title}</p>}
          <ul className="plain-list">
            {lines.map((line) => (
              <li key={line} dir="auto">
                {line}
              </li>
            ))}
          </ul>
        </div>
      ))}
      <PostForm
        frame={frame}
        action={`${at}/${act}`}
        files={hasFile(fields)}
        hidden={{ seen: String(props.version) }}
      >
        <ActFields fields={fields} mistakes={mistakes} />
        <Buttons>
          <Button label={send} />
        </Buttons>
      </PostForm>
      <p>
        <a href={at}>{words.cancel}</a>
      </p>
    </PageFrame>
  );
}

const hasFile = (fields: readonly ActField[]): boolean =>
  fields.some(({ kind }) => kind === 'file');
