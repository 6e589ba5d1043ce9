package dev.telltale.jobs.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Kubernetes objects of a healthy cluster. */
final class KubernetesObjects {
  private KubernetesObjects() {}

  static ObjectNode any(Words words, Instant time) {
    return switch (words.between(0, 9)) {
      case 0, 1, 2, 3 -> pod(words, time);
      case 4 -> node(words, time);
      case 5, 6 -> deployment(words, time);
      case 7 -> event(words, time);
      default -> workspace(words, time);
    };
  }

  static ObjectNode metadata(Words words, Instant time, String name) {
    return Json.object(
        "name", name,
        "namespace", "default",
        "uid", words.uuid(),
        "resourceVersion", Integer.toString(words.between(100_000_000, 999_999_999)),
        "creationTimestamp", time.truncatedTo(ChronoUnit.SECONDS).toString(),
        "labels", Json.object("app", "gitpod", "pod-template-hash", words.hex(10)),
        "annotations", Json.object("prometheus.io/scrape", "true"));
  }

  static ObjectNode pod(Words words, Instant time) {
    String component = words.component();
    return Json.object(
        "apiVersion", "v1",
        "kind", "Pod",
        "metadata", metadata(words, time, words.pod(component)),
        "spec",
            Json.object(
                "nodeName", words.node(),
                "serviceAccountName", component,
                "containers", Json.array(container(words, component)),
                "tolerations", Json.array(Json.object("operator", "Exists"))),
        "status",
            Json.object(
                "phase", "Running",
                "hostIP", words.address(),
                "podIP", words.address(),
                "conditions", Json.array(Json.object("type", "Ready", "status", "True")),
                "containerStatuses",
                    Json.array(
                        Json.object(
                            "name",
                            component,
                            "imageID",
                            "registry.norvik.internal/gitpod/" + component + "@" + words.digest(),
                            "containerID",
                            "containerd://" + words.hex(64),
                            "restartCount",
                            words.between(0, 3)))));
  }

  static ObjectNode container(Words words, String component) {
    return Json.object(
        "name", component,
        "image", words.image(component),
        "args", Json.array("run", "-v", "--config", "/config/config.json"),
        "env",
            Json.array(
                env("GITPOD_DOMAIN", "gitpod.norvik.internal"),
                env("LOG_LEVEL", "info"),
                env("DB_HOST", "mysql.default.svc.cluster.local"),
                env("DB_PASSWORD", words.pick("changeme", "${DB_PASSWORD}", "[redacted]")),
                Json.object(
                    "name",
                    "MQ_PASSWORD",
                    "valueFrom",
                    Json.object(
                        "secretKeyRef",
                        Json.object("name", "messagebus-credentials", "key", "password")))),
        "resources", Json.object("requests", Json.object("cpu", "100m", "memory", "256Mi")));
  }

  static ObjectNode env(String name, String value) {
    return Json.object("name", name, "value", value);
  }

  static ObjectNode node(Words words, Instant time) {
    String name = words.node();
    return Json.object(
        "apiVersion", "v1",
        "kind", "Node",
        "metadata", metadata(words, time, name),
        "spec",
            Json.object(
                "podCIDR", "10.20.0.0/24", "providerID", "aws:///eu-central-1b/i-" + words.hex(17)),
        "status",
            Json.object(
                "addresses",
                    Json.array(
                        Json.object("type", "InternalIP", "address", words.address()),
                        Json.object("type", "Hostname", "address", name)),
                "nodeInfo",
                    Json.object(
                        "machineID", words.hex(32),
                        "systemUUID", words.uuid(),
                        "bootID", words.uuid(),
                        "kernelVersion", "6.8.0-1021-aws",
                        "kubeletVersion", "v1.31." + words.between(1, 9)),
                "images",
                    Json.array(
                        Json.object(
                            "names",
                            Json.array(
                                "registry.norvik.internal/gitpod/ws-daemon@" + words.digest()),
                            "sizeBytes",
                            words.between(10_000_000, 900_000_000)))));
  }

  static ObjectNode deployment(Words words, Instant time) {
    String component = words.component();
    ObjectNode deployment =
        Json.object(
            "apiVersion", "apps/v1",
            "kind", "Deployment",
            "metadata", metadata(words, time, component),
            "spec",
                Json.object(
                    "replicas", words.between(1, 4),
                    "template",
                        Json.object(
                            "spec",
                            Json.object("containers", Json.array(container(words, component))))),
            "status", Json.object("readyReplicas", 1, "observedGeneration", words.between(1, 90)));
    applied(
        deployment,
        Json.object("apiVersion", "apps/v1", "kind", "Deployment", "spec", deployment.get("spec")));
    return deployment;
  }

  /** What {@code kubectl apply} leaves: the manifest as JSON in a string. */
  static void applied(ObjectNode object, ObjectNode manifest) {
    ((ObjectNode) object.get("metadata").get("annotations"))
        .put("kubectl.kubernetes.io/last-applied-configuration", Json.text(manifest) + "\n");
  }

  static ObjectNode event(Words words, Instant time) {
    String component = words.component();
    return event(
        words,
        time,
        words.pick(
            "Successfully pulled image \"" + words.image(component) + "\" in 1.241s",
            "Started container " + component,
            "Back-off restarting failed container " + component + " in pod " + words.pod(component),
            "Readiness probe failed: Get \"http://" + words.address() + ":8080/ready\": EOF"));
  }

  static ObjectNode event(Words words, Instant time, String message) {
    return Json.object(
        "apiVersion",
        "v1",
        "kind",
        "Event",
        "metadata",
        metadata(words, time, words.pod(words.component()) + "." + words.hex(16)),
        "involvedObject",
        Json.object("kind", "Pod", "namespace", "default", "uid", words.uuid()),
        "reason",
        words.pick("Pulled", "Started", "BackOff", "Unhealthy"),
        "message",
        message,
        "type",
        "Normal",
        "count",
        words.between(1, 30));
  }

  static ObjectNode workspace(Words words, Instant time) {
    String initializer =
        "\n\u0018git " + words.repository() + " branch main target " + words.hex(40);
    return Json.object(
        "apiVersion", "workspace.gitpod.io/v1",
        "kind", "Workspace",
        "metadata", metadata(words, time, words.uuid()),
        "spec",
            Json.object(
                "class", "g1-standard",
                "ownership",
                    Json.object(
                        "owner", words.uuid(),
                        "team", words.uuid(),
                        "workspaceID", words.pseudonym("workspaceID")),
                "git", Json.object("username", "[redacted]", "email", "[redacted:email]"),
                "initializer", Packing.base64(initializer.getBytes(UTF_8)),
                "userEnvVars", Json.array(env("EDITOR", "vim"), env("TZ", "Europe/Oslo")),
                "sysEnvVars", Json.array(env("GITPOD_REPO_ROOT", "/workspace/quay-api"))),
        "status",
            Json.object(
                "phase",
                words.pick("Running", "Stopped", "Pending"),
                "ownerToken",
                "[redacted]",
                "url",
                "[redacted]",
                "conditions",
                Json.array(Json.object("type", "ContentReady", "status", "True", "message", ""))));
  }
}
