package dev.dmock.task.check.model;

import dev.dmock.version.Generation;

/** A variable of the upstream server that replication depends on. */
public enum ServerSetting {
    SERVER_ID("mysql_server_id", "check whether mysql server_id has been greater than 0", "server_id") {
        @Override
        public String problem(String value) {
            return value.equals("0") ? "server_id is 0" : "";
        }

        @Override
        public CheckState state(Generation generation) {
            return generation == Generation.V5 ? CheckState.FAIL : CheckState.WARN;
        }

        @Override
        public String instruction(Generation generation) {
            return generation == Generation.V5
                    ? "please set server_id greater than 0"
                    : "Set server_id greater than 0, or errors might happen in master/slave switchover";
        }
    },
    BINLOG_ENABLE("mysql_binlog_enable", "check whether mysql binlog is enabled", "log_bin") {
        @Override
        public String problem(String value) {
            return unless("ON", value);
        }

        @Override
        public String instruction(Generation generation) {
            String page = "https://dev.mysql.com/doc/refman/5.7/en/replication-howto-masterbaseconfig.html";
            return generation == Generation.V5
                    ? "ref document: " + page
                    : "MySQL as source: please refer to the document to enable the binlog " + page;
        }
    },
    BINLOG_FORMAT("mysql_binlog_format", "check whether mysql binlog_format is ROW", "binlog_format") {
        @Override
        public String problem(String value) {
            return unless("ROW", value);
        }

        @Override
        public String instruction(Generation generation) {
            return generation == Generation.V5
                    ? "please execute 'set global binlog_format=ROW;'"
                    : onEveryCloud("set global binlog_format=ROW;", "binlog_format=row", ". ");
        }
    },
    BINLOG_ROW_IMAGE("mysql_binlog_row_image", "check whether mysql binlog_row_image is FULL", "binlog_row_image") {
        @Override
        public String problem(String value) {
            return unless("FULL", value);
        }

        @Override
        public String instruction(Generation generation) {
            return generation == Generation.V5
                    ? "please execute 'set global binlog_row_image = FULL;'"
                    : onEveryCloud("set global binlog_row_image = FULL;", "binlog_row_image = FULL", " ");
        }
    };

    private final String checkName;
    private final String description;
    private final String variable;

    ServerSetting(String checkName, String description, String variable) {
        this.checkName = checkName;
        this.description = description;
        this.variable = variable;
    }

    public String checkName() {
        return checkName;
    }

    public String description() {
        return description;
    }

    public String variable() {
        return variable;
    }

    /** What is wrong with a value; empty if nothing is. */
    public abstract String problem(String value);

    public abstract String instruction(Generation generation);

    /** What a wrong value makes of the check. */
    public CheckState state(Generation generation) {
        return CheckState.FAIL;
    }

    String unless(String wanted, String value) {
        return value.equalsIgnoreCase(wanted) ? "" : variable + " is " + value + ", and should be " + wanted;
    }

    private static String onEveryCloud(String statement, String parameter, String end) {
        return "MySQL as source: please execute '" + statement
                + "'; AWS Aurora (MySQL)/RDS MySQL as source: please refer"
                + " to the document to create a new DB parameter group and set the " + parameter
                + ": https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_WorkingWithDBInstanceParamGroups.html"
                + end
                + "Then modify the instance to use the new DB parameter group and restart the instance to take effect.";
    }
}
