package dev.telltale.decoding;

import dev.telltale.listing.TelemetryType;
import dev.telltale.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * One decoded record, not yet scanned. Holds raw content: it never leaves the task. Immutable.
 *
 * <p>The path of a place in the record is {@link #pathPrefix()}, then {@link #rootPath()}, then the
 * way from the body's root to the place.
 */
public final class DecodedRecord {
  private static final String ROOT = "$";

  private final String format;
  private final TelemetryType telemetryType;
  private final Value body;
  private final Describer describer;
  private final List<Sample> samples;
  private final List<String> encodings;
  private final String pathPrefix;
  private final String rootPath;

  /**
   * @param format of this record, such as {@code gitpod-metrics}
   * @param body what is scanned, redacted and stored; paths of findings start at its root
   * @param samples numeric samples, never scanned
   * @param encodings what was undone to reach the body, outermost first, such as base64, snappy,
   *     protobuf
   * @param pathPrefix stands before the root path in paths where the record lay inside another one,
   *     otherwise empty
   */
  public DecodedRecord(
      String format,
      Value body,
      Describer describer,
      List<Sample> samples,
      List<String> encodings,
      String pathPrefix) {
    this(format, null, body, describer, samples, encodings, pathPrefix, ROOT);
  }

  private DecodedRecord(
      String format,
      TelemetryType telemetryType,
      Value body,
      Describer describer,
      List<Sample> samples,
      List<String> encodings,
      String pathPrefix,
      String rootPath) {
    this.format = Objects.requireNonNull(format, "format");
    this.telemetryType = telemetryType;
    this.body = Objects.requireNonNull(body, "body");
    this.describer = Objects.requireNonNull(describer, "describer");
    this.samples = List.copyOf(samples);
    this.encodings = List.copyOf(encodings);
    this.pathPrefix = Objects.requireNonNull(pathPrefix, "pathPrefix");
    this.rootPath = Objects.requireNonNull(rootPath, "rootPath");
  }

  public static DecodedRecord of(String format, Value body, Describer describer) {
    return new DecodedRecord(format, body, describer, List.of(), List.of(), "");
  }

  /** The same record as it was found inside another one. */
  public DecodedRecord within(String outerPath, List<String> outerEncodings) {
    List<String> all = new ArrayList<>(outerEncodings);
    all.addAll(encodings);
    return new DecodedRecord(
        format, telemetryType, body, describer, samples, all, outerPath + pathPrefix, rootPath);
  }

  /** The same record with its body in the value that held it, whatever led there before. */
  public DecodedRecord inPlace(String newRootPath) {
    return new DecodedRecord(
        format, telemetryType, body, describer, samples, encodings, "", newRootPath);
  }

  /** The same record with its body lying there in the value that the frame holds. */
  public DecodedRecord at(String newRootPath) {
    return new DecodedRecord(
        format, telemetryType, body, describer, samples, encodings, pathPrefix, newRootPath);
  }

  /** The same record with what its content says the telemetry type is. */
  public DecodedRecord of(TelemetryType type) {
    return new DecodedRecord(
        format, type, body, describer, samples, encodings, pathPrefix, rootPath);
  }

  /** The same record under the name of another format. */
  public DecodedRecord as(String newFormat) {
    return new DecodedRecord(
        newFormat, telemetryType, body, describer, samples, encodings, pathPrefix, rootPath);
  }

  /** The same record with another body, and what reads that one's columns. */
  public DecodedRecord with(Value newBody, Describer newDescriber) {
    return new DecodedRecord(
        format, telemetryType, newBody, newDescriber, samples, encodings, pathPrefix, rootPath);
  }

  /** The same record with numeric samples. */
  public DecodedRecord with(List<Sample> newSamples) {
    return new DecodedRecord(
        format, telemetryType, body, describer, newSamples, encodings, pathPrefix, rootPath);
  }

  public String format() {
    return format;
  }

  /** What the content alone says the telemetry type is; null where it says nothing. */
  public TelemetryType telemetryType() {
    return telemetryType;
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

  /**
   * The place of the body in the value that held it, to stand in paths for the body's {@code $}.
   * {@code $} where the body is the whole value; such as {@code $.batch[0]} where it is a part;
   * empty where the body is decoded text that ends a path prefix.
   */
  public String rootPath() {
    return rootPath;
  }

  @Override
  public String toString() {
    return format + " record: " + body;
  }
}
