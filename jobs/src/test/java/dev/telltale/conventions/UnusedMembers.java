package dev.telltale.conventions;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import dev.telltale.sql.KeySource;
import dev.telltale.sql.SourceCatalog;
import java.util.List;
import java.util.ServiceLoader;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.apache.spark.sql.sources.DataSourceRegister;

/**
 * Classes, methods, constructors and fields that no other code of the same classes uses. Private
 * members are the compiler's business.
 *
 * <p>A component of a record is read by its accessor, or by name in the record's own code; to be
 * equal to another record is no reading. Reported by its name, like a field.
 *
 * <p>Never reported, as something else calls them: overriding methods, {@code main}, what an enum
 * declares by itself, constructors of records, constants of enums, providers of services. Constants
 * that the compiler copies to where they are used leave no trace in byte code; they are looked for
 * in the sources by their name.
 */
final class UnusedMembers {
  private static final List<Class<?>> SERVICES =
      List.of(ToolProvider.class, KeySource.class, SourceCatalog.class, DataSourceRegister.class);

  private final JavaClasses classes;
  private final Uses uses;

  UnusedMembers(JavaClasses classes, Stream<String> sources) {
    this.classes = classes;
    this.uses = new Uses(classes, sources);
  }

  /** Full names, sorted. The members of an unused class are not listed one by one. */
  SortedSet<String> names() {
    SortedSet<String> unused = new TreeSet<>();
    for (JavaClass type : classes) {
      if (type.isAnonymousClass() || type.getSimpleName().equals("package-info")) {
        continue;
      }
      if (used(type)) {
        members(type).filter(member -> !used(member)).forEach(each -> unused.add(name(each)));
      } else {
        unused.add(type.getName());
      }
    }
    return unused;
  }

  private static Stream<JavaMember> members(JavaClass type) {
    return Stream.of(type.getMethods(), type.getConstructors(), type.getFields())
        .flatMap(each -> each.stream())
        .map(JavaMember.class::cast)
        .filter(
            member -> component(member) || !member.getModifiers().contains(JavaModifier.PRIVATE))
        .filter(member -> !member.getModifiers().contains(JavaModifier.SYNTHETIC))
        .filter(member -> !member.getModifiers().contains(JavaModifier.BRIDGE));
  }

  private boolean used(JavaClass type) {
    return type.getDirectDependenciesToSelf().stream()
            .map(dependency -> dependency.getOriginClass())
            .anyMatch(user -> classes.contain(user.getName()) && !within(user, type))
        || type.getMethods().stream().anyMatch(UnusedMembers::startsTheProgram)
        || provider(type)
        || (type.getFields().stream().anyMatch(UnusedMembers::copied)
            && uses.mentions(type.getSimpleName()) > 1 + type.getConstructors().size());
  }

  private static boolean within(JavaClass user, JavaClass type) {
    return user.getName().equals(type.getName()) || user.getName().startsWith(type.getName() + "$");
  }

  private boolean used(JavaMember member) {
    if (uses.member(member)) {
      return true;
    }
    if (member instanceof JavaField field) {
      return used(field);
    }
    if (member instanceof JavaConstructor constructor) {
      return provider(member.getOwner()) || canonical(constructor);
    }
    JavaMethod method = (JavaMethod) member;
    return startsTheProgram(method) || declaredByItself(method) || overrides(method);
  }

  /** One that answers for an interface is called by whoever asks that. */
  private boolean read(JavaMethod accessor) {
    return uses.member(accessor) || overrides(accessor);
  }

  private boolean used(JavaField field) {
    return field.getModifiers().contains(JavaModifier.ENUM)
        || (component(field) && read(accessor(field)))
        || field.getName().equals("serialVersionUID")
        || (copied(field) && uses.mentions(field.getName()) > declarations(field.getName()));
  }

  private long declarations(String name) {
    return classes.stream()
        .filter(type -> type.tryGetField(name).filter(UnusedMembers::copied).isPresent())
        .count();
  }

  private static boolean copied(JavaField field) {
    return field.getModifiers().contains(JavaModifier.STATIC)
        && field.getModifiers().contains(JavaModifier.FINAL)
        && (field.getRawType().isPrimitive() || field.getRawType().isEquivalentTo(String.class));
  }

  private static boolean startsTheProgram(JavaMethod method) {
    return method.getName().equals("main")
        && method.getModifiers().contains(JavaModifier.STATIC)
        && method.getRawParameterTypes().size() == 1
        && method.getRawParameterTypes().get(0).isEquivalentTo(String[].class);
  }

  private static boolean provider(JavaClass type) {
    return SERVICES.stream()
        .flatMap(service -> ServiceLoader.load(service).stream())
        .anyMatch(each -> each.type().getName().equals(type.getName()));
  }

  private static boolean canonical(JavaConstructor constructor) {
    return constructor.getOwner().isRecord()
        && constructor.getRawParameterTypes().stream()
            .map(JavaClass::getName)
            .toList()
            .equals(
                constructor.getOwner().getFields().stream()
                    .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                    .map(field -> field.getRawType().getName())
                    .toList());
  }

  private static boolean declaredByItself(JavaMethod method) {
    JavaClass owner = method.getOwner();
    return isAccessor(method) || (owner.isEnum() && method.getName().matches("values|valueOf"));
  }

  private static boolean component(JavaMember member) {
    return member instanceof JavaField
        && member.getOwner().isRecord()
        && !member.getModifiers().contains(JavaModifier.STATIC);
  }

  private static JavaMethod accessor(JavaField component) {
    return component.getOwner().getMethod(component.getName());
  }

  static boolean isAccessor(JavaMember member) {
    return member instanceof JavaMethod method
        && method.getOwner().isRecord()
        && method.getRawParameterTypes().isEmpty()
        && method.getOwner().tryGetField(method.getName()).isPresent();
  }

  private static boolean overrides(JavaMethod method) {
    return !method.getModifiers().contains(JavaModifier.STATIC)
        && Stream.concat(
                method.getOwner().getAllRawSuperclasses().stream(),
                method.getOwner().getAllRawInterfaces().stream())
            .flatMap(type -> type.getMethods().stream())
            .filter(inherited -> inherited.getName().equals(method.getName()))
            .anyMatch(
                inherited ->
                    inherited.getRawParameterTypes().size()
                        == method.getRawParameterTypes().size());
  }

  private static String name(JavaMember member) {
    return member instanceof JavaCodeUnit
        ? member.getFullName()
        : member.getOwner().getName() + "." + member.getName();
  }
}
