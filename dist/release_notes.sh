#!/usr/bin/env bash
# Prints the notes of a release: what changed, which file is for whom, and whether the files are signed.
#   dist/release_notes.sh VERSION [true|false]      whether the files for Windows are signed; not, unless said
set -euo pipefail
cd "$(dirname "$0")/.."
version=${1:?a version}
cat <<NOTES
| File | For |
| --- | --- |
| \`…-windows-x64-setup.exe\` | Windows 10 and 11, for yourself; needs no administrator |
| \`…-windows-x64.msi\` | Windows, for IT departments: for everybody on the PC (\`msiexec /i … /qn\`) |
| \`…-windows-x64.zip\` | Windows, without installing: unpack, start \`bellwether.exe\` |
| \`…-macos.zip\` | macOS 11 and later, Apple and Intel processors |
| \`…-linux-amd64.deb\`, \`.tar.gz\` | Debian, Ubuntu and relatives; other Linux systems |

NOTES
if [ "${2:-false}" != true ]; then
    cat <<'NOTES'
**The files for Windows are not signed.** SmartScreen says “Windows protected your PC” at the first start: choose “More
info”, then “Run anyway”, or ask your IT department to allow the file by its checksum (`.sha256`).

NOTES
fi
# What stands under this version's heading.
awk -v version="$version" '
    /^## / { if (shown) exit; shown = index($2, version) == 1; next }
    shown { print }
' CHANGELOG.md
