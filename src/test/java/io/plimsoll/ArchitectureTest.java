package io.plimsoll;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How the house is built. */
class ArchitectureTest {

    /** The rooms of the pure core; every other room is at the edge. */
    private static final List<String> CORE = List.of(
            "text",
            "retailer",
            "sku",
            "order",
            "policy",
            "cycle",
            "rule",
            "ceiling",
            "allocation",
            "finding",
            "run",
            "work",
            "comparison",
            "explanation",
            "quota",
            "message",
            "ledger",
            "quota",
            "forecast");

    private static final List<String> EDGE = List.of(
            "lawbook",
            "drools",
            "calendar",
            "files",
            "exchange",
            "generation",
            "results",
            "proof",
            "chart",
            "simulation",
            "mysql",
            "cli",
            "service");

    private static final Set<String> PLATFORMS_OWN =
            Set.of("exp", "log", "log10", "pow", "sin", "cos", "tan", "expm1", "log1p", "cbrt", "hypot");

    private static final Set<String> WHOLE_DRAWS = Set.of("nextLong", "split");

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.plimsoll");

    private static String[] packages(List<String> rooms, String... others) {
        return Stream.concat(rooms.stream().map(room -> "io.plimsoll." + room + ".."), Arrays.stream(others))
                .toArray(String[]::new);
    }

    @Test
    void everyRoomIsEitherCoreOrEdge() {
        Set<String> rooms = HOUSE.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith("io.plimsoll."))
                .map(name -> name.split("\\.")[2])
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> known = new TreeSet<>(CORE);
        known.addAll(EDGE);
        assertEquals(known, rooms);
    }

    @Test
    void theCoreImportsJavaAndItselfOnly() {
        classes()
                .that()
                .resideInAnyPackage(packages(CORE))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(packages(CORE, "java.."))
                .check(HOUSE);
    }

    @Test
    void theCoreReadsNoClockNoFileAndNoChance() {
        noClasses()
                .that()
                .resideInAnyPackage(packages(CORE))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.time..", "java.nio.file..", "java.net..", "java.util.random..")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Random")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .check(HOUSE);
    }

    /** Whole draws of SplitMix64 are the same in every Java; what libraries make of them, and of Math, need not be. */
    @Test
    void nothingIsDrawnDifferentlyElsewhere() {
        noClasses()
                .that()
                .resideInAPackage("io.plimsoll..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.util.random..")
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("java\\.util\\.(Random|concurrent\\.ThreadLocalRandom)")
                .orShould()
                .callMethodWhere(DescribedPredicate.describe(
                        "makes something else of a draw than its 64 bits",
                        call -> call.getTargetOwner().isEquivalentTo(SplittableRandom.class)
                                && !WHOLE_DRAWS.contains(call.getName())))
                .orShould()
                .callMethodWhere(DescribedPredicate.describe(
                        "is a function of Math that platforms may round differently",
                        call -> call.getTargetOwner().isEquivalentTo(Math.class)
                                && PLATFORMS_OWN.contains(call.getName())))
                .check(HOUSE);
    }

    @Test
    void nothingStaticCanChange() {
        fields().that()
                .areStatic()
                .and()
                .areDeclaredInClassesThat()
                .resideInAPackage("io.plimsoll..")
                .should()
                .beFinal()
                .check(HOUSE);
    }

    @Test
    void eachOutsideLibraryStandsBehindItsOwnRoom() {
        onlyIn("drools", "org.drools..", "org.kie..", "org.jboss.logmanager..");
        onlyIn("cli", "picocli..", "me.tongfei..");
        onlyIn(List.of("results", "proof", "service"), "com.fasterxml..");
        onlyIn("service", "jakarta..", "io.quarkus.hibernate..", "io.quarkus.qute..", "io.vertx..");
        onlyIn(List.of("chart", "exchange"), "javax.xml..");
        onlyIn("lawbook", "io.quarkus.runtime.util..");
        onlyIn("service", "com.openhtmltopdf..");
    }

    private static void onlyIn(String room, String... library) {
        onlyIn(List.of(room), library);
    }

    private static void onlyIn(List<String> rooms, String... library) {
        noClasses()
                .that()
                .resideOutsideOfPackages(packages(rooms))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(library)
                .check(HOUSE);
        rooms.forEach(room -> assertTrue(
                HOUSE.stream()
                        .filter(each -> each.getPackageName().startsWith("io.plimsoll." + room))
                        .flatMap(each -> each.getDirectDependenciesFromSelf().stream())
                        .anyMatch(dependency ->
                                dependency.getTargetClass().getPackageName().startsWith(library[0].replace("..", ""))),
                room + " does not use " + library[0]));
    }

    @Test
    void noTwoRoomsNeedEachOther() {
        slices().matching("io.plimsoll.(*)..").should().beFreeOfCycles().check(HOUSE);
    }

    @Test
    void noTwoRoomsOfTheServiceNeedEachOther() {
        slices().matching("io.plimsoll.service.(*)..").should().beFreeOfCycles().check(HOUSE);
    }

    @Test
    void onlyTheCommandThatServesKnowsTheService() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.plimsoll.service..")
                .and()
                .doNotHaveSimpleName("ServeCommand")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.plimsoll.service..")
                .check(HOUSE);
    }

    @Test
    void everyRoomSaysWhatItIsFor() {
        Path sources = Path.of("src/main/java");
        HOUSE.stream()
                .map(JavaClass::getPackageName)
                .distinct()
                .forEach(name -> assertTrue(
                        Files.exists(sources.resolve(name.replace('.', '/')).resolve("package-info.java")), name));
    }
}
