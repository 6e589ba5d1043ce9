package dev.telltale.jobs.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Objects;
import org.apache.spark.sql.connector.read.streaming.Offset;

/** The last run that a stream has come to; empty before the first. */
final class RunOffset extends Offset {
  static final RunOffset START = new RunOffset("");

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String MEMBER = "run_id";

  private final String runId;

  RunOffset(String runId) {
    this.runId = Objects.requireNonNull(runId, "runId");
  }

  static RunOffset read(String json) {
    try {
      return new RunOffset(JSON.readTree(json).path(MEMBER).asText());
    } catch (JsonProcessingException damaged) {
      throw new IllegalStateException(
          "the checkpoint's offset does not name a run of Telltale", damaged);
    }
  }

  String runId() {
    return runId;
  }

  @Override
  public String json() {
    return JSON.createObjectNode().put(MEMBER, runId).toString();
  }
}
