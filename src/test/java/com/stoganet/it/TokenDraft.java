package com.stoganet.it;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A token in the making: header and claims of a real one, each to be changed on its own and into
 * what no library would write.
 */
final class TokenDraft {

  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  private final Map<String, String> header;
  private final Map<String, String> claims;
  private final String headerEnd;
  private final String claimsEnd;

  private TokenDraft(
      Map<String, String> header, String headerEnd, Map<String, String> claims, String claimsEnd) {
    this.header = header;
    this.headerEnd = headerEnd;
    this.claims = claims;
    this.claimsEnd = claimsEnd;
  }

  static TokenDraft like(String token) {
    String[] parts = token.split("\\.", -1);
    return new TokenDraft(members(parts[0]), "", members(parts[1]), "");
  }

  Set<String> headerNames() {
    return header.keySet();
  }

  Set<String> claimNames() {
    return claims.keySet();
  }

  /** What stands under a name of the header, as JSON. */
  String header(String name) {
    return header.get(name);
  }

  /** What stands under a name of the claims, as JSON. */
  String claim(String name) {
    return claims.get(name);
  }

  /** With this JSON under that name in the header; null takes it away. */
  TokenDraft withHeader(String name, String json) {
    return new TokenDraft(changed(header, name, json), headerEnd, claims, claimsEnd);
  }

  /** With this JSON under that name among the claims; null takes it away. */
  TokenDraft withClaim(String name, String json) {
    return new TokenDraft(header, headerEnd, changed(claims, name, json), claimsEnd);
  }

  TokenDraft withClaim(String name, long number) {
    return withClaim(name, Long.toString(number));
  }

  /** With one more member of the header, whether there is one of that name or not. */
  TokenDraft withAnotherHeader(String name, String json) {
    return new TokenDraft(header, headerEnd + "," + member(name, json), claims, claimsEnd);
  }

  /** With one more claim, whether there is one of that name or not. */
  TokenDraft withAnotherClaim(String name, String json) {
    return new TokenDraft(header, headerEnd, claims, claimsEnd + "," + member(name, json));
  }

  /** Signed with the proxy's own key. */
  String signed() {
    return signed(Signatures.own());
  }

  String signed(Signatures.Signer signer) {
    return withPayload(object(claims, claimsEnd), signer);
  }

  /** With something else instead of claims. */
  String withPayload(String payload, Signatures.Signer signer) {
    String input = encoded(object(header, headerEnd)) + "." + encoded(payload);
    return input
        + "."
        + ENCODER.encodeToString(signer.sign(input.getBytes(StandardCharsets.UTF_8)));
  }

  private static Map<String, String> members(String part) {
    try (JsonReader reader =
        Json.createReader(new ByteArrayInputStream(Base64.getUrlDecoder().decode(part)))) {
      JsonObject object = reader.readObject();
      Map<String, String> members = new LinkedHashMap<>();
      object.forEach((name, value) -> members.put(name, value.toString()));
      return members;
    }
  }

  private static Map<String, String> changed(
      Map<String, String> members, String name, String json) {
    Map<String, String> result = new LinkedHashMap<>(members);
    if (json == null) {
      result.remove(name);
    } else {
      result.put(name, json);
    }
    return result;
  }

  private static String object(Map<String, String> members, String end) {
    StringBuilder json = new StringBuilder();
    members.forEach(
        (name, value) -> json.append(json.isEmpty() ? "" : ",").append(member(name, value)));
    return "{" + json + end + "}";
  }

  private static String member(String name, String json) {
    return '"' + name + "\":" + json;
  }

  private static String encoded(String text) {
    return ENCODER.encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
