package dev.dmock.endurance;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * What a server's process runs: the jar of a distribution if the system property {@code dmock.jar} names it, else a jar of
 * the classes under test. Either has an archive of what the JVM works out at a start, as {@code bin/dmock train} makes it,
 * since much of what the rounds here do is starting.
 */
final class Program {

    private static final Path BUILD = Path.of("target").toAbsolutePath();
    private static final Path CLASSES = BUILD.resolve("classes");
    private static final List<Path> UNPACKED = List.of(CLASSES, BUILD.resolve("test-classes"));
    private static final Program PROGRAM = make();

    private final String classPath;
    private final Path archive;

    private Program(String classPath, Path archive) {
        this.classPath = classPath;
        this.archive = archive;
    }

    /** What follows a JVM's own options; further classes come last, since an archive is of what a class path begins with. */
    static List<String> running(String main, List<Path> further) {
        String all = Stream.concat(
                        Stream.of(PROGRAM.classPath), further.stream().map(Path::toString))
                .collect(Collectors.joining(File.pathSeparator));
        return List.of("-XX:SharedArchiveFile=" + PROGRAM.archive, "-Xlog:cds=off", "-cp", all, main);
    }

    private static Program make() {
        try {
            Path place = Files.createTempDirectory("program");
            place.toFile().deleteOnExit();
            String shipped = System.getProperty("dmock.jar");
            String classPath = shipped == null ? ofClasses(place.resolve("classes.jar")) : shipped;
            Program program = new Program(classPath, place.resolve("classes.jsa"));
            program.train();
            try (Stream<Path> made = Files.list(place)) {
                made.forEach(file -> file.toFile().deleteOnExit());
            }
            return program;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The classes of the program, in a jar since an archive takes no directories, and what they need. */
    private static String ofClasses(Path jar) throws IOException {
        pack(jar);
        String own = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Stream.concat(
                        Stream.of(jar.toString()),
                        Stream.of(own.split(File.pathSeparator))
                                .filter(place ->
                                        !UNPACKED.contains(Path.of(place).toAbsolutePath())))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** With its directories, since Spring looks for beans in them. */
    private static void pack(Path jar) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file);
                Stream<Path> files = Files.walk(CLASSES)) {
            out.setLevel(0);
            for (Path each : files.filter(place -> !place.equals(CLASSES)).toList()) {
                boolean directory = Files.isDirectory(each);
                String name = CLASSES.relativize(each).toString().replace(File.separatorChar, '/');
                out.putNextEntry(new ZipEntry(directory ? name + "/" : name));
                if (!directory) {
                    Files.copy(each, out);
                }
                out.closeEntry();
            }
        }
    }

    private void train() throws IOException {
        Process training = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-XX:ArchiveClassesAtExit=" + archive,
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xlog:disable",
                        "-Xlog:all=error:stderr",
                        "-cp",
                        classPath,
                        "dev.dmock.training.Training")
                .redirectErrorStream(true)
                .start();
        try (InputStream said = training.getInputStream()) {
            String text = new String(said.readAllBytes(), StandardCharsets.UTF_8);
            if (training.waitFor() != 0) {
                throw new AssertionError("no archive of the program's classes: " + text);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
