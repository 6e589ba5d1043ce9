package dev.telltale.jobs.deployment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the documents about EMR name does exist. */
final class DeploymentDocumentsTest {
  private static final List<String> FILES =
      List.of("docs/emr.md", "docs/runbook.md", "README.md", "conf/iam/README.md");
  private static final Pattern PARAMETER = Pattern.compile("(?:--set |`)([A-Z][A-Za-z]+)=");
  private static final Pattern ACTION = Pattern.compile("`([a-z0-9]+:[A-Z]\\w+)`");

  @Test
  void everyParameterThatIsSetIsInTheTemplate() throws IOException {
    Set<String> named = new TreeSet<>();
    for (String file : FILES) {
      Matcher names = PARAMETER.matcher(Files.readString(Conf.ROOT.resolve(file)));
      while (names.find()) {
        named.add(names.group(1));
      }
    }
    assertTrue(named.size() > 5, named::toString);
    named.removeAll(Conf.template().parameters().keySet());
    assertEquals(Set.of(), named);
  }

  @Test
  void everyAlarmIsAnsweredInTheRunbook() throws IOException {
    String text = Files.readString(Conf.ROOT.resolve("docs/runbook.md"));
    Template template = Conf.template();
    for (String name : template.resources().keySet()) {
      if ("AWS::CloudWatch::Alarm".equals(template.typeOf(name))) {
        assertTrue(text.contains("`" + name + "`"), name);
      }
    }
  }

  @Test
  void everyActionThatAPolicyAllowsIsExplained() throws IOException {
    String text = Files.readString(Conf.FOLDER.resolve("iam/README.md"));
    Set<String> explained = new TreeSet<>();
    Matcher names = ACTION.matcher(text);
    while (names.find()) {
      explained.add(names.group(1));
    }
    for (String file : List.of("scan", "report", "erase", "erase-plan", "erase-prove")) {
      for (Map<String, Object> statement : Conf.statements(Conf.policy(file))) {
        for (Object action : Documents.list(statement.get("Action"))) {
          assertTrue(explained.contains(action.toString()), action.toString());
        }
      }
    }
  }

  @Test
  void everySettingThatEmrIsGivenIsExplained() throws IOException {
    String text = Files.readString(Conf.FOLDER.resolve("emr/README.md"));
    String everywhere = Files.readString(Conf.FOLDER.resolve("spark-defaults.conf"));
    Map<String, Object> settings = Documents.map(EmrSettings.onEc2("small").get("spark-defaults"));
    for (String name : settings.keySet()) {
      String shown = name.replaceFirst("^spark\\.hadoop\\.", "");
      boolean byGroup =
          name.startsWith("spark.dynamicAllocation.")
              || name.startsWith("spark.executor.")
              || name.startsWith("spark.driver.")
              || name.endsWith("throttle.interval");
      assertTrue(byGroup || text.contains(shown) || everywhere.contains(name), name);
    }
  }
}
