package dev.telltale.jobs.deployment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.jobs.Commands;
import dev.telltale.jobs.Telltale;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the stack in {@code conf/cloudformation} promises. */
final class TelltaleStackTest {
  private static final Pattern PROJECT_VERSION =
      Pattern.compile("<artifactId>telltale</artifactId>\\s*<version>([^<]+)</version>");

  @Test
  void cloudFormationHasNothingToRefuse() throws IOException {
    assertEquals(List.of(), new TemplateLint().problems(Conf.template()));
  }

  @ParameterizedTest
  @CsvSource({"ScanRole,scan", "ReportRole,report", "EraseRole,erase"})
  void aRoleIsThePolicyOfItsFile(String role, String file) throws IOException {
    Template template = Conf.template();
    assertEquals(Conf.policy(file), Conf.policyOfRole(template, role));
    assertEquals(
        Conf.policy("trust-emr-serverless"),
        Flat.of(template.properties(role).get("AssumeRolePolicyDocument")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"small", "large"})
  void theApplicationHasTheSettingsOfTheFileOfItsSize(String size) throws IOException {
    Template template = Conf.template();
    Map<String, Object> row =
        Documents.map(Documents.map(template.mappings().get("Sizes")).get(size));
    Map<String, Object> application = new LinkedHashMap<>();
    for (Object each :
        Documents.list(template.properties("Application").get("RuntimeConfiguration"))) {
      Map<String, Object> configuration = Documents.map(each);
      Map<String, Object> properties = new LinkedHashMap<>();
      Documents.map(configuration.get("Properties"))
          .forEach((key, value) -> properties.put(key, ofSize(value, row)));
      application.put((String) configuration.get("Classification"), properties);
    }
    assertEquals(
        "${AWS::Region}",
        Documents.map(application.get("spark-defaults"))
            .remove("spark.hadoop.fs.s3a.endpoint.region"));
    assertEquals(EmrSettings.serverless(size), application);
  }

  @Test
  void theScheduleSendsARequestThatEmrServerlessTakes() throws IOException {
    List<String> problems = new ArrayList<>();
    Object fields =
        Documents.map(Documents.resource("resource-types.yaml").get("EMRServerless.StartJobRun"))
            .get("fields");
    new ValueKinds(Conf.template(), problems)
        .checkFields("Input", request(), Documents.map(fields));
    assertEquals(List.of(), problems);
  }

  @Test
  void theScheduleStartsAScanWithSettingsThatExist() throws IOException {
    Map<String, Object> submit =
        Documents.map(Documents.map(request().get("JobDriver")).get("SparkSubmit"));
    assertEquals("--class " + Telltale.class.getName(), submit.get("SparkSubmitParameters"));
    List<Object> words = Documents.list(submit.get("EntryPointArguments"));
    assertEquals("scan", words.get(0));
    String help = Commands.grammar().help(List.of("scan"));
    words.stream()
        .map(Object::toString)
        .filter(word -> word.startsWith("--"))
        .forEach(word -> assertTrue(help.contains(" " + word), word));
  }

  @Test
  void theScheduleStartsTheJarOfThisVersion() throws IOException {
    Matcher version = PROJECT_VERSION.matcher(Files.readString(Conf.ROOT.resolve("pom.xml")));
    assertTrue(version.find());
    assertEquals(
        "telltale-jobs-" + version.group(1) + ".jar",
        Documents.map(Conf.template().parameters().get("JobJar")).get("Default"));
  }

  @Test
  void theLakeIsEncryptedPrivateAndReachedByTlsOnly() throws IOException {
    Template template = Conf.template();
    Map<String, Object> bucket = template.properties("LakeBucket");
    Documents.map(bucket.get("PublicAccessBlockConfiguration"))
        .forEach((name, blocked) -> assertEquals(true, blocked, name));
    assertEquals(4, Documents.map(bucket.get("PublicAccessBlockConfiguration")).size());
    assertTrue(bucket.get("BucketEncryption").toString().contains("SSEAlgorithm=aws:kms"));
    Map<String, Object> policy =
        Documents.map(Flat.of(template.properties("LakeBucketPolicy").get("PolicyDocument")));
    Map<String, Object> tls = Conf.statements(policy).get(0);
    assertEquals("Deny", tls.get("Effect"));
    assertEquals(Map.of("Bool", Map.of("aws:SecureTransport", "false")), tls.get("Condition"));
  }

  @Test
  void whatCannotBeMadeAgainOutlivesTheStack() throws IOException {
    Template template = Conf.template();
    for (String name : List.of("LakeBucket", "LakeKey", "FingerprintKey")) {
      assertEquals("Retain", template.resource(name).get("DeletionPolicy"), name);
      assertEquals("Retain", template.resource(name).get("UpdateReplacePolicy"), name);
    }
  }

  @Test
  void everyAlarmAndEveryFailedRunReachesTheTopic() throws IOException {
    Template template = Conf.template();
    int alarms = 0;
    for (String name : template.resources().keySet()) {
      if ("AWS::CloudWatch::Alarm".equals(template.typeOf(name))) {
        alarms++;
        assertEquals(
            List.of("${Alerts}"), Flat.of(template.properties(name).get("AlarmActions")), name);
      }
    }
    assertEquals(4, alarms);
    Object target = Documents.list(template.properties("RunFailed").get("Targets")).get(0);
    assertEquals("${Alerts}", Flat.of(Documents.map(target).get("Arn")));
  }

  @Test
  void everyAlarmWatchesAFigureThatSomethingWrites() throws IOException {
    Template template = Conf.template();
    List<Object> written = new ArrayList<>();
    for (String name : template.resources().keySet()) {
      if ("AWS::Logs::MetricFilter".equals(template.typeOf(name))) {
        Object first =
            Documents.list(template.properties(name).get("MetricTransformations")).get(0);
        Map<String, Object> metric = Documents.map(Flat.of(first));
        written.add(metric.get("MetricNamespace") + " " + metric.get("MetricName"));
      }
    }
    for (String name : template.resources().keySet()) {
      Map<String, Object> alarm = Documents.map(Flat.of(template.properties(name)));
      boolean own = String.valueOf(alarm.get("Namespace")).startsWith("Telltale/");
      if ("AWS::CloudWatch::Alarm".equals(template.typeOf(name)) && own) {
        String metric = alarm.get("Namespace") + " " + alarm.get("MetricName");
        assertTrue(written.contains(metric), metric);
      }
    }
    assertEquals(3, written.size());
  }

  @Test
  void theMessageOfAFailedRunNamesOnlyWhatTheEventHas() throws IOException {
    Object target = Documents.list(Conf.template().properties("RunFailed").get("Targets")).get(0);
    Map<String, Object> transformer =
        Documents.map(Flat.of(Documents.map(target).get("InputTransformer")));
    String message = (String) transformer.get("InputTemplate");
    Map<String, Object> paths = Documents.map(transformer.get("InputPathsMap"));
    Matcher places = Pattern.compile("<(\\w+)>").matcher(message);
    int found = 0;
    while (places.find()) {
      found++;
      assertTrue(paths.containsKey(places.group(1)), places.group(1));
    }
    assertTrue(found >= paths.size());
    assertFalse(message.substring(1, message.length() - 1).contains("\""), "one JSON string");
  }

  /** The request with every place filled by something of its kind. */
  private static Map<String, Object> request() throws IOException {
    Template template = Conf.template();
    Object target = template.properties("DailyScan").get("Target");
    Object input = Documents.map(target).get("Input");
    List<Object> parts = Documents.list(Template.argument(input));
    Object preset = Documents.map(template.parameters().get("ScanArguments")).get("Default");
    String text =
        ((String) parts.get(0))
            .replace("${Further}", ((String) preset).replace(",", "\",\""))
            .replace("${TimeoutMinutes}", "720")
            .replaceAll("\\$\\{[^}]+}", "x");
    return Documents.parse(text);
  }

  private static Object ofSize(Object value, Map<String, Object> row) {
    return "Fn::FindInMap".equals(Template.function(value))
        ? row.get((String) Documents.list(Template.argument(value)).get(2))
        : Flat.of(value);
  }
}
