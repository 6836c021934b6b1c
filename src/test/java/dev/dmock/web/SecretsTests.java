package dev.dmock.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** No password gets through, however it is quoted; and what is no secret stays as it is. */
class SecretsTests {

    private static final JsonMapper JSON = new JsonMapper();

    /** Texts of all the kinds in which a password may be quoted in a request, an answer or an error message. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"password\": \"s3cret\"}",
                "{\"Password\":\"s3cret\"}",
                "{\"password\":\"s3cret",
                "Value:\n  {\n    \"password\": \"s3cret\",\n    \"port\": 3306\n  }",
                "{\"task\":\"{\\\"password\\\":\\\"s3cret\\\"}\"}",
                "{\\\\\"password\\\\\": \\\\\"s3cret\\\\\"}",
                "target-database:\n  password: s3cret\n  port: 4000",
                "password: \"s3cret\"",
                "{\"password\": \"a\\\"s3cret\", \"b\": 1}",
                "{\\\"password\\\": \\\"a\\\\\\\"s3cret\\\"}",
                "password = \"s3cret\"",
                "password=s3cret&x=1",
                "CREATE USER 'a' IDENTIFIED BY 's3cret'",
                "CREATE USER 'a' IDENTIFIED BY 'it''s s3cret'",
                "CREATE USER 'a' IDENTIFIED BY 'it\\'s s3cret'",
                "CREATE USER 'a' IDENTIFIED BY 's3cret",
                "CREATE USER 'a' IDENTIFIED WITH mysql_native_password BY 's3cret'",
                "GRANT ALL ON *.* TO 'a' IDENTIFIED BY PASSWORD '*s3cret'",
                "SET PASSWORD FOR 'a' = PASSWORD('s3cret')",
                "SET PASSWORD FOR 'a' = 's3cret'",
                "-----BEGIN RSA PRIVATE KEY-----\ns3cret\n-----END RSA PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\\ns3cret\\n-----END PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\ns3cret",
            })
    void textsAreMasked(String text) {
        assertThat(Secrets.masked(text)).doesNotContain("s3cret").contains(Secrets.MASK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"password\": {\n  \"description\": \"source password\",\n  \"example\": \"123456\"\n}",
                "Access denied for user 'root'@'172.17.0.1' (using password: YES)",
                "password",
                "{\"user\":\"root\",\"port\":3306}",
                "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----",
            })
    void whatIsNoSecretStays(String text) {
        assertThat(Secrets.masked(text)).isEqualTo(text);
    }

    @Test
    void fieldsOfAnyDepthAreMasked() {
        JsonNode masked = Secrets.masked(JSON.readTree("""
                {"password": "a", "PassWord": "b", "list": [{"password": 7}], "empty": {"password": ""},
                 "none": {"password": null}, "security": {"ssl_key_content": "c", "ssl_cert_content": "d"},
                 "error_msg": "Value: {\\"password\\": \\"e\\"}", "port": 1}"""));

        assertThat(masked).isEqualTo(JSON.readTree("""
                {"password": "******", "PassWord": "******", "list": [{"password": "******"}], "empty": {"password": ""},
                 "none": {"password": null}, "security": {"ssl_key_content": "******", "ssl_cert_content": "d"},
                 "error_msg": "Value: {\\"password\\": \\"******\\"}", "port": 1}"""));
    }

    @Test
    void passwordsOfAnyLengthAndContentDoNotTakeLong() {
        String long1 = "\"password\": \"" + "\\\\\\\"".repeat(100_000);
        assertThat(Secrets.masked(long1)).isNotNull();
        assertThat(Secrets.masked("password: ".repeat(100_000))).isNotNull();
        assertThat(Secrets.masked("-----BEGIN PRIVATE KEY-----".repeat(10_000))).isNotNull();
        assertThat(Secrets.masked("set password ".repeat(20_000))).isNotNull();
    }
}
