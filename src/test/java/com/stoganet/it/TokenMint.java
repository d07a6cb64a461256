package com.stoganet.it;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;

/** Signs tokens as the proxy under test does, and as others would who want to get in. */
final class TokenMint {

  private static final String STRANGERS_KEY = "another-key-of-sufficient-length-0123456789";

  private TokenMint() {}

  /** With the proxy's own key and algorithm. */
  static String genuine(JWTClaimsSet claims) throws JOSEException, GeneralSecurityException {
    return keyPair()
        ? signed(claims, JWSAlgorithm.ES256, new ECDSASigner(privateKey(), Curve.P_256))
        : signed(claims, JWSAlgorithm.HS256, shared(sharedKey()));
  }

  /** With the right algorithm, but another key. */
  static String ofAStranger(JWTClaimsSet claims) throws JOSEException {
    return keyPair()
        ? signed(
            claims, JWSAlgorithm.ES256, new ECDSASigner(new ECKeyGenerator(Curve.P_256).generate()))
        : signed(claims, JWSAlgorithm.HS256, shared(STRANGERS_KEY));
  }

  /** With keys of the proxy, but other algorithms: what is public must not become a shared key. */
  static List<String> withOtherAlgorithms(JWTClaimsSet claims) throws JOSEException, IOException {
    return keyPair()
        ? List.of(
            signed(claims, JWSAlgorithm.HS256, shared(sharedKey())),
            signed(
                claims,
                JWSAlgorithm.HS256,
                shared(Files.readString(Path.of(Proxy.setting("JWT_PUBLIC_KEY_FILE"))).strip())))
        : List.of(signed(claims, JWSAlgorithm.HS384, shared(sharedKey())));
  }

  private static boolean keyPair() {
    return "ES256".equals(Proxy.setting("JWT_ALGORITHM"));
  }

  private static PrivateKey privateKey() throws GeneralSecurityException {
    String pem = Proxy.setting("JWT_PRIVATE_KEY").replaceAll("-----[A-Z ]+-----", "");
    byte[] key = Base64.getMimeDecoder().decode(pem);
    return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(key));
  }

  private static String sharedKey() {
    return Proxy.setting("JWT_SIGNING_KEY");
  }

  private static JWSSigner shared(String key) throws JOSEException {
    return new MACSigner(key.getBytes(StandardCharsets.UTF_8));
  }

  private static String signed(JWTClaimsSet claims, JWSAlgorithm algorithm, JWSSigner signer)
      throws JOSEException {
    SignedJWT jwt =
        new SignedJWT(new JWSHeader.Builder(algorithm).type(JOSEObjectType.JWT).build(), claims);
    jwt.sign(signer);
    return jwt.serialize();
  }
}
