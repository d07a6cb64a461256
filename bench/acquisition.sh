#!/bin/sh
# Builds the proxy and measures it in front of a large Radarr and Sonarr; see README.md beside this file.
#   bench/acquisition.sh                                  everything (about 8 minutes)
#   bench/acquisition.sh -Dbench.only=states,search       some of it: states, first, search, library, downloads, watch
# Progress goes to the standard error, the table to the standard output.
exec sh "$(dirname -- "$0")/run.sh" AcquisitionBench -Xmx1g "$@"
