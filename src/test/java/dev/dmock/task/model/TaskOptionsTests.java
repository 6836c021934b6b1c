package dev.dmock.task.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dmock.error.DmException;
import dev.dmock.error.ErrorCatalogue;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskOptionsTests {

    private static final String TIME =
            "while converting task command line arguments: error while parse start-time, expected in the format like"
                    + " '2006-01-02 15:04:05' or '2006-01-02T15:04:05': parsing time ";

    @Test
    void nothingGivenIsNoOptions() {
        assertThat(TaskOptions.ofStart(null, null)).isNull();
        assertThat(TaskOptions.ofStop(null)).isNull();
        assertThat(TaskOptions.ofStart("", "")).isEqualTo(new TaskOptions(null, "", null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2006-01-02 15:04:05     | 2006-01-02T15:04:05",
                "2006-01-02T15:04:05     | 2006-01-02T15:04:05",
                "2006-01-02   15:04:05   | 2006-01-02T15:04:05",
                "2006-01-02 5:04:05      | 2006-01-02T05:04:05",
                "2006-01-02 15:04:05.25  | 2006-01-02T15:04:05.250",
                "2024-02-29 00:00:00     | 2024-02-29T00:00:00",
            })
    void startTimesThatAreTaken(String text, LocalDateTime time) {
        assertThat(Objects.requireNonNull(TaskOptions.ofStart(text, null)).startTime())
                .isEqualTo(time);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "yesterday | \"yesterday\" as \"2006-01-02T15:04:05\": cannot parse \"yesterday\" as \"2006\"",
                "2006 | \"2006\" as \"2006-01-02T15:04:05\": cannot parse \"\" as \"-\"",
                "2006-1-02 | \"2006-1-02\" as \"2006-01-02T15:04:05\": cannot parse \"1-02\" as \"01\"",
                "2006-01-02 | \"2006-01-02\" as \"2006-01-02T15:04:05\": cannot parse \"\" as \"T\"",
                "2006-01-02 15:04 | \"2006-01-02 15:04\" as \"2006-01-02T15:04:05\": cannot parse \" 15:04\" as \"T\"",
                "2006-01-02T15:04 | \"2006-01-02T15:04\" as \"2006-01-02T15:04:05\": cannot parse \"\" as \":\"",
                "2006-01-02T15:04:05Z | \"2006-01-02T15:04:05Z\": extra text: \"Z\"",
                "2006-13-02 15:04:05 | \"2006-13-02 15:04:05\": month out of range",
                "2006-02-30T15:04:05 | \"2006-02-30T15:04:05\": day out of range",
                "2006-01-02T25:04:05 | \"2006-01-02T25:04:05\": hour out of range",
                "é | \"\\xc3\\xa9\" as \"2006-01-02T15:04:05\": cannot parse \"\\xc3\\xa9\" as \"2006\"",
                "50% | \"50%\" as \"2006-01-02T15:04:05\": cannot parse \"50%\" as \"2006\"",
            })
    void startTimesThatAreRefused(String text, String complaint) {
        assertThat(refusal(() -> TaskOptions.ofStart(text, null))).isEqualTo(TIME + complaint);
    }

    @ParameterizedTest
    @CsvSource({"10s, PT10S", "1h2m3.5s, PT1H2M3.5S", "-1s, PT-1S", "0, PT0S", "+.5m, PT30S", "1.s, PT1S"})
    void durationsThatAreTaken(String text, Duration duration) {
        assertThat(Objects.requireNonNull(TaskOptions.ofStart(null, text)).safeMode())
                .isEqualTo(duration);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "10 | time: missing unit in duration \"10\"",
                "x | time: invalid duration \"x\"",
                "- | time: invalid duration \"-\"",
                ".s | time: invalid duration \".s\"",
                "1d | time: unknown unit \"d\" in duration \"1d\"",
                "1 s | time: unknown unit \" s\" in duration \"1 s\"",
                "9999999h | time: invalid duration \"9999999h\"",
                "99999999999999999999ns | time: invalid duration \"99999999999999999999ns\"",
            })
    void durationsThatAreRefused(String text, String complaint) {
        String expected = "while converting task command line arguments: error while parse %s, expected in the format"
                + " like '1s' or '1h': " + complaint;
        assertThat(refusal(() -> TaskOptions.ofStart(null, text))).isEqualTo(expected.formatted("safe-mode-duration"));
        assertThat(refusal(() -> TaskOptions.ofStop(text))).isEqualTo(expected.formatted("stop_wait_timeout_duration"));
    }

    private static String refusal(Runnable attempt) {
        DmException refusal = catchThrowableOfType(DmException.class, attempt::run);
        return ErrorCatalogue.load("v8").text(refusal.error());
    }
}
