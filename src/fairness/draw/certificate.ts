/**
 * What proves that no fairer draw exists, as data that anybody can check by adding up, with no solver
 * (check-certificate.ts).
 *
 * For each level the certificate counts a seat of every person so many points. No panel that keeps the rules counts
 * more than a ceiling; that is proved by factors for the rules. Those of lower levels have their chance, so what is left of
 * the ceiling is at most what the others get on average: nobody can lift all of them above the level. Whoever counts points
 * at a level stays on it in every draw as good, which makes the level a fact for the next one (linear programming duality,
 * strict complementarity).
 */
import { at } from '../../kernel/result/at.ts';
import type { Aim, FairChances } from './fair-chances.ts';
import type { PanelSystem } from './kinds.ts';
import type { Proof } from './panel-search.ts';

export interface CertificateKind {
  /** Ids of people alike in every quota attribute, and of households made up alike. */
  readonly people: readonly string[];
  readonly values: readonly string[];
}

export interface Seats {
  /** Its place in the list of kinds, from 0. */
  readonly kind: number;
  readonly seats: number;
}

export interface DrawCertificate {
  readonly aim: Aim;
  readonly kinds: readonly CertificateKind[];
  /** Households made up alike: kinds of which every household has at most one person on a panel. */
  readonly households: readonly { readonly kinds: readonly number[] }[];
  readonly panels: readonly { readonly often: number; readonly seats: readonly Seats[] }[];
  /** Kinds that can be on no panel. */
  readonly never: { readonly kinds: readonly number[]; readonly proof: Proof } | undefined;
  readonly levels: readonly CertificateLevel[];
}

export interface CertificateLevel {
  readonly chance: number;
  /** Kinds that stay on this level in every draw as good. */
  readonly settled: readonly number[];
  /** By kind: the points that a seat counts. */
  readonly points: readonly number[];
  /** In its factors the size comes first, then the quotas in their order, then the households. */
  readonly proof: Proof;
}

export function certificateOf(
  system: PanelSystem,
  { portfolio, never, steps }: FairChances,
  aim: Aim,
): DrawCertificate {
  return {
    aim,
    kinds: system.kinds.map(({ people, values }) => ({
      people: people.map(({ id }) => id),
      values,
    })),
    households: system.makeUps.map(({ kinds }) => ({ kinds })),
    panels: portfolio.panels.map((panel, place) => ({
      often: at(portfolio.often, place),
      seats: panel.flatMap((seats, kind) => (seats === 0 ? [] : [{ kind, seats }])),
    })),
    never,
    levels: steps.map(({ chance, settled, worth, proof }) => ({
      chance,
      settled,
      points: Array.from(worth),
      proof,
    })),
  };
}
