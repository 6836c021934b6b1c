package dev.dmock.documentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.dmock.conformance.Call;
import dev.dmock.conformance.Reply;
import dev.dmock.conformance.WireClient;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Every curl command in the README and in {@code docs} works, one after the other on a fresh world for each page, and is
 * answered as its comment says: with the status that it begins with, else with any that is no error, and with what it quotes of the JSON.
 */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "spring.application.name=of-the-documentation")
class DocumentedCommandsTests {

    private static final Pattern STATUS = Pattern.compile("^[1-5]\\d\\d\\b");
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\": ?(\"[^\"]*\"|[^\\s,]+)");
    private static final int FIRST_ERROR = 400;

    @TempDir
    private static Path files;

    @LocalServerPort
    private int port;

    @TestFactory
    Stream<DynamicNode> commandsWork() {
        return Pages.all().stream().map(this::page);
    }

    private DynamicNode page(Path page) {
        String base = "http://127.0.0.1:" + port;
        Curl curl = new Curl(base, files);
        Stream<DynamicNode> commands = ConsoleBlocks.commands(Pages.read(page)).stream()
                .filter(command -> command.startsWith("curl "))
                .map(command -> dynamicTest(name(command), () -> check(curl, command)));
        DynamicNode fresh = dynamicTest("a fresh world", () -> {
            Call reset = Call.of("POST", base, "/_dmock/reset");
            assertThat(new WireClient().send(reset).status()).isEqualTo(200);
        });
        return DynamicContainer.dynamicContainer(page.toString(), Stream.concat(Stream.of(fresh), commands));
    }

    private static String name(String command) {
        return command.lines().findFirst().orElse(command);
    }

    private static void check(Curl curl, String text) {
        ShellWords.Command command = ShellWords.of(text);
        Reply reply = curl.run(command.words());
        String comment = command.comment();
        Matcher status = STATUS.matcher(comment);
        if (status.find()) {
            assertThat(reply.status()).as(reply.text()).isEqualTo(Integer.parseInt(status.group()));
        } else {
            assertThat(reply.status()).as(reply.text()).isLessThan(FIRST_ERROR);
        }
        String answer = compact(reply.text());
        for (Matcher quoted = QUOTED.matcher(comment); quoted.find(); ) {
            assertThat(answer).contains(compact(quoted.group()));
        }
    }

    private static String compact(String json) {
        return json.replaceAll("(?<=[:,{\\[])\\s+", "").replaceAll("\\s+(?=[:}\\]])", "");
    }
}
