package dev.telltale.prevention;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The processors that a case could have been stopped by, each by names and by values, and by values
 * with the names of what is encoded.
 */
public final class Preventions {
  private Preventions() {}

  /** Those that can be made of what is known; a case of whole texts without a pattern has none. */
  public static List<Prevention> against(CaseShape shape) {
    List<Prevention> all = new ArrayList<>();
    Set<String> keys = shape.keys();
    List<Pattern> values = shape.values();
    if (!keys.isEmpty()) {
      all.add(new CollectorRedaction("keys", Patterns.names(keys), List.of()));
      all.add(new CollectorTransform("keys", keys, List.of()));
      all.add(new FluentBit(keys, List.of()));
      all.add(new PrometheusRelabelling(keys, List.of()));
      all.add(new Sanitiser(keys, List.of()));
    }
    if (!values.isEmpty()) {
      all.add(new CollectorRedaction("values", List.of(), values));
      all.add(new CollectorTransform("values", Set.of(), values));
      all.add(new FluentBit(Set.of(), values));
      if (!keys.isEmpty()) {
        all.add(new PrometheusRelabelling(keys, values));
      }
      all.add(new Sanitiser(Set.of(), values));
      Set<String> encoded = shape.encodedKeys();
      if (!encoded.isEmpty()) {
        all.add(new CollectorRedaction("values and keys", Patterns.names(encoded), values));
        all.add(new CollectorTransform("values and keys", encoded, values));
      }
    }
    return all;
  }
}
