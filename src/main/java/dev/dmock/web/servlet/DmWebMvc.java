package dev.dmock.web.servlet;

import dev.dmock.web.page.PageFiles;
import dev.dmock.web.page.SwaggerPage;
import java.util.Collection;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.LiteWebJarsResourceResolver;

/** Configures Spring MVC for the DM API and the files of web pages. */
@Configuration(proxyBeanMethods = false)
class DmWebMvc implements WebMvcConfigurer {

    private final DmJsonConverter converter;

    DmWebMvc(DmJsonConverter converter) {
        this.converter = converter;
    }

    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
        builder.addCustomConverter(converter);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new SpaceArguments());
    }

    /** Keeps commas in query values. */
    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.removeConvertible(String.class, Collection.class);
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        PageFiles.at(registry, SwaggerPage.WEBJARS + "**", "/META-INF/resources/webjars/")
                .addResolver(new LiteWebJarsResourceResolver());
    }
}
