package dev.dmock.control;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses query parameters that an operation of the control API does not know: a misspelt filter would let all through. */
final class KnownParameters implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && isOurs(method)) {
            Set<String> known = Arrays.stream(method.getMethodParameters())
                    .flatMap(parameter -> name(parameter).stream())
                    .collect(Collectors.toSet());
            asked(request).filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
                throw new ControlError(name, "there is no such parameter");
            });
        }
        return true;
    }

    /** Those in the query: asking the request itself would read its body if that says that it is a form. */
    private static Stream<String> asked(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null
                ? Stream.empty()
                : Arrays.stream(query.split("&", -1))
                        .filter(part -> !part.isEmpty())
                        .map(part -> URLDecoder.decode(part.split("=", 2)[0], StandardCharsets.UTF_8));
    }

    private static boolean isOurs(HandlerMethod method) {
        return method.getBeanType().getPackageName().equals(KnownParameters.class.getPackageName());
    }

    private static Optional<String> name(MethodParameter parameter) {
        RequestParam annotation =
                AnnotatedElementUtils.findMergedAnnotation(parameter.getParameter(), RequestParam.class);
        if (annotation == null) {
            return Optional.empty();
        }
        return Optional.of(
                annotation.name().isEmpty() ? parameter.getParameter().getName() : annotation.name());
    }
}
