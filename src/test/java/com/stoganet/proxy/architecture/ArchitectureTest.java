package com.stoganet.proxy.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.stoganet.proxy.shared.Service;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where things may live and what they may know of each other. */
@AnalyzeClasses(
    packages = "com.stoganet.proxy",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String ROOT = "com.stoganet.proxy";

  /**
   * What each package may see besides {@code shared}, {@code config} and libraries; docs/adr/0013
   * says why.
   */
  private static final Map<String, Set<String>> MAP =
      Map.ofEntries(
          entry("shared", Set.of()),
          entry("config", Set.of()),
          entry("limits", Set.of()),
          entry("audit", Set.of()),
          entry("health", Set.of()),
          entry("auth", Set.of("audit")),
          entry("media", Set.of()),
          entry("playback", Set.of("auth", "media")),
          entry("images", Set.of("media")),
          entry("stream", Set.of("auth", "media")),
          entry("acquisition", Set.of("media")),
          entry("availability", Set.of("acquisition", "media")),
          entry("discovery", Set.of("acquisition", "availability", "media")),
          entry("calendar", Set.of("acquisition", "availability", "discovery", "media")),
          entry("downloads", Set.of("acquisition", "availability", "discovery", "media", "audit")),
          entry("requests", Set.of("acquisition", "availability", "discovery", "media", "audit")),
          entry("titles", Set.of("acquisition", "availability", "discovery", "media", "requests")),
          entry(
              "events",
              Set.of(
                  "acquisition",
                  "availability",
                  "discovery",
                  "downloads",
                  "requests",
                  "media",
                  "auth")));

  private static final String[] FEATURES =
      Stream.of(
              "acquisition",
              "auth",
              "availability",
              "calendar",
              "discovery",
              "downloads",
              "events",
              "images",
              "limits",
              "media",
              "playback",
              "requests",
              "stream",
              "titles")
          .map(feature -> ROOT + "." + feature + "..")
          .toArray(String[]::new);

  @ArchTest
  static void packages_see_only_what_the_map_allows(JavaClasses classes) {
    MAP.forEach(
        (name, seen) ->
            classes()
                .that()
                .resideInAPackage(ROOT + "." + name + "..")
                .should()
                .onlyDependOnClassesThat(
                    not(resideInAPackage(ROOT + ".."))
                        .or(resideInAnyPackage(visibleFrom(name, seen))))
                .check(classes));
  }

  private static String[] visibleFrom(String name, Set<String> seen) {
    return Stream.concat(Stream.of(name, "shared", "config"), seen.stream())
        .map(each -> ROOT + "." + each + "..")
        .toArray(String[]::new);
  }

  @ArchTest
  static void every_package_is_on_the_map(JavaClasses classes) {
    Set<String> edges = Set.of("api", "http", "clients", "persistence");
    Set<String> unknown =
        classes.stream()
            .map(JavaClass::getPackageName)
            .filter(name -> name.startsWith(ROOT + "."))
            .map(name -> name.substring(ROOT.length() + 1).split("\\.")[0])
            .filter(name -> !MAP.containsKey(name) && !edges.contains(name))
            .collect(Collectors.toSet());

    assertThat(unknown).isEmpty();
  }

  @ArchTest
  static final ArchRule the_edge_of_http_knows_no_noun =
      noClasses()
          .that()
          .resideInAPackage(ROOT + ".http.edge..")
          .should()
          .dependOnClassesThat(
              resideInAPackage(ROOT + ".http..").and(not(resideInAPackage(ROOT + ".http.edge.."))));

  @ArchTest
  static final ArchRule nouns_of_http_have_no_cycles =
      slices().matching(ROOT + ".http.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule mappers_ask_no_feature =
      noClasses()
          .that()
          .resideInAPackage(ROOT + ".http..")
          .and()
          .haveSimpleNameEndingWith("Mapper")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(FEATURES)
                  .and(annotatedWith(Service.class))
                  .and(not(simpleName("PictureLinks"))));

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
              ROOT + ".health..",
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
      slices()
          .matching(ROOT + ".clients.(*)..")
          .should()
          .notDependOnEachOther()
          .ignoreDependency(alwaysTrue(), resideInAPackage(ROOT + ".clients.backend.."));

  @ArchTest
  static final ArchRule the_kernel_of_the_clients_knows_only_shared_and_config =
      noClasses()
          .that()
          .resideInAPackage(ROOT + ".clients.backend..")
          .should()
          .dependOnClassesThat(
              resideInAPackage(ROOT + "..")
                  .and(not(resideInAPackage(ROOT + ".shared..")))
                  .and(not(resideInAPackage(ROOT + ".config..")))
                  .and(not(resideInAPackage(ROOT + ".clients.backend.."))));

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
  static final ArchRule only_the_edge_streams_pictures_and_events_see_servlets =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              ROOT + ".http..", ROOT + ".stream..", ROOT + ".images..", ROOT + ".events..")
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
  static final ArchRule failures_are_called_exceptions =
      classes()
          .that()
          .areAssignableTo(Throwable.class)
          .should()
          .haveSimpleNameEndingWith("Exception");

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
                                  resource.getPackageName().startsWith(ROOT + ".http")
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
