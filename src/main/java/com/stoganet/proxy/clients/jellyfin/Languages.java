package com.stoganet.proxy.clients.jellyfin;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

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

  private static final Map<String, String> TAGS = tags();

  private Languages() {}

  /** The tag of a language; empty when it is null, undetermined or unknown. */
  static String tag(String language) {
    if (language == null || language.isBlank()) {
      return "";
    }
    String code = language.strip().replace('_', '-');
    String known = TAGS.get(code.toLowerCase(Locale.ROOT));
    String tag = known == null ? Locale.forLanguageTag(code).toLanguageTag() : known;
    return "und".equals(tag) ? "" : tag;
  }

  private static Map<String, String> tags() {
    Map<String, String> tags = new HashMap<>(BIBLIOGRAPHIC);
    for (String code : Locale.getISOLanguages()) {
      // This replaces Java's old codes of Hebrew, Yiddish and Indonesian by the current ones.
      String tag = Locale.forLanguageTag(code).toLanguageTag();
      tags.putIfAbsent(Locale.forLanguageTag(code).getISO3Language(), tag);
    }
    return tags;
  }
}
