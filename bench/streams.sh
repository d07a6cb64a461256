#!/bin/sh
# Builds the proxy and measures how it streams beside nginx, HAProxy and Caddy; see README.md beside this file.
#   bench/streams.sh                                   everything (about 12 minutes); needs the three of them
#   bench/streams.sh -Dbench.only=throughput,viewers   some of it: throughput, first-byte, ranges, viewers
# Progress goes to the standard error, the table to the standard output.
exec sh "$(dirname -- "$0")/run.sh" StreamBench "$@"
