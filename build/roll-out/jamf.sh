#!/bin/sh
# macOS, as root: a script of a Jamf policy, with managed.json beside it. Linux takes it as well.
# Jamf gives the mount point of the target volume, the computer's name and the user first; the fourth is ours:
# the folder, where it is another than that of macOS.
set -eu
folder="${4:-/Library/Application Support/Tillwatch}"
mkdir -p "$folder"
chmod 755 "$folder"
cp "$(dirname "$0")/managed.json" "$folder/managed.json.new"
chmod 644 "$folder/managed.json.new"
# In one step, so that Tillwatch never reads half a file.
mv "$folder/managed.json.new" "$folder/managed.json"
