#!/bin/sh
# Builds the proxy and measures signing in and staying signed in; see README.md beside this file.
#   bench/sessions.sh                                  everything (about 10 minutes); needs PostgreSQL
#   bench/sessions.sh -Dbench.only=sqlite,timing       some of it: sqlite, postgresql, timing, reads
# Progress goes to the standard error, the table to the standard output.
exec sh "$(dirname -- "$0")/run.sh" SessionBench -Xmx768m "$@"
