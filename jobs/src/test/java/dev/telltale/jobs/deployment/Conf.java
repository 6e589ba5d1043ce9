package dev.telltale.jobs.deployment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The files that a user deploys with. */
final class Conf {
  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  static final Path FOLDER = ROOT.resolve("conf");

  private Conf() {}

  static String templateText() throws IOException {
    return Files.readString(FOLDER.resolve("cloudformation/telltale.yaml"));
  }

  static Template template() throws IOException {
    return new Template(Documents.parse(templateText()));
  }

  static Map<String, Object> policy(String name) throws IOException {
    return Documents.read(FOLDER.resolve("iam").resolve(name + ".json"));
  }

  static List<Map<String, Object>> statements(Map<String, Object> policy) {
    List<Map<String, Object>> statements = new ArrayList<>();
    Documents.list(policy.get("Statement")).forEach(each -> statements.add(Documents.map(each)));
    return statements;
  }

  /** The inline policy of a role, as if every condition of the template held. */
  static Map<String, Object> policyOfRole(Template template, String role) {
    Object policies = template.properties(role).get("Policies");
    Object first = Documents.list(policies).get(0);
    return Documents.map(Flat.of(Documents.map(first).get("PolicyDocument")));
  }
}
