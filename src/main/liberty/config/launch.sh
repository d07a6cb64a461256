#!/bin/sh
# Starts the proxy on Open Liberty in the foreground, configured by the environment
# (docs/operating.md).
# Liberty cannot split host:port or the URL of a database, cannot read a value from the file that
# NAME_FILE names or trim it, and changes into a directory of its own; this script makes up for that.
# The proxy itself reports wrong values, and then ends with status 78.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
server=$(basename -- "$here")
wlp=$(CDPATH='' cd -- "$here/../../.." && pwd)

# split HOST_NAME PORT_NAME ADDRESS: exports both parts under the names that server.xml uses.
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

# jdbc URL: prints the URL for the JDBC driver, with user and password after the address. There + would
# mean a space, & the end of a value, and for Liberty $ the beginning of a variable.
jdbc() {
  printf '%s\n' "${1#*://}" | sed -e 's/+/%2B/g' -e 's/\$/%24/g' \
    -e ':and' -e 's/^\([^@]*\)&/\1%26/' -e 'tand' \
    -e 's|^\([^:]*\):\([^@]*\)@\([^?]*\)?*|\3?connectTimeout=5\&socketTimeout=60\&targetServerType=primary\&user=\1\&password=\2\&|' \
    -e 's|^|jdbc:postgresql://|'
}

# trimmed TEXT: prints it without white space at either end, carriage returns included.
trimmed() {
  text=${1#"${1%%[![:space:]]*}"}
  printf '%s' "${text%"${text##*[![:space:]]}"}"
}

# absolute PATH: the server changes into a directory of its own.
absolute() {
  case $1 in
    /* | '') printf '%s' "$1" ;;
    *) printf '%s/%s' "$PWD" "$1" ;;
  esac
}

# The values that server.xml reads are trimmed, and read from a file where NAME_FILE names one. If both
# are set, both stay, so that the proxy reports the mistake.
for name in LISTEN_ADDR DB_PATH DATABASE_URL JWT_SIGNING_KEY JWT_ALGORITHM TLS_LISTEN_ADDR \
  TLS_KEYSTORE TLS_KEYSTORE_PASSWORD; do
  eval "value=\${$name:-} file=\${${name}_FILE:-}"
  if [ -z "$value" ] && [ -n "$file" ] && [ -r "$file" ]; then
    value=$(cat -- "$file")
    unset "${name}_FILE"
  fi
  value=$(trimmed "$value")
  if [ -n "$value" ]; then
    export "$name=$value"
  else
    unset "$name"
  fi
done
[ -z "${DB_PATH:-}" ] || DB_PATH=$(absolute "$DB_PATH")
[ -z "${TLS_KEYSTORE:-}" ] || TLS_KEYSTORE=$(absolute "$TLS_KEYSTORE")

# The proxy itself reads the files of the other values.
for name in JELLYFIN_URL JELLYFIN_API_KEY JELLYFIN_SERVER_ID JELLYFIN_PUBLIC_URL PROXY_BASE_URL \
  JWT_PRIVATE_KEY JWT_PUBLIC_KEY JWT_PUBLIC_KEY_PREVIOUS JWT_SIGNING_KEY_PREVIOUS DATA_KEY DATA_KEY_PREVIOUS; do
  eval "file=\${${name}_FILE:-}"
  [ -z "$file" ] || export "${name}_FILE=$(absolute "$file")"
done

case ${METRICS_PUBLIC:-} in
  true) export METRICS_AUTHENTICATION=false ;;
esac
split LISTEN_HOST LISTEN_PORT "${LISTEN_ADDR:-}"
if [ -n "${TLS_LISTEN_ADDR:-}" ]; then
  split TLS_LISTEN_HOST TLS_LISTEN_PORT "$TLS_LISTEN_ADDR"
  export TLS_CONFIG=tls.xml
fi
if [ -n "${DATABASE_URL:-}" ]; then
  DATABASE_JDBC_URL=$(jdbc "$DATABASE_URL")
  export DATABASE_JDBC_URL DATABASE_CONFIG=postgresql.xml
fi

export STOGANET_LAUNCHED=true
# Fewer malloc arenas: with more of them, glibc would keep the memory of ended threads.
export MALLOC_ARENA_MAX="${MALLOC_ARENA_MAX:-2}"

exec "$wlp/bin/server" run "$server"
