package dev.telltale.demo.telemetry;

import java.time.Instant;
import java.util.Objects;

/** One generated object of the export bucket. */
public final class ExportObject {
  private final String key;
  private final byte[] bytes;
  private final Instant lastModified;

  public ExportObject(String key, byte[] bytes, Instant lastModified) {
    this.key = Objects.requireNonNull(key, "key");
    this.bytes = Objects.requireNonNull(bytes, "bytes");
    this.lastModified = Objects.requireNonNull(lastModified, "lastModified");
  }

  public String key() {
    return key;
  }

  /** The stored bytes, not copied: do not change them. */
  public byte[] reveal() {
    return bytes;
  }

  /** When the object would have been written; a store that is uploaded to sets its own time. */
  public Instant lastModified() {
    return lastModified;
  }

  @Override
  public String toString() {
    return "object " + key + " of " + bytes.length + " bytes";
  }
}
