package com.stoganet.sandbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A path with placeholders in braces; like ASP.NET, without regard to case. */
public record PathTemplate(String template, Pattern pattern, List<String> names) {

  private static final Pattern PLACE = Pattern.compile("\\{(\\w+)\\}");

  public static PathTemplate of(String template) {
    List<String> names = new ArrayList<>();
    StringBuilder regex = new StringBuilder();
    Matcher matcher = PLACE.matcher(template);
    int end = 0;
    while (matcher.find()) {
      regex.append(Pattern.quote(template.substring(end, matcher.start()))).append("([^/]+)");
      names.add(matcher.group(1));
      end = matcher.end();
    }
    regex.append(Pattern.quote(template.substring(end))).append("/?");
    Pattern pattern = Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE);
    return new PathTemplate(template, pattern, names);
  }

  /** The values in the path, or nothing if this is another path. */
  public Optional<Map<String, String>> match(String path) {
    Matcher matcher = pattern.matcher(path);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      values.put(names.get(i), matcher.group(i + 1));
    }
    return Optional.of(values);
  }
}
