package dev.telltale.decoding.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.decoding.DecodedStream;
import dev.telltale.decoding.Samples;
import dev.telltale.decoding.json.Base64Text;
import dev.telltale.record.EventTime;
import dev.telltale.value.ArrayValue;
import dev.telltale.value.Member;
import dev.telltale.value.ObjectValue;
import dev.telltale.value.TextValue;
import dev.telltale.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Objects with every field filled, in JSON and in protobuf, give the same strings. Apart from what
 * the encodings write differently:
 *
 * <ul>
 *   <li>names of fields, which protobuf does not carry: a string of the message may stand as a name
 *       in JSON, because keys of maps are strings there;
 *   <li>times of fields that are walked: two numbers in the message;
 *   <li>bytes: base64 in JSON, in the message what they are;
 *   <li>{@code fieldsV1}: an object in JSON, its text in the message.
 * </ul>
 */
class KubernetesPairsTest {
  @Test
  void bothFormsOfAnObjectGiveTheSameStrings() {
    List<String> messages = Samples.under("kubernetes__api", ".pb");
    assertTrue(messages.size() > 8);
    for (String path : messages) {
      Set<String> inMessage = new TreeSet<>();
      collect(DecodedStream.of(Samples.bytes(path)).records.get(0).body(), false, inMessage);
      assertTrue(inMessage.size() > 20, path);
      String json = path.substring(0, path.length() - "pb".length()) + "json";
      Value object = DecodedStream.of(Samples.bytes(json)).records.get(0).body();
      Set<String> values = new TreeSet<>();
      collect(object, false, values);
      values.removeIf(text -> EventTime.of(text) != null || inMessage.contains(unbased(text)));
      Set<String> all = new TreeSet<>();
      collect(object, true, all);

      Set<String> lost = new TreeSet<>(values);
      lost.removeAll(inMessage);
      assertEquals(Set.of(), lost, () -> "only in " + json);
      Set<String> invented = new TreeSet<>(inMessage);
      invented.removeAll(all);
      invented.removeIf(text -> EventTime.of(text) != null || text.startsWith("{"));
      invented.removeIf(text -> all.contains(based(text)));
      assertEquals(Set.of(), invented, () -> "only in " + path);
    }
  }

  private static String unbased(String text) {
    byte[] bytes = Base64Text.decode(text);
    return bytes == null ? text : new String(bytes, StandardCharsets.UTF_8);
  }

  private static String based(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static void collect(Value value, boolean names, Set<String> strings) {
    if (value instanceof TextValue text && !text.reveal().isEmpty()) {
      strings.add(text.reveal());
    } else if (value instanceof ArrayValue array) {
      array.items().forEach(item -> collect(item, names, strings));
    } else if (value instanceof ObjectValue object) {
      for (Member member : object.members()) {
        if (names) {
          strings.add(member.name());
        }
        collect(member.value(), names, strings);
      }
    }
  }
}
