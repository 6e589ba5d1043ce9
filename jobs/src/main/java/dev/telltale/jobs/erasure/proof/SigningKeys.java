package dev.telltale.jobs.erasure.proof;

import dev.telltale.jobs.settings.UserMistake;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** Ed25519 keys in PEM files, as {@code openssl genpkey -algorithm ed25519} makes them. */
public final class SigningKeys {
  private static final int MAX_BYTES = 64 << 10;

  private SigningKeys() {}

  /**
   * PKCS#8.
   *
   * @throws UserMistake if it is none
   */
  public static PrivateKey signing(String option, String file) {
    try {
      return KeyFactory.getInstance("Ed25519")
          .generatePrivate(new PKCS8EncodedKeySpec(der(option, file, "PRIVATE KEY")));
    } catch (GeneralSecurityException | IllegalArgumentException other) {
      throw new UserMistake(
          option + " " + file + " is no Ed25519 key",
          "a certificate is signed with an Ed25519 key in PKCS#8, unencrypted",
          "make one: openssl genpkey -algorithm ed25519 -out key.pem; chmod 600 key.pem");
    }
  }

  /**
   * SubjectPublicKeyInfo.
   *
   * @throws UserMistake if it is none
   */
  public static PublicKey verifying(String option, String file) {
    try {
      return KeyFactory.getInstance("Ed25519")
          .generatePublic(new X509EncodedKeySpec(der(option, file, "PUBLIC KEY")));
    } catch (GeneralSecurityException | IllegalArgumentException other) {
      throw new UserMistake(
          option + " " + file + " is no public Ed25519 key",
          "a certificate is checked with the public part of the key that signed it",
          "extract it: openssl pkey -in key.pem -pubout -out public.pem");
    }
  }

  private static byte[] der(String option, String file, String label) {
    try {
      Path path = Path.of(file);
      if (Files.size(path) > MAX_BYTES) {
        throw new IllegalArgumentException("too long for a key");
      }
      String pem = Files.readString(path, StandardCharsets.US_ASCII);
      String begin = "-----BEGIN " + label + "-----";
      String end = "-----END " + label + "-----";
      int from = pem.indexOf(begin);
      int to = pem.indexOf(end);
      if (from < 0 || to < from) {
        throw new IllegalArgumentException("no such key in it");
      }
      return Base64.getMimeDecoder().decode(pem.substring(from + begin.length(), to).strip());
    } catch (IOException unreadable) {
      throw new UserMistake(
          option + " " + file + " cannot be read",
          unreadable.getClass().getSimpleName(),
          "name a readable PEM file");
    }
  }
}
