package dev.telltale.decoding.aws;

import dev.telltale.decoding.json.Base64Text;
import dev.telltale.decoding.json.JsonFormat;
import dev.telltale.fault.FaultKind;
import dev.telltale.record.DecodedRecord;
import dev.telltale.record.Emission;
import dev.telltale.record.Payload;
import dev.telltale.record.RecordColumns;
import dev.telltale.record.RedactedBody;
import dev.telltale.value.ObjectValue;
import dev.telltale.value.Value;
import java.util.List;

/**
 * A record that Amazon Data Firehose could not transform, convert or deliver: an envelope with the
 * source record in {@code rawData} as base64; see "Handle data transformation failures" and
 * "Understand data delivery" in the developer guide.
 *
 * <p>The envelope without {@code rawData} is one record, then the source record is decoded in turn.
 */
public final class FirehoseFailedFormat implements JsonFormat {
  static final String ID = "firehose-failed";
  public static final String PATH = "$.rawData|base64";
  public static final List<String> ENCODINGS = List.of("base64");

  @Override
  public String id() {
    return ID;
  }

  @Override
  public boolean claims(Value value) {
    return value instanceof ObjectValue envelope
        && envelope.text("rawData") != null
        && (envelope.has("attemptsMade")
            || envelope.has("errorCode")
            || envelope.has("lastErrorCode"));
  }

  @Override
  public void decode(Value value, Emission emission) {
    ObjectValue envelope = (ObjectValue) value;
    byte[] raw = Base64Text.decode(envelope.text("rawData"));
    if (raw == null) {
      emission.undecodable(FaultKind.BASE64, 0);
      emission.record(envelope(envelope));
    } else {
      emission.record(envelope(new ObjectValue(envelope.without(envelope.first("rawData")))));
      emission.payload(new Payload(raw, envelope.first("rawData").span(), PATH, ENCODINGS));
    }
  }

  public static DecodedRecord envelope(Value body) {
    return DecodedRecord.of(ID, body, FirehoseFailedFormat::describe);
  }

  private static RecordColumns describe(Value redactedBody) {
    RedactedBody body = RedactedBody.of(redactedBody);
    return new RecordColumns(
        body.time("arrivalTimestamp", "attemptEndingTimestamp"),
        body.text("lambdaArn", "esIndexName"),
        body.text("errorCode", "lastErrorCode"),
        null,
        body.attributes("attemptsMade", "sequenceNumber", "subsequenceNumber", "EventId"));
  }
}
