#!/bin/sh
# Starts the proxy on Open Liberty in the foreground, configured by the environment (README.md).
# Liberty cannot take host:port apart and cannot read secrets from files; that is all this does.
# What is wrong with a value is told by the proxy itself, which then ends with status 78.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
server=$(basename -- "$here")
wlp=$(CDPATH='' cd -- "$here/../../.." && pwd)

# split HOST_NAME PORT_NAME ADDRESS: exports both parts in the words of server.xml.
split() {
  host=${3%:*}
  port=${3##*:}
  case $host in
    '') host='*' ;;
    '['*']') host=${host#'['} host=${host%']'} ;;
  esac
  case $port in
    '' | *[!0-9]*) port=-1 ;;
  esac
  export "$1=$host" "$2=$port"
}

# from_file NAME: puts the content of the file NAME_FILE into NAME, unless NAME is set as well.
from_file() {
  eval "value=\${$1:-} file=\${$1_FILE:-}"
  if [ -z "$value" ] && [ -n "$file" ] && [ -r "$file" ]; then
    value=$(sed -e 's/^[[:space:]]*//' -e 's/[[:space:]]*$//' "$file")
    export "$1=$value"
    unset "$1_FILE"
  fi
}

from_file JWT_SIGNING_KEY
from_file TLS_KEYSTORE_PASSWORD
split LISTEN_HOST LISTEN_PORT "${LISTEN_ADDR:-}"
if [ -n "${TLS_LISTEN_ADDR:-}" ]; then
  split TLS_LISTEN_HOST TLS_LISTEN_PORT "$TLS_LISTEN_ADDR"
  export TLS_CONFIG=tls.xml
fi
[ -z "${JWT_ALGORITHM:-}" ] || export JWT_ALGORITHM

export STOGANET_LAUNCHED=true
# Fewer malloc arenas: glibc would keep memory for every thread that ever ran.
export MALLOC_ARENA_MAX="${MALLOC_ARENA_MAX:-2}"

exec "$wlp/bin/server" run "$server"
