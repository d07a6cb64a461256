#!/bin/sh
# Builds the proxy and measures it in front of a large library; see README.md beside this file.
#   bench/library.sh                                  everything (about 20 minutes)
#   bench/library.sh -Dbench.only=latency,home        some of it
#   bench/library.sh -Dbench.movies=45000 -Dbench.series=5000 -Dbench.only=memory
# Progress goes to the standard error, the table to the standard output.
set -eu

cd -- "$(dirname -- "$0")/.."

echo "bench: building" >&2
mvn -q package -DskipTests -Dspotless.check.skip=true >&2
mvn -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath \
  -Dmdep.includeScope=test -Dmdep.outputFile=target/bench.classpath >&2

exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -Xmx512m "$@" \
  -cp "target/test-classes:target/classes:$(cat target/bench.classpath)" \
  com.stoganet.bench.LibraryBench
