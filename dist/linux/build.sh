#!/usr/bin/env bash
# Builds Bellwether for Linux: a .deb with desktop entry, file type and icons, and a .tar.gz of the same files.
#   dist/linux/build.sh [--program FILE]
# --program FILE: packs a program that is built already. Results: target/linux/. Needs dpkg-deb and objdump (binutils).
set -euo pipefail
cd "$(dirname "$0")/../.."
program=
case ${1:-} in
--program) program=${2:?a file} ;;
"") ;;
*) echo "not understood: $1" >&2; exit 2 ;;
esac
for tool in dpkg-deb objdump strip; do
    command -v "$tool" >/dev/null 2>&1 || { echo "To pack for Linux, install dpkg and binutils ($tool is missing)" >&2; exit 2; }
done
if [ -z "$program" ]; then
    cargo build --locked --profile dist --bin bellwether
    program=target/dist/bellwether
fi

version=$(sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml | head -1)
architecture=$(dpkg --print-architecture)
name=bellwether-$version-linux-$architecture
out=target/linux
root=$out/root
rm -rf "$root"
install -Dm755 "$program" "$root/usr/bin/bellwether"
strip "$root/usr/bin/bellwether"
install -Dm644 dist/linux/bellwether.desktop "$root/usr/share/applications/bellwether.desktop"
install -Dm644 dist/linux/bellwether.xml "$root/usr/share/mime/packages/bellwether.xml"
install -Dm644 assets/icon.svg "$root/usr/share/icons/hicolor/scalable/apps/bellwether.svg"
install -Dm644 assets/icon.png "$root/usr/share/icons/hicolor/256x256/apps/bellwether.png"
for licence in LICENSE LICENSE-MIT LICENSE-APACHE assets/fonts/OFL.txt; do
    install -Dm644 "$licence" "$root/usr/share/doc/bellwether/$(basename "$licence")"
done
tar -C "$root" --owner=0 --group=0 --sort=name -czf "$out/$name.tar.gz" usr

# The oldest C library that has what the program was linked to.
glibc=$(objdump -T "$root/usr/bin/bellwether" | grep -o 'GLIBC_[0-9.]*' | sort -Vu | tail -1 | cut -d_ -f2)
mkdir -p "$root/DEBIAN"
cat > "$root/DEBIAN/control" <<CONTROL
Package: bellwether
Version: $version
Architecture: $architecture
Maintainer: The Bellwether developers <noreply@example.org>
Installed-Size: $(du -sk "$root/usr" | cut -f1)
Depends: libc6 (>= $glibc), libgcc-s1, libx11-6, libx11-xcb1, libxcursor1, libxi6, libxkbcommon0, libxkbcommon-x11-0, libgl1, libegl1
Recommends: libvulkan1, xdg-desktop-portal
Section: misc
Priority: optional
Description: charts of safety, confidence and crime from partners' workbooks
 Turns the Excel workbooks that partners send into charts, tables, slides and
 reports for community safety partnerships. Works without a network.
CONTROL
# dpkg's own triggers bring file types, icons and the menu up to date.
dpkg-deb --root-owner-group -Zxz --build "$root" "$out/$name.deb" >/dev/null
rm -rf "$root"
ls -l "$out" | awk '/bellwether/{printf "%12d %s\n", $5, $9}'
