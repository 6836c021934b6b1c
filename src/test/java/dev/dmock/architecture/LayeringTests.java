package dev.dmock.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
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
                "time | space world cluster source task schema journal fault control console operation error",
                "task | schema journal fault control console operation",
                "web | world cluster source task schema journal fault control console operation",
                "console | control operation",
                "fault | journal control console operation",
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
                .resideOutsideOfPackage(House.ROOT)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(House.ROOT)
                .allowEmptyShould(true)
                .check(PROGRAM);
    }

    @Test
    void roomsAreFreeOfCycles() {
        slices().matching(House.ROOT + ".(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(PROGRAM);
    }

    /** Fault and journal see requests pass by; control and console are web pages through and through. */
    @Test
    void theDomainDoesNotKnowTheWeb() {
        noClasses()
                .that()
                .resideInAnyPackage(Stream.of("time", "error", "space", "world", "cluster", "source", "task", "schema")
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
