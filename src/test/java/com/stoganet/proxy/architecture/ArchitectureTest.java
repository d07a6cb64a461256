package com.stoganet.proxy.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** Where things may live and what they may know of each other. */
@AnalyzeClasses(
    packages = "com.stoganet.proxy",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String ROOT = "com.stoganet.proxy";
  private static final String[] FEATURES = {
    ROOT + ".arrivals..",
    ROOT + ".auth..",
    ROOT + ".events..",
    ROOT + ".limits..",
    ROOT + ".media..",
    ROOT + ".playback..",
    ROOT + ".requests..",
    ROOT + ".stream.."
  };

  @ArchTest
  static final ArchRule features_know_no_edges =
      noClasses()
          .that()
          .resideInAnyPackage(FEATURES)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              ROOT + ".clients..",
              ROOT + ".persistence..",
              ROOT + ".http..",
              ROOT + ".ops..",
              ROOT + ".api..",
              "jakarta.ws.rs..",
              "jakarta.persistence..");

  @ArchTest
  static final ArchRule features_have_no_cycles =
      slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule jellyfin_stays_inside_its_client =
      noClasses()
          .that(not(resideInAPackage(ROOT + ".clients.jellyfin..")))
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ROOT + ".clients.jellyfin..");

  @ArchTest
  static final ArchRule clients_do_not_see_one_another =
      slices().matching(ROOT + ".clients.(*)..").should().notDependOnEachOther();

  @ArchTest
  static final ArchRule http_sees_neither_backends_nor_the_database =
      noClasses()
          .that()
          .resideInAPackage(ROOT + ".http..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              ROOT + ".clients..",
              ROOT + ".persistence..",
              "jakarta.persistence..",
              "java.sql..",
              "org.eclipse.microprofile.rest.client..");

  @ArchTest
  static final ArchRule only_the_edge_streams_and_events_see_servlets =
      noClasses()
          .that()
          .resideOutsideOfPackages(ROOT + ".http..", ROOT + ".stream..", ROOT + ".events..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("jakarta.servlet..");

  @ArchTest
  static final ArchRule only_persistence_touches_the_database =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + ".persistence..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta.persistence..", "java.sql..", "javax.sql..");

  @ArchTest
  static final ArchRule only_clients_open_connections =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + ".clients..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.net.http..", "org.eclipse.microprofile.rest.client..")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.net.HttpURLConnection");

  @ArchTest
  static final ArchRule shared_knows_nothing_of_ours =
      noClasses()
          .that()
          .resideInAPackage(ROOT + ".shared..")
          .should()
          .dependOnClassesThat(
              resideInAPackage(ROOT + "..").and(not(resideInAPackage(ROOT + ".shared.."))));

  @ArchTest
  static final ArchRule config_knows_only_shared =
      noClasses()
          .that()
          .resideInAPackage(ROOT + ".config..")
          .should()
          .dependOnClassesThat(
              resideInAPackage(ROOT + "..")
                  .and(not(resideInAPackage(ROOT + ".shared..")))
                  .and(not(resideInAPackage(ROOT + ".config.."))));

  @ArchTest
  static final ArchRule names_say_something =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + ".api..")
          .should()
          .haveSimpleNameEndingWith("Impl")
          .orShould()
          .haveSimpleNameEndingWith("Manager")
          .orShould()
          .haveSimpleNameEndingWith("Helper")
          .orShould()
          .haveSimpleNameEndingWith("Util")
          .orShould()
          .haveSimpleNameEndingWith("Utils");

  @ArchTest
  static final ArchRule every_part_of_the_contract_is_implemented =
      classes()
          .that()
          .resideInAPackage(ROOT + ".api")
          .and(simpleNameEndingWith("Api"))
          .should(
              new ArchCondition<>("be implemented by a resource in http") {
                @Override
                public void check(JavaClass api, ConditionEvents events) {
                  boolean implemented =
                      api.getAllSubclasses().stream()
                          .anyMatch(
                              resource ->
                                  resource.getPackageName().equals(ROOT + ".http")
                                      && resource.getSimpleName().endsWith("Resource"));
                  String message = api.getName() + " is not implemented";
                  events.add(new SimpleConditionEvent(api, implemented, message));
                }
              });

  @ArchTest
  static final ArchRule nobody_prints =
      noClasses()
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");
}
