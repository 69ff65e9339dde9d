#!/usr/bin/env bash
# Sees to it that the standard library for Windows is there for this very compiler, and prints the flags that rustc
# needs to find it (none where it stands with the compiler). Says on standard error what it does.
#   dist/windows/std.sh FOLDER      FOLDER keeps what has to be made (110 MB)
set -euo pipefail
folder=${1:?a folder to keep the library in}
target=x86_64-pc-windows-gnu
version=$(rustc -V | awk '{print $2}')

[ -d "$(rustc --print sysroot)/lib/rustlib/$target/lib" ] && exit 0

if command -v rustup >/dev/null 2>&1; then
    echo "asking rustup for the library of rustc $version" >&2
    rustup target add "$target" >&2 && exit 0
    echo "rustup does not give it; it is made from its source" >&2
fi

# cargo does not notice another library under the same path: the compiler's whole version stands in it.
sysroot=$(realpath -m "$folder")/sysroot-$(rustc -vV | awk '/^release|^commit-hash/{printf "%s-", $2}')$target
if [ ! -f "$sysroot/whole" ]; then
    source=$(rustc --print sysroot)/lib/rustlib/src/rust/library
    if [ ! -d "$source" ]; then
        # Debian's rust-src of the same version, from the mirror that the system's own sources name, without touching them.
        place=$(realpath -m "$folder")/rust-src-$version
        mirror=$(awk '/^URIs:/{print $2; exit} /^deb /{print $2; exit}' /etc/apt/sources.list.d/debian.sources /etc/apt/sources.list 2>/dev/null || true)
        mkdir -p "$place"/apt/{lists/partial,cache/archives/partial}
        : > "$place/apt/status"
        echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] ${mirror:-http://deb.debian.org/debian} trixie-backports main" \
            > "$place/apt/sources.list"
        options=(-q -o "Dir::Etc::SourceList=$place/apt/sources.list" -o Dir::Etc::SourceParts=/dev/null
            -o "Dir::State::Lists=$place/apt/lists" -o "Dir::Cache=$place/apt/cache" -o "Dir::State::status=$place/apt/status"
            -o APT::Sandbox::User=root)
        apt-get "${options[@]}" update >&2
        found=$(apt-cache "${options[@]}" madison rust-src | awk -v v="$version" 'index($3, v) == 1 {print $3; exit}')
        if [ -z "$found" ]; then
            echo "There is no source of the standard library of rustc $version to be had: neither with the compiler (rustup component add rust-src) nor as Debian's rust-src. Use a rustc of which there is one." >&2
            exit 3
        fi
        (cd "$place" && apt-get "${options[@]}" download "rust-src=$found" >&2 && dpkg -x rust-src_*.deb .)
        source=$place/usr/src/rustc-$version/library
    fi
    echo "making the standard library of rustc $version for Windows: about a minute" >&2
    work=$(mktemp -d)
    trap 'rm -rf "$work"' EXIT
    (
        cd "$work"
        cargo init --lib --name make_std --vcs none -q
        # The only way to build a standard library is one that stable cargo keeps for its own tests.
        RUSTFLAGS=-Cembed-bitcode=yes RUSTC_BOOTSTRAP=1 __CARGO_TESTS_ONLY_SRC_ROOT=$source CARGO_TARGET_DIR=$work/target \
            cargo build --release --target "$target" -Zbuild-std=std,panic_unwind,panic_abort,proc_macro,test >&2
    )
    rm -rf "$sysroot"
    mkdir -p "$sysroot/lib/rustlib/$target/lib"
    find "$work/target/$target/release/deps" -name 'lib*.rlib' ! -name 'libmake_std*' \
        -exec cp -t "$sysroot/lib/rustlib/$target/lib" {} +
    touch "$sysroot/whole"
fi
echo "--sysroot $sysroot"
