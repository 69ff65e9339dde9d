#!/usr/bin/env bash
# Signs programs and installers where a certificate is given, else says that they are not signed.
#   WINDOWS_CERTIFICATE           the certificate with its key (.pfx), as base64
#   WINDOWS_CERTIFICATE_PASSWORD  its password
# A key on a token or in a vault is used the same way: see osslsigncode's -pkcs11module.
set -euo pipefail
if [ -z "${WINDOWS_CERTIFICATE:-}" ]; then
    echo "not signed: $(basename -a "$@" | paste -sd ' ') (WINDOWS_CERTIFICATE is not set)"
    exit 0
fi
command -v osslsigncode >/dev/null 2>&1 || { echo "To sign, install osslsigncode" >&2; exit 2; }
key=$(mktemp)
trap 'rm -f "$key" "$key.signed"' EXIT
base64 -d <<<"$WINDOWS_CERTIFICATE" > "$key"
for file in "$@"; do
    osslsigncode sign -pkcs12 "$key" -readpass <(printf %s "${WINDOWS_CERTIFICATE_PASSWORD:-}") \
        -n Bellwether -h sha256 -ts http://timestamp.digicert.com -in "$file" -out "$key.signed"
    cat "$key.signed" > "$file"
done
