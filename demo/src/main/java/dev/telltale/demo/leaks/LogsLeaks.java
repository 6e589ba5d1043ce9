package dev.telltale.demo.leaks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.telltale.demo.telemetry.JoinedBytes;
import dev.telltale.demo.telemetry.JsonTree;
import dev.telltale.demo.telemetry.LogRecords;
import dev.telltale.demo.telemetry.LogsExport;
import dev.telltale.demo.telemetry.Packing;
import dev.telltale.demo.telemetry.Vocabulary;
import java.time.Instant;

/** Leaks in logs: fields that the sanitiser skips, and shapes for which it has no rule. */
final class LogsLeaks {
  private LogsLeaks() {}

  static void plant(PlantedObjects objects) {
    messages(objects.firehose("logs", "logs"));
    stacksAndPayloads(objects.firehose("logs", "logs"));
    audit(objects.firehose("logs", "logs"));
    containers(objects.firehose("logs", "logs"));
    members(objects.firehose("logs", "logs"));
    twice(objects.firehose("logs", "logs"));
    zstd(objects.firehose("logs", "logs"));
    text(objects.firehose("logs", "logs"));
    people(objects.firehose("logs", "logs"));
  }

  private static void messages(Planting object) {
    say(object, "login of " + object.leak("pii.email", "f: message") + " succeeded");
    say(
        object,
        "request from " + object.leak("network.ipv4", "e: address in a message") + " accepted");
    say(
        object,
        "request from ["
            + object.leak("network.ipv6", "e: address in a message")
            + "]:443 accepted");
    say(
        object,
        "sending headers Authorization: Bearer "
            + object.leak("http.bearer-token", "e: header in a message"));
    say(
        object,
        "proxy header Proxy-Authorization: Basic "
            + object.leak("http.basic-credentials", "e: header in a message"));
    say(object, "session opened with " + object.leak("jwt.token", "e: token in a message"));
    String repeated = object.leak("github.token", 3, "e: one token in three messages");
    say(object, "using installation token " + repeated);
    say(object, "refreshing installation token " + repeated);
    say(object, "giving up on installation token " + repeated);
    object.store();
  }

  private static void stacksAndPayloads(Planting object) {
    Vocabulary words = object.words();
    Instant time = object.time();
    ObjectNode failed = LogRecords.component(words, time, "cannot clone repository");
    failed.put(
        "error",
        "Error: Command failed: git clone https://x-access-token:"
            + object.leak("uri.password", "f: stack in error")
            + "@git.norvikfreight.com/ops/customs-forms.git\n    at ChildProcess.exithandler"
            + " (node:child_process:422:12)\n    at Git.clone (/app/node_modules/git/index.js:88:9)");
    line(object, failed);

    ObjectNode webhook = LogRecords.component(words, time, "webhook received");
    webhook.set(
        "payload",
        JsonTree.object(
            "body",
            JsonTree.text(
                JsonTree.object(
                    "sender",
                        JsonTree.object("mail", object.leak("pii.email", "c: JSON in a string")),
                    "hook",
                        JsonTree.object(
                            "url",
                            "https://ci.norvikfreight.com/hook?token="
                                + object.leak("gitlab.token", "c: JSON in a string")),
                    "clientSecret", object.leak("generic.secret", "c: JSON in a string")))));
    line(object, webhook);

    ObjectNode client = LogRecords.component(words, time, "client error");
    client.put("remoteAddress", object.leak("network.ipv4", "a: harmless name"));
    client.put("apiKey", object.leak("google.api-key", "a: name that is no longer redacted"));
    line(object, client);

    ObjectNode redirect = LogRecords.component(words, time, "redirecting");
    redirect.put(
        "requestUri",
        "/oauth/callback?state="
            + words.hex(16)
            + "&email="
            + object.leak("pii.email", "e: URL-encoded query").replace("@", "%40")
            + "&next=%2Fworkspaces");
    line(object, redirect);

    ObjectNode signing = LogRecords.component(words, time, "loaded signing key");
    signing.put("detail", object.leak("pem.private-key", "e: PEM block in a field"));
    line(object, signing);
    object.store();
  }

  private static void audit(Planting object) {
    String args =
        JsonTree.text(
            JsonTree.array(
                JsonTree.object(
                    "name", "DEPLOY_VARIABLE_SECRET",
                    "value", object.leak("generic.secret", "g: arguments of an audit record"),
                    "repositoryPattern", "norvik/**")));
    line(object, LogRecords.audit(object.words(), object.time(), args));
    String members =
        JsonTree.text(
            JsonTree.array(
                JsonTree.object(
                    "invitee",
                    object.leak("pii.email", "g: arguments of an audit record"),
                    "role",
                    "owner"),
                JsonTree.object(
                    "invitee", object.leak("pii.email", "g: arguments of an audit record"),
                    "phone", object.leak("pii.phone", "g: arguments of an audit record"))));
    line(object, LogRecords.audit(object.words(), object.time(), members));
    String nested =
        JsonTree.text(
            JsonTree.array(
                JsonTree.text(
                    JsonTree.object(
                        "sshKey",
                        object.leak("pem.private-key", "g: JSON in JSON in audit arguments")))));
    line(object, LogRecords.audit(object.words(), object.time(), nested));
    object.store();
  }

  private static void containers(Planting object) {
    contain(
        object,
        "AWS_ACCESS_KEY_ID="
            + object.leak("aws.access-key-id", "e: container line")
            + " AWS_SECRET_ACCESS_KEY="
            + object.leak("aws.secret-access-key", "e: container line"));
    contain(
        object,
        "connecting to mysql://gitpod:"
            + object.leak("uri.password", "e: container line")
            + "@mysql.norvikfreight.com:3306/gitpod?timeout=5s");
    contain(
        object,
        JsonTree.text(
            JsonTree.object(
                "level",
                "info",
                "msg",
                "charged card " + object.leak("finance.card", "c: JSON in a container line"),
                "customer",
                object.leak("pii.email", "c: JSON in a container line"))));
    object.store(Packing.gzip(object.content()));
  }

  private static void members(Planting object) {
    byte[] first = Packing.gzip(LogsExport.records(object.words(), object.time(), 4_000));
    say(object, "key " + object.leak("slack.token", "e: second gzip member") + " was revoked");
    byte[] second = Packing.gzip(object.content());
    byte[] text =
        LogRecords.textLine(
                object.words(),
                object.time(),
                "mail to " + object.leak("pii.email", "f: third gzip member") + " bounced")
            .getBytes(UTF_8);
    object.store(JoinedBytes.of(first, second, Packing.gzip(text)));
  }

  private static void twice(Planting object) {
    contain(
        object,
        "curl -u deploy -H 'X-Api-Key: "
            + object.leak("stripe.secret-key", "e: double gzip")
            + "' https://api.norvikfreight.com/v2/charges");
    contain(
        object, "peer " + object.leak("network.mac", "e: double gzip") + " joined the bridge br0");
    object.store(Packing.gzip(Packing.gzip(object.content())));
  }

  private static void zstd(Planting object) {
    say(object, "npm publish with " + object.leak("npm.token", "e: zstd") + " failed");
    say(object, "wire transfer to " + object.leak("finance.iban", "e: zstd") + " is pending");
    object.store(Packing.zstd(object.content()));
  }

  private static void text(Planting object) {
    write(object, "user=svc-backup password=" + object.leak("generic.password", "e: text line"));
    write(object, "called OpenAI with " + object.leak("openai.api-key", "e: text line"));
    write(object, "DNS answer " + object.leak("network.ipv6", "e: text line") + " ttl 300");
    write(
        object,
        "GET /signup?email="
            + object.leak("pii.email", "e: URL-encoded query in text").replace("@", "%40")
            + "&plan=team 302");
    object.add(object.leak("pem.private-key", "e: PEM block over several text lines") + "\n");
    write(object, "smtp AUTH as " + object.leak("pii.email", "f: text line") + " accepted");
    object.store();
  }

  private static void people(Planting object) {
    say(object, "caller " + object.leak("pii.phone", "e: message") + " asked for a callback");
    say(object, "payroll import: SSN " + object.leak("pii.us-ssn", "e: message") + " is taken");
    say(
        object,
        "payroll import: national insurance number "
            + object.leak("pii.uk-nino", "e: message")
            + " is taken");
    say(object, "import: NIR " + object.leak("pii.fr-nir", "e: message") + " has no match");
    say(object, "import: CPF " + object.leak("pii.br-cpf", "e: message") + " has no match");
    say(object, "import: DNI " + object.leak("pii.es-dni", "e: message") + " has no match");
    say(
        object,
        "benefits: NHS number "
            + object.leak("health.uk-nhs-number", "e: message")
            + " was rejected");
    say(object, "refund to card " + object.leak("finance.card", "e: message") + " was declined");
    say(object, "refund to IBAN " + object.leak("finance.iban", "e: message") + " was declined");
    object.store();
  }

  private static void say(Planting object, String message) {
    line(object, LogRecords.component(object.words(), object.time(), message));
  }

  private static void contain(Planting object, String text) {
    line(object, LogRecords.container(object.words(), object.time(), text + "\n"));
  }

  private static void line(Planting object, ObjectNode leaking) {
    object.add(JsonTree.bytes(leaking)).add("\n");
    for (int at = 0; at < 6; at++) {
      object.add(JsonTree.bytes(LogRecords.any(object.words(), object.time()))).add("\n");
    }
  }

  private static void write(Planting object, String message) {
    Vocabulary words = object.words();
    object.add("level=info component=" + words.component() + " msg=ok " + message + "\n");
    object.add(LogsExport.text(words, object.time(), 900));
  }
}
