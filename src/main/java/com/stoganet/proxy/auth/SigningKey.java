package com.stoganet.proxy.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.stoganet.proxy.config.Settings;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Optional;

/** The key access tokens are signed with: shared (HS256) or a key pair (ES256). */
final class SigningKey {

  private final Settings settings;

  SigningKey(Settings settings) {
    this.settings = settings;
  }

  JWSAlgorithm algorithm() {
    return switch (settings.keys().algorithm()) {
      case HS256 -> JWSAlgorithm.HS256;
      case ES256 -> JWSAlgorithm.ES256;
    };
  }

  JWSSigner signer() throws JOSEException {
    return switch (settings.keys().algorithm()) {
      case HS256 -> new MACSigner(sharedKey());
      case ES256 -> new ECDSASigner(settings.keys().ecPrivate());
    };
  }

  /** The claims of a token with our signature and algorithm, whatever its age; else empty. */
  Optional<JWTClaimsSet> verified(String token) {
    try {
      SignedJWT jwt = SignedJWT.parse(token);
      boolean ours = algorithm().equals(jwt.getHeader().getAlgorithm()) && jwt.verify(verifier());
      return ours ? Optional.of(jwt.getJWTClaimsSet()) : Optional.empty();
    } catch (ParseException | JOSEException e) {
      return Optional.empty();
    }
  }

  private JWSVerifier verifier() throws JOSEException {
    return switch (settings.keys().algorithm()) {
      case HS256 -> new MACVerifier(sharedKey());
      case ES256 -> new ECDSAVerifier(settings.keys().ecPublic());
    };
  }

  private byte[] sharedKey() {
    return settings.keys().signing().getBytes(StandardCharsets.UTF_8);
  }
}
