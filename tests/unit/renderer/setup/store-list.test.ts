import { describe, expect, it, test } from 'vitest';
import { isStoreList, readStoreList, withStores } from '../../../../renderer/setup/store-list.ts';

const store = (reference: string, name = '') => ({ reference, name, id: '' });

describe('a pasted list of stores', () => {
  test.each([
    { text: 'UTR-01, Utrecht Centraal', stores: [store('UTR-01', 'Utrecht Centraal')] },
    { text: 'UTR-01;Utrecht, Centraal', stores: [store('UTR-01', 'Utrecht, Centraal')] },
    {
      text: 'UTR-01\tUtrecht\r\nAMF-02\tAmersfoort\r\n',
      stores: [store('UTR-01', 'Utrecht'), store('AMF-02', 'Amersfoort')],
    },
    { text: '  UTR-01  \n\n  \n AMF-02', stores: [store('UTR-01'), store('AMF-02')] },
    { text: 'UTR-01,One\nUTR-01,Other', stores: [store('UTR-01', 'One')] },
    { text: '"UTR-01","Utrecht ""Centraal"""', stores: [store('UTR-01', 'Utrecht "Centraal"')] },
    { text: '"UTR,01";Utrecht', stores: [store('UTR,01', 'Utrecht')] },
    { text: 'UTR-01\tUtrecht\tNL\t5', stores: [store('UTR-01', 'Utrecht')] },
    { text: ',no reference', stores: [] },
    { text: '', stores: [] },
  ])('$text', ({ text, stores }) => {
    expect(readStoreList(text)).toEqual(stores);
  });

  it('counts what stands there twice once, also in hundreds of lines', () => {
    const lines = Array.from({ length: 300 }, (_line, at) => `REF-${at % 250}\tStore ${at}`);
    expect(readStoreList(`\r\n${lines.join('\r\n')}\r\n`)).toHaveLength(250);
  });

  test.each([
    ['UTR-01', false],
    ['  UTR-01\r\n', false],
    ['UTR-01, Utrecht', false],
    ['UTR-01\tUtrecht', true],
    ['UTR-01\nAMF-02', true],
    ['', false],
  ])('is told from what belongs into one field: %j', (text, expected) => {
    expect(isStoreList(text)).toBe(expected);
  });

  it('is added to what was typed, of which nothing is lost but empty lines', () => {
    const typed = [store('UTR-01', 'Mine'), store(''), store('', 'no reference yet')];
    expect(withStores(typed, [store('UTR-01', 'Theirs'), store('AMF-02')])).toEqual([
      store('UTR-01', 'Mine'),
      store('', 'no reference yet'),
      store('AMF-02'),
    ]);
  });
});
