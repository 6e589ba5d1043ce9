package dev.telltale.demo.values;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Base64;

/** Textual encoding of keys and certificates (RFC 7468). */
public final class Pem {
  private Pem() {}

  /** One block, lines of 64 characters, without a line end after the last one. */
  public static String block(String label, byte[] der) {
    String body = Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(der);
    return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----";
  }
}
