package dev.telltale.jobs.command.packet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What may follow from a leak, and what ends it, by category. */
final class Consequences {
  private static final Map<String, String> LIKELY =
      Map.of(
          "credential",
          "whoever reads the telemetry can act as the holder of a credential for as long as it is"
              + " valid, and reach what it opens",
          "personal",
          "people can be identified, contacted or deceived by those who read the telemetry",
          "financial",
          "payments or fraud in the name of those whose account or card it is",
          "health",
          "what is known of people's health can embarrass or disadvantage them",
          "network",
          "people or machines can be located, and what they did joined with other records",
          "custom",
          "what an own rule was made for is known outside");

  private static final Map<String, String> ENDS =
      Map.of(
          "credential",
          "revoke and replace the credential first: erasing copies does not make it harmless; then look"
              + " for its use since it was exported",
          "personal",
          "have the copies erased, in the bucket and where they went on to; inform those concerned if the"
              + " risk to them is high (Art. 34 GDPR)",
          "financial",
          "inform the issuer of cards or accounts, then have the copies erased",
          "health",
          "have the copies erased at once; a high risk to those concerned is likely (Art. 34 GDPR)",
          "network",
          "have the copies erased, or shorten how long they are kept",
          "custom",
          "as the owner of the rule decides");

  private Consequences() {}

  static List<String> likely(Collection<String> categories) {
    return of(LIKELY, categories);
  }

  static List<String> advice(Collection<String> categories) {
    return of(ENDS, categories);
  }

  private static List<String> of(Map<String, String> texts, Collection<String> categories) {
    List<String> said = new ArrayList<>();
    for (String category : categories) {
      String text = texts.get(category);
      if (text != null) {
        said.add(category + ": " + text);
      }
    }
    return said;
  }
}
