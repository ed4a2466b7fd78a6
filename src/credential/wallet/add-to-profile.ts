/**
 * The address at which LinkedIn opens its form for a certification, with the fields filled in as far as it still reads them. It is
 * their page and their choice: nothing is sent before somebody follows it, and they may fill in less than this says.
 * Source: LinkedIn's "Add to profile" form, as other issuers use it; LinkedIn promises none of it.
 */
import { type CivilDate, parts } from '../../kernel/dates/civil-date.ts';

export interface ProfileFields {
  readonly name: string;
  readonly organization: string;
  readonly issued: CivilDate;
  readonly expires: CivilDate | undefined;
  readonly address: string;
  readonly number: string;
}

export function addToProfile(fields: ProfileFields): string {
  const { name, organization, issued, expires, address, number } = fields;
  const from = parts(issued);
  const until = expires === undefined ? undefined : parts(expires);
  const asked = [
    ['startTask', 'CERTIFICATION_NAME'],
    ['name', name],
    ['organizationName', organization],
    ['issueYear', String(from.year)],
    ['issueMonth', String(from.month)],
    ...(until === undefined
      ? []
      : [
          ['expirationYear', String(until.year)],
          ['expirationMonth', String(until.month)],
        ]),
    ['certUrl', address],
    ['certId', number],
  ];
  const query = asked.map(([key, value]) => `${key}=${encodeURIComponent(value ?? '')}`).join('&');
  return `https://www.linkedin.com/profile/add?${query}`;
}
