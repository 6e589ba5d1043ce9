package dev.telltale.jobs.erasure.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.telltale.jobs.erasure.PlanFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A certificate in an envelope that signs it: DSSE 1.0.2
 * (https://github.com/secure-systems-lab/dsse/blob/v1.0.2/protocol.md) with Ed25519, by the JDK
 * alone. Without a key there is no signature, and the envelope says nothing of who wrote it.
 */
final class Envelope {
  static final String TYPE = "application/vnd.telltale.erasure-certificate+json";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final byte[] payload;
  private final byte @Nullable [] signature;
  private final boolean intact;

  private Envelope(byte[] payload, byte @Nullable [] signature, boolean intact) {
    this.payload = payload;
    this.signature = signature;
    this.intact = intact;
  }

  /** A file's bytes. */
  static byte[] sealed(byte[] payload, @Nullable PrivateKey key) {
    ObjectNode envelope = JSON.createObjectNode();
    envelope.put("payloadType", TYPE);
    envelope.put("payload", Base64.getEncoder().encodeToString(payload));
    envelope.put("payloadSha256", PlanFile.hash(payload));
    var signatures = envelope.putArray("signatures");
    if (key != null) {
      signatures.addObject().put("sig", Base64.getEncoder().encodeToString(sign(payload, key)));
    }
    return (envelope + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] sign(byte[] payload, PrivateKey key) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(key);
      signature.update(encoded(payload));
      return signature.sign();
    } catch (GeneralSecurityException refused) {
      throw new IllegalStateException("Ed25519 is part of Java since 15", refused);
    }
  }

  /** What is signed: DSSE's pre-authentication encoding. */
  static byte[] encoded(byte[] payload) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(
        ("DSSEv1 " + TYPE.length() + " " + TYPE + " " + payload.length + " ")
            .getBytes(StandardCharsets.UTF_8));
    out.writeBytes(payload);
    return out.toByteArray();
  }

  /**
   * @throws IllegalArgumentException if it is no envelope of a certificate
   */
  static Envelope read(byte[] file) {
    try {
      JsonNode envelope = JSON.readTree(file);
      if (envelope == null || !TYPE.equals(envelope.path("payloadType").asText())) {
        throw new IllegalArgumentException("no certificate");
      }
      byte[] payload = Base64.getDecoder().decode(envelope.path("payload").asText());
      JsonNode first = envelope.path("signatures").path(0).path("sig");
      return new Envelope(
          payload,
          first.isTextual() ? Base64.getDecoder().decode(first.asText()) : null,
          PlanFile.hash(payload).equals(envelope.path("payloadSha256").asText()));
    } catch (IOException noJson) {
      throw new IllegalArgumentException("no certificate", noJson);
    }
  }

  byte[] payload() {
    return payload.clone();
  }

  /** Whether the payload has the hash that stands beside it. */
  boolean isIntact() {
    return intact;
  }

  boolean isSigned() {
    return signature != null;
  }

  boolean isSignedBy(PublicKey key) {
    try {
      Signature check = Signature.getInstance("Ed25519");
      check.initVerify(key);
      check.update(encoded(payload));
      return signature != null && check.verify(signature);
    } catch (GeneralSecurityException wrong) {
      return false;
    }
  }

  @Override
  public String toString() {
    return "envelope of " + payload.length + " bytes";
  }
}
