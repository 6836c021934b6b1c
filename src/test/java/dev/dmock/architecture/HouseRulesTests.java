package dev.dmock.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.ClassesShouldConjunction;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient.MappedQuerySpec;

/** What no class of the program may do. */
@AnalyzeClasses(
        packages = House.ROOT,
        importOptions = {DoNotIncludeTests.class, HouseRulesTests.Written.class})
class HouseRulesTests {

    private static final DescribedPredicate<JavaClass> MISUSED = DescribedPredicate.describe(
            "make code or processes of what they get",
            type -> Set.of(
                            "java.lang.Process",
                            "java.lang.ProcessBuilder",
                            "java.io.ObjectInputStream",
                            "java.lang.ClassLoader")
                    .contains(type.getName()));

    @ArchTest
    static final ArchRule oneJackson = program(noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.fasterxml.jackson.databind..", "com.fasterxml.jackson.core.."));

    /** Otherwise a frozen clock would not freeze everything. */
    @ArchTest
    static final ArchRule timeComesFromTheSpace = noClasses()
            .that()
            .resideOutsideOfPackage(House.all("time"))
            .should()
            .callCodeUnitWhere(readsTheMachinesClock())
            .orShould()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.Timer")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.springframework.scheduling.annotation.Scheduled")
            .allowEmptyShould(true);

    /** DMock plays the whole cluster itself and calls nobody; health check and training call the server they belong to. */
    @ArchTest
    static final ArchRule nothingIsCalledOverTheNetwork = noClasses()
            .that()
            .haveNameNotMatching("dev\\.dmock\\.healthcheck\\.Loopback(Request|Tls.*)")
            .should()
            .dependOnClassesThat(opensConnections())
            .allowEmptyShould(true);

    /** Nothing that clients send is a script, a template, an object or XML; no process is started, and the database listens to nobody. */
    @ArchTest
    static final ArchRule nothingIsCarriedOut = program(noClasses()
            .that()
            .doNotHaveFullyQualifiedName(House.ROOT + ".console.ConsolePage")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "javax.script..",
                    "org.springframework.expression..",
                    "org.thymeleaf..",
                    "javax.xml..",
                    "org.xml..",
                    "org.w3c..",
                    "org.h2.tools..",
                    "org.h2.server..")
            .orShould()
            .dependOnClassesThat(MISUSED)
            .orShould()
            .callCodeUnitWhere(DescribedPredicate.describe(
                    "starts a process", call -> call.getTarget().getName().equals("exec"))));

    /**
     * Names that clients give are data. Files are those that the settings and this machine name: the start world, the data directory, the
     * machine's name; the files of web pages come out of the program, and are found there by Spring.
     */
    @ArchTest
    static final ArchRule filesAreOfTheSettings = noClasses()
            .that()
            .haveNameNotMatching(
                    "dev\\.dmock\\.(control\\.world\\.StartWorld|space\\.store\\.StorageProperties|control\\.access\\.AllowedHosts|web\\.page\\.PageFiles)")
            .should()
            .dependOnClassesThat(openFiles())
            .orShould()
            .callConstructor(PrintWriter.class, String.class)
            .orShould()
            .callConstructor(PrintStream.class, String.class)
            .allowEmptyShould(true);

    /** Files of the program itself are called by names that are written in it, with the version in front of them at most. */
    @ArchTest
    static final ArchRule filesOfTheProgramAreReadByAFew = noClasses()
            .that()
            .haveNameNotMatching(
                    "dev\\.dmock\\.(training\\.TrainingScript|error\\.ErrorCatalogue|management\\.settings\\.(SettingCatalogue|Help)"
                            + "|web\\.openapi\\.OpenApiDocument|control\\.DocumentController)")
            .should()
            .callCodeUnitWhere(readsResources())
            .allowEmptyShould(true);

    /** Such a stream keeps its connection until it is closed, which is easily forgotten: after 256 of them, all wait. */
    @ArchTest
    static final ArchRule connectionsAreGivenBack =
            program(noClasses().should().callMethod(MappedQuerySpec.class, "stream"));

    @ArchTest
    static final ArchRule constructorInjection = NO_CLASSES_SHOULD_USE_FIELD_INJECTION.allowEmptyShould(true);

    @ArchTest
    static final ArchRule noMutableStatics =
            noFields().that().areStatic().should().notBeFinal().allowEmptyShould(true);

    private static ArchRule program(ClassesShouldConjunction rule) {
        return rule.allowEmptyShould(true);
    }

    private static DescribedPredicate<JavaCall<?>> readsTheMachinesClock() {
        return DescribedPredicate.describe("reads the machine's clock", call -> {
            CodeUnitCallTarget target = call.getTarget();
            String owner = target.getOwner().getName();
            boolean system =
                    owner.equals("java.lang.System") && target.getName().equals("currentTimeMillis");
            boolean now = owner.startsWith("java.time.")
                    && Set.of("now", "instant", "millis").contains(target.getName());
            boolean date = owner.equals("java.util.Date")
                    && target.getName().equals("<init>")
                    && target.getRawParameterTypes().isEmpty();
            return system || now || date;
        });
    }

    private static DescribedPredicate<JavaClass> opensConnections() {
        Set<String> clients = Set.of(
                "java.net.Socket",
                "javax.net.SocketFactory",
                "javax.net.ssl.SSLSocketFactory",
                "java.net.URLConnection",
                "java.net.HttpURLConnection",
                "java.nio.channels.SocketChannel",
                "java.nio.channels.AsynchronousSocketChannel",
                "java.net.DatagramSocket");
        return DescribedPredicate.describe(
                "open connections",
                type -> clients.contains(type.getName())
                        || type.getPackageName().startsWith("java.net.http")
                        || type.getPackageName().startsWith("org.springframework.web.client")
                        || type.getPackageName().startsWith("org.springframework.web.reactive.function.client"));
    }

    private static DescribedPredicate<JavaClass> openFiles() {
        Set<String> inJavaIo = Set.of(
                "java.io.File",
                "java.io.FileInputStream",
                "java.io.FileOutputStream",
                "java.io.FileReader",
                "java.io.FileWriter",
                "java.io.RandomAccessFile");
        return DescribedPredicate.describe(
                "open files",
                type -> inJavaIo.contains(type.getName())
                        || type.getPackageName().startsWith("java.nio.file")
                        || type.getName().equals("java.nio.channels.FileChannel")
                        || type.getPackageName().startsWith("java.util.zip")
                        || type.getPackageName().startsWith("org.springframework.core.io")
                        || type.getName().startsWith("org.springframework.util.File"));
    }

    private static DescribedPredicate<JavaCall<?>> readsResources() {
        return DescribedPredicate.describe(
                "reads resources", call -> call.getTarget().getName().matches("getResource(AsStream|s)?"));
    }

    /** Leaves out what the build generates for a faster start; it is there if a jar was made before. */
    static final class Written implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("__") && !location.contains("$$");
        }
    }
}
