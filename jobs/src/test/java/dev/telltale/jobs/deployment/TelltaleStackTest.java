package dev.telltale.jobs.deployment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.jobs.Commands;
import dev.telltale.jobs.Telltale;
import dev.telltale.jobs.settings.Call;
import dev.telltale.sql.TelltaleExtensions;
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
  @CsvSource({
    "ScanRole,scan",
    "OptimizeRole,optimize",
    "ReportRole,report",
    "EraseRole,erase",
    "AnalystRole,analyst"
  })
  void aRoleIsThePolicyOfItsFile(String role, String file) throws IOException {
    Template template = Conf.template();
    assertEquals(Conf.policy(file), Conf.policyOfRole(template, role));
    assertEquals(
        Conf.policy("trust-emr-serverless"),
        Flat.of(template.properties(role).get("AssumeRolePolicyDocument")));
  }

  @Test
  void whoOpensNotebooksHasThePolicyOfItsFile() throws IOException {
    assertEquals(
        Conf.policy("analyst-person"),
        Documents.map(Flat.of(Conf.template().properties("AnalystPolicy").get("PolicyDocument"))));
  }

  @Test
  void notebooksHaveTheSettingsOfASmallRunAndTheFunctions() throws IOException {
    Template template = Conf.template();
    Map<String, Object> runs = new LinkedHashMap<>(EmrSettings.serverless("small"));
    Map<String, Object> defaults = new LinkedHashMap<>(Documents.map(runs.get("spark-defaults")));
    defaults.put(
        "spark.sql.extensions",
        defaults.get("spark.sql.extensions") + "," + TelltaleExtensions.class.getName());
    defaults.put("spark.jars", defaults.get("spark.jars") + ",s3://${LakeBucket}/code/${JobJar}");
    defaults.put(
        "spark.hadoop.hive.metastore.client.factory.class",
        "com.amazonaws.glue.catalog.metastore.AWSGlueDataCatalogHiveClientFactory");
    defaults.put("spark.hadoop.fs.s3a.endpoint.region", "${AWS::Region}");
    defaults.put("spark.dynamicAllocation.initialExecutors", "1"); // a person waits for it
    defaults.put("spark.dynamicAllocation.maxExecutors", "2");
    runs.put("spark-defaults", defaults);
    assertEquals(runs, settings(template, "AnalystApplication"));
    assertEquals(
        Map.of("LivyEndpointEnabled", true, "StudioEnabled", true),
        template.properties("AnalystApplication").get("InteractiveConfiguration"));
  }

  /** The settings of an application by classification. */
  private static Map<String, Object> settings(Template template, String application) {
    Map<String, Object> settings = new LinkedHashMap<>();
    for (Object each :
        Documents.list(template.properties(application).get("RuntimeConfiguration"))) {
      Map<String, Object> configuration = Documents.map(Flat.of(each));
      settings.put((String) configuration.get("Classification"), configuration.get("Properties"));
    }
    return settings;
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

  @ParameterizedTest
  @CsvSource({"DailyScan", "DailyOptimize"})
  void aScheduleSendsARequestThatEmrServerlessTakes(String schedule) throws IOException {
    List<String> problems = new ArrayList<>();
    Object fields =
        Documents.map(Documents.resource("resource-types.yaml").get("EMRServerless.StartJobRun"))
            .get("fields");
    new ValueKinds(Conf.template(), problems)
        .checkFields("Input", request(schedule, Map.of()), Documents.map(fields));
    assertEquals(List.of(), problems);
  }

  @Test
  void theSchedulesStartCommandsThatCanBeCalled() throws IOException {
    List<String> scan = words("DailyScan", Map.of());
    assertEquals(
        List.of("scan", "--source", "s3a://export/k8s/", "--lake", "s3a://lakebucket/lake"),
        scan.subList(0, 5));
    assertEquals(List.of("--min-coverage", "0.99"), scan.subList(scan.size() - 2, scan.size()));
    assertEquals(
        List.of("optimize", "--lake", "s3a://lakebucket/lake"), words("DailyOptimize", Map.of()));
  }

  @Test
  void noFurtherArgumentsAreNoEmptyArgument() throws IOException {
    List<String> words = words("DailyScan", Map.of("ScanArguments", ""));
    assertFalse(words.contains(""), words::toString);
    assertEquals("json", words.get(words.size() - 1));
  }

  @Test
  void aSourceOfAnotherAccountIsReadWithTheRoleOfItsOwner() throws IOException {
    String role = "arn:aws:iam::444455556666:role/telemetry-reader";
    List<String> words =
        words("DailyScan", Map.of("SourceRoleArn", role, "SourceExternalId", "agreed"));
    int at = words.indexOf("--assume-role");
    assertEquals(
        List.of("--assume-role", role, "--external-id", "agreed"), words.subList(at, at + 4));
    Object policies =
        new Resolved(Conf.template(), Map.of("SourceBucket", "export", "SourceRoleArn", role))
            .of(Conf.template().properties("ScanRole").get("Policies"));
    assertTrue(policies.toString().contains("Action=[sts:AssumeRole], Resource=" + role));
  }

  @ParameterizedTest
  @ValueSource(strings = {"small", "large"})
  void oneRunAtItsLargestFitsIntoTheCapacityAndLittleMore(String size) throws IOException {
    Map<String, Object> settings =
        Documents.map(EmrSettings.serverless(size).get("spark-defaults"));
    long executors = number(settings, "spark.dynamicAllocation.maxExecutors");
    long heap = number(settings, "spark.driver.memory");
    assertFits(
        size,
        "Cpu",
        number(settings, "spark.driver.cores")
            + executors * number(settings, "spark.executor.cores"));
    assertFits(
        size,
        "Memory",
        // A tenth for what is not heap, and workers come in steps of up to 4 GB.
        heap
            + heap / 10
            + 4
            + executors
                * (number(settings, "spark.executor.memory")
                    + number(settings, "spark.executor.memoryOverhead")));
    // 20 GB is what a worker has that asks for none.
    assertFits(
        size, "Disk", 20 + executors * number(settings, "spark.emr-serverless.executor.disk"));
  }

  private static void assertFits(String size, String what, long needed) throws IOException {
    Object row = Documents.map(Conf.template().mappings().get("Sizes")).get(size);
    String given = Documents.map(row).get(what).toString();
    long offered = Long.parseLong(given.substring(0, given.indexOf(' ')));
    assertTrue(offered >= needed, what + " " + given + " is less than " + needed);
    assertTrue(offered <= needed * 1.3, what + " " + given + " is far more than " + needed);
  }

  private static long number(Map<String, Object> settings, String name) {
    return Long.parseLong(settings.get(name).toString().replaceAll("\\D", ""));
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
      assertEquals("RetainExceptOnCreate", template.resource(name).get("DeletionPolicy"), name);
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

  private static Map<String, Object> request(String schedule, Map<String, String> parameters)
      throws IOException {
    Map<String, String> all = new LinkedHashMap<>(parameters);
    all.put("SourceBucket", "export");
    all.put("SourcePrefix", "k8s/");
    Template template = Conf.template();
    Object target = template.properties(schedule).get("Target");
    Object input = Documents.map(target).get("Input");
    return Documents.parse(new Resolved(template, all).of(input).toString());
  }

  /** The command that a schedule starts, which has to be one that can be called. */
  private static List<String> words(String schedule, Map<String, String> parameters)
      throws IOException {
    Map<String, Object> submit =
        Documents.map(
            Documents.map(request(schedule, parameters).get("JobDriver")).get("SparkSubmit"));
    assertEquals("--class " + Telltale.class.getName(), submit.get("SparkSubmitParameters"));
    List<String> words =
        Documents.list(submit.get("EntryPointArguments")).stream().map(Object::toString).toList();
    assertInstanceOf(Call.Run.class, Commands.grammar().read(words), words::toString);
    return words;
  }

  private static Object ofSize(Object value, Map<String, Object> row) {
    return "Fn::FindInMap".equals(Template.function(value))
        ? row.get((String) Documents.list(Template.argument(value)).get(2))
        : Flat.of(value);
  }
}
