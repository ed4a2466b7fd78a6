/**
 * Offers in the order in which they fit what a candidate asks for, and nothing else: how many of the wishes an offer meets;
 * among those that meet as many, the one with more places left; among those the order is drawn from the candidate's own seed,
 * so that nobody is always first. An offer that meets none of several wishes is not shown.
 */
import { generatorFrom, shuffled } from '../../kernel/chance/generator.ts';
import { type OpenOffer, WISHED, type Wish, type Wished } from './wishes.ts';

export interface Match {
  readonly offer: OpenOffer;
  readonly meets: readonly Wished[];
  readonly misses: readonly Wished[];
}

export function matches(wish: Wish, offers: readonly OpenOffer[], seed: string): readonly Match[] {
  const asked = wishesIn(wish);
  return shuffled(offers, generatorFrom(seed))
    .filter(({ placesLeft }) => placesLeft > 0)
    .map((offer): Match => {
      const meets = asked.filter((one) => isMet(one, wish, offer));
      return { offer, meets, misses: asked.filter((one) => !meets.includes(one)) };
    })
    .filter(({ meets }) => asked.length === 0 || meets.length > 0)
    .toSorted((a, b) => b.meets.length - a.meets.length || b.offer.placesLeft - a.offer.placesLeft);
}

const wishesIn = (wish: Wish): readonly Wished[] =>
  WISHED.filter((one) => (one === 'times' ? wish.times.length > 0 : wish[one] !== undefined));

function isMet(one: Wished, wish: Wish, offer: OpenOffer): boolean {
  switch (one) {
    case 'setting':
      return offer.settings.some((setting) => setting === wish.setting);
    case 'region':
      return offer.region === wish.region;
    case 'language':
      return offer.languages.some((language) => language === wish.language);
    default:
      return offer.times.some((time) => wish.times.includes(time));
  }
}
