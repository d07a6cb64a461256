package com.stoganet.proxy.clients.jellyfin;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Jellyfin's languages as BCP 47 tags. */
final class Languages {

  /**
   * ISO 639-2 has two codes for these languages; Java knows only the other one. Jellyfin invented
   * "pob".
   */
  private static final Map<String, String> BIBLIOGRAPHIC =
      Map.ofEntries(
          Map.entry("alb", "sq"),
          Map.entry("arm", "hy"),
          Map.entry("baq", "eu"),
          Map.entry("bur", "my"),
          Map.entry("chi", "zh"),
          Map.entry("cze", "cs"),
          Map.entry("dut", "nl"),
          Map.entry("fre", "fr"),
          Map.entry("geo", "ka"),
          Map.entry("ger", "de"),
          Map.entry("gre", "el"),
          Map.entry("ice", "is"),
          Map.entry("mac", "mk"),
          Map.entry("mao", "mi"),
          Map.entry("may", "ms"),
          Map.entry("per", "fa"),
          Map.entry("pob", "pt-BR"),
          Map.entry("rum", "ro"),
          Map.entry("slo", "sk"),
          Map.entry("tib", "bo"),
          Map.entry("wel", "cy"));

  private static final Pattern THREE_LETTERS = Pattern.compile("[a-z]{3}");

  private static final Map<String, String> TAGS = tags();

  private Languages() {}

  /** What the codes of ISO 639 hold for no language at all. */
  private static final Set<String> NONE = Set.of("und", "unk", "mis", "zxx");

  /**
   * The tag of a language, which Jellyfin takes from the file: a code or a tag, and sometimes an
   * English name. Empty when it is null, undetermined or unknown.
   */
  static String tag(String language) {
    if (language == null || language.isBlank()) {
      return "";
    }
    String code = language.strip().replace('_', '-');
    String known = TAGS.get(code.toLowerCase(Locale.ROOT));
    if (known != null) {
      return known;
    }
    Locale locale = Locale.forLanguageTag(code);
    return isCode(locale.getLanguage()) ? locale.toLanguageTag() : "";
  }

  /** Java knows all codes of two letters, but few of those with three. */
  private static boolean isCode(String text) {
    return text.length() == 2
        ? TAGS.containsKey(text)
        : THREE_LETTERS.matcher(text).matches() && !NONE.contains(text);
  }

  private static Map<String, String> tags() {
    Map<String, String> tags = new HashMap<>(BIBLIOGRAPHIC);
    for (String code : Locale.getISOLanguages()) {
      // This replaces Java's old codes of Hebrew, Yiddish and Indonesian by the current ones.
      String tag = Locale.forLanguageTag(code).toLanguageTag();
      Locale locale = Locale.forLanguageTag(code);
      tags.put(code, tag);
      tags.putIfAbsent(locale.getISO3Language(), tag);
      tags.putIfAbsent(locale.getDisplayLanguage(Locale.ENGLISH).toLowerCase(Locale.ROOT), tag);
    }
    return tags;
  }
}
