package dev.telltale.demo.leaks;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.telltale.demo.telemetry.JoinedBytes;
import dev.telltale.demo.telemetry.JsonTree;
import dev.telltale.demo.telemetry.KubernetesObjects;
import dev.telltale.demo.telemetry.LogRecords;
import dev.telltale.demo.telemetry.MetricSeries;
import dev.telltale.demo.telemetry.MetricsExport;
import dev.telltale.demo.telemetry.Packing;
import dev.telltale.demo.telemetry.Vocabulary;
import dev.telltale.demo.values.Pem;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Values that look sensitive and are not, in the places where sensitive ones stand. */
final class Decoys {
  private static final String CERTIFICATE =
      "MIIBgTCCATOgAwIBAgIUBZeO9VxPjyyD3AQjRIDdGDptZ30wBQYDK2VwMDYxFzAVBgNVBAoMDk5v"
          + "cnZpayBGcmVpZ2h0MRswGQYDVQQDDBJub3J2aWsgaW50ZXJuYWwgY2EwHhcNMjYxMTIzMDcwODA0"
          + "WhcNMzYxMTIwMDcwODA0WjA2MRcwFQYDVQQKDA5Ob3J2aWsgRnJlaWdodDEbMBkGA1UEAwwSbm9y"
          + "dmlrIGludGVybmFsIGNhMCowBQYDK2VwAyEARSF2elISHuRPRQaw1X4nhMCqPmQZSN5qe8t6PrRN"
          + "yemjUzBRMB0GA1UdDgQWBBSx6FTZlAAbg8S5xA3nisjDaHD95TAfBgNVHSMEGDAWgBSx6FTZlAAb"
          + "g8S5xA3nisjDaHD95TAPBgNVHRMBAf8EBTADAQH/MAUGAytlcANBANxJ0M/UICyEjAYxhUd4H4Be"
          + "AyxB86tGKhy4Tn0hBdI06PnOTHy9R3gO5XzRphCW/2AaGTycx3WiABKD58D5sAk=";

  private static final String SANITISED = "already sanitised";
  private static final String PLACEHOLDER = "placeholder";
  private static final String EXAMPLE = "published example";
  private static final String ADDRESS = "address that is not public";
  private static final String IDENTIFIER = "identifier";
  private static final String PUBLIC = "public by nature";

  private record Entry(String kind, String name, String value) {}

  private Decoys() {}

  static void plant(PlantedObjects objects) {
    Planting logs = objects.firehose("logs", "logs");
    for (Entry entry : entries(logs.words())) {
      ObjectNode line = LogRecords.component(logs.words(), logs.time(), "loaded settings");
      line.put(entry.name(), logs.decoy(entry.kind(), entry.value()));
      logs.add(JsonTree.bytes(line)).add("\n");
    }
    logs.store();

    Planting state = objects.firehose("k8s-state/meta", "k8s-state-meta");
    ObjectNode pod = KubernetesObjects.pod(state.words(), state.time());
    ArrayNode env = (ArrayNode) pod.at("/spec/containers/0/env");
    for (Entry entry : entries(state.words())) {
      env.add(KubernetesObjects.env(entry.name(), state.decoy(entry.kind(), entry.value())));
    }
    state.add(JsonTree.bytes(pod)).store();

    Planting metrics = objects.firehose("metrics/meta", "metrics-meta");
    List<Map<String, String>> series = new ArrayList<>();
    for (Entry entry : entries(metrics.words())) {
      series.add(
          MetricSeries.labels(
              "gitpod_info", entry.name(), metrics.decoy(entry.kind(), entry.value())));
    }
    metrics.add(MetricsExport.envelopeV1(series, metrics.words(), metrics.time())).store();

    Planting text = objects.firehose("cluster-management", "command-output");
    for (Entry entry : entries(text.words())) {
      text.add(entry.name() + "=" + text.decoy(entry.kind(), entry.value()) + "\n");
    }
    text.store();
  }

  private static List<Entry> entries(Vocabulary words) {
    byte[] key = new byte[32];
    words.random().nextBytes(key);
    byte[] der = JoinedBytes.of(Base64.getDecoder().decode("MCowBQYDK2VwAyEA"), key);
    return List.of(
        new Entry(SANITISED, "auth_token", "[redacted]"),
        new Entry(SANITISED, "email", "[redacted:email]"),
        new Entry(SANITISED, "user_password", "[redacted:md5:" + words.hex(32) + "]"),
        new Entry(SANITISED, "remote_url", "[redacted:md5:" + words.hex(32) + ":url]"),
        new Entry(SANITISED, "client_secret", "[redacted:nested]"),
        new Entry(PLACEHOLDER, "password", "changeme"),
        new Entry(PLACEHOLDER, "db_password", "${DB_PASSWORD}"),
        new Entry(PLACEHOLDER, "smtp_password", "{{ .Values.smtp.password }}"),
        new Entry(PLACEHOLDER, "api_secret", "<your-api-secret>"),
        new Entry(PLACEHOLDER, "secret_name", "messagebus-credentials"),
        new Entry(EXAMPLE, "aws_access_key_id", "AKIAIOSFODNN7EXAMPLE"),
        new Entry(EXAMPLE, "aws_secret_access_key", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"),
        new Entry(EXAMPLE, "card_number", "4111 1111 1111 1111"),
        new Entry(EXAMPLE, "contact", "noreply@example.com"),
        new Entry(EXAMPLE, "client_ip", "192.0.2.17"),
        new Entry(EXAMPLE, "peer_ip", "198.51.100.23"),
        new Entry(EXAMPLE, "remote_ip", "203.0.113.9"),
        new Entry(EXAMPLE, "peer_ip6", "2001:db8::8a2e:370:7334"),
        new Entry(ADDRESS, "pod_ip", "10.1.2.3"),
        new Entry(ADDRESS, "node_ip", "172.16.5.4"),
        new Entry(ADDRESS, "router_ip", "192.168.1.1"),
        new Entry(ADDRESS, "listen", "127.0.0.1"),
        new Entry(ADDRESS, "metadata_ip", "169.254.169.254"),
        new Entry(ADDRESS, "nat_ip", "100.64.12.1"),
        new Entry(ADDRESS, "group_ip", "224.0.0.251"),
        new Entry(ADDRESS, "loopback6", "::1"),
        new Entry(ADDRESS, "link6", "fe80::1"),
        new Entry(ADDRESS, "local6", "fd00:10:96::a"),
        new Entry(ADDRESS, "mac", "00:00:00:00:00:00"),
        new Entry(ADDRESS, "broadcast_mac", "ff:ff:ff:ff:ff:ff"),
        new Entry(IDENTIFIER, "db_host", "mysql.default.svc.cluster.local"),
        new Entry(IDENTIFIER, "trace_id", words.hex(32)),
        new Entry(IDENTIFIER, "image_digest", words.digest()),
        new Entry(IDENTIFIER, "git_commit", words.hex(40)),
        new Entry(IDENTIFIER, "instance_id", words.uuid()),
        new Entry(PUBLIC, "ca_certificate", certificate()),
        new Entry(PUBLIC, "verify_key", Pem.block("PUBLIC KEY", der)),
        new Entry(
            PUBLIC,
            "ssh_public_key",
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI" + Packing.base64(key).replace("=", "")));
  }

  private static String certificate() {
    return Pem.block("CERTIFICATE", Base64.getDecoder().decode(CERTIFICATE));
  }
}
