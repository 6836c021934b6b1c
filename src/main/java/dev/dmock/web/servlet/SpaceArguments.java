package dev.dmock.web.servlet;

import dev.dmock.space.store.SpaceName;
import dev.dmock.web.DmRequest;
import dev.dmock.web.RequestedSpace;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Resolves controller arguments: the space of a request and its related data. */
final class SpaceArguments implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        Class<?> type = parameter.getParameterType();
        return type == SpaceName.class || type == RequestedSpace.class || type == DmRequest.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest webRequest,
            @Nullable WebDataBinderFactory factory) {
        HttpServletRequest request = Objects.requireNonNull(webRequest.getNativeRequest(HttpServletRequest.class));
        Class<?> type = parameter.getParameterType();
        if (type == DmRequest.class) {
            return DmRequest.of(request).orElseThrow();
        }
        RequestedSpace space = RequestedSpace.of(request);
        return type == SpaceName.class ? space.name() : space;
    }
}
