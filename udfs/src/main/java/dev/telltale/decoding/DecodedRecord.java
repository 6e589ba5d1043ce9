package dev.telltale.decoding;

import dev.telltale.value.Value;
import java.util.List;
import java.util.Objects;

/** One decoded record, not yet scanned. Holds raw content: it never leaves the task. */
public final class DecodedRecord {
  private final String format;
  private final Value body;
  private final Describer describer;
  private final List<Sample> samples;
  private final List<String> encodings;
  private final String pathPrefix;

  /**
   * @param format of this record, such as {@code gitpod-metrics}
   * @param body what is scanned, redacted and stored; paths of findings start at its root
   * @param samples numeric samples, never scanned
   * @param encodings what was undone to reach the body, outermost first, such as base64, snappy,
   *     protobuf
   * @param pathPrefix stands before {@code $} in paths where the record lay inside another one,
   *     otherwise empty
   */
  public DecodedRecord(
      String format,
      Value body,
      Describer describer,
      List<Sample> samples,
      List<String> encodings,
      String pathPrefix) {
    this.format = Objects.requireNonNull(format, "format");
    this.body = Objects.requireNonNull(body, "body");
    this.describer = Objects.requireNonNull(describer, "describer");
    this.samples = List.copyOf(samples);
    this.encodings = List.copyOf(encodings);
    this.pathPrefix = Objects.requireNonNull(pathPrefix, "pathPrefix");
  }

  public static DecodedRecord of(String format, Value body, Describer describer) {
    return new DecodedRecord(format, body, describer, List.of(), List.of(), "");
  }

  /** The same record as it was found inside another one. */
  public DecodedRecord within(String outerPath, List<String> outerEncodings) {
    java.util.ArrayList<String> all = new java.util.ArrayList<>(outerEncodings);
    all.addAll(encodings);
    return new DecodedRecord(format, body, describer, samples, all, outerPath + pathPrefix);
  }

  public String format() {
    return format;
  }

  public Value body() {
    return body;
  }

  public Describer describer() {
    return describer;
  }

  public List<Sample> samples() {
    return samples;
  }

  public List<String> encodings() {
    return encodings;
  }

  public String pathPrefix() {
    return pathPrefix;
  }

  @Override
  public String toString() {
    return format + " record: " + body;
  }
}
