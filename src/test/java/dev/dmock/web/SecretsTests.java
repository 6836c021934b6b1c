package dev.dmock.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
                "password[]=s3cret&x=1",
                "password: 'a s3cret'",
                "password: 'it''s s3cret'",
                "{'password': 'a s3cret'}",
                "target-database:\n  password: a s3cret, #too\n  port: 4000",
                "target-database:\n  password: |\n    a\n    s3cret\n  port: 4000",
                "target-database:\n  password: a\n    s3cret\n  port: 4000",
                "target-database:\n  password:\n  - a\n  - s3cret\n  port: 4000",
                "- password: >\n    s3cret",
                "{\"task_config_file\": \"target-database:\\n  password: |\\n    a\\n    s3cret\\n  port: 1\"",
                "security:\n  ssl-key-bytes:\n  - 45\n  - s3cret\n  port: 4000",
                "security:\n  ssl-key-base64: s3cret",
                "{\"password\": [\"s3cret\"]",
                "{\"Password\":[\"a]\", \"s3cret\"], \"port\": 1",
                "{\"password\": [[\"a\"], [\"s3cret\"], \"s3cret\"], \"port\": 1",
                "{\"password\": [\"a\\\"s3cret\"",
                "{\\\"password\\\": [\\\"s3cret\\\"]}",
                "{\"password\": [s3cret, 1]",
                "{\"password\": s3cret, \"port\": 1",
                "<a href=\"/api/v1/sources/mysql:/root:s3cret@127.0.0.1\">",
                "cannot connect to mysql://root:s3cret@127.0.0.1:3306/",
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
                "http://127.0.0.1:8261/api/v1/sources",
                "http://user@127.0.0.1:8261/",
                "{\"password\": []}",
                "Error at \"/password\": Field must be set to string or not be present",
                "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----",
            })
    void whatIsNoSecretStays(String text) {
        assertThat(Secrets.masked(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/v1/sources | /api/v1/sources",
                "/api/v1/sources/a%2Fb%20c/status | /api/v1/sources/a%2Fb%20c/status",
                "/api/v1/sources/password/status | /api/v1/sources/password/status",
                "/api/v1/sources/password=s3cret/status | /api/v1/sources/password=******/status",
                "/api/v1/sources/x;Password=a;s3cret | /api/v1/sources/x;Password=******",
                "/api/v1/sources/pass%77ord%3Ds3cret/status | /api/v1/sources/password=******/status",
                "/api/v1/sources/%7B%22password%22:%22s3cret%22%7D | /api/v1/sources/{\"password\":******",
                "/api/v1/tasks/mysql:%2F%2Froot:s3cret@h%2F | /api/v1/tasks/mysql://root:******@h/",
                "/api/v1/tasks/mysql:/root:s3cret@h/status | /api/v1/tasks/mysql:/root:******@h/status",
                "/api/v1/tasks/a@b/status?a:b | /api/v1/tasks/a@b/status?a:b",
                "with_status=true&source=a%26b | with_status=true&source=a%26b",
                "a=1&password=s3cret&b=2 | a=1&password=******&b=2",
                "a=1&PASSWORD[]=a%26s3cret&b=2 | a=1&PASSWORD[]=******&b=2",
                "ssl_key_content=s3cret&b=2 | ssl_key_content=******&b=2",
                "pass%77ord%ZZ=s3cret | password%ZZ=******",
                "password | password",
                "sql=CREATE+USER+a+IDENTIFIED+BY+%27s3cret%27 | sql=CREATE USER a IDENTIFIED BY '******'",
            })
    void addressesAreMasked(String address, String shown) {
        assertThat(MaskedUrl.masked(address)).isEqualTo(shown);
    }

    @Test
    void fieldsOfAnyDepthAreMasked() {
        JsonNode masked = Secrets.masked(JSON.readTree("""
                {"password": "a", "PassWord": "b", "list": [{"password": 7}], "empty": {"password": ""},
                 "none": {"password": null}, "nothing": {"password": []}, "many": {"Password": ["x", {"y": "z"}]},
                 "object": {"password": {"value": "x"}}, "security": {"ssl_key_content": "c", "ssl_cert_content": "d"},
                 "error_msg": "Value: {\\"password\\": \\"e\\"}", "port": 1}"""));

        assertThat(masked).isEqualTo(JSON.readTree("""
                {"password": "******", "PassWord": "******", "list": [{"password": "******"}], "empty": {"password": ""},
                 "none": {"password": null}, "nothing": {"password": []}, "many": {"Password": "******"},
                 "object": {"password": "******"}, "security": {"ssl_key_content": "******", "ssl_cert_content": "d"},
                 "error_msg": "Value: {\\"password\\": \\"******\\"}", "port": 1}"""));
    }

    @Test
    void passwordsOfAnyLengthAndContentDoNotTakeLong() {
        String long1 = "\"password\": \"" + "\\\\\\\"".repeat(100_000);
        assertThat(Secrets.masked(long1)).isNotNull();
        assertThat(Secrets.masked("password: ".repeat(100_000))).isNotNull();
        assertThat(Secrets.masked("-----BEGIN PRIVATE KEY-----".repeat(10_000))).isNotNull();
        assertThat(Secrets.masked("set password ".repeat(20_000))).isNotNull();
        assertThat(Secrets.masked("\"password\": [" + "[\"".repeat(100_000))).isNotNull();
        assertThat(Secrets.masked("password: [".repeat(100_000))).isNotNull();
        assertThat(Secrets.masked("password:\n ".repeat(100_000))).isNotNull();
        assertThat(Secrets.masked("password: |" + "\n - ".repeat(100_000))).isNotNull();
        assertThat(Secrets.masked("://a:".repeat(100_000))).isNotNull();
        assertThat(Secrets.masked("password: [" + "\\".repeat(1_000_000))).isNotNull();
        assertThat(Secrets.masked("password: |" + "\\".repeat(1_000_000))).isNotNull();
        assertThat(MaskedUrl.masked("password%".repeat(20_000))).isNotNull();
    }
}
