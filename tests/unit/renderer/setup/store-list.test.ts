import { describe, expect, it, test } from 'vitest';
import { readStoreList, withStores } from '../../../../renderer/setup/store-list.ts';

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
    { text: ',no reference', stores: [] },
    { text: '', stores: [] },
  ])('$text', ({ text, stores }) => {
    expect(readStoreList(text)).toEqual(stores);
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
