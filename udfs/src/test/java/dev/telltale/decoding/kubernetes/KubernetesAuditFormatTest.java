package dev.telltale.decoding.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.telltale.decoding.DecodedFrame;
import dev.telltale.listing.TelemetryType;
import dev.telltale.record.RecordColumns;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KubernetesAuditFormatTest {
  private static final String EVENT =
      "{\"kind\":\"Event\",\"apiVersion\":\"audit.k8s.io/v1\",\"auditID\":\"a1\",\"stage\":"
          + "\"ResponseComplete\",\"requestURI\":\"/api/v1/pods?token=x\",\"verb\":\"create\","
          + "\"user\":{\"username\":\"system:serviceaccount:ns:bot\",\"groups\":[\"g\"]},"
          + "\"sourceIPs\":[\"192.0.2.1\"],\"objectRef\":{\"resource\":\"pods\",\"subresource\":"
          + "\"exec\",\"namespace\":\"shop\",\"name\":\"web-0\"},\"responseStatus\":{\"code\":403},"
          + "\"requestReceivedTimestamp\":\"2026-11-18T05:02:14.123456Z\",\"annotations\":"
          + "{\"authorization.k8s.io/decision\":\"forbid\"}}";

  @Test
  void eventShowsWhoAskedForWhatAndHowItEnded() {
    DecodedFrame frame = DecodedFrame.json(EVENT);
    RecordColumns columns = frame.columns(0);
    assertEquals("kubernetes-audit", frame.only().format());
    assertEquals(TelemetryType.AUDIT, frame.only().telemetryType());
    assertEquals("system:serviceaccount:ns:bot", columns.emitter());
    assertEquals("create pods/exec", columns.name());
    assertEquals("WARNING", columns.severity());
    assertEquals(Instant.parse("2026-11-18T05:02:14.123456Z"), columns.eventTime());
    assertEquals(
        Map.of(
            "auditID", "a1",
            "stage", "ResponseComplete",
            "namespace", "shop",
            "resource", "pods",
            "subresource", "exec",
            "name", "web-0",
            "code", "403",
            "authorization.k8s.io/decision", "forbid"),
        columns.attributes());
    assertEquals(EVENT, frame.body(0));
  }

  @Test
  void listGivesItsEvents() {
    DecodedFrame frame =
        DecodedFrame.json(
            "{\"kind\":\"EventList\",\"apiVersion\":\"audit.k8s.io/v1beta1\",\"metadata\":{},"
                + "\"items\":[{\"auditID\":\"1\",\"verb\":\"get\",\"requestURI\":\"/healthz?x=y\"},"
                + EVENT
                + "]}");
    assertEquals(List.of("kubernetes-audit"), frame.formats());
    assertEquals(2, frame.records.size());
    assertEquals("$.items[1]", frame.records.get(1).provenance().rootPath());
    assertEquals("get /healthz", frame.columns(0).name());
    assertEquals(
        "{\"apiVersion\":\"audit.k8s.io/v1beta1\",\"kind\":\"Event\",\"auditID\":\"1\",\"verb\":"
            + "\"get\",\"requestURI\":\"/healthz?x=y\",\"list\":{\"kind\":\"EventList\","
            + "\"apiVersion\":\"audit.k8s.io/v1beta1\",\"metadata\":{}}}",
        frame.body(0));
  }

  @ParameterizedTest
  @CsvSource({"200,INFO", "301,INFO", "404,WARNING", "503,ERROR"})
  void severityFollowsFromTheResponse(String code, String severity) {
    assertEquals(severity, DecodedFrame.json(EVENT.replace("403", code)).columns(0).severity());
  }

  @Test
  void eventWithoutAResponseHasASeverityOnlyIfTheServerPanicked() {
    String open = EVENT.replace("\"responseStatus\":{\"code\":403},", "");
    assertNull(DecodedFrame.json(open).columns(0).severity());
    String panic = open.replace("ResponseComplete", "Panic");
    assertEquals("ERROR", DecodedFrame.json(panic).columns(0).severity());
  }

  @Test
  void policyAndOtherEventsAreNoAuditEvents() {
    for (String other :
        List.of(
            "{\"kind\":\"Policy\",\"apiVersion\":\"audit.k8s.io/v1\"}",
            "{\"kind\":\"Event\",\"apiVersion\":\"v1\"}",
            "{\"kind\":\"Event\",\"apiVersion\":\"events.k8s.io/v1\"}")) {
      assertEquals(List.of("kubernetes"), DecodedFrame.json(other).formats());
    }
  }
}
