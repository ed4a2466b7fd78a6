import assert from 'node:assert/strict';
import { test } from 'node:test';
import { date } from '../../kernel/dates/civil-date.ts';
import { addToProfile } from './add-to-profile.ts';

const fields = {
  name: 'Larkspur Care Coordinator (LCC) & more',
  organization: 'Larkspur Board',
  issued: date('2026-05-29'),
  expires: date('2031-05-31'),
  address: 'https://a.example/c/4kq0X8zWm1TgB7yPv2nRuA',
  number: 'LCC-7K2M9-QXD4T',
};

test('each field of the form is there, whatever signs it holds', () => {
  const link = new URL(addToProfile(fields));
  assert.equal(`${link.origin}${link.pathname}`, 'https://www.linkedin.com/profile/add');
  assert.deepEqual(Object.fromEntries(link.searchParams), {
    startTask: 'CERTIFICATION_NAME',
    name: fields.name,
    organizationName: 'Larkspur Board',
    ...{ issueYear: '2026', issueMonth: '5', expirationYear: '2031', expirationMonth: '5' },
    ...{ certUrl: fields.address, certId: fields.number },
  });
});

test('what does not end by itself has no end', () => {
  const link = new URL(addToProfile({ ...fields, expires: undefined }));
  assert.ok(![...link.searchParams.keys()].some((key) => key.startsWith('expiration')));
});
