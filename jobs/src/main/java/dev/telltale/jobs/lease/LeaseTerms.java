package dev.telltale.jobs.lease;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a lease says.
 *
 * @param id of this lease, drawn at random when it is taken
 * @param holder for people
 * @param until when it ends unless it is renewed before; in the past once it was given back
 * @param renewals makes the bytes of every write different
 */
record LeaseTerms(
    String id, String holder, DriverProcess process, Instant since, Instant until, long renewals) {
  private static final ObjectMapper JSON = new ObjectMapper();

  LeaseTerms until(Instant end) {
    return new LeaseTerms(id, holder, process, since, end, renewals + 1);
  }

  /** Whether nobody else may take it at this time. */
  boolean isHeldAt(Instant now) {
    return now.isBefore(until) && !process.isKnownToBeGone();
  }

  byte[] toBytes() {
    ObjectNode terms = JSON.createObjectNode();
    terms.put("id", id);
    terms.put("holder", holder);
    terms.put("machine", process.machine());
    terms.put("process", process.id());
    terms.put("since", since.toString());
    terms.put("until", until.toString());
    terms.put("renewals", renewals);
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(terms);
    } catch (IOException impossible) {
      throw new IllegalStateException("writing a tree to memory", impossible);
    }
  }

  /** Null if this is no lease. */
  static @Nullable LeaseTerms read(byte[] bytes) {
    try {
      JsonNode terms = JSON.readTree(bytes);
      return new LeaseTerms(
          terms.required("id").asText(),
          terms.required("holder").asText(),
          new DriverProcess(terms.required("machine").asText(), terms.required("process").asLong()),
          Instant.parse(terms.required("since").asText()),
          Instant.parse(terms.required("until").asText()),
          terms.required("renewals").asLong());
    } catch (IOException | IllegalArgumentException | DateTimeException otherFile) {
      return null;
    }
  }
}
