package com.stoganet.proxy.config;

import com.nimbusds.jose.jwk.Curve;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.interfaces.ECKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** Reads elliptic curve keys in PEM format: PKCS #8 for the private one, X.509 for the public. */
final class PemKeys {

  /** Turns PEM text into a key. */
  interface Parser<K> {
    K parse(String pem) throws GeneralSecurityException;
  }

  private PemKeys() {}

  static ECPrivateKey ecPrivate(String pem) throws GeneralSecurityException {
    return onP256(
        (ECPrivateKey)
            KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(der(pem))));
  }

  static ECPublicKey ecPublic(String pem) throws GeneralSecurityException {
    return onP256(
        (ECPublicKey)
            KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(der(pem))));
  }

  /** ES256 means this curve and no other. */
  private static <K extends ECKey> K onP256(K key) throws GeneralSecurityException {
    if (!Curve.P_256.equals(Curve.forECParameterSpec(key.getParams()))) {
      throw new InvalidKeyException("Not a P-256 key");
    }
    return key;
  }

  private static byte[] der(String pem) {
    return Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
  }
}
