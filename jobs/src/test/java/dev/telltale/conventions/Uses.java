package dev.telltale.conventions;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the code of some classes uses: members by their byte code, names by their source. */
final class Uses {
  private static final Pattern NAME = Pattern.compile("[A-Za-z_$][A-Za-z_$0-9]*");

  private final Set<String> members = new HashSet<>();
  private final Map<String, Integer> names = new HashMap<>();

  Uses(JavaClasses classes, Stream<String> sources) {
    classes.stream().flatMap(each -> each.getAccessesFromSelf().stream()).forEach(this::add);
    sources.map(MainSources::withoutComments).forEach(this::addNames);
  }

  boolean member(JavaMember member) {
    return members.contains(member.getFullName());
  }

  /** How often this word stands in the code, declarations included. */
  int mentions(String name) {
    return names.getOrDefault(name, 0);
  }

  private void add(JavaAccess<?> access) {
    if (access instanceof JavaFieldAccess field
        && field.getAccessType() != JavaFieldAccess.AccessType.GET) {
      return;
    }
    access.getTarget().resolveMember().ifPresent(member -> add(access.getOrigin(), member));
  }

  private void add(JavaCodeUnit user, JavaMember used) {
    if (user.equals(used) || (UnusedMembers.isAccessor(user) && used instanceof JavaField)) {
      return;
    }
    members.add(used.getFullName());
    if (used instanceof JavaCodeUnit bridge && used.getModifiers().contains(JavaModifier.BRIDGE)) {
      bridged(bridge).forEach(member -> members.add(member.getFullName()));
    }
  }

  private static Stream<JavaCodeUnit> bridged(JavaCodeUnit bridge) {
    return bridge.getOwner().getCodeUnits().stream()
        .filter(each -> each.getName().equals(bridge.getName()))
        .filter(each -> each.getParameters().size() == bridge.getParameters().size());
  }

  private void addNames(String code) {
    Matcher found = NAME.matcher(code);
    while (found.find()) {
      names.merge(found.group(), 1, Integer::sum);
    }
  }
}
