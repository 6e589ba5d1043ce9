package dev.telltale.conventions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.telltale.value.TextValue;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Records print their components, so none of them holds raw text or bytes of telemetry. */
final class RawContentTest {
  /** Components whose content is redacted by the time that the record is made. */
  private static final Set<String> REDACTED = Set.of("dev.telltale.detection.Detected.redacted");

  /** Text under a name that content has elsewhere: our own rules and pages, and redacted bodies. */
  private static final Set<String> NO_RAW_TEXT =
      Set.of(
          "dev.telltale.detection.rules.Example.text",
          "dev.telltale.detection.rules.RoleEntry$Read.value",
          "dev.telltale.jobs.settings.Call$Page.text",
          "dev.telltale.scan.RecordRow.body");

  @Test
  void noRecordHasAComponentThatHoldsContent() {
    assertEquals(REDACTED, Contents.inRecords(MainClasses.JOB));
  }

  @Test
  void noRecordHasTextNamedAsContent() {
    assertEquals(new TreeSet<>(NO_RAW_TEXT), Contents.namedInRecords(MainClasses.JOB));
  }

  @Test
  void whatCanBeRevealedIsFinalAndPrintsItselfWithoutIt() {
    List<String> wrong =
        MainClasses.ALL.stream()
            .filter(Contents::isRevealed)
            .filter(type -> !isFinal(type) || type.tryGetMethod("toString").isEmpty())
            .map(JavaClass::getName)
            .toList();
    assertEquals(List.of(), wrong);
  }

  @Test
  void recordsOfContentAreSeen() {
    Iterable<JavaClass> samples =
        new ClassFileImporter().importClasses(Bytes.class, Texts.class, Names.class);
    assertEquals(
        Set.of(Bytes.class.getName() + ".bytes", Texts.class.getName() + ".texts"),
        Contents.inRecords(samples));
    assertEquals(Set.of(Names.class.getName() + ".value"), Contents.namedInRecords(samples));
  }

  private static boolean isFinal(JavaClass type) {
    return type.getModifiers().contains(JavaModifier.FINAL);
  }

  private record Bytes(byte[] bytes, int length) {}

  private record Texts(List<TextValue> texts) {}

  private record Names(String name, String value) {}
}
