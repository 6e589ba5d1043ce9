package dev.telltale.demo.telemetry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** Records as Gitpod's components, its audit log and fluent-bit write them. */
public final class LogRecords {
  private LogRecords() {}

  public static ObjectNode any(Vocabulary words, Instant time) {
    return switch (words.between(0, 9)) {
      case 0, 1 -> container(words, time, textLine(words, time));
      case 2 -> audit(words, time, "[{\"id\":\"" + words.pseudonym("workspaceID") + "\"}]");
      default -> component(words, time, message(words));
    };
  }

  static String message(Vocabulary words) {
    return switch (words.between(0, 11)) {
      case 0 -> "workspace " + words.workspace() + " is running on " + words.node();
      case 1 -> "finished unary call " + words.method() + " in " + words.between(1, 900) + "ms";
      case 2 -> "dial tcp " + words.address() + ":3306: connect: connection refused";
      case 3 -> "login succeeded for [redacted:email] from 192.0.2." + words.between(1, 254);
      case 4 -> "image " + words.image(words.component()) + "@" + words.digest() + " is present";
      case 5 ->
          "GET https://" + words.clusterHost() + "/v1/workspaces/" + words.uuid() + " 200 1834";
      case 6 -> "rotated token [redacted] for installation " + words.between(10_000, 99_999);
      case 7 -> "prebuild for " + words.pseudonym("contextURL") + " at " + words.hex(40);
      case 8 -> "resource version " + words.between(100_000_000, 999_999_999) + " is too old";
      case 9 ->
          "notified noreply@example.com about " + words.between(1, 40) + " stopped workspaces";
      case 10 -> "lease renewed, epoch " + (1_795_000_000_000_000_000L + words.between(1, 999_999));
      default ->
          "module github.com/gitpod-io/gitpod/common-go@v0.0.0-00010101000000-000000000000 loaded";
    };
  }

  public static ObjectNode component(Vocabulary words, Instant time, String message) {
    return JsonTree.object(
        "@type",
            "type.googleapis.com/google.devtools.clouderrorreporting.v1beta1.ReportedErrorEvent",
        "component", words.component(),
        "severity", words.pick("INFO", "INFO", "DEBUG", "WARNING", "ERROR"),
        "time", words.after(time, 300).toString(),
        "message", message,
        "serviceContext",
            JsonTree.object(
                "service", words.component(), "version", "release-2026.10." + words.between(0, 30)),
        "context",
            JsonTree.object(
                "workspaceId", words.pseudonym("workspaceID"),
                "instanceId", words.uuid(),
                "userId", words.uuid(),
                "sessionId", "[redacted]"),
        "payload",
            JsonTree.object(
                "traceId", words.hex(32),
                "spanId", words.hex(16),
                "durationNanos", words.random().nextInt(1 << 30)));
  }

  public static ObjectNode audit(Vocabulary words, Instant time, String args) {
    return JsonTree.object(
        "id", words.uuid(),
        "timestamp", words.after(time, 300).toString(),
        "action", words.pick("createWorkspace", "stopWorkspace", "updateProject", "addMember"),
        "organizationId", words.uuid(),
        "actorId", words.uuid(),
        "args", args);
  }

  public static ObjectNode container(Vocabulary words, Instant time, String line) {
    String component = words.component();
    return JsonTree.object(
        "log", line,
        "stream", words.pick("stdout", "stderr"),
        "time", words.after(time, 300).toString(),
        "kubernetes",
            JsonTree.object(
                "pod_name", words.pod(component),
                "namespace_name", words.namespace(),
                "container_name", component,
                "host", words.node(),
                "docker_id", words.hex(64),
                "container_image", words.image(component)));
  }

  public static String textLine(Vocabulary words, Instant time) {
    return textLine(words, time, message(words));
  }

  public static String textLine(Vocabulary words, Instant time, String message) {
    return "time="
        + words.after(time, 300)
        + " level="
        + words.pick("info", "info", "warning", "debug")
        + " component="
        + words.component()
        + " msg=\""
        + message.replace('"', '\'')
        + "\" trace="
        + words.hex(32);
  }
}
