package dev.telltale.conventions;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/**
 * The compiled classes of main of all modules, without what is generated or shaded; templates are
 * there, for what they read is used.
 */
final class MainClasses {
  /** Where the compiled templates are. */
  static final String TEMPLATES = "gg.jte.generated";

  static final JavaClasses ALL = in("dev.telltale", TEMPLATES);

  static final JavaClasses JOB =
      ALL.that(
          JavaClass.Predicates.resideOutsideOfPackage("dev.telltale.demo..")
              .as("core and jobs, without the demo"));

  private MainClasses() {}

  private static JavaClasses in(String... roots) {
    DescribedPredicate<JavaClass> written =
        JavaClass.Predicates.resideOutsideOfPackages(
            "dev.telltale.proto..", "dev.telltale.demo.shaded..");
    return new ClassFileImporter()
        .withImportOption(new ImportOption.DoNotIncludeTests())
        .importPackages(roots)
        .that(written);
  }
}
