package dev.telltale.decoding;

import dev.telltale.record.Describer;
import dev.telltale.record.RecordColumns;
import dev.telltale.record.RedactedBody;
import dev.telltale.value.Value;
import java.time.Instant;

/**
 * Columns of one Prometheus time series or metric family. The emitter is {@code job/instance}.
 * Thread-safe; the time comes from the samples, which hold numbers only.
 */
final class SeriesDescriber implements Describer {
  private final Instant lastSample;

  SeriesDescriber(Instant lastSample) {
    this.lastSample = lastSample;
  }

  @Override
  public RecordColumns describe(Value redactedBody) {
    RedactedBody body = RedactedBody.of(redactedBody);
    RedactedBody labels = body.at("labels");
    String name = labels.text("__name__");
    return new RecordColumns(
        lastSample,
        RedactedBody.joined(labels.text("job"), labels.text("instance")),
        name == null ? body.at("metadata").text("metric") : name,
        null,
        labels.attributes());
  }
}
