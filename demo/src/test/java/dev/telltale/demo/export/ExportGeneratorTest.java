package dev.telltale.demo.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.demo.leaks.Decoy;
import dev.telltale.demo.leaks.ExpectedFault;
import dev.telltale.demo.leaks.Leak;
import dev.telltale.demo.telemetry.ExportObject;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class ExportGeneratorTest {
  private static final Set<String> RULES =
      Set.of(
          "aws.access-key-id",
          "aws.secret-access-key",
          "aws.session-token",
          "finance.card",
          "finance.iban",
          "generic.password",
          "generic.secret",
          "github.token",
          "gitlab.token",
          "google.api-key",
          "health.uk-nhs-number",
          "http.basic-credentials",
          "http.bearer-token",
          "jwt.token",
          "network.ipv4",
          "network.ipv6",
          "network.mac",
          "npm.token",
          "openai.api-key",
          "pem.private-key",
          "pii.br-cpf",
          "pii.email",
          "pii.es-dni",
          "pii.fr-nir",
          "pii.phone",
          "pii.uk-nino",
          "pii.us-ssn",
          "slack.token",
          "stripe.secret-key",
          "uri.password");
  private static final ExportSettings SMALL = new ExportSettings(7, 0.1, false);
  private static final ExportGenerator GENERATOR = new ExportGenerator(SMALL);

  @Test
  void theSameSettingsGiveTheSameBytes() throws Exception {
    assertEquals(digest(new ExportGenerator(SMALL)), digest(GENERATOR));
    assertEquals(digest(GENERATOR), digest(GENERATOR));
  }

  @Test
  void anotherSeedGivesOtherBytes() throws Exception {
    ExportGenerator other = new ExportGenerator(new ExportSettings(8, 0.1, false));
    assertNotEquals(digest(GENERATOR), digest(other));
  }

  @Test
  void leaksDoNotDependOnTheScale() {
    ExportGenerator larger = new ExportGenerator(new ExportSettings(7, 3, true));
    assertEquals(values(GENERATOR), values(larger));
  }

  @Test
  void theDefaultBucketHasTheSizeOfADemo() {
    ExportGenerator generator = new ExportGenerator(ExportSettings.defaults());
    long[] bytes = new long[1];
    Set<String> keys = new HashSet<>();
    generator
        .objects()
        .forEach(
            object -> {
              assertTrue(keys.add(object.key()), object.key());
              bytes[0] += object.reveal().length;
            });
    assertEquals(generator.objectCount(), keys.size());
    assertTrue(keys.size() >= 200, keys.size() + " objects");
    assertTrue(bytes[0] > 8_000_000 && bytes[0] < 40_000_000, bytes[0] + " stored bytes");
    List<String> days =
        keys.stream()
            .filter(key -> key.startsWith("metrics/meta/2026"))
            .map(key -> key.substring(13, 23))
            .distinct()
            .sorted()
            .toList();
    assertEquals(List.of("2026/11/18", "2026/11/19", "2026/11/20"), days);
  }

  @Test
  void aScaleOfThirtyIsHalfAGigabyteInObjectsOfUpToSeveralMegabytes() {
    BulkPlan bulk = new BulkPlan(new ExportSettings(7, 30, false));
    long sampled = 0;
    int max = 0;
    int samples = 0;
    for (int index = 0; index < bulk.count(); index += 24, samples++) {
      int length = bulk.object(index).reveal().length;
      sampled += length;
      max = Math.max(max, length);
    }
    double estimate = (double) sampled * bulk.count() / samples;
    assertTrue(estimate > 300e6 && estimate < 800e6, "about " + estimate + " stored bytes");
    assertTrue(max > 1_500_000, "largest " + max);
  }

  @Test
  void smallObjectsAreOfSomeFourKilobytes() {
    BulkPlan bulk = new BulkPlan(new ExportSettings(7, 1, true));
    long sum = 0;
    for (int index = 0; index < 400; index++) {
      sum += bulk.object(index).reveal().length;
    }
    assertTrue(bulk.count() > 4_000, bulk.count() + " objects");
    assertTrue(sum / 400 > 2_000 && sum / 400 < 8_000, "average " + sum / 400);
  }

  @Test
  void everyLeakCanBeReadFromItsObjectAsOftenAsTheTruthSays() throws IOException {
    Map<String, List<Leak>> leaks =
        GENERATOR.truth().leaks().stream().collect(Collectors.groupingBy(Leak::objectKey));
    for (ExportObject object : planted()) {
      List<Leak> expected = leaks.remove(object.key());
      if (expected != null) {
        Unpacked unpacked = Unpacked.of(object.reveal());
        for (Leak leak : expected) {
          assertEquals(leak.occurrences(), unpacked.count(leak.reveal()), leak.toString());
        }
      }
    }
    assertEquals(Set.of(), leaks.keySet());
  }

  @Test
  void everyDecoyStandsInItsObject() throws IOException {
    Map<String, List<Decoy>> decoys =
        GENERATOR.truth().decoys().stream().collect(Collectors.groupingBy(Decoy::objectKey));
    for (ExportObject object : planted()) {
      List<Decoy> expected = decoys.remove(object.key());
      if (expected != null) {
        Unpacked unpacked = Unpacked.of(object.reveal());
        for (Decoy decoy : expected) {
          assertTrue(unpacked.count(decoy.value()) > 0, decoy.toString());
        }
      }
    }
    assertEquals(Set.of(), decoys.keySet());
  }

  @Test
  void noValueIsPlantedTwiceButInTheObjectThatIsDeliveredTwice() {
    Map<String, Leak> seen = new HashMap<>();
    Set<String> repeatedKeys = new TreeSet<>();
    for (Leak leak : GENERATOR.truth().leaks()) {
      Leak first = seen.putIfAbsent(leak.reveal(), leak);
      if (first != null) {
        assertTrue(leak.note().contains("delivered twice"), leak.toString());
        assertNotEquals(first.objectKey(), leak.objectKey());
        repeatedKeys.add(leak.objectKey());
      }
    }
    assertEquals(1, repeatedKeys.size());
    assertTrue(seen.size() >= 120, seen.size() + " different values");
  }

  @Test
  void everyRuleAndEveryBlindSpotHasALeak() {
    Set<String> rules =
        GENERATOR.truth().leaks().stream().map(Leak::rule).collect(Collectors.toSet());
    assertEquals(RULES, rules);
    String spots =
        GENERATOR.truth().leaks().stream()
            .map(leak -> leak.note().substring(0, 1))
            .distinct()
            .sorted()
            .collect(Collectors.joining());
    assertEquals("abcdefghi", spots);
  }

  @Test
  void everyBrokenObjectHasAFaultOfItsOwnAndLosesNoMoreThanAPart() {
    List<ExpectedFault> faults = GENERATOR.truth().faults();
    assertEquals(9, faults.stream().map(ExpectedFault::faultId).distinct().count());
    assertEquals(9, faults.size());
    assertTrue(
        faults.stream().allMatch(fault -> Set.of("scanned", "partial").contains(fault.status())));
  }

  @Test
  void theCleanBulkHoldsNoLeakAndNothingThatLooksLikeOne() throws IOException {
    Pattern email =
        Pattern.compile(
            "(?<![\\w.+-])[\\w.+-]++@(?!example\\.com)[a-z0-9-]+(?:\\.[a-z0-9-]+)*\\.[a-z]{2,}");
    Pattern address = Pattern.compile("(?<![\\d.])\\d{1,3}(?:\\.\\d{1,3}){3}(?![\\d.])");
    Pattern other =
        Pattern.compile(
            "PRIVATE KEY|(?i:bearer |basic )[A-Za-z0-9]{8}|://[^/\\s\"]*:[^/\\s\"]+@"
                + "|\\+\\d{10}|\\b(?:[0-9a-f]{2}:){5}[0-9a-f]{2}\\b|AKIA[A-Z2-7]{16}|ghp_|glpat-|xoxb-");
    Predicate<String> harmless =
        found ->
            found.startsWith("10.")
                || found.startsWith("192.0.2.")
                || found.startsWith("198.51.100.")
                || Arrays.stream(found.split("\\.", -1))
                    .anyMatch(part -> Integer.parseInt(part) > 255);
    Set<String> leaks = values(GENERATOR);
    BulkPlan bulk = new BulkPlan(new ExportSettings(7, 0.03, false));
    for (int index = 0; index < bulk.count(); index++) {
      ExportObject object = bulk.object(index);
      for (String text : Unpacked.of(object.reveal()).texts()) {
        assertTrue(leaks.stream().noneMatch(text::contains), object.toString());
        assertFalse(email.matcher(text).find(), () -> first(email, text));
        assertFalse(other.matcher(text).find(), () -> first(other, text));
        Matcher addresses = address.matcher(text);
        while (addresses.find()) {
          assertTrue(harmless.test(addresses.group()), addresses.group());
        }
      }
    }
  }

  private static String first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? matcher.group() : "";
  }

  @Test
  void aLeakDoesNotPrintItsValue() {
    for (Leak leak : GENERATOR.truth().leaks()) {
      assertFalse(leak.toString().contains(leak.reveal()));
    }
  }

  @Test
  void aScaleThatIsNoneIsRefused() {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> new ExportSettings(1, 0, false));
    assertEquals("scale must be above 0 and at most 10000", refused.getMessage());
  }

  private static List<ExportObject> planted() {
    List<ExportObject> planted = new ArrayList<>();
    int bulk = new BulkPlan(SMALL).count();
    GENERATOR.objects().limit(GENERATOR.objectCount() - bulk).forEach(planted::add);
    return planted;
  }

  private static Set<String> values(ExportGenerator generator) {
    return generator.truth().leaks().stream().map(Leak::reveal).collect(Collectors.toSet());
  }

  private static String digest(ExportGenerator generator) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    generator
        .objects()
        .forEach(
            object -> {
              digest.update(object.toString().getBytes(UTF_8));
              digest.update(object.reveal());
            });
    return HexFormat.of().formatHex(digest.digest());
  }
}
