package dev.telltale.demo.telemetry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.time.Instant;

/** What Firehose could not process: the original records as base64, before any sanitising. */
public final class FailedRecordsExport {
  private FailedRecordsExport() {}

  public static byte[] object(Vocabulary words, Instant time, int bytes) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    do {
      byte[] original = JsonTree.bytes(LogRecords.any(words, time));
      content.writeBytes(JsonTree.bytes(failed(words, time, original)));
      content.write('\n');
    } while (content.size() < bytes);
    return content.toByteArray();
  }

  public static ObjectNode failed(Vocabulary words, Instant time, byte[] original) {
    return JsonTree.object(
        "attemptsMade",
        4,
        "arrivalTimestamp",
        time.toEpochMilli(),
        "errorCode",
        "Lambda.FunctionError",
        "errorMessage",
        "The Lambda function was successfully invoked but it returned an error",
        "attemptEndingTimestamp",
        time.plusSeconds(words.between(5, 90)).toEpochMilli(),
        "rawData",
        Packing.base64(original),
        "lambdaArn",
        "arn:aws:lambda:eu-central-1:123456789012:function:telemetry-transform:$LATEST");
  }
}
