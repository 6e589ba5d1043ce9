package dev.telltale.jobs.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class FieldManagersTest {
  private static final String MANAGED =
      """
      [{"manager":"kubectl","operation":"Update","time":"2026-11-19T08:00:00Z","fieldsV1":
         {"f:spec":{"f:containers":{"k:{\\"name\\":\\"web\\"}":{"f:env":{"k:{\\"name\\":\\"TOKEN\\"}":{".":{},"f:name":{},"f:value":{}}}}}}}},
       {"manager":"helm","operation":"Apply","time":"2026-11-18T08:00:00Z","fieldsV1":{"f:metadata":{"f:labels":{}}}},
       {"manager":"kubelet","operation":"Update","time":"2026-11-20T08:00:00Z","fieldsV1":{"f:status":{"f:phase":{}}}}]
      """;

  @Test
  void theClientThatWroteAFieldIsNamedWithItsTime() {
    assertEquals(
        List.of("kubectl (Update 2026-11-19T08:00:00Z)"),
        FieldManagers.of(MANAGED, List.of("spec", "containers", "env", "value")));
  }

  @Test
  void whatIsOwnedAsAWholeCoversWhatIsInIt() {
    assertEquals(
        List.of("helm (Apply 2026-11-18T08:00:00Z)"),
        FieldManagers.of(MANAGED, List.of("metadata", "labels", "owner")));
  }

  @Test
  void nobodyIsNamedWithoutEvidence() {
    assertEquals(List.of(), FieldManagers.of(MANAGED, List.of("spec", "nodeName")));
    assertEquals(List.of(), FieldManagers.of(MANAGED, List.of()));
    assertEquals(List.of(), FieldManagers.of("[{\"manager\":", List.of("spec")));
    assertEquals(List.of(), FieldManagers.of("\"[telltale:x]\"", List.of("spec")));
  }
}
