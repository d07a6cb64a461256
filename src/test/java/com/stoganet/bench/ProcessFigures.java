package com.stoganet.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;

/** What Linux knows of a process: the time it has used, its threads and its memory. */
record ProcessFigures(long pid) {
  private static final double TICKS_PER_SECOND = 100;
  private static final double KIB_PER_MB = 1e6 / 1024;

  // proc(5) counts from 1, and what is behind the name begins with the third.
  private static final int USER_TIME = 14 - 3;
  private static final int SYSTEM_TIME = 15 - 3;

  /** Of all threads, in user and system mode, with those of all worker processes. */
  double cpuSeconds() {
    LongStream workers =
        ProcessHandle.of(pid).stream()
            .flatMap(ProcessHandle::descendants)
            .mapToLong(ProcessHandle::pid);
    return LongStream.concat(LongStream.of(pid), workers).map(ProcessFigures::ticks).sum()
        / TICKS_PER_SECOND;
  }

  int threads() {
    return status("Threads:");
  }

  double residentMegabytes() {
    return status("VmRSS:") / KIB_PER_MB;
  }

  private static long ticks(long process) {
    String line = lines(process, "stat").get(0);
    String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
    return Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[SYSTEM_TIME]);
  }

  private int status(String name) {
    String line =
        lines(pid, "status").stream().filter(l -> l.startsWith(name)).findFirst().orElseThrow();
    return Integer.parseInt(line.substring(name.length()).replace("kB", "").strip());
  }

  private static List<String> lines(long process, String file) {
    try {
      return Files.readAllLines(Path.of("/proc", Long.toString(process), file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
