#!/bin/sh
# run.sh CLASS [JVM options]: builds the proxy and runs a benchmark of com.stoganet.bench on it; for the
# scripts beside this file.
set -eu

benchmark=$1
shift

cd -- "$(dirname -- "$0")/.."

echo "bench: building" >&2
mvn -q package -DskipTests -Dspotless.check.skip=true >&2
mvn -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath \
  -Dmdep.includeScope=test -Dmdep.outputFile=target/bench.classpath >&2

exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -Xmx512m "$@" \
  -cp "target/test-classes:target/classes:$(cat target/bench.classpath)" \
  "com.stoganet.bench.$benchmark"
