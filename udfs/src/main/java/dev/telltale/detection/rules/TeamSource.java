package dev.telltale.detection.rules;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;

/**
 * A team's own file as the driver read it, ready to be shipped: executors make the same rules of
 * it. Holds no value that is to be found or allowed, only their digests.
 *
 * @param name of the file, for messages
 * @param yaml its text
 * @param lists the text of each digest list that it names, by the name that it gives
 * @param today the date that expiry is measured against
 */
public record TeamSource(String name, String yaml, Map<String, String> lists, LocalDate today)
    implements Serializable {
  public TeamSource {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(yaml, "yaml");
    Objects.requireNonNull(today, "today");
    lists = Map.copyOf(lists);
  }
}
