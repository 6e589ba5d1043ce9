package dev.telltale.jobs.erasure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.jobs.SparkForTests;
import dev.telltale.jobs.command.CommandRun;
import dev.telltale.jobs.command.ExitCode;
import dev.telltale.jobs.command.KeyFile;
import dev.telltale.jobs.faults.FaultRule;
import dev.telltale.jobs.faults.Gate;
import dev.telltale.jobs.faults.WireFault;
import dev.telltale.jobs.tables.Lake;
import dev.telltale.jobs.tables.LakeTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the leak to the certificate, with everything that gets in the way. */
final class DrillTest {
  private static final String LAKE = "s3a://lakes/lake";
  private static final String SOURCE = "s3a://export/";
  private static final Pattern HASH = Pattern.compile("--confirm ([0-9a-f]{64})");

  @TempDir private Path folder;
  private final StringBuilder transcript = new StringBuilder();
  private final DrillLeak leak = new DrillLeak();
  private DrillBucket bucket;
  private String key;
  private String privateKey;
  private String publicKey;

  @BeforeEach
  void start() throws Exception {
    bucket = new DrillBucket(true);
    key = KeyFile.in(folder);
    KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    privateKey = pem("private", "PRIVATE KEY", pair.getPrivate().getEncoded());
    publicKey = pem("public", "PUBLIC KEY", pair.getPublic().getEncoded());
  }

  private String pem(String name, String label, byte[] der) throws IOException {
    return Files.writeString(
            folder.resolve(name + ".pem"),
            "-----BEGIN "
                + label
                + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
                + "\n-----END "
                + label
                + "-----\n")
        .toString();
  }

  @AfterEach
  void stop() throws Exception {
    bucket.close();
    String kept = System.getProperty("telltale.drill.transcript");
    if (kept != null) {
      Files.writeString(Path.of(kept), transcript);
    }
  }

  @Test
  void aLeakIsErasedEverywhereAndProvenToBe() throws Exception {
    leak.plant(bucket);
    List<DrillBucket.Stored> before = bucket.versions(DrillBucket.EXPORT);
    DrillBucket.Stored locked =
        before.stream().filter(each -> each.key.equals(DrillLeak.LOCKED)).findFirst().orElseThrow();
    bucket.lock(locked.key, locked.id);
    assertEquals(
        0,
        run(
                "scan",
                "--source",
                SOURCE,
                "--versions",
                "all",
                "--lake",
                LAKE,
                "--fingerprint-key",
                key)
            .code());

    String caseId = caseId();
    assertTrue(run("cases", "--lake", LAKE).out().contains(caseId));
    CommandRun packet =
        run(
            "packet",
            "--case",
            caseId,
            "--lake",
            LAKE,
            "--out",
            folder.resolve("packet").toString(),
            "--informed");
    assertEquals(0, packet.code(), packet.err());
    assertEquals("informed", state(caseId));
    assertOneRuleWouldHaveStoppedIt(caseId);

    CommandRun plan = plan("plan.json", caseId);
    assertEquals(0, plan.code(), plan.err());
    assertEquals("planned", state(caseId));
    assertTrue(plan.out().contains("locked: compliance until 2099-01-01T00:00:00Z"), plan.out());
    String hash = hash(plan);
    assertEquals(
        before.size(), bucket.versions(DrillBucket.EXPORT).size(), "planning changes nothing");

    interrupted("plan.json", hash, FaultRule.once("PUT", "/export/" + DrillLeak.LOGS, hold()));
    interrupted("plan.json", hash, FaultRule.once("DELETE", "/export/" + DrillLeak.LOGS, hold()));
    bucket
        .proxy()
        .add(
            FaultRule.always(
                "PUT", "/lakes/lake/findings/_delta_log/.*json", new WireFault.Status(403)));
    assertNotEquals(0, apply("plan.json", hash).code(), "the lake could not be written");
    bucket.proxy().clear();
    bucket.lock(locked.key, locked.id);

    CommandRun applied = apply("plan.json", hash);
    assertEquals(ExitCode.BELOW, applied.code(), applied.out() + applied.err());
    assertTrue(applied.out().contains("survived: s3a://export/" + DrillLeak.LOCKED), applied.out());

    CommandRun refused = prove("plan.json", "refused.json");
    assertEquals(ExitCode.BELOW, refused.code(), refused.out() + refused.err());
    assertTrue(refused.out().startsWith("Certificate refused."), refused.out());
    assertTrue(refused.out().contains(DrillLeak.LOCKED), refused.out());
    for (DrillBucket.Stored each : bucket.versions(DrillBucket.EXPORT)) {
      assertEquals(
          each.key.equals(DrillLeak.LOCKED), leak.forms(each.reveal()) > 0, each.toString());
    }

    bucket.proxy().clear();
    CommandRun second = plan("second.json", caseId);
    assertEquals(0, second.code(), second.err());
    CommandRun whole = apply("second.json", hash(second));
    assertEquals(0, whole.code(), whole.out() + whole.err());
    CommandRun granted = prove("second.json", "granted.json");
    assertEquals(0, granted.code(), granted.out() + granted.err());
    assertTrue(granted.out().startsWith("Certificate granted."), granted.out());

    assertNothingIsLeft();
    assertTheRestIsAsBefore(before);
    assertTheCertificateCanBeChecked(hash(second));
    assertEquals("proven", state(caseId));
    assertItsReturnIsNoticed(caseId);
  }

  private String caseId() {
    new Lake(SparkForTests.session(), LAKE).registerViews();
    List<Row> cases =
        SparkForTests.session()
            .sql("SELECT case_id FROM cases WHERE array_contains(rules, 'github.token')")
            .collectAsList();
    assertEquals(1, cases.size(), "one token in four telemetry types is one case");
    return cases.get(0).getString(0);
  }

  private static String state(String caseId) {
    new Lake(SparkForTests.session(), LAKE).registerViews();
    return SparkForTests.session()
        .table("cases")
        .where(org.apache.spark.sql.functions.col("case_id").equalTo(caseId))
        .select("state")
        .first()
        .getString(0);
  }

  private void assertOneRuleWouldHaveStoppedIt(String caseId) throws IOException {
    CommandRun improved =
        run(
            "improve",
            "--case",
            caseId,
            "--lake",
            LAKE,
            "--fingerprint-key",
            key,
            "--out",
            folder.resolve("rules").toString());
    assertEquals(0, improved.code(), improved.err());
    String best = improved.out().lines().skip(3).findFirst().orElseThrow();
    assertTrue(best.strip().startsWith("100.0 %"), improved.out());
    assertEquals(0, leak.forms(improved.out().getBytes(UTF_8)));
  }

  /** The same token again. */
  private void assertItsReturnIsNoticed(String caseId) throws IOException {
    assertEquals(0, run("watch", "--lake", LAKE, "--fail-on", "low").code());
    bucket.put(DrillLeak.CLEAN, leak.logs());
    assertEquals(
        0, run("scan", "--source", SOURCE, "--lake", LAKE, "--fingerprint-key", key).code());
    CommandRun back = run("watch", "--lake", LAKE, "--fail-on", "high");
    assertEquals(ExitCode.FOUND, back.code(), back.out());
    assertTrue(back.out().contains(caseId), back.out());
    assertEquals("reopened", state(caseId));
  }

  private static WireFault hold() {
    return new WireFault.HoldRequest(new Gate());
  }

  /** Stops the command when it sends that request, which never arrives. */
  private void interrupted(String plan, String hash, FaultRule rule) throws Exception {
    Gate gate = ((WireFault.HoldRequest) rule.fault()).gate();
    bucket.proxy().add(rule);
    Thread running =
        new Thread(
            () -> {
              try {
                apply(plan, hash);
              } catch (IOException impossible) {
                throw new java.io.UncheckedIOException(impossible);
              }
            });
    running.start();
    assertTrue(
        gate.awaitArrival(60),
        () ->
            "the request was not sent; these were: "
                + bucket.proxy().log().stream()
                    .filter(each -> !each.method().equals("GET") && !each.method().equals("HEAD"))
                    .map(each -> each.method() + " " + each.path() + " " + each.status())
                    .toList());
    SparkForTests.session().sparkContext().cancelAllJobs();
    // Only then: a task that does not know yet that it is over would send the request again.
    running.join();
    gate.drop();
  }

  private void assertNothingIsLeft() throws IOException {
    for (String name : List.of(DrillBucket.EXPORT, DrillBucket.LAKES)) {
      for (DrillBucket.Stored each : bucket.versions(name)) {
        assertEquals(0, leak.forms(each.reveal()), each.toString());
      }
    }
    assertEquals(0, bucket.uploads());
    assertEquals(0, bucket.markers(DrillBucket.EXPORT));
    Lake lake = new Lake(SparkForTests.session(), LAKE);
    assertEquals(0, lake.read(LakeTable.FINDINGS).where("rule = 'github.token'").count());
  }

  private void assertTheRestIsAsBefore(List<DrillBucket.Stored> before) throws IOException {
    List<DrillBucket.Stored> after = bucket.versions(DrillBucket.EXPORT);
    for (String name : List.of(DrillLeak.KUBERNETES, DrillLeak.LOGS, DrillLeak.DELIVERED_TWICE)) {
      assertEquals(List.of(), changedLines(at(before, name), at(after, name)), name);
      assertEquals("application/x-export {origin=drill}", bucket.contentType(name));
    }
    assertEquals(1, after.stream().filter(each -> each.key.equals(DrillLeak.OVERWRITTEN)).count());
    assertEquals(0, after.stream().filter(each -> each.key.equals(DrillLeak.DELETED)).count());
    assertEquals(at(before, DrillLeak.CLEAN).etag, at(after, DrillLeak.CLEAN).etag);
    byte[] oldMetrics = at(before, DrillLeak.METRICS).reveal();
    byte[] newMetrics = at(after, DrillLeak.METRICS).reveal();
    String first = new String(oldMetrics, UTF_8).split("(?<=\\})", 2)[0];
    assertTrue(new String(newMetrics, UTF_8).startsWith(first), "the other envelope is the same");
    assertNotEquals(oldMetrics.length, 0);
  }

  private static DrillBucket.Stored at(List<DrillBucket.Stored> all, String name) {
    return all.stream()
        .filter(each -> each.key.equals(name) && each.latest)
        .findFirst()
        .orElseThrow();
  }

  /** Lines that differ by more than the value. */
  private List<String> changedLines(DrillBucket.Stored old, DrillBucket.Stored fresh)
      throws IOException {
    String[] before = new String(DrillLeak.opened(old.reveal()).get(1), UTF_8).split("\n", -1);
    String[] after = new String(DrillLeak.opened(fresh.reveal()).get(1), UTF_8).split("\n", -1);
    assertEquals(before.length, after.length);
    List<String> changed = new ArrayList<>();
    int erased = 0;
    for (int i = 0; i < before.length; i++) {
      if (before[i].equals(after[i])) {
        continue;
      }
      erased++;
      if (leak.forms(before[i].getBytes(UTF_8)) == 0) {
        changed.add("line " + i);
      }
    }
    assertEquals(1, erased);
    return changed;
  }

  private void assertTheCertificateCanBeChecked(String hash) throws IOException {
    String granted = folder.resolve("granted.json").toString();
    CommandRun verified =
        run(
            "erase",
            "verify",
            granted,
            "--public-key",
            publicKey,
            "--plan",
            folder.resolve("second.json").toString(),
            "--lake",
            LAKE);
    assertEquals(0, verified.code(), verified.out() + verified.err());
    assertTrue(verified.out().contains("plan: " + hash), verified.out());
    Path forged = folder.resolve("forged.json");
    String text = Files.readString(Path.of(granted));
    Matcher payload = Pattern.compile("\"payload\":\"([^\"]+)\"").matcher(text);
    assertTrue(payload.find());
    String inside = new String(Base64.getDecoder().decode(payload.group(1)), UTF_8);
    String changed =
        inside.replaceFirst("\"issued_by\":\"[^\"]*\"", "\"issued_by\":\"somebody else\"");
    assertNotEquals(inside, changed);
    Files.writeString(
        forged,
        text.replace(
            payload.group(1), Base64.getEncoder().encodeToString(changed.getBytes(UTF_8))));
    CommandRun caught = run("erase", "verify", forged.toString(), "--public-key", publicKey);
    assertEquals(ExitCode.BELOW, caught.code());
    assertTrue(caught.out().contains("the signature is not of this key"), caught.out());
    assertFalse(verified.out().contains("not to be believed"), verified.out());
  }

  private static String hash(CommandRun plan) {
    Matcher hash = HASH.matcher(plan.out());
    assertTrue(hash.find(), plan.out());
    return hash.group(1);
  }

  private CommandRun plan(String name, String caseId) {
    return run(
        "erase",
        "plan",
        "--lake",
        LAKE,
        "--case",
        caseId,
        "--uploads-older-than",
        "0s",
        "--out",
        folder.resolve(name).toString());
  }

  private CommandRun apply(String plan, String hash) throws IOException {
    return run(
        "erase",
        "apply",
        folder.resolve(plan).toString(),
        "--confirm",
        hash,
        "--lake",
        LAKE,
        "--fingerprint-key",
        key);
  }

  private CommandRun prove(String plan, String certificate) {
    return run(
        "erase",
        "prove",
        folder.resolve(plan).toString(),
        "--lake",
        LAKE,
        "--source",
        SOURCE,
        "--out",
        folder.resolve(certificate).toString(),
        "--sign-key",
        privateKey,
        "--fingerprint-key",
        key);
  }

  private CommandRun run(String... words) {
    CommandRun answer = CommandRun.of("", words);
    transcript
        .append("$ telltale ")
        .append(
            String.join(" ", words)
                .replace(folder + "/", "")
                .replaceAll("file://\\S*key", "file:///KEY"))
        .append('\n')
        .append(answer.out().replace(folder + "/", ""))
        .append("exit code ")
        .append(answer.code())
        .append("\n\n");
    return answer;
  }
}
