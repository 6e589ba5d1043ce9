package dev.telltale.decoding.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.decoding.DecodedFrame;
import dev.telltale.decoding.Samples;
import dev.telltale.listing.TelemetryType;
import dev.telltale.record.DecodedRecord;
import dev.telltale.record.RecordColumns;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KubernetesFormatTest {
  private static final String POD =
      "{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"web-0\","
          + "\"namespace\":\"shop\",\"creationTimestamp\":\"2023-06-03T20:00:00Z\","
          + "\"labels\":{\"app\":\"web\"}},\"spec\":{\"containers\":["
          + "{\"image\":\"registry.corp.io:5000/team/nginx:1.25@sha256:00ff\"},"
          + "{\"image\":\"envoy\"}]}}";

  @Test
  void objectShowsWhoItIs() {
    DecodedFrame frame = DecodedFrame.json(POD);
    RecordColumns columns = frame.columns(0);
    assertEquals("kubernetes", frame.only().format());
    assertEquals(TelemetryType.KUBERNETES, frame.only().telemetryType());
    assertEquals("shop/Pod/web-0 (nginx:1.25, envoy)", columns.emitter());
    assertEquals("Pod", columns.name());
    assertEquals(Instant.parse("2023-06-03T20:00:00Z"), columns.eventTime());
    assertEquals(Map.of("app", "web"), columns.attributes());
  }

  @Test
  void listGivesItsItemsWithTheirPlaces() {
    DecodedFrame frame =
        DecodedFrame.json(
            "{\"kind\":\"PodList\",\"apiVersion\":\"v1\",\"metadata\":{\"selfLink\":\"/x\"},"
                + "\"items\":[{\"metadata\":{\"name\":\"a\"}},{\"metadata\":{\"name\":\"b\"}}]}");
    assertEquals(
        "{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"a\"},\"list\":"
            + "{\"kind\":\"PodList\",\"apiVersion\":\"v1\",\"metadata\":{\"selfLink\":\"/x\"}}}",
        frame.body(0));
    assertEquals(
        "{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"b\"}}", frame.body(1));
    assertEquals("$.items[1]", frame.records.get(1).provenance().rootPath());
    assertEquals("Pod/b", frame.columns(1).emitter());
  }

  @Test
  void emptyListIsOneRecord() {
    String list = "{\"kind\":\"List\",\"apiVersion\":\"v1\",\"items\":[]}";
    assertEquals(list, DecodedFrame.json(list).body(0));
  }

  @Test
  void watchEventIsKeptWholeAndDescribedByItsObject() {
    DecodedFrame frame = DecodedFrame.json("{\"type\":\"ADDED\",\"object\":" + POD + "}");
    assertEquals("kubernetes", frame.only().format());
    assertEquals("$", frame.only().provenance().rootPath());
    assertTrue(frame.body(0).startsWith("{\"type\":\"ADDED\""));
    assertEquals("Pod", frame.columns(0).name());
  }

  @Test
  void eventShowsItsSeverityAndLastTime() {
    RecordColumns columns =
        DecodedFrame.json(
                "{\"apiVersion\":\"v1\",\"kind\":\"Event\",\"type\":\"Warning\",\"metadata\":"
                    + "{\"name\":\"e\",\"creationTimestamp\":\"2023-06-03T20:00:00Z\"},"
                    + "\"lastTimestamp\":\"2023-06-03T21:00:00Z\"}")
            .columns(0);
    assertEquals("Warning", columns.severity());
    assertEquals(Instant.parse("2023-06-03T21:00:00Z"), columns.eventTime());
  }

  @Test
  void eventIsEmittedByTheObjectThatItIsAboutAndNamedByItsReason() {
    RecordColumns columns =
        DecodedFrame.json(
                "{\"apiVersion\":\"events.k8s.io/v1\",\"kind\":\"Event\",\"type\":\"Normal\","
                    + "\"reason\":\"Pulled\",\"eventTime\":\"2023-06-03T21:00:00.123456Z\","
                    + "\"metadata\":{\"name\":\"e\",\"namespace\":\"shop\"},\"regarding\":"
                    + "{\"kind\":\"Pod\",\"name\":\"web-0\"},\"reportingController\":\"kubelet\"}")
            .columns(0);
    assertEquals("shop/Pod/web-0", columns.emitter());
    assertEquals("Pulled", columns.name());
    assertEquals(Instant.parse("2023-06-03T21:00:00.123456Z"), columns.eventTime());
    assertEquals(Map.of("reportingController", "kubelet"), columns.attributes());
  }

  @Test
  void watchErrorAndBookmarkTellTheirType() {
    RecordColumns error =
        DecodedFrame.json(
                "{\"type\":\"ERROR\",\"object\":{\"kind\":\"Status\",\"apiVersion\":\"v1\","
                    + "\"reason\":\"Expired\",\"code\":410}}")
            .columns(0);
    assertEquals("ERROR", error.severity());
    assertEquals(Map.of("watch", "ERROR", "reason", "Expired", "code", "410"), error.attributes());
    RecordColumns bookmark =
        DecodedFrame.json(
                "{\"type\":\"BOOKMARK\",\"object\":{\"kind\":\"Pod\",\"apiVersion\":\"v1\","
                    + "\"metadata\":{\"resourceVersion\":\"12\"}}}")
            .columns(0);
    assertEquals("Pod", bookmark.name());
    assertEquals(Map.of("watch", "BOOKMARK"), bookmark.attributes());
  }

  @Test
  void sampleStreamHasThirtyTwoObjects() {
    List<DecodedRecord> records =
        Samples.records(
            "derived/k8s-state/"
                + "k8s-state-meta-1-2023-06-03-23-59-21-12dab8f5-0d40-4069-a679-172f94f13304");
    assertEquals(32, records.size());
    assertTrue(records.stream().allMatch(record -> record.format().equals("kubernetes")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"derailed__k9s", "kubernetes__api/testdata/HEAD", "itaysk__kubectl-neat"})
  void everyDumpedObjectNamesItself(String folder) {
    for (String path : Samples.under(folder, ".json")) {
      for (DecodedRecord record : Samples.records(path)) {
        assertEquals("kubernetes", record.format(), path);
        RecordColumns columns = record.describer().describe(record.body());
        assertTrue(columns.emitter() != null && columns.name() != null, path);
      }
    }
  }
}
