/** `/recognitions`: what is open, what was recognized, how many, and the names of those who show theirs. */
import type { ReactElement } from 'react';
import type { RecognitionKind } from '../../../casework/opening/opening-form.ts';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { openings } from '../../words/openings.ts';
import { recognitions as words } from '../../words/recognitions.ts';

export interface RecognitionShown {
  readonly id: string;
  readonly title: string;
  readonly kind: RecognitionKind;
  readonly program: string;
  readonly most: number;
  readonly isOpen: boolean;
  /** In words. */
  readonly closes: string;
  readonly duties: string;
  readonly nominated: number;
  readonly decided: number;
  readonly recognized: number;
  readonly names: readonly string[];
}

export function RecognitionsPage(props: {
  readonly frame: Frame;
  readonly recognitions: readonly RecognitionShown[];
}): ReactElement {
  const open = props.recognitions.filter(({ isOpen }) => isOpen);
  const closed = props.recognitions.filter(({ isOpen }) => !isOpen);
  return (
    <PageFrame frame={props.frame} title={words.title}>
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      {props.recognitions.length === 0 ? <p>{words.none}</p> : null}
      {props.recognitions.length > 0 ? (
        <>
          <h2>{words.open}</h2>
          {open.length === 0 ? <p>{words.noneOpen}</p> : open.map(lineOf)}
        </>
      ) : null}
      {closed.length > 0 ? (
        <>
          <h2>{words.given}</h2>
          {closed.map(lineOf)}
        </>
      ) : null}
    </PageFrame>
  );
}

const lineOf = (one: RecognitionShown): ReactElement => (
  <section key={one.id} className="opening-line" aria-labelledby={`recognition-${one.id}`}>
    <h3 id={`recognition-${one.id}`} dir="auto">
      <a href={`/openings/${one.id}`}>{one.title}</a>
    </h3>
    <p>{`${words.line(one.kind, one.most)}. ${one.program}.`}</p>
    <p className="typed-text" dir="auto">
      {one.duties}
    </p>
    {one.isOpen ? <p className="small">{openings.until(one.closes)}</p> : <Outcome one={one} />}
  </section>
);

/** How many, and the names that are shown. */
export function Outcome({
  one,
}: {
  readonly one: Pick<RecognitionShown, 'nominated' | 'decided' | 'recognized' | 'names'>;
}): ReactElement {
  const { nominated, decided, recognized, names } = one;
  return (
    <>
      <p>
        {decided < nominated
          ? words.stillOpen(nominated, nominated - decided)
          : words.counted(nominated, recognized)}
      </p>
      {names.length === 0 ? null : (
        <ul className="recognized-names" aria-label={words.namesTitle}>
          {names.map((name, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two people can bear one name.
            <li key={`${name}-${place}`} dir="auto">
              {name}
            </li>
          ))}
        </ul>
      )}
      {decided < nominated || recognized === 0 ? null : (
        <p className="small soft">
          {names.length === 0 ? words.nobodyShown : words.others(recognized - names.length)}
        </p>
      )}
    </>
  );
}
