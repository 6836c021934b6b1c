package dev.dmock.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmock.space.store.SpaceName;
import dev.dmock.version.ApiVersion;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/** A journal keeps the newest calls within its limits, and says how many it does not have any more. */
class JournalsTests {

    private static final SpaceName A = new SpaceName("a");
    private static final SpaceName B = new SpaceName("b");

    private static Journals journals(int entries, int kilobytes, int totalKilobytes) {
        return new Journals(
                new JournalLimits(entries, DataSize.ofKilobytes(kilobytes), DataSize.ofKilobytes(totalKilobytes)));
    }

    private static JournalEntry call(String path, int size) {
        return new JournalEntry(
                0,
                Instant.EPOCH,
                Instant.EPOCH,
                Duration.ZERO,
                ApiVersion.DOCS,
                "operation",
                "POST",
                path,
                null,
                Map.of(),
                JournaledBody.of(new byte[size], size),
                200,
                Map.of(),
                null);
    }

    private static List<String> paths(Journals journals, SpaceName space) {
        return journals.all(space).entries().stream().map(JournalEntry::path).toList();
    }

    private static void fill(Journals journals, SpaceName space, int calls, int size) {
        for (int i = 1; i <= calls; i++) {
            journals.add(space, call("/" + i, size));
        }
    }

    @Test
    void theOldestGoWhenThereAreTooMany() {
        Journals journals = journals(3, 1000, 1000);
        fill(journals, A, 5, 1);

        assertThat(paths(journals, A)).containsExactly("/3", "/4", "/5");
        assertThat(journals.all(A).entries()).extracting(JournalEntry::id).containsExactly(3L, 4L, 5L);
        assertThat(journals.all(A).dropped()).isEqualTo(2);
    }

    @Test
    void theOldestGoWhenTheyAreTooLong() {
        Journals journals = journals(1000, 10, 1000);
        fill(journals, A, 5, 4000);

        assertThat(paths(journals, A)).containsExactly("/4", "/5");
        assertThat(journals.all(A).dropped()).isEqualTo(3);
    }

    @Test
    void theSpaceThatWasNotUsedForLongestGivesWay() {
        Journals journals = journals(1000, 10, 20);
        fill(journals, A, 2, 4000);
        fill(journals, B, 2, 4000);
        journals.add(new SpaceName("c"), call("/1", 4000));

        assertThat(paths(journals, A)).isEmpty();
        assertThat(journals.all(A).dropped()).isEqualTo(2);
        assertThat(paths(journals, B)).hasSize(2);
        fill(journals, A, 1, 1);
        assertThat(journals.all(A).entries()).extracting(JournalEntry::id).containsExactly(3L);
    }

    @Test
    void spacesAreApartAndCanBeForgotten() {
        Journals journals = journals(1000, 10, 1000);
        fill(journals, A, 2, 1);
        fill(journals, B, 1, 1);
        journals.clear(A);

        assertThat(paths(journals, A)).isEmpty();
        assertThat(journals.coverage(A).of(ApiVersion.DOCS).operations()).containsEntry("operation", Map.of(200, 2L));
        journals.forget(A);
        assertThat(journals.coverage(A).of(ApiVersion.DOCS).operations()).isEmpty();
        assertThat(journals.coverageOfAll().of(ApiVersion.DOCS).operations())
                .containsEntry("operation", Map.of(200, 3L));
        assertThat(paths(journals, B)).hasSize(1);
    }

    @Test
    void longBodiesAreCut() {
        byte[] body = ("{\"a\":\"" + "x".repeat(JournaledBody.MOST) + "\"}").getBytes(StandardCharsets.UTF_8);
        JournaledBody content = JournaledBody.of(body, body.length);

        assertThat(content.cut()).isTrue();
        assertThat(content.text()).hasSize(JournaledBody.MOST);
        assertThat(content.size()).isEqualTo(body.length);
        assertThat(content.json()).isEmpty();
    }
}
