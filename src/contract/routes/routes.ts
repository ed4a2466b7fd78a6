/** Every address of the service, in one list. */
import { accountRoutes } from './account.ts';
import { candidateRoutes } from './candidate.ts';
import { concernDeskRoutes } from './concern-desk.ts';
import { conductDeskRoutes } from './conduct-desk.ts';
import { deskRoutes } from './desk.ts';
import { deskOpeningRoutes, ownOpeningRoutes, publicOpeningRoutes } from './openings.ts';
import { panelDeskRoutes } from './panel-desk.ts';
import { publicRoutes } from './public.ts';
import { registerRoutes } from './register.ts';
import { renewalDeskRoutes } from './renewal-desk.ts';
import type { Route } from './route.ts';
import { storyRoutes } from './stories.ts';
import { vcApiRoutes } from './vc-api.ts';
import { walletRoutes } from './wallet.ts';

const all = [
  ...publicRoutes,
  ...accountRoutes,
  ...candidateRoutes,
  ...deskRoutes,
  ...concernDeskRoutes,
  ...conductDeskRoutes,
  ...panelDeskRoutes,
  ...publicOpeningRoutes,
  ...ownOpeningRoutes,
  ...deskOpeningRoutes,
  ...storyRoutes,
  ...registerRoutes,
  ...renewalDeskRoutes,
  ...vcApiRoutes,
  ...walletRoutes,
] as const;
export type RouteId = (typeof all)[number]['id'];
export const routes: readonly (Route & { readonly id: RouteId })[] = all;

export type AccountRouteId = (typeof accountRoutes)[number]['id'];
