package com.stoganet.launch;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;

/**
 * What some tests need beside the JDK and not every machine has.
 *
 * <p>A test that lacks it is skipped, and one line of the output says what is not checked and how
 * to get it. With the system property {@code it.<name>=required} the test fails instead.
 */
public enum Requirement {
  BROWSER("pages in a real browser", "chromium", "chromium"),
  CONTRACTS("answers of the real backends"),
  FAIL2BAN("the filter for fail2ban", "fail2ban", "fail2ban-regex"),
  FFMPEG("a real video player", "ffmpeg", "ffmpeg", "ffprobe"),
  NGINX("nginx in front of the proxy", "nginx-light", "nginx"),
  POSTGRESQL("PostgreSQL as the database", "postgresql", "initdb", "pg_ctl"),
  QBITTORRENT("a real qBittorrent", "qbittorrent-nox", "qbittorrent-nox");

  private static final Set<String> SAID = ConcurrentHashMap.newKeySet();

  private final String subject;
  private final String debianPackage;
  private final List<String> programs;

  Requirement(String subject) {
    this(subject, "");
  }

  Requirement(String subject, String debianPackage, String... programs) {
    this.subject = subject;
    this.debianPackage = debianPackage;
    this.programs = List.of(programs);
  }

  /** Skips the running test, or fails it, unless all programs are installed. */
  public void assumeInstalled() {
    String missing =
        programs.stream()
            .filter(program -> Programs.find(program).isEmpty())
            .collect(Collectors.joining(" and "));
    if (!missing.isEmpty()) {
      missing(missing + " not found (Debian: apt-get install " + debianPackage + ")");
    }
  }

  /**
   * Skips the running test, or fails it.
   *
   * @param what what is missing, and how to get it
   */
  public void missing(String what) {
    skipOrFail(Optional.ofNullable(System.getProperty(property())).orElse("optional"), what);
  }

  /**
   * @param mode "required" or "optional"
   */
  void skipOrFail(String mode, String what) {
    String message = "not checked: " + subject + ": " + what;
    switch (mode) {
      case "required" ->
          throw new IllegalStateException(message + "; " + property() + "=required demands it");
      case "optional" -> {
        if (SAID.add(message)) {
          System.out.println("SKIPPED, " + message);
        }
        Assumptions.abort(message);
      }
      default ->
          throw new IllegalArgumentException(
              property() + " is \"required\" or \"optional\", not \"" + mode + "\"");
    }
  }

  private String property() {
    return "it." + name().toLowerCase(Locale.ROOT);
  }
}
