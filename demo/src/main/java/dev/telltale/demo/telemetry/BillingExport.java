package dev.telltale.demo.telemetry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.time.Instant;

/** Billing: usage and invoice records as generic JSON, with and without line ends. */
public final class BillingExport {
  private BillingExport() {}

  public static byte[] object(Vocabulary words, Instant time, int bytes) {
    boolean lines = words.chance(0.5);
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    do {
      content.writeBytes(JsonTree.bytes(usage(words, time)));
      if (lines) {
        content.write('\n');
      }
    } while (content.size() < bytes);
    return content.toByteArray();
  }

  public static ObjectNode usage(Vocabulary words, Instant time) {
    return JsonTree.object(
        "usageId", words.uuid(),
        "attributionId", "team:" + words.uuid(),
        "workspaceInstanceId", words.uuid(),
        "workspaceClass", words.pick("g1-standard", "g1-large"),
        "creditCents", words.between(1, 5_000),
        "effectiveTime", words.after(time, 3_000).toString(),
        "draft", words.chance(0.1),
        "metadata",
            JsonTree.object("userName", words.pseudonym("username"), "region", "eu-central-1"));
  }
}
