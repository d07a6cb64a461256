#!/bin/sh
# Builds the proxy and measures it in front of a large library; see README.md beside this file.
#   bench/library.sh                                  everything (about 20 minutes)
#   bench/library.sh -Dbench.only=latency,home        some of it
#   bench/library.sh -Dbench.movies=45000 -Dbench.series=5000 -Dbench.only=memory
# Progress goes to the standard error, the table to the standard output.
exec sh "$(dirname -- "$0")/run.sh" LibraryBench "$@"
