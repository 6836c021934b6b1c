package dev.dmock.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Arrows between rooms point down, without cycles, and only {@code web} packages know the web. */
class LayeringTests {

    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(House.ROOT);

    /** Beyond this a package is hard to take in at one look. */
    private static final int MAX_TYPES = 27;

    private static final String[] WEB = {House.ROOT + "..web.."};

    static List<String> rooms() {
        return House.rooms();
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void arrowsPointDown(String room) {
        String[] higher = House.outOfReach(room).stream().map(House::all).toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage(House.all(room))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(higher)
                .allowEmptyShould(true)
                .check(PROGRAM);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "time | version go error sql space world cluster source task schema journal fault control console management"
                        + " healthcheck training",
                "task | schema journal fault control console management healthcheck training",
                "web | world cluster source task schema journal fault control console management healthcheck training",
                "console | control management healthcheck training",
                "fault | journal control console management healthcheck training",
            })
    void theFloorsAreThese(String room, String outOfReach) {
        assertThat(House.outOfReach(room)).containsExactlyInAnyOrder(outOfReach.split(" "));
    }

    @Test
    void everyClassHasARoom() {
        String[] known = Stream.concat(Stream.of(House.ROOT), rooms().stream().map(House::all))
                .toArray(String[]::new);
        classes().should().resideInAnyPackage(known).check(PROGRAM);
    }

    @Test
    void nobodyKnowsTheWholeProgram() {
        noClasses()
                .that()
                .resideOutsideOfPackages(House.ROOT, House.all("training"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(House.ROOT)
                .allowEmptyShould(true)
                .check(PROGRAM);
    }

    @Test
    void packagesAreFreeOfCycles() {
        slices().matching(House.ROOT + ".(**)").should().beFreeOfCycles().check(PROGRAM);
    }

    @ParameterizedTest
    @MethodSource("roomsWithFloors")
    void arrowsInsideOfARoomPointDown(String room) {
        List<String> parts = House.INSIDE.get(room);
        for (int i = 0; i < parts.size(); i++) {
            String[] higher = parts.subList(i + 1, parts.size()).stream()
                    .map(part -> part(room, part))
                    .toArray(String[]::new);
            if (higher.length > 0) {
                noClasses()
                        .that()
                        .resideInAPackage(part(room, parts.get(i)))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(higher)
                        .check(PROGRAM);
            }
        }
    }

    static Set<String> roomsWithFloors() {
        return House.INSIDE.keySet();
    }

    /** A package with everything below it, or only the package of the room itself. */
    private static String part(String room, String name) {
        boolean bare =
                name.isEmpty() || House.INSIDE.get(room).stream().anyMatch(other -> other.startsWith(name + "."));
        String path = House.ROOT + "." + room + (name.isEmpty() ? "" : "." + name);
        return bare ? path : path + "..";
    }

    @Test
    void packagesAreSmall() {
        Map<String, Long> sizes = PROGRAM.stream()
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
        assertThat(sizes).allSatisfy((room, size) -> assertThat(size).isLessThanOrEqualTo(MAX_TYPES));
    }

    @Test
    void simpleNamesAreUsedOnce() {
        assertThat(PROGRAM.stream()
                        .filter(JavaClass::isTopLevelClass)
                        .map(JavaClass::getSimpleName)
                        .filter(name -> !name.equals("package-info")))
                .doesNotHaveDuplicates();
    }

    /** Fault and journal see requests pass by; control and console are web pages through and through. */
    @Test
    void theDomainDoesNotKnowTheWeb() {
        noClasses()
                .that()
                .resideInAnyPackage(Stream.of(
                                "time", "version", "error", "sql", "space", "world", "cluster", "source", "task",
                                "schema")
                        .map(House::all)
                        .toArray(String[]::new))
                .and()
                .resideOutsideOfPackages(WEB)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(WEB)
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework.web..", "org.springframework.http..", "jakarta.servlet..")
                .allowEmptyShould(true)
                .check(PROGRAM);
    }

    @Test
    void everyPackageIsNullMarked() {
        List<String> unmarked = PROGRAM.stream()
                .map(type -> type.getPackage())
                .distinct()
                .filter(room -> !room.isAnnotatedWith(NullMarked.class))
                .map(JavaPackage::getName)
                .toList();
        assertThat(unmarked).isEmpty();
    }
}
