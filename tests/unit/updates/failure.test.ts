import { expect, it } from 'vitest';
import { updateFailure } from '../../../main/updates/failure.ts';

const coded = (code: string, message = '') => Object.assign(new Error(message), { code });

it.each([
  [new Error('net::ERR_CONNECTION_REFUSED'), 'unreachable'],
  [new Error('net::ERR_CERT_AUTHORITY_INVALID'), 'unreachable'],
  [new Error('net::ERR_BLOCKED_BY_CLIENT'), 'elsewhere'],
  [coded('HTTP_ERROR_404', 'Not Found'), 'unreadable'],
  [coded('HTTP_ERROR_403', 'Forbidden'), 'unreadable'],
  [coded('HTTP_ERROR_503', 'Service Unavailable'), 'unreachable'],
  [coded('ERR_UPDATER_CHANNEL_FILE_NOT_FOUND'), 'unreadable'],
  [coded('ERR_UPDATER_INVALID_UPDATE_INFO'), 'unreadable'],
  [coded('ERR_CHECKSUM_MISMATCH', 'sha512 checksum mismatch, expected a, got b'), 'damaged'],
  [coded('ERR_UPDATER_INVALID_SIGNATURE'), 'not-signed'],
  [new Error('Code signature at URL file:///x did not pass validation'), 'not-signed'],
  [coded('ENOSPC', 'ENOSPC: no space left on device'), 'not-saved'],
  [coded('EACCES', 'EACCES: permission denied'), 'not-saved'],
  [new Error('who knows'), 'other'],
  ['a text', 'other'],
])('%s is told as %s', (error, failure) => {
  expect(updateFailure(error)).toBe(failure);
});
