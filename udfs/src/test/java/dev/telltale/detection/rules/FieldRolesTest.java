package dev.telltale.detection.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.detection.pattern.CharacterKinds;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FieldRolesTest {
  private static final FieldRoles ROLES = RuleSet.builtin().roles();

  @Test
  void everyRoleHasItsExamplesAndLacksTheOthers() {
    List<String> wrong = new ArrayList<>();
    for (RoleEntry.Read entry : ROLES.entries()) {
      for (Example example : entry.having()) {
        if (!has(entry, example)) {
          wrong.add(entry.role() + " is not seen in " + example);
        }
      }
      for (Example example : entry.lacking()) {
        if (has(entry, example)) {
          wrong.add(entry.role() + " is seen in " + example);
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void everyRoleIsDescribedOnce() {
    assertEquals(
        List.of(FieldRole.values()).stream().map(FieldRole::id).sorted().toList(),
        ROLES.entries().stream().map(entry -> entry.role().id()).sorted().toList());
    assertTrue(ROLES.entries().stream().allMatch(entry -> entry.having().size() >= 2));
  }

  private static boolean has(RoleEntry.Read entry, Example example) {
    if (example.key() == null) {
      return entry.shapes().stream()
          .anyMatch(shape -> shape.matches(example.text(), CharacterKinds.of(example.text())));
    }
    FieldRole role = entry.role();
    List<String> name = KeywordTokens.of(example.key());
    FieldRoles.Head head = ROLES.headOf(name);
    boolean named = ROLES.of(name).contains(role) || (head != null && head.role() == role);
    return named && ROLES.fits(role, example.text());
  }
}
