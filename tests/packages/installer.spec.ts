import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { root } from '../support/desktop-test.ts';
import { startProcess } from '../support/process.ts';

/** As much of electron-builder's script as ours meets; the rest wants plug-ins that only its own NSIS has. */
const around = (ours: string) => `
Unicode true
!include LogicLib.nsh
!define APP_PRODUCT_FILENAME "Tillwatch"
!macro _isUpdated _a _b _t _f
  !insertmacro _== "$1" "updated" \`\${_t}\` \`\${_f}\`
!macroend
!define isUpdated \`"" isUpdated ""\`
Var installMode
Name "Tillwatch"
OutFile "installer.exe"
!include "${ours}"
Section
  StrCpy $installMode "all"
  WriteUninstaller "$TEMP\\uninstall.exe"
SectionEnd
Section "un.Uninstall"
  !insertmacro customUnInstall
SectionEnd
`;

test('what we add to the installer of Windows compiles without a warning', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tillwatch-nsis-'));
  const script = join(folder, 'installer.nsi');
  await writeFile(script, around(join(root, 'build', 'packaging', 'installer.nsh')));
  const compiler = await startProcess('makensis', ['-V2', '-WX', script], {
    PATH: process.env['PATH'] ?? '',
  });
  expect([await compiler.ended, compiler.stdout() + compiler.stderr()]).toEqual([0, '']);
  await rm(folder, { recursive: true });
});
