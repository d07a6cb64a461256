package com.stoganet.it;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs as the proxy does, and as others would who want to get in. */
final class Signatures {

  private static final String STRANGERS_KEY = "another-key-of-sufficient-length-0123456789";

  /** Makes the last part of a token from the others. */
  @FunctionalInterface
  interface Signer {
    byte[] sign(byte[] input);
  }

  private Signatures() {}

  /** With the key and the algorithm of the proxy under test. */
  static Signer own() {
    return keyPair() ? ecdsa(privateKey(Proxy.setting("JWT_PRIVATE_KEY"))) : hmac(256, ownKey());
  }

  /** The same for a proxy with these settings, which must use a shared key. */
  static Signer of(Map<String, String> settings) {
    return hmac(256, settings.get("JWT_SIGNING_KEY"));
  }

  /** With the algorithm of the proxy under test, but another key. */
  static Signer stranger() {
    return keyPair() ? strangerEcdsa() : hmac(256, STRANGERS_KEY);
  }

  static Signer strangerEcdsa() {
    return ecdsa(generated("EC"));
  }

  static Signer strangerRsa() {
    return signer("SHA256withRSA", generated("RSA"));
  }

  static Signer hmac(int bits, String key) {
    return input -> {
      try {
        Mac mac = Mac.getInstance("HmacSHA" + bits);
        mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HMAC"));
        return mac.doFinal(input);
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    };
  }

  /** The secret of the proxy; with key pairs it signs no tokens. */
  static String ownKey() {
    return Proxy.setting("JWT_SIGNING_KEY");
  }

  static boolean keyPair() {
    return "ES256".equals(Proxy.setting("JWT_ALGORITHM"));
  }

  private static Signer ecdsa(PrivateKey key) {
    return signer("SHA256withECDSAinP1363Format", key);
  }

  private static Signer signer(String algorithm, PrivateKey key) {
    return input -> {
      try {
        Signature signature = Signature.getInstance(algorithm);
        signature.initSign(key);
        signature.update(input);
        return signature.sign();
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    };
  }

  private static PrivateKey generated(String algorithm) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      if (algorithm.equals("EC")) {
        generator.initialize(new ECGenParameterSpec("secp256r1"));
      }
      return generator.generateKeyPair().getPrivate();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static PrivateKey privateKey(String pem) {
    try {
      byte[] key = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
      return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(key));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
