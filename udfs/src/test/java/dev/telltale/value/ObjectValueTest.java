package dev.telltale.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;

class ObjectValueTest {
  @Test
  void withoutLeavesOutTheInstanceAndKeepsItsNamesakes() {
    Value taken = new ArrayValue(List.of());
    ObjectValue object =
        ObjectValue.builder().add("a", taken).add("a", "kept").add("b", "kept").build();
    assertEquals(
        "{\"a\":\"kept\",\"b\":\"kept\"}", JsonText.of(new ObjectValue(object.without(taken))));
  }

  @Test
  void nothingShowsItsContent() {
    ObjectValue object = ObjectValue.builder().add("name-s3cret", "value-s3cret").build();
    assertFalse(object.toString().contains("s3cret"));
    assertFalse(object.members().toString().contains("s3cret"));
    assertFalse(object.first("name-s3cret").toString().contains("s3cret"));
    assertFalse(new NumberValue("4111", -1, 0).toString().contains("4111"));
  }
}
