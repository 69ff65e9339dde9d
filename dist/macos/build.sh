#!/usr/bin/env bash
# Builds Bellwether.app for macOS, for Apple and Intel processors at once, and packs it as a .zip. Runs on macOS.
# Signed and notarised where these are set: MACOS_SIGNING_IDENTITY (in the keychain), and MACOS_NOTARY_PROFILE (made with
# "xcrun notarytool store-credentials"). Results: target/macos/.
set -euo pipefail
cd "$(dirname "$0")/../.."
version=$(sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml | head -1)
out=target/macos
app=$out/Bellwether.app
programs=()
for target in aarch64-apple-darwin x86_64-apple-darwin; do
    rustup target add "$target"
    MACOSX_DEPLOYMENT_TARGET=11.0 cargo build --locked --profile dist --target "$target" --bin bellwether
    programs+=("target/$target/dist/bellwether")
done
rm -rf "$app"
mkdir -p "$app/Contents/MacOS" "$app/Contents/Resources"
lipo -create -output "$app/Contents/MacOS/bellwether" "${programs[@]}"
cp assets/icon.icns "$app/Contents/Resources/bellwether.icns"
cp LICENSE LICENSE-MIT LICENSE-APACHE "$app/Contents/Resources/"
cp assets/fonts/OFL.txt "$app/Contents/Resources/LICENSE-FONT.txt"
sed "s/@VERSION@/$version/" dist/macos/Info.plist > "$app/Contents/Info.plist"
plutil -lint "$app/Contents/Info.plist"

zip=$out/bellwether-$version-macos.zip
if [ -n "${MACOS_SIGNING_IDENTITY:-}" ]; then
    codesign --force --options runtime --timestamp --sign "$MACOS_SIGNING_IDENTITY" "$app"
    if [ -n "${MACOS_NOTARY_PROFILE:-}" ]; then
        ditto -c -k --keepParent "$app" "$zip"
        xcrun notarytool submit "$zip" --keychain-profile "$MACOS_NOTARY_PROFILE" --wait
        xcrun stapler staple "$app"
    fi
else
    # Apple's processors run nothing unsigned; this says who made it to nobody.
    codesign --force --sign - "$app"
    echo "not signed: MACOS_SIGNING_IDENTITY is not set. Gatekeeper asks before the first start (right-click, Open)"
fi
rm -f "$zip"
ditto -c -k --keepParent "$app" "$zip"
ls -l "$zip"
