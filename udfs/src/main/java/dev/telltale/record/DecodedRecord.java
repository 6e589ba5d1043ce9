package dev.telltale.record;

import dev.telltale.listing.TelemetryType;
import dev.telltale.unpacking.layer.Layer;
import dev.telltale.value.Span;
import dev.telltale.value.Value;
import java.util.List;
import java.util.Objects;

/** One decoded record, not yet scanned. Holds raw content: it never leaves the task. Immutable. */
public final class DecodedRecord {
  private final String format;
  private final TelemetryType telemetryType;
  private final Value body;
  private final Describer describer;
  private final List<Sample> samples;
  private final Provenance provenance;

  /**
   * @param format of this record, such as {@code gitpod-metrics}
   * @param body what is scanned, redacted and stored; paths of findings start at its root
   * @param samples numeric samples, never scanned
   */
  public DecodedRecord(String format, Value body, Describer describer, List<Sample> samples) {
    this(format, null, body, describer, samples, Provenance.of(body.span()));
  }

  private DecodedRecord(
      String format,
      TelemetryType telemetryType,
      Value body,
      Describer describer,
      List<Sample> samples,
      Provenance provenance) {
    this.format = Objects.requireNonNull(format, "format");
    this.telemetryType = telemetryType;
    this.body = Objects.requireNonNull(body, "body");
    this.describer = Objects.requireNonNull(describer, "describer");
    this.samples = List.copyOf(samples);
    this.provenance = Objects.requireNonNull(provenance, "provenance");
  }

  public static DecodedRecord of(String format, Value body, Describer describer) {
    return new DecodedRecord(format, body, describer, List.of());
  }

  private DecodedRecord from(Provenance other) {
    return new DecodedRecord(format, telemetryType, body, describer, samples, other);
  }

  /** The same record as it was found inside another one. */
  public DecodedRecord within(
      String outerPath, List<String> outerEncodings, List<Layer> outerLayers) {
    return from(provenance.within(outerPath, outerEncodings, outerLayers));
  }

  /** The same record with its body at that place of the value that the frame holds. */
  public DecodedRecord at(String newRootPath) {
    return from(provenance.at(newRootPath));
  }

  /** The same record, standing for these bytes; for bodies that do not know their own. */
  public DecodedRecord spanning(Span bytes) {
    return from(provenance.spanning(bytes));
  }

  /**
   * The same record with its body in the value that the frame holds, whatever led there before.
   *
   * @param bytes of the frame that the record stands for
   */
  public DecodedRecord inPlace(String newRootPath, Span bytes) {
    return from(provenance.inPlace(newRootPath, bytes));
  }

  /**
   * The same record, placed in the frame as a whole rather than in the layers that led to it.
   *
   * @param bytes of the frame that the record stands for
   */
  public DecodedRecord unlayered(Span bytes) {
    return from(provenance.unlayered(bytes));
  }

  /**
   * The same record, cut from a frame that starts there in its stream: until then positions, of the
   * record or of the outermost of its layers, count from the start of the frame.
   */
  public DecodedRecord inFrame(long frameOffset) {
    return from(provenance.inFrame(frameOffset));
  }

  /** The same record under the name of another format. */
  public DecodedRecord as(String newFormat) {
    return new DecodedRecord(newFormat, telemetryType, body, describer, samples, provenance);
  }

  /** The same record with another body, and what reads that one's columns. */
  public DecodedRecord with(Value newBody, Describer newDescriber) {
    return new DecodedRecord(format, telemetryType, newBody, newDescriber, samples, provenance);
  }

  /** The same record with numeric samples. */
  public DecodedRecord with(List<Sample> newSamples) {
    return new DecodedRecord(format, telemetryType, body, describer, newSamples, provenance);
  }

  /** The same record with what its content says the telemetry type is. */
  public DecodedRecord of(TelemetryType type) {
    return new DecodedRecord(format, type, body, describer, samples, provenance);
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

  public Provenance provenance() {
    return provenance;
  }

  @Override
  public String toString() {
    return format + " record: " + body;
  }
}
