package dev.telltale.jobs.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The blind spots of the published sanitiser, one by one. */
final class BlindSpotsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "github.token | kubernetes | $.metadata.annotations.owner | '' | a harmless name: owner; no rule for github.token",
        "github.token | kubernetes | $.spec.containers.env.value | '' | the value of a pair of name and value; no rule for github.token",
        "pii.email | logs | $.payload.tokens | '' | it should not have passed: the name tokens holds \"token\"",
        "pii.email | logs | $.payload.secret.owner | '' | inside secret",
        "pii.email | logs | $.message | '' | text of a message",
        "pii.email | logs | $.message~ | '' | the name of a field; text of a message",
        "pii.email | metrics | $.labels.actor | base64,snappy,protobuf | a label of a metric",
        "pii.email | other | \"$.rawData|base64|json$.user\" | base64,json | JSON inside a text",
        "pii.email | kubernetes | $.data.note | base64 | inside base64",
        "pii.email | logs | $.url | url | inside url",
      })
  void eachHasItsReason(
      String rule, String type, String pattern, String encodings, String reasons) {
    List<String> decoded = encodings.equals("''") ? List.of() : List.of(encodings.split(",", -1));
    LeakedField field =
        new LeakedField(rule, "credential", type, pattern, pattern, decoded, false, 3);
    List<Clue> clues = BlindSpots.of(field);
    assertEquals(reasons, String.join("; ", clues.stream().map(Clue::answer).toList()));
    for (Clue clue : clues) {
      assertEquals(3, clue.records());
      assertTrue(clue.evidence().startsWith("published code of the sanitiser: "), clue.evidence());
    }
  }

  @Test
  void anItemOfAListForgetsTheNameAboveIt() {
    LeakedField item =
        new LeakedField(
            "gitlab.token",
            "credential",
            "analytics",
            "$.tokens",
            "$.tokens[0]",
            List.of(),
            false,
            1);
    assertEquals("inside tokens", BlindSpots.of(item).get(0).answer());
  }

  @Test
  void theKeyOfAnObjectIsNeverSanitised() {
    LeakedField key =
        new LeakedField(
            "pii.email", "personal", "logs", "object_key", "object_key", List.of(), true, 1);
    assertEquals(
        List.of("the key of the object"), BlindSpots.of(key).stream().map(Clue::answer).toList());
  }
}
