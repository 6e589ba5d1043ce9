package dev.telltale.jobs.deployment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the policies in {@code conf/iam} allow, and what they must not. */
final class PoliciesTest {
  private static final String SOURCE = "arn:${AWS::Partition}:s3:::${SourceBucket}";
  private static final Set<String> WRITING =
      Set.of("s3:DeleteObject", "s3:DeleteObjectVersion", "s3:PutObject");

  @ParameterizedTest
  @CsvSource({
    "scan,IDENTITY",
    "report,IDENTITY",
    "analyst,IDENTITY",
    "analyst-person,IDENTITY",
    "erase,IDENTITY",
    "erase-plan,IDENTITY",
    "erase-prove,IDENTITY",
    "optimize,IDENTITY",
    "source-role,IDENTITY",
    "trust-ec2,TRUST",
    "trust-source-role,TRUST",
    "trust-emr-serverless,TRUST",
    "source-bucket-policy,RESOURCE",
    "source-key-policy,KEY"
  })
  void iamHasNothingToRefuse(String file, PolicyLint.Place place) throws IOException {
    List<String> problems = new ArrayList<>();
    new PolicyLint().check(file, Conf.policy(file), place, Conf.template(), problems);
    assertEquals(List.of(), problems);
  }

  @Test
  void everyFileIsChecked() throws IOException {
    try (Stream<Path> files = Files.list(Conf.FOLDER.resolve("iam"))) {
      assertEquals(
          14, files.filter(file -> file.getFileName().toString().endsWith(".json")).count());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "scan",
        "report",
        "optimize",
        "analyst",
        "source-role",
        "erase-plan",
        "erase-prove"
      })
  void onlyErasureMayChangeTheSource(String file) throws IOException {
    Set<String> writing = allowed(file, SOURCE);
    writing.retainAll(WRITING);
    assertEquals(Set.of(), writing);
    assertTrue(allowed("erase", SOURCE).containsAll(WRITING));
  }

  @ParameterizedTest
  @ValueSource(strings = {"scan", "erase-plan", "erase-prove"})
  void whatOnlyReadsIsDeniedToChangeTheSourceWhateverElseItsRoleMayDo(String file)
      throws IOException {
    Map<String, Object> denied =
        Conf.statements(Conf.policy(file)).stream()
            .filter(statement -> "Deny".equals(statement.get("Effect")))
            .findFirst()
            .orElseThrow();
    assertEquals(WRITING, new TreeSet<>(Documents.list(denied.get("Action"))));
    assertEquals(SOURCE + "/*", denied.get("Resource"));
  }

  @Test
  void whatReadsTheLakeSeesNothingOfTheSourceAndNoFingerprintKey() throws IOException {
    for (String file : List.of("report", "optimize", "analyst")) {
      assertEquals(Set.of(), allowed(file, SOURCE), file);
      assertEquals(Set.of(), allowed(file, "${FingerprintKey}"), file);
    }
  }

  @Test
  void aNotebookWritesNothing() throws IOException {
    Set<String> writing = allowed("analyst", "${LakeBucket.Arn}");
    writing.retainAll(WRITING);
    assertEquals(Set.of(), writing);
    assertEquals(Set.of("kms:Decrypt"), allowed("analyst", "${LakeKey.Arn}"));
    assertTrue(
        allowed("analyst", "arn:${AWS::Partition}:glue").stream()
            .allMatch(action -> action.startsWith("glue:Get")));
  }

  @Test
  void aJobCannotReplaceItsOwnJarOrRules() throws IOException {
    for (String file :
        List.of("scan", "report", "optimize", "erase", "erase-plan", "erase-prove", "analyst")) {
      for (String folder : List.of("/code/", "/rules/")) {
        Set<String> writing = allowed(file, "${LakeBucket.Arn}" + folder);
        writing.retainAll(WRITING);
        assertEquals(Set.of(), writing, file + folder);
      }
    }
  }

  @Test
  void anotherAccountGivesNoMoreThanReading() throws IOException {
    for (String file : List.of("source-bucket-policy", "source-role")) {
      assertEquals(
          Set.of(
              "s3:GetBucketLocation",
              "s3:GetObject",
              "s3:GetObjectVersion",
              "s3:ListBucket",
              "s3:ListBucketVersions"),
          allowed(file, SOURCE),
          file);
    }
  }

  /** The actions that a policy allows on resources that begin so. */
  private static Set<String> allowed(String file, String resource) throws IOException {
    Set<String> actions = new TreeSet<>();
    for (Map<String, Object> statement : Conf.statements(Conf.policy(file))) {
      boolean named =
          Documents.list(statement.get("Resource")).stream()
              .anyMatch(each -> each.toString().startsWith(resource));
      if (named && "Allow".equals(statement.get("Effect"))) {
        Documents.list(statement.get("Action")).forEach(each -> actions.add(each.toString()));
      }
    }
    return actions;
  }
}
