/** What is shown once a concern is sent: the receipt code, by when there is an answer, and what happens next. */
import type { ReactElement } from 'react';
import type { ConcernPath, Language } from '../../../casework/concern/concern.ts';
import { Notice } from '../../parts/notice/notice.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { Receipt } from '../../parts/receipt/receipt.tsx';
import { concernWords } from '../../words/concern-words.ts';
import { addressIn } from './concern-view.ts';

export interface ConcernSentPageProps {
  readonly frame: Frame;
  readonly language: Language;
  /** "7ZK4Q-0M2XN-9B1RT-HW8CD": shown once and never again. */
  readonly receipt: string;
  readonly label: string;
  readonly path: ConcernPath;
  /** "Friday, May 29, 2026". */
  readonly answerBy: string;
  /** It was sent before with another passphrase, and that one holds. */
  readonly otherPassphraseHolds: boolean;
}

export function ConcernSentPage(props: ConcernSentPageProps): ReactElement {
  const { language } = props;
  const words = concernWords[language].sent;
  return (
    <PageFrame frame={props.frame} title={words.title} language={language} unlisted>
      <h1>{words.title}</h1>
      <p className="lead">{words.lead(props.answerBy)}</p>
      {props.otherPassphraseHolds ? (
        <Notice>
          <p>{words.otherPassphrase}</p>
        </Notice>
      ) : null}
      <Receipt title={words.code} text={props.receipt} large>
        <p>{words.codeText}</p>
        <p>{words.label(props.label)}</p>
      </Receipt>
      <h2>{words.next}</h2>
      <p>{words.nextSteps[props.path]}</p>
      <p>
        <a href={addressIn('/concern/receipt', language)}>{words.read}</a>
      </p>
    </PageFrame>
  );
}
