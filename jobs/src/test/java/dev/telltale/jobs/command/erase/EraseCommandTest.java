package dev.telltale.jobs.command.erase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.demo.values.SensitiveValues;
import dev.telltale.jobs.SparkForTests;
import dev.telltale.jobs.command.CommandRun;
import dev.telltale.jobs.command.ExitCode;
import dev.telltale.jobs.command.KeyFile;
import dev.telltale.jobs.tables.Lake;
import dev.telltale.jobs.tables.LakeTable;
import java.io.IOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** A folder of exports, from the scan to the certificate, and what a user can get wrong. */
final class EraseCommandTest {
  private static final Pattern HASH = Pattern.compile("--confirm ([0-9a-f]{64})");

  /** Scanned once, for tests that change neither the folder nor the lake. */
  @TempDir private static Path shared;

  private static boolean scanned;

  @TempDir private Path own;
  private Path folder;
  private final String token = new SensitiveValues(new Random(11)).of("github.token");
  private final String other = new SensitiveValues(new Random(12)).of("github.token");
  private Path source;
  private Path first;
  private Path second;
  private String lake;
  private String key;

  @BeforeEach
  void scan(TestInfo test) throws IOException {
    boolean changes = test.getTestMethod().orElseThrow().isAnnotationPresent(Changes.class);
    folder = changes ? own : shared;
    source = Files.createDirectories(folder.resolve("source"));
    first = Files.createDirectories(source.resolve("logs/2026/04/30/10")).resolve("app-1");
    second = Files.createDirectories(source.resolve("metrics/2026/04/29/10")).resolve("app-2");
    lake = folder.resolve("lake").toString();
    key = "file://" + folder.resolve("key");
    if (!changes && scanned) {
      return;
    }
    Files.writeString(first, line("all is well") + line("token=" + token) + line("the end"));
    Files.writeString(second, line("token=" + other) + line("nothing"));
    KeyFile.in(folder);
    assertEquals(0, rescan().code());
    scanned |= !changes;
  }

  /** A test that needs a folder and a lake of its own. */
  @Retention(RetentionPolicy.RUNTIME)
  private @interface Changes {}

  private CommandRun rescan(String... more) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "scan", "--source", "file://" + source, "--lake", lake, "--fingerprint-key", key));
    words.addAll(Arrays.asList(more));
    return CommandRun.of("", words.toArray(String[]::new));
  }

  private static String line(String message) {
    return "{\"component\":\"server\",\"severity\":\"INFO\",\"time\":\"2026-04-30T10:00:00Z\",\"message\":\""
        + message
        + "\"}\n";
  }

  private String column(String name, Path object) {
    return new Lake(SparkForTests.session(), lake)
        .read(LakeTable.FINDINGS)
        .where("rule = 'github.token' AND object_key LIKE '%" + object.getFileName() + "'")
        .select(name)
        .first()
        .getString(0);
  }

  private CommandRun plan(String file, String... selection) {
    List<String> words =
        new ArrayList<>(List.of("erase", "plan", "--lake", lake, "--out", at(file)));
    words.addAll(Arrays.asList(selection));
    return CommandRun.of("", words.toArray(String[]::new));
  }

  private CommandRun apply(String file, String hash) {
    return CommandRun.of(
        "",
        "erase",
        "apply",
        at(file),
        "--confirm",
        hash,
        "--lake",
        lake,
        "--fingerprint-key",
        key);
  }

  private CommandRun prove(String file, String certificate) {
    return CommandRun.of(
        "",
        "erase",
        "prove",
        at(file),
        "--lake",
        lake,
        "--source",
        source.toString(),
        "--out",
        at(certificate),
        "--fingerprint-key",
        key);
  }

  private String at(String file) {
    return own.resolve(file).toString();
  }

  private static String hash(CommandRun plan) {
    Matcher hash = HASH.matcher(plan.out());
    assertTrue(hash.find(), plan.out() + plan.err());
    return hash.group(1);
  }

  @Test
  @Changes
  void aValueIsReplacedAndEveryOtherByteStays() throws IOException {
    String before = Files.readString(first);
    String bystander = Files.readString(second);
    CommandRun plan = plan("plan.json", "--fingerprint", column("fingerprint", first));
    String hash = hash(plan);
    assertEquals(before, Files.readString(first), "a plan changes nothing");
    CommandRun wrong = apply("plan.json", "0".repeat(64));
    assertEquals(ExitCode.MISTAKE, wrong.code());
    assertTrue(wrong.err().contains("--confirm does not name this plan"), wrong.err());
    assertEquals(before, Files.readString(first), "nothing goes without the right hash");

    CommandRun applied = apply("plan.json", hash);
    assertEquals(0, applied.code(), applied.out() + applied.err());
    String after = Files.readString(first);
    int at = before.indexOf(token);
    assertTrue(after.startsWith(before.substring(0, at)), after);
    assertTrue(after.endsWith(before.substring(at + token.length())), after);
    assertFalse(after.contains(token));
    assertEquals(bystander, Files.readString(second));
    assertEquals(0, apply("plan.json", hash).code(), "a second call finds nothing to do");

    CommandRun proof = prove("plan.json", "certificate.json");
    assertEquals(0, proof.code(), proof.out() + proof.err());
    CommandRun verified =
        CommandRun.of("", "erase", "verify", at("certificate.json"), "--plan", at("plan.json"));
    assertEquals(0, verified.code(), verified.out() + verified.err());
    assertTrue(verified.out().contains("it is unsigned"), verified.out());
    assertEquals(0, rescan().code());
    CommandRun again = prove("plan.json", "again.json");
    assertEquals(0, again.code(), "a scan brings nothing back: " + again.out());
  }

  @Test
  @Changes
  void whatIsLeftIsNamedAndTheCertificateRefused() throws IOException {
    CommandRun plan = plan("plan.json", "--fingerprint", column("fingerprint", first));
    CommandRun before = prove("plan.json", "early.json");
    assertEquals(ExitCode.BELOW, before.code(), before.out());
    assertTrue(
        before.out().contains("a scan finds 1 of the values, first in record 1"), before.out());
    assertTrue(before.out().contains("(trace)"), before.out());
    assertEquals(ExitCode.BELOW, CommandRun.of("", "erase", "verify", at("early.json")).code());
    Files.writeString(first, Files.readString(first) + line("one more, token=" + token));
    CommandRun applied = apply("plan.json", hash(plan));
    assertEquals(ExitCode.BELOW, applied.code(), applied.out());
    assertTrue(applied.out().contains("it has changed since the plan"), applied.out());
    assertTrue(Files.readString(first).contains(token), "what was not planned is not touched");
  }

  @Test
  @Changes
  void copiesThatNothingNamesGoWithTheValueAndAreSurvivorsWhenTheyComeBack() throws IOException {
    String secret = "Zr6vQm2xWp9tKd4";
    Path named =
        Files.writeString(
            first.resolveSibling("named"), line("all is well") + line("password=" + secret));
    assertEquals(0, rescan().code());
    String bare = "greeting " + secret + " parting";
    String coded = Base64.getEncoder().encodeToString(bare.getBytes(StandardCharsets.UTF_8));
    Path copies =
        Files.writeString(first.resolveSibling("copies"), line(bare) + line("ok") + line(coded));
    assertEquals(0, rescan("--known-from-lake").code());
    String fingerprint =
        new Lake(SparkForTests.session(), lake)
            .read(LakeTable.FINDINGS)
            .where("known_case IS NOT NULL")
            .select("fingerprint")
            .first()
            .getString(0);
    CommandRun applied = apply("plan.json", hash(plan("plan.json", "--fingerprint", fingerprint)));
    assertEquals(0, applied.code(), applied.out() + applied.err());
    assertFalse(Files.readString(named).contains(secret));
    List<String> after = Files.readAllLines(copies);
    assertFalse(after.get(0).contains(secret));
    assertTrue(after.get(0).contains("greeting "), after.get(0));
    assertEquals(line("ok").strip(), after.get(1));
    assertFalse(after.get(2).contains(coded));
    CommandRun proof = prove("plan.json", "certificate.json");
    assertEquals(0, proof.code(), proof.out() + proof.err());
    Files.writeString(first.resolveSibling("again"), line(bare));
    CommandRun refused = prove("plan.json", "refused.json");
    assertEquals(ExitCode.BELOW, refused.code(), refused.out());
    assertTrue(refused.out().contains("a scan finds 1 of the values"), refused.out());
  }

  @Test
  @Changes
  void wholeObjectsGoByTelemetryTypeAndTime() throws IOException {
    String bystander = Files.readString(first);
    CommandRun plan = plan("plan.json", "--to", "2026-04-30");
    CommandRun applied = apply("plan.json", hash(plan));
    assertEquals(0, applied.code(), applied.out() + applied.err());
    assertFalse(Files.exists(second));
    assertEquals(bystander, Files.readString(first));
    CommandRun proof = prove("plan.json", "certificate.json");
    assertEquals(0, proof.code(), proof.out() + proof.err());
    assertEquals(
        0,
        new Lake(SparkForTests.session(), lake)
            .read(LakeTable.RECORDS)
            .where("object_key LIKE '%app-2'")
            .count());
  }

  @Test
  void copiesAreAskedForWhereTheTeamSaysThatTheyAre() throws IOException {
    Path map =
        Files.writeString(own.resolve("map"), "logs | 30 days | the archive of audits | 7 years\n");
    CommandRun plan =
        plan(
            "plan.json",
            "--fingerprint",
            column("fingerprint", first),
            "--downstream",
            map.toString());
    assertEquals(0, plan.code(), plan.err());
    String text = Files.readString(Path.of(at("plan.json")));
    assertTrue(text.contains("the archive of audits"), text);
  }

  @Test
  void aPersonsOwnValuesNeedNotTravel() throws IOException {
    Path values = Files.writeString(own.resolve("values"), token + "\n");
    CommandRun digest =
        CommandRun.of("", "erase", "digest", values.toString(), "--fingerprint-key", key);
    assertEquals(0, digest.code(), digest.err());
    assertFalse(digest.out().contains(token));
    Files.writeString(own.resolve("digests"), digest.out());
    CommandRun plan =
        plan("plan.json", "--subject-digests", at("digests"), "--script", at("owner.sh"));
    assertEquals(0, plan.code(), plan.err());
    assertTrue(plan.out().contains("app-1"), plan.out());
    assertFalse(plan.out().contains("app-2"), plan.out());
    assertFalse(Files.readString(own.resolve("plan.json")).contains(token));
  }

  @Test
  void aPlanThatWasTouchedIsAnotherPlan() throws IOException {
    CommandRun plan = plan("plan.json", "--finding", column("finding_id", first));
    Path file = own.resolve("plan.json");
    Files.writeString(file, Files.readString(file).replace("app-1", "app-2"));
    CommandRun applied = apply("plan.json", hash(plan));
    assertEquals(ExitCode.MISTAKE, applied.code());
    assertTrue(Files.readString(second).contains(other));
  }

  @Test
  void aCertificateThatWasTouchedIsNotBelieved() throws IOException {
    plan("plan.json", "--fingerprint", column("fingerprint", first));
    prove("plan.json", "certificate.json");
    Path file = own.resolve("certificate.json");
    String text = Files.readString(file);
    Files.writeString(file, text.replaceFirst("\"payload\":\"....", "\"payload\":\"eyJ4"));
    CommandRun answer = CommandRun.of("", "erase", "verify", file.toString());
    assertTrue(answer.code() == ExitCode.BELOW || answer.code() == ExitCode.MISTAKE, answer.out());
  }

  @Test
  void mistakesAreNamedBeforeAnythingIsDone() throws IOException {
    assertMistake("erase plan is not told what to erase", plan("a.json"));
    assertMistake(
        "--all is given together with", plan("a.json", "--all", "--telemetry-type", "logs"));
    assertMistake(
        "--finding is given together with",
        plan("a.json", "--finding", "f", "--fingerprint", "ab".repeat(32)));
    CommandRun pasted = plan("a.json", "--fingerprint", token);
    assertMistake("--fingerprint is given something that is no fingerprint", pasted);
    assertFalse(pasted.err().contains(token), "a pasted value is not repeated");
    assertMistake(
        "nothing in the lake has these values", plan("a.json", "--fingerprint", "ab".repeat(32)));
    assertMistake("there is no finding", plan("a.json", "--finding", "nobody"));
    assertMistake("there is nothing to erase", plan("a.json", "--telemetry-type", "billing"));
    assertMistake(
        "--from is not before --to", plan("a.json", "--from", "2026-05-02", "--to", "2026-05-01"));
    assertMistake(
        "no fingerprint",
        plan("a.json", "--fingerprints", Files.writeString(own.resolve("no"), "x\n").toString()));
    Files.writeString(own.resolve("there.json"), "kept");
    assertMistake("is there already", plan("there.json", "--all"));
    assertMistake("is no erasure plan", apply("there.json", "0".repeat(64)));
    assertMistake("cannot be read", apply("missing.json", "0".repeat(64)));
    assertMistake(
        "is no erasure certificate", CommandRun.of("", "erase", "verify", at("there.json")));
    assertMistake(
        "is no public Ed25519 key",
        CommandRun.of("", "erase", "verify", at("x"), "--public-key", at("there.json")));
    assertMistake(
        "is no Ed25519 key",
        CommandRun.of(
            "",
            "erase",
            "prove",
            at("x"),
            "--lake",
            lake,
            "--out",
            at("c"),
            "--sign-key",
            at("there.json")));
    CommandRun plan = plan("plan.json", "--fingerprint", column("fingerprint", first));
    String foreign = KeyFile.of(own.resolve("foreign"), "another key, never for use\n");
    assertMistake(
        "the fingerprint key is not the one of the plan",
        CommandRun.of(
            "",
            "erase",
            "apply",
            at("plan.json"),
            "--confirm",
            hash(plan),
            "--lake",
            lake,
            "--fingerprint-key",
            foreign));
    assertMistake(
        "the plan was made for another lake",
        CommandRun.of(
            "",
            "erase",
            "apply",
            at("plan.json"),
            "--confirm",
            hash(plan),
            "--lake",
            at("elsewhere")));
    assertEquals("kept", Files.readString(own.resolve("there.json")));
  }

  private static void assertMistake(String problem, CommandRun answer) {
    assertEquals(ExitCode.MISTAKE, answer.code(), answer.out() + answer.err());
    assertTrue(answer.err().contains(problem), answer.err());
    assertTrue(answer.err().contains("remedy: "), answer.err());
  }
}
