package dev.telltale.jobs.deployment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * {@code scripts/emr}, without AWS: what it would call, and, with a stand-in for the AWS command
 * line, what it makes of the answers.
 */
final class EmrScriptTest {
  private static final Pattern OVERRIDE = Pattern.compile("'?(\\w+)=");
  private static final Pattern OUTPUT = Pattern.compile("(?:required|output|role=)\\s?([A-Z]\\w+)");

  @TempDir private Path folder;

  @Test
  void deployBuildsThenMakesTheStackThenUploadsTheJar() throws Exception {
    Answer answer =
        run(Map.of(), "deploy", "--dry-run", "--source", "export/k8s/", "--set", "Size=large");
    assertEquals(0, answer.code, answer.text);
    List<String> calls = answer.text.lines().map(String::strip).toList();
    assertTrue(calls.get(0).endsWith("scripts/build"), calls.get(0));
    assertTrue(calls.get(1).startsWith("aws cloudformation deploy --stack-name telltale"));
    assertTrue(calls.get(1).contains(" JobJar=telltale-jobs-"), calls.get(1));
    assertTrue(calls.get(1).contains(" SourceBucket=export SourcePrefix=k8s/ "), calls.get(1));
    assertTrue(calls.get(1).endsWith(" Size=large"), calls.get(1));
    assertTrue(calls.get(2).startsWith("aws s3 cp "), calls.get(2));
  }

  @Test
  void deployNamesOnlyParametersThatTheTemplateHas() throws Exception {
    String call = run(Map.of(), "deploy", "--dry-run", "--source", "export/k8s/").text;
    Matcher names = OVERRIDE.matcher(call.substring(call.indexOf("--parameter-overrides")));
    Set<String> named = new TreeSet<>();
    while (names.find()) {
      named.add(names.group(1));
    }
    assertEquals(Set.of("JobJar", "SourceBucket", "SourcePrefix"), named);
    assertTrue(Conf.template().parameters().keySet().containsAll(named));
  }

  @Test
  void everyOutputThatTheScriptReadsIsInTheTemplate() throws Exception {
    String script = Files.readString(Conf.ROOT.resolve("scripts/emr"));
    List<String> read = new ArrayList<>();
    Matcher names = OUTPUT.matcher(script);
    while (names.find()) {
      read.add(names.group(1));
    }
    assertTrue(read.size() > 6, read::toString);
    assertTrue(Conf.template().outputs().keySet().containsAll(read), read::toString);
  }

  @Test
  void submitSendsAJobThatEmrServerlessTakes() throws Exception {
    Answer answer =
        run(Map.of(), "submit", "--dry-run", "--", "scan", "--rules", "s3a://b/a \"b\".yaml");
    assertEquals(0, answer.code, answer.text);
    String driver =
        answer.text.substring(answer.text.indexOf("'{") + 1, answer.text.indexOf("}'") + 1);
    Map<String, Object> submit = Documents.map(Documents.parse(driver).get("sparkSubmit"));
    List<Object> words = Documents.list(submit.get("entryPointArguments"));
    assertEquals(
        List.of("scan", "--rules", "s3a://b/a \"b\".yaml", "--lake", "s3a://<LakeBucket>/lake"),
        words.subList(0, 5));
    assertEquals(List.of("--summary", "json"), words.subList(words.size() - 2, words.size()));
    assertEquals("--class dev.telltale.jobs.Telltale", submit.get("sparkSubmitParameters"));
    assertTrue(answer.text.contains("--execution-role-arn '<ScanRole>'"), answer.text);
  }

  @Test
  void parametersThatAreNotNamedStayAsTheyAre() throws Exception {
    String call = run(Map.of(), "deploy", "--dry-run", "--source", "export").text;
    assertFalse(call.contains("SourcePrefix"), call);
    String without = run(Map.of(), "deploy", "--dry-run", "--set", "Size=large").text;
    assertFalse(without.contains("SourceBucket"), without);
  }

  @Test
  void tagsThatAreNotNamedStayAsTheyAre() throws Exception {
    Path aws =
        stand(
            """
            case "$*" in
              *"Stacks[0].Tags"*) printf 'team\\tsecurity\\nstage\\ttest\\n' ;;
              *describe-stacks*) echo value ;;
              *"cloudformation deploy"*) echo "$@" ;;
            esac
            """);
    Answer answer =
        run(
            release().resolve("scripts/emr"),
            Map.of("PATH", aws + ":" + System.getenv("PATH")),
            "deploy",
            "--tag",
            "stage=live");
    assertEquals(0, answer.code, answer.text);
    assertTrue(answer.text.contains("--tags team=security stage=live "), answer.text);
    assertTrue(answer.text.contains(" JobJar=telltale-jobs-9.8.7.jar"), answer.text);
  }

  @ParameterizedTest
  @CsvSource({"sql,ReportRole", "optimize,OptimizeRole"})
  void whatNeedsTheLakeOnlyRunsAsARoleThatSeesNothingElse(String command, String role)
      throws Exception {
    String call = run(Map.of(), "submit", "--dry-run", "--", command).text;
    assertTrue(call.contains("--execution-role-arn '<" + role + ">'"), call);
    assertFalse(call.contains("--source"), call);
    assertFalse(call.contains("--summary"), call);
  }

  @ParameterizedTest
  @ValueSource(strings = {"report", "erase", "demo", ""})
  void aCommandThatCannotBeSubmittedIsRefused(String command) throws Exception {
    Answer answer = run(Map.of(), "submit", "--dry-run", "--", command);
    assertEquals(2, answer.code, answer.text);
    assertTrue(answer.text.contains("submit runs scan, sql and optimize"), answer.text);
  }

  @Test
  void aPlanIsAskedForWithoutASummary() throws Exception {
    String call = run(Map.of(), "submit", "--dry-run", "--", "scan", "--plan").text;
    assertFalse(call.contains("--summary"), call);
  }

  @Test
  void theOwnersPoliciesAreFilledIn() throws Exception {
    Path aws =
        stand(
            """
            case "$*" in
              *ScanRole*) echo arn:aws-cn:iam::111122223333:role/scan ;;
              *SourceKey*) echo None ;;
              *SourceExternalId*) echo agreed ;;
              *Source*) echo s3a://export/k8s/ ;;
            esac
            """);
    Answer answer = run(Map.of("PATH", aws + ":" + System.getenv("PATH")), "owner");
    assertEquals(0, answer.code, answer.text);
    assertFalse(answer.text.contains("${"), answer.text);
    assertTrue(answer.text.contains("\"AWS\": \"arn:aws-cn:iam::111122223333:role/scan\""));
    assertTrue(answer.text.contains("\"arn:aws-cn:s3:::export/k8s/*\""), answer.text);
    assertTrue(answer.text.contains("\"sts:ExternalId\": \"agreed\""), answer.text);
    int documents = 0;
    for (String document : answer.text.split("(?m)^#.*\\R?", -1)) {
      for (String each : document.split("(?m)(?<=^})\\R", -1)) {
        if (!each.isBlank()) {
          assertEquals("2012-10-17", Documents.parse(each).get("Version"));
          documents++;
        }
      }
    }
    assertEquals(4, documents);
  }

  @Test
  void anAddressThatNobodyConfirmedIsNamed() throws Exception {
    Path aws =
        stand(
            """
            case "$*" in
              *describe-stacks*) echo value ;;
              *list-subscriptions*) printf 'PendingConfirmation\\tme@example.com\\n' ;;
              *jobRun.stateDetails*) echo None ;;
              *get-job-run*) echo SUCCESS ;;
            esac
            """);
    Answer answer = run(Map.of("PATH", aws + ":" + System.getenv("PATH")), "watch", "run-1");
    assertEquals(0, answer.code, answer.text);
    assertTrue(answer.text.contains("warning: me@example.com has not confirmed"), answer.text);
  }

  @Test
  void watchPrintsWhatTheDriverPrinted() throws Exception {
    Path aws =
        stand(
            """
            case "$*" in
              *describe-stacks*) echo value ;;
              *list-subscriptions*) printf 'arn:x\\tme@example.com\\n' ;;
              *jobRun.stateDetails*) echo None ;;
              *get-job-run*) echo SUCCESS ;;
              *describe-log-streams*) printf 'runs/a/SPARK_EXECUTOR/1/stderr\\nruns/a/SPARK_DRIVER/stdout\\n' ;;
              *filter-log-events*SPARK_DRIVER/stdout*) printf 'severity  places\\nhigh  3\\n' ;;
            esac
            """);
    Answer answer = run(Map.of("PATH", aws + ":" + System.getenv("PATH")), "watch", "run-1");
    assertEquals(0, answer.code, answer.text);
    assertTrue(answer.text.contains("severity  places\nhigh  3\n"), answer.text);
    assertFalse(answer.text.contains("warning"), answer.text);
  }

  @Test
  void watchEndsWithTheExitCodeOfTheScan() throws Exception {
    Answer answer =
        watch("FAILED", "Job failed. ExitCode: 1.", "{\"telltale\":\"scan\",\"exit_code\":3}");
    assertEquals(3, answer.code, answer.text);
    assertTrue(answer.text.contains("\"exit_code\":3"), answer.text);
  }

  @Test
  void watchTakesTheCodeOfEmrWhereTheScanGaveNone() throws Exception {
    assertEquals(2, watch("FAILED", "Job failed. ExitCode: 2. Last few", "None").code);
    assertEquals(70, watch("CANCELLED", "cancelled by its user", "None").code);
    assertEquals(0, watch("SUCCESS", "None", "None").code);
  }

  @Test
  void withoutTheAwsCommandLineTheRemedyIsNamed() throws Exception {
    Answer answer = run(Map.of("PATH", shellOnly()), "watch");
    assertEquals(2, answer.code, answer.text);
    assertTrue(answer.text.contains("there is no AWS command line"), answer.text);
  }

  @Test
  void aStackThatIsNotThereIsNamed() throws Exception {
    Path aws = stand("exit 255");
    Answer answer =
        run(Map.of("PATH", aws + ":" + System.getenv("PATH")), "watch", "--stack", "no");
    assertEquals(2, answer.code, answer.text);
    assertTrue(answer.text.contains("the stack no has no ApplicationId"), answer.text);
  }

  /** The script in a release, which has a jar and no sources. */
  private Path release() throws IOException {
    Path release = Files.createDirectories(folder.resolve("release/scripts")).getParent();
    Files.copy(Conf.ROOT.resolve("scripts/emr"), release.resolve("scripts/emr"));
    Files.createFile(release.resolve("telltale-jobs-9.8.7.jar"));
    return release;
  }

  private Answer watch(String state, String details, String summary) throws Exception {
    Path aws =
        stand(
            """
            case "$*" in
              *describe-stacks*) echo value ;;
              *jobRun.stateDetails*) echo '%s' ;;
              *get-job-run*) echo '%s' ;;
              *describe-log-streams*) echo runs/SPARK_DRIVER/stdout ;;
              *filter-log-events*) echo '%s' ;;
            esac
            """
                .formatted(details, state, summary));
    return run(Map.of("PATH", aws + ":" + System.getenv("PATH")), "watch", "run-1");
  }

  /** A folder with an aws that answers by a script. */
  private Path stand(String script) throws IOException {
    Path bin = Files.createDirectories(folder.resolve("bin"));
    Path aws = Files.writeString(bin.resolve("aws"), "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(aws, PosixFilePermissions.fromString("rwxr-xr-x"));
    return bin;
  }

  /** What the script needs of a shell, and nothing else. */
  private String shellOnly() throws IOException {
    Path bin = Files.createDirectories(folder.resolve("shell"));
    for (String name : List.of("bash", "dirname", "sed", "head")) {
      Path program = Path.of("/usr/bin").resolve(name);
      if (Files.notExists(program)) {
        program = Path.of("/bin").resolve(name);
      }
      Files.createSymbolicLink(bin.resolve(name), program);
    }
    return bin.toString();
  }

  private Answer run(Map<String, String> environment, String... words) throws Exception {
    return run(Conf.ROOT.resolve("scripts/emr"), environment, words);
  }

  private Answer run(Path script, Map<String, String> environment, String... words)
      throws Exception {
    List<String> command = new ArrayList<>();
    command.add("bash");
    command.add(script.toString());
    command.addAll(List.of(words));
    Path output = Files.createTempFile(folder, "output", ".txt");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("TELLTALE_EMR_SECONDS", "0");
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true).redirectOutput(output.toFile());
    Process process = builder.start();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), "no end after a minute");
    return new Answer(process.exitValue(), Files.readString(output));
  }

  private record Answer(int code, String text) {}
}
