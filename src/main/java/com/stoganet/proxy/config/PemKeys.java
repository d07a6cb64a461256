package com.stoganet.proxy.config;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
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
    return (ECPrivateKey)
        KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(der(pem)));
  }

  static ECPublicKey ecPublic(String pem) throws GeneralSecurityException {
    return (ECPublicKey)
        KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(der(pem)));
  }

  private static byte[] der(String pem) {
    return Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
  }
}
