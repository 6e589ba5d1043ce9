package dev.telltale.record;

import dev.telltale.listing.TelemetryType;
import dev.telltale.unpacking.layer.Layer;
import dev.telltale.value.Span;
import dev.telltale.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * One decoded record, not yet scanned. Holds raw content: it never leaves the task. Immutable.
 *
 * <p>The path of a place in the record is {@link #pathPrefix()}, then {@link #rootPath()}, then the
 * way from the body's root to the place. Its bytes lie in the innermost of {@link #layers()}.
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
  private final Span span;
  private final List<Layer> layers;
  private final long origin;

  /**
   * @param format of this record, such as {@code gitpod-metrics}
   * @param body what is scanned, redacted and stored; paths of findings start at its root
   * @param samples numeric samples, never scanned
   */
  public DecodedRecord(String format, Value body, Describer describer, List<Sample> samples) {
    this(format, null, body, describer, samples, List.of(), "", ROOT, body.span(), List.of(), 0);
  }

  private DecodedRecord(
      String format,
      TelemetryType telemetryType,
      Value body,
      Describer describer,
      List<Sample> samples,
      List<String> encodings,
      String pathPrefix,
      String rootPath,
      Span span,
      List<Layer> layers,
      long origin) {
    this.format = Objects.requireNonNull(format, "format");
    this.telemetryType = telemetryType;
    this.body = Objects.requireNonNull(body, "body");
    this.describer = Objects.requireNonNull(describer, "describer");
    this.samples = List.copyOf(samples);
    this.encodings = List.copyOf(encodings);
    this.pathPrefix = Objects.requireNonNull(pathPrefix, "pathPrefix");
    this.rootPath = Objects.requireNonNull(rootPath, "rootPath");
    this.span = Objects.requireNonNull(span, "span");
    this.layers = List.copyOf(layers);
    this.origin = origin;
  }

  public static DecodedRecord of(String format, Value body, Describer describer) {
    return new DecodedRecord(format, body, describer, List.of());
  }

  /** The same record as it was found inside another one. */
  public DecodedRecord within(
      String outerPath, List<String> outerEncodings, List<Layer> outerLayers) {
    return new DecodedRecord(
        format,
        telemetryType,
        body,
        describer,
        samples,
        joined(outerEncodings, encodings),
        outerPath + pathPrefix,
        rootPath,
        span,
        joined(outerLayers, layers),
        origin);
  }

  private static <T> List<T> joined(List<T> outer, List<T> inner) {
    List<T> all = new ArrayList<>(outer);
    all.addAll(inner);
    return all;
  }

  /** The same record with its body lying there in the value that the frame holds. */
  public DecodedRecord at(String newRootPath) {
    return new DecodedRecord(
        format,
        telemetryType,
        body,
        describer,
        samples,
        encodings,
        pathPrefix,
        newRootPath,
        span,
        layers,
        origin);
  }

  /**
   * The same record with its body in the value that the frame holds, whatever led there before.
   *
   * @param bytes of the frame that the record stands for
   */
  public DecodedRecord inPlace(String newRootPath, Span bytes) {
    return new DecodedRecord(
        format,
        telemetryType,
        body,
        describer,
        samples,
        encodings,
        "",
        newRootPath,
        bytes,
        List.of(),
        0);
  }

  /**
   * The same record, placed in the frame as a whole rather than in the layers that led to it.
   *
   * @param bytes of the frame that the record stands for
   */
  public DecodedRecord unlayered(Span bytes) {
    return new DecodedRecord(
        format,
        telemetryType,
        body,
        describer,
        samples,
        encodings,
        pathPrefix,
        rootPath,
        bytes,
        List.of(),
        0);
  }

  /** The same record under the name of another format. */
  public DecodedRecord as(String newFormat) {
    return new DecodedRecord(
        newFormat,
        telemetryType,
        body,
        describer,
        samples,
        encodings,
        pathPrefix,
        rootPath,
        span,
        layers,
        origin);
  }

  /** The same record with another body, and what reads that one's columns. */
  public DecodedRecord with(Value newBody, Describer newDescriber) {
    return new DecodedRecord(
        format,
        telemetryType,
        newBody,
        newDescriber,
        samples,
        encodings,
        pathPrefix,
        rootPath,
        span,
        layers,
        origin);
  }

  /** The same record with numeric samples. */
  public DecodedRecord with(List<Sample> newSamples) {
    return new DecodedRecord(
        format,
        telemetryType,
        body,
        describer,
        newSamples,
        encodings,
        pathPrefix,
        rootPath,
        span,
        layers,
        origin);
  }

  /** The same record with what its content says the telemetry type is. */
  public DecodedRecord of(TelemetryType type) {
    return new DecodedRecord(
        format,
        type,
        body,
        describer,
        samples,
        encodings,
        pathPrefix,
        rootPath,
        span,
        layers,
        origin);
  }

  /** The same record, standing for these bytes; for bodies that do not know their own. */
  public DecodedRecord spanning(Span bytes) {
    return new DecodedRecord(
        format,
        telemetryType,
        body,
        describer,
        samples,
        encodings,
        pathPrefix,
        rootPath,
        bytes,
        layers,
        origin);
  }

  /**
   * The same record, cut from a frame that starts there in its stream: until then positions, of the
   * record or of the outermost of its layers, count from the start of the frame.
   */
  public DecodedRecord inFrame(long frameOffset) {
    List<Layer> shifted = new ArrayList<>(layers);
    if (!shifted.isEmpty()) {
      shifted.set(0, shifted.get(0).shifted(frameOffset));
    }
    return new DecodedRecord(
        format,
        telemetryType,
        body,
        describer,
        samples,
        encodings,
        pathPrefix,
        rootPath,
        span,
        shifted,
        layers.isEmpty() ? origin + frameOffset : origin);
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

  /** What was undone to reach the body, outermost first, such as base64, snappy, protobuf. */
  public List<String> encodings() {
    return encodings;
  }

  /** Stands before the root path where the record lay inside another one, otherwise empty. */
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

  /**
   * The layers between the object's unpacked stream and the bytes of the record, outermost first.
   */
  public List<Layer> layers() {
    return layers;
  }

  /** The bytes that the record stands for, counted from {@link #origin()}. */
  public Span span() {
    return span;
  }

  /** Where in the innermost layer the count of the record's spans starts. */
  public long origin() {
    return origin;
  }

  @Override
  public String toString() {
    return format + " record: " + body;
  }
}
