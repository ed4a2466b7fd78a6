/** `/matters/:matter/withdraw`: what it means to withdraw, and the button that does it. */
import type { ReactElement } from 'react';
import { Button } from '../../parts/button/button.tsx';
import { Buttons } from '../../parts/button/buttons.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { PostForm } from '../../parts/post-form/post-form.tsx';
import { en } from '../../words/en.ts';

const words = en.candidate.withdraw;

export interface WithdrawPageProps {
  readonly frame: Frame;
  readonly label: string;
  /** The address of the matter. */
  readonly matter: string;
  /** What happens to each fee. */
  readonly fees: readonly string[];
}

export function WithdrawPage({ frame, label, matter, fees }: WithdrawPageProps): ReactElement {
  return (
    <PageFrame
      frame={frame}
      title={words.title(label)}
      trail={{
        above: [
          { href: '/my', label: en.candidate.my.title },
          { href: matter, label },
        ],
      }}
      unlisted
    >
      <h1>{words.title(label)}</h1>
      <p className="lead">{words.lead}</p>
      <p>{words.keeps}</p>
      {fees.length === 0 ? null : (
        <>
          <h2>{words.fees}</h2>
          <ul>
            {fees.map((fee) => (
              <li key={fee}>{fee}</li>
            ))}
          </ul>
        </>
      )}
      <PostForm frame={frame} action={`${matter}/withdraw`}>
        <Buttons>
          <Button label={words.button(label)} />
          <a href={matter} className="link-like">
            {words.keep}
          </a>
        </Buttons>
      </PostForm>
    </PageFrame>
  );
}
