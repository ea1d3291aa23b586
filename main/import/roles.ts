/** What an API key may do for Tillwatch. */
export interface Abilities {
  cloudDevice: boolean;
  stores: boolean;
  terminals: boolean;
  terminalSettings: boolean;
}

/** The abilities that an import asks for. */
export type ImportRole = 'stores' | 'terminals' | 'terminalSettings';

export const noAbilities: Abilities = {
  cloudDevice: false,
  stores: false,
  terminals: false,
  terminalSettings: false,
};

/**
 * Reads the roles that `/me` lists. Their names are documented for people, with dashes and blanks that differ from
 * page to page, so only letters are compared; a role that grants more begins with the one that grants reading
 * (`… Stores read and write`). A hint, no verdict: only the answer to a question tells whether it may be asked.
 */
export function abilitiesOf(roles: readonly string[]): Abilities {
  const folded = roles.map((role) => role.toLowerCase().replace(/[^a-z]/g, ''));
  const has = (start: string) => folded.some((role) => role.startsWith(start));
  return {
    // [O] CloudDeviceService-v1.yaml
    cloudDevice: has('clouddeviceapi'),
    // [O] ManagementService-v3.yaml
    stores: has('managementapistoresread'),
    terminals: has('managementapiterminalactionsread'),
    terminalSettings: has('managementapiterminalsettingsread'),
  };
}
