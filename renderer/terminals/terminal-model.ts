/** A model of terminal that the vendor supplies. Names of makers and models are no words to translate. */
export interface TerminalModel {
  /** "Verifone V400m" */
  name: string;
  /** Its menus are those of Android. */
  android: boolean;
}

/**
 * By the part of the POIID before the hyphen, in small letters and without the blanks of some labels. Makers of the
 * models, and which are Android: the vendor's firmware release notes,
 * https://docs.adyen.com/point-of-sale/firmware-release-notes
 */
const models = new Map<string, TerminalModel>(
  [
    ...made('Verifone', false, [
      'e280m',
      'e285',
      'e285p',
      'M400',
      'P400 Plus',
      'UX300',
      'UX410',
      'V210',
      'V240m Plus',
      'V400c Plus',
      'V400m',
    ]),
    ...made('Verifone', true, ['M450', 'P630']),
    ...made('Castles', true, ['S1E', 'S1E2L', 'S1E4 Pro', 'S1F2', 'S1F4 Pro', 'S1U2']),
    ...made('Adyen', true, ['AMS1', 'SFO1']),
  ].map((model) => [folded(model.name.slice(model.name.indexOf(' '))), model]),
);

/** @returns null for a model that is not known, which is no mistake: new ones appear, and phones have IDs too */
export function modelOf(poiid: string): TerminalModel | null {
  const [prefix = ''] = poiid.split('-');
  return models.get(folded(prefix)) ?? null;
}

function made(maker: string, android: boolean, names: string[]): TerminalModel[] {
  return names.map((name) => ({ name: `${maker} ${name}`, android }));
}

function folded(name: string): string {
  return name.replaceAll(' ', '').toLowerCase();
}
