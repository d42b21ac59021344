package dev.gossamer.distribution;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The direction in which the parts may know each other. */
@AnalyzeClasses(packages = "dev.gossamer", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  /** Of any array type, the type of its elements. */
  private static DescribedPredicate<JavaClass> in(String... packages) {
    DescribedPredicate<JavaClass> resides = resideInAnyPackage(packages);
    return describe(
        "reside in " + String.join(", ", packages),
        type ->
            type.getBaseComponentType().isPrimitive() || resides.test(type.getBaseComponentType()));
  }

  @ArchTest
  static final ArchRule theDoorKnowsOnlyTheJdk =
      classes()
          .that()
          .resideInAPackage("dev.gossamer.bootstrap..")
          .should()
          .onlyDependOnClassesThat(
              in("java..", "dev.gossamer.bootstrap..", "org.jspecify..", "jdk.internal.misc"));

  @ArchTest
  static final ArchRule onlyOneClassOfTheDoorKnowsTheJdksInternals =
      classes()
          .that()
          .resideInAPackage("dev.gossamer..")
          .and()
          .doNotHaveFullyQualifiedName("dev.gossamer.bootstrap.JdkInternals")
          .should()
          .onlyDependOnClassesThat(
              describe("are public", type -> !type.getPackageName().startsWith("jdk.internal")));

  @ArchTest
  static final ArchRule attachingKnowsOnlyTheDoor =
      classes()
          .that()
          .resideInAPackage("dev.gossamer.attach..")
          .should()
          .onlyDependOnClassesThat(
              in("java..", "dev.gossamer.attach..", "dev.gossamer.bootstrap..", "org.jspecify.."));

  @ArchTest
  static final ArchRule configurationKnowsOnlyTheJdk =
      classes()
          .that()
          .resideInAPackage("dev.gossamer.config..")
          .should()
          .onlyDependOnClassesThat(in("java..", "dev.gossamer.config..", "org.jspecify.."));

  @ArchTest
  static final ArchRule whatInstrumentationsSeeKnowsNoSdk =
      classes()
          .that()
          .resideInAPackage("dev.gossamer.api..")
          .should()
          .onlyDependOnClassesThat(
              in(
                  "java..",
                  "dev.gossamer.api..",
                  "dev.gossamer.config..",
                  "io.opentelemetry.api..",
                  "io.opentelemetry.context..",
                  "io.opentelemetry.common..",
                  "org.jspecify.."));

  @ArchTest
  static final ArchRule theEngineKnowsNoLibraryButAsm =
      classes()
          .that()
          .resideInAPackage("dev.gossamer.engine..")
          .should()
          .onlyDependOnClassesThat(
              in(
                  "java..",
                  "dev.gossamer.engine..",
                  "dev.gossamer.config..",
                  "dev.gossamer.api..",
                  "org.objectweb.asm..",
                  "io.opentelemetry.api..",
                  "org.jspecify.."));

  @ArchTest
  static final ArchRule onlyTheBuildKnowsDescriptions =
      classes()
          .that()
          .resideInAPackage("dev.gossamer.api.description..")
          .should()
          .onlyHaveDependentClassesThat(
              describe(
                  "are descriptors or evaluate them",
                  type ->
                      type.getPackageName().equals("dev.gossamer.api.description")
                          || type.getPackageName().equals("dev.gossamer.engine.build")
                          || type.getPackageName().startsWith("dev.gossamer.instrumentation.")));

  @ArchTest
  static final ArchRule instrumentationsKnowNothingElseOfTheAgent =
      classes()
          .that()
          .resideInAPackage("dev.gossamer.instrumentation..")
          .should()
          .onlyDependOnClassesThat(
              describe(
                  "are of the library, the JDK, or what instrumentations may see",
                  type -> {
                    String name = type.getBaseComponentType().getPackageName();
                    return !name.startsWith("dev.gossamer.")
                            && !name.startsWith("io.opentelemetry.sdk")
                        || name.startsWith("dev.gossamer.api")
                        || name.startsWith("dev.gossamer.config")
                        || name.startsWith("dev.gossamer.instrumentation.");
                  }));

  @ArchTest
  static final ArchRule instrumentationsDoNotKnowEachOther =
      slices()
          .matching("dev.gossamer.instrumentation.(*)..")
          .should()
          .notDependOnEachOther()
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule propagatorsKnowOnlyWhatInstrumentationsSee =
      classes()
          .that()
          .resideInAPackage("dev.gossamer.propagator..")
          .should()
          .onlyDependOnClassesThat(
              in(
                  "java..",
                  "dev.gossamer.propagator..",
                  "dev.gossamer.api..",
                  "io.opentelemetry.api..",
                  "io.opentelemetry.context..",
                  "org.jspecify.."))
          .allowEmptyShould(true);
}
