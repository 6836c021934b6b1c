package dev.dmock.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmock.error.DmCode;
import dev.dmock.error.DmError;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is resumed by itself, and when. */
class TaskCheckerTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DB_DRIVER_ERROR | dial tcp 127.0.0.1:4000: connect: connection refused             | true",
                "DB_EXECUTE_FAILED | Error 1146 (42S02): Table 'db1.t1' doesn't exist                 | true",
                "SYNCER_GET_EVENT |                                                                  | true",
                "DB_EXECUTE_FAILED | Error 1062 (23000): Duplicate entry '1' for key 't1.PRIMARY'     | false",
                "DB_EXECUTE_FAILED | Error 1062: Duplicate entry '1' for key 't1.PRIMARY'             | false",
                "DB_EXECUTE_FAILED | Error 8200 (HY000): Unsupported modify charset from x to y       | false",
                "SCHEMA_TRACKER_CANNOT_EXEC_DDL | [ddl:8200]Unsupported modify column                              | false",
                "DUMP_UNIT_RUNTIME | write ./dumped_data.t/x.sql: no space left on device             | false",
                "LOAD_LIGHTNING_RUNTIME | dial tcp 127.0.0.1:4000: connect: connection refused             | false",
                "SYNC_UNIT_DDL_WRONG_SEQUENCE |                                                                  | false",
            })
    void someErrorsDoNotGoAway(DmCode code, String cause, boolean resumed) {
        DmError error = DmError.of(code);
        assertThat(TaskChecker.resumes(cause == null ? error : error.causedBy(cause)))
                .isEqualTo(resumed);
    }

    @ParameterizedTest
    @CsvSource({"1, 5", "2, 10", "3, 20", "7, 300", "50, 300"})
    void pausesGrow(int failures, long seconds) {
        assertThat(TaskChecker.pauseAfter(failures)).hasSeconds(seconds);
    }
}
