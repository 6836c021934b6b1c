package dev.dmock.web.servlet;

import dev.dmock.web.DmRequest;
import dev.dmock.web.json.JsonShape;
import dev.dmock.web.json.JsonTrees;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.GenericHttpMessageConverter;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads and writes only the bodies of the DM API. Request bodies are already validated and may omit any member;
 * responses are written as Go does, in the format of the generation.
 */
@Component
class DmJsonConverter implements GenericHttpMessageConverter<Object> {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @Override
    public boolean canRead(Type type, @Nullable Class<?> context, @Nullable MediaType mediaType) {
        return request().isPresent();
    }

    @Override
    public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
        return request().isPresent();
    }

    @Override
    public boolean canWrite(@Nullable Type type, Class<?> valueType, @Nullable MediaType mediaType) {
        return request().isPresent();
    }

    @Override
    public boolean canWrite(Class<?> type, @Nullable MediaType mediaType) {
        return request().isPresent();
    }

    @Override
    public List<MediaType> getSupportedMediaTypes() {
        return List.of(MediaType.APPLICATION_JSON);
    }

    @Override
    public Object read(Type type, @Nullable Class<?> context, HttpInputMessage message) throws IOException {
        return MAPPER.readValue(message.getBody(), MAPPER.constructType(type));
    }

    @Override
    public Object read(Class<?> type, HttpInputMessage message) throws IOException {
        return read(type, null, message);
    }

    @Override
    public void write(Object value, @Nullable MediaType contentType, HttpOutputMessage message) throws IOException {
        write(value, null, contentType, message);
    }

    @Override
    public void write(Object value, @Nullable Type type, @Nullable MediaType contentType, HttpOutputMessage message)
            throws IOException {
        HttpServletRequest request = servletRequest().orElseThrow();
        JsonShape shape =
                JsonShape.of(DmRequest.of(request).orElseThrow().version().generation());
        byte[] bytes = shape.write(JsonTrees.of(MAPPER.valueToTree(value))).getBytes(StandardCharsets.UTF_8);
        message.getHeaders().set(HttpHeaders.CONTENT_TYPE, shape.contentType());
        message.getHeaders().setContentLength(bytes.length);
        message.getBody().write(bytes);
        ResponseCache.written(request, shape.contentType(), bytes);
    }

    private static Optional<DmRequest> request() {
        return servletRequest().flatMap(DmRequest::of);
    }

    private static Optional<HttpServletRequest> servletRequest() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? Optional.of(attributes.getRequest())
                : Optional.empty();
    }
}
