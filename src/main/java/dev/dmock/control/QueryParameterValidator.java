package dev.dmock.control;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Rejects unknown query parameters, since a misspelt filter would match everything, and values that Spring would accept
 * although they do not have the parameter's type, such as {@code 0x10}.
 */
final class QueryParameterValidator implements HandlerInterceptor {

    private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,19}");

    /** A query parameter; the value may be empty. */
    private record Asked(String name, String value) {

        static Asked of(String part) {
            int equals = part.indexOf('=');
            return equals < 0 ? new Asked(part, "") : new Asked(part.substring(0, equals), part.substring(equals + 1));
        }
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && isOurs(method)) {
            Map<String, Class<?>> known = Arrays.stream(method.getMethodParameters())
                    .filter(parameter -> annotation(parameter).isPresent())
                    .collect(Collectors.toMap(QueryParameterValidator::name, MethodParameter::getParameterType));
            Set<String> seen = new HashSet<>();
            for (Asked asked : asked(request)) {
                Class<?> type = known.get(asked.name());
                if (type == null) {
                    throw new InvalidControlRequestException(asked.name(), "there is no such parameter");
                }
                if (!seen.add(asked.name())) {
                    throw new InvalidControlRequestException(asked.name(), "is there twice");
                }
                check(asked, type);
            }
        }
        return true;
    }

    private static void check(Asked asked, Class<?> type) {
        boolean truth = type == boolean.class || type == Boolean.class;
        if (truth && !asked.value().equals("true") && !asked.value().equals("false")) {
            throw new InvalidControlRequestException(asked.name(), "has to be true or false");
        }
        if (!truth && type != String.class && !INTEGER.matcher(asked.value()).matches()) {
            throw new InvalidControlRequestException(asked.name(), "has to be an integer");
        }
    }

    /** Returns the parameters of the query string; the servlet API would also read a form from the request's body. */
    private static List<Asked> asked(HttpServletRequest request) {
        String query = request.getQueryString();
        if (query == null) {
            return List.of();
        }
        try {
            return Arrays.stream(query.split("&", -1))
                    .map(part -> URLDecoder.decode(part, StandardCharsets.UTF_8))
                    .filter(part -> !part.isEmpty())
                    .map(Asked::of)
                    .toList();
        } catch (IllegalArgumentException e) {
            throw new InvalidControlRequestException(
                    "", "a percent sign in the query has to be followed by two hexadecimal digits");
        }
    }

    private static boolean isOurs(HandlerMethod method) {
        return method.getBeanType().getPackageName().startsWith(QueryParameterValidator.class.getPackageName());
    }

    private static Optional<RequestParam> annotation(MethodParameter parameter) {
        return Optional.ofNullable(
                AnnotatedElementUtils.findMergedAnnotation(parameter.getParameter(), RequestParam.class));
    }

    private static String name(MethodParameter parameter) {
        return annotation(parameter)
                .map(RequestParam::name)
                .filter(name -> !name.isEmpty())
                .orElseGet(() -> parameter.getParameter().getName());
    }
}
