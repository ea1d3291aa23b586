import { describe, expect, it } from 'vitest';
import { answerTo } from '../../../main/simulator/vendor.ts';
import { role } from '../../../main/simulator/keys.ts';
import { makeWorld } from './make.ts';

const merchantAccount = 'ExampleMerchant';

describe('the simulated vendor lists', () => {
  it.each<[string, object, string[]]>([
    [
      'a whole account',
      { merchantAccount },
      ['V400m-324688179', 'S1F2-000158213605014', 'AMS1-000168242800763'],
    ],
    ['one store', { merchantAccount, store: 'AMS-01' }, ['V400m-324688179', 'S1F2-000158213605014']],
    ['a connected terminal', { merchantAccount, uniqueTerminalId: 'V400m-324688179' }, ['V400m-324688179']],
    ['nothing for one that is not', { merchantAccount, uniqueTerminalId: 'P400Plus-123456789' }, []],
    ["nothing for another account's", { merchantAccount, uniqueTerminalId: 'e285-123123123' }, []],
    [
      'nothing for one of another store',
      { merchantAccount, store: 'UTR-01', uniqueTerminalId: 'V400m-324688179' },
      [],
    ],
  ])('%s', (_what, body, uniqueTerminalIds) => {
    expect(answerTo(makeWorld(), 'key', body)).toEqual({ status: 200, body: { uniqueTerminalIds } });
  });
});

describe('the simulated vendor refuses', () => {
  it.each<[string, string | undefined, unknown, number, object | null]>([
    ['no key', undefined, { merchantAccount }, 401, { errorCode: '000', errorType: 'security' }],
    ['an unknown key', 'nonsense', { merchantAccount }, 401, { errorCode: '000', errorType: 'security' }],
    [
      'a key without the role',
      'roleless',
      { merchantAccount },
      403,
      { errorCode: '010', message: 'Not allowed' },
    ],
    ['a key with other roles', 'managing', { merchantAccount }, 403, { errorCode: '010' }],
    ['the key of another account', 'key-2', { merchantAccount }, 403, { errorCode: '901' }],
    [
      'an unknown account',
      'key',
      { merchantAccount: 'Nobody' },
      403,
      { errorCode: '901', message: 'Invalid Merchant Account' },
    ],
    [
      'an unknown store',
      'key',
      { merchantAccount, store: 'XXX' },
      403,
      { errorCode: '910', message: 'Invalid Store' },
    ],
    [
      "a store by the vendor's ID",
      'key',
      { merchantAccount, store: 'ST0000000000000000000001' },
      403,
      { errorCode: '910' },
    ],
    ['a question without account', 'key', {}, 500, { errorCode: '702', errorType: 'validation' }],
    ['what is no JSON', 'key', 'hello', 400, null],
  ])('%s', (_what, key, body, status, error) => {
    const answer = answerTo(makeWorld({ managing: [role.terminals] }), key, body);
    expect(answer.status).toBe(status);
    expect(answer.body).toEqual(error && expect.objectContaining({ status, ...error }));
  });
});
