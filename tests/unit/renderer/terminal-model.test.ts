import { describe, expect, test } from 'vitest';
import { modelOf } from '../../../renderer/terminals/terminal-model.ts';

describe('the model that a POIID names', () => {
  test.each([
    { poiid: 'V400m-324688179', name: 'Verifone V400m', android: false },
    { poiid: 'v400M-324688179', name: 'Verifone V400m', android: false },
    { poiid: 'P400Plus-275102806', name: 'Verifone P400 Plus', android: false },
    { poiid: 'S1F2-000158213600107', name: 'Castles S1F2', android: true },
    { poiid: 'S1F4Pro-000158213600107', name: 'Castles S1F4 Pro', android: true },
    { poiid: 'AMS1-000168223606112', name: 'Adyen AMS1', android: true },
    { poiid: 'P630-123456789', name: 'Verifone P630', android: true },
  ])('$poiid is a $name', ({ poiid, name, android }) => {
    expect(modelOf(poiid)).toEqual({ name, android });
  });

  test.each(['NEW9-123456789', '', '-1', '3f2a77c0-6a53-4b7e', 'V400m2-1'])(
    '%j is of no known model',
    (poiid) => {
      expect(modelOf(poiid)).toBeNull();
    },
  );
});
