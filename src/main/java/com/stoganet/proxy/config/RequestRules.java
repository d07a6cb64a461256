package com.stoganet.proxy.config;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who may request titles; administrators always may, without approval.
 *
 * @param users those whom Jellyfin lets see everything
 * @param restricted those whom Jellyfin limits in any way, such as children
 */
public record RequestRules(Rule users, Rule restricted) {

  /** What becomes of a request. */
  public enum Verdict {
    /** It is carried out at once. */
    APPROVED,
    /** An administrator decides. */
    NEEDS_APPROVAL,
    /** They may not ask. */
    FORBIDDEN
  }

  /**
   * What holds for some of the users.
   *
   * @param most how many movies and seasons in so many days; 0 when there is no limit
   */
  public record Rule(Verdict verdict, int most, int days) {}

  private static final Pattern QUOTA = Pattern.compile("(\\d{1,4})/(\\d{1,3})");
  private static final String QUOTA_EXAMPLE = "10/7";

  static RequestRules read(SettingReader reader) {
    return new RequestRules(rule(reader, "REQUESTS_USERS"), rule(reader, "REQUESTS_RESTRICTED"));
  }

  private static Rule rule(SettingReader reader, String name) {
    Verdict verdict =
        switch (reader.optional(name, "approval").orElse("approval")) {
          case "auto" -> Verdict.APPROVED;
          case "approval" -> Verdict.NEEDS_APPROVAL;
          case "off" -> Verdict.FORBIDDEN;
          default -> {
            reader.complain(name, "must be auto, approval or off", "approval");
            yield Verdict.FORBIDDEN;
          }
        };
    Optional<String> quota = reader.optional(name + "_QUOTA", QUOTA_EXAMPLE);
    if (quota.isEmpty() || "none".equals(quota.get())) {
      return new Rule(verdict, 0, 1);
    }
    Matcher matcher = QUOTA.matcher(quota.get());
    if (!matcher.matches()
        || Integer.parseInt(matcher.group(1)) == 0
        || Integer.parseInt(matcher.group(2)) == 0) {
      reader.complain(
          name + "_QUOTA",
          "must be a number, a slash and a number of days, or none",
          QUOTA_EXAMPLE);
      return new Rule(verdict, 0, 1);
    }
    return new Rule(
        verdict, Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
  }
}
