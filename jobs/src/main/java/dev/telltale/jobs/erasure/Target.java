package dev.telltale.jobs.erasure;

import dev.telltale.detection.repeat.KnownLeak;
import dev.telltale.jobs.tables.CaseId;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * A value that is to go, without the value.
 *
 * @param lengths that findings of it have, in UTF-16 units: of one person's telephone number there
 *     may be several
 */
public record Target(String fingerprint, String masked, String rule, List<Integer> lengths)
    implements Serializable {
  public Target {
    lengths = List.copyOf(lengths);
  }

  /** What it takes to find it where no name and no word is near it; none if that cannot be. */
  List<KnownLeak> known() {
    return lengths.stream()
        .map(length -> KnownLeak.of(fingerprint, masked, length, rule, CaseId.ofValue(fingerprint)))
        .filter(Objects::nonNull)
        .toList();
  }
}
