package dev.telltale.decoding.message.schema;

import java.util.Map;

/**
 * Objects of the Kubernetes API in their protobuf form (<a
 * href="https://kubernetes.io/docs/reference/using-api/api-concepts/#protobuf-encoding">API
 * concepts</a>). The numbers are those of the {@code protobuf} tags of the published Go types. What
 * names an object, what runs in it and what configures it is declared; all other fields are walked
 * without names.
 */
public final class KubernetesSchema {
  private static final MessageType TIME =
      MessageType.of().int64(1, "seconds").field(FieldType.INT32, 2, "nanos").build();

  private static final MessageType ENTRY =
      MessageType.of().string(1, "key").string(2, "value").build();

  private static final MessageType BINARY_ENTRY =
      MessageType.of().string(1, "key").field(FieldType.BYTES, 2, "value").build();

  private static final MessageType OWNER =
      MessageType.of()
          .string(1, "kind")
          .string(3, "name")
          .string(4, "uid")
          .string(5, "apiVersion")
          .bool(6, "controller")
          .bool(7, "blockOwnerDeletion")
          .build();

  private static final MessageType FIELDS =
      MessageType.of().field(FieldType.BYTES, 1, "raw").build();

  private static final MessageType MANAGED =
      MessageType.of()
          .string(1, "manager")
          .string(2, "operation")
          .string(3, "apiVersion")
          .message(4, "time", () -> TIME)
          .string(6, "fieldsType")
          .message(7, "fieldsV1", () -> FIELDS)
          .string(8, "subresource")
          .build();

  private static final MessageType METADATA =
      MessageType.of()
          .string(1, "name")
          .string(2, "generateName")
          .string(3, "namespace")
          .string(4, "selfLink")
          .string(5, "uid")
          .string(6, "resourceVersion")
          .int64(7, "generation")
          .message(8, "creationTimestamp", () -> TIME)
          .message(9, "deletionTimestamp", () -> TIME)
          .int64(10, "deletionGracePeriodSeconds")
          .messages(11, "labels", () -> ENTRY)
          .messages(12, "annotations", () -> ENTRY)
          .messages(13, "ownerReferences", () -> OWNER)
          .strings(14, "finalizers")
          .messages(17, "managedFields", () -> MANAGED)
          .open()
          .build();

  private static final MessageType LIST_METADATA =
      MessageType.of()
          .string(1, "selfLink")
          .string(2, "resourceVersion")
          .string(3, "continue")
          .int64(4, "remainingItemCount")
          .build();

  private static final MessageType VARIABLE =
      MessageType.of()
          .string(1, "name")
          .string(2, "value")
          .field(FieldType.OPEN, 3, "valueFrom")
          .build();

  private static final MessageType CONTAINER =
      MessageType.of()
          .string(1, "name")
          .string(2, "image")
          .strings(3, "command")
          .strings(4, "args")
          .string(5, "workingDir")
          .messages(7, "env", () -> VARIABLE)
          .open()
          .build();

  private static final MessageType POD_SPEC =
      MessageType.of()
          .messages(2, "containers", () -> CONTAINER)
          .string(8, "serviceAccountName")
          .string(10, "nodeName")
          .string(16, "hostname")
          .messages(20, "initContainers", () -> CONTAINER)
          .open()
          .build();

  private static final MessageType TEMPLATE = object(POD_SPEC);

  private static final MessageType JOB = object(template(6));

  private static final MessageType REFERENCE =
      MessageType.of()
          .string(1, "kind")
          .string(2, "namespace")
          .string(3, "name")
          .string(4, "uid")
          .string(5, "apiVersion")
          .string(6, "resourceVersion")
          .string(7, "fieldPath")
          .build();

  private static final MessageType SOURCE =
      MessageType.of().string(1, "component").string(2, "host").build();

  private static final MessageType EVENT =
      metadata()
          .message(2, "involvedObject", () -> REFERENCE)
          .string(3, "reason")
          .string(4, "message")
          .message(5, "source", () -> SOURCE)
          .message(6, "firstTimestamp", () -> TIME)
          .message(7, "lastTimestamp", () -> TIME)
          .field(FieldType.INT32, 8, "count")
          .string(9, "type")
          .open()
          .build();

  private static final MessageType SECRET =
      metadata()
          .messages(2, "data", () -> BINARY_ENTRY)
          .string(3, "type")
          .messages(4, "stringData", () -> ENTRY)
          .open()
          .build();

  private static final MessageType CONFIG_MAP =
      metadata()
          .messages(2, "data", () -> ENTRY)
          .messages(3, "binaryData", () -> BINARY_ENTRY)
          .open()
          .build();

  private static final MessageType ANY = metadata().open().build();

  private static final Map<String, MessageType> KINDS =
      Map.ofEntries(
          Map.entry("v1/Pod", TEMPLATE),
          Map.entry("v1/PodTemplate", metadata().message(2, "template", () -> TEMPLATE).build()),
          Map.entry("v1/ReplicationController", object(template(3))),
          Map.entry("v1/Secret", SECRET),
          Map.entry("v1/ConfigMap", CONFIG_MAP),
          Map.entry("v1/Event", EVENT),
          Map.entry("apps/v1/Deployment", object(template(3))),
          Map.entry("apps/v1/ReplicaSet", object(template(3))),
          Map.entry("apps/v1/StatefulSet", object(template(3))),
          Map.entry("apps/v1/DaemonSet", object(template(2))),
          Map.entry("batch/v1/Job", JOB),
          Map.entry("batch/v1/CronJob", object(jobTemplate())));

  private static final String LIST = "List";

  private KubernetesSchema() {}

  /** The schema of a kind, or of a list of it. */
  public static MessageType of(String apiVersion, String kind) {
    if (!kind.endsWith(LIST)) {
      return object(apiVersion, kind);
    }
    MessageType item = object(apiVersion, kind.substring(0, kind.length() - LIST.length()));
    return MessageType.of()
        .message(1, "metadata", () -> LIST_METADATA)
        .messages(2, "items", () -> item)
        .open()
        .build();
  }

  private static MessageType object(String apiVersion, String kind) {
    return KINDS.getOrDefault(apiVersion + "/" + kind, ANY);
  }

  private static MessageType.Builder metadata() {
    return MessageType.of().message(1, "metadata", () -> METADATA);
  }

  private static MessageType object(MessageType spec) {
    return metadata().message(2, "spec", () -> spec).open().build();
  }

  private static MessageType template(int number) {
    return MessageType.of().message(number, "template", () -> TEMPLATE).open().build();
  }

  private static MessageType jobTemplate() {
    return MessageType.of().message(5, "jobTemplate", () -> JOB).open().build();
  }
}
