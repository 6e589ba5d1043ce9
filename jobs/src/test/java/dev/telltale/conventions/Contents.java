package dev.telltale.conventions;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import dev.telltale.record.DecodedRecord;
import dev.telltale.value.Value;
import java.nio.Buffer;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Which types can hold raw text or bytes of telemetry. */
final class Contents {
  private static final Set<String> BYTES_AND_CHARACTERS = Set.of("byte", "char");
  private static final Set<String> BUFFERS = Set.of(StringBuilder.class.getName());

  /** Types of content that are read otherwise than by {@code reveal()}. */
  private static final List<Class<?>> STRUCTURES = List.of(Value.class, DecodedRecord.class);

  private static final Set<String> NAMES =
      Set.of("text", "body", "value", "content", "line", "raw", "match", "matched", "token");

  private Contents() {}

  static boolean isRevealed(JavaClass type) {
    return type.tryGetMethod("reveal").isPresent() && !type.isInterface();
  }

  /** The components of these records that hold content, as "Type.component". */
  static Set<String> inRecords(Iterable<JavaClass> types) {
    return components(types, Contents::holdsContent);
  }

  /** The components of these records that are text and called as content is. */
  static Set<String> namedInRecords(Iterable<JavaClass> types) {
    return components(
        types,
        component ->
            component.getRawType().isEquivalentTo(String.class)
                && NAMES.contains(component.getName()));
  }

  private static Set<String> components(Iterable<JavaClass> types, Predicate<JavaField> wanted) {
    Set<String> components = new TreeSet<>();
    for (JavaClass type : types) {
      if (type.isRecord()) {
        components(type)
            .filter(wanted)
            .forEach(each -> components.add(type.getName() + "." + each.getName()));
      }
    }
    return components;
  }

  private static Stream<JavaField> components(JavaClass type) {
    return type.getFields().stream()
        .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC));
  }

  private static boolean holdsContent(JavaField component) {
    JavaClass type = component.getRawType();
    return (type.isArray() && BYTES_AND_CHARACTERS.contains(type.getBaseComponentType().getName()))
        || component.getAllInvolvedRawTypes().stream().anyMatch(Contents::isContent);
  }

  private static boolean isContent(JavaClass type) {
    return isRevealed(type)
        || type.isAssignableTo(Buffer.class)
        || BUFFERS.contains(type.getName())
        || STRUCTURES.stream().anyMatch(type::isAssignableTo);
  }
}
