package com.stoganet.proxy.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.util.Base64URL;
import com.stoganet.proxy.config.Keys;
import com.stoganet.proxy.shared.Hmac;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.text.ParseException;
import java.util.Optional;

/**
 * A key for access tokens: shared (HS256) or of a pair (ES256).
 *
 * <p>All tokens of a key begin with the same header, and a token with any other header is not ours.
 * So there is no algorithm to choose, no name of a key to look up and no extension to understand in
 * what a stranger wrote.
 */
final class SigningKey {

  private static final String KEY_ID = "stoganet-api-proxy key id 1";

  private final JWSHeader header;
  private final JWSSigner signer;
  private final JWSVerifier verifier;

  private SigningKey(
      Keys.Algorithm algorithm, byte[] identity, JWSSigner signer, JWSVerifier verifier) {
    this.header = header(algorithm, Hmac.fingerprint(identity, KEY_ID));
    this.signer = signer;
    this.verifier = verifier;
  }

  /** The one that signs. */
  static SigningKey current(Keys keys) {
    return switch (keys.algorithm()) {
      case HS256 -> shared(keys.signing());
      case ES256 -> pair(keys.ecPrivate(), keys.ecPublic());
    };
  }

  /** The one that signed before; tokens of it may still be about. */
  static Optional<SigningKey> previous(Keys keys) {
    return switch (keys.algorithm()) {
      case HS256 -> Optional.ofNullable(keys.previousSigning()).map(SigningKey::shared);
      case ES256 -> Optional.ofNullable(keys.previousEcPublic()).map(key -> pair(null, key));
    };
  }

  private static SigningKey shared(String text) {
    byte[] key = text.getBytes(StandardCharsets.UTF_8);
    try {
      return new SigningKey(Keys.Algorithm.HS256, key, new MACSigner(key), new MACVerifier(key));
    } catch (JOSEException e) {
      throw new IllegalStateException("The settings were checked", e);
    }
  }

  private static SigningKey pair(ECPrivateKey secret, ECPublicKey open) {
    try {
      return new SigningKey(
          Keys.Algorithm.ES256,
          open.getEncoded(),
          secret == null ? null : new ECDSASigner(secret),
          new ECDSAVerifier(open));
    } catch (JOSEException e) {
      throw new IllegalStateException("The settings were checked", e);
    }
  }

  /** Spelled out, so that it stays the same whatever a library makes of it. */
  private static JWSHeader header(Keys.Algorithm algorithm, String id) {
    String json = "{\"alg\":\"" + algorithm + "\",\"typ\":\"JWT\",\"kid\":\"" + id + "\"}";
    try {
      return JWSHeader.parse(json, Base64URL.encode(json));
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A token that says this. */
  String sign(String claims) {
    String input = header.toBase64URL() + "." + Base64URL.encode(claims);
    try {
      return input + "." + signer.sign(header, input.getBytes(StandardCharsets.UTF_8));
    } catch (JOSEException e) {
      throw new IllegalStateException("The access token cannot be signed", e);
    }
  }

  /** What a token says that was signed with this key; empty when it was not. */
  Optional<String> verified(String token) {
    String[] parts = token.split("\\.", -1);
    if (parts.length != 3 || !parts[0].equals(header.toBase64URL().toString())) {
      return Optional.empty();
    }
    Base64URL claims = new Base64URL(parts[1]);
    Base64URL signature = new Base64URL(parts[2]);
    // The decoder overlooks what is no base64url; then there would be many spellings of one token.
    if (!plain(claims) || !plain(signature)) {
      return Optional.empty();
    }
    byte[] input = (parts[0] + "." + claims).getBytes(StandardCharsets.UTF_8);
    try {
      return verifier.verify(header, input, signature)
          ? Optional.of(claims.decodeToString())
          : Optional.empty();
    } catch (JOSEException e) {
      return Optional.empty();
    }
  }

  private static boolean plain(Base64URL text) {
    return text.equals(Base64URL.encode(text.decode()));
  }
}
