/**
 * The language of a page. The frame says it once; every part inside takes its own words from it, so that no part is
 * handed a language and none can speak another one.
 */
import { createContext, useContext } from 'react';
import { forms } from '../../words/forms.ts';
import { formsEs } from '../../words/forms-es.ts';
import { frame } from '../../words/frame.ts';
import { frameEs } from '../../words/frame-es.ts';
import type { Place } from './frame.ts';

export type PageLanguage = 'en' | 'es';

export const SpokenLanguage = createContext<PageLanguage>('en');

const spoken = { en: { frame, forms }, es: { frame: frameEs, forms: formsEs } } as const;

export const useForms = (): typeof forms => spoken[useContext(SpokenLanguage)].forms;
export const useFrame = (): Omit<typeof frame, 'roles' | 'places'> =>
  spoken[useContext(SpokenLanguage)].frame;

/** A place by its name in the language of the page; one that has none there keeps its English name, and says so. */
export function usePlaceName(): (place: Place) => { readonly label: string; readonly lang?: 'en' } {
  const language = useContext(SpokenLanguage);
  const names: Readonly<Record<string, string>> = spoken[language].frame.places;
  return ({ label }) => {
    if (language === 'en') {
      return { label };
    }
    const [key = ''] = Object.entries(frame.places).find(([, english]) => english === label) ?? [];
    const name = names[key];
    return name === undefined ? { label, lang: 'en' } : { label: name };
  };
}
