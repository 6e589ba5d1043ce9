package dev.telltale.demo.leaks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.telltale.demo.telemetry.JsonTree;
import dev.telltale.demo.telemetry.KubernetesExport;
import dev.telltale.demo.telemetry.KubernetesObjects;
import dev.telltale.demo.telemetry.Packing;
import dev.telltale.demo.telemetry.Vocabulary;
import java.time.Instant;

/** Leaks in Kubernetes state. */
final class KubernetesLeaks {
  private KubernetesLeaks() {}

  static void plant(PlantedObjects objects) {
    environment(objects.firehose("k8s-state/meta", "k8s-state-meta"));
    appliedManifest(objects.firehose("k8s-state/meta", "k8s-state-meta"));
    workspaceResource(objects.firehose("k8s-state/workspace", "k8s-state-workspace"));
    conditions(objects.firehose("k8s-state/workspace", "k8s-state-workspace"));
    secretForm(objects.firehose("k8s-state/meta", "k8s-state-meta"));
    names(objects.firehose("k8s-state/meta", "k8s-state-meta"));
    arrays(objects.firehose("k8s-state/workspace", "k8s-state-workspace"));
  }

  private static void environment(Planting object) {
    Vocabulary words = object.words();
    ObjectNode pod = KubernetesObjects.pod(words, object.time());
    ArrayNode env = (ArrayNode) pod.at("/spec/containers/0/env");
    env.add(
        KubernetesObjects.env(
            "SUPER_SEKRET_VALUE_SECRET", object.leak("generic.secret", "a: name and value pair")));
    env.add(
        KubernetesObjects.env(
            "DATABASE_URL",
            "postgres://gitpod:"
                + object.leak("uri.password", "a: connection URI in a pair")
                + "@db.norvikfreight.com:5432/gitpod"));
    env.add(
        KubernetesObjects.env(
            "AWS_ACCESS_KEY_ID", object.leak("aws.access-key-id", "a: cloud key in a pair")));
    env.add(
        KubernetesObjects.env(
            "AWS_SECRET_ACCESS_KEY",
            object.leak("aws.secret-access-key", "a: cloud key in a pair")));
    env.add(
        KubernetesObjects.env(
            "AWS_SESSION_TOKEN", object.leak("aws.session-token", "a: cloud key in a pair")));
    env.add(
        KubernetesObjects.env(
            "NPM_CONFIG__AUTH", object.leak("npm.token", "a: token under a harmless name")));
    String shared = object.leak("gitlab.token", 2, "a: the same token in a pair of two pods");
    env.add(KubernetesObjects.env("CI_JOB", shared));
    ObjectNode other = KubernetesObjects.pod(words, object.time());
    ((ArrayNode) other.at("/spec/containers/0/env")).add(KubernetesObjects.env("CI_JOB", shared));
    lines(object, clean(object), pod, KubernetesObjects.node(words, object.time()), other);
    object.store();
  }

  private static void appliedManifest(Planting object) {
    ObjectNode deployment = KubernetesObjects.deployment(object.words(), object.time());
    KubernetesObjects.applied(
        deployment,
        JsonTree.object(
            "apiVersion", "v1",
            "kind", "ConfigMap",
            "data",
                JsonTree.object(
                    "stripe", object.leak("stripe.secret-key", "c: manifest in an annotation"),
                    "support", object.leak("pii.email", "c: manifest in an annotation"),
                    "db_password", object.leak("generic.password", "c: manifest in an annotation"),
                    "tls.key", object.leak("pem.private-key", "c: manifest in an annotation"))));
    object
        .add(JsonTree.prettyText(clean(object)))
        .add("\n")
        .add(JsonTree.prettyText(deployment))
        .add("\n")
        .store();
  }

  private static void workspaceResource(Planting object) {
    Vocabulary words = object.words();
    ObjectNode workspace = KubernetesObjects.workspace(words, object.time());
    ObjectNode spec = (ObjectNode) workspace.get("spec");
    String clone =
        "\n\u0002git https://oauth2:"
            + object.leak("uri.password", "d: base64 of an initializer")
            + "@gitlab.norvikfreight.com/platform/quay-api \u0012 author "
            + object.leak("pii.email", "d: base64 of an initializer")
            + " ";
    spec.put("initializer", Packing.base64(clone.getBytes(UTF_8)));
    spec.set(
        "userEnvVars",
        JsonTree.array(
            KubernetesObjects.env("OPENAI", object.leak("openai.api-key", "i: variable of a user")),
            KubernetesObjects.env("MAPS", object.leak("google.api-key", "i: variable of a user"))));
    spec.set(
        "git",
        JsonTree.object(
            "username", "[redacted]", "author", object.leak("pii.email", "i: git author")));
    // Watch events stand without anything between them here.
    object
        .add(JsonTree.bytes(KubernetesExport.watch(words, clean(object))))
        .add(JsonTree.bytes(KubernetesExport.watch(words, workspace)))
        .add(JsonTree.bytes(KubernetesExport.watch(words, clean(object))))
        .store();
  }

  private static void conditions(Planting object) {
    ObjectNode workspace = KubernetesObjects.workspace(object.words(), object.time());
    ((ObjectNode) workspace.get("status"))
        .set(
            "conditions",
            JsonTree.array(
                JsonTree.object(
                    "type",
                    "Failed",
                    "message",
                    "cannot initialize workspace: git clone https://deploy:"
                        + object.leak("uri.password", "i: message of a condition")
                        + "@git.norvikfreight.com/ops/berth-planner failed: exit status 128"),
                JsonTree.object(
                    "type",
                    "HeadlessTaskFailed",
                    "message",
                    "remote rejected token "
                        + object.leak("github.token", "i: message of a condition"))));
    Instant time = object.time();
    ObjectNode event =
        KubernetesObjects.event(
            object.words(),
            time,
            "Failed to pull image: 401 from registry, header Authorization: Basic "
                + object.leak("http.basic-credentials", "e: message of an event"));
    lines(object, workspace, clean(object), event);
    object.store();
  }

  private static void secretForm(Planting object) {
    ObjectNode secret =
        JsonTree.object(
            "apiVersion", "v1",
            "kind", "Secret",
            "metadata",
                KubernetesObjects.metadata(object.words(), object.time(), "smtp-credentials"),
            "type", "Opaque",
            "data",
                JsonTree.object(
                    "password",
                        encoded(
                            object.leak("generic.password", "d: base64 in the data of a Secret")),
                    "contact",
                        encoded(object.leak("pii.email", "d: base64 in the data of a Secret")),
                    "tls.key",
                        encoded(
                            object.leak("pem.private-key", "d: base64 in the data of a Secret")),
                    "config.json",
                        encoded(
                            JsonTree.text(
                                JsonTree.object(
                                    "token",
                                    object.leak("jwt.token", "d: JSON in base64 of a Secret"))))));
    lines(object, clean(object), secret, clean(object));
    object.store();
  }

  private static void names(Planting object) {
    ObjectNode pod = KubernetesObjects.pod(object.words(), object.time());
    ((ObjectNode) pod.get("metadata").get("annotations"))
        .set(
            "gitpod.io/reviewers",
            JsonTree.object(
                object.leak("pii.email", "h: address as the name of a member"), "approved"));
    ObjectNode node = KubernetesObjects.node(object.words(), object.time());
    ((ArrayNode) node.at("/status/addresses"))
        .add(
            JsonTree.object(
                "type", "ExternalIP", "address", object.leak("network.ipv4", "e: node address")))
        .add(
            JsonTree.object(
                "type", "ExternalIP", "address", object.leak("network.ipv6", "e: node address")));
    ((ObjectNode) node.at("/status/nodeInfo"))
        .put("primaryInterface", object.leak("network.mac", "e: card of a node"));
    object
        .add(JsonTree.bytes(KubernetesExport.list(JsonTree.array(clean(object), pod, node))))
        .store();
  }

  private static void arrays(Planting object) {
    ObjectNode pod = KubernetesObjects.pod(object.words(), object.time());
    ObjectNode container = (ObjectNode) pod.at("/spec/containers/0");
    container.set(
        "args",
        JsonTree.array(
            "serve",
            "--license-secret=" + object.leak("generic.secret", "b: argument of a container"),
            "--notify=" + object.leak("pii.email", "b: argument of a container")));
    ((ObjectNode) pod.get("metadata").get("annotations"))
        .set(
            "gitpod.io/tokens",
            JsonTree.array(
                object.leak("slack.token", "b: array under a sensitive name"),
                object.leak("github.token", "b: array under a sensitive name")));
    ((ObjectNode) pod.get("metadata").get("annotations"))
        .set(
            "gitpod.io/private",
            JsonTree.object(
                "caller", object.leak("pii.phone", "b: object under a sensitive name")));
    lines(object, pod, clean(object));
    object.store();
  }

  private static ObjectNode clean(Planting object) {
    return KubernetesObjects.any(object.words(), object.time());
  }

  private static void lines(Planting object, JsonNode... values) {
    for (JsonNode value : values) {
      object.add(JsonTree.bytes(value)).add("\n");
    }
  }

  private static String encoded(String text) {
    return Packing.base64(text.getBytes(UTF_8));
  }
}
