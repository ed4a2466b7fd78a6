/** A holder's own page about one credential: what to hand on, LinkedIn, and copies in wallets. */
import { createElement } from 'react';
import { dayWritten } from '../../credential/badge/day-written.ts';
import { shownOf } from '../../credential/verifier/shown.ts';
import { addToProfile } from '../../credential/wallet/add-to-profile.ts';
import { WALLET_FORMATS } from '../../credential/wallet/wallet-copy.ts';
import { isJsonObject } from '../../kernel/bytes/json-members.ts';
import { type CivilDate, inWordsShort } from '../../kernel/dates/civil-date.ts';
import { programOf } from '../../program/catalog/catalog.ts';
import { defaultsOf } from '../../program/catalog/operator-defaults.ts';
import {
  MyCredentialPage,
  type MyCredentialPageProps,
} from '../../web/pages/my-credential/my-credential-page.tsx';
import { OfferPage } from '../../web/pages/my-credential/offer-page.tsx';
import type { FieldMistake } from '../../web/parts/field/field.tsx';
import { renderPage } from '../../web/parts/page-frame/render-page.ts';
import { myCredential as words } from '../../web/words/my-credential.ts';
import { makeOffer } from '../../workflow/wallet/make-offer.ts';
import {
  endWalletCopy,
  type MyCredential,
  myCredential,
} from '../../workflow/wallet/my-credential.ts';
import { statusOf } from '../public/copy-status.ts';
import type { App } from '../server/app.ts';
import { missingPage, refusalPage } from '../server/problem-pages.ts';
import {
  type Handler,
  one,
  page,
  type Reply,
  redirect,
  type SignedInVisit,
  signedIn,
} from '../server/visit.ts';

type MyCredentialRoute = 'my-credential' | 'wallet-offer' | 'wallet-end';

export function myCredentialHandlers(app: App): Readonly<Record<MyCredentialRoute, Handler>> {
  return {
    'my-credential': mine(app, async (visit, found) => show(app, visit, found, [])),
    'wallet-offer': mine(app, (visit, found) => offer(app, visit, found)),
    'wallet-end': mine(app, async (visit, found) => {
      const { person } = visit.session;
      await endWalletCopy(app.world, { person, copy: one(visit.params, 'copy') });
      return redirect(`${addressOf(found)}?news=ended`);
    }),
  };
}

/** The credential of the address, for whoever holds it; nobody else learns anything of it. */
const mine = (
  app: App,
  handler: (visit: SignedInVisit, found: MyCredential) => Promise<Reply>,
): Handler =>
  signedIn(async (visit) => {
    const credential = one(visit.params, 'credential');
    const found = await myCredential(app.world, { person: visit.session.person, credential });
    return found.ok ? await handler(visit, found.value) : missingPage(visit.frame);
  });

const addressOf = ({ credential }: MyCredential): string =>
  `/my/credential/${encodeURIComponent(credential)}`;

async function offer(app: App, visit: SignedInVisit, found: MyCredential): Promise<Reply> {
  const asked = one(visit.form, 'form');
  const format = WALLET_FORMATS.find((known) => known === asked);
  if (format === undefined) {
    return show(app, visit, found, [{ field: 'form', message: words.formMissing }]);
  }
  const at = addressOf(found);
  const { person } = visit.session;
  const made = await makeOffer(app.world, { person, credential: found.credential, format });
  if (!made.ok) {
    return refusalPage(visit.frame, made.refusal, { href: at, label: words.title });
  }
  const { link, picture, pin, expiresAt } = made.value;
  return page(
    renderPage(
      createElement(OfferPage, {
        ...{ frame: visit.frame, at, name: shownIn(found).credentialName ?? '', link },
        picture: `data:image/svg+xml;base64,${Buffer.from(picture).toString('base64')}`,
        pin: `${pin.slice(0, 3)} ${pin.slice(3)}`,
        until: clockIn(found.program, expiresAt),
      }),
    ),
  );
}

/** "2:47 PM EST", in the zone of the body. */
function clockIn(program: string, at: number): string {
  const known = programOf(program);
  const timeZone = known === undefined ? 'UTC' : defaultsOf(known).zone;
  return new Intl.DateTimeFormat('en-US', { timeStyle: 'long', timeZone })
    .format(at)
    .replace(/:\d\d(?=\s[AP]M)/u, '');
}

const shownIn = ({ document }: MyCredential) =>
  isJsonObject(document) ? shownOf(document) : { signedBy: '' };

function show(
  app: App,
  { frame, form, query }: SignedInVisit,
  found: MyCredential,
  mistakes: readonly FieldMistake[],
): Reply {
  const publicAt = `/c/${found.newest}`;
  const address = `${app.world.origin}${publicAt}`;
  const props: MyCredentialPageProps = {
    ...{ frame, mistakes, publicAt, address, at: addressOf(found) },
    name: shownIn(found).credentialName ?? '',
    status: statusOf(found),
    profile: found.mayBeReliedOn ? profileOf(found, address) : undefined,
    inWallets: found.inWallets.map(({ id, format, issuedOn, endedOn }) => ({
      id,
      what: words.line(words.forms[format].label, inWordsShort(issuedOn)),
      endedOn: endedOn === undefined ? undefined : inWordsShort(endedOn),
    })),
    form: one(form, 'form'),
    news: one(query, 'news') === 'ended' ? words.endedNews : undefined,
  };
  return page(renderPage(createElement(MyCredentialPage, props)), mistakes.length > 0 ? 422 : 200);
}

function profileOf(found: MyCredential, address: string): MyCredentialPageProps['profile'] {
  const shown = shownIn(found);
  const issued = dayWritten(shown.awardedDate);
  const expires = dayWritten(shown.validUntil);
  const named = {
    name: shown.credentialName ?? '',
    organization: shown.issuerName ?? '',
    number: shown.licenseNumber ?? '',
  };
  const day = (on: CivilDate | undefined) => (on === undefined ? undefined : inWordsShort(on));
  return issued === undefined
    ? undefined
    : {
        href: addToProfile({ ...named, issued, expires, address }),
        fields: { ...named, address, issued: day(issued), expires: day(expires) },
      };
}
