#!/bin/sh
# payara.sh start|stop|status: the proxy on Payara Server, in a domain of its own.
#
#   PAYARA_HOME        the unpacked Payara
#   PAYARA_DOMAINS     where the domain lives; default: Payara's own directory for domains
#   PAYARA_ADMIN_PORT  port of Payara's administration, on 127.0.0.1; fixed at the first start
#   STOGANET_WAR       the proxy, api-proxy.war; a changed file is deployed at the next start
#   SQLITE_JAR         the database driver, sqlite-jdbc-*.jar
#   POSTGRESQL_JAR     the database driver with DATABASE_URL, postgresql-*.jar
#
# The proxy reads all other settings (docs/operating.md) from the environment itself.
# Tokens must be signed with JWT_ALGORITHM=ES256: Payara verifies none with a shared key.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
payara=${PAYARA_HOME:?must name the directory of the unpacked Payara}
domains=${PAYARA_DOMAINS:-$payara/glassfish/domains}
mkdir -p "$domains"
domains=$(CDPATH='' cd -- "$domains" && pwd -P)
domain=$domains/stoganet
log=$domain/logs/server.log

asadmin() { "$payara/bin/asadmin" --interactive=false "$@" </dev/null; }

fail() {
  echo "$2" >&2
  exit "$1"
}

# After a crash the process id in the file may belong to another process by now.
running() {
  pid=$(cat "$domain/config/pid" 2>/dev/null) &&
    ps -p "$pid" -o args= 2>/dev/null | grep -qF "instanceRoot=$domain"
}

# SIGTERM stops Payara gracefully and, unlike asadmin, needs no administrator's password.
stop() {
  running || return 0
  kill "$pid"
  waited=0
  while running; do
    waited=$((waited + 1))
    [ "$waited" -lt 30 ] || { kill -9 "$pid"; break; }
    sleep 1
  done
}

# The administration of the domain has no password: set one (asadmin change-admin-password) if other
# users have accounts on this machine.
create() {
  asadmin --user admin create-domain --nopassword --checkports=false \
    --adminport "${PAYARA_ADMIN_PORT:-4848}" --domaindir "$domains" stoganet
  # JMS would listen on all interfaces, and no setting of asadmin changes that.
  sed 's|</iiop-service>|&<jms-service type="DISABLED" default-jms-host="none">\
<jms-host name="none" host="localhost"/></jms-service>|' \
    "$domain/config/domain.xml" >"$domain/config/domain.new"
  mv "$domain/config/domain.new" "$domain/config/domain.xml"
  # Payara logs one line per event, no stack trace for a bad token, and not the address of the
  # database.
  cat >>"$domain/config/logging.properties" <<'END'
com.sun.enterprise.server.logging.GFFileHandler.multiLineMode=false
com.sun.enterprise.server.logging.GFFileHandler.maxHistoryFiles=10
fish.payara.microprofile.jwtauth.eesecurity.SignedJWTIdentityStore.level=WARNING
org.flywaydb.level=WARNING
END
}

# The longest JSON in characters: the limit of the proxy for answers of Radarr and Sonarr. The default
# of the parser (Parsson) is 15 million, but a list of 5,000 movies is longer. The JVM reads it at its
# start, so asadmin could set it only for the next start.
parse() {
  known maxParsingLimit && return
  sed 's|</java-config>|<jvm-options>-Dorg.eclipse.parsson.maxParsingLimit=134217728</jvm-options>&|' \
    "$domain/config/domain.xml" >"$domain/config/domain.new"
  mv "$domain/config/domain.new" "$domain/config/domain.xml"
}

# Prints the commands that the domain runs before it opens a port.
before() {
  cat "$here/settings.asadmin"
  listener=configs.config.server-config.network-config.network-listeners.network-listener
  echo "set $listener.http-listener-1.address=$host"
  echo "set $listener.http-listener-1.port=$port"
  case ${METRICS_PUBLIC:-} in
    true) figures=true ;;
    *) figures=false ;;
  esac
  echo "set configs.config.server-config.microprofile-metrics-configuration.enabled=$figures"
  # The pools are those of Open Liberty in sqlite.xml and postgresql.xml, which give the reasons. Their
  # properties are not parameters of the URL, since the data source ignores some of them there.
  known '<jdbc-connection-pool .*name="stoganet"' || cat <<'END'
create-jdbc-connection-pool --datasourceclassname=org.sqlite.SQLiteDataSource --restype=javax.sql.DataSource --steadypoolsize=0 --maxpoolsize=1 --poolresize=1 --property=journalMode=WAL:busyTimeout=5000:enforceForeignKeys=true:synchronous=NORMAL stoganet
create-jdbc-resource --connectionpoolid=stoganet jdbc/stoganet
END
  # The initsql contains a comment instead of a space, since Payara would send quotes along.
  known '<jdbc-connection-pool .*name="stoganet-reads"' || cat <<'END'
create-jdbc-connection-pool --datasourceclassname=org.sqlite.SQLiteDataSource --restype=javax.sql.DataSource --nontransactionalconnections=true --steadypoolsize=0 --maxpoolsize=4 --poolresize=1 --initsql=PRAGMA/**/query_only(true) --property=busyTimeout=5000 stoganet-reads
create-jdbc-resource --connectionpoolid=stoganet-reads jdbc/stoganet-reads
END
  postgresql_pool stoganet-postgresql false
  postgresql_pool stoganet-postgresql-reads true
  if [ -n "${DATABASE_URL:-}" ]; then
    pool=stoganet-postgresql
  else
    pool=stoganet
    echo "set resources.jdbc-connection-pool.stoganet.property.url=jdbc:sqlite:$DB_PATH"
    echo "set resources.jdbc-connection-pool.stoganet-reads.property.url=jdbc:sqlite:$DB_PATH"
  fi
  echo "set resources.jdbc-resource.jdbc/stoganet.pool-name=$pool"
  echo "set resources.jdbc-resource.jdbc/stoganet-reads.pool-name=$pool-reads"
}

# postgresql_pool NAME READS: prints the commands for a pool; READS is true when it takes no part in
# transactions. The pool tests a connection before its use, since PostgreSQL may have been restarted.
postgresql_pool() {
  known "<jdbc-connection-pool .*name=\"$1\"" || cat <<END
create-jdbc-connection-pool --datasourceclassname=org.postgresql.ds.PGSimpleDataSource --restype=javax.sql.DataSource --nontransactionalconnections=$2 --steadypoolsize=0 --isolationlevel=read-committed --isconnectvalidatereq=true --validationmethod=custom-validation --validationclassname=org.glassfish.api.jdbc.validation.JDBC40ConnectionValidation --failconnection=true $1
set resources.jdbc-connection-pool.$1.property.url=\${ENV=DATABASE_JDBC_URL}
END
  echo "set resources.jdbc-connection-pool.$1.max-pool-size=5"
}

# database: installs the driver, and exports the URL, which is secret and so stays in the environment.
database() {
  if [ -n "${DATABASE_URL_FILE:-}" ] && [ -z "${DATABASE_URL:-}" ]; then
    DATABASE_URL=$(cat -- "$DATABASE_URL_FILE") || fail 78 'DATABASE_URL_FILE cannot be read'
    unset DATABASE_URL_FILE
  fi
  if [ -n "${DATABASE_URL:-}" ]; then
    cp "${POSTGRESQL_JAR:?must name postgresql-*.jar}" "$domain/lib/postgresql.jar"
    DATABASE_JDBC_URL=$(jdbc "$DATABASE_URL")
    export DATABASE_URL DATABASE_JDBC_URL
  else
    : "${DB_PATH:?must name the database file, or DATABASE_URL a PostgreSQL}"
    cp "${SQLITE_JAR:?must name sqlite-jdbc-*.jar}" "$domain/lib/sqlite-jdbc.jar"
  fi
}

# jdbc URL: prints the URL for the JDBC driver, as launch.sh does; $ has a meaning for Payara, too.
jdbc() {
  printf '%s\n' "${1#*://}" | sed -e 's/+/%2B/g' -e 's/\$/%24/g' \
    -e ':and' -e 's/^\([^@]*\)&/\1%26/' -e 'tand' \
    -e 's|^\([^:]*\):\([^@]*\)@\([^?]*\)?*|\3?connectTimeout=5\&socketTimeout=60\&targetServerType=primary\&user=\1\&password=\2\&|' \
    -e 's|^|jdbc:postgresql://|'
}

# Prints the commands that the domain runs as soon as it has started.
after() {
  known '<application .*name="api-proxy"' && cmp -s "$STOGANET_WAR" "$domain/api-proxy.war" && return
  cp "$STOGANET_WAR" "$domain/api-proxy.war"
  echo "deploy --force=true --name=api-proxy --contextroot=/ $domain/api-proxy.war"
}

known() { grep -q "$1" "$domain/config/domain.xml"; }

start() {
  : "${STOGANET_WAR:?must name api-proxy.war}" "${LISTEN_ADDR:?must be like :8080}"
  [ "${JWT_ALGORITHM:-}" = ES256 ] || fail 78 'JWT_ALGORITHM must be ES256 on Payara'
  host=${LISTEN_ADDR%:*} port=${LISTEN_ADDR##*:}
  case $host in
    '') host=0.0.0.0 ;;
    '['*']') host=${host#'['} host=${host%']'} ;;
  esac
  case $port in
    '' | *[!0-9]*) fail 78 'LISTEN_ADDR must be host:port, [IPv6]:port or :port' ;;
  esac
  ! running || fail 1 "The proxy runs already, process $pid"

  [ -d "$domain" ] || create
  parse
  database
  before >"$domain/config/before.asadmin"
  after >"$domain/config/after.asadmin"
  seen=$(cat "$log" 2>/dev/null | wc -l)
  # Wrong settings end the process, since it could not serve any request.
  STOGANET_LAUNCHED=true asadmin start-domain --domaindir "$domains" \
    --prebootcommandfile "$domain/config/before.asadmin" \
    --postbootcommandfile "$domain/config/after.asadmin" stoganet || :
  case $host in
    0.0.0.0) host=127.0.0.1 ;;
    *:*) host="[$host]" ;;
  esac
  # Payara starts before the proxy, and the proxy starts before it has read its settings; it is ready
  # when it asks for a token.
  tries=0
  until [ "$(curl -s -o /dev/null -w '%{http_code}' "http://$host:$port/library")" = 401 ]; do
    tries=$((tries + 1))
    [ "$tries" -lt 180 ] || fail 1 "The proxy does not answer, see $log"
    if ! running; then
      tail -n "+$((seen + 1))" "$log" | sed -n '/does not serve/,/\]\]$/p' >&2
      fail 78 "The proxy did not start, see $log"
    fi
    sleep 1
  done
  echo "The proxy answers on http://$host:$port"
}

case ${1:-} in
  start) start ;;
  stop) stop ;;
  status) running && echo "running, process $pid" || fail 3 'not running' ;;
  *) fail 2 "usage: $0 start|stop|status" ;;
esac
