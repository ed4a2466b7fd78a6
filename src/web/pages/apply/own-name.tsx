/** Where a name is typed by somebody who holds a credential: that it changes nothing there, and where another one is asked for. */
import type { ReactElement } from 'react';
import { Notice } from '../../parts/notice/notice.tsx';
import { names } from '../../words/names.ts';

const words = names.apply;

export function OwnName({ name }: { readonly name: string | undefined }): ReactElement | null {
  return name === undefined ? null : (
    <Notice>
      <p>
        <bdi>{words.settled(name)}</bdi> <a href="/my/name">{words.link}</a>
      </p>
    </Notice>
  );
}
