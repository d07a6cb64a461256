package com.stoganet.proxy.config;

import inet.ipaddr.AddressStringParameters;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads settings by name and collects everything that is wrong, so that it can be told at once. */
final class SettingReader {

  private static final Pattern LISTEN_ADDRESS =
      Pattern.compile("(?:\\[(?<v6>[0-9A-Fa-f:.]+)]|(?<host>[A-Za-z0-9.-]*)):(?<port>\\d{1,5})");

  private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");

  private static final Pattern WHOLE_NUMBER = Pattern.compile("\\d{1,6}");

  /** As browsers write it: in lower case, without a slash at the end. */
  private static final Pattern ORIGIN =
      Pattern.compile("[a-z][a-z0-9+.-]*://(?:[a-z0-9.-]+|\\[[0-9a-f:]+])(?::\\d{1,5})?");

  private static final int MOST_SHOWN = 80;

  private static final String PEM_EXAMPLE = "a P-256 key in PEM format, see docs/operating.md";

  /** Literals only: no names, no wildcards, no addresses with fewer than all parts. */
  private static final IPAddressStringParameters STRICT =
      new IPAddressStringParameters.Builder()
          .allowEmpty(false)
          .allowAll(false)
          .allowSingleSegment(false)
          .setRangeOptions(AddressStringParameters.RangeParameters.NO_RANGE)
          .getIPv4AddressParametersBuilder()
          .allow_inet_aton(false)
          .getParentBuilder()
          .toParams();

  private final Function<String, Optional<String>> source;
  private final List<SettingProblem> problems = new ArrayList<>();

  /** {@code source} answers the raw value of a name; empty means that it is not set. */
  SettingReader(Function<String, Optional<String>> source) {
    this.source = source;
  }

  List<SettingProblem> problems() {
    return List.copyOf(problems);
  }

  /** The value of {@code name}, or the trimmed content of the file {@code name_FILE} points to. */
  Optional<String> optional(String name, String example) {
    Optional<String> value = nonBlank(name);
    Optional<String> file = nonBlank(name + "_FILE");
    if (value.isPresent() && file.isPresent()) {
      complain(name, "and " + name + "_FILE are both set; keep one", example);
      return Optional.empty();
    }
    return file.isPresent() ? content(name, file.get()) : value;
  }

  /** A value that must be there; null, and a problem, when it is not. */
  String required(String name, String example) {
    int before = problems.size();
    Optional<String> value = optional(name, example);
    if (value.isEmpty() && problems.size() == before) {
      complain(name, "is missing", example);
    }
    return value.orElse(null);
  }

  /** An absolute http(s) URL without query or fragment and without a trailing slash. */
  URI httpUrl(String name, String example) {
    String text = required(name, example);
    return text == null ? null : httpUrl(name, text, example);
  }

  /** An optional absolute http(s) URL: null, without a problem, when it is not set. */
  URI optionalHttpUrl(String name, String example) {
    return optional(name, example).map(text -> httpUrl(name, text, example)).orElse(null);
  }

  private URI httpUrl(String name, String text, String example) {
    try {
      URI url = new URI(text.replaceAll("/+$", ""));
      boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
      if (!web || url.getHost() == null) {
        complain(name, "must be an absolute http or https URL", example);
      } else if (url.getRawQuery() != null || url.getRawFragment() != null) {
        complain(name, "must not have a query or fragment", example);
      } else if (url.getRawUserInfo() != null) {
        complain(name, "must not contain a user name or password", example);
      } else {
        return url;
      }
    } catch (URISyntaxException e) {
      complain(name, "is not a URL", example);
    }
    return null;
  }

  /** An optional id of 32 hexadecimal digits, without dashes; null when it is not set. */
  String optionalId(String name, String example) {
    String id = optional(name, example).orElse("").replace("-", "").toLowerCase(Locale.ROOT);
    if (id.isEmpty() || ID.matcher(id).matches()) {
      return id.isEmpty() ? null : id;
    }
    complain(name, "must be an id of 32 hexadecimal digits", example);
    return null;
  }

  /** Checks an address to listen on: {@code :8080}, {@code 127.0.0.1:8080}, {@code [::1]:8080}. */
  void listenAddress(String name, String address, String example) {
    if (address == null) {
      return;
    }
    Matcher matcher = LISTEN_ADDRESS.matcher(address);
    if (!matcher.matches()) {
      complain(name, "must be host:port, [IPv6]:port or :port", example);
      return;
    }
    int port = Integer.parseInt(matcher.group("port"));
    if (port < 1 || port > 65535) {
      complain(name, "must have a port from 1 to 65535", example);
    }
  }

  /** A whole number of a range; {@code otherwise} when it is not set. */
  int number(String name, int least, int most, int otherwise) {
    Optional<String> text = optional(name, Integer.toString(otherwise));
    if (text.isEmpty()) {
      return otherwise;
    }
    if (WHOLE_NUMBER.matcher(text.get()).matches()) {
      int number = Integer.parseInt(text.get());
      if (number >= least && number <= most) {
        return number;
      }
    }
    complain(
        name, "must be a whole number from " + least + " to " + most, Integer.toString(otherwise));
    return otherwise;
  }

  /** Whether it is set to true; false when not set. */
  boolean flag(String name) {
    String text = optional(name, "true").orElse("false");
    if (!"true".equals(text) && !"false".equals(text)) {
      complain(name, "must be true or false", "true");
    }
    return "true".equals(text);
  }

  /** Addresses and ranges such as 10.0.0.0/8, with commas between them; none when not set. */
  List<IPAddress> addressRanges(String name, String example) {
    List<IPAddress> ranges = new ArrayList<>();
    for (String text : optional(name, example).orElse("").split(",", -1)) {
      IPAddress range = new IPAddressString(text.strip(), STRICT).getAddress();
      if (range != null) {
        ranges.add(range.toPrefixBlock());
      } else if (!text.isBlank()) {
        complain(name, "must be addresses or ranges (CIDR) with commas between them", example);
        return List.of();
      }
    }
    return List.copyOf(ranges);
  }

  /** Origins of web pages, with commas between them; none when not set. */
  Set<String> origins(String name, String example) {
    Set<String> origins = new HashSet<>();
    for (String text : optional(name, example).orElse("").split(",", -1)) {
      String origin = text.strip();
      if (ORIGIN.matcher(origin).matches()) {
        origins.add(origin);
      } else if (!origin.isEmpty()) {
        complain(
            name,
            "must be origins without a path, with commas between them; "
                + quoted(origin)
                + " is none",
            example);
        return Set.of();
      }
    }
    return Set.copyOf(origins);
  }

  /** A key in PEM format, read by {@code parser}; null, and a problem, when it is not one. */
  <K> K pem(String name, PemKeys.Parser<K> parser) {
    String text = required(name, PEM_EXAMPLE);
    return text == null ? null : pem(name, text, parser);
  }

  /** An optional key in PEM format: null, without a problem, when it is not set. */
  <K> K optionalPem(String name, PemKeys.Parser<K> parser) {
    return optional(name, PEM_EXAMPLE).map(text -> pem(name, text, parser)).orElse(null);
  }

  private <K> K pem(String name, String text, PemKeys.Parser<K> parser) {
    try {
      return parser.parse(text);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      complain(name, "is not a P-256 key in PEM format", PEM_EXAMPLE);
      return null;
    }
  }

  /** A value that is no secret, short enough and without what would disturb a log. */
  private static String quoted(String value) {
    String shown = value.replaceAll("[^\\x20-\\x7e]", "?");
    return '"' + shown.substring(0, Math.min(shown.length(), MOST_SHOWN)) + '"';
  }

  void complain(String name, String problem, String example) {
    problems.add(new SettingProblem(name, problem, example));
  }

  private Optional<String> nonBlank(String name) {
    return source.apply(name).map(String::strip).filter(text -> !text.isEmpty());
  }

  private Optional<String> content(String name, String file) {
    try {
      String text = Files.readString(Path.of(file), StandardCharsets.UTF_8).strip();
      if (text.isEmpty()) {
        complain(name + "_FILE", "points to an empty file", "/run/secrets/" + name);
        return Optional.empty();
      }
      return Optional.of(text);
    } catch (IOException | IllegalArgumentException e) {
      complain(name + "_FILE", "points to a file that cannot be read", "/run/secrets/" + name);
      return Optional.empty();
    }
  }
}
