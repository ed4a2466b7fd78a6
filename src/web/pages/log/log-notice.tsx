/** For staff and the board: something is wrong with the decision log, and its page says what. */
import type { ReactElement } from 'react';
import { Notice } from '../../parts/notice/notice.tsx';
import { log as words } from '../../words/log.ts';

export const LogNotice = ({ text }: { readonly text: string }): ReactElement => (
  <Notice title={words.title}>
    <p>
      {text} <a href="/log#watch">{words.watch.toLog}</a>
    </p>
  </Notice>
);
