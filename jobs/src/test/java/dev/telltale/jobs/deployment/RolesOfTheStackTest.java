package dev.telltale.jobs.deployment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.demo.server.S3Server;
import dev.telltale.jobs.SparkForTests;
import dev.telltale.jobs.command.CommandRun;
import dev.telltale.jobs.command.ExitCode;
import dev.telltale.jobs.faults.FaultProxy;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the commands ask of S3 from the first scan on, against what the stack's roles may do. A
 * request for what is not there counts as allowed only if its role may list the bucket without a
 * condition: otherwise S3 answers 403 instead of 404.
 */
final class RolesOfTheStackTest {
  private static final String LAKE = "s3a://lakebucket/lake";

  @TempDir private java.nio.file.Path folder;

  @Test
  void everyRequestOfACommandIsOneThatItsRoleMayMake() throws Exception {
    Configuration hadoop = SparkForTests.session().sparkContext().hadoopConfiguration();
    try (S3Server server = S3Server.memory();
        FaultProxy proxy = new FaultProxy(server.port(), 1)) {
      server.createBucket("export");
      server.createBucket("lakebucket");
      server.s3aSettings().forEach(hadoop::set);
      hadoop.set("fs.s3a.impl.disable.cache", "true");
      write(hadoop, "s3a://export/k8s/2026/11/20/10/object");
      hadoop.set("fs.s3a.endpoint", proxy.endpoint());
      java.nio.file.Path key =
          Files.writeString(folder.resolve("key"), "a key for tests, never for use");
      Files.setPosixFilePermissions(
          key, java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
      String keyUri = "file://" + key;
      Map<String, List<String>> commands =
          Map.of(
              "ScanRole",
              List.of(
                  "scan",
                  "--source",
                  "s3a://export/k8s/",
                  "--lake",
                  LAKE,
                  "--fingerprint-key",
                  keyUri),
              "OptimizeRole",
              List.of("optimize", "--lake", LAKE),
              "ReportRole",
              List.of(
                  "sql",
                  "SELECT count(*) FROM findings",
                  "--lake",
                  LAKE,
                  "--fingerprint-key",
                  keyUri));
      for (String role : List.of("ScanRole", "OptimizeRole", "ReportRole")) {
        int before = proxy.log().size();
        List<String> words = new ArrayList<>(commands.get(role));
        words.addAll(List.of("--endpoint", proxy.endpoint(), "--path-style"));
        CommandRun run = CommandRun.of("", words.toArray(String[]::new));
        assertEquals(ExitCode.DONE, run.code(), run.err());
        List<FaultProxy.Line> made = proxy.log();
        assertTrue(made.size() > before, role);
        assertEquals(List.of(), refused(role, made.subList(before, made.size())), role);
      }
    } finally {
      hadoop.unset("fs.s3a.endpoint");
      hadoop.unset("fs.s3a.impl.disable.cache");
    }
  }

  @Test
  void aRoleThatMayLookBelowTheLakeOnlyWouldBeRefused() throws IOException {
    List<FaultProxy.Line> above =
        List.of(new FaultProxy.Line("HEAD", "/lakebucket/_delta_log", 404, 0, ""));
    assertEquals(List.of(), refused("ScanRole", above));
    List<FaultProxy.Line> elsewhere =
        List.of(new FaultProxy.Line("HEAD", "/lakebucket/other", 404, 0, ""));
    assertFalse(refused("ScanRole", elsewhere).isEmpty());
  }

  private static void write(Configuration hadoop, String object) throws IOException {
    Path path = new Path(object);
    try (FileSystem files = FileSystem.newInstance(path.toUri(), hadoop);
        OutputStream out = files.create(path)) {
      out.write(
          "{\"time\":\"2026-11-20T10:00:00Z\",\"message\":\"mail to someone@company.com\"}\n"
              .getBytes(StandardCharsets.UTF_8));
    }
  }

  private static List<String> refused(String role, List<FaultProxy.Line> requests)
      throws IOException {
    Template template = Conf.template();
    Object policies =
        new Resolved(template, Map.of("SourceBucket", "export", "SourcePrefix", "k8s/"))
            .of(template.properties(role).get("Policies"));
    Map<String, Object> policy =
        Documents.map(Documents.map(Documents.list(policies).get(0)).get("PolicyDocument"));
    TreeSet<String> refused = new TreeSet<>();
    for (FaultProxy.Line request : requests) {
      String path = request.path().substring(1);
      int slash = path.indexOf('/');
      String bucket = slash < 0 ? path : path.substring(0, slash);
      String key = slash < 0 ? "" : path.substring(slash + 1);
      for (String[] needed : needed(request.method(), bucket, key)) {
        if (!allows(policy, needed[0], needed[1])) {
          refused.add(needed[0] + " on " + needed[1]);
        }
      }
    }
    return List.copyOf(refused);
  }

  private static List<String[]> needed(String method, String bucket, String key) {
    String arn = "arn:aws:s3:::" + bucket;
    String[] list = {"s3:ListBucket", arn};
    if (key.isEmpty()) {
      // Several keys are deleted at once by a request to their bucket.
      return "POST".equals(method)
          ? List.<String[]>of(new String[] {"s3:DeleteObject", arn + "/lake/"})
          : List.<String[]>of(list);
    }
    return switch (method) {
      case "GET", "HEAD" -> List.of(list, new String[] {"s3:GetObject", arn + "/" + key});
      case "DELETE" -> List.<String[]>of(new String[] {"s3:DeleteObject", arn + "/" + key});
      default -> List.<String[]>of(new String[] {"s3:PutObject", arn + "/" + key});
    };
  }

  private static boolean allows(Map<String, Object> policy, String action, String resource) {
    boolean allowed = false;
    for (Map<String, Object> statement : Conf.statements(policy)) {
      boolean named =
          Documents.list(statement.get("Action")).contains(action)
              && Documents.list(statement.get("Resource")).stream()
                  .anyMatch(each -> matches(each.toString(), resource));
      if (named && "Deny".equals(statement.get("Effect"))) {
        return false;
      }
      allowed |= named && !statement.containsKey("Condition");
    }
    return allowed;
  }

  private static boolean matches(String pattern, String resource) {
    return resource.matches("\\Q" + pattern.replace("*", "\\E.*\\Q") + "\\E");
  }
}
