import { FuseState, FuseV1Options, FuseVersion, type FuseConfig } from '@electron/fuses';

/**
 * Switches inside Electron's executable that nobody can turn afterwards without breaking its signature. One of a newer
 * Electron that is not decided here does not compile.
 */
const decided: Record<FuseV1Options, boolean> = {
  // The packaged executable is Tillwatch and nothing else: no plain Node, no options for it, no debugger.
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  // Code comes from the archive alone, and the archive must be the one that was built (Windows and macOS).
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.EnableCookieEncryption]: true,
  // The page comes from a protocol of our own.
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  // As Electron has it: how WebAssembly checks its bounds.
  [FuseV1Options.WasmTrapHandlers]: true,
};

/** What an executable has, by number, as `getCurrentFuseWire` reads it. */
export type Wire = Readonly<Record<string, unknown>>;

/**
 * The setting for an executable with the fuses of `wire`, each of them decided. An older Electron has fewer than
 * @electron/fuses knows, which is no reason to set none.
 * @throws where it has one that @electron/fuses does not know
 */
export function fuseConfig(wire: Wire): FuseConfig {
  const unknown = fuses(wire).find((number) => !(number in decided));
  if (unknown) throw new Error(`Electron has a fuse that @electron/fuses does not know: number ${unknown}`);
  const config: FuseConfig = {
    ...decided,
    version: FuseVersion.V1,
    strictlyRequireAllFuses: true,
    // A signature that Electron's own executable has is no longer true; the real one comes later.
    resetAdHocDarwinSignature: true,
  };
  // To set one that is not there is refused.
  for (const number of fuses(config)) if (!(number in wire)) Reflect.deleteProperty(config, number);
  return config;
}

/** Whether each fuse of `wire` is on, by its name. */
export function fuseStates(wire: Wire): Record<string, boolean> {
  return Object.fromEntries<boolean>(
    fuses(wire).map((number) => [FuseV1Options[Number(number)] ?? number, wire[number] === FuseState.ENABLE]),
  );
}

function fuses(wire: Wire): string[] {
  return Object.keys(wire).filter((key) => /^\d+$/.test(key));
}
