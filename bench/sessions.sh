#!/bin/sh
# Builds the proxy and measures signing in and staying signed in; see README.md beside this file.
#   bench/sessions.sh                                  everything (about 8 minutes); needs PostgreSQL
#   bench/sessions.sh -Dbench.only=sqlite,timing       some of it: sqlite, postgresql, timing
# Progress goes to the standard error, the table to the standard output.
set -eu

cd -- "$(dirname -- "$0")/.."

echo "bench: building" >&2
mvn -q package -DskipTests -Dspotless.check.skip=true >&2
mvn -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath \
  -Dmdep.includeScope=test -Dmdep.outputFile=target/bench.classpath >&2

exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -Xmx768m "$@" \
  -cp "target/test-classes:target/classes:$(cat target/bench.classpath)" \
  com.stoganet.bench.SessionBench
