#!/usr/bin/env bash
# Builds Bellwether for Windows from Linux: the program, an installer for one person, a portable zip and an MSI.
#   dist/windows/build.sh [--quick] [--made-elsewhere FOLDER]
# --quick: as it is developed (no optimisation, a console, checks of arithmetic), to try things out.
# --made-elsewhere FOLDER: packs the bellwether.exe and bellwether.com of a folder, as built (and signed) on Windows.
# Results: target/windows/. Needs Debian's gcc-mingw-w64-x86-64-win32 (to build), nsis, wixl and zip (to pack).
set -euo pipefail
cd "$(dirname "$0")/../.."
target=x86_64-pc-windows-gnu
out=target/windows
profile=dist
elsewhere=
while [ $# -gt 0 ]; do
    case $1 in
    --quick) profile=dev ;;
    --made-elsewhere) elsewhere=${2:?a folder}; shift ;;
    *) echo "not understood: $1" >&2; exit 2 ;;
    esac
    shift
done

missing=()
for tool in makensis:nsis wixl:wixl zip:zip; do
    command -v "${tool%%:*}" >/dev/null 2>&1 || missing+=("${tool##*:}")
done
[ -n "$elsewhere" ] || command -v x86_64-w64-mingw32-gcc >/dev/null 2>&1 || missing+=(gcc-mingw-w64-x86-64-win32)
if [ ${#missing[@]} -gt 0 ]; then
    echo "To build for Windows, install: ${missing[*]}" >&2
    exit 2
fi

version=$(sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml | head -1)
name=bellwether-$version-windows-x64
mkdir -p "$out"
if [ -z "$elsewhere" ]; then
    flags=$(dist/windows/std.sh "$out")
    RUSTFLAGS="$flags ${RUSTFLAGS:-}" CARGO_PROFILE_DEV_DEBUG=false \
        cargo build --locked --profile "$profile" --target "$target" --bin bellwether
    cp "target/$target/${profile/dev/debug}/bellwether.exe" "$out/bellwether.exe"
    # shellcheck disable=SC2086 # several words
    rustc $flags --edition 2024 --target "$target" -Copt-level=s -Cstrip=symbols \
        -o "$out/bellwether.com" dist/windows/console.rs
else
    cp "$elsewhere/bellwether.exe" "$elsewhere/bellwether.com" "$out/"
fi

dist/windows/sign.sh "$out/bellwether.exe" "$out/bellwether.com"

echo "== portable"
folder=$out/$name
rm -rf "$folder" "$folder.zip"
mkdir -p "$folder"
cp "$out/bellwether.exe" "$out/bellwether.com" LICENSE-MIT LICENSE-APACHE "$folder/"
cp assets/fonts/OFL.txt "$folder/LICENSE-FONT.txt"
sed 's/$/\r/' dist/windows/READ-ME.txt > "$folder/READ-ME.txt"
(cd "$out" && zip -9 -q -r "$name.zip" "$name")

echo "== installer"
size_kb=$(du -sk --apparent-size "$folder" | cut -f1)
makensis -V2 -INPUTCHARSET UTF8 -DVERSION="$version" -DFOLDER="$PWD/$folder" -DICON="$PWD/assets/icon.ico" \
    -DSIZE_KB="$size_kb" -DSIGN="$PWD/dist/windows/sign.sh" -DOUT="$PWD/$out/$name-setup.exe" dist/windows/installer.nsi

echo "== MSI"
wixl --arch x64 -D Version="$version" -D Folder="$folder" -D Icon=assets/icon.ico \
    -o "$out/$name.msi" dist/windows/installer.wxs

dist/windows/sign.sh "$out/$name-setup.exe" "$out/$name.msi"

rm -rf "$folder"
(cd "$out" && sha256sum "$name.zip" "$name-setup.exe" "$name.msi" > "$name.sha256")
ls -l "$out" | awk '/bellwether/{printf "%12d %s\n", $5, $9}'
