package com.stoganet.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tokens that must open nothing, each with what is wrong with it. */
final class BadTokens {

  private static final String STRANGER = "\"00000000-0000-4000-8000-000000000000\"";

  private final Map<String, String> tokens = new LinkedHashMap<>();
  private final String real;
  private final TokenDraft draft;
  private final TokenDraft other;
  private final long now = Instant.now().getEpochSecond();

  /**
   * All of them.
   *
   * @param real a good token
   * @param otherUser a good token of another user
   */
  static Map<String, String> all(String real, String otherUser) {
    return new BadTokens(real, otherUser).collect();
  }

  private BadTokens(String real, String otherUser) {
    this.real = real;
    this.draft = TokenDraft.like(real);
    this.other = TokenDraft.like(otherUser);
  }

  private Map<String, String> collect() {
    algorithms();
    keys();
    headers();
    times();
    people();
    audiences();
    spellings();
    return tokens;
  }

  private void algorithms() {
    add(
        "no algorithm, no signature",
        draft.withHeader("alg", "\"none\"").signed(input -> new byte[0]));
    add(
        "no algorithm, in capitals",
        draft.withHeader("alg", "\"NONE\"").signed(input -> new byte[0]));
    add("no algorithm, our signature", header("alg", "\"none\""));
    add("an empty signature", draft.signed(input -> new byte[0]));
    add("a signature of zeros", draft.signed(input -> new byte[64]));
    add("HS384 with our key", shared(384, Signatures.ownKey()));
    add("HS512 with our key", shared(512, Signatures.ownKey()));
    add("RS256 said, our signature", header("alg", "\"RS256\""));
    add(
        "RS256 of a stranger",
        draft.withHeader("alg", "\"RS256\"").signed(Signatures.strangerRsa()));
    add(
        "ES256 of a stranger",
        draft.withHeader("alg", "\"ES256\"").signed(Signatures.strangerEcdsa()));
    String small = Signatures.keyPair() ? "\"es256\"" : "\"hs256\"";
    add("the algorithm in small letters", header("alg", small));
    add("the algorithm is a list", header("alg", "[\"HS256\",\"ES256\"]"));
    add("no algorithm named", header("alg", null));
    if (Signatures.keyPair()) {
      add("HS256 with our secret", shared(256, Signatures.ownKey()));
      add("HS256 with the public key as a secret", shared(256, publicKey()));
      add("HS256 with the public key, trimmed", shared(256, publicKey().strip()));
      add("HS512 with the public key as a secret", shared(512, publicKey()));
    }
  }

  private void keys() {
    add("another key", draft.signed(Signatures.stranger()));
    add("another key, shown in the header", stranger("jwk", "{\"kty\":\"oct\",\"k\":\"YQ\"}"));
    add("another key, to be fetched", stranger("jku", "\"http://127.0.0.1:1/keys\""));
    add("another key, its certificate to be fetched", stranger("x5u", "\"http://127.0.0.1:1/c\""));
    add("our key, another one to be fetched", header("jku", "\"http://127.0.0.1:1/keys\""));
    add("no key id", header("kid", null));
    add("an unknown key id", header("kid", "\"AAAAAAAAAAAA\""));
    add("a key id that is a path", header("kid", "\"../../../../dev/null\""));
    add("a key id that is SQL", header("kid", "\"' union select 'AAAA' --\""));
    add("a key id that is a number", header("kid", "1"));
    add("an empty key id", header("kid", "\"\""));
    add("two key ids", draft.withAnotherHeader("kid", "\"AAAAAAAAAAAA\"").signed());
  }

  private void headers() {
    add("no type", header("typ", null));
    add("the type of OAuth 2 access tokens", header("typ", "\"at+jwt\""));
    add("the type JOSE", header("typ", "\"JOSE\""));
    add("the type in small letters", header("typ", "\"jwt\""));
    add("two types", draft.withAnotherHeader("typ", "\"JWT\"").signed());
    add("two algorithms", draft.withAnotherHeader("alg", "\"none\"").signed());
    add("critical: a claim", header("crit", "[\"exp\"]"));
    add("critical: something unknown", header("crit", "[\"x\"]"));
    add(
        "critical: an unencoded payload",
        draft.withHeader("b64", "false").withAnotherHeader("crit", "[\"b64\"]").signed());
    add("compressed", header("zip", "\"DEF\""));
    add(
        "a token within a token",
        draft.withHeader("cty", "\"JWT\"").withPayload(real, Signatures.own()));
    add("content of another type", header("cty", "\"JWT\""));
  }

  private void times() {
    add("no end", claim("exp", null));
    add("the end is null", claim("exp", "null"));
    add("the end is text", claim("exp", '"' + draft.claim("exp") + '"'));
    add("the end before 1970", claim("exp", "-1"));
    add("the end is a fraction", claim("exp", draft.claim("exp") + ".5"));
    add("the end in the next age", claim("exp", Long.toString(Long.MAX_VALUE)));
    add("the end beyond all numbers", claim("exp", "1e400"));
    add("the end in milliseconds", claim("exp", draft.claim("exp") + "000"));
    add("a life of two hours", claim("exp", Long.toString(now + 7200)));
    add("two ends", draft.withAnotherClaim("exp", Long.toString(now + 600)).signed());
    add("no beginning", claim("iat", null));
    add("the beginning is text", claim("iat", '"' + draft.claim("iat") + '"'));
    add("the beginning before 1970", claim("iat", "-1"));
    add("the beginning in milliseconds", claim("iat", draft.claim("iat") + "000"));
    add("the beginning in the future", claim("iat", Long.toString(now + 300)));
    add(
        "ends before it begins",
        draft.withClaim("iat", now - 10).withClaim("exp", now - 20).signed());
  }

  private void people() {
    add("the session of somebody else", claim("sid", other.claim("sid")));
    add("somebody else with our session", claim("sub", other.claim("sub")));
    add("a session nobody knows", claim("sid", STRANGER));
    add("no session", claim("sid", null));
    add("the session is null", claim("sid", "null"));
    add("the session is a number", claim("sid", "1"));
    add("the session is a list", claim("sid", "[" + draft.claim("sid") + "]"));
    add("two sessions", draft.withAnotherClaim("sid", other.claim("sid")).signed());
    add("one session twice", draft.withAnotherClaim("sid", draft.claim("sid")).signed());
    add("nobody", claim("sub", null));
    add("an empty user", claim("sub", "\"\""));
    add("the user is a number", claim("sub", "7"));
    add("two users", draft.withAnotherClaim("sub", other.claim("sub")).signed());
    add("no id", claim("jti", null));
    add("the id is a number", claim("jti", "1"));
  }

  private void audiences() {
    add("another issuer", claim("iss", "\"somebody-else\""));
    add("no issuer", claim("iss", null));
    add("another audience", claim("aud", "\"others\""));
    add("no audience", claim("aud", null));
    // We write one, and not as a list; whoever writes more wants to use it elsewhere.
    add("our audience and others", claim("aud", "[\"stoganet-apps\",\"others\"]"));
    add("our audience in a list", claim("aud", "[\"stoganet-apps\"]"));
  }

  private void spellings() {
    add("no token", "");
    add("dots only", "..");
    add("markup", "\"><script>");
    add("more than 4 kB", claim("x", '"' + "x".repeat(4096) + '"'));
    add("20 kB", claim("x", '"' + "x".repeat(15_000) + '"'));
    add("20 kB of rubbish", "x".repeat(20_000));
    add("claims that are text", draft.withPayload("\"text\"", Signatures.own()));
    add("claims that are a list", draft.withPayload("[]", Signatures.own()));
    add("claims that are null", draft.withPayload("null", Signatures.own()));
    add("no claims", draft.withPayload("{}", Signatures.own()));
    add("claims that are no JSON", draft.withPayload("{\"sub\":", Signatures.own()));
    add("empty claims", draft.withPayload("", Signatures.own()));
    add("the last letter missing", real.substring(0, real.length() - 1));
    add("the second half missing", real.substring(0, real.length() / 2));
    add("the signature missing", real.substring(0, real.lastIndexOf('.')));
    add("one letter more", real + "A");
    add("a dot more", real + ".");
    add("one part more", real + ".e30");
    add("padded", real + "=");
    add("a space within", real.replaceFirst("\\.", ". "));
    add("a comma and another token", real + "," + real);
    add("a second token behind it", real + " " + real);
    add("an encrypted token", "eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..AAAA.AAAA.AAAA");
    add("spelled with spare bits", respelled());
  }

  private void add(String name, String token) {
    tokens.put(name, token);
  }

  private String header(String name, String json) {
    return draft.withHeader(name, json).signed();
  }

  private String claim(String name, String json) {
    return draft.withClaim(name, json).signed();
  }

  private String stranger(String name, String json) {
    return draft.withHeader(name, json).signed(Signatures.stranger());
  }

  private String shared(int bits, String key) {
    return draft.withHeader("alg", "\"HS" + bits + "\"").signed(Signatures.hmac(bits, key));
  }

  private static String publicKey() {
    try {
      return Files.readString(Path.of(Proxy.setting("JWT_PUBLIC_KEY_FILE")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The bits of the last letter that no decoder looks at are not zero. */
  private String respelled() {
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    int last = alphabet.indexOf(real.charAt(real.length() - 1));
    return real.substring(0, real.length() - 1) + alphabet.charAt(last + 1);
  }
}
