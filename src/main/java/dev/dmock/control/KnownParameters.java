package dev.dmock.control;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
            Set<String> seen = new HashSet<>();
            for (String name : asked(request)) {
                if (!known.contains(name)) {
                    throw new ControlError(name, "there is no such parameter");
                }
                if (!seen.add(name)) {
                    throw new ControlError(name, "is there twice");
                }
            }
        }
        return true;
    }

    /** Those in the query: asking the request itself would read its body if that says that it is a form. */
    private static List<String> asked(HttpServletRequest request) {
        String query = request.getQueryString();
        if (query == null) {
            return List.of();
        }
        try {
            return Arrays.stream(query.split("&", -1))
                    .map(part -> URLDecoder.decode(part, StandardCharsets.UTF_8))
                    .filter(part -> !part.isEmpty())
                    .map(part -> part.split("=", 2)[0])
                    .toList();
        } catch (IllegalArgumentException e) {
            throw new ControlError("", "a percent sign in the query has to be followed by two hexadecimal digits");
        }
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
