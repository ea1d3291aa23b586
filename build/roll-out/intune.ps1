# Windows, as SYSTEM: an Intune platform script, or a start-up script of a Group Policy.
# Puts managed.json, which lies beside this script, where Tillwatch looks for it, for administrators to write only.
$ErrorActionPreference = 'Stop'
$folder = Join-Path $env:ProgramData 'Tillwatch'
New-Item -ItemType Directory -Force -Path $folder | Out-Null
# By SID, since the names of groups differ with the language of Windows: SYSTEM, Administrators, Users.
icacls $folder /inheritance:r /grant '*S-1-5-18:(OI)(CI)F' '*S-1-5-32-544:(OI)(CI)F' '*S-1-5-32-545:(OI)(CI)RX' | Out-Null
$new = Join-Path $folder 'managed.json.new'
Copy-Item -Force (Join-Path $PSScriptRoot 'managed.json') $new
Move-Item -Force $new (Join-Path $folder 'managed.json')
