package dev.telltale.decoding.aws;

import dev.telltale.decoding.json.JsonFormat;
import dev.telltale.decoding.json.SampleNumber;
import dev.telltale.listing.TelemetryType;
import dev.telltale.record.DecodedRecord;
import dev.telltale.record.Emission;
import dev.telltale.record.EventTime;
import dev.telltale.record.RecordColumns;
import dev.telltale.record.RedactedBody;
import dev.telltale.record.Sample;
import dev.telltale.value.ObjectValue;
import dev.telltale.value.Value;
import java.time.Instant;
import java.util.List;

/**
 * Data points of a CloudWatch metric stream in its JSON form: {@code {"metric_stream_name",
 * "account_id","region","namespace","metric_name","dimensions","timestamp","value","unit"}}; see
 * "CloudWatch metric stream output in JSON format" in the CloudWatch user guide.
 *
 * <p>One record per point, kept whole. Its sample is {@code value.sum}, as it is for a histogram or
 * summary of OTLP; count, minimum, maximum and percentiles are in the body.
 */
public final class MetricStreamFormat implements JsonFormat {
  @Override
  public String id() {
    return "metric-stream-json";
  }

  @Override
  public boolean claims(Value value) {
    return value instanceof ObjectValue point
        && point.text("metric_stream_name") != null
        && point.text("metric_name") != null;
  }

  @Override
  public void decode(Value value, Emission emission) {
    ObjectValue point = (ObjectValue) value;
    emission.record(
        DecodedRecord.of(id(), point, MetricStreamFormat::describe)
            .of(TelemetryType.METRICS)
            .with(samples(point)));
  }

  private static List<Sample> samples(ObjectValue point) {
    ObjectValue value = point.object("value");
    Double sum = value == null ? null : SampleNumber.of(value.first("sum"));
    Value timestamp = point.first("timestamp");
    Instant time = timestamp == null ? null : EventTime.of(timestamp);
    return sum == null ? List.of() : List.of(new Sample(time, sum));
  }

  private static RecordColumns describe(Value redactedBody) {
    RedactedBody point = RedactedBody.of(redactedBody);
    return new RecordColumns(
        point.time("timestamp"),
        RedactedBody.joined(point.text("account_id"), point.text("namespace")),
        point.text("metric_name"),
        null,
        point.at("dimensions").attributes());
  }
}
