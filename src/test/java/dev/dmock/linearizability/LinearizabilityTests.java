package dev.dmock.linearizability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmock.linearizability.Entry.Kind;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** 32 clients at once are answered as if they had asked one after the other. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(LateAnswers.class)
class LinearizabilityTests {

    private static final int CLIENTS = 32;

    /** With more, the checker does not come to an end unless it looks at each source by itself. */
    private static final int FEWER_CLIENTS = 8;

    private static final String APART = "-apart";
    private static final int FEW = 12;
    private static final int MANY = 40;

    @LocalServerPort
    private int port;

    @Autowired
    private LateAnswers late;

    /** What was refused can be looked at afterwards. */
    private final Path place = Checker.HISTORIES;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @BeforeAll
    static void build() {
        Checker.assumeBuilt();
    }

    @Test
    void aHistoryIsAccepted() {
        assertAccepted(1, CLIENTS, FEW, APART);
    }

    @Test
    void aHistoryOfFewerClientsIsAcceptedAsAWhole() {
        assertAccepted(1, FEWER_CLIENTS, FEW);
    }

    @Test
    @Tag("nightly")
    void manyHistoriesAreAccepted() {
        assertAccepted(10, CLIENTS, MANY, APART);
        assertAccepted(10, FEWER_CLIENTS, MANY);
    }

    private void assertAccepted(int histories, int clients, int times, String... options) {
        List<Path> files = IntStream.range(0, histories)
                .mapToObj(
                        i -> History.write(record(clients, times), place.resolve(clients + "-clients-" + i + ".jsonl")))
                .toList();
        List<String> verdicts = Checker.verdicts(files, options);

        System.out.println(String.join("\n", verdicts));
        assertThat(verdicts).hasSize(histories).allMatch(verdict -> verdict.startsWith("Ok "));
    }

    private List<Entry> record(int clients, int times) {
        URI space = URI.create("http://127.0.0.1:" + port + "/_dmock/spaces/history-" + System.nanoTime());
        make(space);
        History history = new History();
        history.record(http, URI.create(space + "/api/v1/"), clients, times, () -> {});
        return history.entries();
    }

    private void make(URI space) {
        HttpRequest request = HttpRequest.newBuilder(space)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"workers\": " + Caller.WORKERS + "}"))
                .build();
        try {
            assertThat(http.send(request, BodyHandlers.discarding()).statusCode())
                    .isEqualTo(201);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** That histories are accepted means something: those of a server that answers from an old memory are not. */
    @Test
    void lateAnswersAreFoundOut() {
        late.setOn(true);
        try {
            Path file = History.write(record(CLIENTS, FEW), place.resolve("late.jsonl"));
            assertThat(Checker.verdicts(List.of(file), APART))
                    .singleElement()
                    .asString()
                    .startsWith("Illegal ");
        } finally {
            late.setOn(false);
        }
    }

    /** Nor are those in which something that was there is gone. */
    @Test
    void aLostUpdateIsFoundOut() {
        List<Entry> entries = new ArrayList<>(record(CLIENTS, FEW));
        long end = entries.stream().mapToLong(Entry::returned).max().orElseThrow();
        entries.add(new Entry(0, end + 1, end + 2, Kind.CREATE_SOURCE, 0, 0, "46007", 0, 0, List.of()));
        entries.add(new Entry(0, end + 3, end + 4, Kind.DELETE_SOURCE, 0, 0, "46008", 0, 0, List.of()));

        assertThat(Checker.verdicts(List.of(History.write(entries, place.resolve("lost.jsonl"))), APART))
                .singleElement()
                .asString()
                .startsWith("Illegal ");
    }
}
