package dev.telltale.decoding.message;

import dev.telltale.record.Describer;
import dev.telltale.record.RecordColumns;
import dev.telltale.record.RedactedBody;
import dev.telltale.value.Value;
import java.time.Instant;

/**
 * Columns of one Prometheus time series or metric family. The emitter is {@code job/instance}.
 * Thread-safe; the time comes from the samples, which hold numbers only.
 */
public final class SeriesDescriber implements Describer {
  private final Instant lastSample;

  public SeriesDescriber(Instant lastSample) {
    this.lastSample = lastSample;
  }

  @Override
  public RecordColumns describe(Value redactedBody) {
    RedactedBody body = RedactedBody.of(redactedBody);
    RedactedBody labels = body.at("labels");
    String labelled = labels.text("__name__");
    String family = body.at("family").text("name");
    String name = labelled == null ? family : labelled;
    return new RecordColumns(
        lastSample,
        RedactedBody.joined(labels.text("job"), labels.text("instance")),
        name == null ? body.at("metadata").text("metric") : name,
        null,
        labels.attributes());
  }
}
