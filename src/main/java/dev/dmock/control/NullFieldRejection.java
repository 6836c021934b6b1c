package dev.dmock.control;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Rejects null in bodies that are read as records, since no field accepts null and a client may mean more by it than by
 * omitting the field. Fields of type JSON accept null; the readers of JSON trees check for null themselves.
 */
@RestControllerAdvice(basePackageClasses = NullFieldRejection.class)
class NullFieldRejection extends RequestBodyAdviceAdapter {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public boolean supports(
            MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converterType) {
        return parameter.getParameterType().isRecord();
    }

    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage message,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converterType)
            throws IOException {
        byte[] body = message.getBody().readAllBytes();
        JsonNode tree = tree(body);
        Arrays.stream(parameter.getParameterType().getRecordComponents())
                .filter(field -> field.getType() != JsonNode.class)
                .map(NullFieldRejection::name)
                .filter(name -> tree.path(name).isNull())
                .findFirst()
                .ifPresent(name -> {
                    throw new InvalidControlRequestException(name, "has to have a value, or to be left out");
                });
        return new Read(message.getHeaders(), new ByteArrayInputStream(body));
    }

    private static String name(RecordComponent field) {
        JsonProperty named = field.getAccessor().getAnnotation(JsonProperty.class);
        return named == null ? field.getName() : named.value();
    }

    /** Ignores malformed JSON, which the message converter reports. */
    private static JsonNode tree(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException broken) {
            return JSON.missingNode();
        }
    }

    /** A message whose body is buffered, so that it can be read again. */
    private record Read(HttpHeaders headers, ByteArrayInputStream body) implements HttpInputMessage {

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }

        @Override
        public InputStream getBody() {
            return body;
        }
    }
}
